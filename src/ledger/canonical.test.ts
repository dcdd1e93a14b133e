import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { canonical } from "./canonical.ts";

/** Keys that JavaScript lists in an order of its own among the others. */
const keys = fc.oneof(fc.constantFrom("10", "9", "1", "a", "A", "é", ""), fc.string());
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom(null, true, false),
    fc.string(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(tie("any")),
    fc.dictionary(keys, tie("any")),
  ),
})).any;

test("the order in which fields were written does not matter, and canonical text read again gives the same text", () => {
  fc.assert(
    fc.property(value, (given) => {
      const text = canonical(given);
      assert.equal(canonical(reversed(given)), text);
      assert.equal(canonical(JSON.parse(text)), text);
    }),
  );
});

test("fields are in code-unit order, also those that look like numbers", () => {
  assert.equal(canonical({ b: 1, a: { "9": 1, "10": undefined, "1": 2 } }), '{"a":{"1":2,"9":1},"b":1}');
  assert.equal(canonical({ "9": 1, "10": 2 }), '{"10":2,"9":1}');
});

test("what JSON cannot hold is refused, wherever it stands", () => {
  for (const bad of [undefined, Number.NaN, [undefined], { a: [Number.POSITIVE_INFINITY] }, { a: () => 1 }]) {
    assert.throws(() => canonical(bad), /canonical was given/);
  }
});

function reversed(given: unknown): unknown {
  if (Array.isArray(given)) return given.map(reversed);
  if (typeof given !== "object" || given === null) return given;
  return Object.fromEntries(
    Object.entries(given)
      .reverse()
      .map(([key, field]) => [key, reversed(field)]),
  );
}
