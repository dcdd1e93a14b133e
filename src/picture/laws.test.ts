import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { ledgerTold, march, type Told, toldEntries, WAR } from "../../test/pictures.ts";
import { told } from "../../test/told-arbitrary.ts";
import type { Day } from "../domain/day.ts";
import type { Entry, Ledger } from "../ledger/entry.ts";
import { ledgerOf, union } from "../ledger/union.ts";
import { versionAt, versionsOf } from "./course.ts";
import { toDayNumber } from "./day-number.ts";
import type { Evidence } from "./evidence.ts";
import { fold, foldMore } from "./fold.ts";
import { evidenceOf } from "./folded-place.ts";
import { picture, pictureOf } from "./picture.ts";
import { type EvidenceList, listed, type Segment } from "./segment.ts";
import { type Assessment, GRADES, type Picture } from "./types.ts";

const rows = fc.array(told, { maxLength: 7 });
const day = fc.integer({ min: 2, max: 9 }).map((date) => march(date));
const PAST = march(30);
const runs = { numRuns: 300 };

function at(ledger: Ledger, asOf: Day, knownAt: Day): Picture {
  return asSent(picture(ledger, { asOf, knownAt }, WAR));
}

/** As JSON has it: with all that is else only made when it is read. */
function asSent(picture: Picture): Picture {
  return JSON.parse(JSON.stringify(picture));
}

test("law: order and repetition of arrival do not change a picture", () => {
  fc.assert(
    fc.property(rows, fc.infiniteStream(fc.nat()), day, (told, numbers, asOf) => {
      const entries = told.flatMap((one, i) => toldEntries(one, i));
      const shuffled = shuffle([...entries, ...entries], numbers);
      assert.deepEqual(at(ledgerOf(shuffled), asOf, PAST), at(ledgerOf(entries), asOf, PAST));
    }),
    runs,
  );
});

test("law: the union of ledgers gives one picture, whichever is merged into which and how often", () => {
  fc.assert(
    fc.property(rows, rows, day, (one, other, asOf) => {
      const [a, b] = [ledgerTold(one), ledgerTold(other)];
      const joined = at(union(a, b), asOf, PAST);
      assert.deepEqual(at(union(b, a), asOf, PAST), joined);
      assert.deepEqual(at(union(union(a, b), a), asOf, PAST), joined);
    }),
    runs,
  );
});

test("law: what was not yet published cannot change a picture", () => {
  fc.assert(
    fc.property(rows, day, day, (told, asOf, knownAt) => {
      const early = told.filter((one) => march(one.told) <= knownAt);
      const indexed = told.flatMap((one, i) => (early.includes(one) ? toldEntries(one, i) : []));
      assert.deepEqual(at(ledgerTold(told), asOf, knownAt), at(ledgerOf(indexed), asOf, knownAt));
    }),
    runs,
  );
});

test("law: a claim about one place leaves the others as they were", () => {
  fc.assert(
    fc.property(rows, told, day, (others, one, asOf) => {
      const elsewhere = { ...one, place: "Dale" };
      const before = at(ledgerTold(others), asOf, PAST).places;
      const after = at(ledgerTold([...others, elsewhere]), asOf, PAST).places;
      assert.deepEqual(
        after.filter(({ place }) => place.name !== "Dale"),
        before,
      );
    }),
    runs,
  );
});

test("law: swapping two actors everywhere swaps the result", () => {
  fc.assert(
    fc.property(rows, day, (told, asOf) => {
      const swapped = at(ledgerTold(told.map(swapTold)), asOf, PAST).places;
      const expected = at(ledgerTold(told), asOf, PAST).places;
      assert.deepEqual(swapped.map(seen), expected.map(seen).map(swapWords));
    }),
    runs,
  );
});

test("law: adding a claim that agrees never lowers a grade", () => {
  fc.assert(
    fc.property(rows, day, fc.constantFrom("Wire C", "Wire A"), (told, asOf, by) => {
      const before = at(ledgerTold(told), asOf, PAST).places;
      for (const one of before) {
        if (one.state !== "held" || !one.holder) continue;
        const on = asOf.slice(8).replace(/^0/, "");
        const place = one.place.level === "site" ? "Ford:site" : one.place.name;
        const agreeing = { says: `${one.holder} holds`, on, told: "25", by, place };
        const after = at(ledgerTold([...told, agreeing]), asOf, PAST).places;
        const now = after.find(({ place: p }) => p.id === one.place.id);
        assert.equal(now?.holder, one.holder);
        assert.ok(rank(now!) <= rank(one), `${one.grade} became ${now!.grade}`);
      }
    }),
    runs,
  );
});

test("law: no assessment without a claim, and every claim it names is known and about its place", () => {
  fc.assert(
    fc.property(rows, day, day, (told, asOf, knownAt) => {
      const ledger = ledgerTold(told);
      for (const { place, because } of at(ledger, asOf, knownAt).places) {
        assert.ok(because.deciding.length > 0);
        for (const id of [...because.deciding, ...because.supporting, ...because.contradicting]) {
          const claim = ledger.claims.get(id)!;
          assert.equal(claim.place?.name, place.name);
          assert.ok(ledger.reports.get(claim.report)!.publishedOn! <= knownAt);
        }
      }
    }),
    runs,
  );
});

test("law: more reports folded in give the picture of the whole", () => {
  fc.assert(
    fc.property(rows, rows, day, day, fc.boolean(), (one, other, asOf, knownAt, asked) => {
      const [a, b] = [ledgerTold(one), ledgerOf(other.flatMap((told, i) => toldEntries(told, 100 + i)))];
      const viewpoint = { asOf, knownAt };
      const whole = pictureOf(fold(union(a, b), WAR), viewpoint);
      const before = fold(a, WAR);
      if (asked) pictureOf(before, viewpoint);
      assert.deepEqual(asSent(pictureOf(foldMore(before, b), viewpoint)), asSent(whole));
    }),
    runs,
  );
});

test("law: a history that grows from one day of knowledge to the next is the one that is told at once", () => {
  fc.assert(
    fc.property(rows, fc.array(fc.option(fc.integer({ min: 3, max: 12 }))), (told, ends) => {
      for (const place of fold(ledgerTold(told), WAR).places) {
        const evidence = evidenceOf(place).map((one, i) => withEnd(one, ends[i] ?? undefined));
        for (const { knownFrom, top } of versionsOf(evidence, place.sides)) {
          assert.deepEqual(inWords(top), inWords(versionAt(evidence, knownFrom, place.sides)));
        }
      }
    }),
    runs,
  );
});

function withEnd(one: Evidence, date: number | undefined): Evidence {
  const until = date === undefined ? undefined : toDayNumber(march(date));
  return until === undefined || until <= one.knownFrom ? one : { ...one, knownUntil: until };
}

function inWords(segment: Segment | undefined): unknown {
  if (!segment) return undefined;
  const ids = (list: EvidenceList) =>
    listed(list)
      .map(({ claim }) => claim.id)
      .sort();
  const { deciding, supporting, contradicting, before, ...rest } = segment;
  return { ...rest, claims: [deciding, supporting, contradicting].map(ids), before: inWords(before) };
}

function shuffle(entries: readonly Entry[], numbers: Iterable<number>): readonly Entry[] {
  const keys = numbers[Symbol.iterator]();
  return entries
    .map((entry) => ({ entry, key: keys.next().value as number }))
    .sort((a, b) => a.key - b.key)
    .map(({ entry }) => entry);
}

function rank({ grade }: Assessment): number {
  return GRADES.indexOf(grade);
}

/** Ids are hashes of the words and differ when the words do; what is answered may not. */
function seen({ place, state, holder, grade, since, because }: Assessment): string {
  const counts = [because.deciding, because.supporting, because.contradicting].map((ids) => ids.length);
  return [place.id, state, holder ?? "-", grade, since?.from, since?.until, ...counts].join(" ");
}

function swapWords(text: string): string {
  return text.replace(/\b(red|blue)\b/gi, (name) => SWAPPED[name]!);
}

const SWAPPED: Readonly<Record<string, string>> = { red: "blue", blue: "red", Red: "Blue", Blue: "Red" };

function swapTold(told: Told): Told {
  return Object.fromEntries(
    Object.entries(told).map(([field, value]) => [field, swapWords(String(value))]),
  ) as unknown as Told;
}
