import type { Clause, TokenRange, VerbGroup } from "../../types.ts";
import { phraseAt, prepositionIn } from "../../words/noun-phrase.ts";
import { wordAt } from "../../words/view.ts";
import type { VerbFrame } from "../control-lexicon.ts";
import type { Reading } from "./frame.ts";

export type VerbClause = Clause & { readonly verb: VerbGroup };
/** The words that stand in a role of the frame, "subject", "object" or behind a preposition. */
export type SlotReader = (name: string) => TokenRange | undefined;

export interface After {
  /** Words that had to follow; empty range when none had to. */
  readonly with: TokenRange;
  /** Where the object begins. */
  readonly object: number;
}

/** Where the words that the frame asks for stand: directly, after adverbs and adjectives, or after a short object. */
export function followed({ view }: Reading, clause: VerbClause, frame: VerbFrame): After | undefined {
  const from = clause.verb.to;
  const to = clause.rest?.to ?? from;
  for (const way of frame.with) {
    if (way.length === 0) return { with: { from, to: from }, object: from };
    const reach = Math.min(to, from + (way.length > 1 ? 5 : 8));
    for (let at = from; at < reach; at += 1) {
      const matched = matchWay(view, way, at, to);
      if (matched === undefined) {
        if (/^(?:,|and|;)$/.test(wordAt(view, at))) break;
        continue;
      }
      const object = at === from || way.length > 1 ? matched : from;
      return { with: { from: at, to: matched }, object };
    }
  }
  return undefined;
}

/** The words of the way in order, with determiners, adjectives and owners between ("into the rebels' hands of"). */
function matchWay(view: Reading["view"], way: readonly string[], at: number, to: number): number | undefined {
  if (wordAt(view, at) !== way[0]) return undefined;
  let i = at + 1;
  for (const word of way.slice(1)) {
    let gap = 0;
    while (wordAt(view, i) !== word && gap < 2 && i < to) {
      i += 1;
      gap += 1;
    }
    if (wordAt(view, i) !== word) return undefined;
    i += 1;
  }
  return i <= to ? i : undefined;
}

export interface Roles {
  readonly subject: TokenRange | undefined;
  readonly object: TokenRange | undefined;
}

export function rolesOf({ view }: Reading, clause: VerbClause, after: After): Roles {
  const rest = clause.rest ?? { from: clause.verb.to, to: clause.verb.to };
  if (clause.verb.voice === "passive") {
    const by = prepositionIn(view, rest, ["by"]);
    return {
      subject: by === undefined ? undefined : { from: by + 1, to: rest.to },
      object: clause.subject && behindPreposition(view, clause.subject),
    };
  }
  const told = clause.role === "relative" || clause.role === "participle";
  const subject =
    clause.subject && told
      ? behindPreposition(view, wholeNoun(view, clause, clause.subject))
      : clause.subject;
  const antecedent = relativeOf(view, clause);
  const open =
    antecedent !== undefined &&
    (view.dayAt(after.object) !== undefined || !phraseAt(view, after.object, rest.to));
  return {
    subject,
    object: open ? antecedent : { from: after.object, to: rest.to },
  };
}

/** What "which" stands for, where it may be the object: of the clause, or of its infinitive ("which they continue to hold"). */
function relativeOf(view: Reading["view"], clause: VerbClause): TokenRange | undefined {
  if (clause.role === "relative") return clause.inherited ? undefined : clause.antecedent;
  const outer = clause.parent === undefined ? undefined : view.analysis.clauses[clause.parent];
  const near = outer?.verb !== undefined && outer.verb.to === clause.verb.from;
  return clause.verb.tense === "infinitive" && near && outer.role === "relative" && !outer.inherited
    ? outer.antecedent
    : undefined;
}

/**
 * "a town in X that fell", "Y, 10 km north of X, which fell": the relative describes the place that X only helps to find;
 * the range then begins with that.
 */
function wholeNoun(view: Reading["view"], { role, inherited }: VerbClause, given: TokenRange): TokenRange {
  const { from, to } = given;
  const placed = view.placeAt(to - 1) !== undefined || view.placeAt(to - 2) !== undefined;
  const describes = role === "relative" && inherited === true && placed;
  if (!describes || !/^(?:in|near|outside|of)$/.test(wordAt(view, from - 1))) return given;
  const before = wordAt(view, from - 2);
  const finds = wordAt(view, from - 1) === "of" ? /^(?:north|south|east|west)/.test(before) : true;
  const level = view.placeNouns.get(before)?.level;
  if (!finds || (level === undefined && view.placeAt(from - 2) === undefined)) return given;
  let start = from - 2;
  while (
    start > 0 &&
    /^(?:name|noun|adjective|determiner|number|possessive)$/.test(view.tags[start - 1]?.tag ?? "")
  )
    start -= 1;
  return { from: start, to };
}

/** "In X, captured on Thursday, …": the noun that is described stands behind a preposition. */
function behindPreposition(view: Reading["view"], { from, to }: TokenRange): TokenRange {
  const opens = view.tags[from]?.tag === "preposition" && !view.dayAt(from + 1);
  return opens && view.placeAt(from + 1) && !hasComma(view, from, to) ? { from: from + 1, to } : { from, to };
}

function hasComma(view: Reading["view"], from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (wordAt(view, i) === ",") return true;
  return false;
}

export function slotOf(
  { view }: Reading,
  clause: VerbClause,
  roles: Roles,
  after: After,
  name: string,
): TokenRange | undefined {
  if (name === "subject") return roles.subject;
  if (name === "object") return roles.object;
  const rest = clause.rest ?? { from: clause.verb.to, to: clause.verb.to };
  const words = name.split(" ");
  const last = words.at(-1) ?? "";
  if (wordAt(view, after.with.to - 1) === last && after.with.to > after.with.from) {
    const told = { from: after.with.to, to: rest.to };
    const stranded = clause.role === "relative" && !clause.inherited && !phraseAt(view, told.from, told.to);
    return stranded ? clause.antecedent : told;
  }
  for (const range of clause.verb.voice === "passive" && clause.subject ? [rest, clause.subject] : [rest]) {
    const at = prepositionIn(view, range, [last]);
    if (at === undefined || (words.length > 1 && wordAt(view, at - 1) !== words[0])) continue;
    return { from: at + 1, to: range.to };
  }
  return undefined;
}
