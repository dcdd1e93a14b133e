import type { Day } from "../domain/day.ts";
import type { Decision, Judgement, JudgementId } from "../domain/judgement.ts";
import type { Problem } from "../domain/problem.ts";
import { canonical } from "../ledger/canonical.ts";
import { judgementId } from "../ledger/id.ts";
import { correctedClaim } from "../ledger/judged.ts";
import { parseClaim, parseDecision } from "../ledger/parse-entry.ts";
import { standingJudgements, subjectOf } from "../ledger/standing.ts";
import type { LedgerStore } from "../store/ledger.ts";

export interface JudgeDeps {
  readonly store: Pick<LedgerStore, "add" | "claim" | "has" | "judgements" | "path">;
  readonly today: () => Day;
}

export interface Opinion {
  readonly decision: Decision;
  readonly reviewer: string;
  readonly reason?: string;
}

export type Verdict =
  | { readonly judgement: Judgement; readonly problem?: undefined }
  | { readonly problem: Problem; readonly judgement?: undefined };

/** Fields that say which claim it is; what another reading made of other words is another claim. */
const FIXED = ["id", "report", "reportRef", "quote", "kind", "extractor", "basis"];

/**
 * Stores a reviewer's decision. It takes the place of the same reviewer's earlier one on the same subject; the same decision
 * twice is stored once. What another reviewer thinks is left alone and may conflict.
 */
export function judge(deps: JudgeDeps, { decision, reviewer, reason }: Opinion): Verdict {
  const judgements = deps.store.judgements();
  const problem = problemWith(decision, reviewer, judgements, deps.store);
  if (problem) return { problem };
  const standing = standingJudgements(judgements).filter((one) => one.reviewer === reviewer);
  const same = standing.find(
    (one) => canonical(one.decision) === canonical(decision) && one.reason === reason,
  );
  if (same) return { judgement: same };
  const after = decision.kind === "undo" ? undefined : lastOn(decision, reviewer, judgements);
  const content = {
    decision,
    reviewer,
    on: deps.today(),
    ...(reason !== undefined && { reason }),
    ...(after !== undefined && { after }),
  };
  const judgement = { id: judgementId(content), ...content };
  deps.store.add([{ entry: "judgement", judgement }]);
  return { judgement };
}

/** The end of the reviewer's chain of judgements on the subject, undone ones and undoings included. */
function lastOn(decision: Decision, reviewer: string, all: readonly Judgement[]): JudgementId | undefined {
  const subject = subjectOf(decision);
  const own = all.filter((one) => one.reviewer === reviewer);
  const about = new Set(own.filter((one) => subjectOf(one.decision) === subject).map((one) => one.id));
  for (const one of own)
    if (one.decision.kind === "undo" && about.has(one.decision.judgement)) about.add(one.id);
  const followed = new Set(
    own.flatMap(({ decision, after }) => [after, decision.kind === "undo" ? decision.judgement : undefined]),
  );
  const ends = own.filter((one) => about.has(one.id) && !followed.has(one.id));
  return ends.sort((a, b) => (a.on !== b.on ? (a.on < b.on ? 1 : -1) : a.id < b.id ? 1 : -1))[0]?.id;
}

function problemWith(
  decision: Decision,
  reviewer: string,
  judgements: readonly Judgement[],
  store: JudgeDeps["store"],
): Problem | undefined {
  const refused = (where: string, detail: string): Problem => ({ code: "judgement-refused", where, detail });
  if (reviewer.trim() === "") return refused(store.path, "it does not say whose it is");
  const parsed = parseDecision(decision);
  if (parsed.wrong !== undefined) return refused(subjectOf(decision) ?? store.path, parsed.wrong);
  switch (decision.kind) {
    case "accept":
    case "reject":
      return store.claim(decision.claim)
        ? undefined
        : { code: "claim-unknown", where: store.path, id: decision.claim };
    case "correct":
      return problemWithCorrection(decision, store);
    case "undo": {
      const taken = judgements.find((one) => one.id === decision.judgement);
      if (!taken) return refused(decision.judgement, "there is no such judgement to take back");
      return taken.reviewer === reviewer
        ? undefined
        : refused(
            decision.judgement,
            `it is ${taken.reviewer}'s, who alone can take it back; judge the claim yourself`,
          );
    }
    case "merge-places":
      return decision.from === decision.into
        ? refused(decision.from, "a place cannot be merged with itself")
        : undefined;
    case "withhold":
      return undefined;
  }
}

function problemWithCorrection(
  decision: Decision & { readonly kind: "correct" },
  store: JudgeDeps["store"],
): Problem | undefined {
  const claim = store.claim(decision.claim);
  if (!claim) return { code: "claim-unknown", where: store.path, id: decision.claim };
  const refused = (detail: string): Problem => ({ code: "judgement-refused", where: decision.claim, detail });
  const names = Object.keys(decision.fields);
  const fixed = names.filter((name) => FIXED.includes(name));
  if (fixed.length > 0) return refused(`${fixed.join(", ")} cannot be corrected; reject the claim instead`);
  if (names.length === 0) return refused("it corrects no field");
  const parsed = parseClaim(correctedClaim(claim, decision.fields));
  return parsed.wrong === undefined ? undefined : refused(parsed.wrong);
}
