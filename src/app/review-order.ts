import { type Claim, isLive } from "../domain/claim.ts";
import type { ClaimId } from "../domain/ids.ts";
import type { Judgement } from "../domain/judgement.ts";
import { type Judged, judged } from "../ledger/judged.ts";
import type { Because } from "../picture/types.ts";

/** Why a claim comes up for review; earlier ones first. */
export const URGENCIES = [
  "disputed among reviewers",
  "alone carries a state",
  "decides",
  "supports or contradicts",
  "live",
] as const;
export type Urgency = (typeof URGENCIES)[number];

export interface ReviewItem {
  readonly claim: Claim;
  readonly urgency: Urgency;
  /** Standing judgements that cannot all be right; empty when reviewers agree. */
  readonly conflict: readonly Judgement[];
}

/** Claims that nobody has judged and those that reviewers judge differently, the most consequential first. */
export function reviewOrder(
  claims: readonly Claim[],
  judgements: Iterable<Judgement>,
  assessments: readonly { readonly because: Because }[],
): readonly ReviewItem[] {
  const verdicts = judged(claims, judgements);
  const conflicts = new Map(verdicts.conflicts.map((one) => [one.subject, one.judgements]));
  const roles = rolesOf(assessments);
  return claims
    .flatMap((claim): readonly ReviewItem[] => {
      const conflict = conflicts.get(claim.id);
      if (conflict) return [{ claim, urgency: "disputed among reviewers", conflict }];
      const urgency = roles.get(claim.id) ?? (isLive(claim) ? "live" : undefined);
      return urgency === undefined || isSettled(claim.id, verdicts) ? [] : [{ claim, urgency, conflict: [] }];
    })
    .sort(
      (a, b) =>
        URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency) || (a.claim.id < b.claim.id ? -1 : 1),
    );
}

function isSettled(id: ClaimId, { accepted, rejected, corrected }: Judged): boolean {
  return accepted.has(id) || rejected.has(id) || corrected.has(id);
}

function rolesOf(assessments: readonly { readonly because: Because }[]): ReadonlyMap<ClaimId, Urgency> {
  const roles = new Map<ClaimId, Urgency>();
  const give = (id: ClaimId, urgency: Urgency) => {
    const so = roles.get(id);
    if (so === undefined || URGENCIES.indexOf(urgency) < URGENCIES.indexOf(so)) roles.set(id, urgency);
  };
  for (const { because } of assessments) {
    const { deciding, supporting, contradicting } = because;
    const alone = deciding.length === 1 && supporting.length === 0;
    for (const id of deciding) give(id, alone ? "alone carries a state" : "decides");
    for (const id of [...supporting, ...contradicting]) give(id, "supports or contradicts");
  }
  return roles;
}
