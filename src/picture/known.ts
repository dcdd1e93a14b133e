import type { Claim } from "../domain/claim.ts";
import type { ClaimId, ReportId } from "../domain/ids.ts";
import type { Report } from "../domain/report.ts";
import { countingReadings } from "../ledger/current.ts";
import type { Ledger } from "../ledger/entry.ts";
import { judged } from "../ledger/judged.ts";
import { type DayNumber, toDayNumber } from "./day-number.ts";

/** A claim with the days on which the ledger knew it in this form; half-open. */
export interface KnownClaim<Kind extends Claim = Claim> {
  readonly claim: Kind;
  readonly report: Report | undefined;
  /** The day of publication; where the report gives none, the last day that the claim speaks of. */
  readonly published: DayNumber;
  readonly from: DayNumber;
  readonly until: DayNumber | undefined;
}

/**
 * Every claim of a counting reading, in each form that judgements and corrections gave it over time. A claim that can be
 * placed on no day of knowledge (neither published nor dated) is left out.
 */
export function* knownClaims(ledger: Ledger): Iterable<KnownClaim> {
  const withdrawn = withdrawalDays(ledger);
  const forms = formsOf(ledger);
  let report: Report | undefined;
  for (const claim of currentOf(ledger)) {
    if (report?.id !== claim.report) report = ledger.reports.get(claim.report);
    const published = publishedOf(claim, report);
    if (published === undefined) continue;
    const end = withdrawn.get(claim.report);
    const judged = forms.get(claim.id);
    if (!judged) {
      if (end === undefined || end > published)
        yield { claim, report, published, from: published, until: end };
      continue;
    }
    for (const form of judged) {
      const from = Math.max(form.from, published);
      const until = least(form.until, end);
      if (until === undefined || until > from) yield { claim: form.claim, report, published, from, until };
    }
  }
}

export function isKnown({ from, until }: Pick<KnownClaim, "from" | "until">, day: DayNumber): boolean {
  return from <= day && (until === undefined || until > day);
}

function currentOf(ledger: Ledger): Iterable<Claim> {
  if (ledger.readings.size === 0) return ledger.claims.values();
  const counting = countingReadings(ledger.readings.values());
  const named = new Set<ClaimId>();
  for (const { claims } of counting.values()) for (const id of claims) named.add(id);
  return [...ledger.claims.values()].filter((claim) => named.has(claim.id) || !counting.has(claim.report));
}

function publishedOf(claim: Claim, report: Report | undefined): DayNumber | undefined {
  const day = report?.publishedOn ?? claim.valid.until ?? claim.valid.from;
  return day && toDayNumber(day);
}

/** The first day on which a report was withdrawn or replaced by its source. */
function withdrawalDays(ledger: Ledger): ReadonlyMap<ReportId, DayNumber> {
  const days = new Map<ReportId, DayNumber>();
  const add = (report: ReportId, day: DayNumber) =>
    void days.set(report, Math.min(day, days.get(report) ?? day));
  for (const { report, on } of ledger.retractions.values()) add(report, toDayNumber(on));
  for (const { earlier, later } of ledger.revisions.values()) {
    const on = ledger.reports.get(later)?.publishedOn;
    if (on) add(earlier, toDayNumber(on));
  }
  return days;
}

interface Form {
  readonly claim: Claim;
  readonly from: DayNumber;
  readonly until?: DayNumber;
}

/** The forms, in time, of the claims that people have judged; claims that nobody touched are not listed. */
function formsOf(ledger: Ledger): ReadonlyMap<ClaimId, readonly Form[]> {
  const forms = new Map<ClaimId, Form[]>();
  const judgements = [...ledger.judgements.values()];
  const touched = touchedBy(judgements, currentOf(ledger));
  if (touched.length === 0) return forms;
  const days = [...new Set(judgements.map(({ on }) => on))].sort();
  const spans = [undefined, ...days].map((day, i) => ({ day, end: days[i] }));
  for (const { day, end } of spans) {
    const kept = day === undefined ? touched : judged(touched, judgements, day).claims;
    for (const claim of kept) {
      const form = {
        claim,
        from: day === undefined ? Number.NEGATIVE_INFINITY : toDayNumber(day),
        ...(end !== undefined && { until: toDayNumber(end) }),
      };
      forms.set(claim.id, [...(forms.get(claim.id) ?? []), form]);
    }
  }
  for (const { id } of touched) if (!forms.has(id)) forms.set(id, []);
  return forms;
}

function touchedBy(judgements: readonly { decision: unknown }[], claims: Iterable<Claim>): readonly Claim[] {
  const ids = new Set<unknown>();
  const places = new Set<unknown>();
  for (const { decision } of judgements) {
    const { claim, from, into } = decision as { claim?: ClaimId; from?: string; into?: string };
    if (claim) ids.add(claim);
    if (from && into) places.add(from).add(into);
  }
  if (ids.size === 0 && places.size === 0) return [];
  return [...claims].filter(
    ({ id, place }) => ids.has(id) || (place?.id !== undefined && places.has(place.id)),
  );
}

function least(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined) return b;
  return b === undefined ? a : Math.min(a, b);
}
