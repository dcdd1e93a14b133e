import assert from "node:assert/strict";
import { test } from "node:test";
import { march, WAR } from "../../test/pictures.ts";
import { table } from "../../test/table.ts";
import type { Claim, Quantifier } from "../domain/claim.ts";
import type { ClaimId, PlaceId } from "../domain/ids.ts";
import type { Report } from "../domain/report.ts";
import type { Entry, Ledger } from "../ledger/entry.ts";
import { reportId } from "../ledger/id.ts";
import { ledgerOf } from "../ledger/union.ts";
import { picture } from "./picture.ts";

const COLUMNS = ["kind", "says", "on", "told", "by", "stance", "more"] as const;

/** A figure, gate or tally for each line; `more` is JSON of further fields. */
function ledgerSaying(text: string): Ledger {
  return ledgerOf(table(COLUMNS, text).flatMap(entriesOf));
}

function entriesOf(row: Readonly<Record<(typeof COLUMNS)[number], string>>, index: number): readonly Entry[] {
  const content = {
    text: `${row.says} ${index}`,
    source: { name: row.by, kind: "wire" as const },
    publishedOn: march(row.told),
  };
  const report: Report = { id: reportId(content), ...content };
  const [main, low, high] = row.says.split(" ");
  const number =
    low === undefined ? {} : { low: Number(low), ...(high ? { high: Number(high) } : { best: Number(low) }) };
  const quantifier: Quantifier = high ? "range" : "exact";
  const claim = {
    id: `c_${index}` as ClaimId,
    report: report.id,
    kind: row.kind,
    quote: { start: 0, end: 1, text: row.says },
    place: {
      id: "test:ford" as PlaceId,
      name: "Ford",
      toponym: "Ford",
      country: "ZZ",
      level: "town",
      precision: "exact",
    },
    valid: { from: march(row.on), precision: "day" },
    stance: row.stance,
    stage: "done",
    extractor: "test@1",
    ...(row.kind === "access"
      ? { target: "crossing", status: main }
      : { measure: main, unit: "persons", count: { ...number, quantifier } }),
    ...(row.more && JSON.parse(row.more)),
  } as unknown as Claim;
  return [
    { entry: "report", report },
    { entry: "claim", claim },
  ];
}

function figuresOf(text: string, asOf = "9", knownAt = "9"): readonly string[] {
  const { displacement, tolls } = picture(
    ledgerSaying(text),
    { asOf: march(asOf), knownAt: march(knownAt) },
    WAR,
  );
  return [...displacement, ...tolls].map(
    ({ measure, of, best, low, high, because }) =>
      `${measure} ${of} ${best ?? "-"} ${low}-${high} by ${because.deciding}`,
  );
}

test("R22: the least interested, then the latest, then the most exact figure is best, and the range spans its peers", () => {
  const toll = `
    toll | killed 12    | 3 | 3 | Wire A    | said    |
    toll | killed 40    | 3 | 3 | Red Radio | claimed |
    toll | killed 10 20 | 3 | 4 | Wire B    | said    |
    toll | killed 14    | 3 | 4 | Wire C    | said    |
  `;
  assert.deepEqual(figuresOf(toll), ["killed flow 14 10-20 by c_3"]);
  assert.deepEqual(figuresOf(toll, "9", "3"), ["killed flow 12 12-12 by c_0"]);
});

test("R22: a source's later number replaces its earlier one, and days and groups of people stay apart", () => {
  assert.deepEqual(
    figuresOf(`
      toll | killed 60  | 3 | 3 | Wire A | said |
      toll | killed 182 | 3 | 5 | Wire A | said |
      toll | killed 7   | 4 | 5 | Wire A | said |
      toll | killed 5   | 3 | 5 | Wire A | said | {"who": "children"}
    `),
    ["killed flow 182 182-182 by c_1", "killed flow 7 7-7 by c_2", "killed flow 5 5-5 by c_3"],
  );
});

test("R22: stocks and flows are never one figure and nothing is summed", () => {
  assert.deepEqual(
    figuresOf(`
      displacement | idps 3000           | 3 | 3 | Wire A | said |
      displacement | idps 3500           | 6 | 6 | Wire B | said |
      displacement | newly-displaced 400 | 5 | 5 | Wire A | said |
      displacement | newly-displaced 300 | 6 | 6 | Wire A | said |
    `),
    [
      "idps stock 3500 3000-3500 by c_1",
      "newly-displaced flow 400 400-400 by c_2",
      "newly-displaced flow 300 300-300 by c_3",
    ],
  );
});

test("an absent number is not zero, and a denied figure is none", () => {
  assert.deepEqual(figuresOf(`toll | killed | 3 | 3 | Wire A | said |`), [
    "killed flow - undefined-undefined by c_0",
  ]);
  assert.deepEqual(figuresOf(`toll | killed 9 | 3 | 3 | Wire A | denied |`), []);
});

test("a crossing has its latest status, each direction its own, and contradicting words of a day are disputed", () => {
  const ledger = ledgerSaying(`
    access | open   | 2 | 2 | Wire A | reported | {"direction": "north"}
    access | closed | 4 | 4 | Wire A | reported | {"direction": "north"}
    access | closed | 5 | 5 | Wire B | reported | {"direction": "north"}
    access | open   | 5 | 5 | Wire B | reported | {"direction": "south"}
    access | closed | 5 | 5 | Wire C | reported | {"direction": "south"}
  `);
  const seen = picture(ledger, { asOf: march(6), knownAt: march(6) }, WAR).access.map(
    ({ direction, status, since, grade }) => `${direction} ${status} ${since} ${grade}`,
  );
  assert.equal(seen[0], "north closed 2020-03-04 confirmed");
  assert.match(seen[1]!, /^south (open|closed) 2020-03-05 disputed$/);
  const later = picture(ledger, { asOf: march(90), knownAt: march(90) }, WAR).access;
  assert.ok(later.every(({ grade }) => grade === "stale"));
});
