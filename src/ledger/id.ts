import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { ClaimContent } from "../domain/claim.ts";
import type { ClaimId, ReportId } from "../domain/ids.ts";
import type { Judgement, JudgementId } from "../domain/judgement.ts";
import type { Report } from "../domain/report.ts";
import { canonical } from "./canonical.ts";
import type { Address, Entry, Reading, Retraction, Revision } from "./entry.ts";

/** First 128 bits of SHA-256 over the canonical encoding, as 32 hex digits. */
export function contentHash(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(value))).subarray(0, 16));
}

/** The same text by the same source on the same day is the same report, whatever its address. */
export function reportId(report: Omit<Report, "id">): ReportId {
  const { text, title, source, publishedOn } = report;
  return `r_${contentHash({ text, title, source: source?.name, publishedOn })}` as ReportId;
}

/** What the claim says; not who extracted it, by which rule, or under which name the report came in. */
export function claimId(content: ClaimContent): ClaimId {
  const { extractor: _extractor, basis: _basis, reportRef: _ref, ...said } = content;
  return `c_${contentHash(said)}` as ClaimId;
}

export function addressId(address: Omit<Address, "id">): string {
  return `ad_${contentHash({ report: address.report, url: address.url, ref: address.ref })}`;
}

export function revisionId(revision: Omit<Revision, "id">): string {
  return `rv_${contentHash({ earlier: revision.earlier, later: revision.later })}`;
}

export function readingId(reading: Omit<Reading, "id">): string {
  const { report, extractor, claims } = reading;
  return `rd_${contentHash({ report, extractor, claims: [...new Set(claims)].sort() })}`;
}

export function judgementId(judgement: Omit<Judgement, "id">): JudgementId {
  const { decision, reviewer, on, reason, after } = judgement;
  return `j_${contentHash({ decision, reviewer, on, reason, after })}` as JudgementId;
}

export function retractionId(retraction: Omit<Retraction, "id">): string {
  const { report, on, reason } = retraction;
  return `rt_${contentHash({ report, on, reason })}`;
}

/** The id that the entry's content has; differs from the one it carries when somebody changed it. */
export function idOfContent(entry: Entry): string {
  switch (entry.entry) {
    case "report":
      return reportId(entry.report);
    case "address":
      return addressId(entry.address);
    case "revision":
      return revisionId(entry.revision);
    case "claim": {
      const { id: _id, ...content } = entry.claim;
      return claimId(content);
    }
    case "reading":
      return readingId(entry.reading);
    case "judgement":
      return judgementId(entry.judgement);
    case "retraction":
      return retractionId(entry.retraction);
  }
}
