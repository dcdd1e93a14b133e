import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, test } from "node:test";
import { ROOT } from "../asof.ts";

const folder = mkdtempSync(join(tmpdir(), "asof-pack-"));
after(() => rmSync(folder, { recursive: true }));

/** As a user's shell: without the project's own tools on the path. */
const PATH = (process.env.PATH ?? "")
  .split(delimiter)
  .filter((entry) => !entry.startsWith(ROOT))
  .join(delimiter);

function run(program: string, args: readonly string[], cwd: string) {
  const env = { ...process.env, PATH, npm_config_update_notifier: "false" };
  return spawnSync(program, args, { cwd, encoding: "utf8", env });
}

test("the packed package installs in an empty folder and reads a report there", () => {
  const packed = run("npm", ["pack", "--silent", "--pack-destination", folder], ROOT);
  assert.equal(packed.status, 0, packed.stderr);
  const [archive] = globSync("asof-*.tgz", { cwd: folder });
  const empty = join(folder, "empty");
  mkdirSync(empty);
  writeFileSync(join(empty, "package.json"), '{"private":true}');
  writeFileSync(join(empty, "report.txt"), "The Taliban captured Herat on Thursday.");
  const args = [
    "install",
    "--no-audit",
    "--no-fund",
    "--prefer-offline",
    "--loglevel=error",
    join(folder, archive!),
  ];
  const installed = run("npm", args, empty);
  assert.equal(installed.status, 0, installed.stderr);
  const read = run("npx", ["asof", "read", "report.txt", "--published", "2021-08-12", "--json"], empty);
  assert.equal(read.status, 0, read.stderr);
  const claims = read.stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    claims.map(({ kind, change, place, valid }) => [kind, change, place.name, valid.from]),
    [["control", "gained", "Herat", "2021-08-12"]],
  );
});
