import { addDays, type Day, daysBetween } from "../domain/day.ts";
import { type AccessStatusNow, type Assessment, GRADES, STATES } from "../picture/types.ts";
import type { Asking, Question } from "./question.ts";
import type { AccessMark, Film, FilmRow, PlaceRow } from "./wire.ts";

/** Frames of one answer: the page asks for a window at a time. */
export const MAX_FRAMES = 96;

/** Which of the two dates runs along the film: both together, or one while the other stands still. */
export type Line =
  | { readonly kind: "linked" }
  | { readonly kind: "as-of"; readonly knownAt: Day }
  | { readonly kind: "known-at"; readonly asOf: Day };

export function viewpointOn(line: Line, day: Day): { readonly asOf: Day; readonly knownAt: Day } {
  switch (line.kind) {
    case "linked":
      return { asOf: day, knownAt: day };
    case "as-of":
      return { asOf: day, knownAt: line.knownAt };
    case "known-at":
      return { asOf: line.asOf, knownAt: day };
  }
}

/** Every day from `from` to `to`, both included. */
export function daysFromTo(from: Day, to: Day): readonly Day[] {
  const count = Math.max(0, daysBetween(from, to) + 1);
  return Array.from({ length: count }, (_, i) => addDays(from, i));
}

/** A picture a day, each told as the difference to the one before it, so that a slider can run through them. */
export function film(
  revision: string,
  viewpoints: readonly Question[],
  asking: Pick<Asking, "places" | "access">,
  placeNamed: (name: string) => PlaceRow | undefined,
): Film {
  const places = new Map<string, number>();
  const rows: PlaceRow[] = [];
  const holders = new Map<string, number>();
  let before = new Map<number, string>();
  let toldAccess = "[]";
  const frames = viewpoints.map((viewpoint) => {
    const now = new Map<number, string>();
    const set: FilmRow[] = [];
    for (const assessment of asking.places(viewpoint)) {
      const index = indexIn(places, `${assessment.place.id}@${assessment.place.level}`, () =>
        rows.push(assessment.place),
      );
      const row = filmRow(assessment, index, holders);
      const told = row.join("|");
      now.set(index, told);
      if (before.get(index) !== told) set.push(row);
    }
    const drop = [...before.keys()].filter((index) => !now.has(index));
    before = now;
    const access = asking.access(viewpoint).flatMap((row) => accessMark(row, placeNamed));
    const told = JSON.stringify(access);
    const same = told === toldAccess;
    toldAccess = told;
    return { asOf: viewpoint.asOf, knownAt: viewpoint.knownAt, set, drop, ...(same ? {} : { access }) };
  });
  return { revision, places: rows, holders: [...holders.keys()], frames };
}

/** Where a way can be drawn: a crossing at its place, a road between the two places that it joins, if both are known. */
function accessMark(
  { target, status, place, from, to }: AccessStatusNow,
  placeNamed: (name: string) => PlaceRow | undefined,
): readonly AccessMark[] {
  const [start, end] = [from, to].map((name) =>
    name === undefined ? undefined : positionOf(placeNamed(name)),
  );
  const at = start ?? positionOf(place);
  if (!at) return [];
  const name = from && to ? `${from} – ${to}` : place.name;
  return [{ target, status, name, at, ...(start && end ? { to: end } : {}) }];
}

function positionOf(place: Pick<PlaceRow, "lon" | "lat"> | undefined) {
  return place?.lon === undefined || place.lat === undefined ? undefined : { lon: place.lon, lat: place.lat };
}

function filmRow(assessment: Assessment, index: number, holders: Map<string, number>): FilmRow {
  const { state, holder, grade, since } = assessment;
  const by = holder === undefined ? -1 : indexIn(holders, holder, () => {});
  return [index, STATES.indexOf(state), by, GRADES.indexOf(grade), since?.from ?? ""];
}

function indexIn(map: Map<string, number>, key: string, added: () => void): number {
  const found = map.get(key);
  if (found !== undefined) return found;
  const index = map.size;
  map.set(key, index);
  added();
  return index;
}
