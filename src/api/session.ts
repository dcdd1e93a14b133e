import type { Day } from "../domain/day.ts";
import type { Ledger } from "../ledger/entry.ts";
import type { ApiDeps } from "./deps.ts";
import { type Desk, deskOf } from "./desk.ts";
import type { JudgementMode } from "./params.ts";
import { type Asking, asking } from "./question.ts";

/** The desk of the newest revision, and pictures from it. */
export interface Session {
  readonly desk: () => Desk;
  readonly asking: (mode: JudgementMode | undefined) => Asking;
}

const FIRST_DAY = "0001-01-01" as Day;

/** Lays out and folds each revision of the ledger once. */
export function session(deps: ApiDeps): Session {
  let desk: Desk | undefined;
  let asked = new Map<JudgementMode, Asking>();
  const current = () => {
    const { ledger, revision } = deps.ledger();
    if (desk?.revision !== revision) {
      desk = deskOf(ledger, revision);
      asked = new Map();
    }
    return desk;
  };
  return {
    desk: current,
    asking: (mode = "then") => {
      const { ledger } = current();
      let found = asked.get(mode);
      if (!found) {
        found = asking(withJudgements(ledger, mode), deps.asking);
        asked.set(mode, found);
      }
      return found;
    },
  };
}

/** The ledger with its judgements as the question wants them: made on their day, in force from the start, or none. */
function withJudgements(ledger: Ledger, mode: JudgementMode): Ledger {
  switch (mode) {
    case "then":
      return ledger;
    case "none":
      return { ...ledger, judgements: new Map() };
    case "all":
      return {
        ...ledger,
        judgements: new Map([...ledger.judgements].map(([id, made]) => [id, { ...made, on: FIRST_DAY }])),
      };
  }
}
