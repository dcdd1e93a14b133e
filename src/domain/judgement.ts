import type { Day } from "./day.ts";
import type { ClaimId } from "./ids.ts";

/** What a reviewer decided about one claim. `correct` gives the fields that replace the claim's own. */
export type Decision =
  | { readonly kind: "accept" }
  | { readonly kind: "reject" }
  | { readonly kind: "correct"; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly kind: "undo" };

/** A person's decision about a claim, itself a ledger entry: append-only; undo is another judgement. */
export interface Judgement {
  readonly id: string;
  readonly claim: ClaimId;
  readonly decision: Decision;
  readonly reviewer: string;
  /** The day it was made: a picture known before it leaves it out. */
  readonly on: Day;
  readonly reason?: string;
}
