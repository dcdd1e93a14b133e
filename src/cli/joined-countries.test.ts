import assert from "node:assert/strict";
import { test } from "node:test";
import { table } from "../../test/table.ts";
import { joinedCountries } from "./joined-countries.ts";

const cases = table(
  ["written", "read", "why"],
  `
  read a.txt --country AF PK         | read a.txt --country AF,PK         | several codes behind the option
  read --country AF PK a.txt --json  | read --country AF,PK a.txt --json  | a file behind the codes is a file
  read --country AF,PK IR a.txt      | read --country AF,PK,IR a.txt      | both ways of writing
  read --country AF --country PK a   | read --country AF --country PK a   | the option twice stays
  why UN --country AF                | why UN --country AF                | two capitals elsewhere are left alone
  read --country a.txt               | read --country a.txt               | a wrong code is for the option to refuse
  `,
);

for (const { written, read, why } of cases) {
  test(why, () => assert.deepEqual(joinedCountries(written.split(/\s+/)), read.split(/\s+/)));
}
