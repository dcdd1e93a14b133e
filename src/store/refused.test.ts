import assert from "node:assert/strict";
import { test } from "node:test";
import { table } from "../../test/table.ts";
import { problemOf } from "./refused.ts";

const cases = table(
  ["errcode", "code", "why"],
  `
  5    | ledger-busy      | another writer
  261  | ledger-busy      | another process mends the log
  8    | ledger-read-only | a locked folder
  13   | disk-full        | no room for a page
  4874 | disk-full        | no room for the file of locks: the ledger itself is sound
  11   | ledger-damaged   | a page that is none
  266  | ledger-damaged   | a page that the disk does not give
  26   | ledger-not       | a file of something else
  1    |                  | a fault of ours
`,
);

test("what SQLite answers is told as what a person can mend", () => {
  for (const { errcode, code, why } of cases) {
    const error = Object.assign(new Error("words"), { errcode: Number(errcode) });
    assert.equal(problemOf("war.ledger", error)?.code ?? "", code, why);
  }
});
