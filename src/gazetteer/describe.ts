import type { CountryCode, PlaceId } from "../domain/ids.ts";
import { distanceKm } from "../geo/distance.ts";
import type { Atlas } from "./atlas.ts";
import { nameKey } from "./fold.ts";
import type { Description, Place } from "./types.ts";

const NEAR_KM = 200;

export function seatOf(atlas: Atlas, unit: PlaceId): Place | undefined {
  const country = countryOf(unit);
  if (!country) return undefined;
  const told = atlas.knowledge.seats.get(unit);
  if (told) {
    const rows = atlas
      .shard(country)
      .exact(nameKey(told))
      .filter((row) => row.place.seatOf !== undefined);
    return rows.map((row) => row.place).sort(bySize)[0];
  }
  const wanted = unit.startsWith("country:") ? "country" : "province";
  const [, code, district] = unit.split(".");
  if (district) return districtSeat(atlas, country, code, district);
  let best: Place | undefined;
  for (const { place, kind } of atlas.shard(country).all()) {
    if (kind !== "P" || !place.seatOf || place.seatOf === "district") continue;
    if (wanted === "country" ? place.seatOf !== "country" : place.admin1Code !== code) continue;
    if (!best || rank(place) > rank(best) || (rank(place) === rank(best) && place.id < best.id)) best = place;
  }
  return best;
}

function districtSeat(
  atlas: Atlas,
  country: CountryCode,
  code: string | undefined,
  district: string,
): Place | undefined {
  const seats: Place[] = [];
  for (const { place, kind } of atlas.shard(country).all()) {
    if (kind === "P" && place.seatOf && place.admin1Code === code && place.admin2Code === district)
      seats.push(place);
  }
  return seats.sort(bySize)[0];
}

/** Of several seats in one unit the country's capital counts last, unless it is the only one. */
function rank(place: Place): number {
  return place.population + (place.seatOf === "country" ? 1e9 : 0);
}

export function unitOf(atlas: Atlas, place: Place): Place | undefined {
  if (!place.country || !place.admin1Code) return undefined;
  return atlas.shard(place.country).byPlaceId(`unit:${place.country}.${place.admin1Code}` as PlaceId)?.place;
}

/** Populated places of a unit or country: seats and towns, the largest first. */
export function within(atlas: Atlas, unit: PlaceId): readonly Place[] {
  const country = countryOf(unit);
  if (!country) return [];
  const [, admin1, admin2] = unit.split(".");
  const places: Place[] = [];
  for (const { place, kind } of atlas.shard(country).all()) {
    if (kind !== "P") continue;
    if (admin1 && place.admin1Code !== admin1) continue;
    if (admin2 && place.admin2Code !== admin2) continue;
    places.push(place);
  }
  return places.sort(bySize);
}

const SUBURB_KM = 15;

/** The largest cities of a country, so many; what lies beside a larger one is its suburb. */
function cities(atlas: Atlas, country: CountryCode, count: number): readonly Place[] {
  const found: Place[] = [];
  for (const place of within(atlas, `country:${country}` as PlaceId)) {
    if (found.length >= count) break;
    if (found.every((larger) => distanceKm(larger, place) > SUBURB_KM)) found.push(place);
  }
  return found;
}

export function describe(atlas: Atlas, description: Description): readonly Place[] {
  switch (description.kind) {
    case "nth-largest": {
      const place = cities(atlas, description.country, description.nth)[description.nth - 1];
      return place ? [place] : [];
    }
    case "capital-of": {
      const seat = seatOf(atlas, description.unit);
      return seat ? [seat] : [];
    }
    case "provincial-capital-near": {
      const near = atlas.place(description.near);
      if (!near?.country) return [];
      return within(atlas, `country:${near.country}` as PlaceId)
        .filter(
          (place) => place.seatOf === "province" && place.id !== near.id && distanceKm(place, near) < NEAR_KM,
        )
        .sort((a, b) => distanceKm(a, near) - distanceKm(b, near) || (a.id < b.id ? -1 : 1));
    }
    case "crossing-between": {
      const [a, b] = description.countries;
      return atlas.knowledge.crossings.filter(
        (place) => place.countries?.includes(a) && place.countries.includes(b),
      );
    }
  }
}

function countryOf(unit: PlaceId): CountryCode | undefined {
  return /^(?:unit|country):([A-Z]{2})/.exec(unit)?.[1] as CountryCode | undefined;
}

function bySize(a: Place, b: Place): number {
  return b.population - a.population || (a.id < b.id ? -1 : 1);
}
