import type { Valid } from "../src/domain/claim.ts";
import { addDays, type Day, dayOf, daysBetween, parseDay } from "../src/domain/day.ts";
import type { GoldValid } from "./gold.ts";

/**
 * Gold that gives no day agrees with every claim. Else the claim's first day lies in the gold interval, or at most `slack`
 * days off one of its ends.
 */
export function dayAgrees(gold: GoldValid | undefined, valid: Valid, slack: number): boolean {
  const from = gold?.from ? parseDay(gold.from) : undefined;
  if (!gold || !from || gold.precision === "unknown") return true;
  if (!valid.from) return false;
  const end = (gold.until && parseDay(gold.until)) || afterUnit(from, gold.precision);
  return daysBetween(from, valid.from) >= -slack && daysBetween(valid.from, end) > -slack;
}

function afterUnit(from: Day, precision: string | undefined): Day {
  const year = Number(from.slice(0, 4));
  const month = Number(from.slice(5, 7));
  if (precision === "week") return addDays(from, 7);
  if (precision === "month") return month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
  return precision === "year" ? dayOf(year + 1, 1, 1) : addDays(from, 1);
}
