import type { ActorMention } from "../../actors/types.ts";
import type { ClaimPlace } from "../../domain/place.ts";
import { contains } from "../../domain/span.ts";
import type { ToponymMention } from "../../gazetteer/types.ts";
import type { ControlEvent } from "../control/frames/frame.ts";
import { speakersOwn } from "../speech/own-side.ts";
import type { SentenceAnalysis, TokenRange } from "../types.ts";
import { phraseAt, withoutIntroduction } from "../words/noun-phrase.ts";
import type { View } from "../words/view.ts";
import { namedPlace } from "./claim-place.ts";

/** What the sentences read so far were about. */
export interface Focus {
  /** Places of events, the latest last, with their sentence. */
  readonly places: readonly { readonly place: ClaimPlace; readonly sentence: number }[];
  /** Who acted, the latest last. */
  readonly actors: readonly { readonly actor: ActorMention; readonly sentence: number }[];
  /** The place that the sentence before had as its subject under another name ("the capital of X came last"). */
  readonly topic?: { readonly place: ClaimPlace; readonly sentence: number };
  /** Whom the last sentence with an actor as its subject was about; "they" and "it" carry him on. */
  readonly subject?: { readonly actor: ActorMention; readonly sentence: number };
  /** The last event told. */
  readonly last?: ControlEvent;
  /** The sentence that told it. */
  readonly lastAt?: number;
}

/** So many sentences back a place may be spoken of as "it" or "the city". */
const REACH = 4;
/** And so many sentences back its names are counted. */
const MEMORY = 120;

type Fits = (place: ClaimPlace) => boolean;

/**
 * The place that "it", "the city", "its airport" means at token `at`: one that the sentence has named as a thing of its own;
 * else, going back, the place of an event, then such a name, then any other; at last any other name of the sentence itself.
 */
export function placeSpokenOf(view: View, at: number, focus: Focus, fits: Fits): ClaimPlace | undefined {
  const limit = view.tokens[at]?.start ?? 0;
  const here = view.analysis;
  const own = here.places.filter((one) => one.end <= limit && !isWhereTold(here, one));
  return (
    named(
      own.filter((one) => isFree(here, one)),
      fits,
    ) ??
    onlyOne(
      own.filter((one) => !isAdjectival(here, one) && isIn(here, one)),
      fits,
    ) ??
    spokenBefore(view, focus, fits) ??
    named(
      [...own].reverse().filter((one) => !isAdjectival(here, one) && !isAway(here, one)),
      fits,
    )
  );
}

/**
 * "it": what the sentence named freely; else what the sentence before was about, or the only place of its events.
 */
export function placeMeantByIt(view: View, at: number, focus: Focus): ClaimPlace | undefined {
  const limit = view.tokens[at]?.start ?? 0;
  const here = view.analysis;
  const fits: Fits = ({ level }) => level !== "country" && level !== "area";
  const own = here.places.filter((one) => one.end <= limit && isFree(here, one) && !isWhereTold(here, one));
  const named = own
    .filter((one) => one.role === "place")
    .map((one) => namedPlace(one))
    .filter(fits);
  if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  const { topic } = focus;
  if (topic && here.sentence.index - topic.sentence === 1 && fits(topic.place)) return topic.place;
  const events = focus.places.filter(
    ({ sentence, place }) => here.sentence.index - sentence <= 1 && fits(place),
  );
  const names = new Set(events.map(({ place }) => `${place.name} ${place.level}`));
  return names.size === 1 ? events[0]?.place : undefined;
}

function spokenBefore(view: View, focus: Focus, fits: Fits): ClaimPlace | undefined {
  const here = view.analysis.sentence.index;
  const main = topic(view, fits);
  for (let index = here; index >= Math.max(0, here - REACH); index -= 1) {
    const found = spokenIn(view, index, focus, fits);
    if (!found) continue;
    const near = here - index <= 1;
    return near || !main || main.count < 2 * countOf(view, found) ? found : main.place;
  }
  return main?.place ?? [...focus.places].reverse().find(({ place }) => fits(place))?.place;
}

function spokenIn(view: View, index: number, focus: Focus, fits: Fits): ClaimPlace | undefined {
  const here = view.analysis.sentence.index;
  const event = focus.places.find((one) => one.sentence === index && fits(one.place));
  if (event) return event.place;
  const sentence = view.report.sentences[index];
  if (!sentence || index === here || !isRead(sentence)) return undefined;
  const heard = sentence.places.filter((one) => !isWhereTold(sentence, one));
  const free = heard.filter((one) => isFree(sentence, one));
  const topic = focus.topic?.sentence === index ? focus.topic.place : undefined;
  return (
    named(free, fits) ??
    (topic && fits(topic) ? topic : undefined) ??
    (here - index <= 1
      ? onlyOne(
          heard.filter((one) => !isAdjectival(sentence, one) && !isAway(sentence, one)),
          fits,
        )
      : undefined)
  );
}

function isRead({ sentence }: SentenceAnalysis): boolean {
  return sentence.kind !== "dateline" && sentence.kind !== "noise";
}

interface Topic {
  readonly place: ClaimPlace;
  readonly count: number;
}

/** What the report has named most often so far of what fits, if it is named thrice. */
function topic(view: View, fits: Fits): Topic | undefined {
  const counts = new Map<string, Topic>();
  for (const mention of mentionsSoFar(view)) {
    const place = namedPlace(mention);
    if (!fits(place)) continue;
    const known = counts.get(place.name);
    counts.set(place.name, { place: known?.place ?? place, count: (known?.count ?? 0) + 1 });
  }
  const [first] = [...counts.values()].sort(
    (a, b) => b.count - a.count || (a.place.name < b.place.name ? -1 : 1),
  );
  return first && first.count >= 3 ? first : undefined;
}

function countOf(view: View, { name }: ClaimPlace): number {
  return mentionsSoFar(view).filter((mention) => namedPlace(mention).name === name).length;
}

function mentionsSoFar({ report, analysis }: View): readonly ToponymMention[] {
  return report.sentences
    .slice(Math.max(0, analysis.sentence.index - MEMORY), analysis.sentence.index + 1)
    .filter(isRead)
    .flatMap(({ places }) => places.filter(({ role }) => role === "place"));
}

function named(mentions: readonly ToponymMention[], fits: Fits): ClaimPlace | undefined {
  const found = mentions.find((one) => one.role === "place" && fits(namedPlace(one)));
  return found && namedPlace(found);
}

/** "the X community", "an X newspaper": the name only describes. */
function isAdjectival({ sentence, tags }: SentenceAnalysis, { end }: ToponymMention): boolean {
  const after = sentence.tokens.findIndex((token) => token.start >= end);
  return tags[after]?.tag === "noun" && !SETTLEMENT.test(sentence.tokens[after]?.lower ?? "");
}

/** "fell back in X, losing the port": where the sentence plays. */
function isIn({ sentence }: SentenceAnalysis, { start }: ToponymMention): boolean {
  const at = sentence.tokens.findIndex((token) => token.end > start);
  return /^(?:in|inside|at)$/.test(sentence.tokens[at - 1]?.lower ?? "");
}

/** "40 kilometres from X", "near X": where something else lies. */
function isAway({ sentence }: SentenceAnalysis, { start }: ToponymMention): boolean {
  const at = sentence.tokens.findIndex((token) => token.end > start);
  const word = sentence.tokens[at - 1]?.lower ?? "";
  const heads = word === "of" && sentence.tokens[at - 2]?.lower === "direction";
  return heads || /^(?:from|near|outside|towards?)$/.test(word);
}

/** "told reporters in X", "said by telephone from X": where words are told, not what they tell of. */
function isWhereTold({ sentence, clauses, tags }: SentenceAnalysis, { start }: ToponymMention): boolean {
  const at = sentence.tokens.findIndex((token) => token.end > start);
  if (isTeller({ clauses, tags }, at)) return true;
  const before = tags[at - 1]?.tag === "determiner" ? at - 2 : at - 1;
  if (!/^(?:in|at|from|near|outside)$/.test(sentence.tokens[before]?.lower ?? "")) return false;
  const clause = clauses.find(({ verb, to }) => verb && verb.to <= before && before < to);
  return clause?.verb !== undefined && TELLS.test(clause.verb.lemma);
}

const TELLS = /^(?:say|tell|add|write|announce|brief)$/;

/** "Al-Masirah, the Houthis' channel, reported": the name that a clause of telling opens with. */
function isTeller({ clauses, tags }: Pick<SentenceAnalysis, "clauses" | "tags">, at: number): boolean {
  const clause = clauses.find(({ subject }) => subject && subject.from <= at && at < subject.to);
  const alone = clause?.subject?.from === at || tags[(clause?.subject?.from ?? 0) + 1]?.tag === "name";
  return alone && clause?.verb?.voice === "active" && REPORTS.test(clause.verb.lemma);
}

const REPORTS =
  /^(?:say|report|announce|claim|write|deny|add|confirm|declare|quote|disagree|insist|maintain|reject|dismiss|counter|reply|answer|respond|argue|accuse|blame|warn|vow)$/;

/** The only place of the sentence that fits. */
function onlyOne(mentions: readonly ToponymMention[], fits: Fits): ClaimPlace | undefined {
  const all = mentions
    .filter((one) => one.role === "place")
    .map((one) => namedPlace(one))
    .filter(fits);
  return all.length > 0 && all.every(({ name }) => name === all[0]?.name) ? all[0] : undefined;
}

/**
 * Named as a thing of its own: at the head of a subject or an object, alone or behind its noun ("the city of X"), or at the
 * start of the sentence ("In X, …"); not tied to another noun ("south of X", "the governor of X", "X's airport").
 */
function isFree(analysis: SentenceAnalysis, mention: ToponymMention): boolean {
  const { sentence, tags, clauses } = analysis;
  const { start, end } = mention;
  const { tokens } = sentence;
  let at = tokens.findIndex((token) => token.end > start);
  const after = tokens.findIndex((token) => token.start >= end);
  if (tokens[after]?.lower === "'s" || isAdjectival(analysis, mention)) return false;
  const starts = new Set(clauses.flatMap(({ subject, rest }) => [subject?.from ?? -1, rest?.from ?? -1]));
  for (let steps = 0; steps < 8; steps += 1) {
    if (at <= 1 || starts.has(at)) return true;
    const tag = tags[at - 1]?.tag ?? "mark";
    const word = tokens[at - 1]?.lower ?? "";
    if (
      word === "of"
        ? !SETTLEMENT.test(tokens[at - 2]?.lower ?? "")
        : !/^(?:noun|adjective|determiner|name|conjunction|number|adverb)$/.test(tag) && word !== ","
    )
      return false;
    at -= 1;
  }
  return false;
}

const SETTLEMENT =
  /^(?:city|town|village|district|cities|towns|villages|districts|province|port|control|most|much|parts?|all|centre|center|rest)$/;

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
