import type { TokenRange } from "../types.ts";
import { type View, wordAt } from "./view.ts";

/** A noun phrase without what follows its head. */
export interface Phrase extends TokenRange {
  /** The noun that it is about. */
  readonly head: number;
}

const INSIDE = new Set([
  "name",
  "noun",
  "number",
  "determiner",
  "possessive",
  "adjective",
  "adverb",
  "pronoun",
]);

/** The phrase that begins at `from`, if one does. It ends before a preposition, a mark, a verb, or the words of a day. */
export function phraseAt(view: View, from: number, to: number): Phrase | undefined {
  let start = from;
  while (start < to && /^[("'“]$/.test(wordAt(view, start))) start += 1;
  let end = start;
  let head = -1;
  for (let i = start; i < to; i += 1) {
    const tag = wordAt(view, i) === "%" && i > start ? "noun" : (view.tags[i]?.tag ?? "mark");
    if (!INSIDE.has(tag) || (view.dayAt(i) && i > start)) break;
    if (tag === "pronoun" && i > start) break;
    if (tag === "determiner" && head >= 0 && !opensWith(view, head)) break;
    if (splitsAfterName(view, i, head)) break;
    if (
      /^(?:north|south|east|west)(?:east|west)?$/.test(wordAt(view, i)) &&
      wordAt(view, i + 1) === "of" &&
      head >= 0
    )
      break;
    end = i + 1;
    if (
      tag === "noun" ||
      tag === "name" ||
      tag === "pronoun" ||
      (tag === "number" && head < 0) ||
      (tag === "determiner" && head < 0)
    )
      head = i;
  }
  return head < 0 ? undefined : { from: start, to: end, head };
}

/** What a determiner may follow: "all the towns", "two other towns". */
function opensWith(view: View, head: number): boolean {
  return (
    view.words.has("partitive", wordAt(view, head)) ||
    /^(?:determiner|number)$/.test(view.tags[head]?.tag ?? "")
  );
}

/** A name and what is no part of it ("Herat Thursday", "In Homs 28 people"). */
function splitsAfterName(view: View, i: number, head: number): boolean {
  const counts = view.tags[i]?.tag === "number" && view.placeAt(i) === undefined;
  if (counts && head === i - 1 && view.placeAt(head)?.role === "place") return true;
  return head >= 0 && view.words.has("calendar", wordAt(view, i)) && view.tags[i]?.tag === "name";
}

const DIRECTION = /^(?:north|south|east|west|(?:north|south)-?(?:east|west))$/;

/** The first preposition of the range that is one of `wanted`, outside of days. */
export function prepositionIn(view: View, range: TokenRange, wanted: readonly string[]): number | undefined {
  for (let i = range.from; i < range.to; i += 1) {
    const situates = wordAt(view, i) === "of" && DIRECTION.test(wordAt(view, i - 1));
    if (wanted.includes(wordAt(view, i)) && !situates && !view.placeAt(i) && view.tags[i]?.tag !== "to") {
      if (!(view.dayAt(i) ?? view.dayAt(i + 1))) return i;
    }
  }
  return undefined;
}

/**
 * The subject's own words, without what was put before it ("On Thursday, …", "On 6 August the …", "In the south, …",
 * "In Taloqan, the capital of Takhar, …").
 */
export function withoutIntroduction(view: View, range: TokenRange): TokenRange {
  let from = afterDays(view, behindHearer(view, range.from), range.to);
  const named = nameBehind(view, from, range.to) ?? subjectBehind(view, from, range.to);
  if (named !== undefined) return { from: named, to: range.to };
  for (let i = from; i < range.to; i += 1) {
    const introduces = /^(?:preposition|adverb|verb|subordinator)$/.test(view.tags[from]?.tag ?? "");
    if (wordAt(view, i) !== "," || !introduces || i + 1 >= range.to) continue;
    const behind = afterDays(view, i + 1, range.to);
    from = behindApposition(view, behind, range.to) ?? behind;
  }
  const last = range.to - 1;
  if (view.tags[from]?.tag === "preposition" && view.tags[last]?.tag === "pronoun" && last > from + 1)
    from = last;
  return { from: behindPlace(view, from, range.to), to: range.to };
}

/** "told him the city …": to whom it is told. */
function behindHearer(view: View, from: number): number {
  const told = /^(?:him|me|us|them)$/.test(wordAt(view, from));
  return told && /^(?:determiner|name)$/.test(view.tags[from + 1]?.tag ?? "") ? from + 1 : from;
}

/** "On the border with Y the rebels", "As a result of the operation the town": an article right behind a noun begins the subject. */
function subjectBehind(view: View, from: number, to: number): number | undefined {
  if (view.tags[from]?.tag !== "preposition" && wordAt(view, from - 1) !== "as") return undefined;
  for (let i = from + 2; i < to; i += 1) {
    if (/^(?:mark|verb|conjunction)$/.test(view.tags[i]?.tag ?? "mark")) return undefined;
    const counted = /^(?:two|three|four|five|six|ones|which|these|those)$/.test(wordAt(view, i - 1));
    if (
      /^(?:the|a|an)$/.test(wordAt(view, i)) &&
      (counted || /^(?:noun|name)$/.test(view.tags[i - 1]?.tag ?? ""))
    )
      return i;
  }
  return undefined;
}

/** "Of the larger towns only X and Y", "On the western axis X, 90 km from Y,": the name that a phrase in front of it opens. */
function nameBehind(view: View, from: number, to: number): number | undefined {
  if (!/^(?:in|on|at|of|near|from|along|around)$/.test(wordAt(view, from))) return undefined;
  for (let i = from + 2; i < Math.min(to, from + 10); i += 1) {
    if (/^(?:mark|verb|conjunction)$/.test(view.tags[i]?.tag ?? "mark")) return undefined;
    const mention = view.placeAt(i);
    if (mention?.role !== "place" || view.placeAt(i - 1) === mention) continue;
    const before = wordAt(view, i - 1);
    if (before === "only") return i;
    let end = i;
    while (view.placeAt(end) === mention) end += 1;
    const plain = view.tags[i - 1]?.tag === "noun" && !before.endsWith("ern") && !view.placeNouns.has(before);
    if (plain && (end >= to || wordAt(view, end) === ",")) return i;
  }
  return undefined;
}

/** "In El Fasher the army …", "On the western axis Soubre …": a place put first without a comma, before another noun. */
function behindPlace(view: View, from: number, to: number): number {
  if (view.tags[from]?.tag !== "preposition") return from;
  if (view.placeAt(from + 1)?.role !== "place" || view.tags[endOfName(view, from + 1)]?.tag === "noun")
    return behindNoun(view, from, to);
  let at = from + 1;
  while (at < to && view.placeAt(at) === view.placeAt(from + 1)) at += 1;
  if (view.placeNouns.has(wordAt(view, at))) at += 1;
  return at < to && view.words.has("determiner", wordAt(view, at)) ? at : from;
}

/** "On the western axis Soubre", "In White Nile state El Geteina": the name behind a noun that is not its own. */
function behindNoun(view: View, from: number, to: number): number {
  for (let i = from + 1; i < to; i += 1) {
    const tag = view.tags[i]?.tag ?? "mark";
    const mention = view.placeAt(i);
    const opens =
      mention?.role === "place" && view.placeAt(i - 1) !== mention && view.tags[i - 1]?.tag === "noun";
    const level = view.placeNouns.get(wordAt(view, i - 1))?.level;
    const named = view.placeAt(i - 2) !== undefined;
    if (opens) return level === undefined || (named && level === "province") ? i : from;
    if (!/^(?:determiner|adjective|noun|name)$/.test(tag)) return from;
  }
  return from;
}

function endOfName(view: View, from: number): number {
  let at = from;
  while (view.placeAt(at) !== undefined && view.placeAt(at) === view.placeAt(from)) at += 1;
  return at;
}

/** Behind "the capital of Takhar,": words that name a place and no actor, closed by a comma. */
function behindApposition(view: View, from: number, to: number): number | undefined {
  let told = false;
  for (let i = from; i < to; i += 1) {
    if (wordAt(view, i) === ",") return told && i + 1 < to ? i + 1 : undefined;
    if (view.actorAt(i) || view.tags[i]?.tag === "conjunction") return undefined;
    told ||= view.placeAt(i) !== undefined || view.placeNouns.has(wordAt(view, i));
  }
  return undefined;
}

/** Behind days, adverbs, marks and conjunctions. */
function afterDays(view: View, start: number, to: number): number {
  let from = start;
  while (from < to) {
    const tag = view.tags[from]?.tag ?? "";
    const day =
      view.dayAt(from) !== undefined || (tag === "preposition" && view.dayAt(from + 1) !== undefined);
    const later = /^(?:minutes|hours|days|weeks|months)$/.test(wordAt(view, from)) && isLater(view, from + 1);
    if (!day && !later && !/^(?:adverb|mark|conjunction)$/.test(tag)) return from;
    from += later ? 2 : 1;
  }
  return from;
}

/** "Hours later, rebels": no noun of the subject. */
function isLater(view: View, at: number): boolean {
  return /^(?:later|earlier|before)$/.test(wordAt(view, at));
}
