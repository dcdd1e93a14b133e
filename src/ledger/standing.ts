import type { Day } from "../domain/day.ts";
import type { Decision, Judgement, JudgementId } from "../domain/judgement.ts";
import { canonical } from "./canonical.ts";

/**
 * Judgements that stand: neither undone nor replaced by the same reviewer. With `knownAt`, only those made by that day
 * count, as standing and as undoing alike. In order of their ids.
 */
export function standingJudgements(judgements: Iterable<Judgement>, knownAt?: Day): readonly Judgement[] {
  const made = [...judgements].filter((j) => knownAt === undefined || j.on <= knownAt);
  const undoing = new Map<JudgementId, Judgement[]>();
  const replacing = new Map<JudgementId, Judgement[]>();
  for (const j of made) {
    if (j.decision.kind === "undo") push(undoing, j.decision.judgement, j);
    else if (j.after !== undefined) push(replacing, j.after, j);
  }
  /** Ends because an id is the hash of what it names: no judgement can come before itself. */
  const undone = (j: Judgement): boolean =>
    (undoing.get(j.id) ?? []).some((u) => u.reviewer === j.reviewer && !undone(u));
  const replaced = (j: Judgement): boolean =>
    (replacing.get(j.id) ?? []).some((r) => r.reviewer === j.reviewer && !undone(r));
  return made
    .filter((j) => j.decision.kind !== "undo" && !undone(j) && !replaced(j))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What a decision is about, as text: judgements with equal subjects may conflict. `undefined` for an undo. */
export function subjectOf(decision: Decision): string | undefined {
  switch (decision.kind) {
    case "accept":
    case "reject":
    case "correct":
      return decision.claim;
    case "merge-places":
      return decision.from;
    case "withhold":
      return canonical(decision.what);
    case "undo":
      return undefined;
  }
}

/** One reviewer's later day outweighs the earlier; on the same day both are kept and may conflict. */
export function latestOfEachReviewer(judgements: readonly Judgement[]): readonly Judgement[] {
  const last = new Map<string, Day>();
  for (const { reviewer, on } of judgements) {
    const so = last.get(reviewer);
    if (so === undefined || on > so) last.set(reviewer, on);
  }
  return judgements.filter((j) => last.get(j.reviewer) === j.on);
}

function push(map: Map<JudgementId, Judgement[]>, key: JudgementId, judgement: Judgement): void {
  const so = map.get(key);
  if (so) so.push(judgement);
  else map.set(key, [judgement]);
}
