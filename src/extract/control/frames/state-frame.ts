import { inferred } from "../../places/claim-place.ts";
import { placeMeantByIt } from "../../places/discourse.ts";
import { placesAt } from "../../places/place-list.ts";
import type { PlaceArgument } from "../../places/place-of.ts";
import type { Clause, TokenRange } from "../../types.ts";
import { phraseAt, withoutIntroduction } from "../../words/noun-phrase.ts";
import { spanOf, wordAt } from "../../words/view.ts";
import { type ActorArgument, actorAt } from "../actor-of.ts";
import { stageOfClause } from "../stage.ts";
import { around, type Found, type Reading } from "./frame.ts";
import { type Grip, gripsIn } from "./grip.ts";
import { openingPlace } from "./verb-places.ts";

/** Places that are, come or stay in somebody's hands, under somebody's control or under siege. */
export function stateEvents(reading: Reading): Found[] {
  return [...gripsIn(reading).flatMap((grip) => ofGrip(reading, grip)), ...inControlOf(reading)];
}

function ofGrip(reading: Reading, grip: Grip): Found[] {
  const { view, lexicon } = reading;
  if (grip.phrase !== "siege" && !grip.ownerTold && !isTellersOwn(reading, grip) && !isLapsed(reading, grip))
    return [{ trigger: grip, why: "in whose hands is not told" }];
  const index = view.analysis.clauses.findIndex(
    (clause) => clause.from <= grip.from && grip.from < clause.to,
  );
  const clause = view.analysis.clauses[index];
  if (!clause) return [];
  const inserted = isInserted(reading, grip, clause);
  const near = placesBefore(reading, grip, clause, inserted);
  const lemma = clause.verb && near.length === 0 ? clause.verb.lemma : "";
  const close =
    clause.verb !== undefined &&
    onlyAdverbs(reading, clause.verb.to, grip.from - (grip.phrase === "out" ? 1 : 0));
  const change = lexicon.states.get(`${lemma === "fall" && !close ? "be" : lemma} ${grip.phrase}`);
  if (!change) return [{ trigger: grip, why: "its verb tells no state" }];
  const own = near.length > 0 ? near : stateOf(reading, grip, clause);
  const opening = own.length > 0 ? undefined : openedWith(reading, clause);
  const places = opening ? [opening] : own.length > 0 ? own : listedBehind(reading, grip);
  if (!places.some(({ place }) => place))
    return [{ trigger: grip, why: "what is in these hands is no place" }];
  if (change === "holds" && near.length > 0 && wasThe(reading, clause))
    return [{ trigger: grip, why: "what it was is told, not whose it is" }];
  const staged = clause.verb && !inserted ? stageOfClause(view, index, lexicon) : { stage: "done" as const };
  const over = change === "holds" && isOver(reading, clause, grip.from);
  return places.map((place) => ({
    change: over ? ("lost" as const) : change,
    ...(place.place ? { place: place.place } : {}),
    ...(place.extent ? { extent: place.extent } : {}),
    ...(grip.owner ? { actor: grip.owner } : grip.unknown ? { untold: true } : {}),
    trigger: grip,
    words: around(
      grip,
      place.words.from >= clause.from && place.words.to <= clause.to ? place.words : undefined,
    ),
    staged,
    clause: index,
    basis: `${lemma || "…"} ${grip.phrase}`,
  }));
}

/** "Melitopol, in Russian hands since the spring, was": beside the subject that it describes. */
function isInserted({ view }: Reading, { from, to }: Grip, { subject }: Clause): boolean {
  return subject !== undefined && subject.from < from && to <= subject.to && wordAt(view, from - 1) === ",";
}

/** "X was the biggest town under their control". */
function wasThe({ view }: Reading, { verb, rest }: Clause): boolean {
  return (
    verb?.lemma === "be" &&
    /^(?:past|past-perfect)$/.test(verb.tense) &&
    wordAt(view, rest?.from ?? -1) === "the" &&
    /^(?:last|first|only|\w+est)$/.test(wordAt(view, (rest?.from ?? -1) + 1))
  );
}

/** "is no longer under control": lost, by whoever it may be. */
function isLapsed({ view }: Reading, { from, to }: Grip): boolean {
  return (
    wordAt(view, to - 1) === "control" &&
    !/^(?:of|by)$/.test(wordAt(view, to)) &&
    wordAt(view, from - 1) === "longer" &&
    wordAt(view, from - 2) === "no"
  );
}

/** "has come under control", said by one of a side: its own, where nobody else is told. */
function isTellersOwn({ view }: Reading, { from, to }: Grip): boolean {
  const { start, end } = spanOf(view, { from, to });
  return (
    wordAt(view, to - 1) === "control" &&
    !/^(?:of|by)$/.test(wordAt(view, to)) &&
    view.analysis.attributions.some(
      ({ content, speaker }) => speaker.camp !== undefined && content.start <= start && end <= content.end,
    )
  );
}

/** "Still in government hands: A, B and C". */
function listedBehind({ view, focus }: Reading, { to }: Grip): PlaceArgument[] {
  return wordAt(view, to) === ":" ? placesAt(view, { from: to + 1, to: view.tokens.length }, focus) : [];
}

/** "is no longer in the army's hands". */
function isOver({ view }: Reading, clause: Clause, to: number): boolean {
  for (let i = clause.from; i + 1 < to; i += 1)
    if (wordAt(view, i) === "no" && wordAt(view, i + 1) === "longer") return true;
  return false;
}

/** "In X all the rest is in their hands": what the subject counts is of the place that the clause opens with. */
function openedWith({ view, focus }: Reading, clause: Clause): PlaceArgument | undefined {
  const subject = clause.subject && withoutIntroduction(view, clause.subject);
  const phrase = subject && phraseAt(view, subject.from, subject.to);
  return phrase && view.words.has("partitive", wordAt(view, phrase.head))
    ? openingPlace(view, focus, clause)
    : undefined;
}

/** "fell back under", not "fell silent under". */
function onlyAdverbs({ view }: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (view.tags[i]?.tag !== "adverb" && !view.dayAt(i)) return false;
  return true;
}

/** The place directly before the phrase: "the town, now under rebel control". */
function placesBefore(reading: Reading, grip: Grip, clause: Clause, inserted: boolean): PlaceArgument[] {
  const { view } = reading;
  let end = grip.from;
  while (end > clause.from && /^(?:adverb|mark)$/.test(view.tags[end - 1]?.tag ?? "")) end -= 1;
  const rest = (inserted ? clause.subject : clause.rest) ?? { from: clause.from, to: clause.to };
  if (end <= rest.from) return [];
  for (let from = Math.max(rest.from, end - 6); from < end; from += 1) {
    const tag = view.tags[from]?.tag ?? "";
    if (
      from > rest.from &&
      /^(?:noun|name|adjective)$/.test(tag) &&
      /^(?:noun|name|adjective|determiner|possessive)$/.test(view.tags[from - 1]?.tag ?? "")
    )
      continue;
    const places = placesAt(view, { from, to: end }, reading.focus);
    if (places.length > 0 && places.at(-1)?.words.to === end) return places;
  }
  return inserted ? placesAt(view, { from: rest.from, to: end }, reading.focus) : [];
}

/** "three towns, including A": the members that are named. */
function membersIn(view: Reading["view"], range: TokenRange, focus: Reading["focus"]): PlaceArgument[] {
  for (let i = range.from; i < range.to; i += 1) {
    if (/^(?:including|namely|—|–|-|:)$/.test(wordAt(view, i)))
      return placesAt(view, { from: i + 1, to: range.to }, focus);
  }
  return [];
}

/** "Still in rebel hands are X and Y"; else the place that the verb puts into the state: its object ("brought the town under"), else its subject. */
function stateOf({ view, focus }: Reading, grip: Grip, clause: Clause): PlaceArgument[] {
  const inverted =
    clause.subject !== undefined && clause.subject.from <= grip.from && grip.to <= clause.subject.to;
  if (inverted) return clause.verb?.lemma === "be" && clause.rest ? placesAt(view, clause.rest, focus) : [];
  const moved = clause.verb?.voice === "active" && /^(?:bring|put|leave|keep|get)$/.test(clause.verb.lemma);
  if (moved && clause.rest) return placesAt(view, clause.rest, focus);
  const subject = clause.subject && withoutIntroduction(view, clause.subject);
  const places = subject ? placesAt(view, subject, focus) : [];
  return places.some(({ place }) => place) || !subject ? places : membersIn(view, subject, focus);
}

/** "The rebels are in (full) control of X". */
function inControlOf(reading: Reading): Found[] {
  const { view, focus, lexicon } = reading;
  return view.analysis.clauses.flatMap((clause, index): Found[] => {
    const rest = clause.rest;
    if (!clause.verb || !rest || !/^(?:be|remain|stay|appear)$/.test(clause.verb.lemma)) return [];
    const at = controlAt(reading, rest);
    if (at === undefined) return [];
    const trigger = { from: at, to: at + 1 };
    const actor: ActorArgument = actorAt(view, clause.subject, focus);
    const of = wordAt(view, at + 1) === '"' ? at + 2 : at + 1;
    const places = /^(?:of|over|in|at)$/.test(wordAt(view, of))
      ? placesAt(view, { from: of + 1, to: rest.to }, focus)
      : isPronoun(reading, clause.subject)
        ? []
        : spokenPlace(reading, at);
    if (actor.kind !== "actor" || !places.some(({ place }) => place))
      return [{ trigger, why: "who controls what is not told" }];
    const staged = stageOfClause(view, index, lexicon);
    return places.map((place) => ({
      change: "holds" as const,
      ...(place.place ? { place: place.place } : {}),
      ...(place.extent ? { extent: place.extent } : {}),
      ...(actor.ref ? { actor: actor.ref } : { untold: true }),
      trigger,
      words: around(clause.inherited ? undefined : clause.subject, trigger, place.words),
      staged,
      clause: index,
      basis: "be in control of",
    }));
  });
}

function isPronoun({ view }: Reading, range: TokenRange | undefined): boolean {
  return range !== undefined && view.tags[withoutIntroduction(view, range).from]?.tag === "pronoun";
}

/** "The rebels are in full control": of the place that is spoken of. */
function spokenPlace({ view, focus }: Reading, at: number): PlaceArgument[] {
  const place = placeMeantByIt(view, at, focus);
  return place ? [{ place: inferred(place), words: { from: at, to: at + 1 }, form: "pronoun" }] : [];
}

function controlAt({ view }: Reading, rest: TokenRange): number | undefined {
  let from = rest.from;
  while (from < rest.to && /^(?:adverb|mark)$/.test(view.tags[from]?.tag ?? "")) from += 1;
  if (wordAt(view, from) !== "in") return undefined;
  for (let i = from; i < Math.min(from + 5, rest.to); i += 1)
    if (/^(?:control|charge|command|possession)$/.test(wordAt(view, i))) return i;
  return undefined;
}
