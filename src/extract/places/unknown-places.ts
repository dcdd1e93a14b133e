import type { Level } from "../../domain/place.ts";
import type { Span } from "../../domain/span.ts";
import type { ToponymMention } from "../../gazetteer/types.ts";
import type { Sentence, Token } from "../types.ts";
import type { WordClasses } from "../words/lexicon.ts";
import type { PlaceNoun } from "./place-nouns.ts";

/** A run of capitalised words that no mention covers. */
interface Name extends Span {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly tokens: readonly Token[];
}

interface Knowledge {
  readonly words: WordClasses;
  readonly placeNouns: ReadonlyMap<string, PlaceNoun>;
}

/**
 * Names that the gazetteer does not know and that the report shows to be places: "the village of X", "X district", "near X",
 * or a list with places. One sense a report: once shown, every occurrence counts. A name that speaks or has a title is a person.
 */
export function unknownPlaces(
  sentences: readonly Sentence[],
  known: readonly Span[],
  places: readonly ToponymMention[],
  knowledge: Knowledge,
): ToponymMention[] {
  const names = sentences
    .filter(({ kind }) => kind !== "dateline" && kind !== "noise" && kind !== "caption")
    .flatMap((sentence) => namesIn(sentence, known, knowledge.words));
  const persons = new Set(names.filter((name) => isPerson(name, knowledge.words)).map(({ text }) => text));
  const levels = new Map<string, Level>();
  for (const name of names) {
    const cue = persons.has(name.text) ? undefined : cueOf(name, knowledge);
    if (cue && (!levels.has(name.text) || cue.strong)) levels.set(name.text, cue.level);
  }
  spreadInLists(names, persons, levels, places);
  return names.flatMap((name) => {
    const level = levels.get(name.text);
    return level ? [toMention(name, level)] : [];
  });
}

function toMention({ text, start, end }: Name, level: Level): ToponymMention {
  return {
    text,
    start,
    end,
    role: "place",
    level,
    reason: "a place by its context; the gazetteer has no such name",
    rejected: [],
  };
}

function namesIn({ tokens }: Sentence, known: readonly Span[], words: WordClasses): Name[] {
  const found: Name[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    let to = i;
    while (to < tokens.length && isNamePart(tokens, to, i, known, words)) to += 1;
    const first = tokens[i];
    const last = tokens[to - 1];
    if (to === i || !first || !last) continue;
    if (i > 0 || tokens.length > to)
      found.push({
        text: tokens
          .slice(i, to)
          .map(({ text }) => text)
          .join(" "),
        from: i,
        to,
        tokens,
        start: first.start,
        end: last.end,
      });
    i = to;
  }
  return found;
}

function isNamePart(
  tokens: readonly Token[],
  i: number,
  first: number,
  known: readonly Span[],
  words: WordClasses,
): boolean {
  const token = tokens[i] as Token;
  if (!/^\p{Lu}[\p{L}\p{M}'’-]{2,}$/u.test(token.text) || /^\p{Lu}+$/u.test(token.text)) return false;
  if (
    ["calendar", "sentence-starter", "title", "no-place", "determiner", "preposition", "adverb"].some(
      (name) => words.has(name, token.lower),
    )
  )
    return false;
  if (i > first && token.start > (tokens[i - 1] as Token).end + 1) return false;
  return !isCovered(token, known);
}

/** `known` runs in order of start. */
function isCovered(token: Token, known: readonly Span[]): boolean {
  let low = 0;
  let high = known.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((known[middle] as Span).end <= token.start) low = middle + 1;
    else high = middle;
  }
  const span = known[low];
  return span !== undefined && span.start < token.end;
}

function isPerson({ tokens, from, to }: Name, words: WordClasses): boolean {
  const before = tokens[from - 1]?.lower ?? "";
  const after = tokens[to]?.lower ?? "";
  if (words.has("title", before) || words.has("title", tokens[from - 2]?.lower ?? "")) return true;
  if (words.has("person-noun", before) || words.has("office-noun", before)) return true;
  return (
    words.has("speech", after) ||
    words.has("speech", before) ||
    (after === "," && words.has("office-noun", tokens[to + 2]?.lower ?? ""))
  );
}

/** "the Preventive Security headquarters": the name before them is mostly of who sits in them. */
const OFFICES = /^(?:posts?|headquarters|hqs?|buildings?|offices?|compounds?)$/;

/** "the Northeast Command base": whose it is. */
const FORCE = /^(?:command|army|brigade|division|battalion|corps|regiment|front|militia|guards?)$/;

/** A part of a city, whatever town elsewhere has its name. */
const QUARTER = /^(?:quarter|neighbou?rhood|suburb)$/;

/** "the North African state", "a Caucasian city": an adjective of a people or a part of the world. */
const PEOPLE = /(?:ian|ean|can|ese|ish|ern)$/;

function cueOf(
  { tokens, from, to }: Name,
  { placeNouns, words }: Knowledge,
): { readonly level: Level; readonly strong: boolean } | undefined {
  const before = tokens[from - 1]?.lower ?? "";
  const after = tokens[to]?.lower ?? "";
  const people =
    /^(?:state|country|nation|government|city|town|capital|province|region|village|port)s?$/.test(after) &&
    PEOPLE.test(tokens[to - 1]?.lower ?? "");
  if (people || (to - from > 1 && FORCE.test(tokens[to - 1]?.lower ?? ""))) return undefined;
  const nounAfter = placeNouns.get(after)?.level;
  if (QUARTER.test(after)) return { level: "area", strong: true };
  if (nounAfter && from > 0 && !OFFICES.test(after))
    return { level: settled(nounAfter), strong: nounAfter !== "site" };
  const nounBefore = before === "of" ? placeNouns.get(tokens[from - 2]?.lower ?? "")?.level : undefined;
  const site = tokens[from - 2]?.lower ?? "";
  if (
    nounBefore === "site" &&
    !/^(?:airport|airfield|port|dam|bridge|base|prison|barracks|crossing|refinery|mine)$/.test(site)
  )
    return undefined;
  if (nounBefore) return { level: settled(nounBefore), strong: nounBefore !== "site" };
  const member =
    before === "including" &&
    tokens
      .slice(0, from)
      .some(({ lower }) => /^(?:towns|cities|villages|districts|settlements)$/.test(lower));
  if (member) return { level: "town", strong: false };
  const taken =
    words.has("taking", before) ||
    (before === "of" && words.has("taking-noun", tokens[from - 2]?.lower ?? ""));
  if (taken) return { level: "town", strong: false };
  if (/^(?:in|near|outside|around|at|towards?|from)$/.test(before) && after !== "'s")
    return { level: "town", strong: false };
  return undefined;
}

/** A site, a road and a country tell only that the name is a place. */
function settled(level: Level): Level {
  return level === "site" || level === "road" || level === "country" || level === "area" ? "town" : level;
}

/** "A, B and C": one known member makes places of its neighbours. */
function spreadInLists(
  names: readonly Name[],
  persons: ReadonlySet<string>,
  levels: Map<string, Level>,
  places: readonly ToponymMention[],
): void {
  const ends = new Map(
    places
      .filter(({ role }) => role === "place")
      .flatMap((place) => [[place.end, place.level] as const, [-place.start, place.level] as const]),
  );
  for (const name of [...names, ...[...names].reverse()]) {
    if (levels.has(name.text) || persons.has(name.text)) continue;
    const level = neighbour(name, -1, ends, levels) ?? neighbour(name, 1, ends, levels);
    if (level) levels.set(name.text, level === "country" || level === "province" ? "town" : level);
  }
}

function neighbour(
  { tokens, from, to }: Name,
  side: 1 | -1,
  ends: ReadonlyMap<number, Level>,
  levels: ReadonlyMap<string, Level>,
): Level | undefined {
  const joint = side < 0 ? from - 1 : to;
  const word = tokens[joint]?.lower;
  if (word !== "," && word !== "and") return undefined;
  if (word === "," && !isListed(tokens, from, to)) return undefined;
  const skip = word === "," && tokens[joint + side]?.lower === "and" ? 2 : 1;
  const other = tokens[joint + side * skip];
  if (!other) return undefined;
  return levels.get(other.text) ?? ends.get(side < 0 ? other.end : -other.start);
}

/** In a list that an "and" closes: "A, B and C", not "the governor of A, B, said". */
function isListed(tokens: readonly Token[], from: number, to: number): boolean {
  let i = to;
  while (i < Math.min(to + 30, tokens.length)) {
    const word = tokens[i]?.lower;
    if (word === "and" || tokens[from - 1]?.lower === "and") return true;
    if (word !== "," && !/^\p{Lu}/u.test(tokens[i]?.text ?? "") && word !== "-") return false;
    if (word === "," && !/^\p{Lu}/u.test(tokens[i + 1]?.text ?? "") && tokens[i + 1]?.lower !== "and")
      return false;
    i += 1;
  }
  return tokens[from - 1]?.lower === "and";
}
