import { contains, type Span } from "../../domain/span.ts";
import type { Draft, ReportAnalysis, SentenceAnalysis, Token } from "../types.ts";

const ACCOUNT = /^(?:reports?|claims?|rumou?rs?|allegations?|suggestions?|assertions?|news)$/;
const OPENS = /^(?:that|alleging|claiming|saying|of)$/;
const FALSE =
  /^(?:false|untrue|fake|baseless|unfounded|wrong|incorrect|fabricated|fabrications?|lies|propaganda|inaccurate|inventions?|mischievous|nonsense|misleading)$/;
const REFUTES = /^(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|refut(?:e|es|ed|ing))$/;
const BE = /^(?:is|are|was|were)$/;
const PRONOUN = /^(?:they|it|he|she)$/;
/** So many words from the refuting verb to the account, and from the account to what it tells. */
const REACH = 8;
/** So many words from "were" to "false". */
const PREDICATE = 4;

interface Refuted extends Span {
  /** Its subject is a pronoun, which may mean those who tell it or those whom it is about. */
  readonly vague: boolean;
}

/**
 * What is told only to be refuted: "reports that X fell were false", "dismissed as false claims that X had fallen". A
 * draft in it is a denial; one whose subject is a pronoun is dropped.
 */
export function withRefuted(drafts: readonly Draft[], { sentences }: ReportAnalysis): Draft[] {
  const known = new Map<number, readonly Refuted[]>();
  return drafts.flatMap((draft) => {
    const sentence = sentences[draft.sentence];
    if (!sentence) return [draft];
    const spans = known.get(draft.sentence) ?? refutedIn(sentence, sentences[draft.sentence + 1]);
    known.set(draft.sentence, spans);
    const refuted = spans.find((span) => contains(span, draft.trigger));
    if (!refuted) return [draft];
    return refuted.vague ? [] : [{ ...draft, negated: true as const }];
  });
}

function refutedIn(
  { sentence: { tokens, paragraph } }: SentenceAnalysis,
  next: SentenceAnalysis | undefined,
): Refuted[] {
  const deniedNext = next?.sentence.paragraph === paragraph && isRefutal(next.sentence.tokens);
  return tokens.flatMap((token, at) => {
    if (!ACCOUNT.test(token.lower)) return [];
    const opener = tokens.findIndex((one, i) => i > at && i < at + REACH && OPENS.test(one.lower));
    if (opener < 0) return [];
    const to = isRefutedBefore(tokens, at)
      ? endOf(tokens, opener)
      : (falseAfter(tokens, opener) ?? (deniedNext ? tokens.length : undefined));
    const [first, last] = [tokens[opener + 1], to === undefined ? undefined : tokens[to - 1]];
    if (!first || !last || last.end <= first.start) return [];
    return [{ start: first.start, end: last.end, vague: PRONOUN.test(first.lower) }];
  });
}

/** "denied reports", "dismissed as false and misleading claims". */
function isRefutedBefore(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - REACH); i -= 1) {
    const word = tokens[i]?.lower ?? "";
    if (REFUTES.test(word)) return !/^(?:not|n't|never)$/.test(tokens[i - 1]?.lower ?? "");
    if (/^(?:[,.;:"]|that|who|which|said)$/.test(word)) return false;
  }
  return false;
}

/** The content ends where another clause is joined by a mark. */
function endOf(tokens: readonly Token[], from: number): number {
  const end = tokens.findIndex(({ lower }, i) => i > from && /^(?:[,;:"]|but|saying|adding)$/.test(lower));
  return end < 0 ? tokens.length : end;
}

/** "This is false.", "That was not true": a sentence that takes back the one before. */
function isRefutal(tokens: readonly Token[]): boolean {
  if (!/^(?:this|that|it|these|they)$/.test(tokens[0]?.lower ?? "") || !BE.test(tokens[1]?.lower ?? ""))
    return false;
  const words = tokens.slice(2, 2 + PREDICATE).map(({ lower }) => lower);
  const not = words.some((word) => /^(?:not|n't)$/.test(word));
  return not
    ? words.some((word) => /^(?:true|correct|accurate|so)$/.test(word))
    : words.some((word) => FALSE.test(word));
}

/** Where "were false" or "as an invention" begins, if it follows. */
function falseAfter(tokens: readonly Token[], from: number): number | undefined {
  for (let i = from + 1; i < tokens.length; i += 1) {
    const word = tokens[i]?.lower ?? "";
    if (!BE.test(word) && word !== "as") continue;
    if (tokens.slice(i + 1, i + 1 + PREDICATE).some(({ lower }) => FALSE.test(lower))) return i;
  }
  return undefined;
}
