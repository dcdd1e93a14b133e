import type { Point } from "./plane.ts";

export interface CellSite extends Point {
  readonly id: string;
}

type Ring = readonly Point[];

/**
 * Around each site the part of the sheet that lies nearer to it than to any other (Voronoi): an interpolation for the
 * eye, no knowledge of what lies between. Clipping to a country is left to the drawing. Sites on one spot share a cell:
 * the first keeps it.
 */
export function cells(
  sites: readonly CellSite[],
  width: number,
  height: number,
): ReadonlyMap<string, string> {
  const sheet: Ring = [
    { x: -width, y: -height },
    { x: 2 * width, y: -height },
    { x: 2 * width, y: 2 * height },
    { x: -width, y: 2 * height },
  ];
  const byX = [...sites].sort((a, b) => a.x - b.x || (a.id < b.id ? -1 : 1));
  const result = new Map<string, string>();
  byX.forEach((site, i) => {
    const ring = cellOf(byX, i, sheet);
    if (ring.length > 2) result.set(site.id, `M${ring.map((p) => `${r(p.x)},${r(p.y)}`).join("L")}z`);
  });
  return result;
}

/** Walks outwards along x and stops on a side once nothing there can still cut the cell. */
function cellOf(byX: readonly CellSite[], at: number, sheet: Ring): Ring {
  const site = byX[at]!;
  let ring = sheet;
  let reach = reachOf(ring, site);
  let [left, right] = [at - 1, at + 1];
  while (left >= 0 || right < byX.length) {
    const toLeft = left >= 0 ? site.x - byX[left]!.x : Number.POSITIVE_INFINITY;
    const toRight = right < byX.length ? byX[right]!.x - site.x : Number.POSITIVE_INFINITY;
    if (Math.min(toLeft, toRight) > 2 * reach) break;
    const other = toLeft <= toRight ? byX[left--]! : byX[right++]!;
    if (other.x === site.x && other.y === site.y) {
      if (byX.indexOf(other) < at) return [];
      continue;
    }
    if (Math.abs(other.y - site.y) > 2 * reach) continue;
    const cut = nearer(ring, site, other);
    if (cut !== ring) {
      ring = cut;
      reach = reachOf(ring, site);
    }
  }
  return ring;
}

function reachOf(ring: Ring, site: Point): number {
  return Math.max(...ring.map((p) => Math.hypot(p.x - site.x, p.y - site.y)));
}

/** The part of a convex ring that lies nearer to `site` than to `other`. */
function nearer(ring: Ring, site: Point, other: Point): Ring {
  const [mx, my] = [(site.x + other.x) / 2, (site.y + other.y) / 2];
  const [dx, dy] = [other.x - site.x, other.y - site.y];
  const side = (p: Point) => (p.x - mx) * dx + (p.y - my) * dy;
  if (ring.every((p) => side(p) <= 0)) return ring;
  return ring.flatMap((p, i): Ring => {
    const next = ring[(i + 1) % ring.length]!;
    const [a, b] = [side(p), side(next)];
    const kept: Point[] = a <= 0 ? [p] : [];
    if ((a < 0 && b > 0) || (a > 0 && b < 0)) {
      const share = a / (a - b);
      kept.push({ x: p.x + (next.x - p.x) * share, y: p.y + (next.y - p.y) * share });
    }
    return kept;
  });
}

function r(value: number): number {
  return Math.round(value * 10) / 10;
}
