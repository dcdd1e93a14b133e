import { nameKey } from "../../src/gazetteer/fold.ts";
import type { Row } from "./row.ts";

/** Alternates of smaller places are searched only once their country is known. */
const ALIASES_FROM = 15_000;
const COUNTRIES_KEPT = 8;

/**
 * `key TAB CC9CC4` a line, sorted by key: the countries where the name is, each with a digit of weight
 * (log10 of population, units and seats higher), the weightiest first.
 */
export function worldIndex(rows: ReadonlyMap<string, readonly Row[]>): string {
  const names = new Map<string, Map<string, number>>();
  for (const [country, list] of rows) {
    for (const row of list) {
      const weight = weightOf(row);
      const aliases =
        row.kind === "U" || row.seat === "c" || row.seat === "p" || row.population >= ALIASES_FROM
          ? row.aliases
          : [];
      for (const name of [row.name, ...aliases]) {
        const key = nameKey(name);
        if (key.length < 3) continue;
        const at = names.get(key) ?? new Map<string, number>();
        if (weight > (at.get(country) ?? -1)) at.set(country, weight);
        names.set(key, at);
      }
    }
  }
  const lines: string[] = [];
  for (const key of [...names.keys()].sort()) {
    const at = [...(names.get(key) ?? [])]
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, COUNTRIES_KEPT);
    lines.push(`${key}\t${at.map(([country, weight]) => `${country}${weight}`).join("")}`);
  }
  return `\n${lines.join("\n")}\n`;
}

/** 0 to 9. */
function weightOf(row: Row): number {
  if (row.kind === "U") return 7;
  if (row.kind === "D") return 2;
  const size = row.population > 0 ? Math.floor(Math.log10(row.population)) : 2;
  const seat = row.seat === "c" ? 3 : row.seat === "p" ? 2 : 0;
  return Math.max(0, Math.min(9, size + seat - (row.kind === "X" ? 3 : 0)));
}

/** `gn:123 TAB CC` a line, sorted: ids that do not tell their country. */
export function idIndex(rows: ReadonlyMap<string, readonly Row[]>): string {
  const lines = [...rows.values()].flat().filter((row) => row.id.startsWith("gn:"));
  return `\n${lines
    .map((row) => `${row.id}\t${row.country}`)
    .sort()
    .join("\n")}\n`;
}
