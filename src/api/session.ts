import type { Day } from "../domain/day.ts";
import type { Ledger } from "../ledger/entry.ts";
import type { ApiDeps } from "./deps.ts";
import { type Desk, deskOf } from "./desk.ts";
import type { JudgementMode } from "./params.ts";
import type { Answer, Question } from "./question.ts";

/** The desk of the newest revision, and pictures from it. */
export interface Session {
  readonly desk: () => Desk;
  readonly asking: (mode: JudgementMode | undefined) => (question: Question) => Answer;
}

/** Answers kept; one of a few thousand places is about a megabyte. */
const MAX_ANSWERS = 60;
const FIRST_DAY = "0001-01-01" as Day;

/** Lays out and folds each revision of the ledger once. */
export function session(deps: ApiDeps): Session {
  let desk: Desk | undefined;
  let asking = new Map<JudgementMode, (question: Question) => Answer>();
  const current = () => {
    const { ledger, revision } = deps.ledger();
    if (desk?.revision !== revision) {
      desk = deskOf(ledger, revision);
      asking = new Map();
    }
    return desk;
  };
  return {
    desk: current,
    asking: (mode = "then") => {
      const { ledger } = current();
      let ask = asking.get(mode);
      if (!ask) {
        ask = remembering(deps.asker(withJudgements(ledger, mode)));
        asking.set(mode, ask);
      }
      return ask;
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

function remembering(ask: (question: Question) => Answer): (question: Question) => Answer {
  const kept = new Map<string, Answer>();
  return (question) => {
    if (question.place !== undefined) return ask(question);
    const key = JSON.stringify([question.asOf, question.knownAt, question.accordingTo, question.country]);
    const known = kept.get(key);
    if (known) return known;
    const answer = ask(question);
    if (kept.size >= MAX_ANSWERS) kept.delete(kept.keys().next().value!);
    kept.set(key, answer);
    return answer;
  };
}
