import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { table } from "../../test/table.ts";
import { type Mark, markedText } from "./marked-text.ts";

test("marks stand around their words, and may nest, touch and cross", () => {
  const cases = table(
    ["marks", "marked", "why"],
    `
                  | red took ford                           | nothing to mark
    1 0 13        | [1: red took ford :1]                   | the whole
    1 0 13, 2 4 8 | [1: red [2: took :2] ford :1]           | one inside the other
    1 0 4, 2 4 8  | [1: red  :1][2: took :2] ford           | one beside the other
    1 0 8, 2 4 13 | [1: red [2: took :1] ford :2]           | across each other
    2 0 13, 1 0 3 | [2: [1: red :1] took ford :2]           | the longer opens first
  `,
  );
  for (const { marks, marked, why } of cases) {
    const parsed = marks
      .split(", ")
      .filter(Boolean)
      .map((mark): Mark => {
        const [label, start, end] = mark.split(" ");
        return { label: label!, start: Number(start), end: Number(end) };
      });
    assert.equal(markedText("red took ford", parsed), marked, why);
  }
});

test("law: taking the brackets out again gives the text", () => {
  const mark = fc
    .tuple(fc.nat(12), fc.nat(12), fc.constantFrom("1", "2", "a"))
    .map(([a, b, label]): Mark => ({ start: Math.min(a, b), end: Math.max(a, b) + 1, label }));
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 5 }), (marks) => {
      const bare = markedText("red took ford", marks).replace(/\[[12a]: | :[12a]\]/g, "");
      assert.equal(bare, "red took ford");
    }),
  );
});
