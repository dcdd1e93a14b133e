import type { ClaimPlace } from "../../domain/place.ts";
import type { TokenRange } from "../types.ts";
import { phraseAt } from "../words/noun-phrase.ts";
import { type View, wordAt } from "../words/view.ts";
import { siteOf } from "./claim-place.ts";
import type { Focus } from "./discourse.ts";
import { groupAt } from "./place-group.ts";
import { atLevel, type PlaceArgument, placeAt, rowAtLevel } from "./place-of.ts";
import { seatsIn } from "./unit-seats.ts";

/** The places that stand at the beginning of the range, in a list or alone; empty when it begins with anything else. */
export function placesAt(view: View, range: TokenRange, focus: Focus): PlaceArgument[] {
  const group = groupAt(view, range, focus);
  if (group.length > 0) return group;
  const first = phraseAt(view, range.from, range.to);
  const seats = first ? seatsIn(view, first, range.to) : [];
  if (seats.length > 0) return seats.map(({ place, words }) => ({ place, words, form: "noun" }));
  const found: PlaceArgument[] = [];
  let from = behindMeasure(view, range.from);
  while (from < range.to) {
    const one =
      placeAt(view, { from, to: range.to }, focus) ??
      (found.length === 0 ? secondOf(view, { from, to: range.to }, focus) : undefined);
    if (one && /^(?:no|none|neither)$/.test(wordAt(view, one.words.from))) break;
    if (one) join(view, found, one);
    if (found.length === 0) break;
    const behind = one ? one.words.to : from;
    const next =
      (one && behindApposition(view, behind, range.to)) ??
      (one && afterSeparator(view, behind, range.to)) ??
      afterAside(view, behind, range.to);
    if (next === undefined) break;
    from = next;
  }
  return sharedNoun(view, found);
}

/** "more than half of X", "at least a third of X", "only X". */
function behindMeasure(view: View, from: number): number {
  const two = `${wordAt(view, from)} ${wordAt(view, from + 1)}`;
  if (/^(?:more than|less than|at least|up to|close to)$/.test(two)) return from + 2;
  return /^(?:only|nearly|almost|roughly|about|over)$/.test(wordAt(view, from)) ? from + 1 : from;
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

/** Adds a member of a list, or drops it when it only describes the one before it ("Ghazni, the capital of …"). */
function join(view: View, found: PlaceArgument[], one: PlaceArgument): void {
  const previous = found.at(-1);
  if (previous && isSecondDescription(view, previous, one)) return;
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
    (previous.form === "named" || situates(view, one)) &&
    (one.form === "noun" || described(view, one) || holds(one.place, previous.place)) &&
    (isSettled(previous) || situates(view, one))
  ) {
    found[found.length - 1] = asSite(view, previous, one);
    return;
  }
  if (previous && one.form === "noun" && isSuperlative(view, one)) return;
  if (previous?.place?.level === "site" && comma && isCalledTown(view, one)) return;
  found.push(one);
}

/** "the barracks in Geneina, the capital of Darfur": told of the town in which the site lies. */
function isCalledTown(view: View, { words }: PlaceArgument): boolean {
  const phrase = phraseAt(view, words.from, view.tokens.length);
  const head = phrase ? wordAt(view, phrase.head) : "";
  const owned = [1, 2, 3].some((step) => wordAt(view, words.from + step) === "'s");
  const told =
    owned || /^(?:the|an?|its|'s)$/.test(wordAt(view, words.from)) || wordAt(view, words.from - 1) === "'s";
  return told && /^(?:capital|city|town|village|seat|port)$/.test(head);
}

/** "X, the third-largest city and the last outpost": told of X again. */
function isSuperlative(view: View, { words }: PlaceArgument): boolean {
  return (
    wordAt(view, words.from) === "the" &&
    /^(?:last|only|first|biggest|largest)$/.test(wordAt(view, words.from + 1))
  );
}

/** "north of Y", "near Y", "25 km from Y": only where the place before it lies. */
const SITUATES =
  /^(?:north|south|east|west|northeast|northwest|southeast|southwest|near|outside|opposite|facing|just|about|some|\d+|\d+km)$/;
/** "X, the capital of Y and the country's second city": the second half of what describes X. */
function isSecondDescription(view: View, previous: PlaceArgument, one: PlaceArgument): boolean {
  return (
    previous.form === "named" &&
    one.form === "noun" &&
    one.place?.inferred === true &&
    one.place.level !== "site" &&
    wordAt(view, one.words.from - 1) === "and" &&
    previous.words.to < one.words.from - 1
  );
}

/** "north of Y", "Y's main port": says where the place before it lies, or what it is to Y. */
function situates(view: View, { words }: PlaceArgument): boolean {
  return SITUATES.test(wordAt(view, words.from)) || isOwned(view, words);
}

function isOwned(view: View, { from, to }: TokenRange): boolean {
  for (let i = from + 1; i < to; i += 1) if (wordAt(view, i) === "'s") return true;
  return wordAt(view, to) === "'s";
}

const DESCRIBES =
  /^(?:the|a|an|its|their|his|just|some|about|around|north|south|east|west|northeast|northwest|southeast|southwest|near|opposite|\d+|\d+km)$/;

/** "X, their main base": a site that goes by the name of its town. */
function asSite(view: View, named: PlaceArgument, described: PlaceArgument): PlaceArgument {
  const word = headWord(view, described);
  const noun = /^(?:base|airbase|airfield|airport|prison|dam|barracks)$/.test(word)
    ? view.placeNouns.get(word)
    : undefined;
  return noun && named.place
    ? { ...named, place: siteOf(named.place, named.place.toponym, noun.site) }
    : named;
}

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
  if (/^(?:together|along)$/.test(wordAt(view, i)) && wordAt(view, i + 1) === "with") return i + 2;
  if (wordAt(view, i) === "as" && wordAt(view, i + 1) === "well" && wordAt(view, i + 2) === "as")
    return i + 3;
  if (parted && /^(?:then|later|also|now)$/.test(wordAt(view, i))) i += 1;
  if (parted && wordAt(view, i - 2) === "and") i = afterInsertion(view, i, to);
  return parted && i < to ? i : undefined;
}

/**
 * "A in the west and B in the north", "A overnight and B on Friday": behind what is told of the first member alone, when
 * the name of a place follows.
 */
function afterAside(view: View, at: number, to: number): number | undefined {
  let i = at;
  while (i < to) {
    const tag = view.tags[i]?.tag;
    if (view.dayAt(i) || tag === "adverb" || (tag === "preposition" && view.dayAt(i + 1))) i += 1;
    else {
      const aside = tag === "preposition" ? phraseAt(view, i + 1, to) : undefined;
      if (!aside || view.placeAt(aside.head)) break;
      i = aside.to;
    }
  }
  const next = i > at ? afterSeparator(view, i, to) : undefined;
  if (next === undefined) return undefined;
  const first = view.tags[next]?.tag === "determiner" ? next + 1 : next;
  const mention = view.placeAt(first);
  let end = first;
  while (mention && view.placeAt(end) === mention) end += 1;
  return mention?.role === "place" && view.tags[end]?.tag !== "possessive" ? next : undefined;
}

/** "A, about 700 km east of C, and the town of B": behind a distance between commas, where the list goes on. */
function behindApposition(view: View, at: number, to: number): number | undefined {
  const opens =
    wordAt(view, at) === "," && /^(?:about|some|around|just|\d+(?:km)?)$/.test(wordAt(view, at + 1));
  for (let i = at + 2; opens && i < Math.min(to, at + 16); i += 1)
    if (wordAt(view, i) === "," && wordAt(view, i + 1) === "and") return i + 2;
  return undefined;
}

/** "A and, hours later, B": behind the words between the commas. */
function afterInsertion(view: View, from: number, to: number): number {
  for (let i = from; i < Math.min(from + 9, to); i += 1) if (wordAt(view, i) === ",") return i + 1;
  return from;
}
