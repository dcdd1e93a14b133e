import type { ValidPrecision } from "../../domain/claim.ts";
import { addDays, type Day, dayOf, weekdayOf } from "../../domain/day.ts";

/** Half-open days and how closely they were told. */
export interface Interval {
  readonly from: Day;
  readonly until: Day;
  readonly precision: Exclude<ValidPrecision, "unknown">;
}

export const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
export const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

export const oneDay = (day: Day): Interval => ({ from: day, until: addDays(day, 1), precision: "day" });

/** `from` and the days up to `last`, both included; precision by length: to 3 days day, to 14 week, else month. */
export function span(from: Day, last: Day, precision?: Interval["precision"]): Interval {
  const until = addDays(last, 1);
  return { from, until, precision: precision ?? precisionOf(from, until) };
}

function precisionOf(from: Day, until: Day): Interval["precision"] {
  if (addDays(from, 4) >= until) return "day";
  return addDays(from, 16) >= until ? "week" : "month";
}

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
export const monthOf = (day: Day): number => Number(day.slice(5, 7));

/** The date, or `undefined` where the calendar has none ("31 June"). */
export function dateAt(year: number, month: number, date: number): Day | undefined {
  return date >= 1 && date <= daysInMonth(year, month) ? dayOf(year, month, date) : undefined;
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The first of the month `count` months after the month of `day`. */
export function monthStart(day: Day, count = 0): Day {
  const index = yearOf(day) * 12 + monthOf(day) - 1 + count;
  return dayOf(Math.floor(index / 12), (index % 12) + 1, 1);
}

/** The same date `count` months later, or the month's last day where it has no such date. */
export function addMonths(day: Day, count: number): Day {
  const start = monthStart(day, count);
  const date = Math.min(Number(day.slice(8, 10)), daysInMonth(yearOf(start), monthOf(start)));
  return addDays(start, date - 1);
}

export function wholeMonth(year: number, month: number): Interval {
  const from = dayOf(year, month, 1);
  return { from, until: monthStart(from, 1), precision: "month" };
}

export function wholeYear(year: number): Interval {
  return { from: dayOf(year, 1, 1), until: dayOf(year + 1, 1, 1), precision: "year" };
}

/** Weeks begin on Monday. */
export function weekStart(day: Day): Day {
  return addDays(day, -((weekdayOf(day) + 6) % 7));
}

/** The latest such weekday up to and with `day`. */
export function weekdayUpTo(day: Day, weekday: number): Day {
  return addDays(day, -((weekdayOf(day) - weekday + 7) % 7));
}

/** The first such weekday from `day` on. */
export function weekdayFrom(day: Day, weekday: number): Day {
  return addDays(day, (weekday - weekdayOf(day) + 7) % 7);
}

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  "twenty-four": 24,
  "forty-eight": 48,
  "seventy-two": 72,
  couple: 2,
  few: 3,
  several: 4,
  some: 4,
  many: 8,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
};

/** "three", "3", "3rd", "a couple of", "few"; `undefined` when it is no number. */
export function smallNumber(text: string): number | undefined {
  const word = text
    .toLowerCase()
    .replace(/^an? (?=couple|few)|^the |\s+of$/g, "")
    .trim();
  const digits = /^(\d{1,3})(?:st|nd|rd|th)?$/.exec(word);
  return digits ? Number(digits[1]) : NUMBERS[word];
}
