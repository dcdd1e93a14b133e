import assert from "node:assert/strict";
import { test } from "node:test";
import { march, toldEntries, WAR } from "../../test/pictures.ts";
import type { Claim } from "../domain/claim.ts";
import type { ActorId, ClaimId } from "../domain/ids.ts";
import type { Entry } from "../ledger/entry.ts";
import { ledgerOf } from "../ledger/union.ts";
import { picture } from "./picture.ts";

function stated(count: number, on: string, area?: string): readonly Entry[] {
  const [report] = toldEntries({ says: "red holds", on, told: on, text: `${count} of 34 on ${on}` });
  if (report?.entry !== "report") throw new Error("a report comes first");
  const claim = {
    id: `c_tally_${on}` as ClaimId,
    report: report.report.id,
    kind: "tally",
    of: "provincial capitals",
    ...(area && { place: { name: area, toponym: area, level: "area", country: "TT", precision: "area" } }),
    count: { best: count, quantifier: "exact" },
    total: 34,
    actor: { id: "red" as ActorId, name: "Red", mention: "Red" },
    quote: { start: 0, end: 1, text: "" },
    valid: { from: march(on), precision: "day" },
    stance: "reported",
    stage: "done",
    extractor: "test@1",
  } as unknown as Claim;
  return [report, { entry: "claim", claim }];
}

const ledger = ledgerOf([
  ...toldEntries({ says: "red gained", on: "3", told: "3", place: "Ford" }),
  ...toldEntries({ says: "red gained", on: "5", told: "5", place: "Mill" }),
  ...toldEntries({ says: "red gained", on: "3", told: "3", place: "Hamlet" }),
  ...toldEntries({ says: "blue holds", on: "3", told: "3", place: "Dale" }),
  ...stated(3, "4"),
]);
const isSeat = (id: string) => id !== "test:hamlet";
const viewpoint = { asOf: march(9), knownAt: march(9) };

test("a stated number is set against the places that the picture of its day gives, and says how many are not named", () => {
  const [tally] = picture(ledger, viewpoint, { ...WAR, isSeat }).tallies;
  assert.deepEqual([tally?.stated, tally?.total, tally?.counted, tally?.missing], [3, 34, 1, 2]);
  assert.deepEqual(tally?.named, ["Ford"]);
  assert.equal(
    tally?.reason,
    "Wire 0 states 3 of 34 provincial capitals on 2020-03-04; the ledger names 1: Ford; 2 not named.",
  );
});

test("a tally invents no place, and what cannot be counted says so", () => {
  const whole = picture(ledger, viewpoint, WAR);
  assert.equal(whole.places.length, 4);
  assert.equal(whole.tallies[0]?.counted, undefined);
  assert.match(whole.tallies[0]!.reason, /cannot count these/);
});

test("of an area whose units do not carry its name nothing can be counted, which is not none", () => {
  const entries = toldEntries({ says: "red gained", on: "3", told: "3", place: "Ford" });
  const [tally] = picture(ledgerOf([...entries, ...stated(3, "4", "The Valleys")]), viewpoint, {
    ...WAR,
    isSeat,
  }).tallies;
  assert.equal(tally?.counted, undefined);
  assert.match(tally?.reason ?? "", /cannot count these/);
});

test("the newest statement of a tally is the one that is checked", () => {
  const more = ledgerOf([
    ...toldEntries({ says: "red gained", on: "3", told: "3" }),
    ...stated(3, "4"),
    ...stated(11, "6"),
  ]);
  const { tallies } = picture(more, viewpoint, { ...WAR, isSeat });
  assert.deepEqual(
    tallies.map(({ stated: number }) => number),
    [11],
  );
});
