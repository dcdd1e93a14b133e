import { useMemo, useRef, useState } from "preact/hooks";
import type { AccessMark, PlaceRow } from "../api/wire.ts";
import { lookClass } from "../map/look-class.ts";
import { isArea, type Mark, markLayers, radiusOf, scaleFor } from "../map/marks.ts";
import { lookOf } from "../map/palette.ts";
import { type Plane, type Point, plane as planeOf } from "../map/plane.ts";
import { AreaLayer } from "./map-areas.tsx";
import { CellLayer } from "./map-cells.tsx";
import { useGestures } from "./map-gestures.ts";
import { useLabels } from "./map-labels.ts";
import { LandNames } from "./map-land-names.tsx";
import { markAt, marksOf, spotOf } from "./map-marks.ts";
import { MapTools } from "./map-tools.tsx";
import { WayLayer } from "./map-ways.tsx";
import { broughtIn, pannedBy, seenAt, WHOLE, type Zoom, zoomedAround } from "./map-zoom.ts";
import { m } from "./messages.ts";
import type { Difference, Seen } from "./reel.ts";
import { usePage } from "./use-page.ts";
import { useSize } from "./use-size.ts";
import { statePhrase } from "./words.ts";

/** Pixels around a mark that still count as hitting it. */
const REACH = { mouse: 14, touch: 26 };
const STEP = 60;
/** The map is one stop of the Tab key and then has keys of its own. */
const REACHED_BY_KEYS = { tabIndex: 0 } as const;

/** The map: land once, marks as a few paths that a step in time rewrites, labels that stay where they are. */
export function MapView(props: {
  readonly seen: readonly Seen[];
  readonly places: readonly PlaceRow[];
  readonly ways: readonly AccessMark[];
  readonly differing: readonly Difference[];
}) {
  const { seen, places, ways, differing } = props;
  const page = usePage();
  const { overview, shapes } = page.held;
  const { place: selected, cells } = page.where;
  const box = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const size = useSize(box);
  const [zoom, setZoom] = useState<Zoom>(WHOLE);
  const [hovered, setHovered] = useState<Mark | undefined>(undefined);
  const holders = useMemo(() => overview?.actors.map(({ id }) => id) ?? [], [overview]);
  const plane = useMemo(() => {
    if (!shapes || size.width === 0 || size.height === 0) return undefined;
    const located = places.flatMap(({ lon, lat }) =>
      lon !== undefined && lat !== undefined ? [{ lon, lat }] : [],
    );
    return planeOf(shapes, { ...size, padding: size.width < 600 ? 14 : 36, points: located });
  }, [shapes, size.width, size.height, shapes?.features.some((land) => land.properties.main) ? 0 : places]);
  const scale = scaleFor(places.length, zoom.k);
  const marks = useMemo(() => (plane ? marksOf(seen, plane, zoom) : []), [seen, plane, zoom]);
  const layers = useMemo(() => markLayers(marks, holders, scale), [marks, holders, scale]);
  const labels = useLabels(places, plane, zoom, size, scale, selected);
  const open = (id: string | undefined) => page.move({ place: id });
  useGestures(svg, {
    zoom,
    setZoom,
    onTap: (at, touch) => open(markAt(marks, at, touch ? REACH.touch : REACH.mouse)?.id),
    onHover: (at) => setHovered(at && markAt(marks, at, REACH.mouse)),
  });
  const zoomBy = (factor: number) => setZoom(zoomedAround(zoom, factor, middleOf(size), size));
  const goTo = (step: 1 | -1) => {
    const next = neighbourOf(marks, selected, step);
    if (!next) return;
    open(next.id);
    page.quietly = true;
    const spot = plane && spotOf(plane, places.find(({ id }) => id === next.id)!);
    if (spot) setZoom(broughtIn(zoom, spot, size));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keyAct(event, {
      pan: (dx, dy) => setZoom(pannedBy(zoom, dx, dy, size)),
      zoom: zoomBy,
      all: () => setZoom(WHOLE),
      next: goTo,
      enter: () => document.getElementById("place-name")?.focus(),
    });
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const chosen = marks.find(({ id }) => id === selected);
  const ring = chosen ?? unmarked(selected, places, plane, zoom);
  const others = plane
    ? marksOf(
        differing.flatMap(({ was, is }) => was ?? is ?? []),
        plane,
        zoom,
      )
    : [];
  const told = hovered && marks.find(({ id }) => id === hovered.id);
  return (
    <div class="map-box" ref={box}>
      <div
        class="map-keys"
        role="application"
        {...REACHED_BY_KEYS}
        aria-label={m.map.label}
        aria-describedby="map-keys-help"
        onKeyDown={onKeyDown}
      >
        <svg ref={svg} id="map" class="map" width={size.width} height={size.height} aria-hidden="true">
          {plane && (
            <>
              <g transform={`translate(${zoom.x},${zoom.y}) scale(${zoom.k})`}>
                {plane.lands.map((land) => (
                  <path key={land.name} class={land.main ? "land main" : "land"} d={land.d} />
                ))}
                {cells && <CellLayer seen={seen} plane={plane} holders={holders} />}
                {cells && (
                  <path
                    class="main-edge"
                    d={plane.lands
                      .filter((l) => l.main)
                      .map((l) => l.d)
                      .join("")}
                  />
                )}
              </g>
              <LandNames plane={plane} zoom={zoom} size={size} />
              <AreaLayer marks={marks} holders={holders} kmPerPixel={plane.kmPerPixel / zoom.k} />
              <WayLayer ways={ways} plane={plane} zoom={zoom} />
              <g class="marks">
                {layers.map(({ key, look, stale, fill, line }) => (
                  <g key={key} class={`${lookClass(look)}${stale ? " stale" : ""}`}>
                    {fill && <path class="mark-fill" d={fill} />}
                    {line && <path class="mark-line" d={line} />}
                  </g>
                ))}
              </g>
              {others.map((mark) => (
                <circle
                  key={mark.id}
                  class="differs"
                  cx={mark.x}
                  cy={mark.y}
                  r={radiusOf(mark.level) * scale + 5}
                />
              ))}
              {ring && <circle class="chosen" cx={ring.x} cy={ring.y} r={13} />}
              <g class="labels">
                {marks.map((mark) => {
                  const label = labels.get(mark.id);
                  if (!label) return null;
                  const area = isArea(mark.level);
                  return (
                    <text
                      key={mark.id}
                      x={mark.x + label.dx}
                      y={mark.y + label.dy}
                      text-anchor={label.anchor}
                      class={`label ${mark.level}${mark.id === selected ? " picked" : ""}${area ? ` ${lookClass(lookOf(holders, mark.holder))}` : ""}`}
                    >
                      {mark.name}
                    </text>
                  );
                })}
              </g>
            </>
          )}
        </svg>
      </div>
      {told && (
        <div
          class="tip"
          style={{ left: `${told.x}px`, top: `${told.y}px` }}
          data-side={told.x > size.width / 2 ? "left" : "right"}
        >
          <bdi>{told.name}</bdi>
          <span>{statePhrase(told, overview)}</span>
        </div>
      )}
      <p class="unseen" role="status">
        {chosen && `${chosen.name}: ${statePhrase(chosen, overview)}`}
      </p>
      <p class="unseen" id="map-keys-help">
        {m.map.keys}
      </p>
      <MapTools zoomBy={zoomBy} showAll={() => setZoom(WHOLE)} />
    </div>
  );
}

/** Where the open place lies when the picture says nothing of it. */
function unmarked(id: string | undefined, places: readonly PlaceRow[], plane: Plane | undefined, zoom: Zoom) {
  const place = places.find((one) => one.id === id);
  const spot = plane && place && spotOf(plane, place);
  return spot && seenAt(zoom, spot);
}

function middleOf({ width, height }: { readonly width: number; readonly height: number }): Point {
  return { x: width / 2, y: height / 2 };
}

/** In reading order: from the top, then from the left. */
function neighbourOf(marks: readonly Mark[], selected: string | undefined, step: 1 | -1): Mark | undefined {
  const inOrder = [...marks].sort((a, b) => a.y - b.y || a.x - b.x);
  const at = inOrder.findIndex(({ id }) => id === selected);
  const next = at < 0 ? (step > 0 ? 0 : inOrder.length - 1) : (at + step + inOrder.length) % inOrder.length;
  return inOrder[next];
}

interface Acts {
  readonly pan: (dx: number, dy: number) => void;
  readonly zoom: (factor: number) => void;
  readonly all: () => void;
  readonly next: (step: 1 | -1) => void;
  readonly enter: () => void;
}

/** False when the key means nothing to the map. */
function keyAct(event: KeyboardEvent, acts: Acts): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const table: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => acts.pan(STEP, 0),
    ArrowRight: () => acts.pan(-STEP, 0),
    ArrowUp: () => acts.pan(0, STEP),
    ArrowDown: () => acts.pan(0, -STEP),
    "+": () => acts.zoom(1.5),
    "=": () => acts.zoom(1.5),
    "-": () => acts.zoom(1 / 1.5),
    "0": acts.all,
    n: () => acts.next(1),
    p: () => acts.next(-1),
    Enter: acts.enter,
  };
  const act = table[event.key];
  act?.();
  return act !== undefined;
}
