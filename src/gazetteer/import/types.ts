import type { CountryCode, PlaceId } from "../../domain/ids.ts";
import type { Position } from "../../domain/place.ts";
import type { Addition } from "../shard.ts";

export const PRESETS = ["geonames", "alternate-names", "cod-ab", "geojson"] as const;
/** The kinds of file that `asof gazetteer import` reads. */
export type Preset = (typeof PRESETS)[number];

export interface BrokenRow {
  /** Line of the file or number of the feature, from 1. */
  readonly row: number;
  readonly detail: string;
}

export interface Imported {
  readonly additions: readonly Addition[];
  readonly broken: readonly BrokenRow[];
}

/** What an import is checked against. */
export interface ImportGround {
  /** The row that the gazetteer has under the id, with its country. */
  readonly known: (id: PlaceId) => Addition | undefined;
  /** False when the point lies far from every known place of the country: at sea, or longitude and latitude are swapped. */
  readonly plausible: (country: CountryCode, at: Position) => boolean;
  /** For files that do not say their country. */
  readonly country?: CountryCode;
}
