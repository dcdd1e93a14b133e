import { distanceKm } from "../geo/distance.ts";
import type { Reading } from "./readings.ts";
import type { Choice } from "./resolve.ts";
import type { Scope } from "./scope.ts";
import type { Place } from "./types.ts";

/** A town holds the names within so many kilometres that the text puts into it. */
const TOWN_KM = 40;
/** Farther from the unit that the text names a row is another place. */
const ELSEWHERE_KM = 250;

/** No choice where the text says in which unit it lies and the only rows of the name lie far from there. */
export function notElsewhere(choice: Choice, containing: readonly Reading[]): Choice {
  const { chosen, found, ranked } = choice;
  if (!chosen || !isElsewhere(chosen, containing)) return choice;
  return { found, ranked, reason: `no place of the name is known in ${containing[0]?.place.name}` };
}

function isElsewhere(best: Reading, containing: readonly Reading[]): boolean {
  const units = containing.filter((one) => one.kind === "U");
  if (
    units.length === 0 ||
    best.kind === "country" ||
    best.kind === "U" ||
    containing.some((one) => holds(one, best))
  )
    return false;
  return units.every(
    (one) => one.place.country === best.place.country && distanceKm(one.place, best.place) > ELSEWHERE_KM,
  );
}

/** True when the outer reading is a unit or country that the inner lies in. */
export function holds(outer: Reading, inner: Reading): boolean {
  const { place } = outer;
  if (place.id === inner.place.id) return false;
  if (place.level === "country") return place.country === inner.place.country;
  if (place.country !== inner.place.country || inner.kind === "U") return false;
  if (outer.kind === "U") return place.admin1Code === inner.place.admin1Code;
  if (outer.kind === "D")
    return place.admin2Code !== undefined && place.admin2Code === inner.place.admin2Code;
  return outer.kind !== "global" && distanceKm(place, inner.place) < TOWN_KM;
}

/** Of the readings that the text puts around a name the one that fits it; for an unknown name the one in the text's country. */
export function holderOf(choice: Choice, containing: readonly Reading[], scope: Scope): Place | undefined {
  const { chosen } = choice;
  if (chosen) return containing.find((one) => holds(one, chosen))?.place;
  return (containing.find((one) => one.place.country && scope.home.has(one.place.country)) ?? containing[0])
    ?.place;
}
