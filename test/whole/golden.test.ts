import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { examples, goldenOf } from "../../scripts/golden.ts";
import { ROOT } from "../asof.ts";

for (const example of examples()) {
  test(`the claims and the picture of examples/${example} are those of golden/; node scripts/golden.ts writes them anew`, () => {
    for (const [name, text] of Object.entries(goldenOf(example))) {
      assert.equal(
        text,
        readFileSync(join(ROOT, "golden", example, name), "utf8"),
        `golden/${example}/${name}`,
      );
    }
  });
}
