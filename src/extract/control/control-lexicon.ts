import { CONTROL_CHANGES, type ControlChange } from "../../domain/claim.ts";
import { type LexiconTexts, parseRows } from "../words/lexicon.ts";

/** `handed`: gained by whom it goes to, or lost by the giver when that is not told. */
export type LexicalChange = ControlChange | "handed";

export interface VerbFrame {
  readonly lemma: string;
  /** Ways to go on after the verb; one empty way when nothing has to follow. */
  readonly with: readonly (readonly string[])[];
  readonly change: LexicalChange;
  readonly actor: Slot;
  readonly place: readonly Slot[];
  readonly other: Slot;
  /** The change, told of the subject, when an actor is the subject. */
  readonly agent?: ControlChange;
  readonly guard: string;
}

/** "subject", "object", or a preposition; "" for none. */
export type Slot = string;

export interface NounFrame {
  readonly noun: string;
  readonly change: LexicalChange;
  readonly place: readonly string[];
  readonly actor: readonly string[];
  readonly other: readonly string[];
  readonly guard: string;
}

export interface ControlLexicon {
  /** Frames by lemma, those with most following words first. */
  readonly verbs: ReadonlyMap<string, readonly VerbFrame[]>;
  readonly nouns: ReadonlyMap<string, NounFrame>;
  /** Change by "verb phrase" ("be grip"); the verb is empty for a bare phrase. */
  readonly states: ReadonlyMap<string, ControlChange>;
  /** What a governing word makes of an event: a stage, "negated" or "denied". */
  readonly stages: ReadonlyMap<string, string>;
}

export function parseControlLexicon(texts: LexiconTexts): ControlLexicon {
  const verbs = new Map<string, VerbFrame[]>();
  for (const row of parseRows(texts["control-verbs"] ?? "")) {
    const frame = toVerbFrame(row);
    verbs.set(frame.lemma, [...(verbs.get(frame.lemma) ?? []), frame]);
  }
  for (const frames of verbs.values()) frames.sort((a, b) => longest(b) - longest(a));
  const nouns = parseRows(texts["control-nouns"] ?? "").map(toNounFrame);
  const states = parseRows(texts["control-states"] ?? "").map(
    (row) => [`${row.verb} ${row.phrase}`, toChange(row.change)] as const,
  );
  const stages = parseRows(texts.stages ?? "").map((row) => [row.word ?? "", row.stage ?? ""] as const);
  return {
    verbs,
    nouns: new Map(nouns.map((one) => [one.noun, one])),
    states: new Map(states),
    stages: new Map(stages),
  };
}

function longest(frame: VerbFrame): number {
  return Math.max(...frame.with.map((way) => way.length));
}

function toVerbFrame(row: Readonly<Record<string, string>>): VerbFrame {
  const change = row.change === "handed" ? "handed" : toChange(row.change);
  return {
    lemma: row.lemma ?? "",
    with: (row.with ?? "").split("|").map((way) => way.split(" ").filter(Boolean)),
    change,
    actor: row.actor ?? "",
    place: alternatives(row.place),
    other: row.other ?? "",
    ...(row.agent ? { agent: toChange(row.agent) } : {}),
    guard: row.guard ?? "",
  };
}

function toNounFrame(row: Readonly<Record<string, string>>): NounFrame {
  return {
    noun: row.noun ?? "",
    change: row.change === "handed" ? "handed" : toChange(row.change),
    place: alternatives(row.place),
    actor: alternatives(row.actor),
    other: alternatives(row.other),
    guard: row.guard ?? "",
  };
}

function alternatives(cell: string | undefined): string[] {
  return (cell ?? "").split("|").filter(Boolean);
}

function toChange(cell: string | undefined): ControlChange {
  const change = CONTROL_CHANGES.find((one) => one === cell);
  if (!change) throw new Error(`the control lexicon has a change that is none: "${cell}"`);
  return change;
}
