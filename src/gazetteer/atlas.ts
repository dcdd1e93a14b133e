import type { CountryCode, PlaceId } from "../domain/ids.ts";
import { nameKey } from "./fold.ts";
import type { Global, Knowledge, Naming, Town } from "./knowledge.ts";
import type { Reading } from "./readings.ts";
import { type Addition, CITY_FROM, Shard, type ShardRow } from "./shard.ts";
import type { Place } from "./types.ts";
import { type WorldEntry, WorldIndex } from "./world-index.ts";

/** The text of a country's shard; `undefined` when there is none. */
export type LoadShard = (country: CountryCode) => string | undefined;

const REMEMBERED = 30_000;
const SCOPES = 400;
const MEANINGS = 150_000;

/** Weight from which a place tells of its country. */
const WEIGHTY = 6;

/** Where a name of worldwide reach stands, and in which countries it is a weighty place. */
export interface Fame {
  readonly globals: readonly Global[] | undefined;
  readonly places: readonly WorldEntry[];
}

const UNKNOWN: Fame = { globals: undefined, places: [] };

/** All rows, by country, each country read when first asked for. */
export class Atlas {
  readonly knowledge: Knowledge;
  private readonly load: LoadShard;
  private readonly world: WorldIndex;
  private readonly meanings = new Map<string, Map<string, readonly Reading[]>>();
  private readonly memory = new Map<string, Map<string, readonly Reading[]>>();
  private readonly fames = new Map<string, Fame>();
  private readonly shards = new Map<CountryCode, Shard>();
  private readonly additions: ReadonlyMap<CountryCode, readonly Addition[]>;
  /** Names that `data/places` or an import adds, which the world index does not know. */
  private readonly added = new Map<string, WorldEntry[]>();

  constructor(
    knowledge: Knowledge,
    load: LoadShard,
    world: { readonly names: string; readonly rows: string },
    additions: ReadonlyMap<CountryCode, readonly Addition[]>,
  ) {
    this.knowledge = knowledge;
    this.load = load;
    this.world = new WorldIndex(world.names, world.rows);
    this.additions = additions;
    for (const [country, towns] of knowledge.towns) {
      for (const town of towns)
        for (const name of town.names) this.note(name, country, town.population > 0 ? 4 : 3);
    }
    for (const [country, namings] of knowledge.namings) {
      for (const naming of namings) {
        const weight = naming.kind === "U" ? 7 : naming.kind === "D" ? 2 : 4;
        for (const name of naming.aliases) this.note(name, country, weight);
      }
    }
    for (const [country, list] of additions) {
      for (const addition of list) for (const name of addition.names) this.note(name, country, 3);
    }
  }

  /** What a search found, asked again in the next text; all is forgotten when it grows large. */
  remembered(question: string, key: string, search: () => readonly Reading[]): readonly Reading[] {
    let answers = this.memory.get(question);
    if (!answers || answers.size > REMEMBERED) {
      answers = new Map();
      this.memory.set(question, answers);
    }
    const known = answers.get(key);
    if (known) return known;
    const found = search();
    answers.set(key, found);
    return found;
  }

  /** What names mean to texts of one scope; filled by the recogniser. */
  meaningsIn(signature: string): Map<string, readonly Reading[]> {
    const known = this.meanings.get(signature);
    if (known && known.size < REMEMBERED) return known;
    if (
      this.meanings.size >= SCOPES ||
      [...this.meanings.values()].reduce((sum, one) => sum + one.size, 0) > MEANINGS
    )
      this.meanings.clear();
    const fresh = new Map<string, readonly Reading[]>();
    this.meanings.set(signature, fresh);
    return fresh;
  }

  /** What a name says of where a text plays. */
  fame(key: string): Fame {
    const known = this.fames.get(key);
    if (known) return known;
    if (this.fames.size > REMEMBERED) this.fames.clear();
    const globals = this.knowledge.globals.get(key);
    const places = this.whereIs(key).filter((entry) => entry.weight >= WEIGHTY);
    const fame = places.length === 0 && !globals ? UNKNOWN : { globals, places };
    this.fames.set(key, fame);
    return fame;
  }

  /** In which countries the name is, the weightiest first. */
  whereIs(key: string): readonly WorldEntry[] {
    const added = this.added.get(key);
    const found = this.world.find(key);
    return added ? [...found, ...added].sort((a, b) => b.weight - a.weight) : found;
  }

  shard(country: CountryCode): Shard {
    const known = this.shards.get(country);
    if (known) return known;
    const shard = new Shard(country, this.load(country) ?? "");
    this.shards.set(country, shard);
    const namings = this.knowledge.namings.get(country) ?? [];
    for (const naming of namings) if (naming.kind === "U") rename(shard, naming);
    for (const town of this.knowledge.towns.get(country) ?? []) shard.add(toAddition(shard, country, town));
    for (const naming of namings) if (naming.kind !== "U") rename(shard, naming);
    for (const addition of this.additions.get(country) ?? []) shard.add(addition);
    this.seat(shard);
    return shard;
  }

  place(id: PlaceId): Place | undefined {
    const known = this.knowledge.byId.get(id);
    if (known) return known;
    const country =
      (/^(?:unit|cj|own):([A-Z]{2})/.exec(id)?.[1] as CountryCode | undefined) ?? this.world.countryOf(id);
    if (country) return this.shard(country).byPlaceId(id)?.place;
    for (const [code, list] of this.additions) {
      if (list.some((one) => one.place.id === id)) return this.shard(code).byPlaceId(id)?.place;
    }
    return undefined;
  }

  private note(name: string, country: CountryCode, weight: number): void {
    const key = nameKey(name);
    const known = this.added.get(key);
    if (!known) this.added.set(key, [{ country, weight }]);
    else if (!known.some((one) => one.country === country)) known.push({ country, weight });
  }

  private seat(shard: Shard): void {
    for (const [unit, name] of this.knowledge.seats) {
      const row = unit.startsWith(`unit:${shard.country}.`) || unit === `country:${shard.country}`;
      if (!row) continue;
      const seat = shard
        .exact(nameKey(name))
        .filter((one) => one.kind === "P")
        .sort((a, b) => b.place.population - a.place.population || (a.place.id < b.place.id ? -1 : 1))[0];
      if (!seat) continue;
      const seatOf = unit.startsWith("country:") || seat.place.seatOf === "country" ? "country" : "province";
      shard.add({ place: { ...seat.place, level: "city", seatOf }, kind: "P", names: [seat.key] });
      this.unseat(shard, unit, seat.place.id);
      const at = shard.byPlaceId(unit);
      if (at?.place.precision === "province" || (at && Number.isNaN(at.place.lon))) {
        shard.add({
          place: { ...at.place, lon: seat.place.lon, lat: seat.place.lat, precision: "near" },
          kind: at.kind,
          names: [at.key],
        });
      }
    }
  }

  /** Where the table names the seat, another place that the packages mark is none. */
  private unseat(shard: Shard, unit: PlaceId, seat: PlaceId): void {
    const code = unit.split(".")[1];
    for (const row of [...shard.all()]) {
      const { place } = row;
      if (row.kind !== "P" || place.id === seat || place.seatOf !== "province" || place.admin1Code !== code)
        continue;
      const { seatOf: _, ...rest } = place;
      const level = place.population >= CITY_FROM ? "city" : "town";
      shard.add({ place: { ...rest, level }, kind: "P", names: [place.name] });
    }
  }
}

/** `admin1` of a correction is the unit's name in the packages, or any other of its names. */
function rename(shard: Shard, naming: Naming): void {
  const unit = naming.admin1 ? shard.exact(naming.admin1).find((row) => row.kind === "U")?.place : undefined;
  const rows = shard
    .exact(naming.key)
    .filter((row) => row.kind === naming.kind && (!unit || row.place.admin1Code === unit.admin1Code));
  const row = rows.sort(
    (a, b) =>
      Number(b.key === naming.key) - Number(a.key === naming.key) ||
      b.place.population - a.place.population ||
      (a.place.id < b.place.id ? -1 : 1),
  )[0];
  if (!row) return;
  const name = naming.preferred ?? row.place.name;
  const place = { ...row.place, name, ...(row.kind === "U" ? { admin1: name } : {}) };
  shard.add({ place, kind: row.kind, names: [name, row.place.name, ...naming.aliases] });
}

function toAddition(shard: Shard, country: CountryCode, town: Town): Addition {
  const unit = shard.exact(nameKey(town.admin1)).find((row: ShardRow) => row.kind === "U")?.place;
  const slug = nameKey(town.name).replaceAll(" ", "-");
  const at = unit?.admin1Code ? `/${unit.admin1Code}` : "";
  const place: Place = {
    id: `own:${country}${at}/${slug}${town.level === "district" ? "-district" : ""}` as PlaceId,
    name: town.name,
    country,
    ...(unit?.admin1Code ? { admin1Code: unit.admin1Code, admin1: unit.name } : {}),
    level: town.level === "district" && shard.hasProvinces() ? "province" : town.level,
    population: town.population,
    precision: town.precision,
    lon: town.lon,
    lat: town.lat,
  };
  const kind = town.level === "district" ? "D" : town.level === "area" ? "X" : "P";
  return { place, kind, names: town.names };
}
