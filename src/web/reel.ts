import type { AccessMark, Film, FilmRow, PlaceRow } from "../api/wire.ts";
import { addDays, type Day, daysBetween } from "../domain/day.ts";
import { GRADES, type Grade, type PlaceState, STATES } from "../picture/types.ts";

/** One place as a picture shows it. */
export interface Seen {
  readonly place: PlaceRow;
  readonly state: PlaceState;
  readonly holder?: string;
  readonly grade: Grade;
  readonly since?: Day;
}

export interface Stretch {
  readonly from: Day;
  readonly to: Day;
}

const EPOCH = "2000-01-01" as Day;
/** Days of one request. */
const STRETCH_DAYS = 64;

/** The stretch that holds a day: always the same one, so that it is fetched once. Cut to the days of the ledger. */
export function stretchOf(day: Day, first: Day, last: Day): Stretch {
  const index = Math.floor(daysBetween(EPOCH, day) / STRETCH_DAYS);
  const from = addDays(EPOCH, index * STRETCH_DAYS);
  const to = addDays(from, STRETCH_DAYS - 1);
  return {
    from: from < first ? (day < first ? day : first) : from,
    to: to > last ? (day > last ? day : last) : to,
  };
}

/** Pictures of a stretch of days, ready to be shown without asking anybody. */
export class Reel {
  readonly places: readonly PlaceRow[];
  private readonly first: Day;
  private readonly frames: readonly (readonly Seen[])[];
  private readonly ways: readonly (readonly AccessMark[])[];

  constructor(film: Film, first: Day) {
    this.places = film.places;
    this.first = first;
    let ways: readonly AccessMark[] = [];
    this.ways = film.frames.map(({ access }) => {
      ways = access ?? ways;
      return ways;
    });
    let now: (Seen | undefined)[] = [];
    this.frames = film.frames.map(({ set, drop }) => {
      now = now.slice();
      for (const row of set) now[row[0]] = seenFrom(row, film);
      for (const index of drop) now[index] = undefined;
      return now.filter((seen) => seen !== undefined);
    });
  }

  /** Roads, crossings and airports of which something is told. */
  accessAt(day: Day): readonly AccessMark[] {
    return this.ways[daysBetween(this.first, day)] ?? [];
  }

  /** `undefined` when the day is not on this reel. */
  at(day: Day): readonly Seen[] | undefined {
    return this.frames[daysBetween(this.first, day)];
  }
}

function seenFrom([place, state, holder, grade, since]: FilmRow, film: Film): Seen {
  const by = film.holders[holder];
  return {
    place: film.places[place]!,
    state: STATES[state]!,
    grade: GRADES[grade]!,
    ...(by !== undefined ? { holder: by } : {}),
    ...(since !== "" ? { since: since as Day } : {}),
  };
}

export interface Difference {
  readonly was: Seen | undefined;
  readonly is: Seen | undefined;
}

/** Places that are not as they were. */
export function changedBetween(before: readonly Seen[], after: readonly Seen[]): readonly Difference[] {
  const was = new Map(before.map((seen) => [seen.place.id, seen]));
  const changes: { was: Seen | undefined; is: Seen | undefined }[] = [];
  for (const is of after) {
    const old = was.get(is.place.id);
    was.delete(is.place.id);
    if (!old || old.state !== is.state || old.holder !== is.holder) changes.push({ was: old, is });
  }
  for (const old of was.values()) changes.push({ was: old, is: undefined });
  return changes;
}
