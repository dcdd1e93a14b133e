import { INCIDENT_TYPES, type IncidentType } from "../../domain/claim.ts";
import type { Token } from "../types.ts";
import { type LexiconTexts, parseRows } from "../words/lexicon.ts";
import { type PhraseHit, phraseIndex } from "../words/phrase-index.ts";

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
  "claimed",
  "arriving",
  "fighting",
  "hit-by",
  "fired",
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

/** The words of the sentence that may tell an incident; words with several rows give a hit for each. */
export type IncidentWords = (tokens: readonly Token[]) => readonly IncidentHit[];

export function parseIncidentWords(lexicon: LexiconTexts): IncidentWords {
  const byWords = new Map<string, IncidentWord[]>();
  for (const row of parseRows(lexicon.incident ?? "").map(toWord))
    byWords.set(row.words, [...(byWords.get(row.words) ?? []), row]);
  const index = phraseIndex([...byWords].map(([words, rows]) => ({ words, rows })));
  return (tokens) =>
    index.all(tokens).flatMap(({ from, to, row }) => row.rows.map((one) => ({ from, to, row: one })));
}

function toWord({ words = "", type, use, means = "" }: Readonly<Record<string, string>>): IncidentWord {
  const known = INCIDENT_TYPES.find((one) => one === type);
  const how = USES.find((one) => one === use);
  if (!known || !how) throw new Error(`incident.csv has a row with an unknown type or use: ${words}`);
  return { words, type: known, use: how, means };
}
