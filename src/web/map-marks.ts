import { besideTown, type Mark, siteCounter } from "../map/marks.ts";
import type { Plane, Point } from "../map/plane.ts";
import { seenAt, type Zoom } from "./map-zoom.ts";
import type { Seen } from "./reel.ts";
import { placeTitle } from "./words.ts";

const spots = new WeakMap<Plane, Map<string, Point | undefined>>();

/** Where a place lies on the sheet; projected once a sheet. */
export function spotOf(plane: Plane, place: Seen["place"]): Point | undefined {
  let known = spots.get(plane);
  if (!known) {
    known = new Map();
    spots.set(plane, known);
  }
  if (known.has(place.id)) return known.get(place.id);
  const spot =
    place.lon === undefined || place.lat === undefined
      ? undefined
      : plane.project({ lon: place.lon, lat: place.lat });
  known.set(place.id, spot);
  return spot;
}

/** The places as marks at the current zoom; those without a position are left out. */
export function marksOf(seen: readonly Seen[], plane: Plane, zoom: Zoom): readonly Mark[] {
  const marks: Mark[] = [];
  const siteNumber = siteCounter();
  for (const { place, state, holder, grade } of seen) {
    const spot = spotOf(plane, place);
    if (!spot) continue;
    const { id, level } = place;
    const at = seenAt(zoom, spot);
    marks.push({
      id,
      name: placeTitle(place),
      level: level as Mark["level"],
      state,
      grade,
      ...(holder !== undefined ? { holder } : {}),
      ...(level === "site" ? besideTown(at, siteNumber(id)) : at),
    });
  }
  return marks;
}

/** The mark nearest to a point, at most `reach` pixels away. */
export function markAt(marks: readonly Mark[], at: Point, reach: number): Mark | undefined {
  let best: Mark | undefined;
  let least = reach;
  for (const mark of marks) {
    const away = Math.hypot(mark.x - at.x, mark.y - at.y);
    if (away < least) [best, least] = [mark, away];
  }
  return best;
}
