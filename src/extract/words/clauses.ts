import type { Clause, Token, TokenRange, VerbGroup } from "../types.ts";
import { type Boundary, boundary } from "./clause-boundary.ts";
import { reduced } from "./reduced.ts";
import type { Grammar, Tagged } from "./tag.ts";
import { verbGroups } from "./verb-group.ts";

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
    const describes = !resumed && group !== given && bound.opener === undefined && found.length > 0;
    if (resumed || describes) found[found.length - 1] = closedAt(found.at(-1) as Clause, group.from);
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
  if (group.tense === "participle" || group.tense === "infinitive") return undefined;
  const closed = bound.opener === "," && bound.start >= group.from;
  const bare = bound.opener === undefined && bound.role === "content";
  const previous = closed || bare ? insertion(before) : before.at(-1);
  const antecedent = previous?.antecedent;
  if (!antecedent || (previous?.role !== "relative" && previous?.role !== "participle")) return undefined;
  const open = bare || closed;
  const taken = before.some(({ verb }) => verb && verb.tense !== "participle" && verb.to <= antecedent.from);
  const opensContent = tokens[antecedent.from - 1]?.lower === "that";
  if (!open || (taken && !opensContent)) return undefined;
  const outer = before[before.indexOf(previous) - 1]?.verb;
  const start = outer === undefined ? 0 : opensContent ? antecedent.from : undefined;
  return start === undefined ? antecedent : { from: start, to: antecedent.to };
}

/** The relative clause that a comma closes, with what hangs on it ("X, whose walls fell when they came, is lost"). */
function insertion(before: readonly Clause[]): Clause | undefined {
  let at = before.length - 1;
  while (at > 0 && HANGS.test(before[at]?.role ?? "")) at -= 1;
  return before[at];
}

const HANGS = /^(?:time|purpose|content)$/;

function closedAt(clause: Clause, to: number): Clause {
  return clause.rest ? { ...clause, to, rest: { from: clause.rest.from, to } } : clause;
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
  const timed = role === "coordinate" && isTimeAlone(own, tags);
  if (own.to > own.from && !timed && !(isParticiple && role !== "time"))
    return { ...withAntecedent, subject: own, ...parentOf(before) };
  const inherited = role === "relative" ? antecedent : inheritedSubject(group, role, antecedent, before);
  return {
    ...withAntecedent,
    ...(inherited ? { subject: inherited, inherited: true as const } : {}),
    ...parentOf(before),
  };
}

/** "swept into X and by morning held Y": a preposition and its noun are no subject. */
function isTimeAlone({ from, to }: TokenRange, tags: readonly Tagged[]): boolean {
  if (tags[from]?.tag !== "preposition" || to - from < 2) return false;
  const words = tags.slice(from + 1, to).map(({ tag }) => tag);
  return words.pop() === "noun" && words.every((tag) => /^(?:determiner|adjective|number)$/.test(tag));
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
  if (participle && bound.opener === "," && isSecondInsertion(again, tags)) return again?.antecedent;
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

/** "X, backed by Y, pressing north, took Z": both participles describe X. */
function isSecondInsertion(again: Clause | undefined, tags: readonly Tagged[]): boolean {
  const opens = again?.verb && tags[again.verb.from - 1]?.tag === "mark";
  return again?.role === "participle" && opens === true;
}

/** Verbs whose object does what the infinitive tells ("allowing troops to take it"). */
const OBJECT_ACTS =
  /^(?:allow|enable|force|order|tell|urge|ask|permit|help|lead|prompt|cause|expect|want|warn|let|compel)$/;

/** "Rebels entered X, officials said, after taking Y": the subject of what is told, not of who tells. */
function beforeTelling(before: readonly Clause[]): Clause | undefined {
  const last = before.at(-1);
  const inserted = last?.verb?.lemma === "say" && before.length > 1 && last.role !== "content";
  return inserted ? before.at(-2) : last;
}

/** Coordinate verbs share the subject; a verb after a closed insertion takes up the noun before it. */
function inheritedSubject(
  group: VerbGroup,
  role: Clause["role"],
  antecedent: TokenRange | undefined,
  before: readonly Clause[],
): TokenRange | undefined {
  if (role === "participle") {
    const sent = before.at(-1);
    if (sent?.verb?.lemma === "send" && sent.rest && sent.rest.to === group.from) return sent.rest;
    if (group.voice === "passive" && antecedent) return antecedent;
    return (
      [...before].reverse().find((clause) => clause.role !== "participle" && clause.subject)?.subject ??
      antecedent
    );
  }
  const previous = role === "time" && group.tense === "participle" ? beforeTelling(before) : before.at(-1);
  if (!previous) return undefined;
  if (
    role === "purpose" &&
    previous.rest &&
    previous.rest.to > previous.rest.from &&
    OBJECT_ACTS.test(previous.verb?.lemma ?? "")
  )
    return previous.rest;
  const inserted = role === "main" || role === "content";
  if (inserted && (previous.role === "relative" || previous.role === "participle") && previous.antecedent)
    return previous.antecedent;
  return previous.subject;
}

/**
 * "was among the troops who", "in X with the vehicles that": the noun nearest to a relative without a comma. A name needs no
 * such clause, so that "the town in Cabo Delgado that" goes on about the town.
 */
function described(range: TokenRange, tags: readonly Tagged[], restrictive: boolean): TokenRange {
  let from = range.from;
  let outer = range.from;
  for (let i = range.from; restrictive && i < range.to - 1; i += 1) {
    const tag = tags[i]?.tag;
    const opens = tag === "mark" || (tag === "preposition" && tags[i]?.isOf !== true);
    if (!opens) continue;
    if (from === range.from || tags[from]?.tag !== "name") outer = from;
    from = i + 1;
  }
  if (tags[from]?.tag === "name" && tags[from - 1]?.tag === "preposition") from = outer;
  const named =
    tags[from]?.tag === "determiner" && tags[from - 1]?.tag === "mark" && tags[from - 2]?.tag === "name";
  if (named && restrictive) from = nameStart(from - 2, range.from, tags);
  for (let i = from; i < range.to - 1; i += 1) if (tags[i]?.tag === "that") from = i + 1;
  if (from === range.from && tags[from]?.tag === "preposition" && range.to > from + 1) from += 1;
  return { from, to: range.to };
}

function nameStart(at: number, floor: number, tags: readonly Tagged[]): number {
  let from = at;
  while (from > floor && tags[from - 1]?.tag === "name") from -= 1;
  return from;
}

function trim(range: TokenRange, tags: readonly Tagged[]): TokenRange {
  let { from, to } = range;
  while (from < to && /^(?:mark|conjunction|adverb)$/.test(tags[from]?.tag ?? "")) from += 1;
  while (to > from && tags[to - 1]?.tag === "mark") to -= 1;
  return { from, to };
}
