import assert from "node:assert/strict";
import { globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { asof, ROOT } from "../asof.ts";

const folder = mkdtempSync(join(tmpdir(), "asof-docs-"));
after(() => rmSync(folder, { recursive: true }));
symlinkSync(join(ROOT, "examples"), join(folder, "examples"));
writeFileSync(join(folder, "report.txt"), "The Taliban captured Herat on Thursday.\n");

/** These wait for a person or for visitors. */
const WAITING = new Set(["serve", "review"]);

/** Command lines that stand in ```sh blocks, as a user would type them. */
function commandLines(page: string): readonly string[] {
  const blocks = readFileSync(join(ROOT, page), "utf8").matchAll(/^```sh\n([\s\S]*?)^```/gm);
  return [...blocks]
    .flatMap(([, block]) => block!.split("\n"))
    .map((line) => /^(?:npm run --silent asof -- |npx asof |asof )([^#]*)/.exec(line)?.[1]?.trim())
    .filter((line) => line !== undefined)
    .filter((line) => !WAITING.has(line.split(" ")[0]!));
}

for (const page of ["README.md", ...globSync("docs/*.md", { cwd: ROOT })].sort()) {
  const lines = commandLines(page);
  if (lines.length === 0) continue;
  test(`the ${lines.length} command lines that ${page} shows run as they stand`, () => {
    for (const line of lines) {
      const { code, err } = asof(wordsOf(line), { cwd: folder });
      assert.equal(code, 0, `asof ${line}\n${err}`);
    }
  });
}

/** Words of a command line; those in quotation marks are one. */
function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
}
