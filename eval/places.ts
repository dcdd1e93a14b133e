import type { CountryCode } from "../src/domain/ids.ts";
import type { ClaimPlace, Position } from "../src/domain/place.ts";
import type { Gazetteer, Place } from "../src/gazetteer/types.ts";
import type { GoldPlace } from "./gold.ts";

const NEAR_KM = 25;
/** A site carries its town's name and position, so these stand for each other where only the town matters. */
const SETTLEMENTS: ReadonlySet<string> = new Set(["city", "town", "village", "site"]);

/** Gold names these by what they are and where ("Gao Airport", "Chaman-Spin Boldak crossing"); a claim by its town. */
const COMPOUND: ReadonlySet<string> = new Set(["site", "crossing", "road"]);
const GENERIC = new Set([
  "airport",
  "airfield",
  "base",
  "crossing",
  "border",
  "gate",
  "road",
  "highway",
  "of",
  "the",
]);

/** How a gold place, which is a name, and a claim's place, which is a row, are compared. */
export interface PlaceJudge {
  /** Same name, or within 25 km; any level. */
  same(gold: GoldPlace | undefined, claim: ClaimPlace | undefined): boolean;
  /** And at the same level. */
  strict(gold: GoldPlace | undefined, claim: ClaimPlace | undefined): boolean;
  /** And at the same level, where city, town, village and a site in them are one. */
  effect(gold: GoldPlace | undefined, claim: ClaimPlace | undefined): boolean;
}

/** Without a gazetteer names alone decide. */
export function createPlaceJudge(gazetteer?: Pick<Gazetteer, "candidates">): PlaceJudge {
  const known = new Map<string, readonly Place[]>();
  const rowsOf = (gold: GoldPlace): readonly Place[] => {
    const key = JSON.stringify([gold.name, gold.country, gold.admin1, gold.level]);
    const found = known.get(key) ?? (gazetteer ? resolve(gold, gazetteer) : []);
    known.set(key, found);
    return found;
  };
  const same = (gold: GoldPlace | undefined, claim: ClaimPlace | undefined): boolean => {
    if (!gold?.name) return true;
    if (!claim || (gold.country && claim.country && gold.country !== claim.country)) return false;
    const names = new Set([gold.name, gold.toponym ?? gold.name].map(folded));
    if (names.has(folded(claim.name)) || names.has(folded(claim.toponym))) return true;
    if (COMPOUND.has(gold.level ?? "") && isNamedIn(claim.name, gold.name)) return true;
    return rowsOf(gold).some((row) => row.id === claim.id || isNear(row, claim));
  };
  return {
    same,
    strict: (gold, claim) => levelFits(gold, claim, (a, b) => a === b) && same(gold, claim),
    effect: (gold, claim) => levelFits(gold, claim, (a, b) => classOf(a) === classOf(b)) && same(gold, claim),
  };
}

/** Every word of `name` that names something stands in `compound`. */
function isNamedIn(name: string, compound: string): boolean {
  const wordsOf = (text: string) => text.split(/[^\p{L}\p{N}']+/u).map(folded);
  const known = new Set(wordsOf(compound));
  const own = wordsOf(name).filter((word) => word !== "" && !GENERIC.has(word));
  return own.length > 0 && own.every((word) => known.has(word));
}

function levelFits(
  gold: GoldPlace | undefined,
  claim: ClaimPlace | undefined,
  equal: (a: string, b: string) => boolean,
): boolean {
  return !gold?.level || !claim || equal(gold.level, claim.level);
}

function classOf(level: string): string {
  return SETTLEMENTS.has(level) ? "settlement" : level;
}

function resolve(gold: GoldPlace, gazetteer: Pick<Gazetteer, "candidates">): readonly Place[] {
  const countries = gold.country ? [gold.country as CountryCode] : [];
  const rows = gazetteer.candidates(gold.name!, { countries }).map((candidate) => candidate.place);
  const inCountry = rows.filter((row) => !gold.country || row.country === gold.country);
  const atLevel = inCountry.filter((row) => classOf(row.level) === classOf(gold.level ?? row.level));
  const unit = gold.admin1 ? folded(gold.admin1) : undefined;
  const inUnit = atLevel.filter((row) => row.admin1 && folded(row.admin1) === unit);
  return (inUnit.length > 0 ? inUnit : atLevel).slice(0, 3);
}

function isNear(row: Place, claim: ClaimPlace): boolean {
  if (claim.lon === undefined || claim.lat === undefined) return false;
  return kilometres(row, { lon: claim.lon, lat: claim.lat }) <= NEAR_KM;
}

/** Great-circle distance on a sphere of 6371 km. */
export function kilometres(a: Position, b: Position): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(h));
}

/** Letters and digits alone, lower case, without marks. */
export function folded(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
