import type { Claim } from "../domain/claim.ts";
import type { Report } from "../domain/report.ts";
import { contentWords, dayWords } from "./claim-words.ts";
import type { ReviewItem } from "./review-order.ts";

/** Characters of the report shown on each side of the quote. */
const CONTEXT = 240;

/** One claim as a reviewer reads it: what it says, why it comes up, who says it, and the quote in its paragraph. */
export function reviewScreen(item: ReviewItem, report: Report | undefined, place: string): string {
  const { claim, urgency, conflict } = item;
  return [
    `${place}  ${urgency}`,
    "",
    `  ${contentWords(claim)}`,
    `  ${dayWords(claim.valid)}; ${voice(claim)}${claim.stage === "done" ? "" : `, ${claim.stage}`}`,
    `  ${origin(report)}`,
    "",
    `  ${quoteInContext(claim, report)}`,
    ...conflict.map(
      ({ reviewer, on, decision, reason }) =>
        `  ${reviewer}, ${on}: ${decision.kind}${reason ? ` (${reason})` : ""}`,
    ),
    "",
    `  ${claim.id}`,
  ].join("\n");
}

function voice({ stance, speaker, via }: Claim): string {
  if (!speaker) return stance;
  return `${stance} by ${speaker.name}${speaker.role ? `, ${speaker.role}` : ""}${via ? ` (through ${via})` : ""}`;
}

function origin(report: Report | undefined): string {
  if (!report) return "its report is not in the ledger";
  const { source, publishedOn, title, url } = report;
  return [source?.name ?? "source unknown", publishedOn ?? "day of publication unknown", title, url]
    .filter(Boolean)
    .join(", ");
}

function quoteInContext({ quote }: Claim, report: Report | undefined): string {
  const before = report?.text.slice(Math.max(0, quote.start - CONTEXT), quote.start) ?? "";
  const after = report?.text.slice(quote.end, quote.end + CONTEXT) ?? "";
  const one = (text: string) => text.replace(/\s+/g, " ");
  return `${one(before.slice(before.lastIndexOf("\n\n") + 1))}»${one(quote.text)}«${one(after.split("\n\n")[0]!)}`;
}
