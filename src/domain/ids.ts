import type { Brand } from "./brand.ts";

/** Hash of a report's canonical content; see `ledger/id.ts`. */
export type ReportId = Brand<string, "ReportId">;
/** Hash of what a claim says, without who extracted it or when; see `ledger/id.ts`. */
export type ClaimId = Brand<string, "ClaimId">;
/** A gazetteer row, `gn:1140026` (GeoNames) or a scheme of an import or of `data/places`. */
export type PlaceId = Brand<string, "PlaceId">;
/** A row of `data/actors`, or an id made by pattern ("french-forces"). */
export type ActorId = Brand<string, "ActorId">;
/** A set of actors that fight on one side in a situation. */
export type CampId = Brand<string, "CampId">;
/** ISO 3166-1 alpha-2, upper case. */
export type CountryCode = Brand<string, "CountryCode">;

const SLUG = /^[a-z0-9][a-z0-9-]*$/;

export function parseActorId(text: string): ActorId | undefined {
  return SLUG.test(text) ? (text as ActorId) : undefined;
}

export function parseCampId(text: string): CampId | undefined {
  return SLUG.test(text) ? (text as CampId) : undefined;
}

export function parseCountryCode(text: string): CountryCode | undefined {
  const code = text.toUpperCase();
  return /^[A-Z]{2}$/.test(code) ? (code as CountryCode) : undefined;
}

export function parsePlaceId(text: string): PlaceId | undefined {
  return /^[a-z]+:[^\s]+$/.test(text) ? (text as PlaceId) : undefined;
}
