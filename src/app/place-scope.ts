import type { CountryCode, PlaceId } from "../domain/ids.ts";
import type { NamedPlace } from "../store/load.ts";
import type { Scope } from "../store/scope.ts";
import { plain } from "./question.ts";

/**
 * What must be loaded to answer about one place: its own claims when it is a town; its countries when it has places within.
 * `undefined` when no claim calls a located place so: only the whole ledger and the gazetteer can tell.
 */
export function placeScope(places: readonly NamedPlace[], name: string): Scope | undefined {
  const wanted = plain(name);
  const town = name.split("#")[0];
  const named = places.filter(
    (one) => one.id === town || plain(one.name) === wanted || plain(one.toponym) === wanted,
  );
  const ids = new Set(named.flatMap(({ id }): PlaceId[] => (id ? [id] : [])));
  if (ids.size === 0) return undefined;
  const unlocated = new Set(named.flatMap((one) => (one.id ? [] : [one.name])));
  const all = places.filter((one) => (one.id ? ids.has(one.id) : unlocated.has(one.name)));
  const countries = all.flatMap(({ country }): CountryCode[] => (country ? [country] : []));
  return {
    places: [...ids],
    ...(unlocated.size > 0 && { unlocated: [...unlocated] }),
    ...(all.some((one) => WITH_PLACES_WITHIN.has(one.level)) && { countries: [...new Set(countries)] }),
  };
}

const WITH_PLACES_WITHIN: ReadonlySet<string> = new Set(["district", "province", "country", "area"]);
