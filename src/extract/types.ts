import type { ActorMention, Actors } from "../actors/types.ts";
import type { ClaimContent, Count, Speaker, Stage, Valid } from "../domain/claim.ts";
import type { Day } from "../domain/day.ts";
import type { ActorId, CountryCode } from "../domain/ids.ts";
import type { Report } from "../domain/report.ts";
import type { Span } from "../domain/span.ts";
import type { Gazetteer, ToponymMention } from "../gazetteer/types.ts";
import type { Tagged } from "./words/tag.ts";

/** A word, number or mark with its place in the report's text. `lower` folds case and typographic quotation marks. */
export interface Token extends Span {
  readonly text: string;
  readonly lower: string;
  readonly kind: "word" | "number" | "punctuation";
}

/** Half-open range of token indices within one sentence. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

export type SentenceKind = "prose" | "headline" | "list" | "dateline" | "caption" | "noise";

export interface Sentence extends Span {
  readonly index: number;
  readonly paragraph: number;
  readonly kind: SentenceKind;
  readonly tokens: readonly Token[];
}

/** Words that tell a day, resolved against the day of publication. */
export interface DayMention extends Span {
  readonly text: string;
  readonly valid: Valid;
  /** `since`: the words open an interval ("since Sunday", "since the start of the year"); `until`: they close one. */
  readonly bound?: "since" | "until";
  /** "three days after X": it dates X, which follows, and not what stands before it. */
  readonly datesNext?: true;
}

/** A number with its quantifier, without its noun. `unit` where a sign or word joined to it tells one. */
export interface NumberMention extends Span {
  readonly text: string;
  readonly count: Count;
  readonly unit?:
    | "per-cent"
    | "fraction"
    | "distance"
    | "time-of-day"
    | "year"
    | "age"
    | "ordinal"
    | "money"
    | "weapon"
    | "date"
    | "duration"
    | "measure"
    | "name";
}

export interface VerbGroup extends TokenRange {
  /** Index of the token that carries the meaning. */
  readonly head: number;
  /** Base form as in `data/lexicon`, where known; else the lower-case word. */
  readonly lemma: string;
  readonly voice: "active" | "passive";
  readonly tense: "past" | "present" | "future" | "perfect" | "past-perfect" | "participle" | "infinitive";
  /** "could", "may", "would", "must", "plan to", "try to", "threaten to" … as a word of the lexicon. */
  readonly modality?: string;
  readonly progressive: boolean;
  readonly negated: boolean;
}

/** One verb group with what belongs to it; or, without a verb, a nominal event or a bare list line. */
export interface Clause extends TokenRange {
  readonly verb?: VerbGroup;
  readonly subject?: TokenRange;
  /** Everything between the verb group and the clause's end. */
  readonly rest?: TokenRange;
  readonly role:
    | "main"
    | "coordinate"
    | "content"
    | "relative"
    | "participle"
    | "condition"
    | "purpose"
    | "time"
    | "fragment";
  /** Index of the clause that this one hangs on, within the sentence. */
  readonly parent?: number;
  /** The noun that a relative or participle clause describes. */
  readonly antecedent?: TokenRange;
  /** The subject is not in the clause itself but taken over from another. */
  readonly inherited?: true;
  /** The word that opens the clause ("if", "which", "and", "that"). */
  readonly opener?: string;
}

/** Some words of a sentence are told from somebody. */
export interface Attribution {
  /** The words told. */
  readonly content: Span;
  readonly speaker: Speaker;
  /** The actor for whom he speaks, where the words name it; else his camp alone is known. */
  readonly own?: ActorId;
  readonly via?: string;
  /** How it is told: `admit` and `deny` as the reporting word says; `doubt` for "unverified", "could not be confirmed". */
  readonly manner: "say" | "claim" | "admit" | "deny" | "doubt";
  /** The report says that the figures told could not be verified; the rest of the content stands. */
  readonly figuresDoubted?: true;
}

/** One sentence with everything found in it; what each claim finder reads. */
export interface SentenceAnalysis {
  readonly sentence: Sentence;
  /** One for each token of the sentence. */
  readonly tags: readonly Tagged[];
  readonly places: readonly ToponymMention[];
  readonly actors: readonly ActorMention[];
  readonly days: readonly DayMention[];
  readonly numbers: readonly NumberMention[];
  readonly clauses: readonly Clause[];
  readonly attributions: readonly Attribution[];
}

export interface ReportAnalysis {
  readonly report: Report;
  readonly sentences: readonly SentenceAnalysis[];
  /** Countries that the report is about, the main one first. */
  readonly countries: readonly CountryCode[];
  readonly publishedOn?: Day;
  readonly gazetteer: Gazetteer;
  readonly actors: Actors;
}

type Settled =
  | "report"
  | "reportRef"
  | "quote"
  | "valid"
  | "speaker"
  | "via"
  | "stance"
  | "stage"
  | "extractor"
  | "basis";
type WithoutSettled<T> = T extends unknown ? Omit<T, Settled> : never;

/**
 * What a claim finder hands on: the kind's own fields and the place; who says it, when and at what stage
 * is settled for all kinds alike afterwards (`settle.ts`), unless the draft gives it.
 */
export type Draft = WithoutSettled<ClaimContent> & {
  /** The clause or noun phrase that says it, as short as it can be and still say it. */
  readonly quote: Span;
  /** The event word; tells which attribution and day govern the draft. */
  readonly trigger: Span;
  readonly sentence: number;
  /** Index into the sentence's clauses. */
  readonly clause?: number;
  readonly basis: string;
  readonly stage?: Stage;
  readonly valid?: Valid;
  /** Somebody is told who does it, but not who he is: nobody may be presumed in his place. */
  readonly actorUntold?: true;
  /** The text denies the content ("has not fallen"). */
  readonly negated?: true;
};

/** An event word that was seen and made no claim. */
export interface PassedOver {
  readonly span: Span;
  readonly text: string;
  readonly why: string;
}

/** One finder per kind of claim. What it sees and leaves it may hand on too, for `--explain`. */
export type Finder = (sentence: SentenceAnalysis, report: ReportAnalysis) => readonly (Draft | PassedOver)[];
