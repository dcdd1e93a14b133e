import type { ActorMention, Actors } from "../actors/types.ts";
import type { Speaker } from "../domain/claim.ts";
import type { CountryCode } from "../domain/ids.ts";
import type { Report } from "../domain/report.ts";
import type { Span } from "../domain/span.ts";
import type { LexiconTexts } from "./lexicon.ts";
import { contentOf } from "./speakers-content.ts";
import { speakerLexicon } from "./speakers-lexicon.ts";
import { type SpeakerMemory, speakerMemory } from "./speakers-memory.ts";
import { readSpeaker, type SpeakerContext, type SpeakerReading } from "./speakers-phrase.ts";
import { type ReportingSite, reportingSites } from "./speakers-site.ts";
import type { Attribution, Sentence, Token, TokenRange } from "./types.ts";

export interface AttributionInput {
  readonly report: Report;
  readonly sentences: readonly Sentence[];
  /** Of the whole report, in order. */
  readonly mentions: readonly ActorMention[];
  readonly actors: Actors;
  /** Countries that the report is about, the main one first. */
  readonly countries: readonly CountryCode[];
}

const DOUBT =
  /\b(?:(?:could|can|cannot|can't|were|was|have|has|had|is|are)(?:n't| not|not)?(?: yet| so far)?(?: be| been)?(?: immediately| independently)* (?:verified|confirmed|corroborated|checked)|(?:no|without|awaits?|lacks?) (?:independent|outside|other) (?:confirmation|verification|count|corroboration)|unverified|unconfirmed|not (?:been )?(?:independently )?(?:verified|confirmed))\b/i;
const NEGATIVE = /\b(?:not|n't|no|neither|nor|nobody|cannot|unverified|unconfirmed|without|hardly)\b/i;
const FIGURES = /\b(?:figures?|numbers?|tolls?|counts?|totals?|deaths|losses|casualties)\b/i;

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
      found.push(...split(content, site, reading.speaker, sentence, relay?.speaker.name));
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
  speaker: Speaker,
  sentence: Sentence,
  via: string | undefined,
): readonly Attribution[] {
  const base = { speaker, ...(via && { via }) };
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

/** Direct speech that names no speaker of its own is that of the speaker before it in the paragraph, else after it. */
function carryQuotes(
  sentences: readonly Sentence[],
  quotes: readonly (readonly boolean[])[],
  found: Attribution[][],
): void {
  const order = [...sentences.keys()];
  for (const index of [...order, ...order.reverse()]) {
    const own = found[index]!;
    const teller = own[0] ?? tellerNear(sentences, found, index);
    if (!teller) continue;
    for (const speech of speeches(sentences[index]!, quotes[index]!)) {
      if (own.some(({ content }) => content.start <= speech.start && speech.start < content.end)) continue;
      own.push({ content: speech, speaker: teller.speaker, manner: "say" });
    }
  }
}

/** In the paragraph before and after; a paragraph that opens with a quotation goes on in the words of the one before. */
function tellerNear(
  sentences: readonly Sentence[],
  found: readonly (readonly Attribution[])[],
  index: number,
): Attribution | undefined {
  const { paragraph, tokens } = sentences[index]!;
  const before = sentences[index - 1];
  const after = sentences[index + 1];
  if (before?.paragraph === paragraph && found[index - 1]!.length > 0) return found[index - 1]!.at(-1);
  if (after?.paragraph === paragraph && found[index + 1]!.length > 0) return found[index + 1]![0];
  const alone = after?.paragraph !== paragraph && before?.paragraph === paragraph - 1;
  return alone && tokens[0]?.lower === '"' ? found[index - 1]?.at(-1) : undefined;
}

const PRESENT = /\b(?:says|adds|tells)\b/;
const OF_THOSE =
  /^(?:with (?:them|these|those)|of (?:them|these|those|the)|among (?:them|the)|(?:some |another |about )?[\w,.-]+ of (?:them|those|the (?:dead|wounded|killed|injured|displaced)))\b/i;

/**
 * A sentence without a speaker of its own goes on in the words of the one before where that is told in the present
 * ("says the mayor") or where it counts among what was told ("Of them forty …").
 */
function carrySpeech(text: string, sentences: readonly Sentence[], found: Attribution[][]): void {
  let present = false;
  for (const [index, { start, end, paragraph, kind }] of sentences.entries()) {
    const words = text.slice(start, end);
    const before = sentences[index - 1];
    if (found[index]!.length > 0) {
      present = PRESENT.test(words);
      continue;
    }
    const prior = before?.paragraph === paragraph && kind === "prose" ? found[index - 1]?.at(-1) : undefined;
    if (prior && (present || OF_THOSE.test(words))) {
      found[index]!.push({ content: { start, end }, speaker: prior.speaker, manner: "say" });
    } else present = false;
  }
}

const SHORTEST_SPEECH = 4;

/** Quotations that are long enough to be speech and not a word held at arm's length. */
function speeches(sentence: Sentence, quoted: readonly boolean[]): readonly Span[] {
  const found: Span[] = [];
  let from = -1;
  for (let at = 0; at <= quoted.length; at += 1) {
    if (quoted[at] && from < 0) from = at;
    if (quoted[at] || from < 0) continue;
    if (at - from >= SHORTEST_SPEECH) {
      found.push({ start: sentence.tokens[from]!.start, end: sentence.tokens[at - 1]!.end });
    }
    from = -1;
  }
  return found;
}

/** "The figures could not be checked" casts doubt on the figures of its sentence, or of the one before. */
function markDoubts(text: string, sentences: readonly Sentence[], found: Attribution[][]): void {
  for (const [index, { start, end, paragraph }] of sentences.entries()) {
    const words = text.slice(start, end);
    const doubt = DOUBT.exec(words);
    if (!doubt || !NEGATIVE.test(words)) continue;
    const figures = FIGURES.test(words.slice(Math.max(0, doubt.index - 40), doubt.index + doubt[0].length));
    if (!figures) continue;
    const own = doubt.index > 60;
    const target = own ? index : sentences[index - 1]?.paragraph === paragraph ? index - 1 : -1;
    if (target >= 0) found[target] = found[target]!.map((one) => ({ ...one, figuresDoubted: true as const }));
  }
}

/** For every sentence, whether each token stands within quotation marks; a paragraph's end closes them. */
function quotedTokens(sentences: readonly Sentence[]): readonly (readonly boolean[])[] {
  let open = false;
  let paragraph = -1;
  return sentences.map((sentence) => {
    if (sentence.paragraph !== paragraph) open = false;
    paragraph = sentence.paragraph;
    return sentence.tokens.map(({ text, lower }) => {
      if (lower !== '"') return open;
      open =
        text === "“" || text === "„" || text === "«" ? true : text === "”" || text === "»" ? false : !open;
      return false;
    });
  });
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
