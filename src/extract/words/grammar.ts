import { type LexiconTexts, parseRows, parseWordClasses } from "./lexicon.ts";
import type { Grammar } from "./tag.ts";
import { type VerbRow, verbForms } from "./verb-forms.ts";

/** The verbs of all files of the lexicon that have a column "lemma", and the closed classes. */
export function grammarOf(lexicon: LexiconTexts): Grammar {
  const rows = Object.keys(lexicon)
    .sort()
    .flatMap((name) => parseRows(lexicon[name] ?? ""))
    .filter((row) => row.lemma);
  const irregularFirst = [...rows.filter((row) => row.past), ...rows.filter((row) => !row.past)];
  return { words: parseWordClasses(lexicon.words ?? ""), forms: verbForms(irregularFirst.map(toVerbRow)) };
}

function toVerbRow(row: Readonly<Record<string, string>>): VerbRow {
  const { lemma = "", past, participle } = row;
  return { lemma, ...(past ? { past } : {}), ...(participle ? { participle } : {}) };
}
