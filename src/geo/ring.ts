/** Positions `[lon, lat]` of a closed line; the last equals the first. */
export type Ring = readonly (readonly [number, number])[];

/** The ring's centre of area, in degrees; of a ring without area the mean of its points. */
export function centroid(ring: Ring): { readonly lon: number; readonly lat: number } {
  let area = 0;
  let x = 0;
  let y = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i]!;
    const [bx, by] = ring[i + 1]!;
    const cross = ax * by - bx * ay;
    area += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  if (area !== 0) return { lon: x / (3 * area), lat: y / (3 * area) };
  const count = Math.max(1, ring.length);
  return {
    lon: ring.reduce((sum, p) => sum + p[0], 0) / count,
    lat: ring.reduce((sum, p) => sum + p[1], 0) / count,
  };
}

/** Twice the ring's area in square degrees, without sign: for finding the largest of several. */
export function extent(ring: Ring): number {
  let area = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i]!;
    const [bx, by] = ring[i + 1]!;
    area += ax * by - bx * ay;
  }
  return Math.abs(area);
}

/** Corners up to which every pair of sides is compared; a larger ring is thinned to as many. */
const COMPARED = 1500;

/** True when two sides that are not neighbours cross. */
export function crossesItself(ring: Ring): boolean {
  const step = Math.ceil((ring.length - 1) / COMPARED);
  const points = step > 1 ? [...ring.filter((_, i) => i % step === 0), ring[0]!] : ring;
  const sides = points.length - 1;
  for (let i = 0; i < sides; i++) {
    for (let j = i + 2; j < sides; j++) {
      if (i === 0 && j === sides - 1) continue;
      if (cross(points[i]!, points[i + 1]!, points[j]!, points[j + 1]!)) return true;
    }
  }
  return false;
}

type Point = readonly [number, number];

function cross(a: Point, b: Point, c: Point, d: Point): boolean {
  const turn = (p: Point, q: Point, r: Point) =>
    (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}
