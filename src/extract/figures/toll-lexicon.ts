import { TOLL_MEASURES, type TollMeasure } from "../../domain/claim.ts";
import { type LexiconTexts, parseRows } from "../words/lexicon.ts";
import { type PhraseIndex, phraseIndex } from "../words/phrase-index.ts";

const USES = ["verb", "active", "intransitive", "state", "noun", "stated", "lost"] as const;

/** A row of `toll.csv`. */
export interface TollWord {
  readonly words: string;
  readonly measure: TollMeasure;
  /** Where the persons stand: after an active verb, before a passive, a state or an intransitive verb, before the noun. */
  readonly use: (typeof USES)[number];
}

/** A row of `causes.csv`. */
export interface CauseWord {
  readonly words: string;
  readonly cause: string;
}

export function parseTollWords(lexicon: LexiconTexts): PhraseIndex<TollWord> {
  const rows: TollWord[] = [];
  for (const { words = "", measure, use } of parseRows(lexicon.toll ?? "")) {
    const known = TOLL_MEASURES.find((one) => one === measure);
    const how = USES.find((one) => one === use);
    if (!known || !how) throw new Error(`toll.csv has a row with an unknown measure or use: ${words}`);
    rows.push({ words, measure: known, use: how });
  }
  return phraseIndex(rows);
}

export function parseCauses(lexicon: LexiconTexts): PhraseIndex<CauseWord> {
  const rows = parseRows(lexicon.causes ?? "");
  return phraseIndex(rows.map(({ words = "", cause = "" }) => ({ words, cause })));
}
