import type { AccessMark } from "../api/wire.ts";
import type { Plane } from "../map/plane.ts";
import { seenAt, type Zoom } from "./map-zoom.ts";
import { m } from "./messages.ts";

/** Roads as lines between the places that they join, crossings and airports as small signs below their place. */
export function WayLayer(props: {
  readonly ways: readonly AccessMark[];
  readonly plane: Plane;
  readonly zoom: Zoom;
}) {
  const { ways, plane, zoom } = props;
  return (
    <g class="ways">
      {ways.map((way) => {
        const [from, to] = [plane.project(way.at), way.to && plane.project(way.to)];
        if (!from) return null;
        const start = seenAt(zoom, from);
        const end = to && seenAt(zoom, to);
        const sign = end
          ? { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 }
          : { x: start.x - 12, y: start.y + 11 };
        return (
          <g key={`${way.target} ${way.name}`} class={`way ${way.status}`}>
            {end && <line x1={start.x} y1={start.y} x2={end.x} y2={end.y} />}
            <path class="way-sign" d={`M${sign.x},${sign.y}${WAY_SIGNS[way.status]}`} />
            <title>{`${way.name}: ${way.target} ${m.access[way.status]}`}</title>
          </g>
        );
      })}
    </g>
  );
}

const BOX = "m-5,-5h10v10h-10z";

/** An empty box is open, one stroke restricted, crossed closed, crossed without box cut. */
export const WAY_SIGNS: Readonly<Record<AccessMark["status"], string>> = {
  open: BOX,
  restricted: `${BOX}m0,10l10,-10`,
  closed: `${BOX}l10,10m0,-10l-10,10`,
  cut: "m-5,-5l10,10m0,-10l-10,10",
};
