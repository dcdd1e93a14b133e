import type { LexiconTexts } from "./lexicon.ts";
import { tollFinder } from "./toll.ts";
import type { Finder } from "./types.ts";

/** Makes a kind's finder from its own files of the lexicon. */
export type FinderOf = (lexicon: LexiconTexts) => Finder;

/** One finder a kind, in the order of the kinds in the contract. */
const KINDS: readonly FinderOf[] = [tollFinder];

export function finders(lexicon: LexiconTexts): readonly Finder[] {
  return KINDS.map((finderOf) => finderOf(lexicon));
}
