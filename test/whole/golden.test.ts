import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { examples, goldenOf } from "../../scripts/golden.ts";
import { ROOT } from "../asof.ts";

for (const example of examples()) {
  test(`examples/${example} gives the claims and the picture of golden/; node scripts/golden.ts writes them anew`, () => {
    for (const [name, text] of Object.entries(goldenOf(example))) {
      const kept = readFileSync(join(ROOT, "golden", example, name), "utf8");
      assert.equal(firstDifference(text, kept), undefined, `golden/${example}/${name}`);
    }
  });
}

/** The first line that differs, so that a failure can be read; git diff shows the rest once they are written anew. */
function firstDifference(text: string, kept: string): string | undefined {
  if (text === kept) return undefined;
  const lines = text.split("\n");
  const at = kept.split("\n").findIndex((line, i) => line !== lines[i]);
  return `line ${at + 1} is now: ${lines[at]}`;
}
