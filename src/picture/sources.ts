import { listOf, parseCsv } from "../domain/csv.ts";
import type { CampId } from "../domain/ids.ts";
import type { Source } from "../domain/report.ts";
import type { Reliability } from "./types.ts";

/** A row of `data/sources/sources.csv`. */
export interface SourceRow {
  readonly name: string;
  readonly reliability: Reliability;
  readonly camp?: CampId;
}

/** What is known of those who publish: by name where listed, else by the kind that the report gives. */
export interface Sources {
  row(name: string): SourceRow | undefined;
  reliabilityOf(source: Source | undefined): Reliability;
  campOf(source: Source | undefined): CampId | undefined;
}

const LETTERS = "ABCDEF";

/**
 * From the texts of `data/sources/sources.csv` (name,also,kind,reliability,camp,why) and `kinds.csv` (kind,reliability,why).
 * Throws on a malformed row, as the files are ours.
 */
export function createSources(files: { readonly sources: string; readonly kinds: string }): Sources {
  const byName = new Map<string, SourceRow>();
  for (const { name = "", also, reliability, camp } of parseCsv(files.sources)) {
    const row = {
      name,
      reliability: toReliability(reliability, name),
      ...(camp && { camp: camp as CampId }),
    };
    for (const key of [name, ...listOf(also)]) byName.set(sourceKey(key), row);
  }
  const byKind = new Map(
    parseCsv(files.kinds).map(
      ({ kind = "", reliability }) => [kind, toReliability(reliability, kind)] as const,
    ),
  );
  const asked = new Map<string, SourceRow | null>();
  const row = (name: string) => {
    let found = asked.get(name);
    if (found === undefined) {
      found = byName.get(sourceKey(name)) ?? null;
      asked.set(name, found);
    }
    return found ?? undefined;
  };
  return {
    row,
    reliabilityOf: (source) =>
      (source && (row(source.name)?.reliability ?? (source.kind && byKind.get(source.kind)))) ?? "F",
    campOf: (source) => source && (source.camp ?? row(source.name)?.camp),
  };
}

function toReliability(letter = "", where: string): Reliability {
  if (letter.length !== 1 || !LETTERS.includes(letter)) {
    throw new Error(`data/sources gives ${where} the reliability "${letter}", which is none of ${LETTERS}`);
  }
  return letter as Reliability;
}

/** Case, points and a leading "the" do not tell sources apart. */
export function sourceKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the\s+/, "")
    .replace(/[.\s]+/g, " ")
    .trim();
}
