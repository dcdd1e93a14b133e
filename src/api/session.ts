import { type JudgementMode, withJudgements } from "../ledger/judgement-mode.ts";
import type { ApiDeps } from "./deps.ts";
import { type Desk, deskOf } from "./desk.ts";
import { type Asking, asking } from "./question.ts";

/** The desk of the newest revision, and pictures from it. */
export interface Session {
  readonly desk: () => Desk;
  readonly asking: (mode: JudgementMode | undefined) => Asking;
}

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
