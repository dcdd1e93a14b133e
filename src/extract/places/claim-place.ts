import type { ClaimPlace, Level, SiteKind } from "../../domain/place.ts";
import type { Place, ToponymMention } from "../../gazetteer/types.ts";

/** The place that a mention names, at the level meant; unlocated where the gazetteer does not know it. */
export function namedPlace(mention: ToponymMention, level?: Level): ClaimPlace {
  if (!mention.place)
    return {
      name: mention.text,
      toponym: mention.text,
      level: level ?? mention.level,
      precision: "unlocated",
    };
  return knownPlace(mention.place, mention.text, level ?? mention.level);
}

export function knownPlace(place: Place, toponym: string, level: Level = place.level): ClaimPlace {
  return {
    id: place.id,
    name: place.name,
    toponym,
    ...(place.country ? { country: place.country } : {}),
    ...(place.admin1 ? { admin1: place.admin1 } : {}),
    level,
    lon: place.lon,
    lat: place.lat,
    precision: place.precision ?? "exact",
  };
}

/** A site carries the name, id and position of the place it belongs to. */
export function siteOf(town: ClaimPlace, toponym: string, site: SiteKind | undefined): ClaimPlace {
  return {
    ...town,
    toponym,
    level: "site",
    site: site ?? "other",
    precision: town.precision === "exact" ? "near" : town.precision,
  };
}

export function inferred(place: ClaimPlace): ClaimPlace {
  return { ...place, inferred: true };
}

const SETTLED: readonly Level[] = ["city", "town", "village"];

/** Whether a noun of level `noun` ("the city", "the town") may speak of a place of level `place`. */
export function levelsAgree(noun: Level, place: Level): boolean {
  if (SETTLED.includes(noun)) return SETTLED.includes(place) || (noun !== "city" && place === "district");
  if (noun === "district") return place === "district" || place === "town" || place === "village";
  if (noun === "area") return place === "area" || place === "district" || place === "province";
  return noun === place;
}
