import type { Claim, ClaimContent, Stance } from "../domain/claim.ts";
import { overlaps } from "../domain/span.ts";
import { claimId } from "../ledger/id.ts";
import { EXTRACTOR } from "./extract.ts";
import type { LexiconTexts } from "./lexicon.ts";
import type { Draft, ReportAnalysis } from "./types.ts";

/** Gives drafts their day, speaker, stance, stage and id. */
export function settler(
  _lexicon: LexiconTexts,
): (drafts: readonly Draft[], analysis: ReportAnalysis) => Claim[] {
  return (drafts, analysis) => {
    const claims = new Map<string, Claim>();
    for (const draft of drafts) {
      const claim = settle(draft, analysis);
      if (!claims.has(claim.id)) claims.set(claim.id, claim);
    }
    return [...claims.values()].sort((a, b) => a.quote.start - b.quote.start || (a.id < b.id ? -1 : 1));
  };
}

function settle(draft: Draft, { report, sentences }: ReportAnalysis): Claim {
  const { quote, trigger, sentence, clause: _clause, negated, ...said } = draft;
  const told = sentences[sentence]?.attributions.find((one) => overlaps(one.content, trigger));
  const stance: Stance = negated ? "denied" : told ? "said" : "reported";
  const content = {
    ...said,
    report: report.id,
    ...(report.ref === undefined ? {} : { reportRef: report.ref }),
    quote: { start: quote.start, end: quote.end, text: report.text.slice(quote.start, quote.end) },
    valid: draft.valid ?? { precision: "unknown" },
    ...(told ? { speaker: told.speaker } : {}),
    stance,
    stage: draft.stage ?? "done",
    extractor: EXTRACTOR,
  } as ClaimContent;
  return { ...content, id: claimId(content) } as Claim;
}
