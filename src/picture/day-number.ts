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

const days = new Map<DayNumber, Day>();

export function toDay(number: DayNumber): Day {
  let day = days.get(number);
  if (day === undefined) {
    day = addDays(ORIGIN, number);
    days.set(number, day);
  }
  return day;
}
