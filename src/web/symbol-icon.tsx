import { lookClass } from "../map/look-class.ts";
import { lookOf } from "../map/palette.ts";
import { symbol } from "../map/symbols.ts";
import type { PlaceState } from "../picture/types.ts";

/** The map's sign for a state and a holder, for use within text; its meaning always stands beside it in words. */
export function SymbolIcon(props: {
  readonly state: PlaceState;
  readonly holder?: string | undefined;
  readonly holders: readonly string[];
  readonly stale?: boolean;
  readonly size?: number;
}) {
  const { state, holder, holders, stale = false, size = 18 } = props;
  const look = lookOf(holders, holder);
  const { fill, line } = symbol(state, look.form, size * 0.32);
  const middle = `M${size / 2},${size / 2}`;
  return (
    <svg
      class={`sign ${lookClass(look)} ${stale ? "stale" : ""}`}
      width={size}
      height={size}
      aria-hidden="true"
    >
      {fill && <path class="mark-fill" d={middle + fill} />}
      {line && <path class="mark-line" d={middle + line} />}
    </svg>
  );
}
