import assert from "node:assert/strict";
import { test } from "node:test";
import { scanWords } from "./words.ts";

test("before the first word and behind the last there is no word, not the whole text", () => {
  const words = scanWords("Kabul fell, Reuters said.");
  assert.deepEqual(
    [-1, 0, 1, 2, 3, 4].map((at) => words.key(at)),
    ["", "kabul", "fell", "reuters", "said", ""],
  );
});
