import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { ClaimContent } from "../domain/claim.ts";
import type { ClaimId, ReportId } from "../domain/ids.ts";
import type { Report } from "../domain/report.ts";
import { canonical } from "./canonical.ts";

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
