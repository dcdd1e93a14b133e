import type { ActorRef, ControlChange } from "../../../domain/claim.ts";
import { inferred } from "../../places/claim-place.ts";
import { placeMeantByIt, placeSpokenOf } from "../../places/discourse.ts";
import { placesAt } from "../../places/place-list.ts";
import type { PlaceArgument } from "../../places/place-of.ts";
import { actorInSentence, actorSpokenOf } from "../../speech/spoken-actors.ts";
import type { TokenRange } from "../../types.ts";
import { wordAt } from "../../words/view.ts";
import { type ActorArgument, actorAt, toRef } from "../actor-of.ts";
import type { NounFrame } from "../control-lexicon.ts";
import { type Staged, stageOfClause } from "../stage.ts";
import { around, type Found, type Reading } from "./frame.ts";

/** Events that nouns tell: "the capture of X", "X's fall", "the withdrawal from X". */
export function nounEvents(reading: Reading): Found[] {
  const { view, lexicon } = reading;
  const found: Found[] = [];
  for (let i = 0; i < view.tokens.length; i += 1) {
    const frame = lexicon.nouns.get(wordAt(view, i));
    if (frame && view.tags[i]?.tag === "noun" && !view.actorAt(i) && !view.placeAt(i))
      found.push(...ofNoun(reading, i, frame));
    if (/^checkpoints?$/.test(wordAt(view, i))) found.push(...checkpointAt(reading, i));
  }
  return found;
}

function ofNoun(reading: Reading, at: number, frame: NounFrame): Found[] {
  const { view } = reading;
  const trigger = { from: at, to: at + 1 };
  const after = placesAfter(reading, at, frame);
  const owner = after.length === 0 && frame.place.includes("possessive") ? ownerPlace(reading, at) : after;
  const places = owner.length > 0 ? owner : bareNoun(reading, at, frame);
  if (places.length === 0) return [{ trigger, why: "no place stands with it" }];
  if (places.every(({ place }) => place === undefined)) return [{ trigger, why: "the place cannot be told" }];
  const end = Math.max(at + 1, ...places.map(({ words }) => words.to));
  const actor = nounActor(reading, at, end, frame);
  const leaver = frame.guard === "force" && actor.kind !== "actor" ? performer(reading, at) : actor;
  if (frame.guard === "force" && leaver.kind !== "actor")
    return [{ trigger, why: "who leaves is no armed actor" }];
  const other = prepositional(reading, end, frame.other);
  const told = toldAs(frame, leaver, other);
  const index = view.analysis.clauses.findIndex((clause) => clause.from <= at && at < clause.to);
  const staged = stageOfNoun(reading, at, index);
  return places.map((place) => ({
    ...told,
    ...(leaver.kind === "actor" && !leaver.ref ? { untold: true } : {}),
    ...(place.place ? { place: place.place } : {}),
    ...(place.extent ? { extent: place.extent } : {}),
    trigger,
    words: around(trigger, place.words),
    staged,
    ...(index >= 0 ? { clause: index } : {}),
    basis: `the ${frame.noun} of`,
  }));
}

/** "with rebel checkpoints at X", "there is a separatist checkpoint in X": who mans it has the place. */
function checkpointAt({ view, focus }: Reading, at: number): Found[] {
  const mention = view.actorAt(at - 1);
  let from = at - 1;
  while (mention && view.actorAt(from - 1) === mention) from -= 1;
  const open = view.tags[from - 1]?.tag === "determiner" ? from - 2 : from - 1;
  const there = view.tags[open]?.tag === "auxiliary" && wordAt(view, open - 1) === "there";
  if (!mention || !(there || wordAt(view, open) === "with") || !/^(?:at|in)$/.test(wordAt(view, at + 1)))
    return [];
  const ref = toRef(mention);
  return placesAt(view, { from: at + 2, to: view.tokens.length }, focus)
    .filter(({ form }) => form === "named")
    .map((place) => ({
      change: "holds" as const,
      ...(place.place ? { place: place.place } : {}),
      ...(ref ? { actor: ref } : { untold: true }),
      trigger: { from: at, to: at + 1 },
      words: around({ from, to: at + 1 }, place.words),
      staged: { stage: "done" as const },
      basis: "a checkpoint",
    }));
}

function placesAfter({ view, focus }: Reading, at: number, frame: NounFrame): PlaceArgument[] {
  for (let i = at + 1; i < Math.min(at + 7, view.tokens.length); i += 1) {
    const word = wordAt(view, i);
    if (frame.place.includes(word)) return placesAt(view, { from: i + 1, to: view.tokens.length }, focus);
    const skipped =
      word === "by" ||
      view.actorAt(i) !== undefined ||
      view.tags[i]?.tag === "determiner" ||
      view.tags[i]?.tag === "adjective" ||
      view.dayAt(i) !== undefined;
    const ownActor = frame.place.includes("from") || frame.place.includes("into") ? word === "of" : false;
    if (!skipped && !ownActor) return [];
  }
  return [];
}

/** "confirmed the loss", "the takeover was peaceful": of the one place that the text speaks of. */
function bareNoun({ view, focus }: Reading, at: number, frame: NounFrame): PlaceArgument[] {
  const alone =
    wordAt(view, at - 1) === "the" &&
    /^(?:capture|recapture|takeover|fall|loss)$/.test(frame.noun) &&
    !/^(?:of|in|from|into|to)$/.test(wordAt(view, at + 1)) &&
    view.tags[at + 1]?.tag !== "noun";
  const place = alone
    ? placeSpokenOf(view, at, focus, ({ level }) => /^(?:city|town|village|district)$/.test(level))
    : undefined;
  return place ? [{ place: inferred(place), words: { from: at - 1, to: at + 1 }, form: "pronoun" }] : [];
}

/** "X's fall", "its fall". */
function ownerPlace({ view, focus }: Reading, at: number): PlaceArgument[] {
  const before = view.tags[at - 1]?.tag === "adjective" ? at - 2 : at - 1;
  if (/^'s?$/.test(wordAt(view, before))) {
    let from = before - 1;
    while (from > 0 && view.placeAt(from) !== undefined && view.placeAt(from - 1) === view.placeAt(from))
      from -= 1;
    const nounFrom =
      view.tags[from]?.tag === "noun" && view.tags[from - 1]?.tag === "determiner" ? from - 1 : from;
    return placesAt(view, { from: nounFrom, to: before }, focus);
  }
  if (wordAt(view, before) === "its") {
    const place = placeMeantByIt(view, before, focus);
    return place
      ? [{ place: inferred(place), words: { from: before, to: before + 1 }, form: "pronoun" }]
      : [];
  }
  return [];
}

function nounActor(reading: Reading, at: number, end: number, frame: NounFrame): ActorArgument {
  const { view, focus } = reading;
  for (const way of frame.actor) {
    if (way === "possessive" || way === "adjective") {
      const before = actorBefore(reading, at, way);
      if (before) return before;
    } else {
      const near = prepositional(reading, way === "by" || way === "to" ? end : at + 1, [way]);
      if (near.kind === "actor") return near;
      const direct =
        wordAt(view, at + 1) === way
          ? actorAt(view, { from: at + 2, to: view.tokens.length }, focus)
          : undefined;
      if (direct?.kind === "actor") return direct;
    }
  }
  return { kind: "none" };
}

/** "the rebels' capture of", "their withdrawal", "the rebel takeover". */
function actorBefore({ view, focus }: Reading, at: number, way: string): ActorArgument | undefined {
  let i = at - 1;
  while (i >= 0 && view.tags[i]?.tag === "adjective") i -= 1;
  const word = wordAt(view, i);
  if (way === "possessive" && word === "its") {
    const named = actorInSentence(view, i);
    return named ? asArgument(named) : undefined;
  }
  if (way === "possessive" && word === "their") {
    const spoken = actorSpokenOf(view, i, focus);
    return spoken ? asArgument(spoken) : undefined;
  }
  const possessive = word === "'s" || word === "'";
  const mention = view.actorAt(possessive ? i - 1 : i);
  return mention ? asArgument(mention) : undefined;
}

function asArgument(mention: Parameters<typeof toRef>[0]): ActorArgument {
  const ref = toRef(mention);
  return { kind: "actor", mention, ...(ref ? { ref } : {}) };
}

/** The actor after one of the prepositions, directly behind the words. */
function prepositional({ view, focus }: Reading, at: number, prepositions: readonly string[]): ActorArgument {
  for (let i = at; i < Math.min(at + 3, view.tokens.length); i += 1) {
    if (prepositions.includes(wordAt(view, i)))
      return actorAt(view, { from: i + 1, to: view.tokens.length }, focus);
    if (view.tags[i]?.tag === "verb" || view.tags[i]?.tag === "mark") break;
  }
  return { kind: "none" };
}

function toldAs(
  frame: NounFrame,
  actor: ActorArgument,
  other: ActorArgument,
): { change: ControlChange; actor?: ActorRef; other?: ActorRef } {
  const first = actor.kind === "actor" ? actor.ref : undefined;
  const second = other.kind === "actor" ? other.ref : undefined;
  const toOther = other.kind === "actor" && frame.other.includes("to");
  const [change, by, from]: [ControlChange, ActorRef | undefined, ActorRef | undefined] =
    frame.change === "handed"
      ? ["gained", second, first]
      : toOther && frame.change === "lost"
        ? ["gained", second, first]
        : [frame.change, first, second];
  return { change, ...(by ? { actor: by } : {}), ...(from ? { other: from } : {}) };
}

/** The stage that the words before the noun and its clause give it; an event noun alone is taken as having happened. */
function stageOfNoun(reading: Reading, at: number, index: number): Staged {
  const { view, lexicon } = reading;
  if (view.tokens.at(-1)?.text === "?") return { not: "asked" };
  const governed = governorBefore(reading, at);
  if (governed) return governed;
  if (reading.lexicon.nouns.get(wordAt(view, at))?.change === "besieged" && isEnded(reading, index, at))
    return { not: "negated" };
  const clause = view.analysis.clauses[index];
  if (!clause?.verb) return { stage: "done" };
  const tells = view.words.has("telling-verb", clause.verb.lemma) && clause.verb.modality === "can";
  const own: Staged = tells ? { stage: "done" } : stageOfClause(view, index, lexicon);
  const inSubject = clause.subject !== undefined && !clause.inherited && at < clause.subject.to;
  if (inSubject && clause.verb.negated) return { not: "negated" };
  if (inSubject)
    return clause.verb.modality || clause.role === "condition" ? { stage: "forecast" } : { stage: "done" };
  const named = clause.verb.lemma === "call" && wordAt(view, clause.verb.to) !== "for";
  const governing = named ? undefined : lexicon.stages.get(clause.verb.lemma);
  if (governing === "negated" || governing === "denied") return { not: governing };
  if (governing && governing !== "done" && clause.verb.lemma !== "announce")
    return { stage: governing as "planned" };
  if (!("stage" in own)) return own.not === "negated" ? { not: "negated" } : { stage: "done" };
  return own.stage === "ongoing" ? { stage: "done" } : own;
}

/** "broke the siege of X", "the siege of X was lifted". */
function isEnded({ view }: Reading, index: number, at: number): boolean {
  const { verb } = view.analysis.clauses[index] ?? {};
  const ended = verb?.voice === "passive" ? at < verb.from : verb !== undefined && verb.to <= at;
  return verb !== undefined && ended && /^(?:break|lift|end|raise|relieve|ease)$/.test(verb.lemma);
}

/** "The army made a tactical withdrawal": the subject of a verb that only carries the noun. */
function performer({ view, focus }: Reading, at: number): ActorArgument {
  const clause = view.analysis.clauses.find(({ rest }) => rest && rest.from <= at && at < rest.to);
  const carries = /^(?:make|conduct|complete|stage|carry|perform|execute|effect|finish)$/;
  return carries.test(clause?.verb?.lemma ?? "") ? actorAt(view, clause?.subject, focus) : { kind: "none" };
}

/** Words that make of an event what is only told, feared or possible. */
const HEARSAY =
  /^(?:reports?|claims?|rumou?rs?|prospects?|possibility|hopes?|threats?|risks?|fears?|talk|danger|news)$/;

/** "a film about the siege of X" tells of no news. */
const WORKS =
  /^(?:films?|books?|novels?|documentar(?:y|ies)|movies?|plays?|exhibitions?|series|songs?|poems?|memoirs?|essays?)$/;

/** "plans for the capture of", "to prevent the fall of", "an attempt at the recapture of". */
function governorBefore({ view, lexicon }: Reading, at: number): Staged | undefined {
  let i = at - 1;
  while (
    i >= 0 &&
    /^(?:determiner|adjective|possessive|name|noun)$/.test(view.tags[i]?.tag ?? "") &&
    at - i < 4 &&
    !lexicon.stages.has(wordAt(view, i))
  )
    i -= 1;
  const preposition = wordAt(view, i);
  if (!/^(?:for|at|of|about|against|on|towards?|without|until|before)$/.test(preposition)) return undefined;
  if (preposition === "without") return { not: "negated" };
  if (/^(?:about|on)$/.test(preposition) && WORKS.test(wordAt(view, i - 1))) return { not: "asked" };
  if (/^(?:of|about)$/.test(preposition) && HEARSAY.test(wordAt(view, i - 1))) return { not: "denied" };
  if (
    preposition === "for" ||
    preposition === "at" ||
    preposition === "towards" ||
    preposition === "toward"
  ) {
    const before = view.tags[i - 1]?.verb?.lemma ?? wordAt(view, i - 1).replace(/s$/, "");
    const governing = lexicon.stages.get(before);
    if (governing === "negated" || governing === "denied") return { not: governing };
    if (governing && governing !== "done") return { stage: governing as "planned" };
  }
  return undefined;
}

export type { TokenRange };
