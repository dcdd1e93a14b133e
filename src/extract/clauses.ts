import { reduced } from "./reduced.ts";
import type { Grammar, Tagged } from "./tag.ts";
import type { Clause, Token, TokenRange, VerbGroup } from "./types.ts";
import { verbGroups } from "./verb-group.ts";

interface Boundary {
  /** Where the words of the clause before end. */
  readonly end: number;
  /** First word of the subject. */
  readonly start: number;
  readonly opener?: string;
  readonly role: Clause["role"];
  /** "and which": the same noun is described again. */
  readonly coordinated?: boolean;
}

/** One clause for each verb group, in order; a sentence without a verb is one fragment. */
export function clauses(tokens: readonly Token[], tags: readonly Tagged[], grammar: Grammar): Clause[] {
  const groups = verbGroups(tokens, tags, grammar);
  if (groups.length === 0) return tokens.length > 0 ? [{ from: 0, to: tokens.length, role: "fragment" }] : [];
  const found: Clause[] = [];
  const boundaries = groups.map((group, i) => boundary(groups[i - 1], group, tokens, tags, grammar));
  groups.forEach((given, i) => {
    const bound = boundaries[i] as Boundary;
    const to = boundaries[i + 1]?.end ?? tokens.length;
    const resumed = resumes(given, bound, found, tokens);
    const group = resumed ? given : reduced(given, groups[i + 1], { tokens, tags, found, bound });
    if (resumed) found[found.length - 1] = closedAt(found.at(-1) as Clause, group.from);
    const own = trim({ from: resumed ? group.from : bound.start, to: given.from }, tags);
    const clause = clauseOf(group, own, { ...bound, to }, found, tags);
    found.push(resumed ? { ...clause, role: "main", subject: resumed, inherited: true } : clause);
  });
  return found;
}

/**
 * The subject that waited for its verb while a relative or participle clause stood between
 * ("the troops who had guarded the dam fled").
 */
function resumes(
  group: VerbGroup,
  bound: Boundary,
  before: readonly Clause[],
  tokens: readonly Token[],
): TokenRange | undefined {
  const previous = before.at(-1);
  const antecedent = previous?.antecedent;
  if (!antecedent || (previous?.role !== "relative" && previous?.role !== "participle")) return undefined;
  if (group.tense === "participle" || group.tense === "infinitive") return undefined;
  const bare = bound.opener === undefined && bound.role === "content";
  const open = bare || (bound.opener === "," && bound.start >= group.from);
  const taken = before.some(({ verb }) => verb && verb.tense !== "participle" && verb.to <= antecedent.from);
  const opensContent = tokens[antecedent.from - 1]?.lower === "that";
  return open && (opensContent || !taken) ? antecedent : undefined;
}

function closedAt(clause: Clause, to: number): Clause {
  return clause.rest ? { ...clause, to, rest: { from: clause.rest.from, to } } : clause;
}

/** Where the clause of `group` begins, looking at the words since the verb group before it. */
function boundary(
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
  const joint = lastJoint(from, group.from, tokens, tags);
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
    if (tag === "relative" || tag === "that") return i;
    if (tag === "subordinator" && !isTimeOf(i, tokens, grammar)) return i;
    if (tag === "mark" && /^(?:[;:—–(]|--)$/.test(word)) return i;
    if (word === '"' && (i === 0 || /^[,:]$/.test(tokens[i - 1]?.lower ?? ""))) return i;
    if (
      tag === "preposition" &&
      /^(?:after|before|since|until|as|till)$/.test(word) &&
      !commaBetween(i, to, tokens)
    )
      return i;
  }
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

function clauseOf(
  group: VerbGroup,
  own: TokenRange,
  bound: Boundary & { readonly to: number },
  before: readonly Clause[],
  tags: readonly Tagged[],
): Clause {
  const rest = trim({ from: group.to, to: Math.max(group.to, bound.to) }, tags);
  const isParticiple = group.tense === "participle" || group.tense === "infinitive";
  const role: Clause["role"] =
    group.tense === "infinitive"
      ? "purpose"
      : group.tense === "participle" && bound.role !== "time"
        ? "participle"
        : bound.role;
  const base = {
    from: Math.min(bound.start, group.from),
    to: rest.to,
    verb: group,
    rest,
    role,
    ...(bound.opener ? { opener: bound.opener } : {}),
  };
  const antecedent =
    role === "relative" || role === "participle" ? antecedentOf(bound, group, own, before, tags) : undefined;
  const withAntecedent = antecedent ? { ...base, antecedent } : base;
  if (own.to > own.from && !(isParticiple && role !== "time"))
    return { ...withAntecedent, subject: own, ...parentOf(before) };
  const inherited = role === "relative" ? antecedent : inheritedSubject(group, role, antecedent, before);
  return {
    ...withAntecedent,
    ...(inherited ? { subject: inherited, inherited: true as const } : {}),
    ...parentOf(before),
  };
}

function parentOf(before: readonly Clause[]): { readonly parent?: number } {
  return before.length > 0 ? { parent: before.length - 1 } : {};
}

/** The noun phrase that stands before the opener. */
function antecedentOf(
  bound: Boundary,
  group: VerbGroup,
  own: TokenRange,
  before: readonly Clause[],
  tags: readonly Tagged[],
): TokenRange | undefined {
  const again = before.at(-1);
  if (bound.coordinated && again?.role === "relative" && again.antecedent) return again.antecedent;
  const participle = group.tense === "participle";
  if (participle && bound.opener !== undefined && own.to > own.from) return own;
  const end =
    participle && bound.opener === undefined && own.to > own.from ? own.to : Math.min(bound.end, group.from);
  const previous = before.at(-1);
  const from = previous
    ? Math.max(
        previous.rest?.from ?? 0,
        previous.verb && previous.verb.to <= end ? previous.verb.to : (previous.subject?.from ?? 0),
      )
    : 0;
  const start = previous === undefined || from > end ? 0 : from;
  return end > start
    ? described(
        trim({ from: start, to: end }, tags),
        tags,
        bound.end === group.from || tags[bound.end]?.tag !== "mark",
      )
    : previous?.subject;
}

/** Coordinate verbs share the subject; a verb after a closed insertion takes up the noun before it. */
function inheritedSubject(
  group: VerbGroup,
  role: Clause["role"],
  antecedent: TokenRange | undefined,
  before: readonly Clause[],
): TokenRange | undefined {
  if (role === "participle") {
    if (group.voice === "passive" && antecedent) return antecedent;
    return (
      [...before].reverse().find((clause) => clause.role !== "participle" && clause.subject)?.subject ??
      antecedent
    );
  }
  const previous = before.at(-1);
  if (!previous) return undefined;
  const inserted = role === "main" || role === "content";
  if (inserted && (previous.role === "relative" || previous.role === "participle") && previous.antecedent)
    return previous.antecedent;
  return previous.subject;
}

/** "was among the troops who", "in X with the vehicles that": the noun nearest to a relative without a comma. */
function described(range: TokenRange, tags: readonly Tagged[], restrictive: boolean): TokenRange {
  let from = range.from;
  for (let i = range.from; restrictive && i < range.to - 1; i += 1) {
    const tag = tags[i]?.tag;
    if (tag === "preposition" && tags[i]?.isOf !== true) from = i + 1;
    if (tag === "mark") from = i + 1;
  }
  if (from === range.from && tags[from]?.tag === "preposition" && range.to > from + 1) from += 1;
  return { from, to: range.to };
}

function trim(range: TokenRange, tags: readonly Tagged[]): TokenRange {
  let { from, to } = range;
  while (from < to && /^(?:mark|conjunction|adverb)$/.test(tags[from]?.tag ?? "")) from += 1;
  while (to > from && tags[to - 1]?.tag === "mark") to -= 1;
  return { from, to };
}
