import type { ActorRef, ControlChange } from "../../domain/claim.ts";
import type { ClaimPlace } from "../../domain/place.ts";
import { type ActorArgument, actorAt } from "../actor-of.ts";
import { inferred, namedPlace } from "../claim-place.ts";
import type { VerbFrame } from "../control-lexicon.ts";
import type { Focus } from "../discourse.ts";
import { phraseAt, prepositionIn, withoutIntroduction } from "../noun-phrase.ts";
import { type PlaceArgument, placeAt, placesAt } from "../place-of.ts";
import { stageOfClause } from "../stage.ts";
import type { Clause, TokenRange, VerbGroup } from "../types.ts";
import { wordAt } from "../view.ts";
import { around, type Found, type Reading } from "./frame.ts";

type VerbClause = Clause & { readonly verb: VerbGroup };

/** Events that verbs tell: "captured X", "X fell to Y", "was driven out of X". */
export function verbEvents(reading: Reading): Found[] {
  return reading.view.analysis.clauses.flatMap((clause, index) =>
    clause.verb ? ofClause(reading, clause as VerbClause, index) : [],
  );
}

function ofClause(reading: Reading, clause: VerbClause, index: number): Found[] {
  const frames = reading.lexicon.verbs.get(clause.verb.lemma) ?? [];
  let passed: Found[] = [];
  for (const frame of frames) {
    const after = followed(reading, clause, frame);
    if (!after) continue;
    const found = fill(reading, clause, index, frame, after);
    if (found.some((one) => "change" in one)) return found;
    if (passed.length === 0) passed = found;
  }
  return passed;
}

interface After {
  /** Words that had to follow; empty range when none had to. */
  readonly with: TokenRange;
  /** Where the object begins. */
  readonly object: number;
}

/** Where the words that the frame asks for stand: directly, after adverbs and adjectives, or after a short object. */
function followed({ view }: Reading, clause: VerbClause, frame: VerbFrame): After | undefined {
  const from = clause.verb.to;
  const to = clause.rest?.to ?? from;
  for (const way of frame.with) {
    if (way.length === 0) return { with: { from, to: from }, object: from };
    const reach = Math.min(to, from + (way.length > 1 ? 5 : 8));
    for (let at = from; at < reach; at += 1) {
      const matched = matchWay(view, way, at, to);
      if (matched === undefined) {
        if (/^(?:,|and|;)$/.test(wordAt(view, at))) break;
        continue;
      }
      const object = at === from || way.length > 1 ? matched : from;
      return { with: { from: at, to: matched }, object };
    }
  }
  return undefined;
}

/** The words of the way in order, with determiners, adjectives and owners between ("into the rebels' hands of"). */
function matchWay(view: Reading["view"], way: readonly string[], at: number, to: number): number | undefined {
  if (wordAt(view, at) !== way[0]) return undefined;
  let i = at + 1;
  for (const word of way.slice(1)) {
    let gap = 0;
    while (wordAt(view, i) !== word && gap < 2 && i < to) {
      i += 1;
      gap += 1;
    }
    if (wordAt(view, i) !== word) return undefined;
    i += 1;
  }
  return i <= to ? i : undefined;
}

interface Roles {
  readonly subject: TokenRange | undefined;
  readonly object: TokenRange | undefined;
}

function rolesOf({ view }: Reading, clause: VerbClause, after: After): Roles {
  const rest = clause.rest ?? { from: clause.verb.to, to: clause.verb.to };
  if (clause.verb.voice === "passive") {
    const by = prepositionIn(view, rest, ["by"]);
    return {
      subject: by === undefined ? undefined : { from: by + 1, to: rest.to },
      object: clause.subject && behindPreposition(view, clause.subject),
    };
  }
  const told = clause.role === "relative" || clause.role === "participle";
  const subject = clause.subject && told ? behindPreposition(view, clause.subject) : clause.subject;
  const relativeObject =
    clause.role === "relative" &&
    clause.antecedent &&
    !clause.inherited &&
    !phraseAt(view, after.object, rest.to);
  return {
    subject,
    object: relativeObject ? clause.antecedent : { from: after.object, to: rest.to },
  };
}

function fill(reading: Reading, clause: VerbClause, index: number, frame: VerbFrame, after: After): Found[] {
  const trigger = around(
    clause.verb.head >= clause.verb.from ? { from: clause.verb.head, to: clause.verb.head + 1 } : clause.verb,
    after.with.to > after.with.from ? after.with : undefined,
  );
  const pass = (why: string): Found[] => [{ trigger, why }];
  const roles = rolesOf(reading, clause, after);
  const slot = (name: string): TokenRange | undefined => slotOf(reading, clause, roles, after, name);
  const places = firstPlaces(reading, frame, slot, clause);
  const actor = frame.actor
    ? actorAt(reading.view, actorSlot(reading, slot(frame.actor), frame.actor), reading.focus)
    : ({ kind: "none" } as const);
  const subject = actorAt(reading.view, slot("subject"), reading.focus);
  const refused = refusal(reading, frame, clause, places, actor, subject, slot);
  if (refused) return pass(refused);
  const other = frame.other
    ? actorAt(reading.view, slot(frame.other), reading.focus)
    : ({ kind: "none" } as const);
  if (
    frame.lemma === "change" &&
    /^(?:many|several|twice|three|repeatedly|often)$/.test(wordAt(reading.view, after.with.to))
  )
    return pass("taken and retaken");
  const told = toldAs(frame, places[0], { actor, other, subject, standing: isStanding(frame, clause) });
  const read = stageOfClause(reading.view, index, reading.lexicon);
  const trying = told.change === "repelled" && "stage" in read && read.stage === "attempted";
  const unfinished = told.change === "gained" && "stage" in read && read.stage === "ongoing";
  const staged = trying
    ? ({ stage: "ongoing" } as const)
    : unfinished
      ? ({ stage: "attempted" } as const)
      : read;
  const own = clause.inherited
    ? undefined
    : clause.subject && withoutIntroduction(reading.view, clause.subject);
  const targets: (PlaceArgument | undefined)[] = places.length > 0 ? [...places] : [undefined];
  return targets.map((target) => ({
    change: trying ? ("contested" as const) : told.change,
    ...(target?.place ? { place: target.place } : {}),
    ...(target?.extent ? { extent: target.extent } : {}),
    ...(told.actor && !trying ? { actor: told.actor } : {}),
    ...(told.other && !trying ? { other: told.other } : {}),
    untold:
      frame.actor === "subject" &&
      subject.kind !== "none" &&
      !refOf(subject) &&
      !isOurs(reading, slot("subject")),
    trigger,
    words: around(
      own && own.to > own.from ? own : undefined,
      trigger,
      target && target.words.from >= clause.from && target.words.to <= clause.to ? target.words : undefined,
    ),
    staged,
    clause: index,
    basis: `${frame.lemma}${after.with.to > after.with.from ? ` ${frame.with[0]?.join(" ")}` : ""} (${clause.verb.voice})`,
  }));
}

function actorSlot({ view }: Reading, range: TokenRange | undefined, _slot: string): TokenRange | undefined {
  return range && withoutIntroduction(view, range);
}

/** "In X, captured on Thursday, …": the noun that is described stands behind a preposition. */
function behindPreposition(view: Reading["view"], { from, to }: TokenRange): TokenRange {
  const opens = view.tags[from]?.tag === "preposition" && !view.dayAt(from + 1);
  return opens && view.placeAt(from + 1) && !hasComma(view, from, to) ? { from: from + 1, to } : { from, to };
}

function hasComma(view: Reading["view"], from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (wordAt(view, i) === ",") return true;
  return false;
}

function slotOf(
  { view }: Reading,
  clause: VerbClause,
  roles: Roles,
  after: After,
  name: string,
): TokenRange | undefined {
  if (name === "subject") return roles.subject;
  if (name === "object") return roles.object;
  const rest = clause.rest ?? { from: clause.verb.to, to: clause.verb.to };
  const words = name.split(" ");
  const last = words.at(-1) ?? "";
  if (wordAt(view, after.with.to - 1) === last && after.with.to > after.with.from)
    return { from: after.with.to, to: rest.to };
  for (const range of clause.verb.voice === "passive" && clause.subject ? [rest, clause.subject] : [rest]) {
    const at = prepositionIn(view, range, [last]);
    if (at === undefined || (words.length > 1 && wordAt(view, at - 1) !== words[0])) continue;
    return { from: at + 1, to: range.to };
  }
  return undefined;
}

function firstPlaces(
  reading: Reading,
  frame: VerbFrame,
  slot: (name: string) => TokenRange | undefined,
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
    if (places.length > 0) {
      const members = membersOf(reading, clause);
      return members.length > 0 ? members : places;
    }
  }
  const own = frame.place.map(slot).find((range) => range !== undefined);
  if (own && tellsMany(reading, own)) {
    const members = membersOf(reading, clause);
    if (members.length > 0) return members;
  }
  const elsewhere = frame.place.some((name) => /^(?:from|of|off)$/.test(name) && slot(name) !== undefined);
  if (elsewhere || !/^(?:force|focus|attack|battle)$/.test(frame.guard)) return [];
  const around = placeAround(reading, clause);
  return around ? [around] : [];
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
  for (let i = clause.from; i < view.tokens.length; i += 1) {
    const word = wordAt(view, i);
    const opens =
      word === "including" ||
      word === ":" ||
      (word === "as" && wordAt(view, i - 1) === "such") ||
      (/^(?:—|–)$/.test(word) && i >= clause.verb.to);
    if (!opens) continue;
    const members = placesAt(view, { from: i + 1, to: view.tokens.length }, focus).filter(
      ({ form, place }) => form === "named" && place,
    );
    if (members.length > 0) return members;
  }
  return [];
}

/** Without a place of its own: the one that the sentence opens with ("In X, …"), or the one spoken of just before. */
function placeAround({ view, focus }: Reading, clause: VerbClause): PlaceArgument | undefined {
  const opening = openingPlace(view, focus, clause) ?? openingPlace(view, focus, view.analysis.clauses[0]);
  if (opening) return opening;
  const named = lastNamed(view, clause.verb.from);
  if (named) return { place: inferred(named), words: clause.verb, form: "pronoun" };
  const last = focus.places.at(-1);
  const near = last && view.analysis.sentence.index - last.sentence <= 1;
  return near && clause.from === 0
    ? { place: inferred(last.place), words: clause.verb, form: "pronoun" }
    : undefined;
}

/** The settlement that the sentence named last before the token. */
function lastNamed(view: Reading["view"], at: number): ClaimPlace | undefined {
  for (let i = at - 1; i >= 0; i -= 1) {
    const mention = view.placeAt(i);
    if (mention?.role === "place" && /^(?:city|town|village)$/.test(mention.level))
      return namedPlace(mention);
  }
  return undefined;
}

function openingPlace(
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

/** "we", "our forces": told by one of them, who is known. */
function isOurs({ view }: Reading, range: TokenRange | undefined): boolean {
  return range !== undefined && /^(?:we|our|us)$/.test(wordAt(view, withoutIntroduction(view, range).from));
}

/** Why the words around the verb tell no change of control; undefined when they do. */
function refusal(
  reading: Reading,
  frame: VerbFrame,
  clause: VerbClause,
  places: readonly PlaceArgument[],
  actor: ActorArgument,
  subject: ActorArgument,
  slot: (name: string) => TokenRange | undefined,
): string | undefined {
  const passive = clause.verb.voice === "passive";
  if (places.length === 0) return "what it is about is no place";
  if (places.length > 0 && places.every(({ place }) => place === undefined))
    return "the place cannot be told";
  if (/^(?:focus|battle)$/.test(frame.guard) && subject.kind !== "actor")
    return "its subject is no armed actor";
  if (frame.guard === "battle" && !clause.verb.progressive) return "fighting that is not told to go on";
  if (frame.guard === "taker" && actor.kind !== "actor") return "who takes it is no armed actor";
  if (frame.guard === "never") return "it tells no change of control";
  const foreign = subject.kind === "other" && frame.actor === "subject" && !passive;
  if (foreign && !mayTake(reading, frame, slot("subject"))) return "its subject is no armed actor";
  if (frame.guard === "reach" && !reachedInside(reading, places, actor)) return "reached, not entered";
  if (frame.guard === "actor" && !passive && subject.kind !== "actor") return "its subject is no armed actor";
  if (frame.guard === "force" && actor.kind !== "actor") return "who leaves is no armed actor";
  if (frame.guard === "leave" && (actor.kind !== "actor" || clause.role === "relative"))
    return "who leaves is no armed actor";
  if (frame.guard === "named" && places[0]?.form !== "named") return "the place is not named";
  if (frame.guard === "fall" && isFigure(reading, clause)) return "a fall of another kind";
  if (frame.guard === "attack") return attackRefusal(reading, slot);
  if (frame.change === "holds" && subject.kind !== "actor") return "its holder is not told";
  return undefined;
}

/** Whoever seizes, recaptures or overruns a place is one who can, though his name is not known here. */
function mayTake({ view }: Reading, frame: VerbFrame, subject: TokenRange | undefined): boolean {
  if (frame.guard !== "" || frame.change !== "gained" || !subject) return false;
  const range = withoutIntroduction(view, subject);
  const phrase = phraseAt(view, range.from, range.to);
  if (!phrase || view.tags[phrase.head]?.tag === "pronoun" || view.placeAt(phrase.head)) return false;
  return !["no-taker", "office-noun", "thing-noun"].some((name) =>
    view.words.has(name, wordAt(view, phrase.head)),
  );
}

function reachedInside({ view }: Reading, places: readonly PlaceArgument[], actor: ActorArgument): boolean {
  const [first] = places;
  if (actor.kind !== "actor" || first?.form !== "named" || !first.place) return false;
  const edge = /^(?:outskirts?|edges?|suburbs?|gates?|limits|borders?)$/;
  for (let i = first.words.from; i < first.words.to; i += 1) if (edge.test(wordAt(view, i))) return false;
  return /^(?:city|town|village|district)$/.test(first.place.level);
}

/** "fell silent", "fell to 5 per cent", "fell ill". */
function isFigure({ view }: Reading, clause: VerbClause): boolean {
  const next = wordAt(view, clause.verb.to);
  return (
    /^(?:silent|quiet|short|behind|ill|apart|victim|asleep|sharply|off|below|prey|foul|back)$/.test(next) ||
    (next === "to" && view.tokens[clause.verb.to + 1]?.kind === "number")
  );
}

const ATTACKS =
  /^(?:attacks?|assaults?|offensives?|advances?|raids?|attempts?|incursions?|push|thrust|counter-?attacks?|counter-?offensives?)$/;

function attackRefusal(
  { view, focus }: Reading,
  slot: (name: string) => TokenRange | undefined,
): string | undefined {
  const object = slot("object");
  const phrase = object && phraseAt(view, withoutIntroduction(view, object).from, object.to);
  if (phrase && ATTACKS.test(wordAt(view, phrase.head))) return undefined;
  return actorAt(view, object, focus).kind === "actor" ? undefined : "what was driven off is no attack";
}

/** "is occupied by", "had occupied since": a state. */
function isStanding({ lemma, change }: VerbFrame, { verb }: VerbClause): boolean {
  return change === "gained" && lemma === "occupy" && /^(?:present|past-perfect)$/.test(verb.tense);
}

interface Told {
  readonly change: ControlChange;
  readonly actor?: ActorRef;
  readonly other?: ActorRef;
}

/** Turns the lexicon's change into the claim's, with who and from whom. */
function toldAs(
  frame: VerbFrame,
  place: PlaceArgument | undefined,
  roles: {
    readonly actor: ActorArgument;
    readonly other: ActorArgument;
    readonly subject: ActorArgument;
    readonly standing: boolean;
  },
): Told {
  const actor = refOf(roles.actor);
  const other = refOf(roles.other);
  const subject = refOf(roles.subject);
  if (frame.agent && subject && roles.subject.kind === "actor") return told(frame.agent, subject, actor);
  if (frame.change === "handed")
    return roles.other.kind === "actor"
      ? told("gained", other, actor)
      : actor
        ? told("lost", actor, undefined)
        : told("gained", undefined, undefined);
  if (frame.change === "lost" && frame.other === "to" && roles.other.kind === "actor")
    return told("gained", other, actor);
  if (frame.change === "entered" && frame.guard === "site" && place?.place?.level === "site")
    return told("gained", actor, other);
  return told(roles.standing ? "holds" : frame.change, actor, other);
}

function told(change: ControlChange, actor: ActorRef | undefined, other: ActorRef | undefined): Told {
  return { change, ...(actor ? { actor } : {}), ...(other ? { other } : {}) };
}

function refOf(argument: ActorArgument): ActorRef | undefined {
  return argument.kind === "actor" ? argument.ref : undefined;
}
