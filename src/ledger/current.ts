import type { Claim } from "../domain/claim.ts";
import type { Day } from "../domain/day.ts";
import type { ReportId } from "../domain/ids.ts";
import type { Ledger, Reading } from "./entry.ts";
import { compareExtractors } from "./extractor.ts";

/** Positive when `a` counts before `b`: the newer extractor, then the greater id. */
export function compareReadings(a: Reading, b: Reading): number {
  return compareExtractors(a.extractor, b.extractor) || (a.id < b.id ? -1 : 1);
}

/** For each report that was read, the reading that counts. */
export function countingReadings(readings: Iterable<Reading>): ReadonlyMap<ReportId, Reading> {
  const counting = new Map<ReportId, Reading>();
  for (const reading of readings) {
    const so = counting.get(reading.report);
    if (!so || compareReadings(reading, so) > 0) counting.set(reading.report, reading);
  }
  return counting;
}

/** Claims that count, in order of their ids: those of each report's counting reading; all of a report that has no reading. */
export function currentClaims(ledger: Ledger): readonly Claim[] {
  const counting = countingReadings(ledger.readings.values());
  const named = new Set([...counting.values()].flatMap((reading) => reading.claims));
  return [...ledger.claims.values()]
    .filter((claim) => named.has(claim.id) || !counting.has(claim.report))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Reports that by `knownAt` their source had withdrawn, or replaced by a later version. */
export function withdrawnReports(ledger: Ledger, knownAt: Day): ReadonlySet<ReportId> {
  const withdrawn = new Set<ReportId>();
  for (const { report, on } of ledger.retractions.values()) if (on <= knownAt) withdrawn.add(report);
  for (const { earlier, later } of ledger.revisions.values()) {
    const day = ledger.reports.get(later)?.publishedOn;
    if (day !== undefined && day <= knownAt) withdrawn.add(earlier);
  }
  return withdrawn;
}
