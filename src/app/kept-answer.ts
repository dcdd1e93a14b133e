import { canonical } from "../ledger/canonical.ts";
import type { LedgerStore } from "../store/ledger.ts";

export interface KeptDeps {
  readonly store: Pick<LedgerStore, "keptAnswer" | "keepAnswer" | "generation">;
  /** What answers are made with besides the ledger, as text that differs when any of it has changed. */
  readonly madeWith: () => string;
  /** From how many claims on an answer is kept. */
  readonly keptFrom?: number;
}

/** Answers about fewer claims are worked out about as fast as the program starts. */
const KEPT_FROM_CLAIMS = 10_000;

/**
 * An answer as JSON: the one that the ledger has kept of this very set, else made now and, where that takes long, kept.
 * `question` must name everything that the answer depends on besides the set and `madeWith`.
 */
export function answerTo(
  question: unknown,
  deps: KeptDeps,
  make: () => { readonly answer: unknown; readonly claims: number },
): string {
  const { store, madeWith, keptFrom = KEPT_FROM_CLAIMS } = deps;
  const asked = { question: canonical(question), madeWith };
  const kept = store.keptAnswer(asked);
  if (kept !== undefined) return kept;
  const generation = store.generation();
  const { answer, claims } = make();
  const json = JSON.stringify(answer);
  if (claims >= keptFrom) store.keepAnswer(asked, generation, json);
  return json;
}
