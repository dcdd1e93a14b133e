import type { FeatureCollection, Point } from "geojson";
import { addDays } from "../domain/day.ts";
import type { Picture } from "../picture/types.ts";

/**
 * Places without a position have a null geometry, as RFC 7946 allows. `valid_from` is the earliest day that the state
 * may have begun; `valid_to`, half-open, is the day after the picture's, since nothing is known of later days.
 */
export function pictureGeoJson(answer: Picture): FeatureCollection<Point | null> & Record<string, unknown> {
  return {
    type: "FeatureCollection",
    asOf: answer.asOf,
    knownAt: answer.knownAt,
    attribution: "Places: GeoNames (CC BY 4.0)",
    features: answer.places.map(({ place, state, holder, grade, since, reason }) => ({
      type: "Feature",
      id: place.id,
      geometry:
        place.lon === undefined || place.lat === undefined
          ? null
          : { type: "Point", coordinates: [place.lon, place.lat] },
      properties: {
        name: place.name,
        country: place.country,
        admin1: place.admin1,
        level: place.level,
        state,
        holder,
        grade,
        reason,
        valid_from: since?.from,
        valid_to: addDays(answer.asOf, 1),
        asOf: answer.asOf,
        knownAt: answer.knownAt,
      },
    })),
  };
}
