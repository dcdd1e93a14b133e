import type { ActorRef, ControlChange, Extent, Valid } from "../../../domain/claim.ts";
import type { ClaimPlace } from "../../../domain/place.ts";
import type { Focus } from "../../places/discourse.ts";
import type { PlaceArgument } from "../../places/place-of.ts";
import type { TokenRange } from "../../types.ts";
import type { View } from "../../words/view.ts";
import type { ControlLexicon } from "../control-lexicon.ts";
import type { Staged } from "../stage.ts";

/** What the frames read besides the sentence. */
export interface Reading {
  readonly view: View;
  readonly lexicon: ControlLexicon;
  readonly focus: Focus;
}

/** An event of control with its roles filled, before speaker and day. */
export interface ControlEvent {
  readonly change: ControlChange;
  readonly place?: ClaimPlace;
  readonly extent?: Extent;
  readonly actor?: ActorRef;
  readonly other?: ActorRef;
  /** Somebody does it whom the report does not tell closer ("gunmen", "the man who …"). */
  readonly untold?: boolean;
  /** Where a list gives each of its places a day of its own. */
  readonly valid?: Valid;
  readonly trigger: TokenRange;
  readonly words: TokenRange;
  readonly staged: Staged;
  readonly clause?: number;
  readonly basis: string;
}

/** An event word that made no claim, and why. */
export interface Passed {
  readonly trigger: TokenRange;
  readonly why: string;
  /** What it would have told, but for its place: the names that follow may be told of the same ("A and B went first"). */
  readonly told?: ControlEvent;
}

export type Found = ControlEvent | Passed;

/** The smallest range over all that are given. */
export function around(...ranges: readonly (TokenRange | undefined)[]): TokenRange {
  const given = ranges.filter((range) => range !== undefined);
  return {
    from: Math.min(...given.map((range) => range.from)),
    to: Math.max(...given.map((range) => range.to)),
  };
}

export function isLocated({ place }: PlaceArgument): boolean {
  return place !== undefined;
}
