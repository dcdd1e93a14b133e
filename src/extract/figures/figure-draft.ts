import type { ClaimPlace } from "../../domain/place.ts";
import type { Span } from "../../domain/span.ts";
import type { SentenceAnalysis, TokenRange } from "../types.ts";
import type { View } from "../words/view.ts";
import { type WhereOptions, whereOf } from "./figure-place.ts";
import { rememberPlace } from "./figure-view.ts";

/** Sentences of these kinds tell nothing that the body does not tell better, or nothing at all. */
export function isTold({ sentence }: SentenceAnalysis): boolean {
  return sentence.kind === "prose" || sentence.kind === "list";
}

/** Offsets in the report of the tokens `from` to `to`. */
export function spanOf({ sentence: { tokens } }: SentenceAnalysis, { from, to }: TokenRange): Span {
  const first = tokens[from];
  const last = tokens[to - 1];
  if (!first || !last) throw new Error(`a draft covers no token: ${from} to ${to} of ${tokens.length}`);
  return { start: first.start, end: last.end };
}

/** Index of the innermost clause that holds the token. */
export function clauseAt({ clauses }: SentenceAnalysis, token: number): number | undefined {
  let found: number | undefined;
  for (let i = 0; i < clauses.length; i += 1) {
    const clause = clauses[i];
    if (clause && clause.from <= token && token < clause.to) found = i;
  }
  return found;
}

export interface Drafted {
  readonly quote: Span;
  readonly trigger: Span;
  readonly sentence: number;
  readonly clause?: number;
  readonly place?: ClaimPlace;
}

/** What every draft of a figure has: its words, its event word, its clause and its place. */
export function drafted(
  view: View,
  {
    words,
    trigger,
    at = trigger,
  }: { readonly words: TokenRange; readonly trigger: TokenRange; readonly at?: TokenRange },
  where: WhereOptions & { readonly place?: ClaimPlace } = {},
): Drafted {
  const { analysis } = view;
  const place = where.place ?? whereOf(view, at, where);
  if (place && !place.inferred && place.level !== "country" && place.level !== "area")
    rememberPlace(view, place);
  const clause = clauseAt(analysis, trigger.from);
  return {
    quote: spanOf(analysis, words),
    trigger: spanOf(analysis, trigger),
    sentence: analysis.sentence.index,
    ...(clause === undefined ? {} : { clause }),
    ...(place ? { place } : {}),
  };
}
