import assert from "node:assert/strict";
import { test } from "node:test";
import { report } from "../../test/entries.ts";
import { table } from "../../test/table.ts";
import { isVersionOf } from "./version.ts";

const cases = table(
  ["one", "other", "version", "why"],
  `
  Blue troops took the town of Ford on Monday.      | Blue troops took the town of Ford on Monday, two sources said. | yes | grew
  Blue troops took the town of Ford on Monday.      | Correction: Red troops took the town of Ford on Monday.        | yes | corrected
  Blue troops took the town of Ford on Monday.      | Rain is expected in the north of the country this week.        | no  | another day's report
  Blue troops took the town of Ford on Monday.      | Blue troops took the town of Ford on Monday.                   | no  | the same text
  Ford fell.                                        | Ford held.                                                     | no  | too short to tell
`,
);

test("a version shares its source and much of its words", () => {
  for (const { one, other, version, why } of cases) {
    assert.equal(isVersionOf(report(one), report(other)), version === "yes", why);
    assert.equal(isVersionOf(report(other), report(one)), version === "yes", why);
    assert.equal(isVersionOf(report(one), report(other, { source: { name: "Another" } })), false, why);
  }
});

test("a text of the same title is a version", () => {
  assert.ok(isVersionOf(report("Ford fell.", { title: "Live" }), report("Ford held.", { title: "Live" })));
});
