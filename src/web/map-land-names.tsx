import type { Plane } from "../map/plane.ts";
import { seenAt, type Zoom } from "./map-zoom.ts";
import type { Size } from "./use-size.ts";

/** Rough width of a spaced capital at the size of these names. */
const LETTER = 9.2;
const HEIGHT = 14;

/** Names of neighbours, those that fit into the window whole. */
export function LandNames(props: { readonly plane: Plane; readonly zoom: Zoom; readonly size: Size }) {
  const { plane, zoom, size } = props;
  const names: Name[] = [];
  for (const { name, main, label } of plane.lands) {
    const { x, y } = seenAt(zoom, label);
    const one = { name, x, y, half: (name.length * LETTER) / 2 + 4 };
    const whole = x > one.half && x < size.width - one.half && y > 14 && y < size.height - 8;
    if (!main && whole && !names.some((other) => overlap(one, other))) names.push(one);
  }
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

interface Name {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly half: number;
}

function overlap(a: Name, b: Name): boolean {
  return Math.abs(a.x - b.x) < a.half + b.half && Math.abs(a.y - b.y) < HEIGHT;
}
