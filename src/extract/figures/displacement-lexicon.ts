import { DISPLACEMENT_MEASURES, type DisplacementMeasure } from "../../domain/claim.ts";
import { type LexiconTexts, parseRows } from "../words/lexicon.ts";
import { type PhraseIndex, phraseIndex } from "../words/phrase-index.ts";

const USES = [
  "verb",
  "active",
  "intransitive",
  "state",
  "noun",
  "cross",
  "arrive",
  "return",
  "stock",
  "forcing",
] as const;

/** A row of `displacement.csv`. */
export interface MovingWord {
  readonly words: string;
  /** "fled": over a border refugees, else newly displaced. */
  readonly measure: DisplacementMeasure | "fled";
  readonly use: (typeof USES)[number];
}

export function parseMovingWords(lexicon: LexiconTexts): PhraseIndex<MovingWord> {
  const rows: MovingWord[] = [];
  for (const { words = "", measure, use } of parseRows(lexicon.displacement ?? "")) {
    const known = measure === "fled" ? "fled" : DISPLACEMENT_MEASURES.find((one) => one === measure);
    const how = USES.find((one) => one === use);
    if (!known || !how)
      throw new Error(`displacement.csv has a row with an unknown measure or use: ${words}`);
    rows.push({ words, measure: known, use: how });
  }
  return phraseIndex(rows);
}
