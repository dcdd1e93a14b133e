import type { ControlClaim } from "../domain/claim.ts";
import type { ActorId, CampId } from "../domain/ids.ts";
import type { DayNumber } from "./day-number.ts";
import type { Voice } from "./independence.ts";
import type { Reliability } from "./types.ts";

/**
 * Whose interest the words of a claim serve. `against`: the speaker's camp admits (R1). `own`: it praises itself or
 * blames its enemy (R2). `rumour`: the report itself could not verify it.
 */
export type Interest = "against" | "neutral" | "own" | "rumour";

/** An actor with its camp where and when the claim holds. */
export interface Party {
  readonly actor: ActorId;
  readonly camp: CampId;
  readonly name: string;
  /** It acts in the place's own country. */
  readonly home: boolean;
}

/** What a claim says of the place, denials turned round. */
export type Saying =
  /** `party` has it at the end of the day. */
  | {
      readonly kind: "has";
      readonly party: Party;
      /** It had not before; false for "holds" and "repelled". */
      readonly change: boolean;
      readonly from?: Party;
      /** It threw an attack back. */
      readonly repelled?: true;
      /** Handed over by agreement (R17). */
      readonly agreed?: true;
    }
  /** `party` has it no longer; nobody says who has. */
  | { readonly kind: "lost"; readonly party: Party; readonly agreed?: true }
  /** It is not so that `party` has it (a denial of a gain). */
  | { readonly kind: "has-not"; readonly party: Party }
  /** Fought over inside; `inside` is the camp that came in, where one is named. */
  | { readonly kind: "fought"; readonly inside?: Party; readonly unopposed: boolean }
  | { readonly kind: "besieged"; readonly by: Party; readonly defender?: Party };

/** One live control claim as the fold sees it. Days are whole; `first` to `last` is where the truth may lie. */
export interface Evidence extends Voice {
  readonly claim: ControlClaim;
  readonly saying: Saying;
  readonly interest: Interest;
  /** Camp that speaks; absent for neutral voices. */
  readonly camp: CampId | undefined;
  readonly reliability: Reliability;
  readonly first: DayNumber;
  readonly last: DayNumber;
  /** The claim gives no day of its own, so that it only holds by the day of publication. */
  readonly undated: boolean;
  readonly published: DayNumber;
  /** Part of the ledger's knowledge from this day on; the day of publication unless a person's correction made it. */
  readonly knownFrom: DayNumber;
  /** Withdrawn, rejected or corrected from this day on. */
  readonly knownUntil: DayNumber | undefined;
}

export const WEIGHT: Readonly<Record<Interest, number>> = { against: 4, neutral: 3, own: 1, rumour: 0 };

/** Enough to change who holds a place. */
export const FIRM = WEIGHT.neutral;

export function isFirm(evidence: Evidence): boolean {
  return WEIGHT[evidence.interest] >= FIRM;
}

/** Who is told to be inside a place that is fought over. */
export function insideCamp({ saying }: Evidence): CampId | undefined {
  return saying.kind === "fought" ? saying.inside?.camp : undefined;
}
