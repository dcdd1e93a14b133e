import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { madeWith } from "./made-with.ts";

const folder = mkdtempSync(join(tmpdir(), "asof-made-with-"));
after(() => rmSync(folder, { recursive: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, `${path}.new`), text);
  renameSync(join(folder, `${path}.new`), join(folder, path));
}

const PARTS = [
  "src/picture/fold.ts",
  "src/actors/deep/er.ts",
  "data/actors/states.csv",
  "dist/gazetteer/AF.tsv",
  "package.json",
  "asof.places",
];

test("answers are made with other things when any of code, tables, gazetteer and own places has changed", () => {
  for (const path of PARTS.slice(0, -1)) put(path, "one");
  const made = () => madeWith(join(folder, "asof.places"), join(folder, "src"), folder);
  let before = made();
  assert.equal(made(), before);
  for (const path of PARTS) {
    put(path, "two");
    assert.notEqual(made(), before, path);
    before = made();
  }
  put("docs/ledger.md", "words");
  put("src/web/page.tsx", "the page");
  assert.equal(made(), before);
});
