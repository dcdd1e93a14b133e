import { type CountryCode, type PlaceId, parseCountryCode } from "../../domain/ids.ts";
import type { Level } from "../../domain/place.ts";
import { nameKey, plainName } from "../fold.ts";
import type { Addition, Kind } from "../shard.ts";
import type { Place } from "../types.ts";
import type { BrokenRow, Imported, ImportGround } from "./types.ts";

const COLUMNS = 19;
const CITY_FROM = 60_000;
const KINDS: Readonly<Record<string, readonly [Kind, Level]>> = {
  ADM1: ["U", "province"],
  ADM2: ["D", "district"],
  ADM3: ["D", "district"],
  PPLX: ["X", "area"],
};
const SEATS: Readonly<Record<string, NonNullable<Place["seatOf"]>>> = {
  PPLC: "country",
  PPLA: "province",
  PPLA2: "district",
};

/** A GeoNames country dump (`XX.txt`): populated places and units; other features are passed over in silence. */
export function importGeonames(text: string, ground: ImportGround): Imported {
  const additions: Addition[] = [];
  const broken: BrokenRow[] = [];
  const seen = new Set<string>();
  text.split(/\r?\n/).forEach((line, i) => {
    if (line === "") return;
    const f = line.split("\t");
    const detail = wrongWith(f, seen, ground);
    if (detail) {
      broken.push({ row: i + 1, detail });
      return;
    }
    seen.add(f[0] ?? "");
    const addition = f[6] === "P" || KINDS[f[7] ?? ""] ? toAddition(f) : undefined;
    if (addition) additions.push(addition);
  });
  return { additions, broken };
}

function wrongWith(
  f: readonly string[],
  seen: ReadonlySet<string>,
  ground: ImportGround,
): string | undefined {
  if (f.length !== COLUMNS) return `it has ${f.length} columns, not ${COLUMNS}`;
  const [id = "", name = ""] = f;
  if (!/^\d+$/.test(id)) return `"${id}" is no GeoNames id`;
  if (seen.has(id)) return `id ${id} stands twice in the file`;
  if (name.includes("\uFFFD")) return "its name is not UTF-8";
  if (nameKey(plainName(name)) === "" && nameKey(f[2] ?? "") === "") return "it has no name in Latin letters";
  const country = parseCountryCode(f[8] ?? "");
  if (!country) return `"${f[8]}" is no country`;
  return wrongPoint(country, Number(f[5] || Number.NaN), Number(f[4] || Number.NaN), ground);
}

/** For every preset alike. */
export function wrongPoint(
  country: CountryCode,
  lon: number,
  lat: number,
  ground: ImportGround,
): string | undefined {
  if (!Number.isFinite(lon) || !Number.isFinite(lat)) return "it has no position";
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90) return `${lat}, ${lon} is not on Earth`;
  if (!ground.plausible(country, { lon, lat })) return `${lat}, ${lon} lies far outside ${country}`;
  return undefined;
}

function toAddition(f: readonly string[]): Addition {
  const code = f[7] ?? "";
  const population = Number(f[14]) || 0;
  const seatOf = SEATS[code];
  const [kind, unitLevel] = KINDS[code] ?? (["P", undefined] as const);
  const city = seatOf === "country" || seatOf === "province" || population >= CITY_FROM;
  const level: Level = unitLevel ?? (city ? "city" : "town");
  const country = f[8] as CountryCode;
  const name = plainName(f[1] ?? "");
  const id = kind === "U" ? `unit:${country}.${f[10]}` : `gn:${f[0]}`;
  const place: Place = {
    id: id as PlaceId,
    name,
    country,
    ...(f[10] ? { admin1Code: f[10] } : {}),
    ...(f[11] ? { admin2Code: f[11] } : {}),
    level,
    population,
    ...(seatOf ? { seatOf } : {}),
    lon: Number(f[5]),
    lat: Number(f[4]),
  };
  const names = [name, f[2] ?? "", ...(f[3] ?? "").split(",")].filter((one) => nameKey(one).length >= 3);
  return { place, kind, names: [...new Set(names)] };
}
