import type { Count, Quantifier } from "../../domain/claim.ts";
import type { NumberMention } from "../types.ts";
import { type Core, digitCore, startsNumber, wordCore } from "./numbers-core.ts";
import { type Quantified, quantifierAfter, quantifierBefore } from "./numbers-quantifier.ts";
import { isBlank, isDigit, isHyphen, isLetter, wordAfter, wordBefore } from "./numbers-text.ts";
import { unitOf } from "./numbers-unit.ts";
import { LONGEST, WORDS } from "./numbers-words.ts";

/**
 * Every number of the text in order of start, each with its quantifier. `unit` says what is no plain count; the count
 * of "per-cent" is in per cent, of "fraction" between 0 and 1. "No", "none" and "nobody" are no numbers.
 */
export function findNumbers(text: string): NumberMention[] {
  const found: NumberMention[] = [];
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) {
      at = take(text, digitCore(text, at), found);
    } else if (isLetter(code)) {
      let end = at + 1;
      while (isLetter(text.charCodeAt(end))) end++;
      const core = end - at <= LONGEST ? coreOfWord(text, at, end) : undefined;
      at = core ? Math.max(take(text, core, found), end) : end;
    } else at++;
  }
  return found;
}

function coreOfWord(text: string, start: number, end: number): Core | undefined {
  const lower = text.slice(start, end).toLowerCase();
  if (!WORDS.has(lower) || isDigit(text.charCodeAt(end))) return undefined;
  if (isHyphen(text.charCodeAt(start - 1)) && isLetter(text.charCodeAt(start - 2))) return undefined;
  const core = wordCore(text, { start, end, lower });
  return core && !isPronoun(text, core, lower) ? core : undefined;
}

const ONE_AFTER = new Set("another day of who that s time or another's".split(" "));
const ONE_BEFORE = new Set("no any every each this that the which another some".split(" "));

/** "one of them", "no one", "the one who": "one" without a counted noun. */
function isPronoun(text: string, core: Core, lower: string): boolean {
  if (lower !== "one" || core.shape !== "count" || core.value !== 1) return false;
  const next = wordAfter(text, core.end);
  const prev = wordBefore(text, core.start);
  return (
    (next !== undefined && ONE_AFTER.has(next.lower) && !isRangeWord(text, core.end)) ||
    (prev !== undefined && ONE_BEFORE.has(prev.lower))
  );
}

function isRangeWord(text: string, end: number): boolean {
  const or = wordAfter(text, end);
  return or?.lower === "or" && startsNumber(text, or.end + 1) !== undefined;
}

/** Adds the mention of `core` and returns where reading goes on. */
function take(text: string, core: Core, found: NumberMention[]): number {
  const range = rangeFrom(text, core);
  const whole = range ? { ...range.second, start: core.start } : core;
  const quantified = quantifierBefore(text, core.start);
  const start = quantified?.at ?? core.start;
  const measured = unitOf(text, core, range?.second ?? core, start);
  if (measured || isNotCounted(core)) {
    const end = measured ? Math.max(measured.end, whole.end) : whole.end;
    const unit = measured?.unit ?? (core.shape as "ordinal" | "fraction");
    const count = range ? rangeCount(range.low, range.second.value) : countOf(core, quantified?.quantifier);
    found.push({ start, end, text: text.slice(start, end), count, unit });
    return end;
  }
  const later = quantified ? undefined : quantifierAfter(text, whole.end);
  const end = later?.at ?? whole.end;
  const count = range
    ? rangeCount(range.low, range.second.value)
    : countOf(core, (quantified ?? later)?.quantifier);
  const from = range?.between ?? start;
  found.push({ start: from, end, text: text.slice(from, end), count });
  return end;
}

function isNotCounted(core: Core): boolean {
  return core.shape === "ordinal" || core.shape === "fraction";
}

interface Range {
  readonly low: number;
  readonly second: Core;
  /** Start of "between". */
  readonly between?: number;
}

/** "10-15", "10 to 15", "17 or 18", "between 10 and 15", "two to three hundred"; "from 10 to 15" tells a change. */
function rangeFrom(text: string, core: Core): Range | undefined {
  if (core.high !== undefined || isNotCounted(core) || (core.digits && core.digits.form !== "number"))
    return undefined;
  const link = linkAfter(text, core.end);
  if (!link) return undefined;
  const prev = wordBefore(text, core.start);
  const between = prev?.lower === "between" ? prev.start : undefined;
  if (link.word === "and" && between === undefined) return undefined;
  if (link.word === "to" && (prev?.lower === "from" || prev?.lower === "next")) return undefined;
  const second = startsNumber(text, link.end);
  if (!second || second.high !== undefined || isNotCounted(second)) return undefined;
  if (second.digits && second.digits.form !== "number") return undefined;
  const low =
    core.scale === undefined && second.scale !== undefined && core.value < second.value / second.scale
      ? core.value * second.scale
      : core.value;
  if (low >= second.value || (link.word === "-" && isYearPair(core, second))) return undefined;
  if (link.word !== "and" && second.value > low * 20) return undefined;
  return { low, second, ...(between !== undefined ? { between } : {}) };
}

function linkAfter(text: string, end: number): { word: string; end: number } | undefined {
  const spaced =
    isBlank(text.charCodeAt(end)) && isHyphen(text.charCodeAt(end + 1)) && isBlank(text.charCodeAt(end + 2));
  if (spaced && isDigit(text.charCodeAt(end + 3))) return { word: "-", end: end + 3 };
  const code = text.charCodeAt(end);
  if (isHyphen(code) || code === 0x2014)
    return isDigit(text.charCodeAt(end + 1)) || isLetter(text.charCodeAt(end + 1))
      ? { word: "-", end: end + 1 }
      : undefined;
  if (!isBlank(code)) return undefined;
  const word = wordAfter(text, end);
  if (!word || !/^(?:to|or|and)$/.test(word.lower) || !isBlank(text.charCodeAt(word.end))) return undefined;
  return { word: word.lower, end: word.end + 1 };
}

function isYearPair(first: Core, second: Core): boolean {
  return first.value >= 1900 && first.value <= 2100 && second.end - second.start <= 4;
}

function rangeCount(low: number, high: number): Count {
  return { low, high, quantifier: "range" };
}

function countOf(core: Core, quantifier: Quantified["quantifier"] | undefined): Count {
  const { value } = core;
  if (core.high !== undefined)
    return { low: value, high: core.high, quantifier: core.quantifier as Quantifier };
  switch (quantifier ?? core.quantifier ?? "exact") {
    case "about":
      return { best: value, quantifier: "about" };
    case "at-least":
      return { low: value, best: value, quantifier: "at-least" };
    case "more-than":
      return { low: value, best: value, quantifier: "more-than" };
    case "nearly":
      return { best: value, high: value, quantifier: "nearly" };
    case "at-most":
      return { high: value, quantifier: "at-most" };
    default:
      return { low: value, best: value, high: value, quantifier: "exact" };
  }
}
