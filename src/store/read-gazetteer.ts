import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createGazetteer } from "../gazetteer/gazetteer.ts";
import type { PlaceTables } from "../gazetteer/knowledge.ts";
import type { Gazetteer } from "../gazetteer/types.ts";
import { readImports } from "./imported-places.ts";

const TABLES = [
  "countries",
  "names",
  "towns",
  "seats",
  "areas",
  "crossings",
  "sites",
  "roads",
  "cues",
  "words",
] as const;

/** `root` is the package's folder: shards in `dist/gazetteer`, tables in `data/places`. Countries are read when first asked for. `imports` is the file of the user's own rows. */
export function readGazetteer(root: string, imports?: string): Gazetteer {
  const shards = join(root, "dist", "gazetteer");
  if (!existsSync(join(shards, "world.txt"))) {
    throw new Error(`There is no gazetteer in ${shards}; build it with "node scripts/build-gazetteer.ts".`);
  }
  const tables = Object.fromEntries(
    TABLES.map((name) => [name, readFileSync(join(root, "data", "places", `${name}.csv`), "utf8")]),
  ) as Record<keyof PlaceTables, string>;
  return createGazetteer({
    load: (country) => {
      const path = join(shards, `${country}.tsv`);
      return existsSync(path) ? readFileSync(path, "utf8") : undefined;
    },
    world: {
      names: readFileSync(join(shards, "world.txt"), "latin1"),
      rows: readFileSync(join(shards, "ids.txt"), "latin1"),
    },
    tables,
    ...(imports ? { additions: readImports(imports) } : {}),
  });
}
