import { type LexiconTexts, parseRows } from "../words/lexicon.ts";

interface PersonNoun {
  readonly who: string;
  readonly unit: "persons" | "households";
}

export interface Persons {
  noun(word: string): PersonNoun | undefined;
  /** A thing that is never harmed as persons are: "12 towns were captured". */
  isThing(word: string): boolean;
  /** A word of loss or flight ("dead", "displaced"): between number and noun an adjective, else no part of the phrase. */
  isLoss(word: string): boolean;
}

/** Reads `persons.csv` and the words of loss and flight of `toll.csv` and `displacement.csv`. */
export function parsePersons(lexicon: LexiconTexts): Persons {
  const nouns = new Map<string, PersonNoun>();
  const things = new Set<string>();
  for (const { noun, who, unit } of parseRows(lexicon.persons ?? ""))
    if (unit === "none") things.add(noun ?? "");
    else nouns.set(noun ?? "", { who: who ?? "", unit: unit === "households" ? "households" : "persons" });
  const losses = new Set(
    [...parseRows(lexicon.toll ?? ""), ...parseRows(lexicon.displacement ?? "")]
      .filter(({ use, words = "" }) => use !== "noun" && !words.endsWith("_of"))
      .map(({ words = "" }) => words.split("_")[0] ?? ""),
  );
  return {
    noun: (word) => nouns.get(word),
    isThing: (word) => things.has(word),
    isLoss: (word) => losses.has(word),
  };
}
