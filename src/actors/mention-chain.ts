import type { NounRow } from "./actor-rows.ts";
import type { Hit, Meaning } from "./name-trie.ts";
import type { Word } from "./words.ts";

export interface Found {
  readonly hit: Hit;
  readonly meaning: Meaning;
}

/** A run of nouns that ends in one that can act: "special forces", "army troops". */
export interface Chain {
  readonly to: number;
  readonly nouns: readonly NounRow[];
}

export function chainAfter(
  words: readonly Word[],
  found: ReadonlyMap<number, Found>,
  from: number,
): Chain | undefined {
  const nouns: NounRow[] = [];
  let best: Chain | undefined;
  let at = from;
  while (at === from || words[at - 1]!.joined) {
    const next = found.get(at);
    if (next?.meaning.kind !== "noun" || next.meaning.noun.role === "link-drop") break;
    nouns.push(next.meaning.noun);
    at = next.hit.to;
    if (next.meaning.noun.role === "head") best = { to: at, nouns: [...nouns] };
  }
  return best;
}
