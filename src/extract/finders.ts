import { controlReader } from "./control/control.ts";
import { accessFinder } from "./figures/access.ts";
import { displacementFinder } from "./figures/displacement.ts";
import { incidentFinder } from "./figures/incident.ts";
import { tallyFinder } from "./figures/tally.ts";
import { tollFinder } from "./figures/toll.ts";
import type { Draft, Finder, PassedOver, ReportAnalysis } from "./types.ts";
import type { LexiconTexts } from "./words/lexicon.ts";

/** Makes a kind's finder from its own files of the lexicon. */
export type FinderOf = (lexicon: LexiconTexts) => Finder;

/** The kinds that are read sentence by sentence, in the order of the contract. */
const KINDS: readonly FinderOf[] = [
  tollFinder,
  displacementFinder,
  accessFinder,
  tallyFinder,
  incidentFinder,
];

/** Reads a whole report, so that it may remember what earlier sentences were about. */
export type Reader = (report: ReportAnalysis) => readonly (Draft | PassedOver)[];

export interface Finders {
  readonly readers: readonly Reader[];
  readonly finders: readonly Finder[];
}

export function createFinders(lexicon: LexiconTexts): Finders {
  return { readers: [controlReader(lexicon)], finders: KINDS.map((finderOf) => finderOf(lexicon)) };
}
