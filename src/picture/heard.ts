import type { DayNumber } from "./day-number.ts";
import { type Evidence, isFirm } from "./evidence.ts";
import { independent, toCompare } from "./independence.ts";

/** What the voices that carry an answer amount to; grows with each of them and is never counted again from the first. */
export interface Heard {
  /** Somebody speaks firmly, be it only of fighters inside. */
  readonly firm: boolean;
  readonly admitted: boolean;
  readonly own: boolean;
  readonly neutral: boolean;
  /** A neutral voice of a source graded A or B. */
  readonly reliable: boolean;
  /** Two independent neutral voices. */
  readonly two: boolean;
  /** The last day that a neutral voice speaks of or on. */
  readonly lastNeutral: DayNumber;
  /** Neutral voices that the next one is compared with, while there are no two. */
  readonly compared: readonly Evidence[];
}

export const NOTHING_HEARD: Heard = {
  firm: false,
  admitted: false,
  own: false,
  neutral: false,
  reliable: false,
  two: false,
  lastNeutral: Number.NEGATIVE_INFINITY,
  compared: [],
};

export function hearing(heard: Heard, one: Evidence): Heard {
  switch (one.interest) {
    case "against":
      return heard.admitted ? heard : { ...heard, firm: true, admitted: true };
    case "own":
      return heard.own ? heard : { ...heard, own: true };
    case "rumour":
      return heard;
    case "neutral":
      return hearingNeutral(heard, one);
  }
}

function hearingNeutral(heard: Heard, one: Evidence): Heard {
  const two = heard.two || heard.compared.some((other) => independent(one, other));
  return {
    ...heard,
    firm: true,
    neutral: true,
    reliable: heard.reliable || one.reliability === "A" || one.reliability === "B",
    two,
    lastNeutral: Math.max(heard.lastNeutral, one.last, one.published),
    compared: two ? [] : toCompare(heard.compared, one),
  };
}

/** Fighters told to be inside say nothing of who has the place, but somebody said it. */
export function hearingOfFight(heard: Heard, one: Evidence): Heard {
  return heard.firm || !isFirm(one) ? heard : { ...heard, firm: true };
}
