import { m } from "./messages.ts";
import { usePage } from "./use-page.ts";

export function MapTools(props: { readonly zoomBy: (factor: number) => void; readonly showAll: () => void }) {
  const page = usePage();
  const { cells } = page.where;
  return (
    <>
      <div class="map-tools">
        <button
          type="button"
          class="tool"
          onClick={() => props.zoomBy(1.6)}
          aria-label={m.map.zoomIn}
          title={m.map.zoomIn}
        >
          +
        </button>
        <button
          type="button"
          class="tool"
          onClick={() => props.zoomBy(1 / 1.6)}
          aria-label={m.map.zoomOut}
          title={m.map.zoomOut}
        >
          −
        </button>
        <button type="button" class="tool" onClick={props.showAll} aria-label={m.map.all} title={m.map.all}>
          ⤢
        </button>
      </div>
      <div class="map-notes">
        <label class="switch">
          <input type="checkbox" checked={cells} onChange={() => page.move({ cells: !cells }, "slide")} />
          {m.map.cells}
        </label>
        {cells && <p class="warning">{m.map.cellsMeaning}</p>}
      </div>
    </>
  );
}
