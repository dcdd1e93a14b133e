import type { Decision } from "../domain/judgement.ts";
import type { Entry } from "./entry.ts";

/** Ids of the entries that this one speaks of; a ledger that has it should have them too. */
export function referencesOf(entry: Entry): readonly string[] {
  switch (entry.entry) {
    case "report":
      return [];
    case "address":
      return [entry.address.report];
    case "revision":
      return [entry.revision.earlier, entry.revision.later];
    case "claim":
      return [entry.claim.report];
    case "reading":
      return [entry.reading.report, ...entry.reading.claims];
    case "retraction":
      return [entry.retraction.report];
    case "judgement": {
      const { decision, after } = entry.judgement;
      return after === undefined ? namedBy(decision) : [...namedBy(decision), after];
    }
  }
}

function namedBy(decision: Decision): readonly string[] {
  switch (decision.kind) {
    case "accept":
    case "reject":
    case "correct":
      return [decision.claim];
    case "undo":
      return [decision.judgement];
    case "withhold":
      return decision.what.kind === "position" ? [decision.what.report] : [];
    case "merge-places":
      return [];
  }
}
