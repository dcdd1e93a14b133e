import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { PORTABLE_SHA256 } from "../ledger/sha256.ts";
import { NODE_SHA256 } from "./node-sha256.ts";

test("law: Node's hash of a text is the portable one, also of text that is no Unicode", () => {
  const text = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("\ud800", "a\udfffb", "Kābul", ""));
  fc.assert(
    fc.property(text, text, (one, two) => {
      assert.equal(NODE_SHA256.of(one), PORTABLE_SHA256.of(one));
      const [a, b] = [NODE_SHA256.start(), PORTABLE_SHA256.start()];
      for (const growing of [a, b]) for (const part of [one, two]) growing.update(part);
      assert.equal(a.end(), b.end());
    }),
  );
});
