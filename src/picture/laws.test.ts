import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { ledgerTold, march, type Told, toldEntries, WAR } from "../../test/pictures.ts";
import type { Day } from "../domain/day.ts";
import type { Entry, Ledger } from "../ledger/entry.ts";
import { ledgerOf, union } from "../ledger/union.ts";
import { fold, foldMore } from "./fold.ts";
import { picture, pictureOf } from "./picture.ts";
import { type Assessment, GRADES, type Picture } from "./types.ts";

/** Narrow on purpose: three days, two towns, three sides, so that claims meet. */
const told: fc.Arbitrary<Told> = fc
  .record({
    change: fc.constantFrom(
      "gained",
      "gained from",
      "lost",
      "holds",
      "entered",
      "besieged",
      "repelled",
      "fought",
    ),
    actor: fc.constantFrom("red", "blue", "green"),
    other: fc.constantFrom("red", "blue", "green"),
    first: fc.integer({ min: 3, max: 5 }),
    length: fc.constantFrom(0, 0, 0, 1, 3),
    lag: fc.integer({ min: 0, max: 2 }),
    place: fc.constantFrom("Ford", "Ford", "Mill", "Ford:site"),
    voice: fc.constantFrom<Partial<Told>>(
      {},
      { by: "Wire A" },
      { by: "Wire B" },
      { by: "Red Radio", stance: "claimed" },
      { by: "Blue Radio", stance: "claimed" },
      { by: "Blue Radio", stance: "denied" },
      { speaker: "Aide of red", stance: "admitted" },
      { speaker: "residents", stance: "said" },
      { by: "Wire A", stance: "unverified" },
    ),
  })
  .map(({ change, actor, other, first, length, lag, place, voice }) => ({
    says: change === "fought" ? "fought" : `${actor} ${change}${change.endsWith("from") ? ` ${other}` : ""}`,
    on: length === 0 ? String(first) : `${first}..${first + length}`,
    told: String(first + length + lag),
    place,
    ...voice,
  }));

const rows = fc.array(told, { maxLength: 7 });
const day = fc.integer({ min: 2, max: 9 }).map((date) => march(date));
const PAST = march(30);
const runs = { numRuns: 300 };

function at(ledger: Ledger, asOf: Day, knownAt: Day): Picture {
  return picture(ledger, { asOf, knownAt }, WAR);
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
    fc.property(rows, rows, day, day, (one, other, asOf, knownAt) => {
      const [a, b] = [ledgerTold(one), ledgerOf(other.flatMap((told, i) => toldEntries(told, 100 + i)))];
      const viewpoint = { asOf, knownAt };
      const whole = pictureOf(fold(union(a, b), WAR), viewpoint);
      assert.deepEqual(pictureOf(foldMore(fold(a, WAR), b), viewpoint), whole);
    }),
    runs,
  );
});

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
