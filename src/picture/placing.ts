import type { DayNumber } from "./day-number.ts";
import type { Evidence } from "./evidence.ts";
import { countedFrom } from "./when.ts";

export interface DayBatch {
  readonly day: DayNumber;
  /** In order of claim ids. */
  readonly evidence: readonly Evidence[];
}

/** The claims in batches by the day from which each counts. */
export function placedInTime(evidence: readonly Evidence[]): readonly DayBatch[] {
  const byDay = new Map<DayNumber, Evidence[]>();
  for (const one of evidence) {
    const day = dayOfEvidence(one, evidence);
    const so = byDay.get(day);
    if (so) so.push(one);
    else byDay.set(day, [one]);
  }
  return [...byDay.entries()]
    .sort(([a], [b]) => a - b)
    .map(([day, batch]) => ({ day, evidence: batch.sort((a, b) => (a.claim.id < b.claim.id ? -1 : 1)) }));
}

/** "Held from the 8th to the 16th" counts from its first day; a change told for a stretch of days from one of them. */
function dayOfEvidence(one: Evidence, all: readonly Evidence[]): DayNumber {
  const { first, last, saying, claim } = one;
  if (first === last) return first;
  if (saying.kind !== "lost" && !(saying.kind === "has" && saying.change)) {
    return claim.valid.precision === "day" ? first : countedFrom(first, last);
  }
  return exactDayWithin(one, all) ?? countedFrom(first, last);
}

/** The day that another claim gives to the same change, when it lies in the stretch: the earliest of several. */
function exactDayWithin({ first, last, saying }: Evidence, all: readonly Evidence[]): DayNumber | undefined {
  let day: DayNumber | undefined;
  for (const other of all) {
    if (
      other.undated ||
      other.last - other.first >= Math.min(2, last - first) ||
      other.first < first ||
      other.last > last
    )
      continue;
    if (!sameChange(saying, other.saying)) continue;
    const counted = countedFrom(other.first, other.last);
    if (day === undefined || counted < day) day = counted;
  }
  return day;
}

function sameChange(a: Evidence["saying"], b: Evidence["saying"]): boolean {
  if (a.kind === "has" && b.kind === "has") return b.change && a.party.camp === b.party.camp;
  if (a.kind === "lost" && b.kind === "lost") return a.party.camp === b.party.camp;
  if (a.kind === "lost" && b.kind === "has") return b.change && b.from?.camp === a.party.camp;
  return a.kind === "has" && b.kind === "lost" && a.from?.camp === b.party.camp;
}
