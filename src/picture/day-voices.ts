import type { ActorId, CampId } from "../domain/ids.ts";
import { type Evidence, FIRM, isFirm, type Party, WEIGHT } from "./evidence.ts";

import type { Segment } from "./segment.ts";
import type { Sides } from "./sides.ts";

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

/**
 * Umbrella names give way to the one group named beside them. A handover between allies is no loss of their camp.
 */
export function dayVoices(given: readonly Evidence[], sides: Sides): DayVoices {
  if (given.length === 1) return oneVoice(given);
  const evidence = withoutUmbrellas(given, sides);
  const groups: { camp: CampId; has: Evidence[]; lacks: Evidence[] }[] = [];
  const fought: Evidence[] = [];
  const besieged: Evidence[] = [];
  const groupOf = (camp: CampId) => {
    let group = groups.find((one) => one.camp === camp);
    if (!group) {
      group = { camp, has: [], lacks: [] };
      groups.push(group);
    }
    return group;
  };
  for (const one of evidence) {
    const { saying } = one;
    if (saying.kind === "has") groupOf(saying.party.camp).has.push(one);
    else if (saying.kind === "lost" || saying.kind === "has-not") groupOf(saying.party.camp).lacks.push(one);
    else if (saying.kind === "fought") fought.push(one);
    else besieged.push(one);
  }
  return { stands: groups.map(({ has, lacks }) => standOf(has, lacks)), fought, besieged };
}

function oneVoice(given: readonly Evidence[]): DayVoices {
  const { saying } = given[0]!;
  switch (saying.kind) {
    case "has":
      return { stands: [{ party: saying.party, has: given, lacks: NONE }], fought: NONE, besieged: NONE };
    case "lost":
    case "has-not":
      return { stands: [{ party: saying.party, has: NONE, lacks: given }], fought: NONE, besieged: NONE };
    case "fought":
      return { stands: NONE, fought: given, besieged: NONE };
    case "besieged":
      return { stands: NONE, fought: NONE, besieged: given };
  }
}

const NONE: readonly never[] = [];

function standOf(having: readonly Evidence[], lacking: readonly Evidence[]): Stand {
  if (having.length === 0 || lacking.length === 0) {
    return { party: partyOf(having.length > 0 ? having : lacking), has: having, lacks: lacking };
  }
  const handed = lacking.flatMap((one) => handedOver(one, having) ?? []);
  const has = [...having, ...handed];
  return { party: partyOf(has), has, lacks: lacking.filter((one) => !handedOver(one, having)) };
}

/** One ally's loss, where another is told to have gained the place, tells the same handover (R17). */
function handedOver(one: Evidence, having: readonly Evidence[]): Evidence | undefined {
  const { saying } = one;
  if (saying.kind !== "lost") return undefined;
  for (const { saying: has } of having) {
    if (has.kind !== "has" || !has.change || has.party.actor === saying.party.actor) continue;
    return { ...one, saying: { ...has, from: saying.party } };
  }
  return undefined;
}

function withoutUmbrellas(evidence: readonly Evidence[], sides: Sides): readonly Evidence[] {
  const umbrellas = evidence.filter(
    ({ saying }) => saying.kind === "has" && sides.isUmbrella(saying.party.actor),
  );
  if (umbrellas.length === 0) return evidence;
  const named = evidence.flatMap(({ saying }) => {
    if (saying.kind === "has") return [saying.party];
    return saying.kind === "fought" && saying.inside ? [saying.inside] : [];
  });
  const lost = new Set(evidence.flatMap(({ saying }) => (saying.kind === "lost" ? [saying.party.camp] : [])));
  const groups = named.filter(({ actor, camp }) => !sides.isUmbrella(actor) && !lost.has(camp));
  const [group] = groups;
  if (!group || groups.some(({ camp }) => camp !== group.camp)) return evidence;
  return evidence.map((one) =>
    one.saying.kind === "has" && sides.isUmbrella(one.saying.party.actor)
      ? { ...one, saying: { ...one.saying, party: group } }
      : one,
  );
}

export function strongest(evidence: readonly Evidence[]): number {
  let best = -1;
  for (const { interest } of evidence) best = Math.max(best, WEIGHT[interest]);
  return best;
}

export function firmHas(stand: Stand): boolean {
  return strongest(stand.has) >= FIRM;
}

/**
 * Its loss is told by a neutral voice or by itself. That a camp says it does not have a place is a loss only where it was
 * said to have it.
 */
export function firmLoss({ party, lacks }: Stand, now: Segment | undefined): boolean {
  const had = now?.holder?.camp === party.camp;
  return lacks.some(
    (one) => isFirm(one) && (one.saying.kind === "lost" || (had && one.interest === "against")),
  );
}

export function tellsChange(evidence: readonly Evidence[]): boolean {
  return evidence.some(({ saying }) => saying.kind === "has" && saying.change);
}

/** R17: handed over by agreement; whoever has it then did not attack it. */
export function handedByAgreement({ stands }: DayVoices): boolean {
  return stands.some(({ has, lacks }) => [...has, ...lacks].some(({ saying }) => "agreed" in saying));
}

/** Of allies that are named for one place: the one named most firmly, then the one at home, then the most often named. */
export function partyOf(evidence: readonly Evidence[]): Party {
  const first = evidence.length === 1 ? named(evidence[0]!) : undefined;
  if (first) return first;
  const times = new Map<ActorId, number>();
  for (const one of evidence) {
    const actor = named(one)?.actor;
    if (actor) times.set(actor, (times.get(actor) ?? 0) + 1);
  }
  let best: { readonly party: Party; readonly rank: number; readonly id: string } | undefined;
  for (const one of evidence) {
    const party = named(one);
    if (!party) continue;
    if (times.size === 1) return party;
    const rank = WEIGHT[one.interest] * 10_000_000 + (party.home ? 1_000_000 : 0) + times.get(party.actor)!;
    if (!best || rank > best.rank || (rank === best.rank && one.claim.id < best.id)) {
      best = { party, rank, id: one.claim.id };
    }
  }
  if (!best) throw new Error("partyOf was given claims that name nobody");
  return best.party;
}

/** Of several camps the one named most firmly; `undefined` when two are named alike, as ids must not decide. */
export function clearParty(evidence: readonly Evidence[]): Party | undefined {
  const byCamp = Map.groupBy(evidence, (one) => named(one)?.camp);
  let best: readonly Evidence[] | undefined;
  let alike = false;
  for (const [camp, group] of byCamp) {
    if (camp === undefined) continue;
    const order = best ? strongest(group) - strongest(best) || group.length - best.length : 1;
    alike = order === 0;
    if (order > 0) best = group;
  }
  return best && !alike ? partyOf(best) : undefined;
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
