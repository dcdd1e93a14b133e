import type { ClaimPlace } from "../../domain/place.ts";
import type { SentenceAnalysis } from "../types.ts";

/** Verbs of telling: a place in their clause tells where the speaker is. */
export const SAYING =
  /^(?:say|tell|report|announce|add|claim|confirm|write|quote|acknowledge|deny|insist|warn|declare|speak|put|estimate|count)$/;

/** The token stands in the subject of telling, or behind it in a clause of its own. */
export function isSaying({ clauses }: SentenceAnalysis, at: number): boolean {
  const clause = clauses.findLast(({ from, to }) => from <= at && at < to);
  return clause?.verb?.voice === "active" && SAYING.test(clause.verb.lemma);
}

export function isLocal({ level }: ClaimPlace): boolean {
  return level !== "country" && level !== "area";
}
