import type { Diff } from "../api/wire.ts";
import { addDays, type Day, parseDay } from "../domain/day.ts";
import { ClaimCard } from "./claim-card.tsx";
import { m } from "./messages.ts";
import { SymbolIcon } from "./symbol-icon.tsx";
import { latestOf, useAnswer, usePage } from "./use-page.ts";
import { placeTitle, shortDay, statePhrase } from "./words.ts";

type Change = Diff["changes"][number];

/** What happened between two days, or what was learned about one: sentences with their quotes. */
export function ChangesView() {
  const page = usePage();
  const { overview } = page.held;
  const { asOf, knownAt } = page.viewpoint!;
  const first = overview!.first as Day;
  const fromAsOf = page.where.fromAsOf ?? later(addDays(asOf, -7), first);
  const fromKnownAt = page.where.fromKnownAt ?? fromAsOf;
  const answer = useAnswer<Diff>("diff", { ...page.question, fromAsOf, fromKnownAt });
  const diff = latestOf(answer);
  const start = (from: Day, known: Day = from) => page.move({ fromAsOf: from, fromKnownAt: known }, "slide");
  const field = (label: string, value: Day, onDay: (day: Day) => void) => (
    <label class="date-field">
      <span>{label}</span>
      <input
        type="date"
        value={value}
        required
        onChange={(event) => {
          const day = parseDay(event.currentTarget.value);
          if (day) onDay(day);
        }}
      />
    </label>
  );
  return (
    <section class="sheet" aria-busy={answer.is === "loading"}>
      <h1>{m.changes.title}</h1>
      <div class="tools">
        <strong>{m.changes.from}</strong>
        {field(m.dates.asOf, fromAsOf, (day) => start(day, fromKnownAt === fromAsOf ? day : fromKnownAt))}
        {field(m.dates.knownAt, fromKnownAt, (day) => start(fromAsOf, day))}
        <strong>{m.changes.to}</strong>
        <span>
          {shortDay(asOf)}
          {knownAt !== asOf && `, ${m.summary.knownAt(shortDay(knownAt))}`}
        </span>
      </div>
      <div class="choices">
        <button type="button" onClick={() => start(addDays(asOf, -1))}>
          {m.changes.day}
        </button>
        <button type="button" onClick={() => start(addDays(asOf, -7))}>
          {m.changes.week}
        </button>
        <button type="button" onClick={() => start(first)}>
          {m.changes.start}
        </button>
        <button
          type="button"
          onClick={() =>
            page.move({
              apart: true,
              asOf: fromAsOf,
              knownAt: overview!.last as Day,
              fromAsOf,
              fromKnownAt: fromAsOf,
            })
          }
        >
          {m.changes.learned}
        </button>
      </div>
      {!diff && <p class="quiet">{answer.is === "refused" ? answer.error.problem.title : m.loading}</p>}
      {diff && (
        <>
          <p class="quiet" role="status">
            {diff.changes.length === 0 ? m.changes.none : m.changes.count(diff.changes.length)}
          </p>
          <ol class="changes">
            {diff.changes.slice(0, MOST).map((change) => (
              <ChangeRow key={`${change.place.id}@${change.place.level}`} change={change} />
            ))}
          </ol>
          {diff.changes.length > MOST && <p class="quiet">{m.summary.more(diff.changes.length - MOST)}</p>}
        </>
      )}
    </section>
  );
}

const MOST = 200;

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

function ChangeRow({ change: { place, before, after, claims } }: { readonly change: Change }) {
  const page = usePage();
  const { overview } = page.held;
  const holders = overview!.actors.map(({ id }) => id);
  const sign = (at: Change["before"]) =>
    at ? (
      <span class="nowrap">
        <SymbolIcon state={at.state} holder={at.holder} holders={holders} stale={at.grade === "stale"} />{" "}
        {statePhrase({ state: at.state, ...(at.holder ? { holder: at.holder } : {}) }, overview)}{" "}
        <small class="quiet">{m.grade[at.grade]}</small>
      </span>
    ) : (
      <span class="quiet">{m.changes.nothing}</span>
    );
  return (
    <li>
      <p class="change-line">
        <button type="button" class="link" onClick={() => page.move({ place: place.id })}>
          <bdi>{placeTitle(place)}</bdi>
        </button>
        {sign(before)}
        <span class="arrow" role="img" aria-label={m.changes.becomes}>
          →
        </span>
        {sign(after)}
      </p>
      {claims.length > 0 && (
        <details>
          <summary>{m.changes.quotes(claims.length)}</summary>
          <div class="cards">
            {claims.map((row) => (
              <ClaimCard key={row.claim.id} row={row} />
            ))}
          </div>
        </details>
      )}
    </li>
  );
}
