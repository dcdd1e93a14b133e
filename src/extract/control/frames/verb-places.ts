import type { ClaimPlace } from "../../../domain/place.ts";
import { inferred, namedPlace } from "../../places/claim-place.ts";
import { type Focus, placeSpokenOf } from "../../places/discourse.ts";
import { placesAt } from "../../places/place-list.ts";
import { type PlaceArgument, placeAt, rowAtLevel } from "../../places/place-of.ts";
import type { Clause, TokenRange } from "../../types.ts";
import { phraseAt, prepositionIn, withoutIntroduction } from "../../words/noun-phrase.ts";
import { type View, wordAt } from "../../words/view.ts";
import type { VerbFrame } from "../control-lexicon.ts";
import type { Reading } from "./frame.ts";
import type { SlotReader, VerbClause } from "./verb-roles.ts";

/** The places of the event: from the first role that has any, from the members of a plural, or from around. */
export function firstPlaces(
  reading: Reading,
  frame: VerbFrame,
  slot: SlotReader,
  clause: VerbClause,
): PlaceArgument[] {
  for (const name of frame.place) {
    const range = slot(name);
    const places = range
      ? placesAt(
          reading.view,
          name === "subject" || name === "object" ? withoutIntroduction(reading.view, range) : range,
          reading.focus,
        )
      : [];
    if (places.some(({ place }) => place)) return places;
    if (range && wordAt(reading.view, range.from) === "it" && name !== "subject") return [];
    if (places.length > 0) {
      const members = membersOf(reading, clause);
      const beside =
        range && clause.role === "relative" && clause.inherited ? placesBeside(reading, range) : [];
      return members.length > 0 ? members : beside.length > 0 ? beside : places;
    }
  }
  const own = frame.place.map(slot).find((range) => range !== undefined);
  const pockets = own ? pocketsIn(reading, own) : [];
  if (pockets.length > 0) return pockets;
  const listed = own ? listedBefore(reading, own) : [];
  if (listed.length > 0) return listed;
  if (own && tellsMany(reading, own)) {
    const members = membersOf(reading, clause);
    if (members.length > 0) return members;
  }
  const closing = own && clause.role === "relative" ? placesClosing(reading, own) : [];
  if (closing.length > 0) return closing;
  const wider = own && clause.role === "relative" ? placesBeside(reading, own) : [];
  if (wider.length > 0) return wider;
  const elsewhere =
    frame.place.some((name) => /^(?:from|of|off)$/.test(name) && slot(name) !== undefined) ||
    (frame.place.includes("focus") &&
      prepositionIn(reading.view, { from: clause.verb.to, to: Math.min(clause.verb.to + 5, clause.to) }, [
        "of",
        "over",
      ]) !== undefined);
  if (elsewhere || !/^(?:force|focus|attack|battle)$/.test(frame.guard)) return [];
  const around = placeAround(reading, clause);
  return around ? [around] : [];
}

/** "the loss was logical after A and B, which fell": the names directly before the relative. */
function placesClosing({ view, focus }: Reading, { from, to }: TokenRange): PlaceArgument[] {
  for (let i = from; i < to; i += 1) {
    if (!/^(?:preposition|subordinator)$/.test(view.tags[i]?.tag ?? "")) continue;
    if (wordAt(view, i) === "of" && !/^(?:way|case|fate|example|fall|loss)$/.test(wordAt(view, i - 1)))
      continue;
    const places = placesAt(view, { from: i + 1, to }, focus);
    const last = places.at(-1)?.words.to;
    const closes =
      last === to || (wordAt(view, last ?? to) === "," && wordAt(view, (last ?? to) + 1) === "the");
    if (
      places.length > 0 &&
      closes &&
      places.every(({ form, place }) => form === "named" || place?.level === "site")
    )
      return places;
  }
  return [];
}

/** "the last pockets held by soldiers in X", "the last position that they had in X": a part of the place behind "in". */
function pocketsIn({ view, focus }: Reading, { from, to }: TokenRange): PlaceArgument[] {
  const phrase = phraseAt(view, from, to);
  if (!phrase || !/^(?:pockets?|remnants|parts?|areas?|holdouts?)$/.test(wordAt(view, phrase.head)))
    return [];
  const holds = /^(?:held|controlled|defended)$/.test(wordAt(view, phrase.to));
  for (let i = phrase.to; holds && i < Math.min(phrase.to + 9, view.tokens.length); i += 1)
    if (wordAt(view, i) === "in" && !view.dayAt(i + 1))
      return placesAt(view, { from: i + 1, to: view.tokens.length }, focus);
  return [];
}

/** "A, B and C, three places that the army had entered": the names in front of the words that count them. */
function listedBefore({ view, focus }: Reading, { from, to }: TokenRange): PlaceArgument[] {
  const phrase = phraseAt(view, from, to);
  const noun = phrase && wordAt(view, phrase.head);
  const counted = phrase && view.words.has("number-word", wordAt(view, phrase.from));
  if (!counted || !noun?.endsWith("s") || !view.placeNouns.has(noun) || wordAt(view, from - 1) !== ",")
    return [];
  for (let start = Math.max(0, from - 20); start < from - 1; start += 1) {
    const places = placesAt(view, { from: start, to: from - 1 }, focus);
    if (
      places.length > 1 &&
      places.at(-1)?.words.to === from - 1 &&
      places.every(({ form }) => form === "named")
    )
      return places;
  }
  return [];
}

/** "the town of X on the border which was overrun": the place that the words between describe. */
function placesBeside({ view, focus }: Reading, { from, to }: TokenRange): PlaceArgument[] {
  for (let i = from - 1; i > Math.max(0, from - 8); i -= 1) {
    const word = wordAt(view, i);
    if (/^[,;:]$/.test(word) || view.tags[i]?.tag === "verb") return [];
    const opens = view.tags[i - 1]?.tag === "preposition" || view.tags[i - 1]?.tag === "verb";
    const places = opens ? placesAt(view, { from: i, to }, focus) : [];
    const last = places.at(-1);
    if (last?.place && last.words.to <= from && last.place.level !== "country") return places;
  }
  return [];
}

/** "three of 14 provincial capitals": a plural of places within the first words. */
function tellsMany({ view }: Reading, { from, to }: TokenRange): boolean {
  for (let i = from; i < Math.min(from + 8, to); i += 1) {
    const word = wordAt(view, i);
    if (word === "," || word === ":") return false;
    if (
      word.endsWith("s") &&
      /^(?:city|town|village|district|province)$/.test(view.placeNouns.get(word)?.level ?? "")
    )
      return true;
  }
  return false;
}

/** "several towns, including A and B"; "two districts: A and B". */
function membersOf({ view, focus }: Reading, clause: VerbClause): PlaceArgument[] {
  for (let i = clause.from; i < Math.min(clause.to + 2, view.tokens.length); i += 1) {
    const word = wordAt(view, i);
    const opens =
      /^(?:including|namely|notably|:)$/.test(word) ||
      (word === "them" && wordAt(view, i - 1) === "among") ||
      (word === "as" && wordAt(view, i - 1) === "such") ||
      (/^(?:—|–)$/.test(word) && i >= clause.verb.to) ||
      (/^(?:—|–|-)$/.test(word) && clause.subject && clause.subject.from < i && i < clause.subject.to);
    if (!opens) continue;
    const members = placesAt(view, { from: i + 1, to: view.tokens.length }, focus).filter(
      ({ form, place }) => form === "named" && place,
    );
    if (members.length > 0) return members.map((one) => atNounsLevel(view, one, clause));
  }
  return [];
}

/** "retook three districts: A, B and C": the members are districts. */
function atNounsLevel(view: View, one: PlaceArgument, { verb, rest }: VerbClause): PlaceArgument {
  const object = phraseAt(view, verb.to, rest?.to ?? verb.to);
  const districts = object && /^(?:districts|counties)$/.test(wordAt(view, object.head));
  return districts && one.place ? { ...one, place: rowAtLevel(view, one.place, "district") } : one;
}

/** Without a place of its own: the one that the sentence opens with ("In X, …"), or the one spoken of just before. */
function placeAround({ view, focus }: Reading, clause: VerbClause): PlaceArgument | undefined {
  const opening = openingPlace(view, focus, clause) ?? openingPlace(view, focus, view.analysis.clauses[0]);
  if (opening) return opening;
  const named = lastNamed(view, clause.verb.from);
  if (named) return { place: inferred(named), words: clause.verb, form: "pronoun" };
  const last = focus.places.at(-1);
  const near = last && view.analysis.sentence.index - last.sentence <= 1;
  const spoken =
    near &&
    (clause.from === 0 || tellsOfItself(view, clause) || last.sentence === view.analysis.sentence.index)
      ? last.place
      : isOfThePlace(view, clause)
        ? placeSpokenOf(view, clause.verb.from, focus, ({ level }) =>
            /^(?:city|town|village|district)$/.test(level),
          )
        : undefined;
  return spoken && { place: inferred(spoken), words: clause.verb, form: "pronoun" };
}

/** "Rebels confirmed that they had pulled out". */
function tellsOfItself(view: View, { role, subject, parent }: Clause): boolean {
  const teller = parent === undefined ? undefined : view.analysis.clauses[parent]?.subject;
  if (role !== "content" || !subject || !teller) return false;
  if (!/^(?:they|it|we)$/.test(wordAt(view, withoutIntroduction(view, subject).from))) return false;
  const range = withoutIntroduction(view, teller);
  const phrase = phraseAt(view, range.from, range.to);
  return phrase !== undefined && view.actorAt(phrase.head) !== undefined;
}

function isForce(view: View, at: number): boolean {
  return view.actorAt(at) !== undefined || view.words.has("force-noun", wordAt(view, at));
}

/** "Its defenders", "the garrison", "the fighters were pushed back": people whom the place that is spoken of explains. */
function isOfThePlace(view: View, { subject, verb }: Clause): boolean {
  const range = subject && withoutIntroduction(view, subject);
  const phrase = range && phraseAt(view, range.from, range.to);
  return (
    phrase !== undefined &&
    (wordAt(view, phrase.from) === "its" ||
      (verb?.voice === "passive" && wordAt(view, phrase.from) === "the" && isForce(view, phrase.head)) ||
      /^(?:defenders|garrison|attackers|besiegers|occupiers)$/.test(wordAt(view, phrase.head)))
  );
}

/** The settlement that the sentence named last before the token. */
function lastNamed(view: Reading["view"], at: number): ClaimPlace | undefined {
  for (let i = at - 1; i >= 0; i -= 1) {
    const mention = view.placeAt(i);
    const tied =
      view.placeAt(i - 1) !== mention &&
      (isOwner(view, i) ||
        /^(?:near|outside|from|to|towards?|of|around)$/.test(wordAt(view, i - 1)) ||
        /^(?:government|officials?|authorities|diplomats?|analysts?|ministry|embassy)$/.test(
          wordAt(view, i - 2),
        ));
    if (
      mention?.role === "place" &&
      !tied &&
      /^(?:city|town|village)$/.test(mention.level) &&
      view.placeAt(i - 1) !== mention
    )
      return namedPlace(mention);
  }
  return undefined;
}

/** "X's guns". */
function isOwner(view: View, at: number): boolean {
  const mention = view.placeAt(at);
  let end = at;
  while (mention && view.placeAt(end) === mention) end += 1;
  return /^'s?$/.test(wordAt(view, end));
}

/** "In X, …": the place that the clause opens with. */
export function openingPlace(
  view: Reading["view"],
  focus: Focus,
  clause: Clause | undefined,
): PlaceArgument | undefined {
  const from = clause?.from ?? 0;
  if (!/^(?:in|at|inside|near)$/.test(wordAt(view, from))) return undefined;
  const place = placeAt(view, { from: from + 1, to: view.tokens.length }, focus);
  return place?.place && place.place.level !== "country" && place.place.level !== "province"
    ? place
    : undefined;
}
