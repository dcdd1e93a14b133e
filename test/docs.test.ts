import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { apiPage, cliPage, problemsPage } from "../scripts/docs.ts";
import { COMMANDS } from "../src/cli/commands.ts";
import { ROOT } from "./asof.ts";

function read(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

test("docs/cli.md tells every command as its --help does; node scripts/docs.ts mends it", async () => {
  assert.equal(read("docs/cli.md"), await cliPage());
});

test("the help of every command ends with examples of it", async () => {
  const sections = (await cliPage()).split("\n## ").slice(1);
  const without = Object.keys(COMMANDS).filter((name) => {
    const section = sections.find((text) => text.startsWith(`asof ${name}\n`)) ?? "";
    return !/\nExamples?:\n/.test(section) || !section.includes(`asof ${name} `);
  });
  assert.deepEqual(without, []);
});

test("docs/api.md tells every route as /openapi.json does; node scripts/docs.ts mends it", async () => {
  assert.equal(read("docs/api.md"), await apiPage());
});

test("docs/problems.md explains every problem code; node scripts/docs.ts mends it", () => {
  assert.equal(read("docs/problems.md"), problemsPage());
});

test("every command that the README and the docs show exists", () => {
  const pages = ["README.md", ...globSync("docs/*.md", { cwd: ROOT })].sort();
  const shown = pages.flatMap((page) =>
    [...read(page).matchAll(/(?:^\s*\$ |`|-- |\| )asof ([a-z-]+)/gm)].map(
      (found) => `${page}: asof ${found[1]}`,
    ),
  );
  const strangers = shown.filter((line) => !(line.split(" ").at(-1)! in COMMANDS));
  assert.deepEqual(strangers, []);
});

test("every file that the README and the docs link to exists", () => {
  const pages = ["README.md", ...globSync("docs/*.md", { cwd: ROOT })].sort();
  const broken = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
      .map((found) => join(page, "..", found[1]!))
      .filter((target) => globSync(target, { cwd: ROOT }).length === 0)
      .map((target) => `${page} links to ${target}`),
  );
  assert.deepEqual(broken, []);
});
