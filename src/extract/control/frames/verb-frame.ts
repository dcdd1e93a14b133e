import type { ActorRef, Valid } from "../../../domain/claim.ts";
import type { PlaceArgument } from "../../places/place-of.ts";
import type { TokenRange } from "../../types.ts";
import { phraseAt, withoutIntroduction } from "../../words/noun-phrase.ts";
import { type View, wordAt } from "../../words/view.ts";
import { actorAt, toRef } from "../actor-of.ts";
import type { VerbFrame } from "../control-lexicon.ts";
import { stageOfClause } from "../stage.ts";
import { around, type Found, type Reading } from "./frame.ts";
import { refusal, UNPLACED } from "./verb-guards.ts";
import { firstPlaces } from "./verb-places.ts";
import { type After, followed, rolesOf, slotOf, type VerbClause } from "./verb-roles.ts";
import { isStanding, refOf, toldAs } from "./verb-told.ts";

/** Events that verbs tell: "captured X", "X fell to Y", "was driven out of X". Each clause knows what those before it told. */
export function verbEvents(reading: Reading): Found[] {
  const { analysis } = reading.view;
  let focus = reading.focus;
  return analysis.clauses.flatMap((clause, index) => {
    const told = clause.verb ? withSharedPassive(reading, clause as VerbClause) : undefined;
    const found = told ? ofClause({ ...reading, focus }, told, index) : [];
    const places = found.flatMap((one) =>
      "change" in one && one.place && "stage" in one.staged
        ? [{ place: one.place, sentence: analysis.sentence.index }]
        : [],
    );
    if (places.length > 0) focus = { ...focus, places: [...focus.places, ...places] };
    return found;
  });
}

/** "remain encircled", "lies abandoned": the participle tells the state of the subject. */
const LINKS = /^(?:remain|stay|stand|lie|seem|appear|become|get)$/;

const DECLARES = /^(?:declare|list|report|pronounce|describe|count|announce|name|confirm|proclaim)$/;

/**
 * "was lost on Monday and recovered the same day", "declared X captured", "lists X as recaptured":
 * a participle that stands without its auxiliary is passive.
 */
function withSharedPassive({ view }: Reading, clause: VerbClause): VerbClause {
  const { verb, rest } = clause;
  const bare =
    verb.voice === "active" &&
    verb.from === verb.head &&
    /^past-p|^participle/.test(view.tags[verb.head]?.verb?.shape ?? "");
  const before = clause.parent === undefined ? undefined : view.analysis.clauses[clause.parent];
  const object = rest && phraseAt(view, rest.from, rest.to);
  if (!bare || !before?.verb || (object && !view.dayAt(object.from))) return clause;
  const passive: VerbClause = { ...clause, verb: { ...verb, voice: "passive" } };
  if (clause.role === "coordinate" && clause.inherited && before.verb.voice === "passive") return passive;
  const linked =
    LINKS.test(before.verb.lemma) && before.verb.to === verb.from && before.subject !== undefined;
  if (linked) return { ...passive, subject: before.subject, inherited: true };
  if (!DECLARES.test(before.verb.lemma) || before.verb.voice === "passive") return clause;
  if (clause.role === "content" && wordAt(view, before.verb.to) !== "that") return passive;
  return clause.opener === "as" && clause.inherited && before.rest
    ? { ...passive, subject: before.rest }
    : clause;
}

function ofClause(reading: Reading, clause: VerbClause, index: number): Found[] {
  const own = reading.lexicon.verbs.get(clause.verb.lemma) ?? [];
  const shared = clause.verb !== reading.view.analysis.clauses[index]?.verb;
  const frames = shared
    ? own.filter(({ place, guard }) => guard === "attack" || (place.includes("object") && guard !== "leave"))
    : own;
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

function fill(reading: Reading, clause: VerbClause, index: number, frame: VerbFrame, after: After): Found[] {
  const trigger = around(
    clause.verb.head >= clause.verb.from ? { from: clause.verb.head, to: clause.verb.head + 1 } : clause.verb,
    after.with.to > after.with.from ? after.with : undefined,
  );
  const pass = (why: string): Found[] => [{ trigger, why }];
  const roles = rolesOf(reading, clause, after);
  const slot = (name: string): TokenRange | undefined => slotOf(reading, clause, roles, after, name);
  const places = firstPlaces(reading, frame, slot, clause);
  const doer = isMoved(frame, clause, roles.subject) ? clause.subject : slot(frame.actor);
  const actor = frame.actor ? actorAt(reading.view, doer, reading.focus) : ({ kind: "none" } as const);
  const subject = actorAt(reading.view, slot("subject"), reading.focus);
  const refused = refusal(reading, { frame, clause, places, actor, subject, slot, end: after.with.to });
  if (refused && refused !== UNPLACED) return pass(refused);
  const other = frame.other
    ? actorAt(reading.view, slot(frame.other), reading.focus)
    : ({ kind: "none" } as const);
  const told = toldAs(frame, places[0], { actor, other, subject, standing: isStanding(frame, clause) });
  const read = stageOfClause(reading.view, index, reading.lexicon);
  const trying = told.change === "repelled" && "stage" in read && read.stage === "attempted";
  const unfinished = told.change === "gained" && "stage" in read && read.stage === "ongoing";
  const staged = trying
    ? ({ stage: "ongoing" } as const)
    : unfinished
      ? ({ stage: "attempted" } as const)
      : read;
  if (told.change === "lost" && isNever(reading, clause))
    return places.map((place) => ({
      change: "holds" as const,
      ...(place.place ? { place: place.place } : {}),
      ...(told.actor ? { actor: told.actor } : {}),
      trigger,
      words: around(trigger, clause.verb, place.words.to <= clause.to ? place.words : undefined),
      staged: { stage: "done" as const },
      clause: index,
      basis: `never ${frame.lemma}`,
    }));
  if (refused) {
    const event = {
      change: told.change,
      ...(told.actor ? { actor: told.actor } : {}),
      trigger,
      words: trigger,
      staged,
    };
    return [{ trigger, why: refused, told: { ...event, basis: frame.lemma } }];
  }
  const failed = frame.change === "holds" && clause.verb.negated && clause.verb.modality === "could";
  if (failed) return pass("what could not be held");
  const own = clause.inherited
    ? undefined
    : clause.subject && withoutIntroduction(reading.view, clause.subject);
  const owner = told.change === "gained" && places[0] ? ownerOf(reading, places[0].words) : undefined;
  const robsItself =
    owner !== undefined &&
    owner.id === told.actor?.id &&
    actor.kind === "actor" &&
    actor.mention?.generic === true;
  const loser = told.other ?? owner;
  const targets: (PlaceArgument | undefined)[] = places.length > 0 ? [...places] : [undefined];
  const days = daysOfEach(reading.view, places);
  return targets.map((target, i) => ({
    ...(days[i] ? { valid: days[i] } : {}),
    change: trying ? ("contested" as const) : told.change,
    ...(target?.place ? { place: target.place } : {}),
    ...(target?.extent ? { extent: target.extent } : {}),
    ...(told.actor && !trying && !robsItself ? { actor: told.actor } : {}),
    ...(loser && !trying ? { other: loser } : {}),
    untold:
      robsItself ||
      (frame.actor !== "" && actor.kind !== "none" && !refOf(actor) && !isOurs(reading, slot(frame.actor))),
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

/** "His men had been withdrawn from X": those who are moved are those who leave. */
function isMoved(frame: VerbFrame, { verb }: VerbClause, by: TokenRange | undefined): boolean {
  return verb.voice === "passive" && frame.guard === "force" && frame.actor === "subject" && by === undefined;
}

/** "A on 4 May, B and C on 6 May": each place's own day, or that of the next that has one; none where all share one. */
function daysOfEach({ tags, dayAt }: View, places: readonly PlaceArgument[]): (Valid | undefined)[] {
  const own = places.map(({ words }) =>
    tags[words.to]?.tag === "preposition" ? dayAt(words.to + 1) : dayAt(words.to),
  );
  if (own.filter((day) => day !== undefined).length < 2) return [];
  return own.map((day, i) => (day ?? own.slice(i).find((one) => one !== undefined))?.valid);
}

/** "was never lost", "had never left it": he has it. */
function isNever({ view }: Reading, { verb }: VerbClause): boolean {
  if (verb.modality) return false;
  for (let i = verb.from; i < verb.head; i += 1) if (wordAt(view, i) === "never") return true;
  return wordAt(view, verb.from - 1) === "never";
}

/** "the Islamic State's headquarters", "the base of the army": whose the place is. */
function ownerOf({ view }: Reading, { from, to }: TokenRange): ActorRef | undefined {
  for (let i = from; i < to; i += 1) {
    const mention = view.actorAt(i);
    const owns = /^'s?$/.test(wordAt(view, i + 1)) || wordAt(view, i - 1) === "of";
    if (mention?.actor && owns && !view.placeAt(i)) return toRef(mention);
  }
  return undefined;
}

/** "we", "our forces": told by one of them, who is known. */
function isOurs({ view }: Reading, range: TokenRange | undefined): boolean {
  return range !== undefined && /^(?:we|our|us)$/.test(wordAt(view, withoutIntroduction(view, range).from));
}
