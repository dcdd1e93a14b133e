import type { Actors } from "../actors/types.ts";
import type { Claim } from "../domain/claim.ts";
import type { CountryCode } from "../domain/ids.ts";
import type { Problem } from "../domain/problem.ts";
import type { Report } from "../domain/report.ts";
import type { Gazetteer } from "../gazetteer/types.ts";
import { analyser } from "./analyse.ts";
import { finders } from "./finders.ts";
import type { LexiconTexts } from "./lexicon.ts";
import { settler } from "./settle.ts";
import type { Draft, PassedOver, ReportAnalysis, SentenceAnalysis } from "./types.ts";

export const EXTRACTOR = "rules@1";

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
  const finds = finders(deps.lexicon);
  const settle = settler(deps.lexicon);
  return (report) => {
    const opened = analyse(report);
    const problems: Problem[] = [...opened.problems];
    const drafts: Draft[] = [];
    const passed: PassedOver[] = [];
    for (const sentence of opened.analysis?.sentences ?? []) {
      const analysis = opened.analysis as ReportAnalysis;
      for (const find of finds) {
        const found = attempt(() => find(sentence, analysis), report, sentence);
        if ("problem" in found) problems.push(found.problem);
        else for (const one of found.drafts) "why" in one ? passed.push(one) : drafts.push(one);
      }
    }
    const claims = opened.analysis ? settle(drafts, opened.analysis) : [];
    return { claims, problems, passed };
  };
}

type Attempt = { readonly drafts: readonly (Draft | PassedOver)[] } | { readonly problem: Problem };

/** One sentence's failure is a problem of that sentence; the others are read. */
function attempt(
  find: () => readonly (Draft | PassedOver)[],
  report: Report,
  { sentence }: SentenceAnalysis,
): Attempt {
  try {
    return { drafts: find() };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const span = { start: sentence.start, end: sentence.end };
    return { problem: { code: "sentence-failed", where: report.ref ?? report.id, span, detail } };
  }
}
