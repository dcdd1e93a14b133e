import type { Claim } from "../domain/claim.ts";
import type { PlaceId } from "../domain/ids.ts";
import type { Withheld } from "../domain/judgement.ts";

type Names = readonly [string, ...string[]];

/** The whole name and its last word, by which texts go on; give the forms yourself where that hides too much. */
export function withholdPerson(name: string): Withheld {
  const words = name.trim().split(/\s+/);
  const last = words.at(-1)!;
  return { kind: "person", names: words.length > 1 ? [words.join(" "), last] : [last] };
}

/** Where the claim's report places it. `undefined` when the claim has no place. */
export function withholdPosition({ report, place }: Claim): Withheld | undefined {
  if (!place) return undefined;
  return { kind: "position", report, ...(place.id && { place: place.id }), names: namesOf([place]) };
}

/** A place wherever it is named, under every name that claims give it. `undefined` when no claim speaks of it. */
export function withholdPlace(place: PlaceId, claims: Iterable<Claim>): Withheld | undefined {
  const about = [...claims].flatMap((claim) => (claim.place?.id === place ? [claim.place] : []));
  return about.length === 0 ? undefined : { kind: "place", place, names: namesOf(about) };
}

function namesOf(places: readonly NonNullable<Claim["place"]>[]): Names {
  const names = new Set(places.flatMap(({ name, toponym, site }) => (site ? [name] : [name, toponym])));
  return [...names].sort() as unknown as Names;
}
