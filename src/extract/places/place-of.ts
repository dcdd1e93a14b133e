import type { Extent } from "../../domain/claim.ts";
import type { ClaimPlace } from "../../domain/place.ts";
import type { ToponymMention } from "../../gazetteer/types.ts";
import type { TokenRange } from "../types.ts";
import { type Phrase, phraseAt } from "../words/noun-phrase.ts";
import { textOf, type View, wordAt } from "../words/view.ts";
import { inferred, knownPlace, levelsAgree, namedPlace, siteOf } from "./claim-place.ts";
import { describedPlace } from "./described-place.ts";
import { type Focus, placeMeantByIt, placeSpokenOf } from "./discourse.ts";
import { asDistrict, calledTowns } from "./units.ts";

/** A place as an argument of an event. `place` is absent when the words tell a place that cannot be told which. */
export interface PlaceArgument {
  readonly place?: ClaimPlace;
  readonly words: TokenRange;
  readonly extent?: Extent;
  /** named: a name; noun: a place noun with or without one; pronoun: "it". */
  readonly form: "named" | "noun" | "pronoun";
}

/** The place of the same name at that level, where the gazetteer has one. */
export function rowAtLevel(view: View, place: ClaimPlace, level: ClaimPlace["level"]): ClaimPlace {
  if (place.level === level || !place.country || (level !== "province" && level !== "district")) return place;
  const rows = view.report.gazetteer.candidates(place.toponym, { countries: [place.country] });
  const row = rows.find(
    (candidate) => candidate.place.level === level && candidate.place.country === place.country,
  )?.place;
  return row ? knownPlace(row, place.toponym) : { ...place, level };
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
  const noun = view.placeAt(from - 2) ? undefined : view.placeNouns.get(wordAt(view, from - 1))?.level;
  if (noun === "district" || noun === "province") return rowAtLevel(view, place, noun);
  const seat = mention.place?.seatOf;
  const town = !view.inDistricts || calledTowns(view.report).has(mention.text.toLowerCase());
  return town ? place : asDistrict(place, seat === "province" || seat === "country");
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
  const named = view.placeAt(phrase.head - 1)?.role === "place" && phrase.head > phrase.from;
  return !named && view.words.has("partitive", wordAt(view, phrase.head)) && wordAt(view, phrase.to) === "of";
}

/** "most of the city", "the centre of X": the place is what follows. */
function partOf(view: View, phrase: Phrase, to: number, focus: Focus): PlaceArgument | undefined {
  const whole = placeAt(view, { from: phrase.to + 1, to }, focus);
  if (!whole) return undefined;
  const extent = extentOf(view, phrase, whole) ?? whole.extent;
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
  const bare =
    wordAt(view, phrase.from) === "the" &&
    phrase.head === phrase.from + 1 &&
    /^(?:centre|center|heart)$/.test(wordAt(view, phrase.head));
  const directed = isDirected(view, phrase);
  if (!owner && !bare && !directed && (!level || level === "site")) return undefined;
  const place = placeSpokenOf(view, phrase.from, focus, (one) =>
    level
      ? levelsAgree(level, one.level)
      : bare || directed
        ? levelsAgree("city", one.level)
        : one.level !== "country",
  );
  return place ? { place: inferred(atLevel(place, level)), words: phrase, form: "noun" } : undefined;
}

/** "the northern districts", "the eastern half": of the town that is spoken of. */
function isDirected(view: View, phrase: Phrase): boolean {
  return (
    phrase.head === phrase.from + 2 &&
    wordAt(view, phrase.from) === "the" &&
    /^(?:north|south|east|west)(?:east|west)?ern$/.test(wordAt(view, phrase.from + 1)) &&
    /^(?:districts|half|quarters|neighbou?rhoods|suburbs|part|parts|side|bank)$/.test(
      wordAt(view, phrase.head),
    )
  );
}

/** A name that the text calls a district is meant as one. */
export function atLevel(place: ClaimPlace, level: ClaimPlace["level"] | undefined): ClaimPlace {
  return level === "district" ? { ...place, level } : place;
}

function withExtent(view: View, phrase: Phrase, argument: PlaceArgument): PlaceArgument {
  const extent = extentOf(view, phrase, argument);
  return extent ? { ...argument, extent } : argument;
}

/** "The districts of Kang and Khash Rod" are wholes; districts of a city are a part of it. */
function extentOf(view: View, phrase: TokenRange, { place }: PlaceArgument): Extent | undefined {
  const whole = place?.level === "district" ? /^districts?$/ : undefined;
  for (let i = phrase.from; i < phrase.to; i += 1) {
    if (view.placeAt(i)) continue;
    const word = wordAt(view, i);
    if (view.words.has("extent-most", word)) return "most";
    if (view.words.has("extent-part", word) && !whole?.test(word)) return "part";
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

/** "the town of X" is X, known or not. */
function isOfName(view: View, { to }: Phrase): boolean {
  return wordAt(view, to) === "of" && view.tags[to + 1]?.tag === "name" && !view.actorAt(to + 1);
}

/** "the city", "the airport": the place that the text speaks of; with "a" it is a new one, which is not known. */
function spokenOf(view: View, phrase: Phrase, focus: Focus): ClaimPlace | undefined {
  const noun = view.placeNouns.get(wordAt(view, phrase.head));
  const level = noun?.level;
  if (!level || isOfName(view, phrase)) return undefined;
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
