import type { CountryCode, PlaceId } from "../domain/ids.ts";
import type { NamedPlace, Scope } from "../store/load.ts";
import { plain } from "./question.ts";

/**
 * What must be loaded to answer about one place: its own claims when it is a town; its countries when it has places within.
 * `undefined` when no claim calls anything so: only the whole ledger and the gazetteer can tell.
 */
export function placeScope(places: readonly NamedPlace[], name: string): Scope | undefined {
  const wanted = plain(name);
  const town = name.split("#")[0];
  const named = places.filter(
    (one) => one.id === town || plain(one.name) === wanted || plain(one.toponym) === wanted,
  );
  if (named.length === 0) return undefined;
  const ids = new Set<PlaceId>(named.map((one) => one.id));
  const all = places.filter((one) => ids.has(one.id));
  if (!all.some((one) => WITH_PLACES_WITHIN.has(one.level))) return { places: [...ids] };
  return {
    places: [...ids],
    countries: [...new Set(all.flatMap(({ country }): CountryCode[] => (country ? [country] : [])))],
  };
}

const WITH_PLACES_WITHIN: ReadonlySet<string> = new Set(["district", "province", "country", "area"]);
