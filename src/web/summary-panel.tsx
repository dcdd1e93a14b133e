import { type ComponentChildren, Fragment } from "preact";
import { useMemo } from "preact/hooks";
import type { AccessMark } from "../api/wire.ts";
import { addDays } from "../domain/day.ts";
import { isArea } from "../map/marks.ts";
import { STATE_ORDER } from "../map/palette.ts";
import type { PlaceState } from "../picture/types.ts";
import { WAY_SIGNS } from "./map-ways.tsx";
import { m } from "./messages.ts";
import { changedBetween, type Difference, type Reel, type Seen } from "./reel.ts";
import { ScrollBox } from "./scroll-box.tsx";
import { SymbolIcon } from "./symbol-icon.tsx";
import { usePage } from "./use-page.ts";
import { longDay, nameOf, number, placeTitle, statePhrase } from "./words.ts";

const CHANGES_SHOWN = 8;

/** What stands beside the map while no place is open: the day in a sentence, the legend with counts, the day's changes. */
export function SummaryPanel(props: {
  readonly seen: readonly Seen[];
  /** Absent while the picture of this day is on its way. */
  readonly reel: Reel | undefined;
  readonly ways: readonly AccessMark[];
  readonly differing: readonly Difference[];
}) {
  const { seen, reel, ways, differing } = props;
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
          {differing.length > 0 && (
            <ChangeList
              title={m.voice.differing(differing.length)}
              changes={differing}
              before={m.voice.here}
            />
          )}
          <DayChanges seen={seen} reel={reel} />
          <Ways ways={ways} />
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
      <ScrollBox label={m.map.legend}>
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
                <th scope="row">{holder ? nameOf(overview, holder) : m.summary.noHolder}</th>
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
      </ScrollBox>
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

function DayChanges({ seen, reel }: { readonly seen: readonly Seen[]; readonly reel: Reel }) {
  const page = usePage();
  const { asOf } = page.viewpoint!;
  const before = reel.at(addDays(asOf, -1));
  if (!before) return null;
  return (
    <ChangeList title={m.summary.changed} changes={changedBetween(before, seen)} before={m.change.from}>
      <button
        type="button"
        class="link"
        onClick={() => page.move({ view: "changes", fromAsOf: addDays(asOf, -7), place: undefined })}
      >
        {m.summary.compare}
      </button>
    </ChangeList>
  );
}

function ChangeList(props: {
  readonly title: string;
  readonly changes: readonly Difference[];
  readonly before: (state: string) => string;
  readonly children?: ComponentChildren;
}) {
  const page = usePage();
  const { overview } = page.held;
  const { changes } = props;
  return (
    <section class="day-changes">
      <h3>{props.title}</h3>
      {changes.length === 0 && <p class="quiet">{m.summary.nothingChanged}</p>}
      <ul>
        {changes.slice(0, CHANGES_SHOWN).map(({ was, is }) => {
          const { place } = (is ?? was)!;
          return (
            <li key={`${place.id}@${place.level}`}>
              <button type="button" class="plain" onClick={() => page.move({ place: place.id })}>
                <strong>
                  <bdi>{placeTitle(place)}</bdi>
                </strong>{" "}
                {is ? statePhrase(is, overview) : m.change.gone}
                {was && <span class="quiet"> {props.before(statePhrase(was, overview))}</span>}
              </button>
            </li>
          );
        })}
      </ul>
      {changes.length > CHANGES_SHOWN && (
        <p class="quiet">{m.summary.more(changes.length - CHANGES_SHOWN)}</p>
      )}
      {props.children}
    </section>
  );
}

/** The legend of ways: each with its sign, so that the signs on the map need no guessing. */
function Ways({ ways }: { readonly ways: readonly AccessMark[] }) {
  if (ways.length === 0) return null;
  return (
    <section class="day-changes">
      <h3>{m.summary.access}</h3>
      <ul>
        {ways.slice(0, CHANGES_SHOWN).map((way) => (
          <li key={`${way.target} ${way.name}`}>
            <svg class={`sign way ${way.status}`} width="18" height="18" aria-hidden="true">
              <path class="way-sign" d={`M9,9${WAY_SIGNS[way.status]}`} />
            </svg>{" "}
            <bdi>{way.name}</bdi>, {way.target}: {m.access[way.status]}
          </li>
        ))}
      </ul>
      {ways.length > CHANGES_SHOWN && <p class="quiet">{m.summary.more(ways.length - CHANGES_SHOWN)}</p>}
    </section>
  );
}
