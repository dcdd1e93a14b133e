import type { Clause, Token, VerbGroup } from "../types.ts";
import type { Tagged } from "./tag.ts";

interface Around {
  readonly tokens: readonly Token[];
  readonly tags: readonly Tagged[];
  readonly found: readonly Clause[];
  readonly bound: { readonly start: number; readonly opener?: string; readonly role: Clause["role"] };
}

/**
 * "seized" alone is a past tense or a participle. A participle: before "by"; at the start of the sentence; after a comma that
 * follows a noun; or with a finite verb next and no object of its own ("the town seized last week is").
 */
export function reduced(group: VerbGroup, next: VerbGroup | undefined, around: Around): VerbGroup {
  const { tokens, tags, bound, found } = around;
  if (sharesPassive(group, around)) return { ...group, voice: "passive" };
  const form = tags[group.head]?.verb;
  const bare =
    group.tense === "past" &&
    group.voice === "active" &&
    group.from === firstVerb(tags, group) &&
    form !== undefined;
  if (form?.shape === "participle" && group.tense === "participle") return { ...group, voice: "passive" };
  if (!bare || form.shape !== "past-participle") return group;
  if (bound.role === "relative" && group.from > bound.start) return group;
  const afterComma =
    tokens[group.from - 1]?.lower === "," && bound.start >= group.from && bound.opener === ",";
  const insertion = isInsertion(group, bound.start, tokens, tags);
  const isParticiple =
    insertion ||
    (bound.opener === undefined &&
      found.length > 0 &&
      DESCRIBING.test(form.lemma) &&
      tags[group.to]?.tag === "preposition") ||
    (DESCRIBING.test(form.lemma) && next !== undefined && isClosedOff(group, next, tokens, tags)) ||
    nextWord(tokens, tags, group.to) === "by" ||
    isBelievedToBe(form.lemma, next, tokens) ||
    isSent(form.lemma, group, around) ||
    group.from === 0 ||
    (afterComma && around.found.some((clause) => clause.verb !== undefined && hasTense(clause.verb))) ||
    (next !== undefined && hasTense(next) && noObject(group, next, tokens, tags));
  return isParticiple && bound.opener !== "who" && bound.opener !== "which"
    ? { ...group, voice: "passive", tense: "participle" }
    : group;
}

/** "The watch, a monitor based in Britain, said": a preposition follows, and a comma right before the next verb. */
function isClosedOff(
  group: VerbGroup,
  next: VerbGroup,
  tokens: readonly Token[],
  tags: readonly Tagged[],
): boolean {
  return tags[group.to]?.tag === "preposition" && tokens[next.from - 1]?.lower === "," && hasTense(next);
}

/** "forces deployed last month to help the army said": no object, and a verb that tells later in the sentence. */
function isSent(lemma: string, group: VerbGroup, { tokens, tags, found }: Around): boolean {
  if (!SENT.test(lemma) || found.length > 0 || OBJECT.test(tags[group.to]?.tag ?? "")) return false;
  for (let i = group.to + 1; i < tokens.length; i += 1) {
    if (/^(?:,|;|and|but|that|which|who|after|as|when|while)$/.test(tokens[i]?.lower ?? "")) return false;
    const { tag, verb } = tags[i] as Tagged;
    if (tag === "verb" && verb && TELLS.test(verb.lemma) && verb.shape !== "base" && verb.shape !== "ing")
      return true;
  }
  return false;
}

const SENT = /^(?:deploy|send|dispatch|station|base|train|post)$/;
const OBJECT = /^(?:determiner|possessive|name|number)$/;
const TELLS = /^(?:say|tell|report|announce|claim|confirm|deny)$/;

/** "rebels believed to be backed by X walked in". */
function isBelievedToBe(lemma: string, next: VerbGroup | undefined, tokens: readonly Token[]): boolean {
  return (
    BELIEVES.test(lemma) &&
    next?.tense === "infinitive" &&
    (lemma === "claim" ? /^be$/ : /^(?:be|have)$/).test(tokens[next.from + 1]?.lower ?? "")
  );
}

const BELIEVES = /^(?:believe|think|suspect|report|say|know|allege|claim|understand|consider|rumour|rumor)$/;

/** Participles that describe a noun right before them ("a district located in", "a town held since"). */
const DESCRIBING = /^(?:locate|situate|base|call|name|hold|control|occupy|besiege|surround|know)d?$/;

/** "was lost on Monday and recovered the same day": the auxiliary stands for both. */
function sharesPassive(group: VerbGroup, { tags, found, bound }: Around): boolean {
  const before = found.at(-1)?.verb;
  const bare = group.from === group.head && tags[group.head]?.verb?.shape === "past-participle";
  if (!bare || before?.voice !== "passive" || before.tense === "participle" || bound.start < group.from)
    return false;
  if (!/^(?:and|or|but|then|,)$/.test(bound.opener ?? "")) return false;
  const next = tags[group.to]?.tag;
  return (
    next === undefined ||
    /^(?:preposition|mark|adverb|conjunction|subordinator)$/.test(next) ||
    dayFollows(tags, group.to)
  );
}

/** "recovered the same day": a noun that begins with "the same" is no object. */
function dayFollows(tags: readonly Tagged[], at: number): boolean {
  return tags[at]?.tag === "determiner" && tags[at + 1]?.tag === "determiner";
}

/** "In X, captured on Thursday, …": only a preposition and its noun stand before the comma. */
function isInsertion(
  { from }: VerbGroup,
  start: number,
  tokens: readonly Token[],
  tags: readonly Tagged[],
): boolean {
  if (tokens[from - 1]?.lower !== "," || tags[start]?.tag !== "preposition") return false;
  for (let i = start; i < from - 1; i += 1) if (tokens[i]?.lower === ",") return false;
  return true;
}

function firstVerb(tags: readonly Tagged[], group: VerbGroup): number {
  for (let i = group.from; i < group.to; i += 1)
    if (tags[i]?.tag === "auxiliary" || tags[i]?.tag === "verb")
      return tags[i]?.tag === "verb" ? group.from : -1;
  return group.from;
}

function nextWord(tokens: readonly Token[], tags: readonly Tagged[], from: number): string | undefined {
  let i = from;
  while (tags[i]?.tag === "adverb") i += 1;
  return tokens[i]?.lower;
}

function hasTense(group: VerbGroup): boolean {
  return group.tense !== "participle" && group.tense !== "infinitive";
}

/** Nothing parts the two verbs, and no noun follows the first directly. */
function noObject(
  group: VerbGroup,
  next: VerbGroup,
  tokens: readonly Token[],
  tags: readonly Tagged[],
): boolean {
  const first = tags[group.to]?.tag;
  if (group.to !== next.from && first !== "preposition" && first !== "adverb") return false;
  for (let i = group.to; i < next.from; i += 1) {
    const tag = tags[i]?.tag;
    if (
      tag === "conjunction" ||
      tag === "relative" ||
      tag === "that" ||
      tag === "subordinator" ||
      tag === "mark" ||
      tag === "pronoun"
    )
      return false;
    if (tokens[i]?.lower === ",") return false;
  }
  return true;
}
