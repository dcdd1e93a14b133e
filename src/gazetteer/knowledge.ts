import { type CsvRow, listOf, parseCsv } from "../domain/csv.ts";
import type { CountryCode, PlaceId } from "../domain/ids.ts";
import type { Level, SiteKind } from "../domain/place.ts";
import { nameKey } from "./fold.ts";
import type { Kind } from "./shard.ts";
import type { Place } from "./types.ts";

/** The texts of `data/places`, by file name without ending. */
export interface PlaceTables {
  readonly countries: string;
  readonly names: string;
  readonly towns: string;
  readonly seats: string;
  readonly areas: string;
  readonly crossings: string;
  readonly sites: string;
  readonly roads: string;
  readonly cues: string;
  readonly words: string;
}

/** What a name of worldwide reach stands for; looked up before any country is known. */
export interface Global {
  readonly role: "place" | "demonym";
  readonly place: Place;
}

/** A correction of one row of a shard: a preferred name, more names. */
export interface Naming {
  readonly kind: Kind;
  readonly key: string;
  readonly admin1?: string;
  readonly preferred?: string;
  readonly aliases: readonly string[];
}

export interface Town {
  readonly name: string;
  readonly level: Level;
  readonly admin1: string;
  readonly names: readonly string[];
  readonly population: number;
  readonly precision: "near" | "district";
  readonly lon: number;
  readonly lat: number;
}

export interface Knowledge {
  readonly countries: ReadonlyMap<CountryCode, Place>;
  readonly globals: ReadonlyMap<string, readonly Global[]>;
  /** Where most people speak English, so that names of towns are surnames and ordinary words as well. */
  readonly english: ReadonlySet<CountryCode>;
  readonly byId: ReadonlyMap<PlaceId, Place>;
  readonly namings: ReadonlyMap<CountryCode, readonly Naming[]>;
  readonly towns: ReadonlyMap<CountryCode, readonly Town[]>;
  /** Unit id to the name of its seat. */
  readonly seats: ReadonlyMap<PlaceId, string>;
  readonly crossings: readonly Place[];
  readonly roads: readonly Place[];
}

/** Reads the tables. A row that cannot be read is left out: `data/places` has its own test. */
export function readKnowledge(tables: PlaceTables): Knowledge {
  const countries = new Map<CountryCode, Place>();
  const globals = new Map<string, Global[]>();
  const byId = new Map<PlaceId, Place>();
  const name = (text: string, role: Global["role"], place: Place) => {
    const key = nameKey(text);
    const known = globals.get(key);
    if (!known) globals.set(key, [{ role, place }]);
    else if (!known.some((one) => one.place === place)) known.push({ role, place });
  };
  for (const row of parseCsv(tables.countries)) {
    const place = toCountry(row);
    countries.set(place.country as CountryCode, place);
    byId.set(place.id, place);
    for (const text of [place.name, ...listOf(row.aliases)]) name(text, "place", place);
    for (const text of listOf(row.demonyms)) name(text, "demonym", place);
  }
  const areas = parseCsv(tables.areas).map((row) => named(row, toArea(row)));
  const crossings = parseCsv(tables.crossings).map((row) => named(row, toCrossing(row)));
  const sites = parseCsv(tables.sites).map((row) => named(row, toSite(row)));
  const roads = parseCsv(tables.roads).map((row) => named(row, toRoad(row)));
  for (const { place, names } of [...areas, ...crossings, ...sites, ...roads]) {
    byId.set(place.id, place);
    for (const text of names) name(text, "place", place);
  }
  return {
    countries,
    globals,
    english: new Set(
      parseCsv(tables.countries)
        .filter((row) => row.english === "yes")
        .map((row) => row.code as CountryCode),
    ),
    byId,
    namings: grouped(parseCsv(tables.names), toNaming),
    towns: grouped(parseCsv(tables.towns), toTown),
    seats: new Map(parseCsv(tables.seats).map((row) => [row.unit as PlaceId, row.place ?? ""])),
    crossings: crossings.map((one) => one.place),
    roads: roads.map((one) => one.place),
  };
}

const KINDS: Readonly<Record<string, Kind>> = { unit: "U", district: "D", place: "P", quarter: "X" };

function toCountry(row: CsvRow): Place {
  const country = row.code as CountryCode;
  return {
    id: `country:${country}` as PlaceId,
    name: row.name ?? "",
    country,
    level: "country",
    population: 0,
    ...position(row),
  };
}

function toArea(row: CsvRow): Place {
  return { ...spanning(row, "area"), level: "area" };
}

function toCrossing(row: CsvRow): Place {
  return {
    ...spanning({ ...row, countries: `${row.country_a}|${row.country_b}` }, "crossing"),
    level: "crossing",
    along: [row.town_a ?? "", row.town_b ?? ""],
  };
}

function toSite(row: CsvRow): Place {
  return {
    ...spanning({ ...row, countries: row.country ?? "" }, "site"),
    level: "site",
    site: row.kind as SiteKind,
    ...(row.town ? { along: [row.town] } : {}),
  };
}

function toRoad(row: CsvRow): Place {
  return { ...spanning(row, "road"), level: "road", along: listOf(row.places) };
}

/** The first country counts as the place's own. */
function spanning(row: CsvRow, scheme: string): Omit<Place, "level"> {
  const countries = listOf(row.countries) as CountryCode[];
  return {
    id: `${scheme}:${nameKey(row.name ?? "").replaceAll(" ", "-")}` as PlaceId,
    name: row.name ?? "",
    ...(countries[0] ? { country: countries[0] } : {}),
    countries,
    ...(row.admin1 ? { admin1: row.admin1 } : {}),
    population: 0,
    ...position(row),
  };
}

function named(row: CsvRow, place: Place): { readonly place: Place; readonly names: readonly string[] } {
  return { place, names: [place.name, ...listOf(row.aliases)] };
}

function toNaming(row: CsvRow): Naming {
  return {
    kind: KINDS[row.level ?? ""] ?? "P",
    key: nameKey(row.name ?? ""),
    ...(row.admin1 ? { admin1: nameKey(row.admin1) } : {}),
    ...(row.preferred ? { preferred: row.preferred } : {}),
    aliases: listOf(row.aliases),
  };
}

function toTown(row: CsvRow): Town {
  return {
    name: row.name ?? "",
    level: (row.level || "town") as Level,
    admin1: row.admin1 ?? "",
    names: [row.name ?? "", ...listOf(row.aliases)],
    population: Number(row.population) || 0,
    precision: row.precision === "district" ? "district" : "near",
    ...position(row),
  };
}

function position(row: CsvRow): { readonly lon: number; readonly lat: number } {
  return { lon: Number(row.lon), lat: Number(row.lat) };
}

function grouped<T>(rows: readonly CsvRow[], to: (row: CsvRow) => T): ReadonlyMap<CountryCode, readonly T[]> {
  const groups = new Map<CountryCode, T[]>();
  for (const row of rows) {
    const country = row.country as CountryCode;
    const list = groups.get(country);
    if (list) list.push(to(row));
    else groups.set(country, [to(row)]);
  }
  return groups;
}
