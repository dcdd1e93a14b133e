import { addDays, type Day } from "../domain/day.ts";

/** A day that lies somewhere from `first` to `last`, both included. */
export function dayWithin(first: Day, last: Day): string {
  if (first === last) return first;
  return addDays(first, 1) === last ? `${first} or ${last}` : `some day from ${first} to ${last}`;
}
