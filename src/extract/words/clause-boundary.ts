import type { Clause, Token, VerbGroup } from "../types.ts";
import type { Grammar, Tagged } from "./tag.ts";

export interface Boundary {
  /** Where the words of the clause before end. */
  readonly end: number;
  /** First word of the subject. */
  readonly start: number;
  readonly opener?: string;
  readonly role: Clause["role"];
  /** "and which": the same noun is described again. */
  readonly coordinated?: boolean;
}

/** Where the clause of `group` begins, looking at the words since the verb group before it. */
export function boundary(
  before: VerbGroup | undefined,
  group: VerbGroup,
  tokens: readonly Token[],
  tags: readonly Tagged[],
  grammar: Grammar,
): Boundary {
  const from = before?.to ?? 0;
  const opener = lastOpener(from, group.from, tags, tokens, grammar);
  if (opener !== undefined) return opened(opener, before, tokens, tags, grammar);
  if (before === undefined) return { end: from, start: from, role: roleOf(group, undefined) };
  const listed = grammar.words.has("telling-verb", before.lemma) && isNamesOnly(from, group.from, tags);
  const joint =
    listed || isBackers(before, group, tokens, tags) ? undefined : lastJoint(from, group.from, tokens, tags);
  if (joint !== undefined) {
    const word = (tokens[joint] as Token).lower;
    const coordinate = tags[joint]?.tag === "conjunction";
    const comma = tokens[joint - 1]?.lower === "," ? joint - 1 : joint;
    return {
      end: comma,
      start: joint + 1,
      opener: word,
      role: coordinate ? roleOf(group, "coordinate") : roleOf(group, undefined),
    };
  }
  const end = bareEnd(before, group, tags);
  return { end, start: end, role: roleOf(group, "content") };
}

/** "Rebels backed by Rwandan and Ugandan troops captured": both stand behind the rebels. */
function isBackers(
  before: VerbGroup,
  group: VerbGroup,
  tokens: readonly Token[],
  tags: readonly Tagged[],
): boolean {
  const bare = before.from === before.head && tags[before.head]?.verb?.shape === "past-participle";
  return (
    bare &&
    tokens[before.to]?.lower === "by" &&
    tags[before.to + 1]?.tag === "name" &&
    tags[before.to + 2]?.tag === "conjunction" &&
    isNamesOnly(before.to + 1, group.from, tags)
  );
}

/** "said (the villages of A, B and C had fallen)": the commas part names of one subject. */
function isNamesOnly(from: number, to: number, tags: readonly Tagged[]): boolean {
  if (!/^(?:determiner|name)$/.test(tags[from]?.tag ?? "")) return false;
  return tags
    .slice(from, to)
    .every(
      ({ tag, isOf }) =>
        isOf || /^(?:determiner|possessive|name|noun|number|adjective|conjunction|mark)$/.test(tag),
    );
}

/** The last word that can only open a clause, with what stands before the verb group. */
function lastOpener(
  from: number,
  to: number,
  tags: readonly Tagged[],
  tokens: readonly Token[],
  grammar: Grammar,
): number | undefined {
  for (let i = to - 1; i >= from; i -= 1) {
    const tag = tags[i]?.tag;
    const word = (tokens[i] as Token).lower;
    const opening = word === ")" ? openingOf(i, from, tokens) : undefined;
    if (opening !== undefined) {
      i = opening;
      continue;
    }
    const inserted = i === to - 1 && DASH.test(word) ? dashBefore(i, from, tokens) : undefined;
    if (inserted !== undefined) {
      i = inserted;
      continue;
    }
    if (tag === "relative" || tag === "that") return i;
    const preposed = PREPOSED.test(word) && commaBetween(i, to, tokens) && !isAsNamed(i, to, tokens);
    if (tag === "subordinator" && !preposed && !isTimeOf(i, tokens, grammar)) return i;
    if (tag === "mark" && /^(?:[;:—–(]|--)$/.test(word)) return i;
    if (word === '"' && (i === 0 || /^[,:]$/.test(tokens[i - 1]?.lower ?? ""))) return i;
    if (tag === "preposition" && PREPOSED.test(word) && !preposed) return i;
  }
  return undefined;
}

/** Words that open a clause or only a phrase, which a comma then closes ("X, the largest city before the war, fell"). */
const PREPOSED = /^(?:after|before|since|until|as|till)$/;

/** "as a rebel group, the Front, took Z": the name between the commas is the subject of what "as" opens. */
function isAsNamed(at: number, to: number, tokens: readonly Token[]): boolean {
  if (tokens[at]?.lower !== "as" || !/^an?$/.test(tokens[at + 1]?.lower ?? "")) return false;
  const commas = tokens.slice(at, to).filter(({ lower }) => lower === ",").length;
  return commas === 2 && tokens[to - 1]?.lower === ",";
}

const DASH = /^(?:—|–|--)$/;

/** "Three villages – A, B and C – were taken": what stands between the dashes belongs to the subject. */
function dashBefore(at: number, from: number, tokens: readonly Token[]): number | undefined {
  for (let i = at - 1; i >= from; i -= 1) if (DASH.test(tokens[i]?.lower ?? "")) return i;
  return undefined;
}

/** Where the bracket opens that closes at `at`, if that is after `from`: what it holds belongs to the word before it. */
function openingOf(at: number, from: number, tokens: readonly Token[]): number | undefined {
  for (let i = at - 1; i >= from; i -= 1) if (tokens[i]?.lower === "(") return i;
  return undefined;
}

/** "since Thursday": a preposition before a day, though it might open a clause. */
function isTimeOf(at: number, tokens: readonly Token[], { words }: Grammar): boolean {
  if (!/^(?:since|until|till|before|after)$/.test(tokens[at]?.lower ?? "")) return false;
  const next = tokens[at + 1];
  const second = tokens[at + 2]?.lower ?? "";
  if (!next) return false;
  return (
    next.kind === "number" ||
    words.has("calendar", next.lower) ||
    (/^(?:late|early|last|mid|the)$/.test(next.lower) && words.has("calendar", second))
  );
}

function commaBetween(from: number, to: number, tokens: readonly Token[]): boolean {
  for (let i = from; i < to; i += 1)
    if (tokens[i]?.lower === "," && !isSoft(i, from, to, tokens)) return true;
  return false;
}

function opened(
  at: number,
  before: VerbGroup | undefined,
  tokens: readonly Token[],
  tags: readonly Tagged[],
  grammar: Grammar,
): Boundary {
  const telling = before !== undefined && grammar.words.has("telling-verb", before.lemma);
  const opener = (tokens[at] as Token).lower;
  const preceding = tokens[at - 1]?.lower;
  const end = preceding === "," || preceding === "in" ? at - 1 : at;
  const mark = tags[at]?.tag === "mark";
  const role = mark ? "main" : openedRole(opener, tags[at] as Tagged, tags[at - 1], grammar, telling);
  const coordinated = tags[at - 1]?.tag === "conjunction";
  return { end: coordinated ? at - 1 : end, start: at + 1, opener, role, coordinated };
}

function openedRole(
  opener: string,
  tag: Tagged,
  before: Tagged | undefined,
  { words }: Grammar,
  telling: boolean,
): Clause["role"] {
  if (tag.tag === "that")
    return !telling && (before?.tag === "noun" || before?.tag === "name") ? "relative" : "content";
  if (words.has("condition", opener) || opener === "whether") return "condition";
  if (tag.tag === "relative" && opener !== "when") return "relative";
  if (words.has("time", opener)) return "time";
  return tag.tag === "subordinator" ? "time" : "main";
}

/** The conjunction or comma that parts two clauses; ", and" first, then "and", then a comma. */
function lastJoint(
  from: number,
  to: number,
  tokens: readonly Token[],
  tags: readonly Tagged[],
): number | undefined {
  let conjunction: number | undefined;
  let comma: number | undefined;
  for (let i = to - 1; i >= from; i -= 1) {
    const word = (tokens[i] as Token).lower;
    const opening = word === ")" ? openingOf(i, from, tokens) : undefined;
    if (opening !== undefined) {
      i = opening;
      continue;
    }
    if (tags[i]?.tag === "conjunction") {
      if (tokens[i - 1]?.lower === ",") return i;
      if (tokens[i + 1]?.lower === "," && isSoft(i + 1, from, to, tokens)) continue;
      conjunction ??= i;
    } else if ((word === "," || word === ")") && !isSoft(i, from, to, tokens)) comma ??= i;
  }
  if (conjunction !== undefined && comma !== undefined && comma > conjunction) return comma;
  return conjunction ?? comma;
}

const TIME_WORDS =
  /^(?:later|earlier|before|after|hours?|days?|weeks?|months?|minutes?|time|second|third|too|again|meanwhile|however|moreover|therefore)$/;

/** One of two commas around a few words that only tell a time or join ("and, hours later, B"). */
function isSoft(at: number, from: number, to: number, tokens: readonly Token[]): boolean {
  const isTime = (a: number, b: number) => {
    for (let i = a; i < b; i += 1) if (TIME_WORDS.test(tokens[i]?.lower ?? "")) return true;
    return false;
  };
  for (let i = at + 1; i < Math.min(at + 9, to); i += 1)
    if (tokens[i]?.lower === ",") return tokens[at - 1]?.lower === "and" && isTime(at, i);
  for (let i = at - 1; i > Math.max(at - 9, from); i -= 1)
    if (tokens[i]?.lower === ",") return tokens[i - 1]?.lower === "and" && isTime(i, at);
  return false;
}

/** Without any mark between two verb groups: after the first noun phrase, or directly after the verb that tells. */
function bareEnd(before: VerbGroup, group: VerbGroup, tags: readonly Tagged[]): number {
  if (group.tense === "infinitive" || group.tense === "participle") return group.from;
  return before.to < group.from && tags[group.from - 1]?.tag === "mark" ? group.from : before.to;
}

function roleOf(group: VerbGroup, otherwise: Clause["role"] | undefined): Clause["role"] {
  if (group.tense === "infinitive") return "purpose";
  if (group.tense === "participle") return "participle";
  return otherwise ?? "main";
}
