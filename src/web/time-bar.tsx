import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { addDays, type Day, parseDay } from "../domain/day.ts";
import { m } from "./messages.ts";
import { dayAfter, type PageState } from "./page-state.ts";
import { TrackHandle } from "./track-handle.tsx";
import { type TrackScale, ticksOf, trackScale } from "./track-scale.ts";
import { usePage } from "./use-page.ts";
import { useSize } from "./use-size.ts";
import { briefDay, longDay, shortDay } from "./words.ts";

const PLAY_MS = 700;
const BARS_HEIGHT = 34;

/** The two dates: as fields, as handles on a track of days with news, and by play. */
export function TimeBar() {
  const page = usePage();
  const { overview } = page.held;
  const viewpoint = page.viewpoint;
  if (!overview?.first || !overview.last || !viewpoint) return null;
  const [first, last] = [overview.first as Day, overview.last as Day];
  return (
    <section class="time" aria-label={m.dates.track}>
      <div class="time-controls">
        <Steps page={page} first={first} last={last} />
        <DateField
          name="asOf"
          label={m.dates.asOf}
          help={m.dates.asOfHelp}
          day={viewpoint.asOf}
          onDay={(day) => setDays(page, { asOf: day }, "step")}
        />
        <DateField
          name="knownAt"
          label={m.dates.knownAt}
          help={m.dates.knownAtHelp}
          day={viewpoint.knownAt}
          onDay={(day) => page.move({ asOf: viewpoint.asOf, knownAt: day, apart: day !== viewpoint.asOf })}
        />
        <label class="switch" title={m.dates.linkedHelp}>
          <input type="checkbox" checked={!page.where.apart} onChange={() => toggleApart(page)} />
          {m.dates.linked}
        </label>
      </div>
      <Track page={page} first={first} last={last} />
    </section>
  );
}

/** Together the known day follows; apart it stays. */
export function setDays(page: PageState, days: { asOf?: Day; knownAt?: Day }, how: "step" | "slide"): void {
  const { apart } = page.where;
  const now = page.viewpoint!;
  const asOf = days.asOf ?? (apart ? now.asOf : (days.knownAt ?? now.asOf));
  const knownAt = apart ? (days.knownAt ?? now.knownAt) : asOf;
  page.move({ asOf, knownAt }, how);
}

export function toggleApart(page: PageState): void {
  const { asOf, knownAt } = page.viewpoint!;
  page.move(page.where.apart ? { apart: false, knownAt: asOf } : { apart: true, asOf, knownAt });
}

function Steps({ page, first, last }: { readonly page: PageState; readonly first: Day; readonly last: Day }) {
  const playing = usePlaying(page, last);
  const asOf = page.viewpoint!.asOf;
  const step = (by: number) => setDays(page, { asOf: dayAfter(asOf, by, first, last) }, "slide");
  return (
    <div class="steps">
      <button
        type="button"
        class="tool"
        onClick={() => step(-1)}
        disabled={asOf <= first}
        aria-label={m.dates.back}
        title={`${m.dates.back} (←)`}
      >
        ‹
      </button>
      <button
        type="button"
        class="tool play"
        data-play
        aria-pressed={playing.on}
        aria-label={playing.on ? m.dates.pause : m.dates.play}
        title={`${playing.on ? m.dates.pause : m.dates.play} (Space)`}
        onClick={() => playing.toggle(asOf >= last ? first : undefined)}
      >
        {playing.on ? "❚❚" : "▶"}
      </button>
      <button
        type="button"
        class="tool"
        onClick={() => step(1)}
        disabled={asOf >= last}
        aria-label={m.dates.forth}
        title={`${m.dates.forth} (→)`}
      >
        ›
      </button>
    </div>
  );
}

function usePlaying(page: PageState, last: Day) {
  const [on, setOn] = useState(false);
  useEffect(() => {
    if (!on) return;
    const timer = setInterval(() => {
      const asOf = page.viewpoint!.asOf;
      if (asOf >= last) setOn(false);
      else setDays(page, { asOf: addDays(asOf, 1) }, "slide");
    }, PLAY_MS);
    return () => clearInterval(timer);
  }, [on, page, last]);
  const toggle = (from: Day | undefined) => {
    if (!on && from) setDays(page, { asOf: from }, "slide");
    setOn(!on);
  };
  return { on, toggle };
}

function DateField(props: {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly day: Day;
  readonly onDay: (day: Day) => void;
}) {
  return (
    <label class="date-field" title={props.help}>
      <span>{props.label}</span>
      <input
        type="date"
        name={props.name}
        value={props.day}
        required
        onChange={(event) => {
          const day = parseDay(event.currentTarget.value);
          if (day) props.onDay(day);
        }}
      />
    </label>
  );
}

function Track({ page, first, last }: { readonly page: PageState; readonly first: Day; readonly last: Day }) {
  const box = useRef<HTMLDivElement>(null);
  const { width } = useSize(box);
  const scale = useMemo(() => trackScale(first, last, width), [first, last, width]);
  const { asOf, knownAt } = page.viewpoint!;
  const { apart } = page.where;
  const take = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const day = scale.dayAt(event.clientX - event.currentTarget.getBoundingClientRect().left);
    setDays(page, { asOf: day }, "slide");
  };
  return (
    <div
      class={apart ? "track apart" : "track"}
      ref={box}
      onPointerDown={(event) => width > 0 && take(event as never)}
    >
      {width > 0 && (
        <>
          <Bars page={page} scale={scale} width={width} />
          <TrackHandle
            kind="as-of"
            label={m.dates.asOf}
            day={asOf}
            scale={scale}
            onDay={(day) => setDays(page, { asOf: day }, "slide")}
          />
          <TrackHandle
            kind="known-at"
            label={m.dates.knownAt}
            day={knownAt}
            scale={scale}
            onDay={(day) => setDays(page, { knownAt: day }, "slide")}
          />
        </>
      )}
    </div>
  );
}

function Bars(props: { readonly page: PageState; readonly scale: TrackScale; readonly width: number }) {
  const { scale, width } = props;
  const days = props.page.held.overview!.days;
  return useMemo(() => {
    const most = Math.max(1, ...days.map(({ reports }) => reports));
    const bar = Math.max(1, Math.min(14, scale.slot - 1));
    return (
      <svg class="bars" width={width} height={BARS_HEIGHT + 32} aria-hidden="true">
        <line class="baseline" x1={0} x2={width} y1={BARS_HEIGHT} y2={BARS_HEIGHT} />
        {days.map(({ day, reports, claims }) => {
          const height = Math.max(4, (BARS_HEIGHT - 4) * Math.sqrt(reports / most));
          return (
            <rect
              key={day}
              class="bar"
              x={scale.x(day as Day) - bar / 2}
              y={BARS_HEIGHT - height}
              width={bar}
              height={height}
            >
              <title>{m.dates.bar(longDay(day), reports, claims)}</title>
            </rect>
          );
        })}
        {ticksOf(scale).map(({ day }) => {
          const x = scale.x(day);
          const anchor = x < 30 ? "start" : x > width - 30 ? "end" : "middle";
          return (
            <g key={day}>
              <line class="tick" x1={x} x2={x} y1={BARS_HEIGHT} y2={BARS_HEIGHT + 4} />
              <text
                class="tick-text"
                x={anchor === "start" ? 0 : anchor === "end" ? width : x}
                y={BARS_HEIGHT + 28}
                text-anchor={anchor}
              >
                {scale.count > 330 ? shortDay(day) : briefDay(day)}
              </text>
            </g>
          );
        })}
      </svg>
    );
  }, [days, scale, width]);
}
