import { accessFinder } from "./access.ts";
import { controlReader } from "./control.ts";
import { displacementFinder } from "./displacement.ts";
import { incidentFinder } from "./incident.ts";
import type { LexiconTexts } from "./lexicon.ts";
import { tallyFinder } from "./tally.ts";
import { tollFinder } from "./toll.ts";
import type { Draft, Finder, PassedOver, ReportAnalysis } from "./types.ts";

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
