import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseCsv } from "../src/domain/csv.ts";
import { addDays, type Day, daysBetween, parseDay } from "../src/domain/day.ts";
import { toDayNumber } from "../src/picture/day-number.ts";
import { type Folded, type FoldedPlace, stretchesAt, stretchOn } from "../src/picture/fold.ts";
import { assessmentOf } from "../src/picture/stretch.ts";
import type { Assessment } from "../src/picture/types.ts";
import { siteKind } from "./gold-claims.ts";
import { folded as plain } from "./places.ts";

/** A row of `truth.csv`: on `date` the place went to `to`; an empty `to` means that nobody named has it. */
export interface TruthRow {
  readonly place: string;
  readonly admin1: string;
  readonly date: Day;
  readonly to: string;
}

/** How a row fared. `early`: the new holder stands there two days before. */
export type Verdict = "right" | "wrong holder" | "no holder" | "disputed" | "early" | "no place";

export interface RowResult {
  readonly row: TruthRow;
  readonly verdict: Verdict;
  readonly found?: Assessment;
  readonly daysOff?: number;
}

export interface Series {
  readonly right: number;
  readonly of: number;
  readonly wrongHolder: number;
  readonly early: number;
  readonly medianDaysOff: number;
}

/** Whether the holder that a picture gives is the actor that the truth names. */
export type HolderJudge = (truth: string, holder: string) => boolean;

const KNOWN_AFTER_DAYS = 14;

export function readTruth(shared: string, theatre: string): readonly TruthRow[] {
  const text = readFileSync(join(shared, "corpus", theatre, "truth.csv"), "utf8");
  return parseCsv(text).map(({ place, admin1, date, to }) => ({
    place: place!,
    admin1: admin1!,
    date: parseDay(date!)!,
    to: to!,
  }));
}

export function seriesResults(
  truth: readonly TruthRow[],
  folded: Folded,
  same: HolderJudge,
): readonly RowResult[] {
  return truth.map((row) => rowResult(row, placesOf(row, folded), same));
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
  };
}

/** The first of the places that may be meant decides; a later one only where the first says nothing. */
function rowResult(row: TruthRow, places: readonly FoldedPlace[], same: HolderJudge): RowResult {
  const results = places.map((place) => resultAt(row, place, same));
  return results.find(({ verdict }) => verdict !== "no place") ?? { row, verdict: "no place" };
}

function resultAt(row: TruthRow, place: FoldedPlace, same: HolderJudge): RowResult {
  const knownAt = addDays(row.date, KNOWN_AFTER_DAYS);
  const on = (day: Day) => assessmentAt(place, day, knownAt);
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

function assessmentAt(place: FoldedPlace, asOf: Day, knownAt: Day): Assessment | undefined {
  const [day, known] = [toDayNumber(asOf), toDayNumber(knownAt)];
  const stretch = stretchOn(stretchesAt(place, known), day);
  return stretch && assessmentOf(stretch, place.place, day, known);
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

/** Places of the row's name, or sites of the town that it starts with; of its own unit where any is, settlements first. */
function placesOf(row: TruthRow, folded: Folded): readonly FoldedPlace[] {
  const name = plain(row.place);
  const kind = siteKind(row.place);
  const all = [...folded.places.values()];
  const exact = all.filter(({ place }) => plain(place.name) === name);
  const sites = all.filter(
    ({ place }) => place.level === "site" && place.site === kind && name.includes(plain(place.name)),
  );
  const corps = all.filter(
    ({ place }) => place.level === "site" && place.site === kind && place.admin1 === row.admin1,
  );
  const found = exact.length > 0 ? exact : sites.length > 0 ? sites : kind === "other" ? [] : corps;
  const unit = found.filter(({ place }) => place.admin1 && plain(place.admin1) === plain(row.admin1));
  return (unit.length > 0 ? unit : found).toSorted(
    (a, b) => LEVEL_ORDER.indexOf(a.place.level) - LEVEL_ORDER.indexOf(b.place.level),
  );
}
