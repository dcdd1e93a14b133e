import type { Brand } from "./brand.ts";

/** A UTC calendar day, `YYYY-MM-DD`. Days compare as text. */
export type Day = Brand<string, "Day">;

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** `Date.UTC` takes lesser years for years of the twentieth century. */
const FIRST_YEAR = 100;
const MS_PER_DAY = 86_400_000;

/** `undefined` when the text is no day of the calendar ("2021-02-30"). */
export function parseDay(text: string): Day | undefined {
  const parts = FORM.exec(text);
  if (!parts) return undefined;
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year >= FIRST_YEAR && date >= 1 && date <= daysIn(year, month) ? (text as Day) : undefined;
}

/** Of a month from 1 to 12; 0 for any other number. */
function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** The day `count` days later; earlier when negative. */
export function addDays(day: Day, count: number): Day {
  return dayOfMs(msOfDay(day) + count * MS_PER_DAY);
}

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return (msOfDay(b) - msOfDay(a)) / MS_PER_DAY;
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(msOfDay(day)).getUTCDay();
}

/** `month` is 1 to 12. The numbers must name a real day. */
export function dayOf(year: number, month: number, date: number): Day {
  const day = dayOfMs(Date.UTC(year, month - 1, date));
  const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
  if (day !== text) throw new Error(`dayOf was given a day that does not exist: ${text}`);
  return day;
}

function msOfDay(day: Day): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
}

function dayOfMs(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10) as Day;
}
