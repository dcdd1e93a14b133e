import assert from "node:assert/strict";
import { test } from "node:test";
import * as chrono from "chrono-node";
import * as fc from "fast-check";
import { addDays, type Day, dayOf } from "../../domain/day.ts";
import { findDays } from "./days.ts";

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const FORMS: readonly ((date: number, month: string, year: number) => string)[] = [
  (date, month, year) => `${date} ${month} ${year}`,
  (date, month, year) => `${month} ${date}, ${year}`,
  (date, month, year) => `the ${date}th of ${month} ${year}`,
  (date, month, year) => `${month.slice(0, 3)} ${date}, ${year}`,
];

test("law: a written date means what chrono-node, read by others' rules, says it means", () => {
  const dates = fc.tuple(fc.integer({ min: 4, max: 20 }), fc.nat(11), fc.integer({ min: 1990, max: 2030 }));
  fc.assert(
    fc.property(dates, fc.nat(FORMS.length - 1), ([date, month, year], form) => {
      const words = FORMS[form]!(date, MONTHS[month]!, year);
      const text = `The town fell on ${words} after a siege.`;
      const [theirs] = chrono.parse(text);
      const [ours] = findDays(text, "2022-09-14" as Day);
      assert.equal(theirs?.start.get("day"), date);
      assert.equal(ours?.valid.from, dayOf(year, month + 1, date), words);
    }),
  );
});

test("law: days counted back mean what chrono-node says they mean", () => {
  const published = dayOf(2022, 9, 14);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), (count) => {
      const text = `The town fell ${count} days ago.`;
      const [theirs] = chrono.parse(text, new Date(Date.UTC(2022, 8, 14, 12)));
      const [ours] = findDays(text, published);
      assert.equal(ours?.valid.from, addDays(published, -count));
      assert.equal(theirs?.date().toISOString().slice(0, 10), ours?.valid.from);
    }),
  );
});
