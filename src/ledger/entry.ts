import type { Claim } from "../domain/claim.ts";
import type { Day } from "../domain/day.ts";
import type { ClaimId, ReportId } from "../domain/ids.ts";
import type { Judgement, JudgementId } from "../domain/judgement.ts";
import type { Report } from "../domain/report.ts";

/** Which extractor version read which report into which claims. The newest extractor's reading of a report counts. */
export interface Reading {
  readonly id: string;
  readonly report: ReportId;
  readonly extractor: string;
  /** In the order of their ids, each once. */
  readonly claims: readonly ClaimId[];
}

/** Where a report was met: a URL, the input's own `id`, or both. One report may have many. */
export interface Address {
  readonly id: string;
  readonly report: ReportId;
  readonly url?: string;
  readonly ref?: string;
}

/** The source later published `later` at the address where it had published `earlier`. */
export interface Revision {
  readonly id: string;
  readonly earlier: ReportId;
  readonly later: ReportId;
}

/** A report withdrawn by its source, from a day on. */
export interface Retraction {
  readonly id: string;
  readonly report: ReportId;
  readonly on: Day;
  readonly reason?: string;
}

export type Entry =
  | { readonly entry: "report"; readonly report: Report }
  | { readonly entry: "address"; readonly address: Address }
  | { readonly entry: "revision"; readonly revision: Revision }
  | { readonly entry: "claim"; readonly claim: Claim }
  | { readonly entry: "reading"; readonly reading: Reading }
  | { readonly entry: "judgement"; readonly judgement: Judgement }
  | { readonly entry: "retraction"; readonly retraction: Retraction };

/** Also the canonical order of kinds: what is named comes before what names it. */
export const ENTRY_KINDS = [
  "report",
  "address",
  "revision",
  "claim",
  "reading",
  "judgement",
  "retraction",
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/**
 * The set of entries. Merging two ledgers is set union; order and repetition of arrival cannot matter.
 * `reports` carry the least of their addresses as `url` and `ref`; `addresses` has all.
 */
export interface Ledger {
  readonly reports: ReadonlyMap<ReportId, Report>;
  readonly addresses: ReadonlyMap<string, Address>;
  readonly revisions: ReadonlyMap<string, Revision>;
  readonly claims: ReadonlyMap<ClaimId, Claim>;
  readonly readings: ReadonlyMap<string, Reading>;
  readonly judgements: ReadonlyMap<JudgementId, Judgement>;
  readonly retractions: ReadonlyMap<string, Retraction>;
}

export function entryId(entry: Entry): string {
  switch (entry.entry) {
    case "report":
      return entry.report.id;
    case "address":
      return entry.address.id;
    case "revision":
      return entry.revision.id;
    case "claim":
      return entry.claim.id;
    case "reading":
      return entry.reading.id;
    case "judgement":
      return entry.judgement.id;
    case "retraction":
      return entry.retraction.id;
  }
}
