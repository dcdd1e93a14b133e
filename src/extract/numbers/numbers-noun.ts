import type { Count } from "../../domain/claim.ts";
import type { SentenceAnalysis, Token, TokenRange } from "../types.ts";
import type { Persons } from "./numbers-persons.ts";

/** A counted noun phrase: its number, the noun that it counts and who that is. */
export interface Counted extends TokenRange {
  readonly count: Count;
  /** `bare`: no noun follows; `thing`: a noun that is not known to be a person. */
  readonly kind: "persons" | "households" | "bare" | "thing";
  /** The counted noun, as written; absent when bare. */
  readonly noun?: string;
  /** Whom it counts, in the words of the text ("members of the special forces"); absent for "people". */
  readonly who?: string;
  /** A thing that is never harmed as persons are. */
  readonly never?: true;
  /** First token of the number; the same as `from` except after "a further". */
  readonly number: number;
  /** "among them 5 children", "four of them children": part of another count of the sentence. */
  readonly part: boolean;
  /** "a policeman", "his father": one person without a number word. */
  readonly single: boolean;
}

const STOP = new Set(
  "a an the this that these those is are was were be been being has have had do did does will would shall should can could may might must and or but nor in on at to from by with for into onto over under against through across between among near around outside inside within without along behind beyond toward towards via off upon amid during since until after before as who which whose whom when where while although though because if than not no 's said says".split(
    " ",
  ),
);
const OF_FOLLOWERS = new Set([
  "the",
  "their",
  "his",
  "its",
  "our",
  "her",
  "those",
  "these",
  "them",
  "whom",
  "which",
]);
const PARTS = new Set(["including", "include", "included", "among", "amongst"]);

const memory = new WeakMap<SentenceAnalysis, readonly Counted[]>();

/** The counted noun phrases of a sentence in order, worked out once however many finders ask. */
export function countedIn(analysis: SentenceAnalysis, persons: Persons): readonly Counted[] {
  const known = memory.get(analysis);
  if (known) return known;
  const found = withJoinedParts(
    analysis.sentence.tokens,
    [...numbered(analysis, persons), ...singles(analysis, persons)].sort((a, b) => a.from - b.from),
  );
  memory.set(analysis, found);
  return found;
}

/** "including 3 children and 5 women": what is joined to a part is one. */
function withJoinedParts(tokens: readonly Token[], all: readonly Counted[]): readonly Counted[] {
  const found: Counted[] = [];
  for (const one of all) {
    const before = found.at(-1);
    const joined = before?.part && before.to + 1 === one.from && /^(?:and|,)$/.test(word(tokens, before.to));
    found.push(joined && one.kind === "persons" ? { ...one, part: true } : one);
  }
  return found;
}

/** Index of the first token that ends after `at`. */
export function tokenAt(tokens: readonly Token[], at: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).end > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

function* numbered(analysis: SentenceAnalysis, persons: Persons): Generator<Counted> {
  const { tokens } = analysis.sentence;
  for (const mention of analysis.numbers) {
    if (mention.unit !== undefined) continue;
    const number = tokenAt(tokens, mention.start);
    const after = tokenAt(tokens, mention.end - 1) + 1;
    yield phrase(analysis, persons, { number, after, count: mention.count });
  }
}

interface Numeral {
  readonly number: number;
  /** Token after the number. */
  readonly after: number;
  readonly count: Count;
}

function phrase(analysis: SentenceAnalysis, persons: Persons, { number, after, count }: Numeral): Counted {
  const { tokens } = analysis.sentence;
  const from = isFurther(tokens, number - 1) ? number - (word(tokens, number - 2) === "a" ? 2 : 1) : number;
  const base = { from, number, count, part: isPart(tokens, from), single: false };
  let at = after;
  if (/^(?:more|other|others|additional|further)$/.test(word(tokens, at))) {
    if (word(tokens, at) === "others") return { ...base, to: at + 1, kind: "persons", noun: "others" };
    at += 1;
  }
  if (word(tokens, at) === "of") {
    at += 1;
    while (OF_FOLLOWERS.has(word(tokens, at))) at += 1;
    if (
      word(tokens, at - 1) === "them" ||
      word(tokens, at - 1) === "these" ||
      word(tokens, at - 1) === "whom"
    )
      return ofThem(analysis, persons, { ...base, to: at });
  }
  const head = headFrom(analysis, persons, at);
  if (head === undefined) return { ...base, to: at > after ? at : after, kind: "bare" };
  const among = word(tokens, head.to) === "among" && word(tokens, head.to + 1) === "them";
  return { ...base, ...head, ...(among ? { part: true } : {}) };
}

/** "four of them children" counts children; "two of them" counts those told before. */
function ofThem(analysis: SentenceAnalysis, persons: Persons, base: Omit<Counted, "kind">): Counted {
  const noun = word(analysis.sentence.tokens, base.to);
  const known = persons.noun(noun);
  if (!known) return { ...base, kind: "bare", part: false };
  const who = known.who && known.who !== "of" ? { who: noun } : {};
  return { ...base, to: base.to + 1, kind: "persons", noun, part: true, ...who };
}

function isFurther(tokens: readonly Token[], at: number): boolean {
  return /^(?:another|further|additional|other)$/.test(word(tokens, at));
}

function isPart(tokens: readonly Token[], from: number): boolean {
  const before = word(tokens, from - 1);
  if (PARTS.has(before)) return true;
  const second = word(tokens, from - 2);
  return (
    (before === "them" && PARTS.has(second)) || (before === "least" && word(tokens, from - 3) === "including")
  );
}

type Head = Pick<Counted, "to" | "kind" | "noun" | "who" | "never">;

/** The last person noun of the words at `at`, over adjectives and names; else the nearest plain noun. */
function headFrom(analysis: SentenceAnalysis, persons: Persons, at: number): Head | undefined {
  const { tokens } = analysis.sentence;
  let found: number | undefined;
  let end = at;
  for (; end < at + 7 && end < tokens.length; end += 1) {
    const token = tokens[end] as Token;
    if (token.lower === "'s" && found !== undefined) {
      found = undefined;
      continue;
    }
    if (token.kind === "punctuation" || STOP.has(token.lower)) break;
    const loss = persons.isLoss(token.lower);
    if (loss ? !isAdjective(analysis, persons, end) : isVerb(analysis, end)) break;
    if (persons.noun(token.lower) || (!loss && isPeople(analysis, token))) found = end;
    else if (found !== undefined) break;
  }
  if (found !== undefined) return person(analysis, persons, { at, found });
  const last = tokens[end - 1];
  if (end === at || !last || last.lower === "own") return undefined;
  const never = persons.isThing(last.lower) ? { never: true as const } : {};
  return { to: end, kind: "thing", noun: last.lower, ...never };
}

/** "two wounded fighters", "72 dead Afghans": a person noun follows at once. */
function isAdjective(analysis: SentenceAnalysis, persons: Persons, at: number): boolean {
  const next = analysis.sentence.tokens[at + 1];
  return next !== undefined && (persons.noun(next.lower) !== undefined || isPeople(analysis, next));
}

function isVerb({ clauses }: SentenceAnalysis, at: number): boolean {
  return clauses.some(({ verb }) => verb !== undefined && verb.from <= at && at < verb.to);
}

/** A people as a plural ("Afghans"), or an actor as its men ("40 Taliban"). */
function isPeople({ places, actors }: SentenceAnalysis, token: Token): boolean {
  const meets = (one: { start: number; end: number }) => one.start < token.end && token.start < one.end;
  if (actors.some(meets)) return true;
  return (
    /^\p{Lu}.*(?:s|ese|ish)$/u.test(token.text) && places.some((one) => one.role === "demonym" && meets(one))
  );
}

function person(
  { sentence: { tokens } }: SentenceAnalysis,
  persons: Persons,
  { at, found }: { at: number; found: number },
): Head {
  const token = tokens[found] as Token;
  const known = persons.noun(token.lower);
  const households = known?.unit === "households";
  let to = found + 1;
  if (known?.who === "of" && word(tokens, to) === "of") {
    let end = to + 1;
    while (end < tokens.length && end < to + 8 && isOfPhrase(tokens, end)) end += 1;
    to = end;
  } else if (
    word(tokens, to) === "of" &&
    /^(?:the|their|a|an)$/.test(word(tokens, to + 1)) &&
    known?.who === "crew"
  ) {
    to = found + 1;
  }
  const plain = known !== undefined && known.who === "" && found === at;
  const words = tokens.slice(at, to);
  const who = plain || households ? undefined : spelled(words);
  return { to, kind: households ? "households" : "persons", noun: token.lower, ...(who ? { who } : {}) };
}

function isOfPhrase(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (token.kind === "punctuation") return false;
  return /^(?:the|a|an|his|their)$/.test(token.lower) || !STOP.has(token.lower);
}

/** The words of tokens as the text has them. */
function spelled(tokens: readonly Token[]): string {
  const first = tokens[0];
  if (!first) return "";
  let text = first.text;
  for (let i = 1; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    text += (token.start > (tokens[i - 1] as Token).end ? " " : "") + token.text;
  }
  return text;
}

const KIN = new Set(
  "father mother brother sister son daughter wife husband uncle aunt cousin grandmother grandfather child baby bodyguard driver".split(
    " ",
  ),
);

/** "a policeman", "an Afghan officer", "his father". */
function* singles(analysis: SentenceAnalysis, persons: Persons): Generator<Counted> {
  const { tokens } = analysis.sentence;
  const count: Count = { low: 1, best: 1, high: 1, quantifier: "exact" };
  for (let at = 0; at < tokens.length - 1; at += 1) {
    const article = word(tokens, at);
    const base = { from: at, number: at, count, part: isPart(tokens, at), single: true };
    if (
      /^(?:his|her|their|my)$/.test(article) &&
      KIN.has(word(tokens, at + 1)) &&
      word(tokens, at + 2) !== "'s"
    )
      yield { ...base, to: at + 2, kind: "persons", noun: word(tokens, at + 1), who: word(tokens, at + 1) };
    if (article !== "a" && article !== "an") continue;
    const behind = /^(?:in|on|at|of|by|with|from|to|near|inside|into|for)$/.test(word(tokens, at - 1));
    const head = headFrom(analysis, persons, at + 1);
    if (!head || head.noun === undefined || isPlural(head.noun)) continue;
    if (head.kind === "persons" && onlyDescribes(analysis, persons, head.to)) continue;
    if (
      head.kind !== "persons" &&
      !(head.kind === "thing" && !behind && /^(?:was|is|has)$/.test(word(tokens, head.to)))
    )
      continue;
    yield { ...base, ...head };
  }
}

/** "a border guard camp", "an Afghan Army base": the person or the force belongs to the noun behind it. */
function onlyDescribes({ sentence, tags, actors }: SentenceAnalysis, persons: Persons, to: number): boolean {
  const last = sentence.tokens[to - 1] as Token;
  const next = sentence.tokens[to];
  if (next === undefined) return false;
  if (actors.some(({ start, end }) => start < last.end && end > next.start)) return true;
  return tags[to]?.tag === "noun" && !persons.isLoss(next.lower);
}

function isPlural(noun: string): boolean {
  return /(?:s|men|people|children|personnel|staff)$/.test(noun) && !/(?:ss|us)$/.test(noun);
}

export function word(tokens: readonly Token[], at: number): string {
  return tokens[at]?.lower ?? "";
}
