import { useMemo, useState } from "preact/hooks";
import { STATES } from "../picture/types.ts";
import { m } from "./messages.ts";
import type { Seen } from "./reel.ts";
import { saveFile } from "./save-file.ts";
import { ScrollBox } from "./scroll-box.tsx";
import { getJson } from "./server.ts";
import { SymbolIcon } from "./symbol-icon.tsx";
import { usePage } from "./use-page.ts";
import { longDay, nameOf, placeTitle, shortDay } from "./words.ts";

const COLUMNS = ["place", "level", "admin1", "country", "state", "holder", "grade", "since"] as const;
type Column = (typeof COLUMNS)[number];
const PAGE = 200;

/** The picture as a table: all that the map says, for the ear, for sorting, for copying. */
export function TableView({ seen }: { readonly seen: readonly Seen[] }) {
  const page = usePage();
  const { overview } = page.held;
  const { filter } = page.where;
  const [sort, setSort] = useState<{ column: Column; down: boolean }>({ column: "place", down: false });
  const [limit, setLimit] = useState(PAGE);
  const holders = overview?.actors.map(({ id }) => id) ?? [];
  const cell = (row: Seen, column: Column): string => {
    switch (column) {
      case "place":
        return placeTitle(row.place);
      case "level":
        return m.level[row.place.level] ?? row.place.level;
      case "admin1":
        return row.place.admin1 ?? "";
      case "country":
        return row.place.country ?? "";
      case "state":
        return m.state[row.state];
      case "holder":
        return row.holder === undefined ? "" : nameOf(overview, row.holder);
      case "grade":
        return m.grade[row.grade];
      case "since":
        return row.since ?? "";
    }
  };
  const rows = useMemo(() => {
    const words = (filter.q ?? "").toLowerCase();
    return seen
      .filter((row) => !words || `${row.place.name} ${row.place.admin1 ?? ""}`.toLowerCase().includes(words))
      .filter((row) => !filter.state || row.state === filter.state)
      .filter((row) => !filter.holder || row.holder === filter.holder)
      .sort(
        (a, b) =>
          compare(cell(a, sort.column), cell(b, sort.column), sort.down) ||
          compare(a.place.id, b.place.id, false),
      );
  }, [seen, filter.q, filter.state, filter.holder, sort, overview]);
  const set = (name: string, value: string) => page.move({ filter: withField(filter, name, value) }, "slide");
  const text = (mark: string) =>
    [
      COLUMNS.map((column) => m.table[column]),
      ...rows.map((row) => COLUMNS.map((column) => cell(row, column))),
    ]
      .map((cells) => cells.map((one) => (mark === "," ? csvCell(one) : one)).join(mark))
      .join("\n");
  const viewpoint = page.viewpoint;
  return (
    <section class="sheet">
      <div class="tools">
        <label>
          {m.table.filter}{" "}
          <input
            type="search"
            name="q"
            value={filter.q ?? ""}
            onInput={(event) => set("q", event.currentTarget.value)}
          />
        </label>
        <label>
          {m.table.state}{" "}
          <select
            name="state"
            value={filter.state ?? ""}
            onChange={(event) => set("state", event.currentTarget.value)}
          >
            <option value="">{m.table.anyState}</option>
            {STATES.map((state) => (
              <option key={state} value={state}>
                {m.state[state]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {m.table.holder}{" "}
          <select
            name="holder"
            value={filter.holder ?? ""}
            onChange={(event) => set("holder", event.currentTarget.value)}
          >
            <option value="">{m.table.anyHolder}</option>
            {[...new Set(seen.flatMap(({ holder }) => holder ?? []))].map((id) => (
              <option key={id} value={id}>
                {nameOf(overview, id)}
              </option>
            ))}
          </select>
        </label>
        <span class="grow quiet" role="status">
          {m.table.shown(rows.length, seen.length)}
        </span>
        <CopyButton text={() => text("\t")} />
        <button
          type="button"
          onClick={() => saveFile(`asof-${viewpoint?.asOf}.csv`, "text/csv", `\uFEFF${text(",")}`)}
        >
          {m.table.csv}
        </button>
        <button
          type="button"
          onClick={async () => {
            const json = await getJson<unknown>("picture.geojson", page.question);
            saveFile(`asof-${viewpoint?.asOf}.geojson`, "application/geo+json", JSON.stringify(json));
          }}
        >
          {m.table.geojson}
        </button>
      </div>
      <ScrollBox label={m.views.table}>
        <table class="grid">
          <caption>
            {viewpoint && m.table.caption(longDay(viewpoint.asOf), longDay(viewpoint.knownAt))}
          </caption>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th
                  key={column}
                  scope="col"
                  aria-sort={sort.column === column ? (sort.down ? "descending" : "ascending") : "none"}
                >
                  <button
                    type="button"
                    class="plain"
                    title={m.table.sortBy(m.table[column])}
                    onClick={() => setSort({ column, down: sort.column === column && !sort.down })}
                  >
                    {m.table[column]}
                    <span aria-hidden="true">{sort.column === column ? (sort.down ? " ↓" : " ↑") : ""}</span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, limit).map((row) => (
              <tr key={row.place.id} class={row.place.id === page.where.place ? "picked" : ""}>
                <th scope="row">
                  <button type="button" class="link" onClick={() => page.move({ place: row.place.id })}>
                    <bdi>{cell(row, "place")}</bdi>
                  </button>
                </th>
                <td>{cell(row, "level")}</td>
                <td>
                  <bdi>{cell(row, "admin1")}</bdi>
                </td>
                <td>{cell(row, "country")}</td>
                <td class="nowrap">
                  <SymbolIcon
                    state={row.state}
                    holder={row.holder}
                    holders={holders}
                    stale={row.grade === "stale"}
                  />{" "}
                  {m.state[row.state]}
                </td>
                <td>{cell(row, "holder")}</td>
                <td>{cell(row, "grade")}</td>
                <td class="nowrap">{row.since ? shortDay(row.since) : ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p class="quiet">{m.table.none}</p>}
        {rows.length > limit && (
          <button type="button" onClick={() => setLimit(limit + PAGE * 5)}>
            {m.table.more}
          </button>
        )}
      </ScrollBox>
    </section>
  );
}

function CopyButton({ text }: { readonly text: () => string }) {
  const [copied, setCopied] = useState(false);
  return (
    <button
      type="button"
      onClick={async () => {
        await navigator.clipboard.writeText(text());
        setCopied(true);
        setTimeout(() => setCopied(false), 2000);
      }}
    >
      {copied ? m.table.copied : m.table.copy}
    </button>
  );
}

export function withField(
  filter: Readonly<Record<string, string>>,
  name: string,
  value: string,
): Readonly<Record<string, string>> {
  const { [name]: _old, ...rest } = filter;
  return value === "" ? rest : { ...rest, [name]: value };
}

function compare(a: string, b: string, down: boolean): number {
  const order = a < b ? -1 : a > b ? 1 : 0;
  return down ? -order : order;
}

/** Quoted where needed; a cell that a spreadsheet would run as a formula is made text. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
