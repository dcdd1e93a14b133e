import type { Day } from "./day.ts";
import type { ActorId, CampId, ClaimId, ReportId } from "./ids.ts";
import type { ClaimPlace } from "./place.ts";
import type { Span } from "./span.ts";

export const VALID_PRECISIONS = ["day", "week", "month", "year", "unknown"] as const;
export const STANCES = ["reported", "said", "claimed", "admitted", "denied", "unverified"] as const;
export const STAGES = [
  "done",
  "ongoing",
  "attempted",
  "planned",
  "threatened",
  "forecast",
  "history",
] as const;
export const CONTROL_CHANGES = [
  "gained",
  "lost",
  "holds",
  "contested",
  "entered",
  "besieged",
  "repelled",
] as const;
export const EXTENTS = ["whole", "most", "part"] as const;
export const MANNERS = ["force", "unopposed", "negotiated"] as const;
export const INCIDENT_TYPES = [
  "clash",
  "air-strike",
  "shelling",
  "bombing",
  "attack",
  "killing",
  "abduction",
  "arrest",
  "release",
  "prison-break",
  "looting",
  "destruction",
  "protest",
  "deployment",
  "agreement",
  "other",
] as const;
export const TOLL_MEASURES = [
  "killed",
  "wounded",
  "casualties",
  "missing",
  "captured",
  "surrendered",
  "freed",
] as const;
export const DISPLACEMENT_MEASURES = [
  "idps",
  "newly-displaced",
  "refugees",
  "returnees",
  "evacuated",
] as const;
export const ACCESS_TARGETS = ["road", "crossing", "airport", "area", "aid"] as const;
export const ACCESS_STATUSES = ["open", "restricted", "closed", "cut"] as const;
export const QUANTIFIERS = [
  "exact",
  "about",
  "at-least",
  "at-most",
  "nearly",
  "more-than",
  "range",
  "several",
  "dozens",
  "scores",
  "hundreds",
  "thousands",
  "tens-of-thousands",
  "hundreds-of-thousands",
  "millions",
] as const;

export type ValidPrecision = (typeof VALID_PRECISIONS)[number];
export type Stance = (typeof STANCES)[number];
export type Stage = (typeof STAGES)[number];
export type ControlChange = (typeof CONTROL_CHANGES)[number];
export type Extent = (typeof EXTENTS)[number];
export type Manner = (typeof MANNERS)[number];
export type IncidentType = (typeof INCIDENT_TYPES)[number];
export type TollMeasure = (typeof TOLL_MEASURES)[number];
export type DisplacementMeasure = (typeof DISPLACEMENT_MEASURES)[number];
export type AccessTarget = (typeof ACCESS_TARGETS)[number];
export type AccessStatus = (typeof ACCESS_STATUSES)[number];
export type Quantifier = (typeof QUANTIFIERS)[number];

/** `text` is exactly `report.text.slice(start, end)`. */
export interface Quote extends Span {
  readonly text: string;
}

/**
 * When, in the world, the claim holds or happened; half-open. No `from` means that the text gives no day
 * that could be resolved; `precision` is then "unknown". `until` absent: one unit of `precision` from `from`.
 */
export interface Valid {
  readonly from?: Day;
  readonly until?: Day;
  readonly precision: ValidPrecision;
  /** The words that the day came from. */
  readonly basis?: string;
  /** Carried over from an earlier clause or sentence, or from the day of publication. */
  readonly inferred?: true;
}

/** Whom the report says it from. */
export interface Speaker {
  readonly name: string;
  readonly role?: string;
  readonly camp?: CampId;
}

export interface ActorRef {
  readonly id: ActorId;
  readonly name: string;
  /** As written in the report. */
  readonly mention: string;
}

/** "None reported" is an absent count, never 0. "Hundreds": low 200, high 999, no best. */
export interface Count {
  readonly low?: number;
  readonly best?: number;
  readonly high?: number;
  readonly quantifier: Quantifier;
}

/** What every kind of claim has. */
export interface ClaimCommon {
  readonly id: ClaimId;
  readonly report: ReportId;
  readonly reportRef?: string;
  readonly quote: Quote;
  /** Absent when the text names none in the same clause and none can be inferred. Never the dateline. */
  readonly place?: ClaimPlace;
  readonly valid: Valid;
  /** Absent: the report speaks in its own voice. */
  readonly speaker?: Speaker;
  /** Who handed the speaker's words on ("AFP quoted a council member"). */
  readonly via?: string;
  readonly stance: Stance;
  readonly stage: Stage;
  /** "rules@1". Not part of the id. */
  readonly extractor: string;
  /** The rule that made the claim. Not part of the id. */
  readonly basis?: string;
}

export interface ControlClaim extends ClaimCommon {
  readonly kind: "control";
  readonly change: ControlChange;
  /** Who gains, loses, holds, enters, besieges, repels. */
  readonly actor?: ActorRef;
  /** From whom, or the attacker repelled. */
  readonly recipient?: ActorRef;
  readonly extent?: Extent;
  readonly manner?: Manner;
}

export interface IncidentClaim extends ClaimCommon {
  readonly kind: "incident";
  readonly type: IncidentType;
  readonly actor?: ActorRef;
  readonly recipient?: ActorRef;
  readonly means?: string;
}

export interface TollClaim extends ClaimCommon {
  readonly kind: "toll";
  readonly measure: TollMeasure;
  readonly count: Count;
  readonly who?: string;
  readonly cause?: string;
  readonly cumulative?: true;
  /** First day that a running total counts from. */
  readonly since?: Day;
}

export interface DisplacementClaim extends ClaimCommon {
  readonly kind: "displacement";
  readonly measure: DisplacementMeasure;
  readonly count: Count;
  readonly unit: "persons" | "households";
  readonly who?: string;
  readonly since?: Day;
  readonly cumulative?: true;
}

export interface AccessClaim extends ClaimCommon {
  readonly kind: "access";
  readonly target: AccessTarget;
  readonly status: AccessStatus;
  readonly actor?: ActorRef;
  readonly direction?: string;
  /** Places that a road joins, as names. */
  readonly from?: string;
  readonly to?: string;
}

export interface TallyClaim extends ClaimCommon {
  readonly kind: "tally";
  /** "provincial capitals", "provinces", "districts", "towns", "territory", "population" … */
  readonly of: string;
  readonly count?: Count;
  readonly total?: number;
  /** 0 to 1. */
  readonly share?: { readonly low?: number; readonly high?: number };
  readonly actor?: ActorRef;
}

/** One thing that one report says, about one place and one time, with the exact quote. Never changed once made. */
export type Claim = ControlClaim | IncidentClaim | TollClaim | DisplacementClaim | AccessClaim | TallyClaim;
export type ClaimKind = Claim["kind"];

type WithoutId<T> = T extends unknown ? Omit<T, "id"> : never;
/** What a claim says before it has its id. */
export type ClaimContent = WithoutId<Claim>;

/** Only such claims may change a picture. */
export function isLive(claim: Pick<ClaimCommon, "stage">): boolean {
  return claim.stage === "done" || claim.stage === "ongoing";
}
