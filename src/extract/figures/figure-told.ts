import type { ClaimPlace } from "../../domain/place.ts";
import { inferred, knownPlace, namedPlace } from "../places/claim-place.ts";
import { placesAt } from "../places/place-list.ts";
import type { PlaceArgument } from "../places/place-of.ts";
import type { TokenRange } from "../types.ts";
import { textOf, type View, wordAt } from "../words/view.ts";
import { runningPlace } from "./figure-running.ts";
import { isMinor } from "./figure-sense.ts";
import { figureFocus } from "./figure-view.ts";

const WHERE = new Set(
  "in at near outside around inside across throughout within along between above below beneath behind to into onto towards toward through against off on over under from of".split(
    " ",
  ),
);
/** These tell where something happened only when nothing else does. */
const WEAK = new Set(
  "to into onto towards toward from of over under through against on off between".split(" "),
);

/**
 * How well the words tell where: 2 a preposition of place, 1 a place as subject or object, 0 a direction or owner, -1 what
 * lies in a direction from there ("south of X").
 */
type Strength = -1 | 0 | 1 | 2;

export interface Candidate {
  readonly place: ClaimPlace;
  readonly at: number;
  readonly strength: Strength;
  /** It goes by words of the text: several places in a list, or a part of one. */
  readonly area: boolean;
  /** The places of the list, the first among them. */
  readonly members?: readonly ClaimPlace[];
}

/** Every place that the sentence tells; `prefer` are prepositions that tell the place here, before all others. */
export function placesTold(view: View, prefer: ReadonlySet<string> = NONE): readonly Candidate[] {
  const known = tellings.get(view) ?? new Map<ReadonlySet<string>, readonly Candidate[]>();
  tellings.set(view, known);
  const made = known.get(prefer) ?? findPlaces(view, prefer);
  known.set(prefer, made);
  return made;
}

const NONE: ReadonlySet<string> = new Set();
const tellings = new WeakMap<View, Map<ReadonlySet<string>, readonly Candidate[]>>();

function findPlaces(view: View, prefer: ReadonlySet<string>): Candidate[] {
  const found: Candidate[] = [];
  for (let i = 0; i < view.tokens.length; i += 1) {
    const preposition =
      WHERE.has(wordAt(view, i)) || prefer.has(wordAt(view, i)) ? wordAt(view, i) : undefined;
    if (!preposition && wordAt(view, i) !== "there" && !opensPhrase(view, i)) continue;
    const from = preposition ? i + 1 : i;
    if (isActor(view, from)) continue;
    if (preposition && isWholeCountry(view, from)) {
      const place = wholeCountry(view);
      if (place) found.push({ place, at: i, strength: 2, area: false });
      continue;
    }
    const pointed = pointedAt(view, i, preposition !== undefined);
    if (pointed) {
      found.push({ place: inferred(pointed), at: i, strength: 2, area: false });
      continue;
    }
    const seat = preposition ? capitalAt(view, from) : undefined;
    if (seat) {
      found.push({ place: seat, at: i, strength: 2, area: false });
      continue;
    }
    const [first, ...others] = placesAt(view, { from, to: view.tokens.length }, figureFocus(view));
    if (!first?.place) {
      const owner = preposition && !WEAK.has(preposition) ? ownerAt(view, from) : undefined;
      if (owner) found.push({ place: owner, at: i, strength: 2, area: false });
      continue;
    }
    const strength = strengthOf(view, i, preposition, prefer);
    const list = isList(view, first, others);
    const area = list
      ? areaOf(view, first.place, { from: first.words.from, to: (others.at(-1) ?? first).words.to })
      : partNamed(view, from, first);
    const spoken = first.place.level === "site" && first.form === "noun";
    if (spoken && (strength < 2 || (first.place.inferred && isMinor(first.place)))) continue;
    if (first.form !== "pronoun")
      found.push({
        place: area ?? first.place,
        at: i,
        strength,
        area: area !== undefined,
        ...(list && { members: [first, ...others].flatMap(({ place }) => place ?? []) }),
      });
    i = Math.max(i, (others.at(-1) ?? first).words.to - 1);
  }
  return found;
}

/** "there", "in that town": where the sentences before are; but not "there were". */
function pointedAt(view: View, at: number, afterPreposition: boolean): ClaimPlace | undefined {
  if (wordAt(view, at) === "there") {
    const exists =
      /^(?:is|are|was|were|has|have|had|will|would|could|may|might|'s|being|be|remains?|remained|came|seems?|appears?)$/;
    return exists.test(wordAt(view, at + 1)) ? undefined : runningPlace(view, { memory: 1 });
  }
  const level = view.placeNouns.get(wordAt(view, at + 2))?.level;
  const points = afterPreposition && /^(?:that|this)$/.test(wordAt(view, at + 1));
  return points && /^(?:city|town|village|district|province)$/.test(level ?? "")
    ? runningPlace(view)
    : undefined;
}

/** "A and B", "A, B and C"; in "A, B community" the second only tells where the first lies. */
function isList(view: View, first: PlaceArgument, others: readonly PlaceArgument[]): boolean {
  const last = others.at(-1);
  if (!last || others.every(({ place }) => place === undefined || place.name === first.place?.name))
    return false;
  return /^(?:and|or|&|as)$/.test(wordAt(view, last.words.from - 1)) || others.length > 1;
}

function strengthOf(
  view: View,
  at: number,
  preposition: string | undefined,
  prefer: ReadonlySet<string>,
): Strength {
  if (preposition === undefined) return 1;
  if (/^(?:of|from)$/.test(preposition) && DIRECTION.test(wordAt(view, at - 1))) return -1;
  const aims =
    /^(?:of|on|against|over|for)$/.test(preposition) && view.words.has("aimed", wordAt(view, at - 1));
  if (aims || prefer.has(preposition)) return 2;
  return WEAK.has(preposition) ? 0 : 2;
}

/** "south of", "20 km from". */
const DIRECTION =
  /^(?:(?:north|south)?-?(?:north|south|east|west)|kilomet(?:re|er)s?|kms?|miles?|upriver|inland)$/;

/** "in X's hospitals": the town or unit that owns what is no place of its own. */
function ownerAt(view: View, from: number): ClaimPlace | undefined {
  const mention = view.placeAt(from);
  let end = from;
  while (mention && view.placeAt(end) === mention) end += 1;
  return mention?.role === "place" && wordAt(view, end) === "'s" ? namedPlace(mention) : undefined;
}

const COMPASS = /^(?:(?:north|south)?-?(?:north|south|east|west)(?:ern)?|central)$/;

/** "northern X", where X is no further described: a part of it that has no name of its own. */
function partNamed(view: View, at: number, { place, words, form }: PlaceArgument): ClaimPlace | undefined {
  const from = view.tags[at]?.tag === "determiner" ? at + 1 : at;
  if (form !== "named" || !place || !COMPASS.test(wordAt(view, from))) return undefined;
  if (
    view.placeAt(from) ||
    view.placeAt(from + 1)?.role !== "place" ||
    view.placeNouns.has(wordAt(view, words.to - 1))
  )
    return undefined;
  const told =
    /^(?:province|country|city)$/.test(place.level) && !view.placeNouns.has(wordAt(view, words.to));
  return told && wordAt(view, words.to) !== "'s" ? areaOf(view, place, { from, to: words.to }) : undefined;
}

/** An area that goes by words of the text: a part of a place, or several of which no single one is meant. */
function areaOf(view: View, { country }: ClaimPlace, words: TokenRange): ClaimPlace {
  const name = textOf(view, words).replace(/^the\s+/i, "");
  return { name, toponym: name, ...(country ? { country } : {}), level: "area", precision: "unlocated" };
}

/** The country that the report is mainly about. */
export function wholeCountry({ report }: View): ClaimPlace | undefined {
  const code = report.countries[0];
  const place = code && report.gazetteer.country(code);
  return place ? inferred(knownPlace(place, place.name)) : undefined;
}

/** "of Islamic State", "the State of …": names of actors that hold words of places. */
function isActor(view: View, from: number): boolean {
  const first = view.tags[from]?.tag === "determiner" ? from + 1 : from;
  return view.actorAt(first) !== undefined && view.placeAt(first)?.role !== "place";
}

/** "inside the country", "throughout the nation". */
function isWholeCountry(view: View, from: number): boolean {
  return (
    /^(?:the|our|this)$/.test(wordAt(view, from)) &&
    /^(?:country|nation)$/.test(wordAt(view, from + 1)) &&
    wordAt(view, from + 2) !== "'s"
  );
}

/** "in the capital": of the province that the sentence names before, else of the country. */
export function capitalAt(view: View, from: number): ClaimPlace | undefined {
  if (wordAt(view, from) !== "the" || wordAt(view, from + 1) !== "capital") return undefined;
  const next = wordAt(view, from + 2);
  const named = view.placeAt(from + 2) ?? (next === "," ? view.placeAt(from + 3) : undefined);
  if (/^(?:of|'s)$/.test(next) || named) return undefined;
  const start = view.tokens[from]?.start ?? 0;
  const province = view.analysis.places.findLast(
    (one) => one.end <= start && one.place?.level === "province",
  );
  const code = view.report.countries[0];
  const unit = province?.place ?? (code && view.report.gazetteer.country(code));
  const seat = unit && view.report.gazetteer.seatOf(unit.id);
  return seat && inferred(knownPlace(seat, "the capital"));
}

/** A noun phrase begins here. */
function opensPhrase(view: View, at: number): boolean {
  const tag = view.tags[at]?.tag;
  if (tag === "determiner" || tag === "possessive") return true;
  if (view.actorAt(at)) return false;
  const before = view.tags[at - 1]?.tag;
  return (
    view.placeAt(at)?.role === "place" && before !== "name" && before !== "noun" && before !== "adjective"
  );
}
