import type { Actors } from "../actors/types.ts";
import type { Claim } from "../domain/claim.ts";
import type { CountryCode } from "../domain/ids.ts";
import type { Problem } from "../domain/problem.ts";
import type { Report } from "../domain/report.ts";
import type { Span } from "../domain/span.ts";
import type { Gazetteer } from "../gazetteer/types.ts";
import { analyser } from "./analyse.ts";
import { createFinders } from "./finders.ts";
import { withoutRetold } from "./retold.ts";
import { settler } from "./settle.ts";
import { withRefuted } from "./speech/refuted.ts";
import type { Draft, PassedOver } from "./types.ts";
import type { LexiconTexts } from "./words/lexicon.ts";

export { EXTRACTOR } from "./extractor-id.ts";

export interface ExtractorDeps {
  readonly gazetteer: Gazetteer;
  readonly actors: Actors;
  readonly lexicon: LexiconTexts;
  /** Countries that the user named; searched first. */
  readonly countries?: readonly CountryCode[];
}

export interface Extraction {
  readonly claims: readonly Claim[];
  readonly problems: readonly Problem[];
  readonly passed: readonly PassedOver[];
}

export type Extractor = (report: Report) => Extraction;

/** Reads the lexicon once; the extractor that comes back is pure and may be used for any number of reports. */
export function createExtractor(deps: ExtractorDeps): Extractor {
  const analyse = analyser(deps);
  const { readers, finders } = createFinders(deps.lexicon);
  const settle = settler(deps.lexicon);
  return (report) => {
    const { analysis, problems } = analyse(report);
    if (!analysis) return { claims: [], problems, passed: [] };
    const whole = { start: 0, end: report.text.length };
    const byReport = readers.map((read) => attempt(() => read(analysis), report, whole));
    const bySentence = analysis.sentences.flatMap((sentence) =>
      finders.map((find) => attempt(() => find(sentence, analysis), report, sentence.sentence)),
    );
    const tries = [...byReport, ...bySentence];
    const found = tries.flatMap((one) => ("found" in one ? one.found : []));
    const drafts = found.filter((one) => "kind" in one);
    return {
      claims: settle(withoutRetold(withRefuted(drafts, analysis)), analysis),
      problems: [...problems, ...tries.flatMap((one) => ("problem" in one ? [one.problem] : []))],
      passed: found.filter((one) => "why" in one),
    };
  };
}

type Attempt = { readonly found: readonly (Draft | PassedOver)[] } | { readonly problem: Problem };

/** One sentence's failure is a problem of that sentence; the others are read. */
function attempt(find: () => readonly (Draft | PassedOver)[], report: Report, { start, end }: Span): Attempt {
  try {
    return { found: find() };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return {
      problem: { code: "sentence-failed", where: report.ref ?? report.id, span: { start, end }, detail },
    };
  }
}
