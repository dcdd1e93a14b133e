import type { Brand } from "./brand.ts";
import type { Day } from "./day.ts";
import type { ClaimId, PlaceId, ReportId } from "./ids.ts";

/** Hash of what was judged, by whom, when and why; see `ledger/id.ts`. */
export type JudgementId = Brand<string, "JudgementId">;

/** What must leave no trace in anything published; it stays in the ledger. */
export type Withheld =
  /** A person, under every form of the name that is to be blotted out ("Bahir Ahmadi", "Ahmadi"). */
  | { readonly kind: "person"; readonly names: readonly [string, ...string[]] }
  /** Where one report places something: one place, under the names that the report uses for it. */
  | {
      readonly kind: "position";
      readonly report: ReportId;
      readonly place?: PlaceId;
      readonly names: readonly [string, ...string[]];
    }
  /** A place wherever it is named, under every form of its name that is to be blotted out. */
  | { readonly kind: "place"; readonly place: PlaceId; readonly names: readonly [string, ...string[]] }
  /** Who published: `name` is the source's name. */
  | { readonly kind: "source"; readonly name: string };

/** What a reviewer decided. `correct` gives the fields that replace the claim's own; `null` takes a field away. */
export type Decision =
  | { readonly kind: "accept"; readonly claim: ClaimId }
  | { readonly kind: "reject"; readonly claim: ClaimId }
  | {
      readonly kind: "correct";
      readonly claim: ClaimId;
      readonly fields: Readonly<Record<string, unknown>>;
    }
  /** Two gazetteer rows are one place: claims about `from` count as claims about `into`. */
  | { readonly kind: "merge-places"; readonly from: PlaceId; readonly into: PlaceId }
  | { readonly kind: "withhold"; readonly what: Withheld }
  /** Takes back a judgement of the same reviewer. */
  | { readonly kind: "undo"; readonly judgement: JudgementId };

/** A person's decision, itself a ledger entry: append-only; undo is another judgement. */
export interface Judgement {
  readonly id: JudgementId;
  readonly decision: Decision;
  readonly reviewer: string;
  /** The day it was made: a picture known before it leaves it out. */
  readonly on: Day;
  readonly reason?: string;
  /** The same reviewer's earlier judgement that this one takes the place of. */
  readonly after?: JudgementId;
}
