import type { PlaceId } from "../domain/ids.ts";
import type { ClaimPlace, Level } from "../domain/place.ts";
import type { PicturePlace } from "./types.ts";

/** Levels that are one place when they share an id: reports call the same settlement a city, a town or a village. */
const SETTLEMENTS: ReadonlySet<Level> = new Set(["city", "town", "village"]);

/**
 * What the fold keeps apart (R6, R13): a settlement, each kind of site in it, and every other unit of the same name. A
 * place that the gazetteer does not know is told by its name, unit and country.
 */
export function placeKey(place: ClaimPlace): string {
  const id = pictureId(place);
  return place.level === "site" || SETTLEMENTS.has(place.level) ? id : `${id}@${place.level}`;
}

export function picturePlace(place: ClaimPlace): PicturePlace {
  const { name, country, admin1, level, site, lon, lat } = place;
  return {
    id: pictureId(place),
    name,
    ...(country && { country }),
    ...(admin1 && { admin1 }),
    level,
    ...(site && { site }),
    ...(lon !== undefined && lat !== undefined && { lon, lat }),
  };
}

function pictureId({ id, name, admin1, country, level, site }: ClaimPlace): PlaceId {
  const known = id ?? `name:${[country ?? "", admin1 ?? "", name].map(slug).join("/")}`;
  return (level === "site" ? `${known}#${site ?? "other"}` : known) as PlaceId;
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "-");
}
