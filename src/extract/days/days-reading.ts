import type { Day } from "../../domain/day.ts";
import type { Interval } from "./days-calendar.ts";

/** What resolves a phrase besides its own words. */
export interface DayContext {
  readonly publishedOn?: Day;
  /** The day told last before it: "the previous day" counts from here. */
  readonly anchor?: Day;
  /** The day or month told right before it: "October 2014, a month after". */
  readonly beside?: Day;
  /** The words before it speak of what is to come. */
  readonly future: boolean;
}

/** A phrase of time, found but not yet resolved. */
export interface DayPhrase {
  readonly start: number;
  readonly end: number;
  readonly bound?: "since" | "until";
  /** Undefined: the context does not suffice. */
  readonly resolve: (context: DayContext) => Interval | undefined;
  /** Later phrases such as "the same day" may count from it. */
  readonly anchors: boolean;
  /** It dates only the words after it: "three days after X". */
  readonly datesNext?: true;
}

/** Words that a keyword was found in, with the keyword's place in them. */
export interface Hit {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

const WINDOW = 48;

/** Matches `pattern`, which must end in `$`, against the words directly before the keyword. */
export function before(hit: Hit, pattern: RegExp): RegExpExecArray | null {
  return pattern.exec(hit.text.slice(Math.max(0, hit.start - WINDOW), hit.start));
}

/** Matches `pattern`, which must begin with `^`, against the words directly after the keyword. */
export function after(hit: Hit, pattern: RegExp): RegExpExecArray | null {
  return pattern.exec(hit.text.slice(hit.end, hit.end + WINDOW));
}

/** The phrase around a hit with the words `[before, after]` it taken in. */
export function phrase(
  hit: Hit,
  [lead, tail]: readonly [lead: string | undefined, tail: string | undefined],
  resolve: DayPhrase["resolve"],
  anchors = true,
): DayPhrase {
  return {
    start: hit.start - (lead ?? "").trimStart().length,
    end: hit.end + (tail ?? "").trimEnd().length,
    resolve,
    anchors,
  };
}
