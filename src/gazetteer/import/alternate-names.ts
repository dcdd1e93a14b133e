import type { PlaceId } from "../../domain/ids.ts";
import { nameKey } from "../fold.ts";
import type { Addition } from "../shard.ts";
import type { BrokenRow, Imported, ImportGround } from "./types.ts";

/** id, geonameid, language, name and six more, of which the last may be cut off. */
const LEAST_COLUMNS = 4;
/** Languages of the file that are no names: links, codes of airports, posts and ports. */
const NO_NAMES = new Set(["link", "wkdt", "post", "iata", "icao", "faac", "unlc", "abbr"]);

/** GeoNames `alternateNamesV2`: more names for rows that the gazetteer has. Names in other scripts are passed over. */
export function importAlternateNames(text: string, ground: ImportGround): Imported {
  const names = new Map<PlaceId, Set<string>>();
  const broken: BrokenRow[] = [];
  text.split(/\r?\n/).forEach((line, i) => {
    if (line === "") return;
    const f = line.split("\t");
    if (f.length < LEAST_COLUMNS || !/^\d+$/.test(f[1] ?? "")) {
      broken.push({ row: i + 1, detail: "it is no row of alternateNamesV2" });
      return;
    }
    const name = f[3] ?? "";
    if (name.includes("\uFFFD")) broken.push({ row: i + 1, detail: "its name is not UTF-8" });
    else if (!NO_NAMES.has(f[2] ?? "") && nameKey(name).length >= 3) {
      const id = `gn:${f[1]}` as PlaceId;
      names.set(id, (names.get(id) ?? new Set()).add(name));
    }
  });
  const additions: Addition[] = [];
  for (const [id, more] of names) {
    const known = ground.known(id);
    if (known) additions.push({ ...known, names: [...new Set([...known.names, ...more])] });
  }
  return { additions, broken };
}
