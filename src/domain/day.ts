import type { Brand } from "./brand.ts";

/** A UTC calendar day, `YYYY-MM-DD`. Days compare as text. */
export type Day = Brand<string, "Day">;

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

/** `undefined` when the text is no day of the calendar ("2021-02-30"). */
export function parseDay(text: string): Day | undefined {
  const parts = FORM.exec(text);
  if (!parts) return undefined;
  const ms = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  return dayOfMs(ms) === text ? (text as Day) : undefined;
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
