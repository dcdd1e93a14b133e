import { Fragment } from "preact";
import { useMemo } from "preact/hooks";
import { addDays } from "../domain/day.ts";
import { isArea } from "../map/marks.ts";
import { STATE_ORDER } from "../map/palette.ts";
import type { PlaceState } from "../picture/types.ts";
import { m } from "./messages.ts";
import { changedBetween, type Reel, type Seen } from "./reel.ts";
import { SymbolIcon } from "./symbol-icon.tsx";
import { usePage } from "./use-page.ts";
import { longDay, nameOf, number, placeTitle, statePhrase } from "./words.ts";

const CHANGES_SHOWN = 8;

/** What stands beside the map while no place is open: the day in a sentence, the legend with counts, the day's changes. */
export function SummaryPanel({
  seen,
  reel,
}: {
  readonly seen: readonly Seen[];
  readonly reel: Reel | undefined;
}) {
  const page = usePage();
  const viewpoint = page.viewpoint;
  if (!viewpoint) return null;
  const known =
    viewpoint.asOf === viewpoint.knownAt
      ? m.summary.knownSame
      : m.summary.knownAt(longDay(viewpoint.knownAt));
  return (
    <div class="summary">
      <h2 class="day-head">
        {m.summary.title(longDay(viewpoint.asOf))}
        <small>{known}</small>
      </h2>
      {reel ? (
        <>
          <Legend seen={seen} />
          <DayChanges seen={seen} reel={reel} />
          <p class="fine">
            {m.map.disclaimer} {m.map.attribution}
          </p>
        </>
      ) : (
        <p class="quiet">{m.loadingPicture}</p>
      )}
    </div>
  );
}

function Legend({ seen }: { readonly seen: readonly Seen[] }) {
  const page = usePage();
  const { overview } = page.held;
  const holders = overview?.actors.map(({ id }) => id) ?? [];
  const counts = useMemo(() => countsOf(seen), [seen]);
  const states = STATE_ORDER.filter((state) => [...counts.values()].some((row) => row.has(state)));
  const rows = [...counts].sort(([a], [b]) => rank(holders, a) - rank(holders, b));
  if (seen.length === 0) return <p class="quiet">{page.where.voice ? m.noPlacesVoice : m.noPlaces}</p>;
  const unlocated = seen.filter(({ place }) => place.lon === undefined).length;
  const areas = seen.some(({ place }) => isArea(place.level as never));
  return (
    <>
      <table class="legend">
        <caption class="unseen">{m.map.legend}</caption>
        <thead>
          <tr>
            <th scope="col">{m.summary.holder}</th>
            {states.map((state) => (
              <th scope="col" key={state} title={m.stateMeaning[state]}>
                {m.state[state]}
              </th>
            ))}
            <th scope="col">{m.summary.sum}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([holder, row]) => (
            <tr key={holder}>
              <th scope="row">{nameOf(overview, holder || undefined)}</th>
              {states.map((state) => {
                const n = row.get(state);
                return (
                  <td key={state}>
                    {n && (
                      <>
                        <SymbolIcon state={state} holder={holder || undefined} holders={holders} />
                        <span class="n">{number(n)}</span>
                      </>
                    )}
                  </td>
                );
              })}
              <td class="sum">{number([...row.values()].reduce((sum, n) => sum + n, 0))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl class="meanings">
        {states.map((state) => (
          <Fragment key={state}>
            <dt>{m.state[state]}</dt>
            <dd>{m.stateMeaning[state]}</dd>
          </Fragment>
        ))}
      </dl>
      {areas && <p class="fine">{m.map.area}</p>}
      {unlocated > 0 && <p class="fine">{m.map.unlocated(unlocated)}</p>}
    </>
  );
}

function countsOf(seen: readonly Seen[]): ReadonlyMap<string, ReadonlyMap<PlaceState, number>> {
  const counts = new Map<string, Map<PlaceState, number>>();
  for (const { state, holder = "" } of seen) {
    const row = counts.get(holder) ?? new Map<PlaceState, number>();
    row.set(state, (row.get(state) ?? 0) + 1);
    counts.set(holder, row);
  }
  return counts;
}

function rank(holders: readonly string[], holder: string): number {
  const at = holders.indexOf(holder);
  return at < 0 ? holders.length : at;
}

function DayChanges({ seen, reel }: { readonly seen: readonly Seen[]; readonly reel: Reel | undefined }) {
  const page = usePage();
  const { overview } = page.held;
  const { asOf } = page.viewpoint!;
  const before = reel?.at(addDays(asOf, -1));
  if (!before) return null;
  const changes = changedBetween(before, seen);
  return (
    <section class="day-changes">
      <h3>{m.summary.changed}</h3>
      {changes.length === 0 && <p class="quiet">{m.summary.nothingChanged}</p>}
      <ul>
        {changes.slice(0, CHANGES_SHOWN).map(({ was, is }) => {
          const { place } = (is ?? was)!;
          return (
            <li key={place.id}>
              <button type="button" class="plain" onClick={() => page.move({ place: place.id })}>
                <strong>
                  <bdi>{placeTitle(place)}</bdi>
                </strong>{" "}
                {is ? statePhrase(is, overview) : m.change.gone}
                {was && <span class="quiet"> {m.change.from(statePhrase(was, overview))}</span>}
              </button>
            </li>
          );
        })}
      </ul>
      {changes.length > CHANGES_SHOWN && (
        <p class="quiet">{m.summary.more(changes.length - CHANGES_SHOWN)}</p>
      )}
      <button
        type="button"
        class="link"
        onClick={() => page.move({ view: "changes", fromAsOf: addDays(asOf, -7), place: undefined })}
      >
        {m.summary.compare}
      </button>
    </section>
  );
}
