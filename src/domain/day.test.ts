import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseDay } from "./day.ts";

test("law: a day is what the calendar of Date has, written as it writes it", () => {
  const two = (from: number, to: number) =>
    fc.integer({ min: from, max: to }).map((number) => String(number).padStart(2, "0"));
  const year = fc.oneof(
    fc.constantFrom("1900", "2000", "2020", "2021", "2100", "0099", "9999", "202"),
    fc.integer({ min: 0, max: 9999 }).map((number) => String(number).padStart(4, "0")),
  );
  const text = fc.tuple(year, two(0, 13), two(0, 32)).map((parts) => parts.join("-"));
  fc.assert(
    fc.property(text, (written) => {
      const ms = Date.parse(`${written}T00:00:00Z`);
      const exists = !Number.isNaN(ms) && ms >= Date.UTC(100, 0, 1);
      const same = exists && new Date(ms).toISOString().slice(0, 10) === written;
      assert.equal(parseDay(written), same ? written : undefined);
    }),
    { numRuns: 2000 },
  );
});
