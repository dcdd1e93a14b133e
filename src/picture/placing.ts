import type { ClaimId } from "../domain/ids.ts";
import type { DayNumber } from "./day-number.ts";
import type { Evidence } from "./evidence.ts";
import { countedFrom } from "./when.ts";

export interface DayBatch {
  readonly day: DayNumber;
  /** In order of claim ids. */
  readonly evidence: readonly Evidence[];
}

/** The claims of one place in batches by the day from which each counts (R14), in order of days. */
export interface Placing {
  readonly batches: readonly DayBatch[];
  /** Puts in one claim more, in any order; index of the first batch that is no longer as it was. */
  add(one: Evidence): number;
}

interface Stretched {
  readonly one: Evidence;
  /** The earliest day that another claim gives to the same change. */
  given: DayNumber | undefined;
}

export function createPlacing(): Placing {
  const batches: { readonly day: DayNumber; readonly evidence: Evidence[] }[] = [];
  const stretched: Stretched[] = [];

  function put(one: Evidence, day: DayNumber): number {
    let at = batches.length;
    while (at > 0 && batches[at - 1]!.day >= day) at--;
    const batch = batches[at];
    if (batch?.day !== day) {
      batches.splice(at, 0, { day, evidence: [one] });
      return at;
    }
    batch.evidence.splice(placeById(batch.evidence, one.claim.id), 0, one);
    return at;
  }

  function take(one: Evidence, day: DayNumber): number {
    const at = batches.findIndex((batch) => batch.day === day);
    const { evidence } = batches[at]!;
    if (evidence.length === 1) batches.splice(at, 1);
    else evidence.splice(evidence.indexOf(one), 1);
    return at;
  }

  /** What a new claim tells of the days of those that were told for a stretch. */
  function settle(other: Evidence): number {
    let changed = batches.length;
    for (const it of stretched) {
      const day = dayGiven(it.one, other);
      if (day === undefined || (it.given !== undefined && it.given <= day)) continue;
      const before = it.given ?? countedFrom(it.one.first, it.one.last);
      it.given = day;
      if (before !== day) changed = Math.min(changed, take(it.one, before), put(it.one, day));
    }
    return changed;
  }

  function givenTo(one: Evidence): DayNumber | undefined {
    let given: DayNumber | undefined;
    for (const { evidence } of batches) {
      for (const other of evidence) {
        const day = dayGiven(one, other);
        if (day !== undefined && (given === undefined || day < given)) given = day;
      }
    }
    return given;
  }

  return {
    batches,
    add(one) {
      const changed = settle(one);
      const { first, last, claim } = one;
      if (first === last) return Math.min(changed, put(one, first));
      if (!isChange(one)) {
        const day = claim.valid.precision === "day" ? first : countedFrom(first, last);
        return Math.min(changed, put(one, day));
      }
      const given = givenTo(one);
      stretched.push({ one, given });
      return Math.min(changed, put(one, given ?? countedFrom(first, last)));
    },
  };
}

function placeById(evidence: readonly Evidence[], id: ClaimId): number {
  let low = 0;
  let high = evidence.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (evidence[middle]!.claim.id < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** "Held from the 8th to the 16th" counts from its first day; a change told for a stretch of days from one of them. */
function isChange({ saying }: Evidence): boolean {
  return saying.kind === "lost" || (saying.kind === "has" && saying.change);
}

/** The day that another claim gives to the same change, when it lies in the stretch. */
function dayGiven({ first, last, saying }: Evidence, other: Evidence): DayNumber | undefined {
  const outside = other.first < first || other.last > last;
  const vague = other.undated || other.last - other.first >= Math.min(2, last - first);
  if (outside || vague || !sameChange(saying, other.saying)) return undefined;
  return countedFrom(other.first, other.last);
}

function sameChange(a: Evidence["saying"], b: Evidence["saying"]): boolean {
  if (a.kind === "has" && b.kind === "has") return b.change && a.party.camp === b.party.camp;
  if (a.kind === "lost" && b.kind === "lost") return a.party.camp === b.party.camp;
  if (a.kind === "lost" && b.kind === "has") return b.change && b.from?.camp === a.party.camp;
  return a.kind === "has" && b.kind === "lost" && a.from?.camp === b.party.camp;
}
