import assert from "node:assert/strict";
import { test } from "node:test";
import { ledgerTold, march, type Told, toldEntries, WAR } from "../../test/pictures.ts";
import type { ActorId, CampId } from "../domain/ids.ts";
import type { Entry } from "../ledger/entry.ts";
import { judgementId } from "../ledger/id.ts";
import { ledgerOf } from "../ledger/union.ts";
import { picture } from "./picture.ts";

function seen(rows: readonly Told[], asOf: number, knownAt = asOf): readonly string[] {
  const { places } = picture(ledgerTold(rows), { asOf: march(asOf), knownAt: march(knownAt) }, WAR);
  return places.map(({ state, holder, grade }) => `${state} ${holder ?? "-"} ${grade}`);
}

test("neutral claims of one day that contradict each other without an order leave the place disputed", () => {
  const rows = [
    { says: "red gained", on: "3", told: "3" },
    { says: "blue gained", on: "3", told: "3" },
  ];
  assert.deepEqual(seen(rows, 4), ["disputed - disputed"]);
  assert.deepEqual(seen([...rows].reverse(), 4), ["disputed - disputed"]);
});

test("a claim that tells as done what lies after its publication changes nothing and is listed as a problem", () => {
  const ledger = ledgerTold([{ says: "red gained", on: "20", told: "4" }]);
  const { places, problems } = picture(ledger, { asOf: march(25), knownAt: march(25) }, WAR);
  assert.deepEqual(places, []);
  assert.deepEqual(
    problems.map(({ code }) => code),
    ["claim-ahead"],
  );
  assert.deepEqual(picture(ledger, { asOf: march(25), knownAt: march(3) }, WAR).problems, []);
});

test("an ally in one situation is an enemy in the next: camps are those of the day", () => {
  const camps = (day: string) => (day < march(5) ? "blue" : "red") as CampId;
  const actors = {
    ...WAR.actors,
    campOf: (id: ActorId, _where: unknown, on?: string) =>
      id === "white" ? camps(on ?? "") : (id as string as CampId),
  };
  const rows = [
    { says: "blue holds", on: "2", told: "2" },
    { says: "white entered", on: "3", told: "3" },
    { says: "white entered", on: "7", told: "7", place: "Mill" },
    { says: "blue holds", on: "2", told: "2", place: "Mill" },
  ];
  const { places } = picture(ledgerTold(rows), { asOf: march(8), knownAt: march(8) }, { ...WAR, actors });
  assert.deepEqual(
    places.map(({ place, state }) => `${place.name} ${state}`),
    ["Ford held", "Mill contested"],
  );
});

test("a camp that corrects itself twice is believed as of its last word", () => {
  const red = { by: "Red Radio", stance: "claimed" };
  const rows = [
    { says: "red gained", on: "3", told: "3", ...red },
    { says: "red gained", on: "5", told: "5", by: "Red Radio", stance: "denied" },
    { says: "red gained", on: "6", told: "7", ...red },
  ];
  assert.deepEqual(seen(rows, 4, 4), ["claimed red claimed"]);
  assert.deepEqual(seen(rows, 6, 6), []);
  assert.deepEqual(seen(rows, 7, 7), ["claimed red claimed"]);
  assert.deepEqual(seen(rows, 4, 7), []);
});

test("an actor that no file knows is a camp of its own", () => {
  assert.deepEqual(seen([{ says: "strangers gained", on: "3", told: "3" }], 4), ["held strangers likely"]);
});

test("a place with ten thousand claims is answered within a second, however they come", () => {
  const side = (i: number) => (i % 2 ? "red" : "blue");
  const day = (i: number) => 1 + Math.floor(i / 12);
  const ways: Readonly<Record<string, (i: number) => Told>> = {
    "many wires, day by day": (i) => told(`${side(i)} ${i % 3 ? "gained" : "holds"}`, day(i), i % 50),
    "one wire that says the same": (i) => told("red holds", day(i), 1),
    "one day": (i) => told(`${side(i)} gained`, 3, i % 50),
  };
  const told = (says: string, on: number, wire: number): Told => ({
    says,
    on: String(on),
    told: String(on),
    by: `Wire ${wire}`,
  });
  for (const [way, row] of Object.entries(ways)) {
    const rows = Array.from({ length: 10_000 }, (_, i) => ({ ...row(i), text: `${i}` }));
    const ledger = ledgerTold(rows);
    const start = performance.now();
    const { places } = picture(ledger, { asOf: march(900), knownAt: march(900) }, WAR);
    assert.ok(places[0]!.reason.length > 0);
    const ms = Math.round(performance.now() - start);
    assert.ok(ms < 1000, `${way} took ${ms} ms`);
  }
});

test("a claim without a place, an actor or any day changes no picture", () => {
  const [report, claim] = toldEntries({ says: "red gained", on: "", told: "3" });
  if (report?.entry !== "report" || claim?.entry !== "claim") throw new Error("a report and its claim");
  const { publishedOn: _day, ...undated } = report.report;
  const { place: _place, ...placeless } = claim.claim;
  const ledgers: readonly (readonly Entry[])[] = [
    [{ entry: "report", report: undated }, claim],
    [report, { entry: "claim", claim: placeless as typeof claim.claim }],
    toldEntries({ says: "gained", on: "3", told: "3" }),
  ];
  for (const entries of ledgers) {
    assert.deepEqual(picture(ledgerOf(entries), { asOf: march(9), knownAt: march(9) }, WAR).places, []);
  }
});

test("a rejected claim counts until the day of the judgement, a withdrawn report until its withdrawal", () => {
  const entries = toldEntries({ says: "red gained", on: "3", told: "3" });
  const [report, claim] = entries;
  if (report?.entry !== "report" || claim?.entry !== "claim") throw new Error("a report and its claim");
  const made = {
    decision: { kind: "reject" as const, claim: claim.claim.id },
    reviewer: "Ana",
    on: march(6),
  };
  const rejected = ledgerOf([
    ...entries,
    { entry: "judgement", judgement: { id: judgementId(made), ...made } },
  ]);
  const retraction = { id: "x_1", report: report.report.id, on: march(6) };
  const withdrawn = ledgerOf([...entries, { entry: "retraction", retraction }]);
  for (const ledger of [rejected, withdrawn]) {
    const at = (day: number) => picture(ledger, { asOf: march(4), knownAt: march(day) }, WAR).places.length;
    assert.deepEqual([at(5), at(6)], [1, 0]);
  }
});
