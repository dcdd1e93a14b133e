import { importAlternateNames } from "./alternate-names.ts";
import { importCodAb } from "./cod-ab.ts";
import { importGeojson } from "./geojson.ts";
import { importGeonames } from "./geonames.ts";
import type { Imported, ImportGround, Preset } from "./types.ts";

export function importPlaces(preset: Preset, text: string, ground: ImportGround): Imported {
  switch (preset) {
    case "geonames":
      return importGeonames(text, ground);
    case "alternate-names":
      return importAlternateNames(text, ground);
    case "cod-ab":
      return importCodAb(text, ground);
    case "geojson":
      return importGeojson(text, ground);
  }
}

/** The preset that a file's name and first line speak for; `undefined` when neither does. */
export function presetOf(fileName: string, text: string): Preset | undefined {
  const start = text.trimStart().slice(0, 1);
  if (start === "{") return "geojson";
  const columns = (text.slice(0, 5000).split("\n")[0] ?? "").split("\t").length;
  if (/alternatenames/i.test(fileName)) return "alternate-names";
  if (columns > 15) return "geonames";
  if (columns > 3) return "alternate-names";
  return /pcode/i.test(text.slice(0, 2000)) ? "cod-ab" : undefined;
}
