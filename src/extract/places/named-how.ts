import type { ToponymMention } from "../../gazetteer/types.ts";
import type { SentenceAnalysis } from "../types.ts";

/** "the X community", "an X newspaper": the name only describes. */
export function isAdjectival({ sentence, tags }: SentenceAnalysis, { end }: ToponymMention): boolean {
  const after = sentence.tokens.findIndex((token) => token.start >= end);
  return tags[after]?.tag === "noun" && !SETTLEMENT.test(sentence.tokens[after]?.lower ?? "");
}

/** "fell back in X, losing the port": where the sentence plays. */
export function isIn({ sentence }: SentenceAnalysis, { start }: ToponymMention): boolean {
  const at = sentence.tokens.findIndex((token) => token.end > start);
  return /^(?:in|inside|at)$/.test(sentence.tokens[at - 1]?.lower ?? "");
}

/** "40 kilometres from X", "near X": where something else lies. */
export function isAway(analysis: SentenceAnalysis, { start }: ToponymMention): boolean {
  const { sentence, places } = analysis;
  const at = sentence.tokens.findIndex((token) => token.end > start);
  const word = sentence.tokens[at - 1]?.lower ?? "";
  const joined = /^(?:and|or)$/.test(word) ? sentence.tokens[at - 2] : undefined;
  const other = joined && places.find(({ end }) => end === joined.end);
  if (other) return isAway(analysis, other);
  const heads = word === "of" && sentence.tokens[at - 2]?.lower === "direction";
  return heads || /^(?:from|near|outside|towards?)$/.test(word);
}

/** "told reporters in X", "said by telephone from X": where words are told, not what they tell of. */
export function isWhereTold(
  { sentence, clauses, tags }: SentenceAnalysis,
  { start }: ToponymMention,
): boolean {
  const at = sentence.tokens.findIndex((token) => token.end > start);
  if (isTeller({ clauses, tags }, at)) return true;
  const before = tags[at - 1]?.tag === "determiner" ? at - 2 : at - 1;
  if (!/^(?:in|at|from|near|outside)$/.test(sentence.tokens[before]?.lower ?? "")) return false;
  const clause = clauses.find(({ verb, to }) => verb && verb.to <= before && before < to);
  return clause?.verb !== undefined && TELLS.test(clause.verb.lemma);
}

const TELLS = /^(?:say|tell|add|write|announce|brief)$/;

/** "Al-Masirah, the Houthis' channel, reported": the name that a clause of telling opens with. */
function isTeller({ clauses, tags }: Pick<SentenceAnalysis, "clauses" | "tags">, at: number): boolean {
  const clause = clauses.find(({ subject }) => subject && subject.from <= at && at < subject.to);
  const alone = clause?.subject?.from === at || tags[(clause?.subject?.from ?? 0) + 1]?.tag === "name";
  return alone && clause?.verb?.voice === "active" && REPORTS.test(clause.verb.lemma);
}

const REPORTS =
  /^(?:say|report|announce|claim|write|deny|add|confirm|declare|quote|disagree|insist|maintain|reject|dismiss|counter|reply|answer|respond|argue|accuse|blame|warn|vow)$/;

/**
 * Named as a thing of its own: at the head of a subject or an object, alone or behind its noun ("the city of X"), or at the
 * start of the sentence ("In X, …"); not tied to another noun ("south of X", "the governor of X", "X's airport").
 */
export function isFree(analysis: SentenceAnalysis, mention: ToponymMention): boolean {
  const { sentence, tags, clauses } = analysis;
  const { start, end } = mention;
  const { tokens } = sentence;
  let at = tokens.findIndex((token) => token.end > start);
  const after = tokens.findIndex((token) => token.start >= end);
  if (tokens[after]?.lower === "'s" || isAdjectival(analysis, mention)) return false;
  const starts = new Set(clauses.flatMap(({ subject, rest }) => [subject?.from ?? -1, rest?.from ?? -1]));
  for (let steps = 0; steps < 8; steps += 1) {
    if (at <= 1 || starts.has(at)) return true;
    const tag = tags[at - 1]?.tag ?? "mark";
    const word = tokens[at - 1]?.lower ?? "";
    if (
      word === "of"
        ? !SETTLEMENT.test(tokens[at - 2]?.lower ?? "")
        : !/^(?:noun|adjective|determiner|name|conjunction|number|adverb)$/.test(tag) && word !== ","
    )
      return false;
    at -= 1;
  }
  return false;
}

const SETTLEMENT =
  /^(?:city|town|village|district|cities|towns|villages|districts|province|port|control|most|much|parts?|all|centre|center|rest)$/;
