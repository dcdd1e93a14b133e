import type { Day } from "../domain/day.ts";
import type { Ledger } from "./entry.ts";
import { latestOfEachReviewer, standingJudgements, subjectOf } from "./standing.ts";

export const JUDGEMENT_MODES = ["then", "all", "none"] as const;
/** `then`: judgements count from the day on which they were made; `all`: from the beginning; `none`: not at all. */
export type JudgementMode = (typeof JUDGEMENT_MODES)[number];

const FIRST_DAY = "0001-01-01" as Day;

/** The ledger with its judgements as a question wants them. */
export function withJudgements(ledger: Ledger, mode: JudgementMode): Ledger {
  switch (mode) {
    case "then":
      return ledger;
    case "none":
      return { ...ledger, judgements: new Map() };
    case "all": {
      const standing = standingJudgements(ledger.judgements.values());
      const bySubject = Map.groupBy(standing, (one) => subjectOf(one.decision));
      const last = [...bySubject.values()].flatMap(latestOfEachReviewer);
      return { ...ledger, judgements: new Map(last.map((one) => [one.id, { ...one, on: FIRST_DAY }])) };
    }
  }
}
