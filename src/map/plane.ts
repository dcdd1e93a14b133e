import { geoAzimuthalEqualArea, geoCentroid, geoPath } from "d3-geo";
import type { Feature, MultiPoint } from "geojson";
import type { Position } from "../domain/place.ts";
import { boxOf, boxOfPoints, type GeoBox, grown, joined, type Shapes } from "./shapes.ts";

/** A point on paper: CSS pixels from the top left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Land {
  readonly code?: string;
  readonly name: string;
  readonly main: boolean;
  /** SVG path data. */
  readonly d: string;
  /** Where its name stands. */
  readonly label: Point;
}

/** A sheet of paper with the lands drawn on it; `width` and `height` in CSS pixels before any zoom. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  /** `undefined` for a position that the projection cannot show. */
  readonly project: (position: Position) => Point | undefined;
  readonly lands: readonly Land[];
  /** Kilometres that one CSS pixel spans at zoom 1. */
  readonly kmPerPixel: number;
}

export interface PlaneOptions {
  readonly width: number;
  readonly height: number;
  /** Pixels kept free on every side. */
  readonly padding?: number;
  /** What must fit when no main country is drawn. */
  readonly points?: readonly Position[];
}

const EARTH_RADIUS_KM = 6371;
/** Kept around the places of a map without a main country, as a share of their box. */
const POINTS_MARGIN = 0.25;

/** Equal-area, centred on what the map is about: no place looks larger because it lies north. */
export function plane(shapes: Shapes, options: PlaneOptions): Plane {
  const { width, height, padding = 16 } = options;
  const box = windowOf(shapes, options.points ?? []);
  const frame = outline(box);
  const [lon, lat] = geoCentroid(frame);
  const projection = geoAzimuthalEqualArea()
    .rotate([-lon, -lat])
    .precision(0.3)
    .fitExtent(
      [
        [padding, padding],
        [Math.max(width - padding, padding + 1), Math.max(height - padding, padding + 1)],
      ],
      frame,
    );
  projection.clipExtent([
    [-width * 0.75, -height * 0.75],
    [width * 1.75, height * 1.75],
  ]);
  const path = geoPath(projection).digits(1);
  const lands = shapes.features.flatMap((land): Land[] => {
    const d = path(land);
    if (!d) return [];
    const [x, y] = path.centroid(land);
    return [{ ...land.properties, d, label: { x, y } }];
  });
  return {
    width,
    height,
    lands,
    kmPerPixel: EARTH_RADIUS_KM / projection.scale(),
    project: (position) => {
      const xy = projection([position.lon, position.lat]);
      return xy && Number.isFinite(xy[0]) ? { x: xy[0], y: xy[1] } : undefined;
    },
  };
}

function windowOf(shapes: Shapes, points: readonly Position[]): GeoBox {
  const main = shapes.features.filter((land) => land.properties.main);
  if (main.length > 0) return joined(main.map((land) => boxOf(land.geometry)));
  if (points.length > 0) return atLeast(grown(boxOfPoints(points), POINTS_MARGIN), 2);
  return { west: -170, south: -56, east: 180, north: 75 };
}

/** A single place gets a window of some degrees around it. */
function atLeast(box: GeoBox, degrees: number): GeoBox {
  const dx = Math.max(0, (degrees - (box.east - box.west)) / 2);
  const dy = Math.max(0, (degrees - (box.north - box.south)) / 2);
  return { west: box.west - dx, east: box.east + dx, south: box.south - dy, north: box.north + dy };
}

/** Points along the window's edge: what the projection must fit. */
function outline(box: GeoBox): Feature<MultiPoint> {
  const steps = 8;
  const coordinates: [number, number][] = [];
  for (let i = 0; i <= steps; i++) {
    const lon = box.west + ((box.east - box.west) * i) / steps;
    const lat = box.south + ((box.north - box.south) * i) / steps;
    coordinates.push([lon, box.south], [lon, box.north], [box.west, lat], [box.east, lat]);
  }
  return { type: "Feature", properties: {}, geometry: { type: "MultiPoint", coordinates } };
}
