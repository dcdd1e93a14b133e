import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { CountryCode, PlaceId } from "../domain/ids.ts";
import type { Addition } from "../gazetteer/shard.ts";

/** ASOF_PLACES, else `asof.places` in the folder where the command runs. */
export function importedPlacesPath(env: Readonly<Record<string, string | undefined>>): string {
  return resolve(env.ASOF_PLACES ?? "asof.places");
}

/** Rows by country; none when there is no file. A line that is no row is left out: `gazetteer import` writes whole files only. */
export function readImports(path: string): ReadonlyMap<CountryCode, readonly Addition[]> {
  const rows = existsSync(path) ? readFileSync(path, "utf8").split("\n").filter(Boolean) : [];
  const additions = rows.flatMap((line) => {
    try {
      return [JSON.parse(line) as Addition];
    } catch {
      return [];
    }
  });
  return Map.groupBy(
    additions.filter((one) => one.place?.country !== undefined),
    (one) => one.place.country as CountryCode,
  );
}

/** Rows already imported, by id. */
export function importedById(path: string): ReadonlyMap<PlaceId, Addition> {
  return new Map([...readImports(path).values()].flat().map((one) => [one.place.id, one]));
}

/** Writes the file anew beside the old one and then puts it in its place. */
export function writeImports(path: string, additions: readonly Addition[]): void {
  const sorted = [...additions].sort((a, b) => (a.place.id < b.place.id ? -1 : 1));
  writeFileSync(`${path}.new`, sorted.map((one) => `${JSON.stringify(one)}\n`).join(""));
  renameSync(`${path}.new`, path);
}
