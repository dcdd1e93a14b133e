import type { ComponentChildren } from "preact";
import type { AccessStatusNow, Figure, Picture, TallyCheck } from "../picture/types.ts";
import { FigureChart } from "./figure-chart.tsx";
import { m } from "./messages.ts";
import { ScrollBox } from "./scroll-box.tsx";
import { latestOf, useAnswer, usePage } from "./use-page.ts";
import { nameOf, number, placeTitle, shortDay } from "./words.ts";

/** Numbers by the viewpoint: displacement and tolls, stocks apart from flows; access; counts against the ledger's own. */
export function FiguresView() {
  const page = usePage();
  const answer = useAnswer<Picture>("picture", page.question);
  const picture = latestOf(answer);
  return (
    <section class="sheet" aria-busy={answer.is === "loading"}>
      <h1>{m.figures.title}</h1>
      {!picture && <p class="quiet">{answer.is === "refused" ? answer.error.problem.title : m.loading}</p>}
      {picture && (
        <>
          <p class="fine">{m.figures.range}</p>
          <FigureGroup title={m.figures.displacement} figures={picture.displacement} />
          <FigureGroup title={m.figures.tolls} figures={picture.tolls} />
          <Group
            title={m.figures.access}
            empty={picture.access.length === 0 ? m.figures.noAccess : undefined}
          >
            <AccessTable rows={picture.access} />
          </Group>
          <Group
            title={m.figures.tallies}
            empty={picture.tallies.length === 0 ? m.figures.noTallies : undefined}
          >
            <ul class="tallies">
              {picture.tallies.map((tally) => (
                <Tally key={JSON.stringify([tally.of, tally.actor, tally.place?.id])} tally={tally} />
              ))}
            </ul>
          </Group>
        </>
      )}
    </section>
  );
}

function Group(props: {
  readonly title: string;
  readonly empty: string | undefined;
  readonly children: ComponentChildren;
}) {
  return (
    <section class="group">
      <h2>{props.title}</h2>
      {props.empty ? <p class="quiet">{props.empty}</p> : props.children}
    </section>
  );
}

function FigureGroup({ title, figures }: { readonly title: string; readonly figures: readonly Figure[] }) {
  const stocks = figures.filter((figure) => figure.of === "stock");
  const flows = figures.filter((figure) => figure.of === "flow");
  return (
    <Group title={title} empty={figures.length === 0 ? m.figures.none : undefined}>
      {stocks.length > 0 && <FigureChart group={title} title={m.figures.stocks} figures={stocks} />}
      {flows.length > 0 && <FigureChart group={title} title={m.figures.flows} figures={flows} />}
    </Group>
  );
}

function AccessTable({ rows }: { readonly rows: readonly AccessStatusNow[] }) {
  const page = usePage();
  return (
    <ScrollBox label={m.figures.access}>
      <table class="grid">
        <thead>
          <tr>
            <th scope="col">{m.figures.place}</th>
            <th scope="col">{m.figures.target}</th>
            <th scope="col">{m.figures.status}</th>
            <th scope="col">{m.table.since}</th>
            <th scope="col">{m.table.grade}</th>
            <th scope="col">{m.place.why}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              <th scope="row">
                <button type="button" class="link" onClick={() => page.move({ place: row.place.id })}>
                  <bdi>{row.from && row.to ? `${row.from} – ${row.to}` : placeTitle(row.place)}</bdi>
                </button>
              </th>
              <td>
                {row.target}
                {row.direction && `, ${row.direction}`}
              </td>
              <td class={`access ${row.status}`}>{m.access[row.status]}</td>
              <td class="nowrap">{shortDay(row.since)}</td>
              <td>{m.grade[row.grade]}</td>
              <td>{row.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Tally({ tally }: { readonly tally: TallyCheck }) {
  const { overview } = usePage().held;
  const { stated, total, share, counted, named, missing } = tally;
  const amount =
    stated !== undefined
      ? `${number(stated)}${total ? ` ${m.figures.outOf} ${number(total)}` : ""}`
      : share
        ? `${Math.round(100 * (share.low ?? share.high ?? 0))} %`
        : "";
  return (
    <li>
      <p>
        <strong>
          {amount} {tally.of}
        </strong>{" "}
        {tally.actor && nameOf(overview, tally.actor)}{" "}
        <span class="quiet">{tally.on && shortDay(tally.on)}</span>
      </p>
      {stated !== undefined && counted !== undefined && (
        <div class="tally-bars" aria-hidden="true">
          <span
            class="stated"
            style={{ width: `${(100 * stated) / Math.max(total ?? stated, stated, counted)}%` }}
          />
          <span
            class="counted"
            style={{ width: `${(100 * counted) / Math.max(total ?? stated, stated, counted)}%` }}
          />
        </div>
      )}
      {counted !== undefined && (
        <p class="fine">
          {number(counted)} {m.figures.counted}
          {named && named.length > 0 && `: ${named.join(", ")}`}
          {missing ? `; ${number(missing)} ${m.figures.missing}` : ""}
        </p>
      )}
      <p class="fine">{tally.reason}</p>
    </li>
  );
}
