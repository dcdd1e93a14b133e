import { useMemo } from "preact/hooks";
import { cells as cellsOf } from "../map/cells.ts";
import { lookClass } from "../map/look-class.ts";
import { isArea, type Mark } from "../map/marks.ts";
import { lookOf } from "../map/palette.ts";
import type { Plane } from "../map/plane.ts";
import { spotOf } from "./map-marks.ts";
import type { Seen } from "./reel.ts";

/** Each known place's neighbourhood in its holder's colour, within the countries that the map is about. */
export function CellLayer(props: {
  readonly seen: readonly Seen[];
  readonly plane: Plane;
  readonly holders: readonly string[];
}) {
  const { seen, plane, holders } = props;
  const points = seen.filter(({ place }) => !isArea(place.level as Mark["level"]) && spotOf(plane, place));
  const ids = points.map(({ place }) => place.id).join();
  const shapes = useMemo(
    () =>
      cellsOf(
        points.map(({ place }) => ({ id: place.id, ...spotOf(plane, place)! })),
        plane.width,
        plane.height,
      ),
    [ids, plane],
  );
  const groups = Map.groupBy(
    points,
    ({ state, holder }) => `${state === "held" ? "firm" : "soft"}|${holder ?? ""}`,
  );
  return (
    <>
      <clipPath id="main-land">
        {plane.lands
          .filter(({ main }) => main)
          .map((land) => (
            <path key={land.name} d={land.d} />
          ))}
      </clipPath>
      <g clip-path="url(#main-land)">
        {[...groups].map(([key, group]) => (
          <path
            key={key}
            class={`cell ${key.split("|")[0]} ${lookClass(lookOf(holders, group[0]!.holder))}`}
            d={group.map(({ place }) => shapes.get(place.id) ?? "").join("")}
          />
        ))}
      </g>
    </>
  );
}
