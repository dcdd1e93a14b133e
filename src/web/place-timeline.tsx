import type { PlacePage } from "../api/wire.ts";
import { type Day, daysBetween } from "../domain/day.ts";
import { lookClass } from "../map/look-class.ts";
import { lookOf } from "../map/palette.ts";
import { m } from "./messages.ts";
import { setDays } from "./time-bar.tsx";
import { usePage } from "./use-page.ts";
import { briefDay, longDay, shortDay, statePhrase } from "./words.ts";

type Run = PlacePage["asTold"][number];

/** The place's history twice: as each day was told on that day, and as all days are known at the known day. */
export function PlaceTimeline({ page: { asTold, asKnown, place } }: { readonly page: PlacePage }) {
  const page = usePage();
  const { overview } = page.held;
  const viewpoint = page.viewpoint;
  if (!overview?.first || !overview.last || !viewpoint || asTold.length + asKnown.length === 0) return null;
  const [first, last] = [overview.first as Day, overview.last as Day];
  const days = daysBetween(first, last) + 1;
  const share = (day: string) => (100 * Math.max(0, Math.min(days, daysBetween(first, day as Day)))) / days;
  return (
    <section class="timeline" aria-label={m.place.timelineLabel(place.name)}>
      <h3>{m.place.timeline}</h3>
      <Line label={m.place.asTold} runs={asTold} share={share} />
      <Line label={m.place.asKnown(shortDay(viewpoint.knownAt))} runs={asKnown} share={share} />
      <div class="line-ends" aria-hidden="true">
        <span>{briefDay(first)}</span>
        <span class="now" style={{ insetInlineStart: `${share(viewpoint.asOf) + 50 / days}%` }} />
        <span>{briefDay(last)}</span>
      </div>
    </section>
  );
}

function Line({
  label,
  runs,
  share,
}: {
  readonly label: string;
  readonly runs: readonly Run[];
  readonly share: (day: string) => number;
}) {
  const page = usePage();
  const { overview } = page.held;
  const holders = overview?.actors.map(({ id }) => id) ?? [];
  return (
    <div class="line">
      <span class="line-label">{label}</span>
      <div class="runs">
        {runs.map((run) => {
          const words = `${shortDay(run.from)}: ${statePhrase(run as never, overview)}, ${m.grade[run.grade]}`;
          return (
            <button
              key={run.from}
              type="button"
              class={`run ${run.state} ${run.grade} ${lookClass(lookOf(holders, run.holder))}`}
              style={{
                insetInlineStart: `${share(run.from)}%`,
                width: `${share(run.until) - share(run.from)}%`,
              }}
              aria-label={words}
              title={`${words} (${longDay(run.from)})`}
              onClick={() => setDays(page, { asOf: run.from as Day }, "step")}
            />
          );
        })}
      </div>
    </div>
  );
}
