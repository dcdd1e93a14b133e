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

/** `cues` and `words` are the tables of `data/places`. */
export function readLexicon(cues: string, words: string): Lexicon {
  const byKind = new Map<string, Set<string>>();
  for (const row of parseCsv(words)) {
    const kind = row.kind ?? "";
    const set = byKind.get(kind) ?? new Set<string>();
    set.add(nameKey(row.word ?? ""));
    byKind.set(kind, set);
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
  const empty: ReadonlySet<string> = new Set();
  const sets = Object.fromEntries(WORD_KINDS.map((kind) => [kind, byKind.get(kind) ?? empty])) as Record<
    WordKind,
    ReadonlySet<string>
  >;
  return { cues: cueMap, has: (kind, key) => sets[kind].has(key) };
}
