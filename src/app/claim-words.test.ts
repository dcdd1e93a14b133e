import assert from "node:assert/strict";
import { test } from "node:test";
import { controlClaim } from "../../test/claims.ts";
import { table } from "../../test/table.ts";
import type { Claim, Count } from "../domain/claim.ts";
import { parseDay } from "../domain/day.ts";
import { contentWords, dayWords } from "./claim-words.ts";

const BASE = controlClaim({ change: "gained", place: "Ford", day: "2021-03-01" }, "It fell.");
const FORD = BASE.place!;
const RED = { id: "red" as never, name: "Red", mention: "Red" };

function words(fields: Partial<Record<string, unknown>>): string {
  const { change: _change, ...common } = BASE;
  return contentWords({ ...common, ...fields } as unknown as Claim);
}

test("what a claim says is told as one English phrase", () => {
  const cases = table(
    ["change", "actor", "recipient", "extent", "words", "why"],
    `
    gained    | red | blue |      | red gained ford (city) from blue       | who took it from whom
    gained    |     |      |      | somebody gained ford (city)            | nobody named
    lost      | red | blue |      | red lost ford (city) to blue           | the loser first
    holds     | red |      | most | red holds most of ford (city)          | how much
    contested |     |      |      | ford (city) is fought over             | nobody named
    entered   | red |      |      | red entered ford (city)                | in, not in control
    besieged  | red |      |      | red besieged ford (city)               | around it
    repelled  | red | blue |      | red repelled blue at ford (city)       | the attacker last
  `,
  );
  for (const { change, actor, recipient, extent, words: told, why } of cases) {
    const claim = controlClaim({ change, actor, recipient, place: "ford" }, "It fell.");
    assert.equal(contentWords(extent ? { ...claim, extent: "most" } : claim), told, why);
  }
});

test("figures are told with their quantifier, unit and place", () => {
  const count: Count = { low: 12000, best: 12000, quantifier: "at-least" };
  assert.equal(
    words({ kind: "toll", measure: "killed", count, who: "civilians" }),
    "at least 12,000 civilians killed in Ford (city)",
  );
  const hundreds: Count = { low: 200, high: 999, quantifier: "hundreds" };
  assert.equal(
    words({
      kind: "displacement",
      measure: "idps",
      count: hundreds,
      unit: "households",
      since: "2021-01-01",
    }),
    "hundreds of households displaced within the country in Ford (city), since 2021-01-01",
  );
  const eleven: Count = { low: 11, best: 11, high: 11, quantifier: "exact" };
  assert.equal(
    words({ kind: "tally", of: "provincial capitals", count: eleven, total: 34, actor: RED }),
    "Red: 11 of 34 provincial capitals in Ford (city)",
  );
  assert.equal(
    words({ kind: "tally", of: "territory", share: { low: 0.667 }, actor: RED }),
    "Red: at least 67 % of territory in Ford (city)",
  );
});

test("incidents and ways are told with who did it", () => {
  assert.equal(
    words({ kind: "incident", type: "air-strike", actor: RED }),
    "air strike by Red in Ford (city)",
  );
  assert.equal(
    words({ kind: "access", target: "crossing", status: "closed", actor: RED }),
    "crossing Ford (city) closed, by Red",
  );
  assert.equal(
    words({ kind: "access", target: "road", status: "cut", from: "Ford", to: "Mill", place: undefined }),
    "road from Ford to Mill cut",
  );
});

test("places and days say what is not sure about them", () => {
  const site = { ...FORD, toponym: "the airport", level: "site", inferred: true };
  assert.equal(
    words({ kind: "control", change: "holds", place: site }),
    "somebody is said to hold the airport, Ford (site, inferred)",
  );
  const day = parseDay("2021-03-01")!;
  assert.equal(dayWords({ from: day, precision: "day" }), "2021-03-01");
  assert.equal(
    dayWords({ from: day, until: parseDay("2021-03-08")!, precision: "week" }),
    "2021-03-01 to 2021-03-07 (week)",
  );
  assert.equal(dayWords({ precision: "unknown", basis: "Thursday" }), 'day unknown ("Thursday")');
});
