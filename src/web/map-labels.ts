import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { PlaceRow } from "../api/wire.ts";
import { type Label, placeLabels } from "../map/labels.ts";
import { besideTown, isArea, type Mark, radiusOf, siteCounter } from "../map/marks.ts";
import type { Plane } from "../map/plane.ts";
import { spotOf } from "./map-marks.ts";
import { seenAt, type Zoom } from "./map-zoom.ts";
import { placeTitle } from "./words.ts";

const SIZE = 12;
/** Until the zoom rests, labels move with their marks and are not laid out anew. */
const REST_MS = 90;
/** Zoom from which sites are named. */
const SITES_FROM = 3;
const MOST_LABELS = 400;
const WEIGHTS: Readonly<Record<string, number>> = {
  city: 5,
  crossing: 3,
  town: 2,
  site: 0.5,
  province: 4,
  area: 3,
  country: 4,
};

/** A label and how far it stands from its mark. */
export interface HungLabel extends Label {
  readonly dx: number;
  readonly dy: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Labels for all places of the reel, not only of the day: running through time moves none of them. */
export function useLabels(
  places: readonly PlaceRow[],
  plane: Plane | undefined,
  zoom: Zoom,
  size: Size,
  scale: number,
  selected: string | undefined,
): ReadonlyMap<string, HungLabel> {
  const resting = useResting(zoom);
  return useMemo(() => {
    if (!plane || size.width === 0) return new Map();
    const spots = places.flatMap((place) => {
      const spot = spotOf(plane, place);
      return spot ? [{ place, at: seenAt(resting, spot) }] : [];
    });
    const shown = spots.filter(
      ({ place }) => place.level !== "site" || place.id === selected || resting.k > SITES_FROM,
    );
    const wishes = shown.map(({ place, at }) => ({
      ...at,
      id: place.id,
      text: placeTitle(place),
      weight: (WEIGHTS[place.level] ?? 1) + (place.id === selected ? 100 : 0),
      clear: isArea(place.level as Mark["level"]) ? 3 : radiusOf(place.level as Mark["level"]) * scale + 1,
      size: SIZE,
    }));
    const count = siteCounter();
    const sites = spots
      .filter(({ place }) => place.level === "site")
      .map(({ place, at }) => ({ ...besideTown(at, count(place.id)), clear: 3.6 }));
    const inView = wishes.filter(
      (w) => w.x > -20 && w.y > -20 && w.x < size.width + 20 && w.y < size.height + 20,
    );
    const most = [...inView].sort((a, b) => b.weight - a.weight).slice(0, MOST_LABELS);
    const rest = inView.filter((w) => !most.includes(w)).slice(0, 3000);
    const labels = placeLabels(most, { ...size, obstacles: [...rest, ...sites], measure });
    const at = new Map(most.map((w) => [w.id, w]));
    return new Map(
      labels.map((label) => [
        label.id,
        { ...label, dx: label.x - at.get(label.id)!.x, dy: label.y - at.get(label.id)!.y },
      ]),
    );
  }, [places, plane, resting, size.width, size.height, scale, selected]);
}

function useResting(zoom: Zoom): Zoom {
  const [resting, setResting] = useState(zoom);
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    const timer = setTimeout(() => setResting(zoom), REST_MS);
    return () => clearTimeout(timer);
  }, [zoom]);
  return resting;
}

let canvas: CanvasRenderingContext2D | null | undefined;
const widths = new Map<string, number>();

function measure(text: string, size: number): number {
  const known = widths.get(text);
  if (known !== undefined) return known;
  canvas ??= document.createElement("canvas").getContext("2d");
  if (!canvas) return text.length * size * 0.6;
  canvas.font = `500 ${size}px ${getComputedStyle(document.body).fontFamily}`;
  const width = canvas.measureText(text).width;
  widths.set(text, width);
  return width;
}
