import type { Claim } from "../domain/claim.ts";
import type { Day } from "../domain/day.ts";
import type { Ledger } from "../ledger/entry.ts";

/** Newest publication first, those without a day last; within a day by report, place in the text and id. */
export function newestFirst(claims: Iterable<Claim>, { reports }: Pick<Ledger, "reports">): readonly Claim[] {
  const published = (claim: Claim) => reports.get(claim.report)?.publishedOn;
  return [...claims].sort((a, b) => compareDays(published(b), published(a)) || compareInReport(a, b));
}

/** Undated last when sorted from new to old. */
function compareDays(a: Day | undefined, b: Day | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return -1;
  if (b === undefined) return 1;
  return a < b ? -1 : 1;
}

function compareInReport(a: Claim, b: Claim): number {
  if (a.report !== b.report) return a.report < b.report ? -1 : 1;
  return a.quote.start - b.quote.start || (a.id < b.id ? -1 : 1);
}
