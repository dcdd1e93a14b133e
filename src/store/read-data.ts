import { globSync, readFileSync } from "node:fs";
import { basename, extname, join, resolve } from "node:path";
import type { ActorFiles } from "../actors/actor-rows.ts";
import type { LexiconTexts } from "../extract/words/lexicon.ts";

/** The package's own folder; as far up from `src/store` as from `dist/store`. */
export const PACKAGE_FOLDER = resolve(import.meta.dirname, "../..");
const DATA_FOLDER = join(PACKAGE_FOLDER, "data");

export function readActorFiles(data = DATA_FOLDER): ActorFiles {
  return {
    groups: readAll(data, "actors/groups-*.csv"),
    states: readText(data, "actors/states.csv"),
    governments: readText(data, "actors/governments.csv"),
    nouns: readText(data, "actors/nouns.csv"),
    situations: readAll(data, "situations/*.csv"),
  };
}

/** Every file of `data/lexicon` by its name without ending. */
export function readLexicon(data = DATA_FOLDER): LexiconTexts {
  const paths = globSync("lexicon/*.{csv,tsv,json,txt}", { cwd: data }).sort();
  return Object.fromEntries(paths.map((path) => [basename(path, extname(path)), readText(data, path)]));
}

export function readSourceFiles(data = DATA_FOLDER): { readonly sources: string; readonly kinds: string } {
  return { sources: readText(data, "sources/sources.csv"), kinds: readText(data, "sources/kinds.csv") };
}

function readAll(data: string, pattern: string): readonly string[] {
  return globSync(pattern, { cwd: data })
    .sort()
    .map((path) => readText(data, path));
}

function readText(data: string, path: string): string {
  return readFileSync(join(data, path), "utf8");
}
