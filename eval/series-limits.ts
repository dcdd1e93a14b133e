import { addDays, type Day } from "../src/domain/day.ts";
import { toDayNumber } from "../src/picture/day-number.ts";
import { evidenceOf, type FoldedPlace } from "../src/picture/folded-place.ts";
import type { TruthRow } from "./series.ts";

/** Why no picture can meet a row of the control series by the measure of the contract. */
export type Limit =
  /** The truth file itself gives the place to another on the day tested, or to the same two days before. */
  | "rows a day apart"
  /** Nothing about the place was published within two weeks. */
  | "told later"
  /** Every claim of the change leaves open whether it happened by the day tested. */
  | "day left open";

export function limitOf(
  row: TruthRow,
  truth: readonly TruthRow[],
  place: FoldedPlace | undefined,
  knownAt: Day,
): Limit | undefined {
  const after = holderBy(truth, row, addDays(row.date, 1));
  const before = holderBy(truth, row, addDays(row.date, -2));
  if (after !== row.to || (row.to !== "" && before === row.to)) return "rows a day apart";
  if (!place) return undefined;
  const known = evidenceOf(place).filter(({ knownFrom }) => knownFrom <= toDayNumber(knownAt));
  if (known.length === 0) return "told later";
  const [date, tested] = [toDayNumber(row.date), toDayNumber(addDays(row.date, 1))];
  const about = known.filter(
    ({ first, last, saying }) =>
      first <= date && last >= date && (saying.kind === "lost" || (saying.kind === "has" && saying.change)),
  );
  return about.length > 0 && about.every(({ last }) => last > tested) ? "day left open" : undefined;
}

/** Whom the truth file gives the place to at the end of a day; the later row of one day counts. */
function holderBy(truth: readonly TruthRow[], { place, admin1 }: TruthRow, day: Day): string | undefined {
  const rows = truth.filter((row) => row.place === place && row.admin1 === admin1);
  const inOrder = rows.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return inOrder.findLast((row) => row.date <= day)?.to ?? inOrder[0]?.from;
}
