import type { ReportListing } from "../api/wire.ts";
import { m } from "./messages.ts";
import { ScrollBox } from "./scroll-box.tsx";
import { withField } from "./table-view.tsx";
import { latestOf, useAnswer, usePage } from "./use-page.ts";
import { nameOf, shortDay } from "./words.ts";

/** Who is heard, how far each is trusted, and what each published. */
export function SourcesView() {
  const page = usePage();
  const overview = page.held.overview!;
  const { filter } = page.where;
  const set = (name: string, value: string) => page.move({ filter: withField(filter, name, value) }, "slide");
  return (
    <section class="sheet">
      <h1>{m.sources.title}</h1>
      {overview.counts.undated > 0 && <p class="warning">{m.sources.undated(overview.counts.undated)}</p>}
      <ScrollBox label={m.sources.title}>
        <table class="grid">
          <thead>
            <tr>
              <th scope="col">{m.sources.name}</th>
              <th scope="col">{m.sources.kind}</th>
              <th scope="col">{m.sources.camp}</th>
              <th scope="col">{m.sources.letter}</th>
              <th scope="col" class="num">
                {m.sources.reports}
              </th>
              <th scope="col" class="num">
                {m.sources.claims}
              </th>
              <th scope="col">{m.sources.days}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {overview.sources.map((source) => (
              <tr key={source.name} class={filter.source === source.name ? "picked" : ""}>
                <th scope="row">
                  <button
                    type="button"
                    class="link"
                    onClick={() => set("source", filter.source === source.name ? "" : source.name)}
                  >
                    <bdi>{source.name}</bdi>
                  </button>
                </th>
                <td>{source.kind}</td>
                <td>{source.camp && nameOf(overview, source.camp)}</td>
                <td>
                  <abbr class="letter" title={m.sources.letterMeaning[source.letter ?? "F"] ?? ""}>
                    {source.letter ?? "F"}
                  </abbr>
                </td>
                <td class="num">{source.reports}</td>
                <td class="num">{source.claims}</td>
                <td class="nowrap">
                  {source.first && `${shortDay(source.first)} – ${shortDay(source.last!)}`}
                </td>
                <td>
                  <button
                    type="button"
                    class="link"
                    onClick={() => page.move({ view: "map", voice: `source:${source.name}`, filter: {} })}
                  >
                    {m.sources.alone}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <Reports />
    </section>
  );
}

function Reports() {
  const page = usePage();
  const { q, source } = page.where.filter;
  const answer = useAnswer<ReportListing>("reports", { q, source, limit: "200" });
  const list = latestOf(answer);
  return (
    <>
      <div class="tools">
        <h2>{m.sources.reportList}</h2>
        <label>
          {m.sources.search}{" "}
          <input
            type="search"
            name="q"
            value={q ?? ""}
            onInput={(event) =>
              page.move({ filter: withField(page.where.filter, "q", event.currentTarget.value) }, "slide")
            }
          />
        </label>
      </div>
      {!list && <p class="quiet">{m.loading}</p>}
      {list?.total === 0 && <p class="quiet">{m.sources.none}</p>}
      <ul class="reports">
        {list?.items.map((report) => (
          <li key={report.id}>
            <button type="button" class="link" dir="auto" onClick={() => page.move({ report: report.id })}>
              {report.title ?? m.report.untitled}
            </button>
            <span class="quiet">
              {" "}
              {[
                report.source,
                report.publishedOn ? shortDay(report.publishedOn) : m.claim.undated,
                m.claims.found(report.claims),
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
      {list && list.total > list.items.length && (
        <p class="quiet">{m.summary.more(list.total - list.items.length)}</p>
      )}
    </>
  );
}
