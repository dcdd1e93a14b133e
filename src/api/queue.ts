import type { Claim } from "../domain/claim.ts";
import { isLive } from "../domain/claim.ts";
import type { Assessment } from "../picture/types.ts";
import type { Desk } from "./desk.ts";
import { reviewState } from "./rows.ts";

/**
 * Claims that nobody has decided on, and those on which reviewers disagree: conflicts first, then claims that alone
 * carry a state, then other deciding ones, then those that support or contradict, then the rest that are live.
 */
export function reviewQueue(desk: Desk, places: readonly Assessment[]): readonly Claim[] {
  const weights = new Map<string, number>();
  const raise = (id: string, weight: number) => weights.set(id, Math.max(weight, weights.get(id) ?? 0));
  for (const { because } of places) {
    const alone = because.deciding.length === 1 && because.supporting.length === 0;
    for (const id of because.deciding) raise(id, alone ? 4 : 3);
    for (const id of because.supporting) raise(id, 2);
    for (const id of because.contradicting) raise(id, 2);
  }
  const weigh = (claim: Claim) =>
    desk.conflicts.has(claim.id) ? 5 : (weights.get(claim.id) ?? (isLive(claim) ? 1 : 0));
  return desk.claims
    .filter((claim) => ["open", "conflict"].includes(reviewState(desk, claim)))
    .map((claim, index) => ({ claim, index, weight: weigh(claim) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.index - b.index)
    .map(({ claim }) => claim);
}
