import type { Level } from "../domain/place.ts";
import type { Grade, PlaceState } from "../picture/types.ts";
import { type Look, lookOf } from "./palette.ts";
import type { Point } from "./plane.ts";
import { symbol } from "./symbols.ts";

/** One place on the sheet, at one viewpoint. */
export interface Mark extends Point {
  readonly id: string;
  readonly name: string;
  readonly level: Level;
  readonly state: PlaceState;
  readonly holder?: string;
  readonly grade: Grade;
}

/** All marks of one holder in one state, as two paths: a step in time rewrites some twenty paths, not thousands of nodes. */
export interface MarkLayer {
  readonly key: string;
  readonly look: Look;
  readonly state: PlaceState;
  /** Old knowledge is drawn fainter. */
  readonly stale: boolean;
  readonly fill: string;
  readonly line: string;
}

/** Levels that are an extent, not a point. */
const AREAS: ReadonlySet<Level> = new Set(["district", "province", "country", "area", "road"]);

export function isArea(level: Level): boolean {
  return AREAS.has(level);
}

/** Pixels. */
export function radiusOf(level: Level): number {
  switch (level) {
    case "city":
      return 6;
    case "town":
    case "crossing":
      return 5;
    case "site":
      return 3.6;
    default:
      return 4;
  }
}

const SITE_DISTANCE = 12;

/** A site has its town's position: it is drawn beside the town, the next one further round, away from the town's label. */
export function besideTown({ x, y }: Point, index: number): Point {
  const angle = ((-60 - index * 48) * Math.PI) / 180;
  return { x: x + Math.cos(angle) * SITE_DISTANCE, y: y + Math.sin(angle) * SITE_DISTANCE };
}

/** Counts the sites of each town as they come; the id of a site begins with its town's. */
export function siteCounter(): (id: string) => number {
  const counts = new Map<string, number>();
  return (id) => {
    const town = id.split("#")[0]!;
    const index = counts.get(town) ?? 0;
    counts.set(town, index + 1);
    return index;
  };
}

/** Later layers lie on top: what is in doubt must not be hidden by what is settled. */
const DEPTH: readonly PlaceState[] = ["unknown", "held", "claimed", "disputed", "contested", "besieged"];

/** `scale` shrinks all symbols where thousands share the sheet. */
export function markLayers(
  marks: readonly Mark[],
  holders: readonly string[],
  scale = 1,
): readonly MarkLayer[] {
  const layers = new Map<string, { first: Mark; look: Look; fill: string[]; line: string[] }>();
  const tails = new Map<string, { fill: string; line: string }>();
  for (const mark of marks) {
    if (isArea(mark.level)) continue;
    const stale = mark.grade === "stale";
    const key = `${DEPTH.indexOf(mark.state)}|${mark.holder ?? ""}|${stale ? 1 : 0}`;
    let layer = layers.get(key);
    if (!layer) {
      layer = { first: mark, look: lookOf(holders, mark.holder), fill: [], line: [] };
      layers.set(key, layer);
    }
    const radius = radiusOf(mark.level) * scale;
    const tailKey = `${key}|${radius}`;
    let tail = tails.get(tailKey);
    if (!tail) {
      tail = symbol(mark.state, layer.look.form, radius);
      tails.set(tailKey, tail);
    }
    const at = `M${Math.round(mark.x * 10) / 10},${Math.round(mark.y * 10) / 10}`;
    if (tail.fill) layer.fill.push(at + tail.fill);
    if (tail.line) layer.line.push(at + tail.line);
  }
  return [...layers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, layer]) => ({
      key,
      look: layer.look,
      state: layer.first.state,
      stale: layer.first.grade === "stale",
      fill: layer.fill.join(""),
      line: layer.line.join(""),
    }));
}

/** Symbols at full size up to some hundred places, then smaller, never below a third. */
export function scaleFor(count: number, zoom: number): number {
  const crowd = Math.sqrt(250 / Math.max(count, 250));
  return Math.min(1, Math.max(0.36, crowd * Math.sqrt(zoom)));
}
