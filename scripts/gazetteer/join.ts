import { consonantKey, foldKey, nameKey, skeletonKey } from "../../src/gazetteer/fold.ts";
import type { CityJson, Row, UnitJson } from "./row.ts";

const DROPPED = new Set(["PPLCH", "PPLH", "PPLW", "PPLR", "STLMT"]);
const SEATS: Readonly<Record<string, Row["seat"]>> = { PPLC: "c", PPLG: "p", PPLA: "p", PPLA2: "d" };
/** GeoNames keeps airport codes and romanised Chinese or Japanese among the alternates; neither is what the press writes. */
const LATIN_NAME = /^[\p{Lu}'’‘`ʻʿ][\p{Script=Latin}\p{M}\d .'’‘`ʻʿ()/-]*$/u;
const AIRPORT_CODE = /^[A-Z]{3}$/;
/** Degrees within which a row of one package may be a row of the other. */
const NEAR = 0.06;

/** Degrees within which one name in two romanisations is one place ("Kurakhovo", "Kurakhove"). */
const BESIDE = 0.02;

/** One row a populated place: the rows of 2020 with today's unit codes, then the places that are new since. */
export function joinPlaces(
  dump: string,
  cities: readonly CityJson[],
  units: readonly UnitJson[],
): readonly Row[] {
  const known = new Set(units.map((unit) => unit.code));
  const byCell = cellsOf(cities);
  const taken = new Set<CityJson>();
  const rows: Row[] = [];
  for (const line of dump.split("\n")) {
    const f = line.split("\t");
    const [id, name, ascii, alternates] = [f[0], f[1], f[2], f[3]];
    const code = f[7] ?? "";
    const country = f[8] ?? "";
    if (!id || !name || DROPPED.has(code)) continue;
    const lat = Number(f[4]);
    const lon = Number(f[5]);
    const aliases = aliasesOf(name, ascii ?? "", alternates ?? "");
    const twin = twinOf(byCell, country, lat, lon, new Set([nameKey(name), ...aliases.map(nameKey)]));
    if (twin) taken.add(twin);
    const admin1 = twin?.admin1 || (f[10] ?? "");
    rows.push({
      id: `gn:${id}`,
      kind: code === "PPLX" ? "X" : "P",
      name,
      aliases: twin && nameKey(twin.name) !== nameKey(name) ? [...aliases, twin.name] : aliases,
      country,
      admin1: known.has(`${country}.${admin1}`) ? admin1 : "",
      admin2: twin?.admin2 || (f[11] ?? ""),
      population: Number(f[14]) || 0,
      lon: round(lon),
      lat: round(lat),
      seat: seatOf(code, known.has(`${country}.${admin1}`)),
    });
  }
  const old = Map.groupBy(rows, (row) => row.country);
  const fresh = Map.groupBy(
    cities.filter((city) => !taken.has(city)),
    (city) => city.country,
  );
  for (const [country, list] of fresh) {
    const seat = areVillages(old.get(country) ?? [], list) ? "v" : "";
    for (const city of list) rows.push({ ...newRow(city), seat });
  }
  return rows;
}

/** The seat of a unit that is no more is one of a district still. */
function seatOf(code: string, unitKnown: boolean): Row["seat"] {
  const seat = SEATS[code] ?? "";
  return seat === "p" && !unitKnown ? "d" : seat;
}

const WELL_KNOWN_FROM = 1000;

/**
 * Where the older list is long and counts persons nearly everywhere, and the newer one adds more than it had, the new
 * ones are those below its floor of a thousand persons.
 */
function areVillages(old: readonly Row[], fresh: readonly CityJson[]): boolean {
  const counted = old.filter((row) => row.population > 0).length;
  return old.length >= WELL_KNOWN_FROM && fresh.length > old.length && counted > 0.9 * old.length;
}

function newRow(city: CityJson): Row {
  const lon = round(Number(city.lng));
  const lat = round(Number(city.lat));
  return {
    id: `cj:${city.country}/${lat}/${lon}`,
    kind: "P",
    name: city.name,
    aliases: [],
    country: city.country,
    admin1: city.admin1,
    admin2: city.admin2,
    population: 0,
    lon,
    lat,
    seat: "",
  };
}

function aliasesOf(name: string, ascii: string, alternates: string): readonly string[] {
  const seen = new Set([nameKey(name)]);
  const kept: string[] = [];
  for (const raw of [ascii, ...alternates.split(",")]) {
    const alias = raw.trim();
    const key = nameKey(alias);
    if (key.length < 3 || seen.has(key) || AIRPORT_CODE.test(alias) || !LATIN_NAME.test(alias)) continue;
    seen.add(key);
    kept.push(alias);
  }
  return kept;
}

function cellsOf(cities: readonly CityJson[]): ReadonlyMap<string, readonly CityJson[]> {
  const cells = new Map<string, CityJson[]>();
  for (const city of cities) {
    const cell = cellKey(city.country, Number(city.lat), Number(city.lng));
    const list = cells.get(cell);
    if (list) list.push(city);
    else cells.set(cell, [city]);
  }
  return cells;
}

/** The same name within `NEAR`; `undefined` when this year's list does not have it. */
function twinOf(
  cells: ReadonlyMap<string, readonly CityJson[]>,
  country: string,
  lat: number,
  lon: number,
  keys: ReadonlySet<string>,
): CityJson | undefined {
  let best: CityJson | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const dy of [-0.1, 0, 0.1]) {
    for (const dx of [-0.1, 0, 0.1]) {
      for (const city of cells.get(cellKey(country, lat + dy, lon + dx)) ?? []) {
        const away = Math.abs(Number(city.lat) - lat) + Math.abs(Number(city.lng) - lon);
        if (away >= NEAR || away >= least) continue;
        if (away > 0.0005 && !keys.has(nameKey(city.name)) && !(away < BESIDE && soundsLike(city.name, keys)))
          continue;
        best = city;
        least = away;
      }
    }
  }
  return best;
}

function soundsLike(name: string, keys: ReadonlySet<string>): boolean {
  const sound = soundOf(nameKey(name));
  return sound.length >= 3 && [...keys].some((key) => soundOf(key) === sound);
}

const soundOf = (key: string) => skeletonKey(consonantKey(foldKey(key)));

const cellKey = (country: string, lat: number, lon: number) =>
  `${country}${Math.floor(lat * 10)}/${Math.floor(lon * 10)}`;
const round = (degrees: number) => Math.round(degrees * 1e4) / 1e4;
