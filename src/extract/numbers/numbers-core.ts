import type { Quantifier } from "../../domain/claim.ts";
import { type Digits, readDigits } from "./numbers-digits.ts";
import { isBlank, isDigit, isHyphen, type Word, wordAfter, wordBefore } from "./numbers-text.ts";
import { type NumberWord, WORDS } from "./numbers-words.ts";

/** A number without quantifier or unit. Loose amounts ("dozens") have `high` and their own quantifier. */
export interface Core {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly high?: number;
  readonly quantifier?: Quantifier;
  readonly shape: "count" | "ordinal" | "fraction" | "digits";
  /** The scale word that ended it ("million"): also that of the first half of a range. */
  readonly scale?: number;
  readonly digits?: Digits;
}

/** Reads the number whose digits begin at `at`, with the scale words after it ("1.2 million", "20,000"). */
export function digitCore(text: string, at: number): Core {
  const digits = readDigits(text, at);
  const base = { start: at, end: digits.end, value: digits.value, shape: "digits", digits } as const;
  if (digits.form !== "number") return base;
  const glued = gluedScale(text, digits);
  if (glued) return { ...base, end: glued.end, value: times(digits.value, glued.scale), scale: glued.scale };
  const next = wordAfter(text, skipHyphen(text, digits.end));
  const scale = next && scaleOf(next);
  if (!scale) return base;
  if (WORDS.get(next.lower)?.kind === "plural") return base;
  return { ...base, end: next.end, value: times(digits.value, scale), scale, shape: "count" };
}

/** Reads the number words that begin with `word`; `undefined` where the word is none here ("a second", "few"). */
export function wordCore(text: string, word: Word): Core | undefined {
  const entry = WORDS.get(word.lower);
  if (!entry) return undefined;
  switch (entry.kind) {
    case "small":
    case "tens":
      return cardinal(text, word.start, word.end, entry);
    case "scale":
      return withArticle(text, word, entry.value);
    case "plural":
      return plural(text, word, entry);
    case "few":
      return few(text, word);
    case "ordinal":
      return ordinal(text, word, entry.value, entry.denominator === true);
    case "part":
      return undefined;
    case "half":
      return half(text, word);
  }
}

function cardinal(
  text: string,
  start: number,
  firstEnd: number,
  first: Extract<NumberWord, { kind: "small" | "tens" }>,
): Core | undefined {
  let total = 0;
  let current = first.value;
  let end = firstEnd;
  let room = first.kind === "tens" ? 10 : 1;
  let scale: number | undefined;
  for (let next = joined(text, end); next; next = joined(text, end)) {
    const entry = WORDS.get(next.word.lower);
    if (entry?.kind === "part" && first.kind === "small" && total === 0 && !scale)
      return { start, end: next.word.end, value: current / entry.value, shape: "fraction" };
    if (entry?.kind === "ordinal" && current === 1 && entry.denominator && end === firstEnd && !next.and)
      return { start, end: next.word.end, value: 1 / entry.value, shape: "fraction" };
    if (entry?.kind === "ordinal" && room === 10 && next.hyphen)
      return { start, end: next.word.end, value: total + current + entry.value, shape: "ordinal" };
    if (entry?.kind === "plural" && !next.and && entry.quantifier === "dozens") {
      return { start, end: next.word.end, value: current * 12, shape: "count", scale: 12 };
    }
    if (entry?.kind === "small" && entry.value > 0 && entry.value < room && (!next.and || room === 100)) {
      current += entry.value;
      room = 1;
    } else if (entry?.kind === "tens" && room === 100) {
      current += entry.value;
      room = 10;
    } else if (entry?.kind === "scale" && !next.and && entry.value > (scale && total > 0 ? 0 : 1)) {
      if (entry.value <= 100) {
        current *= entry.value;
        room = entry.value === 100 ? 100 : 1;
      } else {
        total += current * entry.value;
        current = 0;
        room = 100;
      }
      scale = entry.value;
    } else break;
    end = next.word.end;
  }
  return { start, end, value: total + current, shape: "count", ...(scale ? { scale } : {}) };
}

/** The next number word after a blank, a hyphen or "and". */
function joined(text: string, end: number): { word: Word; and: boolean; hyphen: boolean } | undefined {
  const hyphen = isHyphen(text.charCodeAt(end));
  const next = hyphen ? wordAfter(text, end + 1) : blankThenWord(text, end);
  if (!next) return undefined;
  if (next.lower !== "and") return { word: next, and: false, hyphen };
  const after = blankThenWord(text, next.end);
  return after ? { word: after, and: true, hyphen: false } : undefined;
}

function blankThenWord(text: string, end: number): Word | undefined {
  return isBlank(text.charCodeAt(end)) || text.charCodeAt(end) === 10 ? wordAfter(text, end) : undefined;
}

/** "a hundred", "a few dozen", "several hundred", "the million" (not a number). */
function withArticle(text: string, word: Word, value: number): Core | undefined {
  const before = wordBefore(text, word.start);
  if (!before || (before.lower !== "a" && before.lower !== "an")) return undefined;
  const rest = cardinal(text, before.start, before.end, { kind: "small", value: 1 });
  return rest && rest.end > word.start
    ? rest
    : { start: before.start, end: word.end, value, shape: "count", scale: value };
}

function plural(text: string, word: Word, entry: Extract<NumberWord, { kind: "plural" }>): Core | undefined {
  const of = wordAfter(text, word.end);
  const bigger = of?.lower === "of" ? wordAfter(text, of.end) : undefined;
  const unit = bigger && WORDS.get(bigger.lower);
  const bounds = { start: word.start, value: entry.value, high: entry.high, quantifier: entry.quantifier };
  if (bigger && unit?.kind === "plural" && unit.value >= 2000)
    return multiplied(word, entry, bigger, unit.value / 2);
  if (word.lower === "scores" && of?.lower !== "of" && of?.lower !== "more" && !isLoss(of)) return undefined;
  return { ...bounds, end: word.end, shape: "count" };
}

function isLoss(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    /^(?:dead|killed|wounded|injured|were|are|have|died|missing|arrested|hurt)$/.test(word.lower)
  );
}

function multiplied(
  word: Word,
  entry: Extract<NumberWord, { kind: "plural" }>,
  bigger: Word,
  unit: number,
): Core {
  const tens = entry.value < 100;
  const low = (tens ? 20 : entry.value) * unit;
  const high = tens ? 100 * unit - 1 : (entry.high + 1) * unit - 1;
  const quantifier = unit !== 1000 ? "millions" : tens ? "tens-of-thousands" : "hundreds-of-thousands";
  return { start: word.start, end: bigger.end, value: low, high, quantifier, shape: "count" };
}

const LOOSE: ReadonlyMap<number, Quantifier> = new Map([
  [12, "dozens"],
  [100, "hundreds"],
  [1000, "thousands"],
]);

/** "several", "a few", "a couple of", "a handful of", and with a scale: "several hundred". Bare "few" is no number. */
function few(text: string, word: Word): Core | undefined {
  const before = wordBefore(text, word.start);
  const article = before?.lower === "a" || before?.lower === "the";
  if (word.lower !== "several" && !(article && before.lower === "a")) return undefined;
  const start = word.lower === "several" ? word.start : before!.start;
  let next = wordAfter(text, word.end);
  const end = word.end;
  if (next?.lower === "of") next = wordAfter(text, next.end);
  const scale = next && scaleOf(next);
  if (scale && next) {
    const quantifier = LOOSE.get(scale) ?? (scale === 1_000_000 ? "millions" : "several");
    const high = scale === 12 ? 99 : scale * 10 - 1;
    return { start, end: next.end, value: 2 * scale, high, quantifier, shape: "count" };
  }
  if (word.lower === "couple") return { start, end, value: 2, quantifier: "about", shape: "count" };
  return { start, end, value: 2, high: 9, quantifier: "several", shape: "count" };
}

/** "a third of" is a part, "a third town" the next in a row. */
function ordinal(text: string, word: Word, value: number, denominator: boolean): Core | undefined {
  const before = wordBefore(text, word.start);
  const next = wordAfter(text, word.end);
  const article = before?.lower === "a";
  if (denominator && article && (next?.lower === "of" || !next))
    return { start: before.start, end: word.end, value: 1 / value, shape: "fraction" };
  if (word.lower === "quarter") return undefined;
  return { start: word.start, end: word.end, value, shape: "ordinal" };
}

const NOT_HALVED = new Set(
  "past hour way time day year century mile brother sister mast term back hearted".split(" "),
);

function half(text: string, word: Word): Core | undefined {
  const next = wordAfter(text, skipHyphen(text, word.end));
  if (!next) return { start: word.start, end: word.end, value: 0.5, shape: "fraction" };
  if (NOT_HALVED.has(next.lower)) return undefined;
  const direct = scaleOf(next);
  if (direct) return { start: word.start, end: next.end, value: direct / 2, shape: "count", scale: direct };
  if (next.lower === "a" || next.lower === "an") {
    const unit = wordAfter(text, next.end);
    const scale = unit && scaleOf(unit);
    return scale ? { start: word.start, end: unit.end, value: scale / 2, shape: "count", scale } : undefined;
  }
  const before = wordBefore(text, word.start);
  if (before && /^(?:first|second|other|latter|northern|southern|eastern|western)$/.test(before.lower))
    return undefined;
  return { start: word.start, end: word.end, value: 0.5, shape: "fraction" };
}

function scaleOf(word: Word): number | undefined {
  const entry = WORDS.get(word.lower);
  return entry?.kind === "scale" ? entry.value : undefined;
}

/** "20k", "1.2m", "3bn", "2mn"; "m" after a whole number is read as metres elsewhere. */
function gluedScale(text: string, digits: Digits): { end: number; scale: number } | undefined {
  const glued = /^(?:k|m|mn|mln|bn)(?![a-z0-9])/i
    .exec(text.slice(digits.end, digits.end + 5))?.[0]
    .toLowerCase();
  if (!glued || (glued === "m" && !digits.decimal)) return undefined;
  const scale = glued === "k" ? 1000 : glued === "bn" ? 1_000_000_000 : 1_000_000;
  return { end: digits.end + glued.length, scale };
}

function skipHyphen(text: string, at: number): number {
  return isHyphen(text.charCodeAt(at)) ? at + 1 : at;
}

function times(value: number, scale: number): number {
  return Math.round(value * scale * 1000) / 1000;
}

export function startsNumber(text: string, at: number): Core | undefined {
  if (isDigit(text.charCodeAt(at))) return digitCore(text, at);
  const word = wordAfter(text, at);
  if (!word) return undefined;
  if (word.lower !== "a" && word.lower !== "an") return wordCore(text, word);
  const next = wordAfter(text, word.end);
  return next && WORDS.get(next.lower)?.kind === "scale" ? wordCore(text, next) : undefined;
}
