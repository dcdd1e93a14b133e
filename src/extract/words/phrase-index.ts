import type { Token } from "../types.ts";

export interface PhraseHit<Row> {
  readonly from: number;
  readonly to: number;
  readonly row: Row;
}

/** Phrases found by their first word, so that a sentence costs one look-up a word. */
export interface PhraseIndex<Row> {
  /** The longest phrase that begins at the token. */
  at(tokens: readonly Token[], from: number): PhraseHit<Row> | undefined;
  /** All phrases of the sentence, none within another. */
  all(tokens: readonly Token[]): PhraseHit<Row>[];
}

/** `words` are joined by "_"; every phrase is met in its exact words, lower case. */
export function phraseIndex<Row extends { readonly words: string }>(rows: readonly Row[]): PhraseIndex<Row> {
  const byFirst = new Map<string, { readonly rest: readonly string[]; readonly row: Row }[]>();
  for (const row of rows) {
    const [first = "", ...rest] = row.words.split("_");
    const known = byFirst.get(first);
    if (known) known.push({ rest, row });
    else byFirst.set(first, [{ rest, row }]);
  }
  for (const known of byFirst.values()) known.sort((a, b) => b.rest.length - a.rest.length);
  const at = (tokens: readonly Token[], from: number): PhraseHit<Row> | undefined => {
    const known = byFirst.get(tokens[from]?.lower ?? "");
    const entry = known?.find(({ rest }) => rest.every((word, i) => tokens[from + 1 + i]?.lower === word));
    return entry ? { from, to: from + 1 + entry.rest.length, row: entry.row } : undefined;
  };
  return {
    at,
    all: (tokens) => {
      const found: PhraseHit<Row>[] = [];
      for (let from = 0; from < tokens.length; ) {
        const hit = at(tokens, from);
        if (hit) found.push(hit);
        from = hit ? hit.to : from + 1;
      }
      return found;
    },
  };
}
