import type { Claim } from "../domain/claim.ts";
import type { Day } from "../domain/day.ts";
import type { ClaimId, PlaceId } from "../domain/ids.ts";
import type { Judgement } from "../domain/judgement.ts";
import type { ClaimPlace } from "../domain/place.ts";
import { canonical } from "./canonical.ts";
import { parseClaim } from "./parse-entry.ts";
import { latestOfEachReviewer, standingJudgements, subjectOf } from "./standing.ts";

/** Standing judgements on one subject that cannot all be right, or that leave no claim. None of them is applied. */
export interface Conflict {
  /** A claim id, or the place id that would be merged away. */
  readonly subject: string;
  readonly judgements: readonly Judgement[];
}

export interface Judged {
  /** Without the rejected, with the corrections; a corrected claim keeps its id. */
  readonly claims: readonly Claim[];
  readonly accepted: ReadonlySet<ClaimId>;
  readonly rejected: ReadonlySet<ClaimId>;
  readonly corrected: ReadonlySet<ClaimId>;
  readonly conflicts: readonly Conflict[];
}

/** The claims as people's judgements made by `knownAt` leave them. */
export function judged(claims: readonly Claim[], judgements: Iterable<Judgement>, knownAt?: Day): Judged {
  const standing = standingJudgements(judgements, knownAt);
  const bySubject = Map.groupBy(standing, (j) => subjectOf(j.decision) ?? j.id);
  const accepted = new Set<ClaimId>();
  const rejected = new Set<ClaimId>();
  const corrected = new Set<ClaimId>();
  const conflicts: Conflict[] = [];
  const kept: Claim[] = [];
  for (const claim of claims) {
    const about = latestOfEachReviewer(bySubject.get(claim.id) ?? []);
    const verdict = verdictOf(claim, about);
    if (verdict === "conflict") conflicts.push({ subject: claim.id, judgements: about });
    if (verdict === "accept") accepted.add(claim.id);
    if (verdict === "reject") rejected.add(claim.id);
    else if (typeof verdict === "object") {
      corrected.add(claim.id);
      kept.push(verdict.corrected);
    } else kept.push(claim);
  }
  const merges = placeMerges(standing);
  return {
    claims: withMergedPlaces(kept, merges.into),
    accepted,
    rejected,
    corrected,
    conflicts: [...conflicts, ...merges.conflicts],
  };
}

type Verdict = "none" | "accept" | "reject" | "conflict" | { readonly corrected: Claim };

function verdictOf(claim: Claim, judgements: readonly Judgement[]): Verdict {
  const kinds = new Set(judgements.map((j) => j.decision.kind));
  if (kinds.size > 1) return "conflict";
  if (kinds.has("reject")) return "reject";
  if (kinds.has("accept")) return "accept";
  if (!kinds.has("correct")) return "none";
  const fields: Record<string, unknown> = {};
  for (const { decision } of judgements) {
    if (decision.kind !== "correct") continue;
    for (const [name, value] of Object.entries(decision.fields)) {
      if (name in fields && canonical(fields[name]) !== canonical(value)) return "conflict";
      fields[name] = value;
    }
  }
  const corrected = correctedClaim(claim, fields);
  return parseClaim(corrected).wrong === undefined ? { corrected } : "conflict";
}

/** The claim with `fields` in the place of its own; `null` takes one away. Its id and its report stay. */
export function correctedClaim(claim: Claim, fields: Readonly<Record<string, unknown>>): Claim {
  const all = { ...claim, ...fields, id: claim.id, report: claim.report };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null)) as unknown as Claim;
}

function placeMerges(standing: readonly Judgement[]) {
  const into = new Map<PlaceId, PlaceId>();
  const conflicts: Conflict[] = [];
  const merges = standing.filter((j) => j.decision.kind === "merge-places");
  for (const [from, group] of Map.groupBy(merges, (j) => subjectOf(j.decision)!)) {
    const latest = latestOfEachReviewer(group);
    const targets = new Set(latest.map((j) => (j.decision.kind === "merge-places" ? j.decision.into : "")));
    if (targets.size > 1) conflicts.push({ subject: from, judgements: latest });
    else into.set(from as PlaceId, [...targets][0] as PlaceId);
  }
  for (const from of [...into.keys()].filter((place) => inCircle(place, into))) {
    conflicts.push({ subject: from, judgements: merges.filter((j) => subjectOf(j.decision) === from) });
    into.delete(from);
  }
  return { into, conflicts };
}

function inCircle(place: PlaceId, into: ReadonlyMap<PlaceId, PlaceId>): boolean {
  let at = into.get(place);
  for (let step = 0; at !== undefined && at !== place && step < into.size; step++) at = into.get(at);
  return at === place;
}

/** A claim about a merged place takes what another claim says of the place that stays; where none does, its id alone. */
function withMergedPlaces(claims: readonly Claim[], into: ReadonlyMap<PlaceId, PlaceId>): readonly Claim[] {
  if (into.size === 0) return claims;
  const final = (id: PlaceId): PlaceId => {
    const next = into.get(id);
    return next === undefined ? id : final(next);
  };
  const known = new Map<PlaceId, ClaimPlace>();
  for (const { place } of claims) {
    if (!place?.id || place.site) continue;
    const so = known.get(place.id);
    if (!so || canonical(place) < canonical(so)) known.set(place.id, place);
  }
  return claims.map((claim) => {
    const { place } = claim;
    if (!place?.id || !into.has(place.id)) return claim;
    const id = final(place.id);
    const { name, country, admin1, lon, lat } = known.get(id) ?? place;
    const stays = Object.fromEntries(
      Object.entries({ name, country, admin1, lon, lat }).filter(([, value]) => value !== undefined),
    );
    return { ...claim, place: { ...place, ...stays, id } };
  });
}
