import type { CountryCode, PlaceId } from "./ids.ts";

export const LEVELS = [
  "city",
  "town",
  "village",
  "district",
  "province",
  "country",
  "site",
  "crossing",
  "road",
  "area",
] as const;
export type Level = (typeof LEVELS)[number];

export const SITE_KINDS = [
  "airport",
  "base",
  "headquarters",
  "prison",
  "government-building",
  "palace",
  "port",
  "dam",
  "oilfield",
  "bridge",
  "other",
] as const;
export type SiteKind = (typeof SITE_KINDS)[number];

export const PLACE_PRECISIONS = ["exact", "near", "district", "province", "country", "unlocated"] as const;
export type PlacePrecision = (typeof PLACE_PRECISIONS)[number];

/** Degrees, WGS84. */
export interface Position {
  readonly lon: number;
  readonly lat: number;
}

/**
 * The place that a claim is about. Unlocated: no `id`, no position, `precision: "unlocated"`.
 * A site carries its town's `name`, `id` and position; `toponym` has the site's own words, `site` its kind.
 */
export interface ClaimPlace {
  readonly id?: PlaceId;
  readonly name: string;
  /** The name as written in the report. */
  readonly toponym: string;
  readonly country?: CountryCode;
  /** Name of the first-order unit. */
  readonly admin1?: string;
  readonly level: Level;
  readonly lon?: number;
  readonly lat?: number;
  readonly precision: PlacePrecision;
  readonly site?: SiteKind;
  /** Carried over from an earlier clause or sentence. */
  readonly inferred?: true;
}
