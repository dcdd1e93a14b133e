import type { Claim } from "../domain/claim.ts";
import type { Report } from "../domain/report.ts";
import type { ApiDeps } from "./deps.ts";
import type { Desk } from "./desk.ts";
import type { ClaimRow, ReportRow } from "./wire.ts";

/** Characters of the report shown on each side of a quote. */
const CONTEXT = 180;

export function claimRow(desk: Desk, deps: Pick<ApiDeps, "asking">, claim: Claim): ClaimRow {
  const report = desk.ledger.reports.get(claim.report);
  const source = report?.source;
  const letter = source && deps.asking.fold.sources.reliabilityOf(source);
  return {
    claim,
    ...(source
      ? {
          source: {
            name: source.name,
            ...(source.kind ? { kind: source.kind } : {}),
            ...(source.camp ? { camp: source.camp } : {}),
            ...(letter ? { letter } : {}),
          },
        }
      : {}),
    ...(report?.publishedOn ? { publishedOn: report.publishedOn } : {}),
    ...(report?.title ? { title: report.title } : {}),
    ...(report?.url ? { url: report.url } : {}),
    before: report ? textBefore(report.text, claim.quote.start) : "",
    after: report ? textAfter(report.text, claim.quote.end) : "",
    review: { state: reviewState(desk, claim), judgements: desk.judgementsOf(claim.id) },
  };
}

export function reviewState(desk: Desk, claim: Claim): ClaimRow["review"]["state"] {
  if (desk.conflicts.has(claim.id)) return "conflict";
  if (desk.rejected.has(claim.id)) return "rejected";
  if (desk.corrected.has(claim.id)) return "corrected";
  return desk.accepted.has(claim.id) ? "accepted" : "open";
}

/** Up to the paragraph's start, cut at a word. */
function textBefore(text: string, start: number): string {
  const from = Math.max(0, start - CONTEXT);
  const part = text.slice(from, start);
  const paragraph = part.lastIndexOf("\n");
  if (paragraph >= 0) return part.slice(paragraph + 1);
  return from === 0 ? part : `…${part.slice(part.indexOf(" ") + 1)}`;
}

function textAfter(text: string, end: number): string {
  const part = text.slice(end, end + CONTEXT);
  const paragraph = part.indexOf("\n");
  if (paragraph >= 0) return part.slice(0, paragraph);
  return end + CONTEXT >= text.length ? part : `${part.slice(0, part.lastIndexOf(" "))}…`;
}

export function reportRow(desk: Desk, report: Report): ReportRow {
  return {
    id: report.id,
    ...(report.title ? { title: report.title } : {}),
    ...(report.source ? { source: report.source.name } : {}),
    ...(report.publishedOn ? { publishedOn: report.publishedOn } : {}),
    ...(report.url ? { url: report.url } : {}),
    ...(report.language ? { language: report.language } : {}),
    characters: report.text.length,
    claims: desk.claimsOfReport(report.id).length,
  };
}
