import type { Day } from "../domain/day.ts";
import type { ActorId, ClaimId, CountryCode, PlaceId } from "../domain/ids.ts";
import type { Level, SiteKind } from "../domain/place.ts";
import type { Problem } from "../domain/problem.ts";
import type { RuleId } from "./rules.ts";

export const STATES = ["held", "contested", "besieged", "disputed", "claimed", "unknown"] as const;
export const GRADES = ["confirmed", "likely", "claimed", "disputed", "stale"] as const;
export type PlaceState = (typeof STATES)[number];
export type Grade = (typeof GRADES)[number];

/** Admiralty code: the letter belongs to the source, the digit to the claim and is computed. */
export type Reliability = "A" | "B" | "C" | "D" | "E" | "F";
export type Credibility = 1 | 2 | 3 | 4 | 5 | 6;

/** The two coordinates of every question: the world on `asOf`, from what was published by `knownAt` (inclusive). */
export interface Viewpoint {
  readonly asOf: Day;
  readonly knownAt: Day;
}

/** A site's `id` is its town's with `#` and the kind of site; `name` stays the town's. */
export interface PicturePlace {
  readonly id: PlaceId;
  readonly name: string;
  readonly country?: CountryCode;
  readonly admin1?: string;
  readonly level: Level;
  readonly site?: SiteKind;
  readonly lon?: number;
  readonly lat?: number;
}

export interface Because {
  readonly deciding: readonly ClaimId[];
  readonly supporting: readonly ClaimId[];
  readonly contradicting: readonly ClaimId[];
}

/** Half-open; an absent bound is not known. */
export interface DayInterval {
  readonly from?: Day;
  readonly until?: Day;
}

export interface Assessment {
  readonly place: PicturePlace;
  readonly state: PlaceState;
  /** In `contested`, `besieged` and `disputed`: who held it before, where that is known. */
  readonly holder?: ActorId;
  /** Interval in which the state began: at the earliest `from`, before `until`. */
  readonly since?: DayInterval;
  readonly grade: Grade;
  /** The rule of `docs/rules.md` that decided. */
  readonly rule: RuleId;
  /** One sentence: which rule decided and what would change it. */
  readonly reason: string;
  readonly because: Because;
  /** Provinces only: who holds how many of its places that have an assessment of their own. */
  readonly share?: PlaceShare;
}

export interface PlaceShare {
  /** Places below the unit that have an assessment. */
  readonly of: number;
  readonly held: readonly { readonly holder: ActorId; readonly count: number }[];
}

/** What is the best number for one measure, place and period; never a sum of other figures. */
export interface Figure {
  readonly kind: "displacement" | "toll";
  readonly measure: string;
  /** A stock counts those there now; a flow counts those who came in the period. */
  readonly of: "stock" | "flow";
  readonly unit: "persons" | "households";
  readonly place?: PicturePlace;
  readonly who?: string;
  readonly cause?: string;
  /** The day it is told for; of a running total the day it was told. */
  readonly on?: Day;
  /** First day that a running total counts from. */
  readonly since?: Day;
  readonly best?: number;
  readonly low?: number;
  readonly high?: number;
  readonly reason: string;
  readonly because: Because;
}

export interface AccessStatusNow {
  readonly target: string;
  readonly place: PicturePlace;
  readonly status: "open" | "restricted" | "closed" | "cut";
  readonly direction?: string;
  readonly from?: string;
  readonly to?: string;
  readonly actor?: ActorId;
  readonly since: Day;
  readonly grade: Grade;
  readonly reason: string;
  readonly because: Because;
}

/** A stated number of places held, against the ledger's own count. */
export interface TallyCheck {
  readonly of: string;
  readonly actor?: ActorId;
  readonly place?: PicturePlace;
  readonly on?: Day;
  readonly stated?: number;
  readonly total?: number;
  readonly share?: { readonly low?: number; readonly high?: number };
  /** Places that the picture of that day gives to the actor; absent when the kind of place cannot be counted. */
  readonly counted?: number;
  readonly named?: readonly string[];
  /** `stated - counted` when positive. */
  readonly missing?: number;
  readonly reason: string;
  readonly because: Because;
}

/** The answer: for each place with a claim an assessment, with the claims it stands on. */
export interface Picture extends Viewpoint {
  readonly places: readonly Assessment[];
  readonly tallies: readonly TallyCheck[];
  readonly displacement: readonly Figure[];
  readonly tolls: readonly Figure[];
  readonly access: readonly AccessStatusNow[];
  readonly problems: readonly Problem[];
}
