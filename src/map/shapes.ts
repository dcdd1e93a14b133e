import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { CountryCode } from "../domain/ids.ts";
import type { Position } from "../domain/place.ts";

/** A row of `data/map/countries.tsv`: `atlas` is the name that world-atlas gives the shape. */
export interface CountryName {
  readonly code: CountryCode;
  readonly atlas: string;
  readonly name: string;
}

export interface CountryShape {
  /** Absent for lands that have no ISO 3166 code. */
  readonly code?: CountryCode;
  readonly name: string;
  /** One of the countries that the ledger is about; the others are its neighbours. */
  readonly main: boolean;
}

/** Land outlines for one map. They orient the reader; they never decide a border. */
export type Shapes = FeatureCollection<Polygon | MultiPolygon, CountryShape>;

export type CountryTopology = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** Degrees, WGS84; `west` may be greater than `east` nowhere: maps across the antimeridian show the whole world. */
export interface GeoBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Share of the box's size that is added on each side, so that neighbours show. */
const MARGIN = 0.35;

export function parseCountryNames(tsv: string): readonly CountryName[] {
  return tsv
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#") && !line.startsWith("code\t"))
    .map((line) => line.split("\t"))
    .map(([code, atlas, name]) => ({ code: code as CountryCode, atlas: atlas!, name: name! }));
}

/** The countries asked for and every land that shows in the window around them. All lands when none is asked for. */
export function cutShapes(
  topology: CountryTopology,
  names: readonly CountryName[],
  codes: readonly CountryCode[],
): Shapes {
  const byAtlas = new Map(names.map((row) => [row.atlas, row]));
  const wanted = new Set(codes);
  const all = feature(topology, topology.objects.countries).features.flatMap((land) => {
    if (land.geometry.type !== "Polygon" && land.geometry.type !== "MultiPolygon") return [];
    const row = byAtlas.get(land.properties.name);
    const properties: CountryShape = {
      ...(row ? { code: row.code } : {}),
      name: row?.name ?? land.properties.name,
      main: row !== undefined && wanted.has(row.code),
    };
    return [{ type: "Feature" as const, geometry: land.geometry, properties }];
  });
  const main = all.filter((land) => land.properties.main);
  if (main.length === 0) return { type: "FeatureCollection", features: all };
  const window = grown(joined(main.map((land) => boxOf(land.geometry))), MARGIN);
  return {
    type: "FeatureCollection",
    features: all.flatMap((land) => {
      const geometry = land.properties.main ? land.geometry : partsWithin(land.geometry, window);
      return geometry ? [{ ...land, geometry: rounded(geometry) }] : [];
    }),
  };
}

export function boxOf(geometry: Polygon | MultiPolygon): GeoBox {
  return boxOfPositions(ringsOf(geometry).flat());
}

export function boxOfPoints(points: readonly Position[]): GeoBox {
  return boxOfPositions(points.map((p) => [p.lon, p.lat]));
}

function boxOfPositions(positions: readonly (readonly number[])[]): GeoBox {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [lon, lat] of positions) {
    west = Math.min(west, lon!);
    east = Math.max(east, lon!);
    south = Math.min(south, lat!);
    north = Math.max(north, lat!);
  }
  return { west, south, east, north };
}

export function joined(boxes: readonly GeoBox[]): GeoBox {
  return {
    west: Math.min(...boxes.map((b) => b.west)),
    south: Math.min(...boxes.map((b) => b.south)),
    east: Math.max(...boxes.map((b) => b.east)),
    north: Math.max(...boxes.map((b) => b.north)),
  };
}

export function grown(box: GeoBox, share: number): GeoBox {
  const dx = (box.east - box.west) * share;
  const dy = (box.north - box.south) * share;
  return {
    west: Math.max(-180, box.west - dx),
    south: Math.max(-90, box.south - dy),
    east: Math.min(180, box.east + dx),
    north: Math.min(90, box.north + dy),
  };
}

function touches(a: GeoBox, b: GeoBox): boolean {
  return a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;
}

function ringsOf(geometry: Polygon | MultiPolygon): readonly (readonly number[])[][] {
  return geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
}

/** The polygons of a land that show in the window: far islands of a neighbour only cost bytes. */
function partsWithin(geometry: Polygon | MultiPolygon, window: GeoBox): Polygon | MultiPolygon | undefined {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const kept = polygons.filter((rings) => touches(boxOfPositions(rings[0]!), window));
  return kept.length === 0 ? undefined : { type: "MultiPolygon", coordinates: kept };
}

/** To 0.001 degree, about 100 m: finer than the 50m atlas itself. */
function rounded(geometry: Polygon | MultiPolygon): Polygon | MultiPolygon {
  const ring = (positions: readonly (readonly number[])[]) =>
    positions.map(([lon, lat]) => [Math.round(lon! * 1000) / 1000, Math.round(lat! * 1000) / 1000]);
  return geometry.type === "Polygon"
    ? { type: "Polygon", coordinates: geometry.coordinates.map(ring) }
    : { type: "MultiPolygon", coordinates: geometry.coordinates.map((rings) => rings.map(ring)) };
}
