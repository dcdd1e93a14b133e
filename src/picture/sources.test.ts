import assert from "node:assert/strict";
import { test } from "node:test";
import { table } from "../../test/table.ts";
import type { Source } from "../domain/report.ts";
import { readSourceFiles } from "../store/read-data.ts";
import { createSources } from "./sources.ts";

test("a source has the letter of its name, else of its kind, else F", () => {
  const sources = createSources(readSourceFiles());
  const cases = table(
    ["name", "kind", "letter", "camp", "why"],
    `
    Reuters          |             | B |        | listed
    the REUTERS      | armed-group | B |        | case and article do not matter, and the name goes before the kind
    AP               |             | B |        | another name of one that is listed
    tass.com         |             | D | russia | a listed domain, and its owner's camp
    Village Radio    | local       | C |        | not listed: by the kind
    Village Radio    |             | F |        | not listed and of no kind: cannot be judged
  `,
  );
  for (const { name, kind, letter, camp, why } of cases) {
    const source: Source = { name, ...(kind && { kind: kind as NonNullable<Source["kind"]> }) };
    assert.equal(sources.reliabilityOf(source), letter, why);
    assert.equal(sources.campOf(source) ?? "", camp, why);
  }
  assert.equal(sources.reliabilityOf(undefined), "F");
});

test("a row with a letter that is none is a mistake of the data and is named", () => {
  const files = { sources: "name,reliability\nDaily Wrong,Z\n", kinds: "kind,reliability\n" };
  assert.throws(() => createSources(files), /Daily Wrong.*"Z"/);
});
