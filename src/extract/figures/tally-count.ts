import type { Count } from "../../domain/claim.ts";
import { tokenAt, word } from "../numbers/numbers-noun.ts";
import type { NumberMention, SentenceAnalysis, Token, TokenRange } from "../types.ts";
import type { PhraseHit } from "../words/phrase-index.ts";
import type { TallyLexicon, TallyUnit } from "./tally-lexicon.ts";

/** So many of so many, or such a share. */
export interface Tallied extends TokenRange {
  readonly of: string;
  readonly count?: Count;
  readonly total?: number;
  readonly share?: { readonly low?: number; readonly high?: number };
  /** Tokens from the number to the unit: names of the whole stand there or right after. */
  readonly unit: TokenRange;
  /** "the sixth to fall": a count by its last. */
  readonly ordinal: boolean;
}

/** Every counted or shared unit of territory in the sentence. */
export function talliedIn(analysis: SentenceAnalysis, lexicon: TallyLexicon): Tallied[] {
  const { tokens } = analysis.sentence;
  const found: Tallied[] = [];
  for (const mention of analysis.numbers) {
    const from = tokenAt(tokens, mention.start);
    const to = tokenAt(tokens, mention.end - 1) + 1;
    if (found.some((one) => from < one.to) || isScene(tokens, from)) continue;
    const one = talliedAt(analysis, lexicon, { mention, from, to });
    if (one) found.push(one);
  }
  return [...found, ...noneIn(analysis, lexicon), ...mostIn(analysis, lexicon)];
}

/** "in nine provinces", "one of 34 provinces": where something is, or the whole of another count. */
function isScene(tokens: readonly Token[], from: number): boolean {
  const before = word(tokens, from - 1);
  if (before === "all" && word(tokens, from - 2) === "in") return false;
  const preposition = before === "the" || before === "all" ? word(tokens, from - 2) : before;
  return (
    /^(?:in|across|from|for|with|among|within|around|near|of|throughout|through|into)$/.test(preposition) &&
    !/^(?:control|hold|half|loss|capture|seizure|fall|list|total)$/.test(word(tokens, from - 2))
  );
}

interface Numeral extends TokenRange {
  readonly mention: NumberMention;
}

function talliedAt(analysis: SentenceAnalysis, lexicon: TallyLexicon, numeral: Numeral): Tallied | undefined {
  const { mention } = numeral;
  if (mention.unit === "per-cent" || mention.unit === "fraction") return shareAt(analysis, lexicon, numeral);
  if (mention.unit === "ordinal") return ordinalAt(analysis, lexicon, numeral);
  return mention.unit === undefined ? countAt(analysis, lexicon, numeral) : undefined;
}

/** "11 of the country's 34 provincial capitals", "18 of 26 districts", "20 districts", "18 capitals out of 34". */
function countAt(
  analysis: SentenceAnalysis,
  lexicon: TallyLexicon,
  { mention, from, to }: Numeral,
): Tallied | undefined {
  const { tokens } = analysis.sentence;
  if (isAllBut(tokens, from)) return undefined;
  const whole = word(tokens, to) === "of" || (word(tokens, to) === "out" && word(tokens, to + 1) === "of");
  const second = whole
    ? analysis.numbers.find((one) => one.start > mention.end && one.unit === undefined)
    : undefined;
  const secondAt = second ? tokenAt(tokens, second.start) : -1;
  const base = { from, ordinal: false, count: mention.count };
  if (second && secondAt - to <= 5) {
    const end = tokenAt(tokens, second.end - 1) + 1;
    const unit = unitFrom(tokens, lexicon, end, 3);
    const total = second.count.best;
    if (total === undefined || total <= (mention.count.best ?? 0)) return undefined;
    if (unit) return { ...base, of: unit.row.of, total, to: unit.to, unit: { from: to, to: unit.to } };
    return isTally(tokens, from)
      ? { ...base, of: "", total, to: end, unit: { from: to, to: end } }
      : undefined;
  }
  const unit = unitFrom(tokens, lexicon, to, whole ? 7 : 3);
  if (unit?.row.number !== "plural") return undefined;
  if (!whole && (word(tokens, from - 1) === "the" || mention.count.quantifier === "several"))
    return undefined;
  const total = outOf(analysis, unit.to);
  return {
    ...base,
    of: unit.row.of,
    to: unit.to,
    unit: { from: to, to: unit.to },
    ...(total ? { total } : {}),
  };
}

/** "all but one of the ten districts": not ten. */
function isAllBut(tokens: readonly Token[], from: number): boolean {
  return tokens
    .slice(Math.max(0, from - 7), from)
    .some(({ lower }, i, all) => lower === "all" && all[i + 1]?.lower === "but");
}

function isTally(tokens: readonly Token[], from: number): boolean {
  return tokens
    .slice(Math.max(0, from - 5), from)
    .some(({ lower }) => lower === "tally" || lower === "count");
}

const SKIPPED =
  /^(?:of|the|its|their|region|province|state|valley|governorate|more|other|further|additional|country|nation|'s|new|major|main|strategic|key|small|large|big|all|and|or|in|out|northern|southern|eastern|western|central)$/;

function unitFrom(
  tokens: readonly Token[],
  lexicon: TallyLexicon,
  at: number,
  reach: number,
): PhraseHit<TallyUnit> | undefined {
  for (let i = at; i < at + reach; i += 1) {
    const found = lexicon.units.at(tokens, i);
    if (found) return found;
    const here = tokens[i];
    if (!here || here.kind === "punctuation") return undefined;
    if (!SKIPPED.test(here.lower) && !/^\p{Lu}/u.test(here.text)) return undefined;
  }
  return undefined;
}

function outOf({ sentence: { tokens }, numbers }: SentenceAnalysis, at: number): number | undefined {
  const skip = word(tokens, at) === "," ? at + 1 : at;
  if (word(tokens, skip) !== "out" || word(tokens, skip + 1) !== "of") return undefined;
  const found = numbers.find(
    (one) => tokenAt(tokens, one.start) - skip <= 5 && one.start > (tokens[skip]?.start ?? 0),
  );
  return found?.count.best;
}

/** "Half of the city" is held in part; only a measured share of it is a tally. */
const IN_TOWN = /^(?:city|town|capital)$/;

/** "65 per cent of the country", "over two-thirds of the nation's territory", "half of its districts". */
function shareAt(
  analysis: SentenceAnalysis,
  lexicon: TallyLexicon,
  { mention, from, to }: Numeral,
): Tallied | undefined {
  const { tokens } = analysis.sentence;
  let at = word(tokens, to) === "of" ? to + 1 : to;
  const direction = /^(?:north|south|east|west|north-\w+|south-\w+)(?:ern)?$/.test(word(tokens, at)) ? 1 : 0;
  const named = at > to ? nameAt(analysis, at + direction) : undefined;
  if (named !== undefined) {
    const share = shareOf(mention);
    return (
      share && { of: "territory", share, from, to: named, unit: { from: to, to: named }, ordinal: false }
    );
  }
  if (at === to && !/^(?:the|its|their)$/.test(word(tokens, to))) return undefined;
  let found: PhraseHit<TallyUnit> | undefined;
  for (const end = at + 7; at < end; at += 1) {
    const hit = lexicon.wholes.at(tokens, at);
    if (hit) found = hit;
    const here = tokens[at];
    const owner = hit && word(tokens, hit.to) === "'s";
    if (!here || here.kind === "punctuation" || (found && !owner)) break;
    if (!hit && here.lower !== "'s" && !SKIPPED.test(here.lower) && !/^\p{Lu}/u.test(here.text))
      return undefined;
  }
  if (!found || (mention.unit === "fraction" && IN_TOWN.test(found.row.words))) return undefined;
  const share = shareOf(mention);
  return share
    ? { of: found.row.of, share, from, to: found.to, unit: { from: to, to: found.to }, ordinal: false }
    : undefined;
}

/** Token after the place named at `at`, when nothing but the name is shared: "a quarter of Mosul". */
function nameAt({ sentence: { tokens }, places }: SentenceAnalysis, at: number): number | undefined {
  const start = tokens[at]?.start;
  const found = places.find((one) => one.role === "place" && one.start === start);
  if (!found) return undefined;
  let to = at;
  while (to < tokens.length && (tokens[to]?.end ?? 0) <= found.end) to += 1;
  return word(tokens, to) === "'s" || /^\p{Lu}/u.test(tokens[to]?.text ?? "") ? undefined : to;
}

function shareOf({ unit, count }: NumberMention): Tallied["share"] {
  const scale = unit === "per-cent" ? 100 : 1;
  const part = (value: number | undefined) =>
    value === undefined ? undefined : Math.round((value / scale) * 1000) / 1000;
  const low = part(count.low ?? (count.quantifier === "about" ? count.best : undefined));
  const high = part(count.high ?? (count.quantifier === "about" ? count.best : undefined));
  if ((low ?? high ?? 2) > 1) return undefined;
  return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
}

/** "the sixth provincial capital in four days", "the fifth of the province's districts to go". */
function ordinalAt(
  analysis: SentenceAnalysis,
  lexicon: TallyLexicon,
  { mention, from, to }: Numeral,
): Tallied | undefined {
  const { tokens } = analysis.sentence;
  const of = word(tokens, to) === "of";
  const second = of
    ? analysis.numbers.find((one) => one.start > mention.end && one.unit === undefined)
    : undefined;
  const secondEnd =
    second && tokenAt(tokens, second.start) - to <= 5 ? tokenAt(tokens, second.end - 1) + 1 : undefined;
  const unit = unitFrom(tokens, lexicon, secondEnd ?? (of ? to + 1 : to), of ? 6 : 2);
  const best = mention.count.best ?? 0;
  if (!unit || best < 2 || !isLastOfRow(tokens, unit.to)) return undefined;
  const total = secondEnd === undefined ? undefined : second?.count.best;
  return {
    of: unit.row.of,
    count: { low: best, best, high: best, quantifier: "exact" },
    ...(total ? { total } : {}),
    from,
    to: unit.to,
    unit: { from: to, to: unit.to },
    ordinal: true,
  };
}

/** An ordinal counts what fell only when the words go on so: "in four days", "to fall", "since Friday", "captured". */
function isLastOfRow(tokens: readonly Token[], at: number): boolean {
  const next = word(tokens, at);
  const second = word(tokens, at + 1);
  if (next === "to") return /^(?:go|fall|be|come)$/.test(second);
  if (next === "in")
    return /^(?:a|as|less|under|\d+|two|three|four|five|six|seven|eight|nine|ten|just|only|about|many)$/.test(
      second,
    );
  if (next === "that" || next === "they") return true;
  return /^(?:since|captured|seized|taken|lost|overrun|within)$/.test(next);
}

/** "None of the 34 provincial capitals", "no provincial capital". */
function noneIn(analysis: SentenceAnalysis, lexicon: TallyLexicon): Tallied[] {
  const { tokens } = analysis.sentence;
  const found: Tallied[] = [];
  for (let from = 0; from < tokens.length; from += 1) {
    if (word(tokens, from) !== "none" || word(tokens, from + 1) !== "of") continue;
    const second = analysis.numbers.find(
      (one) => tokenAt(tokens, one.start) > from && tokenAt(tokens, one.start) <= from + 5,
    );
    const at = second ? tokenAt(tokens, second.end - 1) + 1 : from + 2;
    const unit = unitFrom(tokens, lexicon, at, 4);
    if (!unit) continue;
    const total = second?.count.best;
    const count: Count = { low: 0, best: 0, high: 0, quantifier: "exact" };
    found.push({
      of: unit.row.of,
      count,
      from,
      to: unit.to,
      unit: { from, to: unit.to },
      ordinal: false,
      ...(total ? { total } : {}),
    });
  }
  return found;
}

/** "most of the province's districts": more than half. */
function mostIn({ sentence: { tokens } }: SentenceAnalysis, lexicon: TallyLexicon): Tallied[] {
  const found: Tallied[] = [];
  for (let from = 0; from < tokens.length; from += 1) {
    if (word(tokens, from) !== "most" || word(tokens, from + 1) !== "of") continue;
    const unit = unitFrom(tokens, lexicon, from + 2, 5);
    if (unit?.row.number !== "plural") continue;
    found.push({
      of: unit.row.of,
      share: { low: 0.5, high: 1 },
      from,
      to: unit.to,
      unit: { from, to: unit.to },
      ordinal: false,
    });
  }
  return found;
}
