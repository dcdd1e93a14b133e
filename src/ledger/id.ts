import type { ClaimContent } from "../domain/claim.ts";
import type { ClaimId, ReportId } from "../domain/ids.ts";
import type { Judgement, JudgementId } from "../domain/judgement.ts";
import type { Report } from "../domain/report.ts";
import { canonical } from "./canonical.ts";
import type { Address, Entry, Reading, Retraction, Revision } from "./entry.ts";
import { PORTABLE_SHA256, type Sha256 } from "./sha256.ts";

/** First 128 bits of SHA-256 over the canonical encoding, as 32 hex digits. */
export function contentHash(value: unknown, sha256 = PORTABLE_SHA256): string {
  return sha256.of(canonical(value)).slice(0, 32);
}

/** The same text by the same source on the same day is the same report, whatever its address. */
export function reportId(report: Omit<Report, "id">, sha256?: Sha256): ReportId {
  const { text, title, source, publishedOn } = report;
  return `r_${contentHash({ text, title, source: source?.name, publishedOn }, sha256)}` as ReportId;
}

/** What the claim says; not who extracted it, by which rule, or under which name the report came in. */
export function claimId(content: ClaimContent, sha256?: Sha256): ClaimId {
  const { extractor: _extractor, basis: _basis, reportRef: _ref, ...said } = content;
  return `c_${contentHash(said, sha256)}` as ClaimId;
}

export function addressId(address: Omit<Address, "id">, sha256?: Sha256): string {
  return `ad_${contentHash({ report: address.report, url: address.url, ref: address.ref }, sha256)}`;
}

export function revisionId(revision: Omit<Revision, "id">, sha256?: Sha256): string {
  return `rv_${contentHash({ earlier: revision.earlier, later: revision.later }, sha256)}`;
}

export function readingId(reading: Omit<Reading, "id">, sha256?: Sha256): string {
  const { report, extractor, claims } = reading;
  return `rd_${contentHash({ report, extractor, claims: [...new Set(claims)].sort() }, sha256)}`;
}

export function judgementId(judgement: Omit<Judgement, "id">, sha256?: Sha256): JudgementId {
  const { decision, reviewer, on, reason, after } = judgement;
  return `j_${contentHash({ decision, reviewer, on, reason, after }, sha256)}` as JudgementId;
}

export function retractionId(retraction: Omit<Retraction, "id">, sha256?: Sha256): string {
  const { report, on, reason } = retraction;
  return `rt_${contentHash({ report, on, reason }, sha256)}`;
}

/** The id that the entry's content has; differs from the one it carries when somebody changed it. */
export function idOfContent(entry: Entry, sha256?: Sha256): string {
  switch (entry.entry) {
    case "report":
      return reportId(entry.report, sha256);
    case "address":
      return addressId(entry.address, sha256);
    case "revision":
      return revisionId(entry.revision, sha256);
    case "claim": {
      const { id: _id, ...content } = entry.claim;
      return claimId(content, sha256);
    }
    case "reading":
      return readingId(entry.reading, sha256);
    case "judgement":
      return judgementId(entry.judgement, sha256);
    case "retraction":
      return retractionId(entry.retraction, sha256);
  }
}
