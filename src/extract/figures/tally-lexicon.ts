import { type LexiconTexts, parseRows } from "../words/lexicon.ts";
import { type PhraseIndex, phraseIndex } from "../words/phrase-index.ts";

const NUMBERS = ["plural", "single", "whole"] as const;
const HOLDERS = ["subject", "to", "with"] as const;

/** A row of `tally-units.csv`. */
export interface TallyUnit {
  readonly words: string;
  readonly of: string;
  readonly number: (typeof NUMBERS)[number];
}

/** A row of `tally-verbs.csv`. */
export interface HoldingWord {
  readonly words: string;
  /** Where the holder stands. */
  readonly holder: (typeof HOLDERS)[number];
}

export interface TallyLexicon {
  readonly units: PhraseIndex<TallyUnit>;
  /** What a share is of. */
  readonly wholes: PhraseIndex<TallyUnit>;
  readonly holding: PhraseIndex<HoldingWord>;
}

export function parseTallyLexicon(lexicon: LexiconTexts): TallyLexicon {
  const units = parseRows(lexicon["tally-units"] ?? "").map(({ words = "", of = "", number }) => {
    const known = NUMBERS.find((one) => one === number);
    if (!known) throw new Error(`tally-units.csv has a row with an unknown number: ${words}`);
    return { words, of, number: known };
  });
  const holding = parseRows(lexicon["tally-verbs"] ?? "").map(({ words = "", holder }) => {
    const known = HOLDERS.find((one) => one === holder);
    if (!known) throw new Error(`tally-verbs.csv has a row with an unknown holder: ${words}`);
    return { words, holder: known };
  });
  return {
    units: phraseIndex(units.filter(({ number }) => number !== "whole")),
    wholes: phraseIndex(units.filter(({ number }) => number !== "single")),
    holding: phraseIndex(holding),
  };
}
