import { type CountryCode, type PlaceId, parseCountryCode } from "../../domain/ids.ts";
import { centroid, crossesItself, extent, type Ring } from "../../geo/ring.ts";
import { nameKey, plainName } from "../fold.ts";
import type { Addition } from "../shard.ts";
import { wrongPoint } from "./geonames.ts";
import type { BrokenRow, Imported, ImportGround } from "./types.ts";

interface Feature {
  readonly properties?: Readonly<Record<string, unknown>> | null;
  readonly geometry?: { readonly type?: string; readonly coordinates?: unknown } | null;
}

/** Polygons of geoBoundaries or COD-AB: each becomes a unit that stands at the centre of its largest ring. */
export function importGeojson(text: string, ground: ImportGround): Imported {
  const features = featuresOf(text);
  if (typeof features === "string") return { additions: [], broken: [{ row: 1, detail: features }] };
  const additions: Addition[] = [];
  const broken: BrokenRow[] = [];
  const seen = new Set<string>();
  features.forEach((feature, i) => {
    const read = readFeature(feature, ground, seen);
    if (typeof read === "string") broken.push({ row: i + 1, detail: read });
    else additions.push(read);
  });
  return { additions, broken };
}

function featuresOf(text: string): readonly Feature[] | string {
  try {
    const data = JSON.parse(text) as { readonly features?: unknown };
    return Array.isArray(data.features) ? (data.features as Feature[]) : "the file has no features";
  } catch (error) {
    return `the file is not whole JSON (${(error as Error).message})`;
  }
}

function readFeature(feature: Feature, ground: ImportGround, seen: Set<string>): Addition | string {
  const text = (name: string) => String(feature.properties?.[name] ?? "").trim();
  const depth = ["3", "2", "1"].find(
    (level) => text(`ADM${level}_PCODE`) || text("shapeType") === `ADM${level}`,
  );
  if (!depth) return "it tells no level (shapeType, ADM1_PCODE)";
  const name = plainName(text("shapeName") || text(`ADM${depth}_EN`) || text(`ADM${depth}_FR`));
  if (nameKey(name) === "") return "it has no name in Latin letters";
  const code = text(`ADM${depth}_PCODE`) || text("shapeID") || text("shapeISO");
  if (!code) return `${name} has no code (ADM${depth}_PCODE, shapeID)`;
  if (seen.has(code)) return `code ${code} stands twice in the file`;
  const country =
    ground.country ?? parseCountryCode(text("ADM0_PCODE")) ?? parseCountryCode(text("shapeISO").slice(0, 2));
  if (!country) return `${name} tells no country; say it with --country`;
  const ring = largestRing(feature.geometry);
  if (!ring) return `${name} has no polygon`;
  if (crossesItself(ring)) return `the polygon of ${name} crosses itself`;
  const at = centroid(ring);
  const wrong = wrongPoint(country, at.lon, at.lat, ground);
  if (wrong) return wrong;
  seen.add(code);
  return toUnit(`shape:${code.replace(/\s+/g, "-")}` as PlaceId, name, country, depth === "1", at);
}

function toUnit(
  id: PlaceId,
  name: string,
  country: CountryCode,
  unit: boolean,
  at: { readonly lon: number; readonly lat: number },
): Addition {
  const place = {
    id,
    name,
    country,
    level: unit ? ("province" as const) : ("district" as const),
    population: 0,
    lon: round(at.lon),
    lat: round(at.lat),
  };
  return { place, kind: unit ? "U" : "D", names: [name] };
}

function largestRing(geometry: Feature["geometry"]): Ring | undefined {
  const { type, coordinates } = geometry ?? {};
  if (!Array.isArray(coordinates)) return undefined;
  const polygons: unknown[] = type === "Polygon" ? [coordinates] : type === "MultiPolygon" ? coordinates : [];
  const rings = polygons.map((polygon) => (Array.isArray(polygon) ? polygon[0] : undefined)).filter(isRing);
  return rings.sort((a, b) => extent(b) - extent(a))[0];
}

function isRing(ring: unknown): ring is Ring {
  return (
    Array.isArray(ring) &&
    ring.length >= 4 &&
    ring.every((p) => Array.isArray(p) && p.length >= 2 && p.every(Number.isFinite))
  );
}

const round = (degrees: number) => Math.round(degrees * 1e4) / 1e4;
