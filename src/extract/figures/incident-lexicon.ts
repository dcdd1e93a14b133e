import { INCIDENT_TYPES, type IncidentType } from "../../domain/claim.ts";
import { type LexiconTexts, parseRows } from "../words/lexicon.ts";
import { type PhraseHit, type PhraseIndex, phraseIndex } from "../words/phrase-index.ts";

const USES = [
  "target",
  "verb",
  "persons",
  "prison",
  "troops",
  "landed",
  "slain",
  "built",
  "noun",
  "phrase",
  "deal",
] as const;

/** A row of `incident.csv`. */
export interface IncidentWord {
  readonly words: string;
  readonly type: IncidentType;
  /** What has to stand around the word; see the remark in the file. */
  readonly use: (typeof USES)[number];
  readonly means: string;
}

export type IncidentHit = PhraseHit<IncidentWord>;

export function parseIncidentWords(lexicon: LexiconTexts): PhraseIndex<IncidentWord> {
  return phraseIndex(
    parseRows(lexicon.incident ?? "").map(({ words = "", type, use, means = "" }) => {
      const known = INCIDENT_TYPES.find((one) => one === type);
      const how = USES.find((one) => one === use);
      if (!known || !how) throw new Error(`incident.csv has a row with an unknown type or use: ${words}`);
      return { words, type: known, use: how, means };
    }),
  );
}
