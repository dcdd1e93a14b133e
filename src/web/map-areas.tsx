import { lookClass } from "../map/look-class.ts";
import { isArea, type Mark } from "../map/marks.ts";
import { lookOf } from "../map/palette.ts";

/** Kilometres: a size to be seen, not the unit's own extent, which no outline gives. */
const RADIUS_KM: Readonly<Record<string, number>> = { district: 16, province: 55, area: 55, road: 10 };

/** Areas are discs with a broken edge, never pins: known as a whole, extent unknown. */
export function AreaLayer(props: {
  readonly marks: readonly Mark[];
  readonly holders: readonly string[];
  readonly kmPerPixel: number;
}) {
  const areas = props.marks.filter(({ level }) => isArea(level) && RADIUS_KM[level] !== undefined);
  return (
    <g class="areas">
      {areas.map((mark) => (
        <circle
          key={mark.id}
          class={`area-disc ${mark.state} ${lookClass(lookOf(props.holders, mark.holder))}`}
          cx={mark.x}
          cy={mark.y}
          r={Math.max(10, RADIUS_KM[mark.level]! / props.kmPerPixel)}
        />
      ))}
    </g>
  );
}
