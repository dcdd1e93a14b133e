import type { ActorRef, ControlChange } from "../../../domain/claim.ts";
import { placesAt } from "../../places/place-list.ts";
import type { PlaceArgument } from "../../places/place-of.ts";
import { actorInSentence } from "../../speech/spoken-actors.ts";
import type { Clause, TokenRange } from "../../types.ts";
import { phraseAt, withoutIntroduction } from "../../words/noun-phrase.ts";
import { wordAt } from "../../words/view.ts";
import { type ActorArgument, actorAt, toRef } from "../actor-of.ts";
import { stageOfClause } from "../stage.ts";
import { around, type Found, type Reading } from "./frame.ts";
import { openingPlace } from "./verb-places.ts";

interface Possession {
  readonly change: ControlChange;
  readonly trigger: TokenRange;
  readonly actor?: ActorRef;
  readonly untold?: true;
}

/** Places that are "theirs", "back with the army", "free of rebels", or gone: told by "be" and "go" and what follows. */
export function possessionEvents(reading: Reading): Found[] {
  const { view, lexicon } = reading;
  return view.analysis.clauses.flatMap((clause, index): Found[] => {
    const inside = insideOf(reading, clause, index);
    if (inside) return inside;
    const told = possession(reading, clause);
    if (!told || !clause.subject) return [];
    const places = held(reading, clause);
    const empty = wordAt(view, told.trigger.from) === "empty";
    if (empty && !places.some(({ place, form }) => place?.level === "site" && form !== "pronoun")) return [];
    if (told.change === "lost" && !empty && places.at(-1)?.words.to !== clause.verb?.from) return [];
    if (told.untold && told.change === "gained" && !places.some(({ form }) => form === "named")) return [];
    if (places.length === 0) return [{ trigger: told.trigger, why: "what it is about is no place" }];
    const staged = stageOfClause(view, index, lexicon);
    return places.map((place) => ({
      change: told.change,
      ...(place.place ? { place: place.place } : {}),
      ...(place.extent ? { extent: place.extent } : {}),
      ...(told.actor ? { actor: told.actor } : {}),
      ...(told.untold ? { untold: true } : {}),
      trigger: told.trigger,
      words: around(place.words.from >= clause.from ? place.words : undefined, told.trigger),
      staged,
      clause: index,
      basis: `${clause.verb?.lemma} ${wordAt(view, told.trigger.from)}`,
    }));
  });
}

/** What the subject names; "the greater part", "most" is of the place that the clause opens with. */
function held({ view, focus }: Reading, clause: Clause): PlaceArgument[] {
  const subject = withoutIntroduction(view, clause.subject as TokenRange);
  const situation =
    /^(?:situation|picture)$/.test(wordAt(view, subject.from + 1)) && wordAt(view, subject.from + 2) === "in";
  const named = situation ? { from: subject.from + 3, to: subject.to } : subject;
  const own = placesAt(view, named, focus).filter(isHeld);
  const phrase = own.length === 0 ? phraseAt(view, subject.from, subject.to) : undefined;
  const part = phrase !== undefined && view.words.has("partitive", wordAt(view, phrase.head));
  const opening = part ? openingPlace(view, focus, clause) : undefined;
  return opening ? [opening] : own;
}

/** "fighters are inside X", "were in the streets of X", "are in the town centre". */
function insideOf({ view, focus, lexicon }: Reading, clause: Clause, index: number): Found[] | undefined {
  const { verb, rest } = clause;
  if (!verb || !rest || !(STAYS.test(verb.lemma) || (verb.voice === "passive" && SEEN.test(verb.lemma))))
    return undefined;
  const stays = verb.lemma !== "be" && STAYS.test(verb.lemma);
  const at = insideAt(view, rest);
  if (at === undefined) return undefined;
  const actor = actorAt(view, clause.subject, focus);
  if (actor.kind !== "actor") return undefined;
  const told = placesAt(view, { from: at + 1, to: rest.to }, focus).filter(isHeld);
  const behind = { from: at, to: rest.to };
  const remains = stays || (verb.lemma === "be" && isStill(view, rest, told));
  const placed = /^(?:deploy|station)$/.test(verb.lemma);
  const quoted = wordAt(view, 0) === '"';
  if (placed && !quoted && view.analysis.attributions.length === 0) return undefined;
  const within =
    remains ||
    wordAt(view, at) === "inside" ||
    hasInner(view, behind) ||
    (verb.lemma === "be" && actor.mention !== undefined && isTheTown(view, told));
  const places = within ? told : [];
  if (places.length === 0) return undefined;
  const staged = stageOfClause(view, index, lexicon);
  return places.map((place) => ({
    change: remains ? ("holds" as const) : ("entered" as const),
    ...(place.place ? { place: place.place } : {}),
    ...(actor.ref ? { actor: actor.ref } : isOurs(view, clause) ? {} : { untold: true }),
    trigger: { from: at, to: at + 1 },
    words: around(clause.inherited ? undefined : clause.subject, place.words),
    staged,
    clause: index,
    basis: `${verb.lemma} inside`,
  }));
}

/** "is still in X", "has been in X since Monday", of a town that is named. */
function isStill(view: Reading["view"], rest: TokenRange, told: readonly PlaceArgument[]): boolean {
  const [first] = told;
  if (first?.form !== "named" || first.extent || !/^(?:city|town|village)$/.test(first.place?.level ?? ""))
    return false;
  const word = wordAt(view, first.words.to);
  return (
    word === "since" ||
    wordAt(view, rest.from - 1) === "still" ||
    wordAt(view, rest.from) === "still" ||
    word === "still"
  );
}

/** "in the town": the one that is spoken of. */
function isTheTown(view: Reading["view"], [first]: readonly PlaceArgument[]): boolean {
  const noun = first?.form === "noun" ? wordAt(view, first.words.to - 1) : "";
  return /^(?:town|city|village)$/.test(noun) && wordAt(view, first?.words.from ?? -1) === "the";
}

/** "our fighters": the teller's own, whoever he is. */
function isOurs(view: Reading["view"], { subject }: Clause): boolean {
  return subject !== undefined && /^(?:we|our)$/.test(wordAt(view, withoutIntroduction(view, subject).from));
}

/** To be in a place, or to stay, which is to have it still. */
const STAYS = /^(?:be|remain|stay)$/;

/** What tells that somebody is there, besides "be". */
const SEEN = /^(?:see|deploy|spread|station)$/;

/** "inside", "in" or "at", behind words that only say how ("now", "present", "spread out"). */
function insideAt(view: Reading["view"], { from, to }: TokenRange): number | undefined {
  for (let i = from; i < Math.min(to, from + 4); i += 1) {
    const word = wordAt(view, i);
    const rules = /^(?:control|charge|command|full|firm|complete|total)$/.test(wordAt(view, i + 1));
    if (/^(?:inside|in|at)$/.test(word)) return rules ? undefined : i;
    if (view.tags[i]?.tag !== "adverb" && !/^(?:present|active|out|everywhere|visible|deep)$/.test(word))
      return undefined;
  }
  return undefined;
}

function hasInner(view: Reading["view"], rest: TokenRange): boolean {
  for (let i = rest.from + 1; i < Math.min(rest.from + 5, rest.to); i += 1)
    if (/^(?:centre|center|streets|heart|middle|outskirts|neighbou?rhoods|quarters)$/.test(wordAt(view, i)))
      return wordAt(view, i) !== "outskirts";
  return false;
}

function isHeld({ place }: PlaceArgument): boolean {
  return place !== undefined && place.level !== "country";
}

function possession(reading: Reading, clause: Clause): Possession | undefined {
  const { view, focus } = reading;
  const { verb, rest } = clause;
  if (verb?.voice === "passive" && (/^contest/.test(verb.lemma) || isClaimedByBoth(reading, clause)))
    return { change: "contested", trigger: { from: verb.head, to: verb.head + 1 } };
  if (!verb || !rest || (verb.voice === "passive" && verb.lemma !== "go")) return undefined;
  const at = afterAdverbs(reading, rest);
  const trigger = { from: at, to: at + 1 };
  const word = wordAt(view, at);
  if (/^(?:be|stand|lie)$/.test(verb.lemma) && word === "empty") return { change: "lost", trigger };
  if (/^(?:go|be)$/.test(verb.lemma) && isGone(reading, clause, at))
    return { change: "lost", trigger: { from: verb.head, to: verb.head + 1 } };
  if (!/^(?:be|remain|stay)$/.test(verb.lemma)) return undefined;
  if (word === "contested" || (wordAt(view, at + 1) === "and" && wordAt(view, at + 2) === "contested"))
    return { change: "contested", trigger };
  if (word === "theirs") return { change: "holds", trigger, ...whose(reading, at) };
  if (word === "ours") return { change: "holds", trigger };
  const owner = ownerAt(reading, { from: at, to: rest.to });
  if (owner) return { change: "holds", trigger: { from: at, to: owner.to }, actor: owner.actor };
  if (word === "free" && isLast(reading, at, rest)) return { change: "gained", trigger, untold: true };
  if (word === "with" || (word === "back" && wordAt(view, at + 1) === "with")) {
    const actor = actorAt(view, { from: word === "with" ? at + 1 : at + 2, to: rest.to }, focus);
    const change = word === "back" || wordAt(view, at - 1) === "back" ? "gained" : "holds";
    return actor.kind === "actor" ? { change, trigger, ...of(actor) } : undefined;
  }
  if (word === "free" && wordAt(view, at + 1) === "of") {
    const actor = actorAt(view, { from: at + 2, to: rest.to }, focus);
    return actor.kind === "actor" ? { change: "lost", trigger, ...of(actor) } : undefined;
  }
  return undefined;
}

function afterAdverbs({ view }: Reading, rest: TokenRange): number {
  let at = rest.from;
  while (at < rest.to - 1 && view.tags[at]?.tag === "adverb" && wordAt(view, at) !== "back") at += 1;
  return at;
}

/** "is gone", "has gone", "had gone": nothing but a time or a manner follows. */
function isGone({ view }: Reading, clause: Clause, at: number): boolean {
  const { verb, rest } = clause;
  if (!verb || !rest || verb.progressive) return false;
  const gone =
    verb.lemma === "go"
      ? /^(?:perfect|past-perfect)$/.test(verb.tense) || verb.voice === "passive"
      : wordAt(view, at) === "gone";
  const next = verb.lemma === "go" ? at : at + 1;
  const word = wordAt(view, next);
  const ends =
    next >= rest.to ||
    view.dayAt(next) !== undefined ||
    view.dayAt(next + 1) !== undefined ||
    /^(?:[,.;]|too|as|without|before|already|also)$/.test(word);
  return gone && ends;
}

/** "are claimed by either side". */
function isClaimedByBoth({ view }: Reading, { verb, rest }: Clause): boolean {
  const two = `${wordAt(view, (rest?.from ?? -2) + 1)} ${wordAt(view, (rest?.from ?? -2) + 2)}`;
  return verb?.lemma === "claim" && /^(?:either side|both sides|both parties|each side)$/.test(two);
}

/** "Muse is still the junta's". */
function ownerAt(
  { view, focus }: Reading,
  { from, to }: TokenRange,
): { actor: ActorRef; to: number } | undefined {
  let end = from;
  while (end < to && /^(?:name|noun|determiner|adjective)$/.test(view.tags[end]?.tag ?? "")) end += 1;
  const closes = /^'s?$/.test(wordAt(view, end)) && (end + 1 >= to || view.tags[end + 1]?.tag === "mark");
  const actor = closes && end > from ? actorAt(view, { from, to: end }, focus) : undefined;
  return actor?.kind === "actor" && actor.ref ? { actor: actor.ref, to: end + 1 } : undefined;
}

/** "X is free", "is free again": nothing but a time follows. */
function isLast({ view }: Reading, at: number, { to }: TokenRange): boolean {
  const next = wordAt(view, at + 1) === "again" ? at + 2 : at + 1;
  return next >= to || view.tags[next]?.tag === "mark" || view.dayAt(next) !== undefined;
}

/** Whom "theirs" means: nobody that can be told where the sentence, or else the two before it, speak of several. */
function whose({ view, focus }: Reading, at: number): Pick<Possession, "actor" | "untold"> {
  const limit = view.tokens[at]?.start ?? 0;
  const here = view.analysis.actors.filter(({ end, actor }) => actor && end <= limit);
  const index = view.analysis.sentence.index;
  const before = focus.actors.filter(({ sentence }) => index - sentence <= 2).map(({ actor }) => actor);
  const own = view.analysis.attributions.length === 0 ? actorInSentence(view, at) : undefined;
  if (own) return ref(own);
  const told = here.length > 0 ? here : before;
  return told.every(({ actor }) => actor?.id === told[0]?.actor?.id) ? ref(told.at(-1)) : { untold: true };
}

function ref(mention: Parameters<typeof toRef>[0] | undefined): { readonly actor?: ActorRef } {
  const actor = mention && toRef(mention);
  return actor ? { actor } : {};
}

function of(actor: ActorArgument): { readonly actor?: ActorRef } {
  return actor.kind === "actor" && actor.ref ? { actor: actor.ref } : {};
}
