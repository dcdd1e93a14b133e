import type { Claim } from "../domain/claim.ts";
import type { ClaimId, ReportId } from "../domain/ids.ts";
import type { Judgement } from "../domain/judgement.ts";
import type { Report } from "../domain/report.ts";

/** Which extractor version read which report into which claims. The newest extractor's reading of a report counts. */
export interface Reading {
  readonly id: string;
  readonly report: ReportId;
  readonly extractor: string;
  readonly claims: readonly ClaimId[];
}

/** A report withdrawn or corrected by its source, from a day on. */
export interface Retraction {
  readonly id: string;
  readonly report: ReportId;
  readonly on: string;
  readonly reason?: string;
}

export type Entry =
  | { readonly entry: "report"; readonly report: Report }
  | { readonly entry: "reading"; readonly reading: Reading }
  | { readonly entry: "claim"; readonly claim: Claim }
  | { readonly entry: "judgement"; readonly judgement: Judgement }
  | { readonly entry: "retraction"; readonly retraction: Retraction };

/** The set of entries. Merging two ledgers is set union; order and repetition of arrival cannot matter. */
export interface Ledger {
  readonly reports: ReadonlyMap<ReportId, Report>;
  readonly readings: ReadonlyMap<string, Reading>;
  readonly claims: ReadonlyMap<ClaimId, Claim>;
  readonly judgements: ReadonlyMap<string, Judgement>;
  readonly retractions: ReadonlyMap<string, Retraction>;
}
