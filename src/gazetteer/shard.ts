import type { CountryCode, PlaceId } from "../domain/ids.ts";
import type { Level } from "../domain/place.ts";
import { consonantKey, foldKey, nameKey, skeletonKey } from "./fold.ts";
import type { Place } from "./types.ts";

/** U first-order unit, D second-order unit, P populated place, X quarter of one. */
export type Kind = "U" | "D" | "P" | "X";

export interface ShardRow {
  readonly place: Place;
  readonly kind: Kind;
  /** The name's own key. */
  readonly key: string;
}

/** A place or alias that `data/places` adds to a country. */
export interface Addition {
  readonly place: Place;
  readonly kind: Kind;
  readonly names: readonly string[];
}

/** Most names are one row's, so that one number saves an array of it. */
type Index = Map<string, number | number[]>;
const SEATS = { c: "country", p: "province", d: "district" } as const;
/** Persons from which a place that is no seat counts as a city. */
export const CITY_FROM = 60_000;
/** Persons below which a place that is no seat counts as a village. */
const TOWN_FROM = 2_000;

/** One country's rows, parsed when first asked for; names are searched by key. */
export class Shard {
  readonly country: CountryCode;
  private readonly lines: readonly string[];
  private rows: (ShardRow | undefined)[] = [];
  /** Rows of `data/places` and imports; they stand before the shard's own. */
  private readonly added: (ShardRow | undefined)[] = [];
  private readonly byKey: Index = new Map();
  private readonly byId = new Map<string, number>();
  private folds: Index | undefined;
  private consonants: Index | undefined;
  private skeletons: Index | undefined;
  private provinces: boolean | undefined;

  constructor(country: CountryCode, text: string) {
    this.country = country;
    this.lines = text === "" ? [] : text.trimEnd().split("\n");
    this.lines.forEach((line, i) => {
      const id = line.indexOf("\t");
      const name = line.indexOf("\t", id + 3);
      const keys = line.indexOf("\t", name + 1);
      this.byId.set(line.slice(0, id), i);
      for (const key of line.slice(name + 1, keys).split("|")) put(this.byKey, key, i);
    });
  }

  get size(): number {
    return Math.max(this.lines.length, this.added.length);
  }

  /** Rows of `data/places`; a row of a known id replaces that row and keeps its names. */
  add(addition: Addition): void {
    const known = this.byId.get(addition.place.id);
    const at = known ?? this.size;
    const first = addition.names[0] ?? addition.place.name;
    this.added[at] = { place: addition.place, kind: addition.kind, key: nameKey(first) };
    if (addition.kind === "U") this.rows = [];
    this.byId.set(addition.place.id, at);
    for (const name of addition.names) put(this.byKey, nameKey(name), at);
    this.folds = undefined;
    this.consonants = undefined;
    this.skeletons = undefined;
  }

  row(at: number): ShardRow {
    const known = this.added[at] ?? this.rows[at];
    if (known) return known;
    const line = this.lines[at];
    if (line === undefined) throw new Error(`${this.country} has no row ${at}`);
    const row = parseRow(this.country, line, {
      name: (code) => this.unitName(code),
      provinces: this.hasProvinces(),
    });
    this.rows[at] = row;
    return row;
  }

  byPlaceId(id: PlaceId): ShardRow | undefined {
    const at = this.byId.get(id);
    return at === undefined ? undefined : this.row(at);
  }

  exact(key: string): readonly ShardRow[] {
    return this.rowsAt(this.byKey.get(key));
  }

  has(key: string): boolean {
    return this.byKey.has(key);
  }

  folded(key: string): readonly ShardRow[] {
    this.folds ??= this.indexed(foldKey);
    return this.rowsAt(this.folds.get(foldKey(key)));
  }

  consonant(key: string): readonly ShardRow[] {
    this.consonants ??= this.indexed((k) => consonantKey(foldKey(k)));
    return this.rowsAt(this.consonants.get(consonantKey(foldKey(key))));
  }

  skeleton(key: string): readonly ShardRow[] {
    this.skeletons ??= this.indexed((k) => skeletonKey(consonantKey(foldKey(k))));
    return this.rowsAt(this.skeletons.get(skeletonKey(consonantKey(foldKey(key)))));
  }

  keys(): Iterable<string> {
    return this.byKey.keys();
  }

  *all(): Iterable<ShardRow> {
    for (let at = 0; at < this.size; at++) yield this.row(at);
  }

  /** True where most second-order units are called provinces, as in the Philippines and Burkina Faso. */
  hasProvinces(): boolean {
    if (this.provinces !== undefined) return this.provinces;
    const units = this.lines.filter((line) => line.includes("\tD\t"));
    const called = units.filter((line) => PROVINCE.test(line.split("\t")[3] ?? ""));
    this.provinces = called.length > units.length / 2;
    return this.provinces;
  }

  private unitName(code: string): string | undefined {
    const at = this.byId.get(`unit:${this.country}.${code}`);
    if (at === undefined) return undefined;
    return this.added[at]?.place.name ?? this.lines[at]?.split("\t")[2];
  }

  private indexed(fold: (key: string) => string): Index {
    const index: Index = new Map();
    for (const [key, at] of this.byKey) {
      const folded = fold(key);
      if (folded.length < 2) continue;
      for (const one of typeof at === "number" ? [at] : at) put(index, folded, one);
    }
    return index;
  }

  private rowsAt(at: number | readonly number[] | undefined): readonly ShardRow[] {
    if (at === undefined) return NONE;
    return typeof at === "number" ? [this.row(at)] : at.map((one) => this.row(one));
  }
}

const NONE: readonly ShardRow[] = [];

function put(index: Index, key: string, at: number): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, at);
  else if (typeof known === "number") {
    if (known !== at) index.set(key, [known, at]);
  } else if (!known.includes(at)) known.push(at);
}

function parseRow(
  country: CountryCode,
  line: string,
  units: { readonly name: (code: string) => string | undefined; readonly provinces: boolean },
): ShardRow {
  const f = line.split("\t");
  const kind = (f[1] ?? "P") as Kind;
  const name = f[2] ?? "";
  const code = f[4] ?? "";
  const population = Number(f[6]) || 0;
  const seat = SEATS[(f[9] ?? "") as keyof typeof SEATS];
  const admin1 = code ? (kind === "U" ? name : units.name(code)) : undefined;
  const place: Place = {
    id: f[0] as PlaceId,
    name,
    country,
    ...(code ? { admin1Code: code } : {}),
    ...(admin1 ? { admin1 } : {}),
    ...(f[5] ? { admin2Code: f[5] } : {}),
    level: f[9] === "v" ? "village" : levelOf(kind, population, seat, units.provinces),
    population,
    ...(seat ? { seatOf: seat } : {}),
    ...(f[9] === "~" ? { precision: "province" } : {}),
    lon: f[7] === "" ? Number.NaN : Number(f[7]),
    lat: f[8] === "" ? Number.NaN : Number(f[8]),
  };
  return { place, kind, key: (f[3] ?? "").split("|")[0] ?? "" };
}

const PROVINCE = /(?:^|[ |])provinc(?:e|ia)(?:$|[ |])/;

function levelOf(kind: Kind, population: number, seat: Place["seatOf"], provinces: boolean): Level {
  switch (kind) {
    case "U":
      return "province";
    case "D":
      return provinces ? "province" : "district";
    case "X":
      return "area";
    case "P":
      if (seat === "country" || seat === "province" || population >= CITY_FROM) return "city";
      return !seat && population > 0 && population < TOWN_FROM ? "village" : "town";
  }
}
