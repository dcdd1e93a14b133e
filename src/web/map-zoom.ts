import type { Point } from "../map/plane.ts";

/** Where the sheet lies in the window: a point p of the sheet is seen at k·p + (x, y). */
export interface Zoom {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

export const WHOLE: Zoom = { k: 1, x: 0, y: 0 };
const MAX_ZOOM = 40;

export function seenAt(zoom: Zoom, p: Point): Point {
  return { x: zoom.k * p.x + zoom.x, y: zoom.k * p.y + zoom.y };
}

/** Zooms so that what is under `at` stays there. */
export function zoomedAround(
  zoom: Zoom,
  factor: number,
  at: Point,
  size: { width: number; height: number },
): Zoom {
  const k = Math.min(MAX_ZOOM, Math.max(1, zoom.k * factor));
  const by = k / zoom.k;
  return within({ k, x: at.x - (at.x - zoom.x) * by, y: at.y - (at.y - zoom.y) * by }, size);
}

export function pannedBy(zoom: Zoom, dx: number, dy: number, size: { width: number; height: number }): Zoom {
  return within({ k: zoom.k, x: zoom.x + dx, y: zoom.y + dy }, size);
}

/** The smallest move that brings a point of the sheet at least `margin` pixels inside the window. */
export function broughtIn(zoom: Zoom, p: Point, size: { width: number; height: number }, margin = 60): Zoom {
  const { x, y } = seenAt(zoom, p);
  const dx = x < margin ? margin - x : x > size.width - margin ? size.width - margin - x : 0;
  const dy = y < margin ? margin - y : y > size.height - margin ? size.height - margin - y : 0;
  return dx === 0 && dy === 0 ? zoom : pannedBy(zoom, dx, dy, size);
}

/** A third of the window may be empty, no more. */
function within(zoom: Zoom, { width, height }: { width: number; height: number }): Zoom {
  const clamp = (value: number, length: number) => {
    const slack = length * 0.33;
    return Math.min(slack, Math.max(length - length * zoom.k - slack, value));
  };
  return { k: zoom.k, x: clamp(zoom.x, width), y: clamp(zoom.y, height) };
}
