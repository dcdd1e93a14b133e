import type { PlaceArgument } from "../../places/place-of.ts";
import type { Clause, TokenRange } from "../../types.ts";
import { phraseAt, withoutIntroduction } from "../../words/noun-phrase.ts";
import { wordAt } from "../../words/view.ts";
import type { ActorArgument } from "../actor-of.ts";
import { actorAt } from "../actor-of.ts";
import type { VerbFrame } from "../control-lexicon.ts";
import type { Reading } from "./frame.ts";
import type { SlotReader, VerbClause } from "./verb-roles.ts";

export interface Filled {
  readonly frame: VerbFrame;
  readonly clause: VerbClause;
  readonly places: readonly PlaceArgument[];
  readonly actor: ActorArgument;
  readonly subject: ActorArgument;
  readonly slot: SlotReader;
  /** Where the words that the frame asks for end. */
  readonly end: number;
}

/** A place is there, and it cannot be told which. */
export const UNPLACED = "the place cannot be told";

/** Why the words around the verb tell no change of control; undefined when they do. */
export function refusal(reading: Reading, filled: Filled): string | undefined {
  const { frame, clause, places, actor, subject, slot, end } = filled;
  const passive = clause.verb.voice === "passive";
  if (places.length === 0) return "what it is about is no place";
  if (places.length > 0 && places.every(({ place }) => place === undefined)) return UNPLACED;
  const they = frame.guard === "battle" && isSomebody(reading, slot("subject"), places);
  if (/^(?:focus|battle)$/.test(frame.guard) && subject.kind !== "actor" && !they)
    return "its subject is no armed actor";
  if (frame.guard === "battle" && !clause.verb.progressive) return "fighting that is not told to go on";
  if (frame.guard === "taker" && actor.kind !== "actor") return "who takes it is no armed actor";
  if (frame.guard === "focus" && /^(?:of|over)$/.test(wordAt(reading.view, end)))
    return "of what is told, and is no place";
  if (frame.guard === "have" && !isDefinite(reading, places[0])) {
    return "to have is not to hold here";
  }
  if (
    frame.guard === "hemmed" &&
    !(passive && actorAt(reading.view, slot("object"), reading.focus).kind === "actor")
  )
    return "nobody is hemmed in";
  if (frame.change === "entered" && passive && !frame.place.includes("object") && frame.other === "")
    return "who is moved does not enter";
  if (frame.guard === "left" && !passive) return "nobody is left with it";
  if (frame.guard === "seen" && (passive || subject.kind !== "actor" || !isWitnessed(reading, clause)))
    return "its patrols are not told by who saw them";
  if (frame.change === "gained" && /^(?:clear|cleanse)/.test(frame.lemma) && isMines(reading, places))
    return "weapons are no place";
  if (
    frame.change === "holds" &&
    clause.opener === "where" &&
    !passive &&
    places[0] &&
    places[0].words.to <= clause.verb.from
  )
    return "where they hold something else";
  if (frame.guard === "never") return "it tells no change of control";
  const foreign = subject.kind === "other" && frame.actor === "subject" && !passive;
  const somebody =
    /^(?:hold|control|fight)$/.test(frame.lemma) && isSomebody(reading, slot("subject"), places);
  if (foreign && !somebody && !mayTake(reading, frame, slot("subject")))
    return "its subject is no armed actor";
  if (frame.guard === "reach" && !reachedInside(reading, places, actor)) return "reached, not entered";
  if (frame.guard === "actor" && !passive && subject.kind !== "actor") return "its subject is no armed actor";
  if (frame.guard === "force" && (actor.kind !== "actor" || isRuler(reading, slot("subject"))))
    return "who leaves is no armed actor";
  if (frame.guard === "leave" && (actor.kind !== "actor" || clause.role === "relative"))
    return "who leaves is no armed actor";
  if (frame.guard === "leave" && goesOn(reading, clause, slot("subject"), end))
    return "who leaves goes on, or leaves others there";
  if (frame.guard === "named" && places[0]?.form !== "named") return "the place is not named";
  if (frame.guard === "fall" && isFigure(reading, clause)) return "a fall of another kind";
  if (frame.guard === "attack") return attackRefusal(reading, slot);
  const holder = frame.actor === "subject" ? subject : actor;
  if (
    frame.change === "holds" &&
    frame.actor !== "" &&
    holder.kind !== "actor" &&
    !isHeldByTeller(reading, frame, clause, places) &&
    !isSomebody(reading, slot("subject"), places)
  )
    return "its holder is not told";
  const often = /^(?:many|several|twice|three|repeatedly|often)$/.test(wordAt(reading.view, end));
  const before = /^(?:repeatedly|often|frequently|twice)$/;
  const again = [clause.verb.head - 1, clause.verb.from - 1].some((at) =>
    before.test(wordAt(reading.view, at)),
  );
  if (frame.lemma === "change" && (often || again)) return "taken and retaken";
  if (isAimed(clause, slot)) return "what is to be done, not what was";
  return undefined;
}

/** "200 soldiers left X", "left X to reinforce Y", "left X and marched on Y", "left a garrison in X". */
function goesOn({ view }: Reading, clause: Clause, subject: TokenRange | undefined, end: number): boolean {
  const range = subject && withoutIntroduction(view, subject);
  const counted = range && view.tags[range.from]?.tag === "number";
  const hundreds =
    range && /^(?:some|about|two|three|four|five|six|hundreds|dozens|scores)$/.test(wordAt(view, range.from));
  if (counted || hundreds || /^an?$/.test(wordAt(view, end))) return true;
  const next = view.analysis.clauses.find(({ from }) => from > clause.from);
  const on = next?.inherited && /^(?:purpose|coordinate)$/.test(next.role) ? next.verb?.lemma : undefined;
  return on !== undefined && ONWARD.test(on);
}

const ONWARD =
  /^(?:reinforce|attack|join|march|advance|reach|capture|take|retake|recapture|seize|meet|storm|head|launch|enter)$/;

/** "it held X", "they controlled the airport": a group that cannot be told. */
function isSomebody(
  { view }: Reading,
  subject: TokenRange | undefined,
  [first]: readonly PlaceArgument[],
): boolean {
  const range = subject && withoutIntroduction(view, subject);
  const named = first?.form === "named" || first?.place?.level === "site";
  return (
    named &&
    range !== undefined &&
    range.to - range.from === 1 &&
    /^(?:it|they)$/.test(wordAt(view, range.from))
  );
}

/** "X was held", told by one of a side: by his own. */
function isHeldByTeller(
  { view }: Reading,
  frame: VerbFrame,
  { verb }: VerbClause,
  [first]: readonly PlaceArgument[],
): boolean {
  const at = view.tokens[verb.head]?.start ?? 0;
  return (
    frame.lemma === "hold" &&
    verb.voice === "passive" &&
    first?.form === "named" &&
    view.analysis.attributions.some(
      ({ content, speaker }) => speaker.camp !== undefined && content.start <= at && at < content.end,
    )
  );
}

/** "President X fled": no force leaves with him. */
function isRuler({ view }: Reading, subject: TokenRange | undefined): boolean {
  const range = subject && withoutIntroduction(view, subject);
  const phrase = range && phraseAt(view, range.from, range.to);
  for (let i = phrase?.from ?? 0; phrase && i <= phrase.head; i += 1)
    if (/^(?:president|minister|governor|mayor|ambassador|king|premier)$/.test(wordAt(view, i)))
      return (
        !/^'s?$/.test(wordAt(view, phrase.to)) && !view.words.has("force-noun", wordAt(view, phrase.head))
      );
  return false;
}

/** Told by somebody, and not by the report as what always is so. */
function isWitnessed({ view }: Reading, { from }: VerbClause): boolean {
  const at = view.tokens[from]?.start ?? 0;
  return view.analysis.attributions.some(({ content }) => content.start <= at && at < content.end);
}

/** "mines had been cleared". */
function isMines({ view }: Reading, places: readonly PlaceArgument[]): boolean {
  return places.some(({ words }) => wordAt(view, words.to - 1) === "mines");
}

/** "Capturing X has been a goal": the gerund is itself the subject of a verb behind it. */
function isAimed({ verb, from, subject, opener, role }: VerbClause, _slot: SlotReader): boolean {
  return (
    role === "participle" &&
    verb.tense === "participle" &&
    verb.voice === "active" &&
    verb.from === 0 &&
    from === 0 &&
    !subject &&
    !opener
  );
}

/** Whoever seizes, recaptures or overruns a place is one who can, though his name is not known here. */
function mayTake({ view }: Reading, frame: VerbFrame, subject: TokenRange | undefined): boolean {
  if (frame.guard !== "" || frame.change !== "gained" || !subject) return false;
  const range = withoutIntroduction(view, subject);
  const phrase = phraseAt(view, range.from, range.to);
  if (!phrase || view.placeAt(phrase.head)) return false;
  if (view.tags[phrase.head]?.tag === "pronoun") return /^(?:they|it)$/.test(wordAt(view, phrase.head));
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

/** "have X", "have the airport", "have both camps"; not "have bases in X". */
function isDefinite({ view }: Reading, place: PlaceArgument | undefined): boolean {
  if (!place?.place || place.form === "pronoun") return false;
  return place.form === "named" || /^(?:the|both|all|most)$/.test(wordAt(view, place.words.from));
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

function attackRefusal({ view, focus }: Reading, slot: SlotReader): string | undefined {
  const object = slot("object");
  const phrase = object && phraseAt(view, withoutIntroduction(view, object).from, object.to);
  if (phrase && ATTACKS.test(wordAt(view, phrase.head))) return undefined;
  return actorAt(view, object, focus).kind === "actor" ? undefined : "what was driven off is no attack";
}
