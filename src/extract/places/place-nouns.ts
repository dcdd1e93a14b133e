import type { Level, SiteKind } from "../../domain/place.ts";
import { LEVELS, SITE_KINDS } from "../../domain/place.ts";
import { parseRows } from "../words/lexicon.ts";

/** A common noun that tells a place. */
export interface PlaceNoun {
  /** Absent for nouns that take the level of the place they go with ("stronghold"). */
  readonly level?: Level;
  readonly site?: SiteKind;
}

export function parsePlaceNouns(text: string): ReadonlyMap<string, PlaceNoun> {
  return new Map(
    parseRows(text).map((row) => {
      const level = LEVELS.find((one) => one === row.level);
      const site = SITE_KINDS.find((one) => one === row.site);
      return [row.noun ?? "", { ...(level ? { level } : {}), ...(site ? { site } : {}) }];
    }),
  );
}
