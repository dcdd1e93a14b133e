import type { PlaceState } from "../picture/types.ts";

/** The outline tells who; how it is filled tells the state. */
export const FORMS = [
  "circle",
  "square",
  "triangle",
  "diamond",
  "hexagon",
  "pentagon",
  "drop",
  "star",
] as const;
export type Form = (typeof FORMS)[number];

/** Path data of one symbol in two layers: `fill` is painted in the holder's colour, `line` stroked with it. */
export interface SymbolPaths {
  readonly fill: string;
  readonly line: string;
}

type Corner = readonly [number, number];

/** Corners on the unit circle, areas made equal to the eye by `size`. */
const CORNERS: Readonly<
  Record<Exclude<Form, "circle">, { readonly size: number; readonly corners: readonly Corner[] }>
> = {
  square: { size: 1.22, corners: regular(4, 45) },
  triangle: { size: 1.38, corners: regular(3, -90) },
  diamond: { size: 1.3, corners: regular(4, 0) },
  hexagon: { size: 1.1, corners: regular(6, 0) },
  pentagon: { size: 1.15, corners: regular(5, -90) },
  drop: { size: 1.38, corners: regular(3, 90) },
  star: { size: 1.45, corners: star(5, 0.48) },
};

function regular(count: number, startDegrees: number): readonly Corner[] {
  return Array.from({ length: count }, (_, i) => turned((startDegrees + (360 * i) / count) % 360));
}

function star(points: number, inner: number): readonly Corner[] {
  return Array.from({ length: points * 2 }, (_, i) => {
    const [x, y] = turned(-90 + (180 * i) / points);
    return i % 2 === 0 ? ([x, y] as const) : ([x * inner, y * inner] as const);
  });
}

function turned(degrees: number): Corner {
  const angle = (degrees * Math.PI) / 180;
  return [Math.cos(angle), Math.sin(angle)];
}

/** The whole outline of `form` around the current point, radius in pixels. */
export function outlineOf(form: Form, radius: number): string {
  if (form === "circle") return circle(radius);
  return closed(CORNERS[form].corners, radius * CORNERS[form].size);
}

/** The left half of `form`: a place that is fought over inside is half filled. */
function leftHalf(form: Form, radius: number): string {
  if (form === "circle") return `m0,${n(-radius)}a${n(radius)},${n(radius)} 0 0,0 0,${n(radius * 2)}z`;
  return closed(cutRight(CORNERS[form].corners), radius * CORNERS[form].size);
}

/** What remains of a polygon left of its middle. */
function cutRight(corners: readonly Corner[]): readonly Corner[] {
  return corners.flatMap((corner, i): readonly Corner[] => {
    const next = corners[(i + 1) % corners.length]!;
    const kept: Corner[] = corner[0] <= 1e-9 ? [corner] : [];
    if (corner[0] * next[0] < -1e-12) {
      const share = corner[0] / (corner[0] - next[0]);
      kept.push([0, corner[1] + (next[1] - corner[1]) * share]);
    }
    return kept;
  });
}

/**
 * Held is full, claimed hollow, contested half, besieged full in a ring, disputed hollow with a point, unknown a cross.
 * The path data is relative: put `M x,y` before it.
 */
export function symbol(state: PlaceState, form: Form, radius: number): SymbolPaths {
  const outline = outlineOf(form, radius);
  switch (state) {
    case "held":
      return { fill: outline, line: "" };
    case "claimed":
      return { fill: "", line: outline };
    case "contested":
      return { fill: leftHalf(form, radius), line: outline };
    case "besieged":
      return { fill: outlineOf(form, radius * 0.68), line: circle(radius * 1.5) };
    case "disputed":
      return { fill: circle(radius * 0.38), line: outline };
    case "unknown":
      return { fill: "", line: cross(radius * 0.7) };
  }
}

export function circle(r: number): string {
  return `m${n(-r)},0a${n(r)},${n(r)} 0 1,0 ${n(2 * r)},0a${n(r)},${n(r)} 0 1,0 ${n(-2 * r)},0z`;
}

function cross(r: number): string {
  return `m${n(-r)},${n(-r)}l${n(2 * r)},${n(2 * r)}m0,${n(-2 * r)}l${n(-2 * r)},${n(2 * r)}`;
}

function closed(corners: readonly Corner[], radius: number): string {
  let [x, y] = [0, 0];
  const steps = corners.map(([cx, cy], i) => {
    const [dx, dy] = [n(cx * radius - x), n(cy * radius - y)];
    [x, y] = [x + dx, y + dy];
    return `${i === 0 ? "m" : "l"}${dx},${dy}`;
  });
  return steps.length === 0 ? "" : `${steps.join("")}z`;
}

/** A hundredth of a pixel. */
function n(value: number): number {
  return Math.round(value * 100) / 100;
}
