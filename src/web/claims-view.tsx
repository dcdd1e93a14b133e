import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { ClaimPage, ClaimRow, PlacePage } from "../api/wire.ts";
import { STAGES, STANCES } from "../domain/claim.ts";
import { ClaimCard } from "./claim-card.tsx";
import { m } from "./messages.ts";
import { ReviewButtons } from "./review-buttons.tsx";
import { getJson } from "./server.ts";
import { withField } from "./table-view.tsx";
import { latestOf, useAnswer, usePage } from "./use-page.ts";
import { placeTitle } from "./words.ts";

const REVIEW_STATES = ["open", "accepted", "rejected", "corrected", "conflict"] as const;
const KINDS = ["control", "incident", "toll", "displacement", "access", "tally"] as const;

/** Every claim of the ledger, narrowed by words and fields. */
export function ClaimsView() {
  const page = usePage();
  const { overview } = page.held;
  const { filter } = page.where;
  const set = (name: string, value: string) => page.move({ filter: withField(filter, name, value) }, "slide");
  const choice = (name: string, label: string, options: readonly (readonly [string, string])[]) => (
    <label>
      {label}{" "}
      <select
        name={name}
        value={filter[name] ?? ""}
        onChange={(event) => set(name, event.currentTarget.value)}
      >
        <option value="">{m.claims.any}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  const { q, kind, about, actor, source, stance, stage, reviewed, letter } = filter;
  const query = { q, kind, place: about, actor, source, stance, stage, letter, review: reviewed };
  return (
    <section class="sheet">
      <h1>{m.claims.title}</h1>
      <div class="tools">
        <label class="search">
          {m.claims.search}{" "}
          <input
            type="search"
            name="q"
            value={q ?? ""}
            onInput={(event) => set("q", event.currentTarget.value)}
          />
        </label>
        {choice(
          "kind",
          m.claims.kind,
          KINDS.map((one) => [one, m.claim.kind[one]]),
        )}
        {choice(
          "actor",
          m.claims.actor,
          overview!.actors.map(({ id, name }) => [id, name]),
        )}
        {choice(
          "source",
          m.claims.source,
          overview!.sources.map(({ name }) => [name, name]),
        )}
        {choice("letter", m.claims.letter, Object.entries(m.sources.letterMeaning))}
        {choice(
          "stance",
          m.claims.stance,
          STANCES.map((one) => [one, m.claim.stance[one]]),
        )}
        {choice(
          "stage",
          m.claims.stage,
          STAGES.map((one) => [one, m.claim.stage[one]]),
        )}
        {choice(
          "reviewed",
          m.claims.review,
          REVIEW_STATES.map((one) => [one, m.review.states[one]]),
        )}
        {Object.keys(filter).length > 0 && (
          <button type="button" onClick={() => page.move({ filter: {} })}>
            {m.claims.clear}
          </button>
        )}
      </div>
      {about && <OnlyPlace id={about} onAll={() => set("about", "")} />}
      <ClaimList path="claims" query={query} none={m.claims.none} found={m.claims.found} />
    </section>
  );
}

function OnlyPlace({ id, onAll }: { readonly id: string; readonly onAll: () => void }) {
  const answer = useAnswer<PlacePage>(`places/${encodeURIComponent(id)}`);
  const place = latestOf(answer)?.place;
  return (
    <p>
      {m.claims.onlyPlace(place ? placeTitle(place) : id)}{" "}
      <button type="button" class="link" onClick={onAll}>
        {m.claims.anyPlace}
      </button>
    </p>
  );
}

/** A list of claims that goes on at its end when asked. */
export function ClaimList(props: {
  readonly path: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly none: string;
  readonly found: (n: number) => string;
  readonly children?: ComponentChildren;
}) {
  const page = usePage();
  const answer = useAnswer<ClaimPage>(props.path, props.query);
  const [more, setMore] = useState<readonly ClaimPage[]>([]);
  const first = latestOf(answer);
  useEffect(() => setMore([]), [first]);
  if (answer.is === "refused") return <p class="quiet">{answer.error.problem.title}</p>;
  if (!first) return <p class="quiet">{m.loading}</p>;
  const rows: readonly ClaimRow[] = [first, ...more].flatMap(({ items }) => items);
  const next = (more.at(-1) ?? first).next;
  const goOn = async () => {
    try {
      setMore([...more, await getJson<ClaimPage>(props.path, { ...props.query, cursor: next })]);
    } catch (error) {
      page.failed(error);
    }
  };
  return (
    <div class="cards claim-list" aria-busy={answer.is === "loading"}>
      <p class="quiet" role="status">
        {first.total === 0 ? props.none : props.found(first.total)}
      </p>
      {rows.map((row) => (
        <ClaimCard key={row.claim.id} row={row}>
          <ReviewButtons row={row} />
        </ClaimCard>
      ))}
      {next && (
        <button type="button" onClick={goOn}>
          {m.claims.more}
        </button>
      )}
    </div>
  );
}
