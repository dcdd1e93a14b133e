import type { TokenRange } from "../types.ts";
import { phraseAt } from "../words/noun-phrase.ts";
import { type View, wordAt } from "../words/view.ts";
import type { IncidentHit } from "./incident-lexicon.ts";

/** The words between the verb and the end of its object's noun phrase. */
export function objectOf(view: View, hit: IncidentHit): TokenRange | undefined {
  let from = hit.to;
  while (
    /^(?:on|at|into|upon|off|down|out|up|over|the|a|an|and)$/.test(wordAt(view, from)) &&
    from < hit.to + 2
  )
    from += 1;
  const phrase =
    phraseAt(view, from, Math.min(view.tokens.length, from + 10)) ??
    phraseAt(view, hit.to, Math.min(view.tokens.length, hit.to + 10));
  return phrase ? { from: phrase.from, to: phrase.to } : undefined;
}

export function subjectOf(view: View, hit: IncidentHit): TokenRange | undefined {
  const clause = view.analysis.clauses.findLast(({ from, to }) => from <= hit.from && hit.from < to);
  return clause?.subject ?? clause?.antecedent;
}

/** Whether a word of the range is of the class. */
export function has(view: View, range: TokenRange, wanted: string): boolean {
  for (let i = range.from; i < range.to; i += 1) if (view.words.has(wanted, wordAt(view, i))) return true;
  return false;
}

/** As `has`, over so many tokens on both sides. */
export function near(
  view: View,
  hit: { readonly from: number; readonly to: number },
  reach: number,
  wanted: string,
): boolean {
  return has(
    view,
    { from: Math.max(0, hit.from - reach), to: Math.min(view.tokens.length, hit.to + reach) },
    wanted,
  );
}
