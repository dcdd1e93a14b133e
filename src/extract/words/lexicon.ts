/** Texts of the files in `data/lexicon`, by their names without ending ("control"). */
export type LexiconTexts = Readonly<Record<string, string>>;

/** Closed classes of words, all lower case. */
export interface WordClasses {
  has(name: string, word: string): boolean;
}

/** The rows of a comma-separated table with a header; lines that open with `#` are remarks. Cells hold no commas. */
export function parseRows(text: string): Readonly<Record<string, string>>[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const names = (lines[0] ?? "").split(",").map((name) => name.trim());
  return lines.slice(1).map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(names.map((name, i) => [name, (cells[i] ?? "").trim()]));
  });
}

/** Reads `words.csv`: a class and its words in each row. */
export function parseWordClasses(text: string): WordClasses {
  const classes = new Map<string, Set<string>>();
  for (const row of parseRows(text)) {
    const known = classes.get(row.class ?? "") ?? new Set<string>();
    for (const word of (row.words ?? "").split(/\s+/)) known.add(word);
    classes.set(row.class ?? "", known);
  }
  return { has: (name, word) => classes.get(name)?.has(word) ?? false };
}
