import { useEffect, useRef } from "preact/hooks";
import type { ClaimRow, PlacePage } from "../api/wire.ts";
import { ClaimCard } from "./claim-card.tsx";
import { m } from "./messages.ts";
import type { PageState } from "./page-state.ts";
import { PlaceTimeline } from "./place-timeline.tsx";
import { ReviewButtons } from "./review-buttons.tsx";
import { SymbolIcon } from "./symbol-icon.tsx";
import { latestOf, useAnswer, usePage } from "./use-page.ts";
import { placeTitle, shortDay, statePhrase } from "./words.ts";

/** Everything about the open place: what it is, why, since when, and every claim. */
export function PlacePanel({ id }: { readonly id: string }) {
  const page = usePage();
  const answer = useAnswer<PlacePage>(`places/${encodeURIComponent(id)}`, page.question);
  const value = latestOf(answer);
  const head = useRef<HTMLHeadingElement>(null);
  const shown = value?.place.id;
  useEffect(() => {
    if (shown === id && !page.quietly) {
      head.current?.focus({ preventScroll: true });
      head.current?.scrollIntoView({ block: "nearest" });
    }
  }, [shown, id]);
  return (
    <section class="place" aria-busy={answer.is === "loading"} aria-labelledby="place-name">
      <button
        type="button"
        class="close"
        aria-label={m.place.close}
        onClick={() => page.move({ place: undefined })}
      >
        ×
      </button>
      {answer.is === "refused" && <p class="quiet">{m.place.unknownPlace}</p>}
      {!value && answer.is === "loading" && <p class="quiet">{m.loading}</p>}
      {value && (
        <>
          <h2 id="place-name" tabIndex={-1} ref={head}>
            <bdi>{placeTitle(value.place)}</bdi>
          </h2>
          <p class="quiet where">
            {[m.level[value.place.level], value.place.admin1, countryOf(page, value.place.country)]
              .filter(Boolean)
              .join(" · ")}
          </p>
          <Verdict page={value} settled={answer.is === "here"} />
          <PlaceTimeline page={value} />
          <Claims page={value} />
        </>
      )}
    </section>
  );
}

function countryOf(page: PageState, code: string | undefined): string | undefined {
  return page.held.overview?.countries.find((one) => one.code === code)?.name ?? code;
}

function Verdict(props: { readonly page: PlacePage; readonly settled: boolean }) {
  const { assessment, full } = props.page;
  const page = usePage();
  const { overview } = page.held;
  const holders = overview?.actors.map(({ id }) => id) ?? [];
  if (!assessment) return <p class="quiet">{m.place.none}</p>;
  const { state, holder, grade, since, reason } = assessment;
  return (
    <>
      <p class="verdict">
        <SymbolIcon state={state} holder={holder} holders={holders} stale={grade === "stale"} size={28} />
        <strong>{statePhrase({ state, ...(holder ? { holder } : {}) }, overview)}</strong>
        <span class={`grade ${grade}`}>{m.grade[grade]}</span>
        {since?.from && <span class="quiet">{sinceWords(since)}</span>}
      </p>
      <p class="reason">{reason}</p>
      {page.where.voice && props.settled && <FullPicture one={assessment} full={full} />}
    </>
  );
}

function FullPicture({
  one,
  full,
}: {
  readonly one: PlacePage["assessment"];
  readonly full: PlacePage["full"];
}) {
  const { overview } = usePage().held;
  const same = full && one && full.state === one.state && full.holder === one.holder;
  const words =
    full && statePhrase({ state: full.state, ...(full.holder ? { holder: full.holder } : {}) }, overview);
  return (
    <p class={same ? "fuller same" : "fuller"}>
      {!full ? m.voice.silent : same ? m.voice.same : `${m.voice.differs} ${words} (${m.grade[full.grade]}).`}
    </p>
  );
}

function sinceWords({
  from,
  until,
}: {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}): string {
  const sure = !until || !from || dayCount(from, until) <= 1;
  return sure ? m.since(shortDay(from!)) : m.sinceBetween(shortDay(from!), shortDay(until!));
}

function dayCount(from: string, until: string): number {
  return (Date.parse(until) - Date.parse(from)) / 86_400_000;
}

type CardRow = PlacePage["claims"][number];

function Claims({ page: { claims, moreClaims, place } }: { readonly page: PlacePage }) {
  const page = usePage();
  const of = (role: CardRow["role"]) => claims.filter((row) => row.role === role);
  const [deciding, supporting, contradicting, other] = [
    of("deciding"),
    of("supporting"),
    of("contradicting"),
    of("other"),
  ];
  return (
    <>
      {deciding.length > 0 && (
        <section class="cards">
          <h3>{m.place.deciding}</h3>
          <Cards rows={deciding} />
        </section>
      )}
      {deciding.length > 0 && (
        <div class="sides">
          <section class="cards">
            <h3>{m.place.supporting}</h3>
            {supporting.length === 0 ? (
              <p class="quiet">{m.place.noSupporting}</p>
            ) : (
              <Cards rows={supporting} />
            )}
          </section>
          <section class="cards">
            <h3>{m.place.contradicting}</h3>
            {contradicting.length === 0 ? (
              <p class="quiet">{m.place.noContradicting}</p>
            ) : (
              <Cards rows={contradicting} />
            )}
          </section>
        </div>
      )}
      {other.length > 0 && (
        <section class="cards">
          <h3>{m.place.other}</h3>
          <Cards rows={other} />
        </section>
      )}
      <button
        type="button"
        class="link"
        onClick={() => page.move({ view: "claims", filter: { about: place.id } })}
      >
        {moreClaims > 0 ? m.place.more(moreClaims) : m.place.all}
      </button>
    </>
  );
}

function Cards({ rows }: { readonly rows: readonly ClaimRow[] }) {
  return (
    <>
      {rows.map((row) => (
        <ClaimCard key={row.claim.id} row={row}>
          <ReviewButtons row={row} />
        </ClaimCard>
      ))}
    </>
  );
}
