import type { Token, TokenRange } from "../types.ts";
import type { SpeakerLexicon } from "./speakers-lexicon.ts";
import { AUXILIARIES, nounPhrase, subjectBefore } from "./speakers-subject.ts";
import { accordingTo, quotedAs, toldNoun } from "./speakers-told.ts";

/** A place in a sentence where somebody's words are told. Ranges are of its tokens, half-open. */
export interface ReportingSite {
  readonly manner: "say" | "claim" | "admit" | "deny" | "doubt";
  /** The words that tell, for example the verb or "according to". */
  readonly at: TokenRange;
  /** Who speaks; absent when the subject of the site before it is meant ("…, but said that"). */
  readonly subject?: TokenRange;
  /** Who handed it on: "AFP quoted …". */
  readonly relay?: TokenRange;
  /** Subject stands after the verb: "said the mayor". */
  readonly inverted: boolean;
  /** Opens with "while", "although": its content ends with its clause. */
  readonly subordinate: boolean;
  readonly needsSpeaker: boolean;
  readonly hearer: boolean;
}

const BE = /^(?:is|are|was|were|be|been|being)$/;
/** Verbs whose speaker may follow in the passive: "was confirmed by the governor". */
const PASSIVES = /^(?:confirm|claim|deny|report|announce|acknowledge|admit|dispute|reject)$/;
const TAKES_OBJECT = /^(?:confirm|acknowledge|announce|report|claim|predict|recall|declare|admit|concede)$/;
const CALLS = /^call(?:s|ed)?$/;
const NOT_TELLING = /^(?:for|on|upon|in|up|off|back|by|out|to|at)$/;
/** "rebels believed to be backed by X": thought of them, not by them. */
const THOUGHT = /^(?:believed|thought|suspected|known|understood|said|reported|considered)$/;
const DETERMINERS =
  /^(?:the|a|an|his|her|its|their|this|that|these|those|no|any|some|such|'s|of|by|latest|earlier|to)$/;
const PRONOUNS = /^(?:he|she|it|they|who|we|i)$/;

/** The sites of a sentence in order. `quoted[i]`: token `i` stands within quotation marks. */
export function reportingSites(
  tokens: readonly Token[],
  quoted: readonly boolean[],
  lexicon: SpeakerLexicon,
): readonly ReportingSite[] {
  const found: ReportingSite[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (quoted[at] || !lexicon.mayTell(tokens[at]!.lower)) continue;
    const site =
      accordingTo(tokens, at) ??
      toldNoun(tokens, at) ??
      quotedAs(tokens, at) ??
      verbSite(tokens, at, lexicon, found.length > 0);
    if (!site) continue;
    if (!isInsertion(tokens, found.at(-1), site)) found.push(site);
    at = Math.max(at, site.at.to - 1, site.inverted && site.subject ? site.subject.to - 1 : 0);
  }
  return found;
}

/** "conceded on Monday, a week after X claimed the town, that": between the commas nobody's words are told. */
function isInsertion(
  tokens: readonly Token[],
  outer: ReportingSite | undefined,
  inner: ReportingSite,
): boolean {
  if (!outer || outer.inverted) return false;
  const opens = tokens.findIndex(({ lower }, i) => i >= outer.at.to && (lower === "," || lower === "that"));
  const closes = tokens.findIndex(({ lower }, i) => i >= inner.at.to && /^[,;:]$/.test(lower));
  return (
    tokens[opens]?.lower === "," &&
    opens < inner.at.from &&
    tokens[closes]?.lower === "," &&
    tokens[closes + 1]?.lower === "that"
  );
}

function verbSite(
  tokens: readonly Token[],
  at: number,
  lexicon: SpeakerLexicon,
  follows: boolean,
): ReportingSite | undefined {
  if (THOUGHT.test(tokens[at]!.lower) && tokens[at + 1]?.lower === "to") return undefined;
  const verb = lexicon.verb(tokens[at]!.lower, tokens[at + 1]?.lower ?? "");
  const prior = tokens[at - 1]?.lower ?? "";
  if (!verb || DETERMINERS.test(prior) || (verb.lemma === "admit" && takesIn(tokens, at + 1)))
    return undefined;
  const next = tokens[at + 1]?.lower ?? "";
  const common = {
    manner: verb.manner,
    at: { from: at, to: verbEnd(tokens, at, verb.lemma) },
    needsSpeaker: verb.needsSpeaker,
    hearer: verb.hearer,
  };
  if (CALLS.test(tokens[at]!.lower) && NOT_TELLING.test(next)) return undefined;
  const inverts = verb.inverts && !/ing$/.test(tokens[at]!.lower);
  const inverted = inverts ? invertedSubject(tokens, at, lexicon) : undefined;
  if (inverted && mayInvert(tokens, at, lexicon, verb.maybeNoun || TAKES_OBJECT.test(verb.lemma)))
    return { ...common, subject: inverted, inverted: true, subordinate: false };
  if (/ing$/.test(tokens[at]!.lower)) {
    const subject = follows ? undefined : issuerBefore(tokens, at);
    if (!follows && !subject) return undefined;
    return { ...common, ...(subject && { subject }), inverted: false, subordinate: false };
  }
  let last = at - 1;
  while (last >= 0 && AUXILIARIES.test(tokens[last]!.lower)) last -= 1;
  if (BE.test(tokens[last]?.lower ?? "")) {
    if (next !== "by" || !PASSIVES.test(verb.lemma)) return undefined;
    return {
      ...common,
      at: { from: last, to: at + 2 },
      subject: nounPhrase(tokens, at + 2),
      inverted: true,
      subordinate: false,
    };
  }
  const subject = subjectBefore(tokens, at);
  if (!subject) {
    const joint = tokens[last]?.lower ?? "";
    const shared = follows
      ? /^(?:and|but|,|then)$/.test(joint)
      : /^(?:and|but)$/.test(joint) && /^(?:that|to)$/.test(next);
    return shared && !verb.maybeNoun ? { ...common, inverted: false, subordinate: false } : undefined;
  }
  const aside = tokens[subject.from - 1]?.lower === "," && /^[,.]$/.test(next);
  if (
    verb.maybeNoun &&
    !PRONOUNS.test(tokens[subject.to - 1]!.lower) &&
    !takesContent(next) &&
    !takesNumber(tokens, at + 1) &&
    !aside
  )
    return undefined;
  const opener = tokens[subject.from - 1]?.lower ?? "";
  return {
    ...common,
    subject,
    inverted: false,
    subordinate: /^(?:while|although|though|as|whereas|after|when)$/.test(opener),
  };
}

/** "counts about 115,000". */
function takesNumber(tokens: readonly Token[], from: number): boolean {
  const quantified = /^(?:about|around|some|more|nearly|almost|over|under|up|at)$/.test(
    tokens[from]?.lower ?? "",
  );
  return quantified && tokens.slice(from + 1, from + 3).some(({ kind }) => kind === "number");
}

const TAKEN_IN = /^(?:wounded|injured|patients?|people|persons|casualties|victims|children|cases|survivors)$/;
const GOES_ON =
  /^(?:had|have|has|were|was|are|is|died|killed|lost|fled|perished|could|may|might|would|will)$/;

/** "The hospital admitted at least 60 wounded": they are taken in, and nothing is told. */
function takesIn(tokens: readonly Token[], from: number): boolean {
  const count = tokens.findIndex(({ kind, lower }, i) => i >= from && (kind === "number" || lower === "of"));
  const noun = tokens.findIndex(({ lower }, i) => i >= from && TAKEN_IN.test(lower));
  const near = count >= 0 && count <= from + 3 && noun > count && noun <= count + 3;
  const last = TAKEN_IN.test(tokens[noun + 1]?.lower ?? "") ? noun + 1 : noun;
  return near && !GOES_ON.test(tokens[last + 1]?.lower ?? "");
}

const takesContent = (next: string): boolean =>
  /^(?:that|to|the|a|an|its|their|they|it|he|she|on|full|complete|total|control|victory|\d.*)$/.test(next) ||
  next === '"';

const ISSUES = /^(?:issued?|issues|released?|releases|published?|publishes|posted|made|put|sent)$/;
const ISSUE_REACH = 14;

/** "The front issued a statement on Monday saying …": who stands before the verb of issuing. */
function issuerBefore(tokens: readonly Token[], at: number): TokenRange | undefined {
  for (let verb = at - 1; verb > Math.max(0, at - ISSUE_REACH); verb -= 1) {
    if (ISSUES.test(tokens[verb]!.lower)) return subjectBefore(tokens, verb);
  }
  return undefined;
}

/** "went on", "let it be known": all their words. */
function verbEnd(tokens: readonly Token[], at: number, lemma: string): number {
  if (!lemma.includes(" ")) return at + 1;
  let end = at + 2;
  while (/^(?:be|known)$/.test(tokens[end]?.lower ?? "")) end += 1;
  return end;
}

/**
 * Somebody in apposition before the verb speaks himself ("Ali, a teacher, said the …"). A verb that takes an object
 * ("confirmed the loss") inverts only after a quotation, or where nobody stands before it.
 */
function mayInvert(tokens: readonly Token[], at: number, lexicon: SpeakerLexicon, careful: boolean): boolean {
  const prior = tokens[at - 1]?.lower;
  if (prior === '"' || (prior === "," && tokens[at - 2]?.lower === '"')) return true;
  const subject = subjectBefore(tokens, at);
  if (careful || subject === undefined || prior !== ",") return !careful || subject === undefined;
  const words = tokens.slice(subject.from, subject.to).map((token) => token.lower);
  return !words.some((_, index) => lexicon.noun(words, index));
}

/** "…, said Colonel X, the commander": a noun phrase after a verb that a mark or the sentence's start precedes. */
function invertedSubject(
  tokens: readonly Token[],
  at: number,
  lexicon: SpeakerLexicon,
): TokenRange | undefined {
  const prior = tokens[at - 1]?.lower;
  if (prior !== undefined && !/^(?:[,":;—–-]|so|--|\?|!)$/.test(prior)) return undefined;
  const first = tokens[at + 1];
  if (first?.kind !== "word") return undefined;
  const named = /^\p{Lu}/u.test(first.text);
  const noun =
    /^(?:the|a|an|his|her|its|their|one|two|three|some|several|another|other|local|residents|officials|witnesses|sources|police)$/;
  const role = [1, 2, 3, 4].some((step) =>
    lexicon.noun(
      tokens.slice(at, at + 9).map((token) => token.lower),
      step,
    ),
  );
  if (!named && !noun.test(first.lower) && !role) return undefined;
  if (prior === undefined && !named) return undefined;
  return nounPhrase(tokens, at + 1);
}
