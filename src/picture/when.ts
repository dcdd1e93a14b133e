import type { Valid } from "../domain/claim.ts";
import { addDays, type Day, dayOf } from "../domain/day.ts";
import { type DayNumber, toDayNumber } from "./day-number.ts";

/** Where the truth of a claim may lie: whole days, both included. */
export interface When {
  readonly first: DayNumber;
  readonly last: DayNumber;
  /** No day of its own: known only to hold by the day of publication. */
  readonly undated: boolean;
}

/**
 * The days of a claim (R14). A week, month or year without `until` lasts that long from its first day, and none lasts
 * longer than its own precision. A claim without a day holds by its publication; without that too it cannot be placed.
 */
export function whenOf(valid: Valid, published: Day | undefined): When | undefined {
  if (valid.from === undefined) {
    if (published === undefined) return undefined;
    const day = toDayNumber(published);
    return { first: day, last: day, undated: true };
  }
  const first = toDayNumber(valid.from);
  if (valid.until === undefined && valid.precision === "day") return { first, last: first, undated: false };
  const unit = toDayNumber(unitEnd(valid.from, valid.precision)) - 1;
  const told = valid.until === undefined ? unit : toDayNumber(valid.until) - 1;
  const last = valid.precision === "month" || valid.precision === "year" ? Math.min(told, unit) : told;
  return { first, last: Math.max(first, last), undated: false };
}

function unitEnd(from: Day, precision: Valid["precision"]): Day {
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  switch (precision) {
    case "day":
    case "unknown":
      return addDays(from, 1);
    case "week":
      return addDays(from, 7);
    case "month":
      return from.endsWith("-01") ? firstOfMonth(year, month + 1) : addDays(from, 31);
    case "year":
      return from.endsWith("-01-01") ? dayOf(year + 1, 1, 1) : addDays(from, 365);
  }
}

function firstOfMonth(year: number, month: number): Day {
  return month > 12 ? dayOf(year + 1, month - 12, 1) : dayOf(year, month, 1);
}

/** The longest stretch of days from whose middle a change is counted. */
export const MIDDLE_UP_TO_DAYS = 10;

/**
 * The day from which a change counts: of a short stretch the middle, where being too early is as likely as being too
 * late; of a longer one the last day, the first on which it is sure.
 */
export function countedFrom(first: DayNumber, last: DayNumber): DayNumber {
  return last - first < MIDDLE_UP_TO_DAYS ? Math.floor((first + last) / 2) : last;
}
