import { useRef } from "preact/hooks";
import { addDays, type Day, daysBetween } from "../domain/day.ts";
import type { TrackScale } from "./track-scale.ts";
import { longDay } from "./words.ts";

/** One date as a slider on the track. Arrow keys go by day, page keys by week, Home and End to the ends. */
export function TrackHandle(props: {
  readonly kind: "as-of" | "known-at";
  readonly label: string;
  readonly day: Day;
  readonly scale: TrackScale;
  readonly onDay: (day: Day) => void;
}) {
  const { kind, label, day, scale, onDay } = props;
  const dragging = useRef(false);
  const toDay = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const track = event.currentTarget.parentElement!.getBoundingClientRect();
    onDay(scale.dayAt(event.clientX - track.left));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: -1,
      ArrowDown: -1,
      ArrowRight: 1,
      ArrowUp: 1,
      PageDown: -7,
      PageUp: 7,
    };
    const step = event.shiftKey ? undefined : steps[event.key];
    const next =
      step !== undefined
        ? addDays(day, step)
        : event.key === "Home"
          ? scale.first
          : event.key === "End"
            ? scale.last
            : undefined;
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onDay(dayWithin(next, scale));
  };
  return (
    <div
      class={`handle ${kind}`}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={scale.count - 1}
      aria-valuenow={Math.max(0, Math.min(scale.count - 1, daysBetween(scale.first, day)))}
      aria-valuetext={longDay(day)}
      style={{ transform: `translateX(${scale.x(day)}px)` }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        dragging.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        event.stopPropagation();
      }}
      onPointerMove={(event) => dragging.current && toDay(event as never)}
      onPointerUp={() => {
        dragging.current = false;
      }}
      onPointerCancel={() => {
        dragging.current = false;
      }}
    >
      <span class="grip" aria-hidden="true" />
    </div>
  );
}

function dayWithin(day: Day, { first, last }: TrackScale): Day {
  if (day < first) return first;
  return day > last ? last : day;
}
