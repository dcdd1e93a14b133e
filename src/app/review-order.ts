import { type Claim, isLive } from "../domain/claim.ts";
import type { ClaimId } from "../domain/ids.ts";
import type { Judgement } from "../domain/judgement.ts";
import type { Ledger } from "../ledger/entry.ts";
import { type Judged, judged } from "../ledger/judged.ts";
import type { Because } from "../picture/types.ts";
import { newestFirst } from "./newest-first.ts";

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

/** Subjects of judgements, by what became of them. */
export interface Verdicts extends Pick<Judged, "accepted" | "rejected" | "corrected"> {
  readonly conflicts: ReadonlySet<string>;
}

/**
 * Claims that nobody has judged and those that reviewers judge differently, the most consequential first; of equal urgency
 * in the order given.
 */
export function inReviewOrder(
  claims: readonly Claim[],
  verdicts: Verdicts,
  assessments: readonly { readonly because: Because }[],
): readonly Omit<ReviewItem, "conflict">[] {
  const roles = rolesOf(assessments);
  const found = claims.flatMap((claim) => {
    const urgency = urgencyOf(claim, verdicts, roles);
    return urgency ? [{ claim, urgency }] : [];
  });
  return found.sort((a, b) => URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency));
}

/** The same, with the judgements in conflict; of equal urgency the newest first. */
export function reviewOrder(
  ledger: Ledger,
  assessments: readonly { readonly because: Because }[],
): readonly ReviewItem[] {
  const claims = newestFirst(ledger.claims.values(), ledger);
  const { conflicts, ...verdicts } = judged(claims, ledger.judgements.values());
  const bySubject = new Map<string, readonly Judgement[]>(
    conflicts.map(({ subject, judgements }) => [subject, judgements]),
  );
  return inReviewOrder(claims, { ...verdicts, conflicts: new Set(bySubject.keys()) }, assessments).map(
    (one) => ({ ...one, conflict: bySubject.get(one.claim.id) ?? [] }),
  );
}

function urgencyOf(
  claim: Claim,
  { conflicts, accepted, rejected, corrected }: Verdicts,
  roles: ReadonlyMap<ClaimId, Urgency>,
): Urgency | undefined {
  const { id } = claim;
  if (conflicts.has(id)) return "disputed among reviewers";
  if (accepted.has(id) || rejected.has(id) || corrected.has(id)) return undefined;
  return roles.get(id) ?? (isLive(claim) ? "live" : undefined);
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
