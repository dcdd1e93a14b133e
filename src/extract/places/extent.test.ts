import assert from "node:assert/strict";
import { test } from "node:test";
import { table } from "../../../test/table.ts";
import { read } from "../../../test/told.ts";

const CASES = table(
  ["text", "extents", "why"],
  `
  The Taliban seized the districts of Kang and Khash Rod on Monday. | Kang whole, Khash Rod whole | districts that are named are wholes
  The Taliban seized the Kang district on Monday.                   | Kang whole                  | so is one
  The Taliban seized three districts of Herat city on Monday.       | Herat part                  | districts of a city are a part of it
  The Taliban seized part of Kang district on Monday.               | Kang part                   | a part is told as such
`,
);

test("how much of a place is told: all of it unless a part is named", () => {
  for (const { text, extents, why } of CASES) {
    const told = read(text, "2021-07-06").claims.flatMap((claim) =>
      claim.kind === "control" ? [`${claim.place?.name} ${claim.extent ?? "whole"}`] : [],
    );
    assert.equal(told.sort().join(", "), extents, why);
  }
});
