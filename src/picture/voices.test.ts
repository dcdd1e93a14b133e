import assert from "node:assert/strict";
import { test } from "node:test";
import { ledgerTold, march, type Told, WAR } from "../../test/pictures.ts";
import { saidBy } from "./according-to.ts";
import { differenceOf } from "./difference.ts";
import { fold } from "./fold.ts";
import { pictureOf } from "./picture.ts";
import { timelineOf } from "./timeline.ts";

const WIRE_TEXT =
  "Red fighters came down from the hills at dawn, crossed the river on rafts and by noon had taken the town of Ford and its mill, " +
  "people who fled along the southern road said on the telephone, adding that the garrison had gone in the night without a shot.";

const ROWS: readonly Told[] = [
  { says: "blue holds", on: "1", told: "1", by: "Wire A" },
  { says: "red gained", on: "3", told: "3", by: "Red Radio", stance: "claimed" },
  { says: "red gained", on: "3", told: "5", by: "Wire A" },
  { says: "red gained", on: "3", told: "6", by: "Blue Radio", stance: "denied" },
  { says: "blue gained", on: "", told: "6", by: "Blue Radio", stance: "claimed", stage: "planned" },
];
const nameOf = (id: string) => id.toUpperCase();
const at = (asOf: number, knownAt: number) => ({ asOf: march(asOf), knownAt: march(knownAt) });

function gradeOf(rows: readonly Told[]): string | undefined {
  return pictureOf(fold(ledgerTold(rows), WAR), at(9, 9)).places[0]?.grade;
}

test("R7: a text printed by two sources, cut or with a line more, is one voice", () => {
  const one = { says: "red gained", on: "3", told: "4", by: "Wire A", text: WIRE_TEXT };
  const copy = { ...one, by: "Wire B", text: `FORD, Monday. ${WIRE_TEXT.slice(0, 200)} More follows.` };
  const other = {
    ...one,
    by: "Wire B",
    text: "The town of Ford fell to Red on Tuesday, a nurse at its hospital told this paper.",
  };
  assert.equal(gradeOf([one, copy]), "likely");
  assert.equal(gradeOf([one, other]), "confirmed");
});

test("as one camp tells it, its own gains stay claimed and what it denies does not appear", () => {
  const ledger = ledgerTold(ROWS);
  const told = (camp: string) =>
    pictureOf(fold(ledger, WAR, saidBy({ kind: "camp", camp })), at(9, 9)).places.map(
      ({ state, holder }) => `${state} ${holder}`,
    );
  assert.deepEqual(told("red"), ["claimed red"]);
  assert.deepEqual(told("blue"), []);
});

test("from one source only, nothing that others published counts", () => {
  for (const source of ["Wire A", "the wire a"]) {
    const folded = fold(ledgerTold(ROWS), WAR, saidBy({ kind: "source", source }));
    assert.deepEqual(
      pictureOf(folded, at(9, 9)).places.map(({ holder, grade }) => `${holder} ${grade}`),
      ["red likely"],
    );
  }
});

test("two days of the world differ in what happened, two days of knowledge in what was learned", () => {
  const folded = fold(ledgerTold(ROWS), WAR);
  const between = (a: ReturnType<typeof at>, b: ReturnType<typeof at>) =>
    differenceOf(pictureOf(folded, a), pictureOf(folded, b), nameOf).map(
      ({ kind, sentence }) => `${kind}: ${sentence}`,
    );
  assert.deepEqual(between(at(2, 5), at(4, 5)), [
    "holder: Ford: held by RED since 2020-03-03 (confirmed); before, held by BLUE (likely).",
  ]);
  assert.deepEqual(between(at(4, 3), at(4, 5)), [
    "state: Ford: held by RED since 2020-03-03 (confirmed); as known before, claimed by RED (claimed).",
  ]);
  assert.deepEqual(between(at(4, 5), at(4, 5)), []);
  assert.deepEqual(between(at(0, 5), at(1, 5)), [
    "appeared: Ford: held by BLUE since 2020-03-01 (likely); nothing known before.",
  ]);
});

test("the timeline tells for each known claim what it did and its Admiralty grade", () => {
  const folded = fold(ledgerTold(ROWS), WAR);
  const told = (knownAt: number) =>
    timelineOf([...folded.places.values()][0]!, at(9, knownAt), folded).map(
      ({ day, source, effect, reliability, credibility }) =>
        `${day?.slice(8) ?? "--"} ${source} ${effect} ${reliability}${credibility}`,
    );
  assert.deepEqual(told(3), ["01 Wire A decides B2", "03 Red Radio decides D3"]);
  assert.deepEqual(told(6), [
    "01 Wire A decides B2",
    "03 Red Radio decides D1",
    "03 Wire A decides B2",
    "03 Blue Radio contradicts D5",
    "-- Blue Radio set aside D6",
  ]);
});

test("a province has its own claims and, apart, the share of its known places", () => {
  const rows = [
    { says: "red holds", on: "3", told: "3", place: "Shire:province" },
    { says: "red holds", on: "3", told: "3", place: "Ford" },
    { says: "red holds", on: "3", told: "3", place: "Mill" },
    { says: "blue holds", on: "3", told: "3", place: "Dale" },
    { says: "fought", on: "3", told: "3", place: "Hill" },
  ];
  const { places } = pictureOf(fold(ledgerTold(rows), WAR), at(4, 4));
  const province = places.find(({ place }) => place.level === "province");
  assert.deepEqual(province?.share, {
    of: 4,
    held: [
      { holder: "red", count: 2 },
      { holder: "blue", count: 1 },
    ],
  });
});

test("each reason is one sentence that names the rule and what would change it", () => {
  for (const { reason, rule } of [at(2, 2), at(4, 3), at(4, 5), at(400, 9)].flatMap(
    (viewpoint) => pictureOf(fold(ledgerTold(ROWS), WAR), viewpoint).places,
  )) {
    assert.match(reason, /^[A-Z][^.]*\(R\d+(, R9)?\); [^.]*would [^.]*\.$/);
    assert.ok(reason.includes(rule));
  }
});
