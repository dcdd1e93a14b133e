import type { CountryCode, PlaceId } from "../../domain/ids.ts";
import type { ClaimPlace } from "../../domain/place.ts";
import type { Place, ToponymMention } from "../../gazetteer/types.ts";
import type { TokenRange } from "../types.ts";
import { type Phrase, phraseAt } from "../words/noun-phrase.ts";
import { textOf, type View, wordAt } from "../words/view.ts";
import { inferred, knownPlace, levelsAgree, namedPlace, siteOf } from "./claim-place.ts";
import type { Focus } from "./discourse.ts";
import type { PlaceNoun } from "./place-nouns.ts";

export interface Described {
  readonly place: ClaimPlace;
  readonly words: TokenRange;
  /** The words hold the place's own name. */
  readonly named: boolean;
}

const ORDINALS: readonly string[] = [
  "",
  "",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
];

/** The place that a place noun means together with the names around it; undefined when they do not tell. */
export function describedPlace(view: View, phrase: Phrase, to: number, focus: Focus): Described | undefined {
  const noun = view.placeNouns.get(wordAt(view, phrase.head)) ?? {};
  const inside = nameBefore(view, phrase);
  const next = nameAfter(view, phrase, to);
  const quarter = QUARTER.test(wordAt(view, phrase.head));
  if (quarter && inside) {
    const to = next?.preposition === "of" ? next.to : phrase.to;
    return { place: namedPlace(inside.mention, "area"), words: { from: phrase.from, to }, named: true };
  }
  if (quarter && next?.preposition === "of" && next.mention.level === "area")
    return { place: namedPlace(next.mention), words: { from: phrase.from, to: next.to }, named: true };
  const isNamed = next?.preposition === "of" && /^(?:city|town|village|district)$/.test(noun.level ?? "");
  if (inside && isNamed && !/^(?:province|country)$/.test(next.mention.level))
    return ofName(view, phrase, noun, next.mention, { from: phrase.from, to: next.to });
  if (inside && wordAt(view, inside.to) === "'s") return owned(view, phrase, noun, inside.mention, focus);
  if (inside?.mention.place && /^capital$/.test(wordAt(view, phrase.head)))
    return seat(view, phrase, inside.mention.place);
  if (inside && noun.level === "site" && isWide(inside.mention)) return undefined;
  if (inside) return { place: withNoun(view, noun, inside.mention, phrase), words: phrase, named: true };
  const after = next;
  if (!after) return ranked(view, phrase, view.report.countries[0]);
  const words = { from: phrase.from, to: after.to };
  if (after.preposition === "of") return ofName(view, phrase, noun, after.mention, words);
  if (noun.level === "site" && isWide(after.mention)) return undefined;
  if (noun.level === "site")
    return { place: siteOf(namedPlace(after.mention), textOf(view, phrase), noun.site), words, named: false };
  return nearby(view, phrase, after, words);
}

/** No site is told by the country or the wide area that it lies in. */
function isWide({ level }: ToponymMention): boolean {
  return /^(?:country|area)$/.test(level);
}

interface Named extends TokenRange {
  readonly mention: ToponymMention;
}

/** The last name of a place before the head, within the phrase. */
function nameBefore(view: View, phrase: Phrase): Named | undefined {
  for (let i = phrase.head - 1; i >= phrase.from; i -= 1) {
    const mention = view.placeAt(i);
    if (mention?.role !== "place" || view.actorAt(i)) continue;
    return { mention, from: i, to: i + 1 };
  }
  return undefined;
}

/** "of X", "in X", "at X", "near X" directly after the head, or the name itself ("the town X"). */
function nameAfter(
  view: View,
  phrase: Phrase,
  to: number,
): (Named & { readonly preposition: string }) | undefined {
  let at = phrase.to;
  const direct = view.placeAt(at);
  if (direct?.role === "place" && at < to)
    return { mention: direct, from: at, to: endOf(view, at), preposition: "of" };
  const preposition = wordAt(view, at);
  const leadsTo =
    preposition === "to" && /^(?:entrances?|gates?|gateway|approach|road)$/.test(wordAt(view, phrase.head));
  if (!leadsTo && !/^(?:of|in|at|near|outside|around|inside|on|from|within)$/.test(preposition))
    return undefined;
  at += 1;
  if (preposition === "of" && view.placeNouns.get(wordAt(view, phrase.head))?.level === "site") {
    const behind = behindOwner(view, at, to);
    if (behind !== undefined) return nameAfter(view, { ...phrase, to: behind }, to);
  }
  const complement = phraseAt(view, at, to);
  const mention = complement && view.placeAt(complement.head);
  const level = complement && view.placeNouns.get(wordAt(view, complement.head))?.level;
  if (complement && mention?.role === "place")
    return { mention, from: complement.head, to: endOf(view, complement.head), preposition };
  const deeper = complement && level ? nameAfter(view, complement, to) : undefined;
  if (deeper && (deeper.preposition === "of" || level === "site")) return { ...deeper, preposition };
  const inner = complement && level ? nameBefore(view, complement) : undefined;
  return complement && inner
    ? { mention: inner.mention, from: inner.from, to: complement.to, preposition }
    : undefined;
}

/** "the headquarters of Islamic State (IS) in Sirte": behind whose it is, where it is told where it lies. */
function behindOwner(view: View, from: number, to: number): number | undefined {
  let at = view.tags[from]?.tag === "determiner" ? from + 1 : from;
  const owner = view.actorAt(at);
  if (!owner || view.placeAt(at)) return undefined;
  while (at < to && (view.actorAt(at) || /^[()"]$/.test(wordAt(view, at)))) at += 1;
  return /^(?:in|at|near|outside)$/.test(wordAt(view, at)) ? at : undefined;
}

/** Behind the name that covers the token. */
export function endOf(view: View, at: number): number {
  const mention = view.placeAt(at);
  let end = at + 1;
  while (end < view.tokens.length && view.placeAt(end) === mention) end += 1;
  return end;
}

const QUARTER = /^(?:quarter|neighbou?rhood|suburb)$/;

/** "Herat airport" is a site, "Kandahar city" and "Helmand province" say the level. */
function withNoun(view: View, noun: PlaceNoun, mention: ToponymMention, phrase: Phrase): ClaimPlace {
  if (QUARTER.test(wordAt(view, phrase.head))) return namedPlace(mention, "area");
  if (noun.level === "site") return siteOf(namedPlace(mention), textOf(view, phrase), noun.site);
  const named = namedPlace(mention);
  return { ...named, level: levelOf(noun, mention, named) };
}

/** The noun's level where it says more than the gazetteer; a city may be called a town, a town's district a district. */
function levelOf(noun: PlaceNoun, mention: ToponymMention, place: ClaimPlace): ClaimPlace["level"] {
  if (!noun.level || noun.level === "area" || place.level === "country") return place.level;
  if (mention.place && levelsAgree("city", noun.level) && levelsAgree("city", place.level))
    return place.level;
  return noun.level;
}

/** "X's capital", "X's airport", "X's third-largest city", "X's districts". */
function owned(
  view: View,
  phrase: Phrase,
  noun: PlaceNoun,
  owner: ToponymMention,
  _focus: Focus,
): Described | undefined {
  const head = wordAt(view, phrase.head);
  const rank = ranked(view, phrase, owner.place?.country);
  if (rank) return rank;
  if (head === "capital" && owner.place) return seat(view, phrase, owner.place);
  if (noun.level === "site" && isWide(owner)) return undefined;
  if (noun.level === "site")
    return { place: siteOf(namedPlace(owner), textOf(view, phrase), noun.site), words: phrase, named: false };
  if (noun.level === "area") return { place: namedPlace(owner), words: phrase, named: false };
  return undefined;
}

/** "the port of Kherson, the first city to": the city. */
function isCalledCity(view: View, at: number): boolean {
  const beside = wordAt(view, at) === "," ? phraseAt(view, at + 1, view.tokens.length) : undefined;
  return (
    beside !== undefined &&
    /^(?:the|an?|its)$/.test(wordAt(view, beside.from)) &&
    /^(?:city|town)$/.test(wordAt(view, beside.head))
  );
}

function ofName(
  view: View,
  phrase: Phrase,
  noun: PlaceNoun,
  mention: ToponymMention,
  words: TokenRange,
): Described | undefined {
  if (
    /^(?:capital|seat)$/.test(wordAt(view, phrase.head)) &&
    mention.place &&
    /^(?:province|country)$/.test(unitLevel(view, mention, words))
  ) {
    const found = seat(view, phrase, mention.place);
    return found ? { ...found, words } : undefined;
  }
  if (/^seats?$/.test(wordAt(view, phrase.head))) return undefined;
  if (noun.level === "site" && isWide(mention)) return undefined;
  if (noun.level === "site" && isCalledCity(view, words.to))
    return { place: namedPlace(mention), words, named: true };
  if (noun.level === "site")
    return { place: siteOf(namedPlace(mention), textOf(view, phrase), noun.site), words, named: false };
  if (wordAt(view, phrase.head).endsWith("s") && mention.level === "province" && noun.level !== "province")
    return undefined;
  const place = namedPlace(mention);
  const oneOfMany = /^(?:a|another|one)$/.test(wordAt(view, phrase.from)) && mention.level === "province";
  if (oneOfMany && noun.level !== "province") return undefined;
  if (noun.level !== mention.level && /^(?:country|area)$/.test(mention.level)) return undefined;
  return {
    place: { ...place, level: levelOf(noun, mention, place) },
    words,
    named: true,
  };
}

/** "the capital of Helmand": the unit, though a town may share its name. */
function unitLevel(view: View, mention: ToponymMention, words: TokenRange): string {
  const cue = view.placeNouns.get(wordAt(view, words.to - 1))?.level;
  return cue === "province" || mention.place?.seatOf === "province" ? "province" : mention.level;
}

/** The seat of the unit, or of the unit that a place lies in. */
export function seat(view: View, phrase: Phrase, unit: Place): Described | undefined {
  const province =
    unit.level === "province" || unit.level === "country" ? unit : view.report.gazetteer.unitOf(unit);
  const place = province && view.report.gazetteer.seatOf(province.id);
  return place ? { place: knownPlace(place, textOf(view, phrase)), words: phrase, named: false } : undefined;
}

/** "the country's third-largest city", by the gazetteer's populations. */
function ranked(view: View, phrase: Phrase, country: CountryCode | undefined): Described | undefined {
  const nth = rankIn(view, phrase);
  if (nth === undefined || !country || view.placeNouns.get(wordAt(view, phrase.head))?.level !== "city")
    return undefined;
  const place = rankedPlace(view, nth, country, view.tokens[phrase.head]?.end ?? 0);
  return place
    ? { place: inferred(knownPlace(place, textOf(view, phrase))), words: phrase, named: false }
    : undefined;
}

/** Counts of people differ from source to source, so a neighbour in rank that the report goes on to name is meant. */
function rankedPlace(view: View, nth: number, country: CountryCode, from: number): Place | undefined {
  const of = (rank: number) => view.report.gazetteer.describe({ kind: "nth-largest", nth: rank, country });
  const exact = of(nth);
  const next = of(nth + 1);
  const near = [...exact, ...next, ...(nth > 2 ? of(nth - 1) : []), ...of(nth + 2)];
  const mentions = view.report.sentences
    .flatMap(({ places }) => places)
    .filter(({ role }) => role === "place");
  const ordered = [
    ...mentions.filter(({ start }) => start > from),
    ...mentions.filter(({ start }) => start <= from),
  ];
  const named = ordered.find((one) => near.some(({ id }) => id === one.place?.id))?.place;
  const clear = (exact[0]?.population ?? 0) >= CLEARLY * (next[0]?.population ?? 0);
  return named ?? (exact.length === 1 && clear ? exact[0] : undefined);
}

/** So many times larger than the next a city must be to be known by its rank alone. */
const CLEARLY = 1.1;

function rankIn(view: View, phrase: Phrase): number | undefined {
  for (let i = phrase.from; i < phrase.head; i += 1) {
    const word = wordAt(view, i);
    const [ordinal, largest] = word.split("-");
    if (/^(?:largest|biggest)$/.test(largest ?? "")) return rankOf(ordinal ?? "");
    if (/^(?:largest|biggest)$/.test(word)) return rankOf(wordAt(view, i - 1)) ?? 1;
  }
  return undefined;
}

function rankOf(word: string): number | undefined {
  const nth = ORDINALS.indexOf(word);
  if (nth > 1) return nth;
  const digits = /^(\d+)(?:st|nd|rd|th)$/.exec(word)?.[1];
  return digits ? Number(digits) : undefined;
}

/** "a provincial capital near X": the only capital that is near and of which the report speaks as well. */
function nearby(
  view: View,
  phrase: Phrase,
  after: Named & { readonly preposition: string },
  words: TokenRange,
): Described | undefined {
  const isCapital =
    wordAt(view, phrase.head) === "capital" && /^(?:near|outside|around)$/.test(after.preposition);
  if (!isCapital || !after.mention.place) return undefined;
  const near = view.report.gazetteer.describe({
    kind: "provincial-capital-near",
    near: after.mention.place.id,
  });
  const spoken = near.filter((place) => isNamedIn(view, place.id));
  const [place] = spoken.length === 1 ? spoken : near.length === 1 ? near : [];
  return place ? { place: inferred(knownPlace(place, textOf(view, words))), words, named: false } : undefined;
}

function isNamedIn(view: View, id: PlaceId): boolean {
  return view.report.sentences.some((sentence) => sentence.places.some(({ place }) => place?.id === id));
}
