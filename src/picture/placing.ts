import type { DayNumber } from "./day-number.ts";
import type { Evidence } from "./evidence.ts";
import { countedFrom } from "./when.ts";

export interface DayBatch {
  readonly day: DayNumber;
  /** In order of claim ids. */
  readonly evidence: readonly Evidence[];
}

/** The claims, given in order of first day and id, in batches by the day from which each counts. */
export function placedInTime(evidence: readonly Evidence[]): readonly DayBatch[] {
  const batches: { day: DayNumber; evidence: Evidence[] }[] = [];
  const add = (one: Evidence, day: DayNumber) => {
    const last = batches.at(-1);
    if (last?.day === day) last.evidence.push(one);
    else batches.push({ day, evidence: [one] });
  };
  if (evidence.every(({ first, last }) => first === last)) {
    for (const one of evidence) add(one, one.first);
    return batches;
  }
  const placed = evidence.map((one) => ({ one, day: dayOfEvidence(one, evidence) }));
  placed.sort((a, b) => a.day - b.day || (a.one.claim.id < b.one.claim.id ? -1 : 1));
  for (const { one, day } of placed) add(one, day);
  return batches;
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
