import { consonantKey, foldKey, nameKey } from "../../src/gazetteer/fold.ts";
import type { Row, UnitJson } from "./row.ts";

/** Words that official unit names carry and press names do not. */
const UNIT_WORD =
  /\b(?:province|governorate|oblast|state|region|district|department|prefecture|county|municipality|division|raion|rayon|urban hromada|emirate|parish|canton|wilaya|subprefecture|commune|de facto)\b/giu;

/** The same in front of the name, in the languages of the countries. */
const UNIT_PREFIX =
  /^(?:cercle|caza|territoire|distrito|d[ée]partement|province|provincia|arrondissement|municipio|commune|region|région|sous-préfecture|préfecture|muhafazat|mu[hḩ][aā]faz̧?at|nohiyai|qada'?|shahrestān-e|shahrestan-e|markaz|wilayat|daïra|daira|zone|zona|powiat|landkreis|kreis|circonscription|emirate|state)\s+(?:de la |de |d'|d’|du |des |of the |of )?/iu;

function shortName(name: string): string {
  // "Columbia" alone is another place.
  if (name.startsWith("District of ")) return name;
  const short = name.replace(UNIT_PREFIX, "").replace(UNIT_WORD, "").replace(/\s+/g, " ").trim();
  return short
    .replace(/^of (?:the )?/i, "")
    .replace(/ ['’]$/, "")
    .trim();
}

/** Rows by country, codes sorted: first-order units, second-order units, then places by id. */
export function unitRows(
  places: readonly Row[],
  firstOrder: readonly UnitJson[],
  secondOrder: readonly UnitJson[],
): ReadonlyMap<string, readonly Row[]> {
  const byUnit = Map.groupBy(places, (row) => `${row.country}.${row.admin1}`);
  const byDistrict = Map.groupBy(places, (row) => `${row.country}.${row.admin1}.${row.admin2}`);
  const units = firstOrder.map((unit) => toRow(unit, "U", byUnit.get(unit.code) ?? []));
  const districts = secondOrder.map((unit) => {
    const first = unit.code.split(".").slice(0, 2).join(".");
    return toRow(unit, "D", byDistrict.get(unit.code) ?? [], byUnit.get(first) ?? []);
  });
  const named = places.map((place) => withUnitName(place, units));
  const all = [...units, ...districts, ...named.sort((a, b) => (a.id < b.id ? -1 : 1))];
  const byCountry = Map.groupBy(all, (row) => row.country);
  return new Map([...byCountry].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * A unit stands where its seat stands; without a seat at the place of its name, then at its largest place.
 * A district without any known place stands, marked "~", where its first-order unit stands.
 */
function toRow(unit: UnitJson, kind: "U" | "D", inside: readonly Row[], around: readonly Row[] = []): Row {
  const [country = "", admin1 = "", admin2 = ""] = unit.code.split(".");
  const short = shortName(unit.name);
  const name =
    short.length >= 3 &&
    !/^(?:North|South|East|West|Northern|Southern|Eastern|Western|Central|Upper|Lower|National|Capital)$/.test(
      short,
    )
      ? short
      : unit.name;
  const seat = kind === "U" ? ["c", "p"] : ["c", "p", "d"];
  const key = nameKey(name);
  const named = (row: Row) =>
    nameKey(row.name) === key || row.aliases.some((alias) => nameKey(alias) === key);
  const own =
    largest(inside.filter((row) => seat.includes(row.seat))) ??
    largest(inside.filter(named)) ??
    largest(around.filter(named)) ??
    largest(inside);
  const at = own ?? largest(around.filter((row) => row.seat === "p" || row.seat === "c")) ?? largest(around);
  return {
    id: `unit:${unit.code}`,
    kind,
    name,
    aliases: name === unit.name ? [] : [unit.name],
    country,
    admin1,
    admin2: kind === "D" ? admin2 : "",
    population: 0,
    lon: at?.lon ?? "",
    lat: at?.lat ?? "",
    seat: own || !at ? "" : "~",
  };
}

/** A seat whose official name only begins like its unit's ("Nabatiye et Tahta" of Nabatieh) is called by the unit's name as well. */
function withUnitName(place: Row, units: readonly Row[]): Row {
  if (place.seat !== "p" && place.seat !== "c") return place;
  const unit = units.find((one) => one.country === place.country && one.admin1 === place.admin1);
  if (!unit) return place;
  const sound = (name: string) => consonantKey(foldKey(nameKey(name)));
  const keys = new Set([place.name, ...place.aliases].map(nameKey));
  const alike =
    sound(unit.name).length >= 4 &&
    [place.name, ...place.aliases].some((name) => sound(name).startsWith(sound(unit.name)));
  return alike && !keys.has(nameKey(unit.name))
    ? { ...place, aliases: [...place.aliases, unit.name] }
    : place;
}

function largest(rows: readonly Row[]): Row | undefined {
  let best: Row | undefined;
  for (const row of rows) {
    if (!best || row.population > best.population || (row.population === best.population && row.id < best.id))
      best = row;
  }
  return best;
}
