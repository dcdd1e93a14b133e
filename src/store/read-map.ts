import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type CountryName, type CountryTopology, parseCountryNames } from "../map/shapes.ts";
import { PACKAGE_FOLDER } from "./read-data.ts";

/** Outlines of all countries, 1:50 million (Natural Earth). */
export function readAtlas(): CountryTopology {
  const path = createRequire(import.meta.url).resolve("world-atlas/countries-50m.json");
  return JSON.parse(readFileSync(path, "utf8")) as CountryTopology;
}

export function readCountryNames(root = PACKAGE_FOLDER): readonly CountryName[] {
  return parseCountryNames(readFileSync(join(root, "data/map/countries.tsv"), "utf8"));
}
