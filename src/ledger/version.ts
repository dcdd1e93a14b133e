import type { Report } from "../domain/report.ts";

/** Part of the shorter text's three-word runs that a version must share; two reports of one event share far fewer. */
const SHARED = 0.3;

/**
 * Whether two texts met at one address are versions of one report: by the same source, and with the same title or much of
 * the same words. A ministry that puts a new report at the same address every day has not corrected itself.
 */
export function isVersionOf(a: Omit<Report, "id">, b: Omit<Report, "id">): boolean {
  if (a.text === b.text || a.source?.name !== b.source?.name) return false;
  if (a.title !== undefined && a.title === b.title) return true;
  const [few, many] = [wordRuns(a.text), wordRuns(b.text)].sort((x, y) => x.size - y.size) as [Runs, Runs];
  return few.size > 0 && [...few].filter((run) => many.has(run)).length / few.size >= SHARED;
}

type Runs = ReadonlySet<string>;

function wordRuns(text: string): Runs {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`));
}
