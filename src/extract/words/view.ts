import type { ActorMention } from "../../actors/types.ts";
import type { Span } from "../../domain/span.ts";
import type { ToponymMention } from "../../gazetteer/types.ts";
import type { PlaceNoun } from "../places/place-nouns.ts";
import type { DayMention, ReportAnalysis, SentenceAnalysis, Token, TokenRange } from "../types.ts";
import type { WordClasses } from "./lexicon.ts";
import type { Tagged } from "./tag.ts";

/** A sentence with its mentions by token, as the frames read it. */
export interface View {
  readonly analysis: SentenceAnalysis;
  readonly report: ReportAnalysis;
  readonly tokens: readonly Token[];
  readonly tags: readonly Tagged[];
  readonly words: WordClasses;
  readonly placeNouns: ReadonlyMap<string, PlaceNoun>;
  /** Bare names of small places mean their districts. */
  readonly inDistricts: boolean;
  placeAt(token: number): ToponymMention | undefined;
  actorAt(token: number): ActorMention | undefined;
  dayAt(token: number): DayMention | undefined;
}

export function viewOf(
  analysis: SentenceAnalysis,
  report: ReportAnalysis,
  words: WordClasses,
  placeNouns: ReadonlyMap<string, PlaceNoun>,
  inDistricts = false,
): View {
  const { tokens } = analysis.sentence;
  const places = byToken(tokens, analysis.places);
  const actors = byToken(tokens, analysis.actors);
  const days = byToken(tokens, analysis.days);
  return {
    analysis,
    report,
    tokens,
    tags: analysis.tags,
    words,
    placeNouns,
    inDistricts,
    placeAt: (i) => places[i],
    actorAt: (i) => actors[i],
    dayAt: (i) => days[i],
  };
}

/** For each token the mention that covers it; both lists run in order of start. */
function byToken<T extends Span>(tokens: readonly Token[], mentions: readonly T[]): (T | undefined)[] {
  const found: (T | undefined)[] = new Array(tokens.length).fill(undefined);
  let at = 0;
  for (const mention of mentions) {
    while (at < tokens.length && (tokens[at] as Token).end <= mention.start) at += 1;
    for (let i = at; i < tokens.length && (tokens[i] as Token).start < mention.end; i += 1)
      found[i] ??= mention;
  }
  return found;
}

export function wordAt(view: View, i: number): string {
  return view.tokens[i]?.lower ?? "";
}

export function spanOf(view: View, { from, to }: TokenRange): Span {
  const first = view.tokens[from];
  const last = view.tokens[Math.max(from, to - 1)];
  if (!first || !last) throw new Error("a range of tokens lies outside its sentence");
  return { start: first.start, end: last.end };
}

export function textOf(view: View, range: TokenRange): string {
  const { start, end } = spanOf(view, range);
  return view.report.report.text.slice(start, end);
}
