import type { Extent } from "../domain/claim.ts";
import type { ClaimPlace } from "../domain/place.ts";
import type { Span } from "../domain/span.ts";
import type { ToponymMention } from "../gazetteer/types.ts";
import { inferred, knownPlace, levelsAgree, namedPlace, siteOf } from "./claim-place.ts";
import { describedPlace } from "./described-place.ts";
import { type Focus, placeMeantByIt, placeSpokenOf } from "./discourse.ts";
import { type Phrase, phraseAt } from "./noun-phrase.ts";
import type { TokenRange } from "./types.ts";
import { asDistrict } from "./units.ts";
import { spanOf, textOf, type View, wordAt } from "./view.ts";

/** A place as an argument of an event. `place` is absent when the words tell a place that cannot be told which. */
export interface PlaceArgument {
  readonly place?: ClaimPlace;
  readonly words: TokenRange;
  readonly extent?: Extent;
  /** named: a name; noun: a place noun with or without one; pronoun: "it". */
  readonly form: "named" | "noun" | "pronoun";
}

/** The places that stand at the beginning of the range, in a list or alone; empty when it begins with anything else. */
export function placesAt(view: View, range: TokenRange, focus: Focus): PlaceArgument[] {
  const found: PlaceArgument[] = [];
  let from = range.from;
  while (from < range.to) {
    const one =
      placeAt(view, { from, to: range.to }, focus) ??
      (found.length === 0 ? secondOf(view, { from, to: range.to }, focus) : undefined);
    if (!one) break;
    join(view, found, one);
    const next = afterSeparator(view, one.words.to, range.to);
    if (next === undefined) break;
    from = next;
  }
  return sharedNoun(view, found);
}

/** "the police and army headquarters": the first noun only says whose. */
function secondOf(view: View, range: TokenRange, focus: Focus): PlaceArgument | undefined {
  const first = phraseAt(view, range.from, range.to);
  if (!first || wordAt(view, first.to) !== "and") return undefined;
  const second = phraseAt(view, first.to + 1, range.to);
  const level = second && view.placeNouns.get(wordAt(view, second.head))?.level;
  const shared = view.tags[first.from]?.tag === "determiner" && view.tags[first.to + 1]?.tag !== "determiner";
  if (!second || !level || !(level === "site" || shared)) return undefined;
  return placeAt(view, { from: first.to + 1, to: range.to }, focus);
}

/** "A, B and C provinces": the noun at the end of a list is told of all. */
function sharedNoun(view: View, found: PlaceArgument[]): PlaceArgument[] {
  const last = found.at(-1);
  const before = found[0]
    ? wordAt(view, found[0].words.from + (wordAt(view, found[0].words.from) === "the" ? 1 : 0))
    : "";
  const noun =
    found.length > 1 && last
      ? /s$/.test(before) && view.placeNouns.has(before)
        ? before
        : headWord(view, last)
      : "";
  const level = /^(?:districts|provinces|states|regions|governorates|counties|towns|villages|cities)$/.test(
    noun,
  )
    ? view.placeNouns.get(noun)?.level
    : undefined;
  if (!level) return found;
  return found.map((one) =>
    one.place && one.form === "named" ? { ...one, place: rowAtLevel(view, one.place, level) } : one,
  );
}

/** The place of the same name at that level, where the gazetteer has one. */
function rowAtLevel(view: View, place: ClaimPlace, level: ClaimPlace["level"]): ClaimPlace {
  if (place.level === level || !place.country || (level !== "province" && level !== "district")) return place;
  const rows = view.report.gazetteer.candidates(place.toponym, { countries: [place.country] });
  const row = rows.find(
    (candidate) => candidate.place.level === level && candidate.place.country === place.country,
  )?.place;
  return row ? knownPlace(row, place.toponym) : { ...place, level };
}

/** Adds a member of a list, or drops it when it only describes the one before it ("Ghazni, the capital of …"). */
function join(view: View, found: PlaceArgument[], one: PlaceArgument): void {
  const previous = found.at(-1);
  const comma = previous !== undefined && wordAt(view, one.words.from - 1) === ",";
  if (
    previous &&
    comma &&
    previous.form === "noun" &&
    one.form === "named" &&
    isIntroducedBy(view, previous)
  ) {
    found[found.length - 1] = withNounLevel(view, previous, one);
    return;
  }
  if (
    previous &&
    comma &&
    previous.form === "named" &&
    (one.form === "noun" || described(view, one) || holds(one.place, previous.place)) &&
    isSettled(previous)
  )
    return;
  found.push(one);
}

const DESCRIBES =
  /^(?:the|a|an|just|some|about|around|north|south|east|west|northeast|northwest|southeast|southwest|near|\d+|\d+km)$/;

/** "X, the last district of Y": an article opens a description. */
function described(view: View, { words }: PlaceArgument): boolean {
  return DESCRIBES.test(wordAt(view, words.from)) && !/^(?:and|or)$/.test(wordAt(view, words.from - 1));
}

/** "the districts A and B": the noun before the names says their level. */
function withNounLevel(view: View, noun: PlaceArgument, named: PlaceArgument): PlaceArgument {
  const level = view.placeNouns.get(headWord(view, noun))?.level;
  return named.place ? { ...named, place: atLevel(named.place, level) } : named;
}

function isSettled({ place }: PlaceArgument): boolean {
  return place !== undefined && place.level !== "site";
}

function headWord(view: View, { words }: PlaceArgument): string {
  const phrase = phraseAt(view, words.from, words.to);
  return phrase ? wordAt(view, phrase.head) : "";
}

/** "the capital, X": a noun for a settled place, before the name. */
function isIntroducedBy(view: View, noun: PlaceArgument): boolean {
  const head = headWord(view, noun);
  const level = view.placeNouns.get(head)?.level;
  return (
    noun.place?.inferred === true || noun.place === undefined || (level !== undefined && level !== "site")
  );
}

/** Whether the outer place is the country or unit that the inner lies in. */
function holds(outer: ClaimPlace | undefined, inner: ClaimPlace | undefined): boolean {
  if (!outer || !inner) return false;
  if (outer.level === "country") return outer.country === inner.country && inner.level !== "country";
  return (
    outer.level === "province" &&
    outer.admin1 === inner.admin1 &&
    inner.level !== "province" &&
    outer.name !== inner.name
  );
}

function afterSeparator(view: View, at: number, to: number): number | undefined {
  let i = at;
  let parted = false;
  while (i < to && /^(?:,|and|or|&|plus)$/.test(wordAt(view, i))) {
    i += 1;
    parted = true;
  }
  if (wordAt(view, i) === "as" && wordAt(view, i + 1) === "well" && wordAt(view, i + 2) === "as")
    return i + 3;
  if (parted && /^(?:then|later|also|now)$/.test(wordAt(view, i))) i += 1;
  if (parted && wordAt(view, i - 2) === "and") i = afterInsertion(view, i, to);
  return parted && i < to ? i : undefined;
}

/** "A and, hours later, B": behind the words between the commas. */
function afterInsertion(view: View, from: number, to: number): number {
  for (let i = from; i < Math.min(from + 9, to); i += 1) if (wordAt(view, i) === ",") return i + 1;
  return from;
}

/** The place that begins exactly at the range's start. */
export function placeAt(view: View, range: TokenRange, focus: Focus): PlaceArgument | undefined {
  const phrase = phraseAt(view, range.from, range.to);
  if (!phrase) return undefined;
  const head = wordAt(view, phrase.head);
  const mention = view.placeAt(phrase.head);
  if (mention?.role === "place" && !isActorHere(view, phrase)) {
    return withExtent(view, phrase, {
      place: asTold(view, mention, mentionStart(view, phrase.head)),
      words: { from: phrase.from, to: mentionEnd(view, phrase.head) },
      form: "named",
    });
  }
  if (isPartitive(view, phrase)) return partOf(view, phrase, range.to, focus);
  const central = centreOf(view, phrase, focus);
  if (central) return central;
  const noun = view.placeNouns.get(head);
  if (noun) return withExtent(view, phrase, placeByNoun(view, phrase, range.to, focus));
  if (view.tags[phrase.head]?.tag === "pronoun" && /^(?:it|there)$/.test(head)) {
    const place = placeMeantByIt(view, phrase.from, focus);
    return place ? { place: inferred(place), words: phrase, form: "pronoun" } : undefined;
  }
  return undefined;
}

function asTold(view: View, mention: ToponymMention, from: number): ClaimPlace {
  const place = namedPlace(mention);
  const noun = view.placeNouns.get(wordAt(view, from - 1))?.level;
  if (noun === "district" || noun === "province") return rowAtLevel(view, place, noun);
  const seat = mention.place?.seatOf;
  return view.inDistricts ? asDistrict(place, seat === "province" || seat === "country") : place;
}

/** A name that is an actor's here ("Taliban", "Kabul" as a government) is no place. */
function isActorHere(view: View, phrase: Phrase): boolean {
  const actor = view.actorAt(phrase.head);
  const mention = view.placeAt(phrase.head);
  return (
    actor !== undefined && mention !== undefined && actor.end - actor.start > mention.end - mention.start
  );
}

function mentionStart(view: View, at: number): number {
  const mention = view.placeAt(at);
  let start = at;
  while (start > 0 && view.placeAt(start - 1) === mention) start -= 1;
  return start;
}

function mentionEnd(view: View, at: number): number {
  const mention = view.placeAt(at);
  let end = at + 1;
  while (end < view.tokens.length && view.placeAt(end) === mention) end += 1;
  return end;
}

function isPartitive(view: View, phrase: Phrase): boolean {
  return view.words.has("partitive", wordAt(view, phrase.head)) && wordAt(view, phrase.to) === "of";
}

/** "most of the city", "the centre of X": the place is what follows. */
function partOf(view: View, phrase: Phrase, to: number, focus: Focus): PlaceArgument | undefined {
  const whole = placeAt(view, { from: phrase.to + 1, to }, focus);
  if (!whole) return undefined;
  const extent = extentOf(view, phrase) ?? whole.extent;
  return { ...whole, words: { from: phrase.from, to: whole.words.to }, ...(extent ? { extent } : {}) };
}

/** "its centre", "the district centre", "the town centre": the place itself. */
function centreOf(view: View, phrase: Phrase, focus: Focus): PlaceArgument | undefined {
  if (!view.words.has("partitive", wordAt(view, phrase.head))) return undefined;
  const owner = /^(?:its|their)$/.test(wordAt(view, phrase.from));
  const level =
    phrase.head > phrase.from ? view.placeNouns.get(wordAt(view, phrase.head - 1))?.level : undefined;
  const named = view.placeAt(phrase.head - 1);
  if (named?.role === "place") return { place: namedPlace(named), words: phrase, form: "named" };
  if (!owner && (!level || level === "site")) return undefined;
  const place = placeSpokenOf(view, phrase.from, focus, (one) =>
    level ? levelsAgree(level, one.level) : one.level !== "country",
  );
  return place ? { place: inferred(atLevel(place, level)), words: phrase, form: "noun" } : undefined;
}

/** A name that the text calls a district is meant as one. */
function atLevel(place: ClaimPlace, level: ClaimPlace["level"] | undefined): ClaimPlace {
  return level === "district" ? { ...place, level } : place;
}

function withExtent(view: View, phrase: Phrase, argument: PlaceArgument): PlaceArgument {
  const extent = extentOf(view, phrase);
  return extent ? { ...argument, extent } : argument;
}

function extentOf(view: View, phrase: TokenRange): Extent | undefined {
  for (let i = phrase.from; i < phrase.to; i += 1) {
    if (view.placeAt(i)) continue;
    const word = wordAt(view, i);
    if (view.words.has("extent-most", word)) return "most";
    if (view.words.has("extent-part", word)) return "part";
    if (word === "whole" || word === "entire") return "whole";
  }
  return undefined;
}

/** "Herat airport", "the city of Herat", "the airport", "a district in Zabul". */
function placeByNoun(view: View, phrase: Phrase, to: number, focus: Focus): PlaceArgument {
  const noun = view.placeNouns.get(wordAt(view, phrase.head)) ?? {};
  const own = describedPlace(view, phrase, to, focus);
  if (own) return { ...own, form: own.named ? "named" : "noun" };
  const place = noun.level === undefined ? undefined : spokenOf(view, phrase, focus);
  const words = place ? phrase : { from: phrase.from, to: afterModifiers(view, phrase.to, to) };
  return { ...(place ? { place: inferred(place) } : {}), words, form: "noun" };
}

/** Behind "in northern X", "near Y" and the like. */
function afterModifiers(view: View, from: number, to: number): number {
  let at = from;
  while (at < to && view.tags[at]?.tag === "preposition" && !view.dayAt(at)) {
    const complement = phraseAt(view, at + 1, to);
    if (!complement) return at;
    at = complement.to;
    while (/^(?:and|or)$/.test(wordAt(view, at)) && view.placeAt(at + 1)) at = mentionEnd(view, at + 1);
  }
  return at;
}

/** "the city", "the airport": the place that the text speaks of; with "a" it is a new one, which is not known. */
function spokenOf(view: View, phrase: Phrase, focus: Focus): ClaimPlace | undefined {
  const noun = view.placeNouns.get(wordAt(view, phrase.head));
  const level = noun?.level;
  if (!level) return undefined;
  const first = wordAt(view, phrase.from);
  const definite = /^(?:the|this|that|its|their)$/.test(first) || level === "site";
  if (level === "site" && /^(?:its|their)$/.test(first)) {
    const town = placeMeantByIt(view, phrase.from, focus);
    return town && siteOf(town, textOf(view, phrase), noun.site);
  }
  if (level === "site") {
    const town = placeSpokenOf(view, phrase.from, focus, (place) =>
      /^(?:city|town|district)$/.test(place.level),
    );
    return town ? siteOf(town, textOf(view, phrase), noun.site) : undefined;
  }
  if (!definite || wordAt(view, phrase.head).endsWith("s")) return undefined;
  const place = placeSpokenOf(view, phrase.from, focus, (one) => levelsAgree(level, one.level));
  return place && atLevel(place, level);
}

export function placeSpan(view: View, argument: PlaceArgument): Span {
  return spanOf(view, argument.words);
}

export { knownPlace };
