import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { table } from "../../test/table.ts";
import type { Claim } from "../domain/claim.ts";
import { addDays, type Day } from "../domain/day.ts";
import { broughtIn, pannedBy, seenAt, WHOLE, zoomedAround } from "./map-zoom.ts";
import { piecesOf } from "./pieces.ts";
import { changedBetween, Reel, stretchOf } from "./reel.ts";
import { ticksOf, trackScale } from "./track-scale.ts";
import { moved, searchOf, VIEWS, whereFrom } from "./where.ts";

const day = fc.integer({ min: 0, max: 900 }).map((n) => addDays("2020-01-01" as Day, n));

test("law: an address leads back to where it was made", () => {
  const where = fc.record(
    {
      view: fc.constantFrom(...VIEWS),
      asOf: day,
      knownAt: day,
      apart: fc.boolean(),
      place: fc.string({ minLength: 1 }),
      voice: fc.constantFrom("camp:x", "source:A & B"),
      judgements: fc.constantFrom("all" as const, "then" as const, "none" as const),
      filter: fc.string({ minLength: 1 }).map((q) => ({ q })),
      cells: fc.boolean(),
      embed: fc.boolean(),
    },
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(where, (one) => {
      const search = searchOf(one).slice(1);
      assert.deepEqual(whereFrom(search), one);
    }),
  );
});

test("an address that nobody made is read as far as it makes sense", () => {
  const cases = table(
    ["search", "view", "asOf", "why"],
    `
    ?view=nothing&asOf=2021-02-30 | map   |            | neither a view nor a day
    ?view=table&asOf=2021-02-28   | table | 2021-02-28 | both
    ?asOf=<script>                | map   |            | not a day
  `,
  );
  for (const { search, view, asOf, why } of cases) {
    const where = whereFrom(search);
    assert.equal(where.view, view, why);
    assert.equal(where.asOf ?? "", asOf, why);
  }
  assert.equal("place" in moved(whereFrom("?place=x"), { place: undefined }), false);
});

test("law: pieces of a text make the text again, and each quote is covered by its claim's pieces", () => {
  const spans = fc.array(fc.tuple(fc.nat(30), fc.nat(12)), { maxLength: 6 });
  fc.assert(
    fc.property(fc.string({ minLength: 45, maxLength: 45 }), spans, (text, all) => {
      const rows = all.map(([start, length], i) => ({
        claim: { id: `c${i}`, quote: { start, end: start + length + 1 } } as unknown as Claim,
      }));
      const pieces = piecesOf(text, rows);
      assert.equal(pieces.map((piece) => piece.text).join(""), text);
      for (const { claim } of rows) {
        const own = pieces.filter((piece) => piece.rows.some((row) => row.claim === claim));
        assert.equal(own.map((piece) => piece.text).join(""), text.slice(claim.quote.start, claim.quote.end));
      }
    }),
  );
});

test("a reel unrolls differences into pictures", () => {
  const place = (id: string) => ({ id, name: id, level: "town" });
  const reel = new Reel(
    {
      revision: "1",
      places: [place("a"), place("b")],
      holders: ["red", "blue"],
      frames: [
        { asOf: "2021-01-01", knownAt: "2021-01-01", set: [[0, 0, 0, 1, "2021-01-01"]], drop: [] },
        { asOf: "2021-01-02", knownAt: "2021-01-02", set: [[1, 0, 1, 1, ""]], drop: [] },
        { asOf: "2021-01-03", knownAt: "2021-01-03", set: [[0, 0, 1, 1, "2021-01-03"]], drop: [1] },
      ],
    },
    "2021-01-01" as Day,
  );
  const told = (on: string) => reel.at(on as Day)?.map(({ place: { id }, holder }) => `${id} ${holder}`);
  assert.deepEqual(told("2021-01-01"), ["a red"]);
  assert.deepEqual(told("2021-01-02"), ["a red", "b blue"]);
  assert.deepEqual(told("2021-01-03"), ["a blue"]);
  assert.equal(told("2021-01-04"), undefined);
  const changes = changedBetween(reel.at("2021-01-02" as Day)!, reel.at("2021-01-03" as Day)!);
  assert.deepEqual(
    changes.map(({ was, is }) => `${was?.holder} ${is?.holder}`),
    ["red blue", "blue undefined"],
  );
});

test("law: every day lies in its stretch, and days of one stretch share it", () => {
  const [first, last] = ["2020-01-10" as Day, "2022-06-01" as Day];
  fc.assert(
    fc.property(day, (one) => {
      const { from, to } = stretchOf(one, first, last);
      assert.ok(from <= one && one <= to);
      if (one >= first && one <= last) assert.deepEqual(stretchOf(from, first, last), { from, to });
    }),
  );
});

test("law: the track gives back the day that it was asked to show, and ticks do not crowd", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 300, max: 1800 }), (days, width) => {
      const first = "2019-03-05" as Day;
      const scale = trackScale(first, addDays(first, days), width);
      const some = addDays(first, Math.floor(days / 2));
      assert.equal(scale.dayAt(scale.x(some)), some);
      const xs = ticksOf(scale).map((tick) => scale.x(tick.day));
      for (let i = 1; i < xs.length; i++) assert.ok(xs[i]! - xs[i - 1]! >= 55);
    }),
  );
});

test("law: zooming keeps what is under the pointer there, unless the sheet's end forbids it", () => {
  const size = { width: 800, height: 600 };
  fc.assert(
    fc.property(fc.integer({ min: 200, max: 600 }), fc.integer({ min: 150, max: 450 }), (x, y) => {
      const zoom = zoomedAround(WHOLE, 3, { x, y }, size);
      const at = seenAt(zoom, { x, y });
      assert.ok(Math.abs(at.x - x) < 1e-6 && Math.abs(at.y - y) < 1e-6);
      assert.deepEqual(zoomedAround(zoom, 1 / 100, { x, y }, size).k, 1);
      const shown = seenAt(broughtIn(pannedBy(zoom, 5000, 0, size), { x, y }, size), { x, y });
      assert.ok(shown.x > -1 && shown.x < size.width + 1);
    }),
  );
});
