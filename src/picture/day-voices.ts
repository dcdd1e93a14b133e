import type { CampId } from "../domain/ids.ts";
import { type Evidence, FIRM, isFirm, type Party, WEIGHT } from "./evidence.ts";

/** What the claims of one day say of one camp. */
export interface Stand {
  readonly party: Party;
  readonly has: readonly Evidence[];
  /** Losses told, and denials that it has the place. */
  readonly lacks: readonly Evidence[];
}

/** The claims of one place that count from one day, sorted by what they say. */
export interface DayVoices {
  readonly stands: readonly Stand[];
  readonly fought: readonly Evidence[];
  readonly besieged: readonly Evidence[];
}

export function dayVoices(evidence: readonly Evidence[]): DayVoices {
  const has = new Map<CampId, Evidence[]>();
  const lacks = new Map<CampId, Evidence[]>();
  const fought: Evidence[] = [];
  const besieged: Evidence[] = [];
  for (const one of evidence) {
    const { saying } = one;
    if (saying.kind === "has") push(has, saying.party.camp, one);
    else if (saying.kind === "lost" || saying.kind === "has-not") push(lacks, saying.party.camp, one);
    else if (saying.kind === "fought") fought.push(one);
    else besieged.push(one);
  }
  const stands = [...new Set([...has.keys(), ...lacks.keys()])].map((camp) => {
    const stand = { has: has.get(camp) ?? [], lacks: lacks.get(camp) ?? [] };
    return { party: partyOf(stand.has.length > 0 ? stand.has : stand.lacks), ...stand };
  });
  return { stands, fought, besieged };
}

export function strongest(evidence: readonly Evidence[]): number {
  let best = -1;
  for (const { interest } of evidence) best = Math.max(best, WEIGHT[interest]);
  return best;
}

export function firmHas(stand: Stand): boolean {
  return strongest(stand.has) >= FIRM;
}

/** Its loss is told by a neutral voice or by itself; denials of others are none. */
export function firmLoss(stand: Stand): boolean {
  return stand.lacks.some((one) => isFirm(one) && (one.saying.kind === "lost" || one.interest === "against"));
}

export function tellsChange(evidence: readonly Evidence[]): boolean {
  return evidence.some(({ saying }) => saying.kind === "has" && saying.change);
}

/** Of allies that are named for one place: the one named most firmly, then the one at home, then the most often named. */
export function partyOf(evidence: readonly Evidence[]): Party {
  let best: { readonly party: Party; readonly rank: number; readonly id: string } | undefined;
  for (const one of evidence) {
    const party = named(one);
    if (!party) continue;
    const times = evidence.filter((other) => named(other)?.actor === party.actor).length;
    const rank = WEIGHT[one.interest] * 10_000_000 + (party.home ? 1_000_000 : 0) + times;
    if (!best || rank > best.rank || (rank === best.rank && one.claim.id < best.id)) {
      best = { party, rank, id: one.claim.id };
    }
  }
  if (!best) throw new Error("partyOf was given claims that name nobody");
  return best.party;
}

function named({ saying }: Evidence): Party | undefined {
  switch (saying.kind) {
    case "has":
    case "lost":
    case "has-not":
      return saying.party;
    case "fought":
      return saying.inside;
    case "besieged":
      return saying.by;
  }
}

function push(map: Map<CampId, Evidence[]>, camp: CampId, one: Evidence): void {
  const so = map.get(camp);
  if (so) so.push(one);
  else map.set(camp, [one]);
}
