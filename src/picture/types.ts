import type { Day } from "../domain/day.ts";
import type { ActorId, ClaimId, CountryCode, PlaceId } from "../domain/ids.ts";
import type { Level } from "../domain/place.ts";

export const STATES = ["held", "contested", "besieged", "disputed", "claimed", "unknown"] as const;
export const GRADES = ["confirmed", "likely", "claimed", "disputed", "stale"] as const;
export type PlaceState = (typeof STATES)[number];
export type Grade = (typeof GRADES)[number];

/** The two coordinates of every question: the world on `asOf`, from what was published by `knownAt` (inclusive). */
export interface Viewpoint {
  readonly asOf: Day;
  readonly knownAt: Day;
}

export interface PicturePlace {
  readonly id: PlaceId;
  readonly name: string;
  readonly country?: CountryCode;
  readonly admin1?: string;
  readonly level: Level;
  readonly lon?: number;
  readonly lat?: number;
}

export interface Because {
  readonly deciding: readonly ClaimId[];
  readonly supporting: readonly ClaimId[];
  readonly contradicting: readonly ClaimId[];
}

export interface Assessment {
  readonly place: PicturePlace;
  readonly state: PlaceState;
  readonly holder?: ActorId;
  /** Interval in which the state began: at the earliest `from`, before `until`. */
  readonly since?: { readonly from?: Day; readonly until?: Day };
  readonly grade: Grade;
  /** One sentence: which rule decided and what would change it. */
  readonly reason: string;
  readonly because: Because;
}
