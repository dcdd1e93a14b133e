import type { Plane } from "../map/plane.ts";
import { seenAt, type Zoom } from "./map-zoom.ts";
import type { Size } from "./use-size.ts";

/** Rough width of a spaced capital at the size of these names. */
const LETTER = 9.2;

/** Names of neighbours, those that fit into the window whole. */
export function LandNames(props: { readonly plane: Plane; readonly zoom: Zoom; readonly size: Size }) {
  const { plane, zoom, size } = props;
  const names = plane.lands
    .filter(({ main }) => !main)
    .map(({ name, label }) => ({ name, ...seenAt(zoom, label), half: (name.length * LETTER) / 2 + 4 }))
    .filter(({ x, y, half }) => x > half && x < size.width - half && y > 14 && y < size.height - 8);
  return (
    <g>
      {names.map(({ name, x, y }) => (
        <text key={name} class="land-name" x={x} y={y}>
          {name}
        </text>
      ))}
    </g>
  );
}
