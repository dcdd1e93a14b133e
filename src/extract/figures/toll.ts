import type { TollMeasure, Valid } from "../../domain/claim.ts";
import { type Day, daysBetween } from "../../domain/day.ts";
import { type Counted, countedIn, word } from "../numbers/numbers-noun.ts";
import { parsePersons } from "../numbers/numbers-persons.ts";
import { elsewhere, partsBehind, shareBehind } from "../numbers/numbers-shares.ts";
import type { Draft, Finder, SentenceAnalysis, Token } from "../types.ts";
import type { LexiconTexts } from "../words/lexicon.ts";
import type { PhraseIndex } from "../words/phrase-index.ts";
import type { View } from "../words/view.ts";
import { dayUntil, onlyDay, withSharedDay } from "./figure-asof.ts";
import { drafted, isTold } from "./figure-draft.ts";
import { isUnreal } from "./figure-unreal.ts";
import { figureView, grammarsOf } from "./figure-view.ts";
import { type CauseWord, parseCauses, parseTollWords } from "./toll-lexicon.ts";
import { namedPerson } from "./toll-named.ts";
import { personsOf, type TollHit, type TollSentence } from "./toll-persons.ts";
import { statedTolls } from "./toll-stated.ts";

/** Persons killed, wounded, missing, captured, surrendered or freed, with their number. "None" is no toll. */
export function tollFinder(lexicon: LexiconTexts): Finder {
  const words = parseTollWords(lexicon);
  const causes = parseCauses(lexicon);
  const persons = parsePersons(lexicon);
  const grammars = grammarsOf(lexicon);
  return (analysis, report) => {
    if (!isTold(analysis)) return [];
    const { tokens } = analysis.sentence;
    const hits = words.all(tokens);
    if (hits.length === 0) return [];
    const view = figureView(analysis, report, grammars);
    const sentence: TollSentence = { tokens, hits, counted: countedIn(analysis, persons) };
    const found: Loss[] = [];
    for (let i = 0; i < hits.length; i += 1) {
      const loss = lossesOf(sentence, i, view);
      found.push(...loss.losses.filter((one) => !found.some(({ counted }) => counted === one.counted)));
      i += loss.joined;
    }
    const taken = found.map((loss) => ({ ...loss, end: Math.max(loss.counted.to, loss.hit.to) }));
    for (const { like, counted } of elsewhere(sentence, taken))
      found.push({ ...like, counted, basis: `${like.basis}, in another place` });
    for (const { like, counted } of partsBehind(sentence, taken, (noun) => persons.noun(noun) !== undefined))
      found.push({ ...like, counted, basis: `${like.basis}, a part` });
    return withSharedDay(
      analysis,
      merged(sentence, found).map((loss) => draftOf(loss, { view, causes, hits })),
    );
  };
}

interface Loss {
  readonly counted: Counted;
  readonly measure: TollMeasure;
  readonly hit: TollHit;
  readonly basis: string;
}

/** `joined`: toll words after this one that belong to it ("killed or wounded"). */
function lossesOf(
  sentence: TollSentence,
  index: number,
  view: View,
): { losses: readonly Loss[]; joined: number } {
  const first = sentence.hits[index] as TollHit;
  const pair = joinedTo(sentence, index);
  const hit = pair ?? first;
  const joined = pair ? 1 : 0;
  const measure = pair ? jointMeasure(first, pair) : first.row.measure;
  if (measure === undefined || isUnreal(view, first.from) || isCondition(view.analysis, first))
    return { losses: [], joined };
  const spanning: TollHit = pair ? { ...first, to: pair.to } : hit;
  const stated = statedTolls(sentence, spanning);
  const counted = stated.length > 0 ? stated : personsOf(sentence, spanning);
  const named = counted.length === 0 ? namedPerson(sentence, spanning, view.analysis) : undefined;
  const basis = stated.length > 0 ? "toll: stated number" : `toll: ${first.row.words} (${first.row.use})`;
  return {
    losses: (named ? [named] : counted).map((one) => ({ counted: one, measure, hit: spanning, basis })),
    joined,
  };
}

const SHARED: ReadonlySet<string> = new Set(["at-least", "about"]);

/**
 * "At least 40 were killed and 118 injured": the quantifier holds for both. Single persons joined by "and" are one
 * count ("a man and a boy").
 */
function merged({ tokens }: TollSentence, losses: readonly Loss[]): readonly Loss[] {
  const found: Loss[] = [];
  for (const loss of [...losses].sort((a, b) => a.counted.from - b.counted.from)) {
    const before = found.at(-1);
    const between = before
      ? Math.max(before.counted.to, before.hit.from < loss.counted.from ? before.hit.to : 0)
      : 0;
    const linked =
      before !== undefined && between + 1 === loss.counted.from && word(tokens, between) === "and";
    if (linked && before.counted.single && loss.counted.single && before.hit === loss.hit) {
      const best = (before.counted.count.best ?? 1) + 1;
      const who = [before.counted.who, loss.counted.who].filter((one) => one !== undefined).join(" and ");
      const count = { low: best, best, high: best, quantifier: "exact" } as const;
      found[found.length - 1] = { ...loss, counted: { ...before.counted, to: loss.counted.to, count, who } };
    } else if (
      linked &&
      SHARED.has(before.counted.count.quantifier) &&
      loss.counted.count.quantifier === "exact"
    ) {
      found.push({
        ...loss,
        counted: { ...loss.counted, count: asQuantified(loss.counted, before.counted) },
      });
    } else found.push(loss);
  }
  return found;
}

function asQuantified({ count }: Counted, { count: { quantifier } }: Counted): Counted["count"] {
  const best = count.best ?? 0;
  return quantifier === "about" ? { best, quantifier } : { low: best, best, quantifier };
}

/** The second of two toll words joined by "and" or "or" without a number between. */
function joinedTo({ tokens, hits }: TollSentence, index: number): TollHit | undefined {
  const first = hits[index] as TollHit;
  const next = hits[index + 1];
  if (!next) return undefined;
  const between = tokens
    .slice(first.to, next.from)
    .map((token) => token.lower)
    .join(" ");
  return /^(?:and|or|\/|and\/or)$/.test(between) ? next : undefined;
}

function jointMeasure(first: TollHit, second: TollHit): TollMeasure | undefined {
  const both = new Set([first.row.measure, second.row.measure]);
  if (both.size === 1) return first.row.measure;
  return both.has("killed") && both.has("wounded") ? "casualties" : undefined;
}

function isCondition({ clauses }: SentenceAnalysis, { from }: TollHit): boolean {
  return clauses.some((clause) => clause.role === "condition" && clause.from <= from && from < clause.to);
}

interface Setting {
  readonly view: View;
  readonly causes: PhraseIndex<CauseWord>;
  readonly hits: readonly TollHit[];
}

function draftOf({ counted, measure, hit, basis }: Loss, setting: Setting): Draft {
  const { view, causes, hits } = setting;
  const { analysis, report } = view;
  const { tokens } = analysis.sentence;
  const cause = causeNear(tokens, hit, causes, hits);
  const since = analysis.days.find((day) => day.bound === "since")?.valid.from;
  const until = shareBehind(tokens, Math.max(counted.to, hit.to));
  const valid = dayUntil(view, hit, until);
  const words =
    counted.from > hit.to + REACH
      ? { from: counted.from, to: counted.to }
      : { from: Math.min(counted.from, hit.from), to: Math.max(counted.to, hit.to) };
  const at = counted.from >= hit.to && counted.from > hit.to + 2 ? counted : hit;
  const draft: Draft = {
    kind: "toll",
    measure,
    count: counted.count,
    ...(counted.who ? { who: counted.who } : {}),
    ...(cause ? { cause } : {}),
    ...(since || isTotal(tokens, words) ? { cumulative: true as const } : {}),
    ...(since ? { since } : {}),
    ...(valid ? { valid } : {}),
    ...drafted(
      view,
      { words, trigger: { from: hit.from, to: hit.to }, at },
      {
        national: isNational(analysis, counted, report.publishedOn) || isOfTheWar(analysis, counted, hit),
        ...(until === undefined ? {} : { until }),
      },
    ),
    basis,
  };
  const only = onlyDay(view, draft);
  return only ? { ...draft, valid: only } : draft;
}

/** So many that no single event took them; in one, or in what has been going on. */
const MANY = 10_000;
const MANY_SO_FAR = 1000;
const MANY_SINCE = 25;
const MANY_IN_MONTHS = 100;

/** Thousands, or "in the war": a loss of the whole. */
function isOfTheWar(
  { sentence: { tokens }, clauses }: SentenceAnalysis,
  { count }: Counted,
  { from, to }: TollHit,
): boolean {
  const number = count.best ?? count.low ?? count.high ?? 0;
  const tense = clauses.findLast((one) => one.from <= from && from < one.to)?.verb?.tense;
  const since = tokens.some(({ lower }) => lower === "since");
  if (number >= MANY || (tense === "perfect" && number >= MANY_SO_FAR) || (since && number >= MANY_SINCE))
    return true;
  for (let i = to; i < to + 6; i += 1)
    if (/^(?:war|conflict)$/.test(word(tokens, i)) && /^(?:the|this)$/.test(word(tokens, i - 1))) return true;
  return false;
}

/** A number of a month, a year or a long count without a place is the country's. */
function isNational({ days }: SentenceAnalysis, { count }: Counted, publishedOn: Day | undefined): boolean {
  return days.some(({ valid, bound }) => {
    if (bound !== "since") return isMonths(valid) && (count.best ?? count.low ?? 0) >= MANY_IN_MONTHS;
    return valid.from !== undefined && publishedOn !== undefined && daysBetween(valid.from, publishedOn) > 45;
  });
}

/** Four weeks or more. */
function isMonths({ from, until, precision }: Valid): boolean {
  const long = from === undefined || until === undefined || daysBetween(from, until) >= 28;
  return long && (precision === "month" || precision === "year");
}

const TOTALS = new Set(["toll", "total", "overall", "altogether"]);

function isTotal(tokens: readonly Token[], { from, to }: { from: number; to: number }): boolean {
  for (let i = Math.max(0, from - 4); i < Math.min(tokens.length, to + 3); i += 1)
    if (TOTALS.has(word(tokens, i)) || (word(tokens, i) === "so" && word(tokens, i + 1) === "far"))
      return true;
  return false;
}

const REACH = 14;

/** The nearest cause after the word and before the next toll word; else the nearest before it. */
function causeNear(
  tokens: readonly Token[],
  hit: TollHit,
  causes: PhraseIndex<CauseWord>,
  hits: readonly TollHit[],
): string | undefined {
  for (let i = hit.to; i < Math.min(tokens.length, hit.to + REACH); i += 1) {
    if (
      word(tokens, i) === ";" ||
      hits.some((other) => other.from === i && other !== hit && other.from > hit.to + 6)
    )
      break;
    const found = causes.at(tokens, i);
    if (found) return found.row.cause;
  }
  for (let i = hit.to - 1; i >= Math.max(0, hit.from - REACH); i -= 1) {
    if (word(tokens, i) === ";") break;
    const found = causes.at(tokens, i);
    if (found) return found.row.cause;
  }
  return undefined;
}
