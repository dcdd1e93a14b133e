import assert from "node:assert/strict";
import { test } from "node:test";
import { table } from "./table.ts";

test("a table yields one row a line, with a text per column", () => {
  const rows = table(
    ["place", "holder", "why"],
    `
    # a remark
    ford | blue | it stands so

    mill |      | nobody has said
  `,
  );
  assert.deepEqual(rows, [
    { place: "ford", holder: "blue", why: "it stands so" },
    { place: "mill", holder: "", why: "nobody has said" },
  ]);
});

test("a cell may hold bars and line breaks when they are escaped", () => {
  assert.deepEqual(table(["text", "why"], String.raw`a\|b\nc\\n | escapes`), [
    { text: "a|b\nc\\n", why: "escapes" },
  ]);
});

test("a row of the wrong width is a mistake of the test and is named", () => {
  assert.throws(() => table(["a", "b"], "only one"), /needs 2 cells, not 1: only one/);
});
