import type { ActorMention, Actors } from "../../actors/types.ts";
import type { Speaker } from "../../domain/claim.ts";
import type { CountryCode } from "../../domain/ids.ts";
import type { Report } from "../../domain/report.ts";
import type { Span } from "../../domain/span.ts";
import type { Attribution, Sentence, Token, TokenRange } from "../types.ts";
import type { LexiconTexts } from "../words/lexicon.ts";
import { carryQuotes, carrySpeech, markDoubts, quotedTokens } from "./speakers-carry.ts";
import { contentOf } from "./speakers-content.ts";
import { speakerLexicon } from "./speakers-lexicon.ts";
import { type SpeakerMemory, speakerMemory } from "./speakers-memory.ts";
import { readSpeaker, type SpeakerReading } from "./speakers-phrase.ts";
import type { SpeakerContext } from "./speakers-side.ts";
import { type ReportingSite, reportingSites } from "./speakers-site.ts";

export interface AttributionInput {
  readonly report: Report;
  readonly sentences: readonly Sentence[];
  /** Of the whole report, in order. */
  readonly mentions: readonly ActorMention[];
  readonly actors: Actors;
  /** Countries that the report is about, the main one first. */
  readonly countries: readonly CountryCode[];
}

/** Who says what, for each sentence of a report; the first attribution that covers a word is the closest one. */
export function attributor(
  texts: LexiconTexts,
): (input: AttributionInput) => readonly (readonly Attribution[])[] {
  const lexicon = speakerLexicon(texts);
  return (input) => {
    const { report, sentences, actors, countries } = input;
    const context: SpeakerContext = {
      lexicon,
      actors,
      ...(countries[0] && { country: countries[0] }),
      ...(report.publishedOn && { on: report.publishedOn }),
      countriesNamed: remembered((text) => actors.countriesNamed(text)),
      mentionAt: mentionFinder(input.mentions),
      sideNamed: remembered((adjective) => sideNamed(adjective, input)),
      ownerBefore: ({ start }) => ownerBefore(start, input),
    };
    const memory = speakerMemory();
    const quotes = quotedTokens(sentences);
    const found = sentences.map((sentence, index) => {
      const sites = reportingSites(sentence.tokens, quotes[index]!, lexicon);
      return sentence.kind === "dateline" ? [] : told(sentence, sites, context, memory);
    });
    carryQuotes(sentences, quotes, found);
    carrySpeech(report.text, sentences, found);
    markDoubts(report.text, sentences, found);
    const own = ownVoice(report);
    return found.map((attributions, index) => {
      const sorted = [...attributions].sort(
        (a, b) => a.content.end - a.content.start - (b.content.end - b.content.start),
      );
      const sentence = sentences[index]!;
      return own
        ? [...sorted, { content: { start: sentence.start, end: sentence.end }, speaker: own, manner: "say" }]
        : sorted;
    });
  };
}

/** Whom the report's own generic words mean by a side, else whom the situation does. */
function sideNamed(adjective: string, { mentions, actors, countries, report }: AttributionInput) {
  const known = mentions.find(
    ({ actor, generic, text }) => actor && generic && text.toLowerCase().includes(adjective),
  );
  const context = { countries, ...(report.publishedOn && { publishedOn: report.publishedOn }) };
  return (known?.actor ?? actors.byName(`${adjective} forces`, context))?.id;
}

function ownerBefore(start: number, { mentions, sentences }: AttributionInput): ActorMention | undefined {
  const index = sentences.findIndex(({ end }) => end > start);
  const own = sentences[index]!.start;
  const prior = sentences[index - 1]?.start ?? own;
  const before = mentions.filter((one) => one.actor && one.end <= start && one.start >= prior);
  return before.filter((one) => one.start >= own).at(-1) ?? before[0];
}

/** A statement's source speaks wherever nobody else does. */
function ownVoice({ source }: Report): Speaker | undefined {
  return source?.camp ? { name: source.name, camp: source.camp } : undefined;
}

function told(
  sentence: Sentence,
  sites: readonly ReportingSite[],
  context: SpeakerContext,
  memory: SpeakerMemory,
): Attribution[] {
  const found: Attribution[] = [];
  let last: SpeakerReading | undefined;
  for (const [index, site] of sites.entries()) {
    const reading = site.subject
      ? readerOf(sentence, site.subject, context, memory)
      : (last ?? firstActor(sentence, site, context));
    if (!reading || (site.needsSpeaker && !reading.known)) continue;
    last = reading;
    const relay = site.relay && readSpeaker(slice(sentence, site.relay), context);
    for (const content of contentOf(sentence.tokens, sites, index)) {
      found.push(...split(content, site, reading, sentence, relay?.speaker.name));
    }
  }
  return found;
}

/** "The front took A and claimed to have entered B": whoever the sentence opens with. */
function firstActor(
  { tokens }: Sentence,
  site: ReportingSite,
  context: SpeakerContext,
): SpeakerReading | undefined {
  const at = tokens.findIndex(
    (token, index) => index < site.at.from && context.mentionAt(token) !== undefined,
  );
  const mention = at >= 0 && at < OPENING_WORDS ? context.mentionAt(tokens[at]!) : undefined;
  const named = mention && tokens.filter((token) => token.start >= mention.start && token.end <= mention.end);
  return named && readSpeaker(named, context);
}

const OPENING_WORDS = 5;

/** After a denial's colon or semicolon its speaker goes on in his own cause. */
function split(
  content: Span,
  site: ReportingSite,
  { speaker, own }: SpeakerReading,
  sentence: Sentence,
  via: string | undefined,
): readonly Attribution[] {
  const base = { speaker, ...(own && { own }), ...(via && { via }) };
  if (site.manner !== "deny") return [{ ...base, content, manner: site.manner }];
  const mark = sentence.tokens.find(
    (token) => token.start >= content.start && token.end <= content.end && /^[:;]$/.test(token.lower),
  );
  if (!mark) return [{ ...base, content, manner: "deny" }];
  return [
    { ...base, content: { start: content.start, end: mark.start }, manner: "deny" },
    { ...base, content: { start: mark.end, end: content.end }, manner: "say" },
  ];
}

function readerOf(
  sentence: Sentence,
  subject: TokenRange,
  context: SpeakerContext,
  memory: SpeakerMemory,
): SpeakerReading | undefined {
  const tokens = slice(sentence, subject);
  const taken = memory.recall(tokens);
  if (taken) return taken;
  const reading = readSpeaker(tokens, context);
  return reading && memory.meet(reading, tokens);
}

function slice({ tokens }: Sentence, { from, to }: TokenRange): readonly Token[] {
  return tokens.slice(from, to);
}

/** The same words come again and again in one report. */
function remembered<T>(ask: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text) ?? ask(text);
    known.set(text, found);
    return found;
  };
}

function mentionFinder(mentions: readonly ActorMention[]): (token: Token) => ActorMention | undefined {
  return (token) => {
    let low = 0;
    let high = mentions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (mentions[middle]!.end <= token.start) low = middle + 1;
      else high = middle;
    }
    const found = mentions[low];
    return found && found.start < token.end ? found : undefined;
  };
}
