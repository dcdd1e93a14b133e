import assert from "node:assert/strict";
import { test } from "node:test";
import { ledgerTold, march, WAR } from "../../test/pictures.ts";
import type { PlaceId } from "../domain/ids.ts";
import { ledgerOf } from "../ledger/union.ts";
import type { AccordingTo } from "../picture/according-to.ts";
import { ask, difference } from "./picture.ts";
import type { AskDeps } from "./question.ts";
import { why } from "./why.ts";

const ledger = ledgerTold([
  { says: "blue holds", on: "1", told: "1", place: "Ford" },
  { says: "red gained", on: "3", told: "4", place: "Ford" },
  { says: "red gained", on: "3", told: "4", place: "Ford:site" },
  { says: "blue holds", on: "2", told: "2", place: "Mill" },
]);
const deps: AskDeps = {
  fold: WAR,
  candidates: (name) => (name === "Furt" ? ["test:ford" as PlaceId] : []),
};
const today = march(30);

test("both days default to the latest published, and for an empty ledger to today", () => {
  const { asOf, knownAt } = ask(ledger, {}, deps, today);
  assert.deepEqual([asOf, knownAt], [march(4), march(4)]);
  const { asOf: day, places } = ask(ledgerOf([]), {}, deps, today);
  assert.deepEqual([day, places], [today, []]);
});

test("a place is found by its name in any case, by its id and by another spelling, with the sites in it", () => {
  for (const place of ["ford", "test:ford", "Furt"]) {
    const found = ask(ledger, { place }, deps, today).places.map((one) => one.place.id);
    assert.equal(found[0], "test:ford", place);
  }
  assert.deepEqual(
    why(ledger, { place: "Ford" }, deps, today).map(({ place, timeline }) => [place.id, timeline.length]),
    [
      ["test:ford", 2],
      ["test:ford#airport", 1],
    ],
  );
  assert.deepEqual(why(ledger, { place: "Nowhere" }, deps, today), []);
});

test("a voice that the ledger does not have is a problem that names those it has", () => {
  const told = ledgerTold([
    { says: "red gained", on: "3", told: "4", by: "Red Radio", stance: "claimed" },
    { says: "blue holds", on: "3", told: "4", by: "Wire A" },
  ]);
  const problems = (accordingTo: AccordingTo) => ask(told, { accordingTo }, deps, today).problems;
  assert.deepEqual(problems({ kind: "camp", camp: "green" }), [
    { code: "voice-unknown", where: "the camp that was asked for", known: "red" },
  ]);
  assert.deepEqual(problems({ kind: "source", source: "Wire Z" }), [
    { code: "voice-unknown", where: "the source that was asked for", known: "Red Radio, Wire A" },
  ]);
  assert.deepEqual(problems({ kind: "camp", camp: "red" }), []);
});

test("a difference is asked for one country or place like a picture", () => {
  const from = { asOf: march(2), knownAt: march(4) };
  const to = { asOf: march(4), knownAt: march(4) };
  const sentences = difference(ledger, { from, to, place: "Ford" }, deps).map(({ sentence }) => sentence);
  assert.deepEqual(sentences, [
    "Ford: held by Red since 2020-03-03 (likely); before, held by Blue (likely).",
    "Ford (airport): held by Red since 2020-03-03 (likely); nothing known before.",
  ]);
});
