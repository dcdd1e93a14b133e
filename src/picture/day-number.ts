import { addDays, type Day } from "../domain/day.ts";

/** Days since 2000-01-01, so that the fold compares and subtracts numbers. */
export type DayNumber = number;

const ORIGIN = "2000-01-01" as Day;
const DAYS_BEFORE_ORIGIN = 730_425;

/** The proleptic Gregorian calendar, counted in years that begin in March, so that the leap day is the last. */
export function toDayNumber(day: Day): DayNumber {
  const month = (digitsAt(day, 5) + 9) % 12;
  const year = digitsAt(day, 0) * 100 + digitsAt(day, 2) - (month >= 10 ? 1 : 0);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return (
    year * 365 + leapDays + Math.floor((month * 153 + 2) / 5) + digitsAt(day, 8) - 1 - DAYS_BEFORE_ORIGIN
  );
}

function digitsAt(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
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
