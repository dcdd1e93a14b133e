import { addDays, type Day, daysBetween } from "../domain/day.ts";

/** Days since 2000-01-01, so that the fold compares and subtracts numbers. */
export type DayNumber = number;

const ORIGIN = "2000-01-01" as Day;
const known = new Map<Day, DayNumber>();

export function toDayNumber(day: Day): DayNumber {
  let number = known.get(day);
  if (number === undefined) {
    number = daysBetween(ORIGIN, day);
    known.set(day, number);
  }
  return number;
}

export function toDay(number: DayNumber): Day {
  return addDays(ORIGIN, number);
}
