import { parseCsv } from "../../domain/csv.ts";
import { type PlaceId, parseCountryCode } from "../../domain/ids.ts";
import { nameKey, plainName } from "../fold.ts";
import type { Addition } from "../shard.ts";
import { wrongPoint } from "./geonames.ts";
import type { BrokenRow, Imported, ImportGround } from "./types.ts";

/**
 * OCHA COD-AB tables as CSV: columns such as `admin2Name_en`, `ADM2_EN`, `adm2_name` with `admin2Pcode`, `ADM2_PCODE`, and a
 * position in `x_coord`, `lon`, `center_lon` …. The deepest level that a row fills is the row's own.
 */
export function importCodAb(text: string, ground: ImportGround): Imported {
  const additions: Addition[] = [];
  const broken: BrokenRow[] = [];
  const seen = new Set<string>();
  parseCsv(text).forEach((raw, i) => {
    const row = new Map(
      Object.entries(raw).map(([key, value]) => [key.toLowerCase().replaceAll("_", ""), value]),
    );
    const read = readRow(row, ground, seen);
    if (typeof read === "string") broken.push({ row: i + 2, detail: read });
    else additions.push(read);
  });
  return { additions, broken };
}

function readRow(
  row: ReadonlyMap<string, string>,
  ground: ImportGround,
  seen: Set<string>,
): Addition | string {
  const depth = ["3", "2", "1"].find((level) => pcodeOf(row, level));
  if (!depth) return "it has no column of p-codes (ADM1_PCODE, admin2Pcode)";
  const pcode = pcodeOf(row, depth) ?? "";
  const name = plainName(
    first(row, [
      `adm${depth}en`,
      `admin${depth}nameen`,
      `adm${depth}nameen`,
      `admin${depth}name`,
      `adm${depth}name`,
      `adm${depth}fr`,
    ]) ?? "",
  );
  if (nameKey(name) === "") return `p-code ${pcode} has no name in Latin letters`;
  if (name.includes("\uFFFD")) return `the name of p-code ${pcode} is not UTF-8`;
  if (seen.has(pcode)) return `p-code ${pcode} stands twice in the file`;
  const country = ground.country ?? parseCountryCode(pcode.slice(0, 2));
  if (!country) return `p-code ${pcode} tells no country; say it with --country`;
  const lon = Number(
    first(row, ["xcoord", "lon", "long", "longitude", "x", "centerlon", "pointx"]) || Number.NaN,
  );
  const lat = Number(first(row, ["ycoord", "lat", "latitude", "y", "centerlat", "pointy"]) || Number.NaN);
  const wrong = wrongPoint(country, lon, lat, ground);
  if (wrong) return wrong;
  seen.add(pcode);
  const admin1 = first(row, ["adm1en", "admin1nameen", "admin1name", "adm1name"]);
  const unit = depth === "1";
  return {
    place: {
      id: `pcode:${pcode}` as PlaceId,
      name,
      country,
      ...(admin1 ? { admin1: plainName(admin1) } : {}),
      level: unit ? "province" : "district",
      population: 0,
      lon,
      lat,
    },
    kind: unit ? "U" : "D",
    names: [
      name,
      ...["ref", "alt1en", "alt2en"].map((kind) => row.get(`adm${depth}${kind}`) ?? "").filter(Boolean),
    ],
  };
}

function pcodeOf(row: ReadonlyMap<string, string>, depth: string): string | undefined {
  return first(row, [`adm${depth}pcode`, `admin${depth}pcode`]);
}

function first(row: ReadonlyMap<string, string>, columns: readonly string[]): string | undefined {
  for (const column of columns) {
    const value = row.get(column)?.trim();
    if (value) return value;
  }
  return undefined;
}
