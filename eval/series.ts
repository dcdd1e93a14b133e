import { readFileSync } from "node:fs";
import { parseCsv } from "../src/domain/csv.ts";
import { addDays, type Day, daysBetween, parseDay } from "../src/domain/day.ts";
import type { Gazetteer } from "../src/gazetteer/types.ts";
import { assessmentAt } from "../src/picture/assessment.ts";
import type { Folded } from "../src/picture/fold.ts";
import type { FoldedPlace } from "../src/picture/folded-place.ts";
import type { Assessment } from "../src/picture/types.ts";
import { siteKind } from "./gold-claims.ts";
import { folded as plain } from "./places.ts";
import { type Limit, limitOf } from "./series-limits.ts";

/** A row of `truth.csv`: on `date` the place went to `to`; an empty `to` means that nobody named has it. */
export interface TruthRow {
  readonly place: string;
  readonly admin1: string;
  /** As a name. */
  readonly country: string;
  readonly date: Day;
  readonly from: string;
  readonly to: string;
}

/** How a row fared. `early`: the new holder stands there two days before. */
export type Verdict = "right" | "wrong holder" | "no holder" | "disputed" | "early" | "no place";

export interface RowResult {
  readonly row: TruthRow;
  readonly verdict: Verdict;
  readonly found?: Assessment;
  readonly daysOff?: number;
  /** Why no picture could be right here; only for rows that are not. */
  readonly limit?: Limit;
}

export interface Series {
  readonly right: number;
  readonly of: number;
  readonly wrongHolder: number;
  readonly early: number;
  readonly medianDaysOff: number;
  /** The same without the rows that no picture can meet (`series-limits.ts`). */
  readonly canBeMet: { readonly right: number; readonly of: number };
}

/** Whether the holder that a picture gives is the actor that the truth names. */
export type HolderJudge = (truth: string, holder: string) => boolean;

const KNOWN_AFTER_DAYS = 14;

export function readTruth(file: string): readonly TruthRow[] {
  const text = readFileSync(file, "utf8");
  return parseCsv(text).map(({ place, admin1, country, date, from, to }) => ({
    place: place!,
    admin1: admin1!,
    country: country!,
    date: parseDay(date!)!,
    from: from!,
    to: to!,
  }));
}

export function seriesResults(
  truth: readonly TruthRow[],
  folded: Folded,
  same: HolderJudge,
  gazetteer?: Finder,
): readonly RowResult[] {
  return truth.map((row) => {
    const places = placesOf(row, folded, gazetteer);
    const result = rowResult(row, places, same);
    const limit =
      result.verdict === "right"
        ? undefined
        : limitOf(row, truth, places[0], addDays(row.date, KNOWN_AFTER_DAYS));
    return { ...result, ...(limit && { limit }) };
  });
}

export function seriesOf(results: readonly RowResult[]): Series {
  const count = (verdict: Verdict) => results.filter((result) => result.verdict === verdict).length;
  const off = results
    .flatMap(({ daysOff }) => (daysOff === undefined ? [] : [daysOff]))
    .sort((a, b) => a - b);
  return {
    right: count("right"),
    of: results.length,
    wrongHolder: count("wrong holder"),
    early: count("early"),
    medianDaysOff: off[Math.floor(off.length / 2)] ?? 0,
    canBeMet: { right: count("right"), of: results.filter(({ limit }) => !limit).length },
  };
}

/** The first of the places that may be meant decides; a later one only where the first says nothing. */
function rowResult(row: TruthRow, places: readonly FoldedPlace[], same: HolderJudge): RowResult {
  const results = places.map((place) => resultAt(row, place, same));
  return results.find(({ verdict }) => verdict !== "no place") ?? { row, verdict: "no place" };
}

function resultAt(row: TruthRow, place: FoldedPlace, same: HolderJudge): RowResult {
  const knownAt = addDays(row.date, KNOWN_AFTER_DAYS);
  const on = (day: Day) => assessmentAt(place, { asOf: day, knownAt });
  const has = (found: Assessment | undefined) =>
    row.to === "" ? found?.holder === undefined : holds(found, row.to, same);
  const found = on(addDays(row.date, 1));
  if (!found) return { row, verdict: "no place" };
  const days = Array.from({ length: 2 * KNOWN_AFTER_DAYS }, (_, i) =>
    addDays(row.date, i - KNOWN_AFTER_DAYS),
  );
  const first = days.find((day) => has(on(day)));
  const daysOff = first === undefined ? {} : { daysOff: Math.abs(daysBetween(row.date, first)) };
  return { row, found, ...daysOff, verdict: verdictOf(row, found, has, has(on(addDays(row.date, -2)))) };
}

function verdictOf(
  row: TruthRow,
  found: Assessment,
  has: (found: Assessment) => boolean,
  before: boolean,
): Verdict {
  if (has(found)) return before && row.to !== "" ? "early" : "right";
  if (found.state === "disputed") return "disputed";
  return found.holder === undefined ? "no holder" : "wrong holder";
}

function holds(found: Assessment | undefined, to: string, same: HolderJudge): boolean {
  if (!found || found.grade === "disputed") return false;
  if (to === "contested") return found.state === "contested";
  return found.holder !== undefined && same(to, found.holder);
}

const LEVEL_ORDER = [
  "city",
  "town",
  "village",
  "crossing",
  "district",
  "road",
  "area",
  "province",
  "site",
  "country",
];

/**
 * Places of the row's name, sites of the town that it starts with, or rows that the gazetteer knows under the name; of its
 * own unit where any is, settlements first.
 */
function placesOf(row: TruthRow, folded: Folded, gazetteer: Finder | undefined): readonly FoldedPlace[] {
  const name = plain(row.place);
  const kind = siteKind(row.place);
  const all = [...folded.places.values()];
  const exact = all.filter(({ place }) => plain(place.name) === name);
  const ids = kind === "other" ? rowIds(row, gazetteer) : [];
  const spelt = all.filter(({ place }) => ids.includes(place.id));
  const sites = all.filter(({ place }) => place.level === "site" && place.site === kind);
  const ofTown = sites.filter(({ place }) => name.includes(plain(place.name)));
  const ofUnit = kind === "other" ? [] : sites.filter(({ place }) => place.admin1 === row.admin1);
  const found = [exact, spelt, ofTown, ofUnit].find((places) => places.length > 0) ?? [];
  const unit = found.filter(({ place }) => place.admin1 && plain(place.admin1) === plain(row.admin1));
  return (unit.length > 0 ? unit : found).toSorted(
    (a, b) => LEVEL_ORDER.indexOf(a.place.level) - LEVEL_ORDER.indexOf(b.place.level),
  );
}

/** What the series asks of a gazetteer: rows by name. */
export type Finder = Pick<Gazetteer, "candidates">;

function rowIds(row: TruthRow, gazetteer: Finder | undefined): readonly string[] {
  const country = gazetteer?.candidates(row.country, {})[0]?.place.country;
  if (!gazetteer || !country) return [];
  const rows = gazetteer.candidates(row.place, { countries: [country] }).map(({ place }) => place);
  const inCountry = rows.filter((place) => place.country === country);
  const inUnit = inCountry.filter(({ admin1 }) => admin1 && plain(admin1) === plain(row.admin1));
  return (inUnit.length > 0 ? inUnit : inCountry.slice(0, 1)).map(({ id }) => id);
}
