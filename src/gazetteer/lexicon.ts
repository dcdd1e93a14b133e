import { parseCsv } from "../domain/csv.ts";
import type { Level, SiteKind } from "../domain/place.ts";
import { nameKey } from "./fold.ts";

export interface Cue {
  readonly level: Level;
  readonly site?: SiteKind;
  readonly plural: boolean;
}

/** Words that stand round names: cues of level, titles, given names, words that are names only by accident. */
export interface Lexicon {
  readonly cues: ReadonlyMap<string, Cue>;
  readonly has: (kind: WordKind, key: string) => boolean;
}

export const WORD_KINDS = [
  "title",
  "given-name",
  "surname",
  "ordinary",
  "function",
  "organisation",
  "part-of-organisation",
  "calendar",
  "people",
  "direction",
  "locative",
  "metonym-verb",
  "metonym-noun",
  "site-modifier",
] as const;
export type WordKind = (typeof WORD_KINDS)[number];

/** One word is asked for many kinds in a row: its kinds are the bits of one number. */
const BITS = Object.fromEntries(WORD_KINDS.map((kind, i) => [kind, 1 << i])) as Record<WordKind, number>;

/** `cues` and `words` are the tables of `data/places`. */
export function readLexicon(cues: string, words: string): Lexicon {
  const masks = new Map<string, number>();
  for (const row of parseCsv(words)) {
    const key = nameKey(row.word ?? "");
    masks.set(key, (masks.get(key) ?? 0) | (BITS[row.kind as WordKind] ?? 0));
  }
  const cueMap = new Map<string, Cue>();
  for (const row of parseCsv(cues)) {
    const word = nameKey(row.word ?? "");
    cueMap.set(word, {
      level: row.level as Level,
      ...(row.site ? { site: row.site as SiteKind } : {}),
      plural: /(?:s|ies)$/.test(word) && word !== "headquarters" && word !== "barracks",
    });
  }
  let asked = "";
  let mask = 0;
  const has = (kind: WordKind, key: string) => {
    if (key !== asked) {
      asked = key;
      mask = masks.get(key) ?? 0;
    }
    return (mask & BITS[kind]) !== 0;
  };
  return { cues: cueMap, has };
}
