import type { Token } from "../types.ts";
import type { PhraseHit } from "../words/phrase-index.ts";
import { type Counted, word } from "./numbers-noun.ts";

/** A row whose phrase takes a counted noun; phrases of different `measure` do not share one. */
interface Counting {
  readonly measure: string;
}

export interface CountedSentence<Row extends Counting> {
  readonly tokens: readonly Token[];
  readonly counted: readonly Counted[];
  readonly hits: readonly PhraseHit<Row>[];
}

/** Whether the word may take the counted noun; `adjacent`: only auxiliaries and adverbs stand between. */
export type Accepts = (one: Counted, adjacent: boolean) => boolean;

const BE = new Set("be is are was were been being 's 're got get gets".split(" "));
const LIGHT = new Set(
  "be is are was were been being 's 're got has have had also earlier once already reportedly then all both later now still either feared believed confirmed reported presumed known thought found left lying who which that have had not to".split(
    " ",
  ),
);
const OBJECT_STARTS = new Set(
  "a an the his her their its our my this that these those him them us many most some him it".split(" "),
);
const BARRIERS = new Set([
  ";",
  ":",
  "(",
  ")",
  '"',
  "—",
  "–",
  "that",
  "when",
  "after",
  "before",
  "while",
  "because",
  "if",
  "although",
  "though",
  "but",
  "said",
  "says",
  "as",
]);

/** A form of "be" or "get" stands before the participle. */
export function isPassive(tokens: readonly Token[], at: number): boolean {
  if (word(tokens, at).endsWith("ing")) return false;
  for (let i = at - 1; i >= Math.max(0, at - 4); i -= 1) {
    const before = word(tokens, i);
    if (BE.has(before)) return true;
    if (!isAdverb(before) && before !== "not") return false;
  }
  return false;
}

function isAdverb(token: string): boolean {
  return LIGHT.has(token) || (token.length > 4 && token.endsWith("ly"));
}

/** An object that is not counted follows: "killed the mayor". */
export function hasOtherObject<Row extends Counting>(
  { tokens }: CountedSentence<Row>,
  { from, to }: PhraseHit<Row>,
): boolean {
  if (isPassive(tokens, from)) return false;
  const next = tokens[to];
  if (!next || next.kind === "punctuation") return false;
  return (
    OBJECT_STARTS.has(next.lower) || (/^\p{Lu}/u.test(next.text) && !/^\p{Lu}\p{Ll}+day$/u.test(next.text))
  );
}

/** What follows an active verb, and what is joined to it. */
export function objects<Row extends Counting>(
  sentence: CountedSentence<Row>,
  hit: PhraseHit<Row>,
  accepts: Accepts,
): readonly Counted[] {
  const { tokens, counted } = sentence;
  let at = hit.to;
  while (isAdverb(word(tokens, at)) || /^(?:at|off|up)$/.test(word(tokens, at))) {
    if (counted.some(({ from }) => from === at)) break;
    at += 1;
  }
  const first = counted.find(({ from }) => from === at);
  return first && accepts(first, true)
    ? [first, ...chainRight(sentence, first), ...parts(sentence, first)]
    : [];
}

/** Uncounted persons right before the word: "dozens died in a camp for people displaced by war". */
const OTHERS =
  /^(?:people|persons|civilians|families|those|residents|villagers|refugees|children|women|men)$/;

/** What stands before a passive, a participle or an intransitive verb, and what is joined to it. */
export function subjects<Row extends Counting>(
  sentence: CountedSentence<Row>,
  hit: PhraseHit<Row>,
  accepts: Accepts,
): readonly Counted[] {
  const { counted, tokens } = sentence;
  if (OTHERS.test(word(tokens, hit.from - 1)) && !counted.some(({ to }) => to === hit.from)) return [];
  for (let i = counted.length - 1; i >= 0; i -= 1) {
    const one = counted[i] as Counted;
    if (one.to > hit.from || one.part || isAround(sentence.tokens, one)) continue;
    const fits = reaches(sentence, one, hit) && accepts(one, isNextTo(sentence, one, hit));
    if (fits) return [one, ...chainLeft(sentence, one), ...parts(sentence, one)];
    if (!isAside(sentence.tokens, one)) return [];
  }
  return [];
}

/** "17 people from one family", "4,458 households (over 30,000 people)": another number than the one meant. */
function isAround(tokens: readonly Token[], { from, to, kind }: Counted): boolean {
  if (kind === "households" && /^(?:from|of)$/.test(word(tokens, from - 1))) return true;
  return (
    word(tokens, to) === ")" && tokens.slice(Math.max(0, from - 4), from).some(({ lower }) => lower === "(")
  );
}

/** Between commas, after "and" or "likely": "498 children, and likely hundreds more, have died". */
function isAside(tokens: readonly Token[], one: Counted): boolean {
  const before = word(tokens, one.from - 1);
  if (one.single && /^(?:and|,)$/.test(before) && /^(?:and|,)$/.test(word(tokens, one.to))) return true;
  return (
    /^(?:likely|possibly|perhaps|maybe|including|among|up|estimated)$/.test(before) &&
    word(tokens, one.to) === ","
  );
}

/** The counted noun that is the word itself: "12 deaths". */
export function nouns<Row extends Counting>(
  { counted, tokens }: CountedSentence<Row>,
  { from, to }: PhraseHit<Row>,
): readonly Counted[] {
  const found = counted.find(
    (one) => (one.from < from && one.to === to) || (one.to === from && one.kind === "bare"),
  );
  return found && word(tokens, found.number - 1) !== "no" ? [found] : [];
}

/** Nothing between the persons and the word starts another clause. */
function reaches<Row extends Counting>(
  { tokens, hits, counted }: CountedSentence<Row>,
  one: Counted,
  hit: PhraseHit<Row>,
): boolean {
  let commas = 0;
  for (let i = one.to; i < hit.from; i += 1) {
    const part = counted.find((other) => other.part && other.from === i);
    if (part) i = part.to;
    const between = word(tokens, i);
    if (i >= hit.from) return true;
    if (between === "(") {
      while (i < hit.from && word(tokens, i) !== ")") i += 1;
      continue;
    }
    if (
      (BARRIERS.has(between) && !isRegisteredAs(tokens, i)) ||
      (/^(?:and|or)$/.test(between) && one.kind === "bare")
    )
      return false;
    if (between === ",") commas += 1;
    if (hits.some((other) => other.from === i && other.row.measure !== hit.row.measure)) return false;
  }
  return one.kind !== "bare" ? commas === 0 || commas === 2 : true;
}

/** "were verified as displaced". */
function isRegisteredAs(tokens: readonly Token[], at: number): boolean {
  return (
    word(tokens, at) === "as" &&
    /^(?:verified|registered|recorded|confirmed|reported|listed|identified|counted|classed)$/.test(
      word(tokens, at - 1),
    )
  );
}

/** Only auxiliaries and adverbs stand between. */
function isNextTo<Row extends Counting>(
  { tokens }: CountedSentence<Row>,
  one: Counted,
  hit: PhraseHit<Row>,
): boolean {
  for (let i = one.to; i < hit.from; i += 1) if (!isAdverb(word(tokens, i))) return false;
  return true;
}

/** "313 civilians and 239 soldiers were killed". */
function chainLeft<Row extends Counting>(sentence: CountedSentence<Row>, from: Counted): readonly Counted[] {
  const before = sentence.counted.filter(
    (one) => one.to <= from.from && isLink(sentence.tokens, one.to, from.from),
  );
  const next = before.find((one) => isJoined(sentence.tokens, one, from, one.to));
  return next ? [next, ...chainLeft(sentence, next)] : [];
}

/** "killed three soldiers and two civilians", but not "killed three soldiers and two civilians were hurt". */
function chainRight<Row extends Counting>(sentence: CountedSentence<Row>, from: Counted): readonly Counted[] {
  const { tokens, counted, hits } = sentence;
  const next = counted.find((one) => one.from >= from.to && isLink(tokens, from.to, one.from));
  if (!next || next.part || !isJoined(tokens, next, next, from.to)) return [];
  const taken = hits.some((hit) => hit.from >= next.to && isNextTo(sentence, next, hit));
  return taken ? [] : [next, ...chainRight(sentence, next)];
}

/** A comma joins counts but not single persons: "several others, an officer said". */
function isJoined(tokens: readonly Token[], one: Counted, later: Counted, end: number): boolean {
  if (one.kind !== "persons" && one.kind !== "households") return false;
  return !(one.single || later.single) || word(tokens, end) === "and";
}

function isLink(tokens: readonly Token[], from: number, to: number): boolean {
  const between = tokens
    .slice(from, to)
    .map((token) => token.lower)
    .join(" ");
  return /^(?:and|,|, and|and also|plus|as well as|along with)$/.test(between);
}

const GROUPS = new Set(["children", "women", "civilians", "minors", "boys", "girls"]);

/** "…, among them 5 children": of those just counted. */
function parts<Row extends Counting>(
  { counted, tokens }: CountedSentence<Row>,
  from: Counted,
): readonly Counted[] {
  return counted.filter(
    (one) =>
      one.part &&
      !one.single &&
      GROUPS.has(one.noun ?? "") &&
      one.from >= from.to &&
      one.from - from.to <= 4 &&
      !tokens.slice(from.to, one.from).some((token) => BARRIERS.has(token.lower)),
  );
}
