import type { ActorMention } from "../../actors/types.ts";
import type { ActorRef } from "../../domain/claim.ts";
import type { Focus } from "../places/discourse.ts";
import { speakersOwn } from "../speech/own-side.ts";
import { actorInSentence, actorSpokenOf, soleActorBefore } from "../speech/spoken-actors.ts";
import type { TokenRange } from "../types.ts";
import { type Phrase, phraseAt, withoutIntroduction } from "../words/noun-phrase.ts";
import { type View, wordAt } from "../words/view.ts";
import { bracketed, isSetApart } from "./opposed.ts";

export type ActorArgument =
  /** An armed actor, resolved or not ("gunmen"). */
  | { readonly kind: "actor"; readonly ref?: ActorRef; readonly mention?: ActorMention }
  /** Words that are there and tell nobody who could take or lose a place. */
  | { readonly kind: "other" }
  | { readonly kind: "none" };

const LINKS = /^(?:of|from|loyal|belonging|allied|with|aligned|to|linked|under)$/;

/** Who the noun phrase at the range's start is: its head, or whom its head belongs to ("units of the army"). */
export function actorAt(view: View, given: TokenRange | undefined, focus: Focus): ActorArgument {
  if (!given || given.to <= given.from) return { kind: "none" };
  const range = withoutIntroduction(view, given);
  const phrase = phraseAt(view, range.from, range.to);
  if (!phrase) return { kind: "other" };
  const head = wordAt(view, phrase.head);
  const many = view.words.has("quantity", head) && wordAt(view, phrase.to) === "of";
  if (many && !view.actorAt(phrase.head)) return actorAt(view, { from: phrase.to + 1, to: range.to }, focus);
  const named = bracketed(view, phrase);
  if (named) return toArgument(named);
  const mention = view.actorAt(phrase.head) ?? memberOf(view, phrase, range.to);
  const people = !mention || mention.generic ? forcesFrom(view, phrase) : undefined;
  if (people) return { kind: "actor", ref: people };
  const ours = mention?.generic && isBareForces(view, phrase) ? ownSide(view, phrase.head) : undefined;
  if (ours) return { kind: "actor", ref: ours };
  const apposed = !mention || mention.generic ? namedBeside(view, phrase, range.to) : undefined;
  if (apposed) return toArgument(apposed);
  if (mention && isSetApart(view, phrase, mention)) return { kind: "actor" };
  if (mention?.generic && isFromRegion(view, phrase)) return { kind: "actor" };
  if (mention) return toArgument(mention);
  const second = wordAt(view, phrase.to) === "and" ? phraseAt(view, phrase.to + 1, range.to) : undefined;
  const joined =
    second && view.placeAt(phrase.head)?.role === "demonym" ? view.actorAt(second.head) : undefined;
  if (joined) return toArgument(joined);
  const bareSide = phrase.to - phrase.from === 1 && view.words.has("side-noun", head);
  if ((isBarePeople(view, phrase) || bareSide) && wordAt(view, phrase.to) === "and")
    return actorAt(view, { from: phrase.to + 1, to: range.to }, focus);
  const glossed = wordAt(view, phrase.to) === "[" ? view.actorAt(phrase.to + 1) : undefined;
  if (glossed) return toArgument(glossed);
  const own = /^(?:we|us|ours)$/.test(head) ? ownSide(view, phrase.head) : undefined;
  if (own) return { kind: "actor", ref: own };
  if (head === "we" && isFightersSpeech(view, phrase.head)) return { kind: "actor" };
  if (view.tags[phrase.head]?.tag === "pronoun" && view.words.has("group-pronoun", head)) {
    if (isCivilians(view, phrase.from)) return { kind: "other" };
    if (isEither(view, phrase.from)) return { kind: "actor" };
    const taker = actorInSentence(view, phrase.from) ? undefined : takerBefore(view, focus);
    if (taker) return { kind: "actor", ref: { ...taker, mention: head } };
    const spoken = actorSpokenOf(view, phrase.from, focus);
    return spoken ? toArgument(spoken) : { kind: "other" };
  }
  if (head === "it") {
    const group = actorInSentence(view, phrase.from) ?? soleActorBefore(view, focus);
    return group ? toArgument(group) : { kind: "other" };
  }
  const capital = metonymOf(view, phrase.head);
  if (capital) return { kind: "actor", ref: capital };
  if (view.words.has("force-noun", head) || head === "those" || isForceName(view, phrase.head))
    return { kind: "actor" };
  return { kind: "other" };
}

/** "An armed group, the Democratic Alliance Army, took X": by its name. */
function namedBeside(view: View, { from, head, to }: Phrase, end: number): ActorMention | undefined {
  if (!/^an?$/.test(wordAt(view, from)) || wordAt(view, to) !== ",") return undefined;
  const group = /^(?:group|movement|alliance|faction|army|force|militia)$/.test(wordAt(view, head));
  if (!group && !view.words.has("force-noun", wordAt(view, head)) && !view.actorAt(head)) return undefined;
  const beside = phraseAt(view, to + 1, end);
  const mention = beside && view.actorAt(beside.head);
  return mention && !mention.generic && mention.actor ? mention : undefined;
}

/** "Planes bombed the militants after they stormed X": the one or the other. */
function isEither(view: View, at: number): boolean {
  const index = view.analysis.clauses.findIndex(({ subject }) => subject?.from === at);
  const clause = view.analysis.clauses[index];
  if (clause?.role !== "time" || clause.parent === undefined) return false;
  const { subject, rest } = view.analysis.clauses[clause.parent] ?? {};
  const doer = subject && phraseAt(view, withoutIntroduction(view, subject).from, subject.to);
  const object = rest && phraseAt(view, rest.from, rest.to);
  const first = doer && view.actorAt(doer.head)?.actor;
  const second = object && view.actorAt(object.head)?.actor;
  return second !== undefined && first?.id !== second.id;
}

/** "They also took Y": those who took, entered or held in the sentence before. */
function takerBefore(view: View, { last, places }: Focus): ActorRef | undefined {
  const near = places.at(-1)?.sentence === view.analysis.sentence.index - 1;
  return near && last && /^(?:gained|entered|repelled|besieged)$/.test(last.change) ? last.actor : undefined;
}

/** "We control X," said a commander whose side is not known. */
function isFightersSpeech(view: View, at: number): boolean {
  const start = view.tokens[at]?.start ?? 0;
  return view.analysis.attributions.some(
    ({ content, speaker }) =>
      content.start <= start &&
      start < content.end &&
      /\b(?:commander|general|colonel|captain|major|lieutenant|fighter|rebel|militia|brigade)\b/i.test(
        `${speaker.name} ${speaker.role ?? ""}`,
      ),
  );
}

/** "forces have surrounded X", in the words of somebody whose side is known. */
function isBareForces(view: View, { from, to }: TokenRange): boolean {
  return to - from === 1 && wordAt(view, from) === "forces";
}

/** "Kyiv retook X": a capital that acts stands for its state's forces. */
function metonymOf(view: View, at: number): ActorRef | undefined {
  const mention = view.placeAt(at);
  const country = mention?.role === "metonym" ? mention.place?.country : undefined;
  const { actors, publishedOn } = view.report;
  const forces = country && actors.governmentOf(country, publishedOn)?.forces;
  return forces && { id: forces.id, name: forces.name, mention: mention?.text ?? "" };
}

/** "the … Army", "the … Front": an armed group by its own name, which the actors do not have. */
function isForceName(view: View, head: number): boolean {
  return (
    view.tags[head]?.tag === "name" &&
    /^(?:Army|Forces?|Front|Brigades?|Militia|Battalions?|Alliance|Legion|Corps|Guards?|Commandos|Regiment)$/.test(
      view.tokens[head]?.text ?? "",
    )
  );
}

const STATE_FORCE = /^(?:soldiers|troops|forces|units|commandos|paratroopers|marines|battalions?|brigades?)$/;

/** "troops of Chad", "soldiers from Rwanda". */
function forcesFrom(view: View, { head, to }: TokenRange & { readonly head: number }): ActorRef | undefined {
  const mention = /^(?:of|from)$/.test(wordAt(view, to)) ? view.placeAt(to + 1) : undefined;
  if (mention?.level !== "country" || !STATE_FORCE.test(wordAt(view, head))) return undefined;
  let end = to + 1;
  while (view.placeAt(end) === mention) end += 1;
  if (view.tags[end]?.tag === "possessive") return undefined;
  const { actors, publishedOn } = view.report;
  const country = mention.place?.country;
  const forces = country ? actors.governmentOf(country, publishedOn)?.forces : undefined;
  return forces && { id: forces.id, name: forces.name, mention: view.tokens[head]?.text ?? "" };
}

/** "Forces from the north's X region": whose they are is told by the region alone. */
function isFromRegion(view: View, phrase: TokenRange & { readonly head: number }): boolean {
  if (phrase.to - phrase.from > 1 || wordAt(view, phrase.to) !== "from") return false;
  for (let i = phrase.to + 1; i < phrase.to + 6; i += 1)
    if (/^(?:region|province|state)$/.test(wordAt(view, i))) return view.placeAt(i - 1) !== undefined;
  return false;
}

/** "Residents said they had left": those who fled speak of themselves. */
function isCivilians(view: View, at: number): boolean {
  const index = view.analysis.clauses.findIndex(({ subject }) => subject?.from === at);
  const clause = view.analysis.clauses[index];
  const teller = clause?.parent === undefined ? undefined : view.analysis.clauses[clause.parent]?.subject;
  if (
    clause?.role !== "content" ||
    !teller ||
    !/^(?:leave|flee|escape|abandon)$/.test(clause.verb?.lemma ?? "")
  )
    return false;
  const told = phraseAt(view, teller.from, teller.to);
  return told !== undefined && view.words.has("civilian", wordAt(view, told.head));
}

/** "Kenyan" in "Kenyan and Somali troops": the noun comes with the second people. */
function isBarePeople(view: View, phrase: TokenRange): boolean {
  return phrase.to - phrase.from === 1 && view.placeAt(phrase.from)?.role === "demonym";
}

/** "We", in the words of somebody whose side is known. */
export function ownSide(view: View, at: number): ActorRef | undefined {
  const { actors, countries, publishedOn } = view.report;
  const token = view.tokens[at];
  const context = {
    actors,
    ...(countries[0] && { country: countries[0] }),
    ...(publishedOn && { on: publishedOn }),
  };
  const actor = token && speakersOwn(token, view.analysis.attributions, context);
  return actor && { id: actor.id, name: actor.name, mention: token.text };
}

/** "fighters of the Movement", "the commander's men". */
function memberOf(
  view: View,
  phrase: TokenRange & { readonly head: number },
  to: number,
): ActorMention | undefined {
  const head = wordAt(view, phrase.head);
  const group = view.words.has("person-noun", head) || view.words.has("force-noun", head);
  if (!group) return undefined;
  for (let i = phrase.head - 1; i >= phrase.from; i -= 1) {
    const mention = view.actorAt(i);
    if (mention) return mention;
  }
  if (head === "men" && /^(?:its|their)$/.test(wordAt(view, phrase.from)))
    return actorInSentence(view, phrase.from);
  let i = phrase.to;
  while (i < to && (LINKS.test(wordAt(view, i)) || view.tags[i]?.tag === "determiner")) i += 1;
  const mention = i > phrase.to ? view.actorAt(i) : undefined;
  return mention && isRegionOf(view, i) ? undefined : mention;
}

/** "forces from the country's X region" are not the country's. */
function isRegionOf(view: View, at: number): boolean {
  if (view.placeAt(at) === undefined) return false;
  for (let i = at + 1; i < at + 3; i += 1)
    if (wordAt(view, i) === "'s") return view.placeAt(i + 1) !== undefined;
  return false;
}

function toArgument(mention: ActorMention): ActorArgument {
  return { kind: "actor", mention, ...(mention.actor ? { ref: toRef(mention) as ActorRef } : {}) };
}

export function toRef(mention: ActorMention): ActorRef | undefined {
  if (!mention.actor) return undefined;
  return { id: mention.actor.id, name: mention.actor.name, mention: mention.text };
}
