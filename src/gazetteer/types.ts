import type { CountryCode, PlaceId } from "../domain/ids.ts";
import type { Level, Position, SiteKind } from "../domain/place.ts";
import type { Span } from "../domain/span.ts";

/** One gazetteer row. */
export interface Place extends Position {
  readonly id: PlaceId;
  readonly name: string;
  /** Absent for areas that span countries. */
  readonly country?: CountryCode;
  /** Code and name of the first-order unit; for a province its own. */
  readonly admin1Code?: string;
  readonly admin1?: string;
  readonly level: Level;
  /** Persons; 0 when unknown. */
  readonly population: number;
  /** What it is the seat of. */
  readonly seatOf?: "country" | "province" | "district";
  /** How far the position may be trusted; absent: surveyed. `near`: within some 20 km; `district`: some 60; `province`: that of the first-order unit around it. */
  readonly precision?: "near" | "district" | "province";
  /** Of a district or a place in one: the second-order unit's code. */
  readonly admin2Code?: string;
  /** Of a site: what it is, and the town it belongs to. */
  readonly site?: SiteKind;
  readonly town?: PlaceId;
  /** Of an area, a crossing, a road: all countries it lies in. */
  readonly countries?: readonly CountryCode[];
  /** Of a road: the places it joins, in order; of a crossing: its towns. Names as in `data/places`. */
  readonly along?: readonly string[];
}

export const MATCHES = ["exact", "alias", "fold", "consonants", "skeleton", "edit", "description"] as const;
/** How the name as written met the row; `exact` first, each later kind is weaker. */
export type Match = (typeof MATCHES)[number];

export interface Candidate {
  readonly place: Place;
  readonly match: Match;
}

/**
 * A name found in a text, with the reading that the context gives it.
 * `demonym` ("Afghan") and `metonym` ("Kabul said") are context and actors, never places of claims.
 */
export interface ToponymMention extends Span {
  readonly text: string;
  readonly role: "place" | "demonym" | "metonym";
  /** End of the bare name, where the mention goes on ("Kandahar| airport"). */
  readonly nameEnd?: number;
  /** The one meant; absent when the resolver abstains. */
  readonly place?: Place;
  /** The level meant here; may differ from `place.level` only by cue words, and then `place` is that unit's row. */
  readonly level: Level;
  /** True when no cue tells the city from the unit of the same name. */
  readonly levelAmbiguous?: true;
  readonly match?: Match;
  /** What the words make of it ("Kandahar airport", "the prison in Herat"): then `level` is "site" and `place` may be its town. */
  readonly site?: SiteKind;
  /** The unit that the text or the cue names as holding it; also for a name that the gazetteer does not know. */
  readonly inside?: Place;
  /** One sentence: why this one, or why none. */
  readonly reason: string;
  /** Up to three best candidates that were not chosen. */
  readonly rejected: readonly Candidate[];
}

/** What is known of a report besides its text. */
export interface PlaceContext {
  /** Countries that the user or the situation named: searched first. */
  readonly countries?: readonly CountryCode[];
  /** Where the source is at home: weak evidence. */
  readonly home?: CountryCode;
}

/** What a description asks for; resolved by gazetteer facts alone. */
export type Description =
  | { readonly kind: "nth-largest"; readonly nth: number; readonly country: CountryCode }
  | { readonly kind: "capital-of"; readonly unit: PlaceId }
  | { readonly kind: "provincial-capital-near"; readonly near: PlaceId }
  | { readonly kind: "crossing-between"; readonly countries: readonly [CountryCode, CountryCode] };

/** Names to places. Built from shards that the composition root loads; itself pure. */
export interface Gazetteer {
  place(id: PlaceId): Place | undefined;
  /** Every toponym of the text in order of start, resolved with the whole text as context. */
  findToponyms(text: string, context: PlaceContext): readonly ToponymMention[];
  /** A name alone, as a user types it. Best first. */
  candidates(name: string, context: PlaceContext): readonly Candidate[];
  /** Seat of a country or first-order unit. */
  seatOf(unit: PlaceId): Place | undefined;
  /** The first-order unit that holds the place. */
  unitOf(place: Place): Place | undefined;
  country(code: CountryCode): Place | undefined;
  /** All that fit, best first; the caller treats several as unresolved. */
  describe(description: Description): readonly Place[];
  /** Known places within a first-order unit or country, for shares and tallies: seats and towns by population, largest first. */
  within(unit: PlaceId): readonly Place[];
}
