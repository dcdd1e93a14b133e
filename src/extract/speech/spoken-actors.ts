import type { ActorMention } from "../../actors/types.ts";
import { contains } from "../../domain/span.ts";
import type { Focus } from "../places/discourse.ts";
import type { TokenRange } from "../types.ts";
import { phraseAt, withoutIntroduction } from "../words/noun-phrase.ts";
import type { View } from "../words/view.ts";
import { speakersOwn } from "./own-side.ts";

/** Whom "they", "them", "who" means: the latest actor before the words, in this sentence or the two before it. */
export function actorSpokenOf(view: View, at: number, focus: Focus): ActorMention | undefined {
  if (/^(?:ours?|we|us)$/.test(view.tokens[at]?.lower ?? "")) return tellersSide(view, at);
  const own = actorInSentence(view, at) ?? (isIndirect(view, at) ? tellersSide(view, at) : undefined);
  if (own) return own;
  const here = view.analysis.sentence.index;
  const { subject } = focus;
  if (subject && here - subject.sentence <= 1) return subject.actor;
  const acted = focus.actors.at(-1);
  return acted && here - acted.sentence <= 2 ? acted.actor : undefined;
}

/** The actor that the sentence is about: the subject of its first clause, or whoever its pronoun takes up. */
export function subjectOf(view: View, focus: Focus): Focus["subject"] {
  const { analysis, tokens, tags } = view;
  const { index } = analysis.sentence;
  const first = analysis.clauses.find(
    ({ subject, role }) => subject && role !== "time" && role !== "condition",
  )?.subject;
  if (!first) return focus.subject;
  const range = withoutIntroduction(view, first);
  const word = tokens[range.from]?.lower ?? "";
  if (tags[range.from]?.tag === "pronoun" && /^(?:it|they)$/.test(word)) {
    const carried = focus.subject && index - focus.subject.sentence <= 1 ? focus.subject.actor : undefined;
    return carried && { actor: carried, sentence: index };
  }
  const phrase = phraseAt(view, range.from, range.to);
  const actor = phrase && (view.actorAt(phrase.head) ?? ownerIn(view, phrase));
  return actor?.actor ? { actor, sentence: index } : focus.subject;
}

/** "the army's 9th Division", "units of the army" are about the army. */
function ownerIn(view: View, { from, to }: TokenRange): ActorMention | undefined {
  for (let i = from; i < to; i += 1) if (view.actorAt(i)) return view.actorAt(i);
  return undefined;
}

/** Whom "our" means: the side of who speaks. */
function tellersSide(view: View, at: number): ActorMention | undefined {
  const token = view.tokens[at];
  const { actors, countries, publishedOn } = view.report;
  const actor =
    token &&
    speakersOwn(token, view.analysis.attributions, {
      actors,
      ...(countries[0] && { country: countries[0] }),
      ...(publishedOn && { on: publishedOn }),
    });
  return actor && { ...token, actor, generic: true, reason: "the side of who speaks" };
}

/** "their leader conceded that it was out of their control": not his own words, and told in this sentence. */
function isIndirect({ analysis, tokens }: View, at: number): boolean {
  const token = tokens[at];
  const told = token && analysis.attributions.find(({ content }) => contains(content, token));
  if (!token || !told || told.content.start <= analysis.sentence.start) return false;
  return tokens.slice(0, at).filter(({ lower }) => lower === '"').length % 2 === 0;
}

/** "It" at the start of a sentence: the group, if the sentence before named no other. */
export function soleActorBefore(view: View, { actors, subject }: Focus): ActorMention | undefined {
  const before = view.analysis.sentence.index - 1;
  if (subject && subject.sentence === before) return subject.actor;
  const named = actors.filter(({ sentence }) => sentence === before).map(({ actor }) => actor);
  return named.every(({ actor }) => actor?.id === named[0]?.actor?.id) ? named[0] : undefined;
}

/** The actor that the sentence itself names before the words: the latest that is a subject, else the latest. */
export function actorInSentence(view: View, at: number): ActorMention | undefined {
  const limit = view.tokens[at]?.start ?? 0;
  const before = [...view.analysis.actors].reverse().filter((one) => one.end <= limit);
  const subjects = view.analysis.clauses.flatMap(({ subject, inherited, role }) =>
    subject && (!inherited || role === "main") ? [subject] : [],
  );
  return before.find((one) => subjects.some((range) => liesIn(view, one, range))) ?? before[0];
}

function liesIn({ tokens }: View, mention: ActorMention, { from, to }: TokenRange): boolean {
  const first = tokens[from];
  const last = tokens[to - 1];
  return first !== undefined && last !== undefined && first.start <= mention.start && mention.end <= last.end;
}
