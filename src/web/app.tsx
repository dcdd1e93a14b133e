import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { PlaceRow } from "../api/wire.ts";
import { AddView } from "./add-view.tsx";
import { ChangesView } from "./changes-view.tsx";
import { ClaimsView } from "./claims-view.tsx";
import { FiguresView } from "./figures-view.tsx";
import { HelpDialog } from "./help-dialog.tsx";
import { MapView } from "./map-view.tsx";
import { m } from "./messages.ts";
import { PlacePanel } from "./place-panel.tsx";
import { changedBetween, type Difference, type Reel, type Seen } from "./reel.ts";
import { ReportDialog } from "./report-dialog.tsx";
import { ReviewView } from "./review-view.tsx";
import { PrintNote, voiceName } from "./save-menu.tsx";
import { keepToken, type Refused } from "./server.ts";
import { useShortcuts } from "./shortcuts.ts";
import { SourcesView } from "./sources-view.tsx";
import { SummaryPanel } from "./summary-panel.tsx";
import { TableView } from "./table-view.tsx";
import { TimeBar } from "./time-bar.tsx";
import { TopBar } from "./top-bar.tsx";
import { usePage } from "./use-page.ts";
import type { View } from "./where.ts";

export function App() {
  const page = usePage();
  const { overview, refused, gone } = page.held;
  const { embed, report } = page.where;
  const [help, setHelp] = useState(false);
  useShortcuts(page, () => setHelp(true));
  const empty = overview !== undefined && overview.counts.reports === 0;
  return (
    <div class={embed ? "app embed" : "app"}>
      <a class="skip" href="#content">
        {m.skip}
      </a>
      <TopBar openHelp={() => setHelp(true)} />
      <PrintNote />
      <div class="banners" aria-live="polite">
        {gone && <p class="banner">{m.gone}</p>}
        {overview && <VoiceBanner />}
      </div>
      <main id="content" tabIndex={-1}>
        {refused ? (
          <RefusedView refused={refused} />
        ) : !overview ? (
          <Waiting gone={gone} />
        ) : empty && page.where.view !== "add" ? (
          <EmptyView />
        ) : (
          <Views />
        )}
      </main>
      {help && <HelpDialog onClose={() => setHelp(false)} />}
      {report && <ReportDialog key={report} id={report} />}
    </div>
  );
}

function Views() {
  const page = usePage();
  const { view, place } = page.where;
  const { seen, reel, places, waiting, differing } = usePicture();
  useEffect(() => {
    const usable = seen !== NOTHING && (view !== "map" || page.held.shapes !== undefined);
    if (usable && performance.getEntriesByName(USABLE).length === 0) performance.mark(USABLE);
  });
  const ways = reel?.accessAt(page.viewpoint!.asOf) ?? NOTHING;
  const panel = place ? <PlacePanel key={place} id={place} /> : undefined;
  return (
    <>
      {(view === "map" || view === "table") && <h1 class="unseen">{m.views[view]}</h1>}
      {view === "map" ? (
        <div class={waiting ? "split behind" : "split"}>
          <MapView seen={seen} places={places} ways={ways} differing={differing} />
          <aside class="panel">
            {panel ?? (
              <SummaryPanel seen={seen} reel={waiting ? undefined : reel} ways={ways} differing={differing} />
            )}
          </aside>
        </div>
      ) : (
        <div class={panel ? "split wide" : "whole"}>
          <Sheet>
            {view === "table" && <TableView seen={seen} />}
            {view === "changes" && <ChangesView />}
            {view === "claims" && <ClaimsView />}
            {view === "sources" && <SourcesView />}
            {view === "figures" && <FiguresView />}
            {view === "review" && <ReviewView />}
            {view === "add" && <AddView />}
          </Sheet>
          {panel && <aside class="panel">{panel}</aside>}
        </div>
      )}
      {DATED.has(view) && <TimeBar />}
    </>
  );
}

function VoiceBanner() {
  const page = usePage();
  const { voice } = page.where;
  if (!voice) return null;
  return (
    <p class="banner">
      {m.voice.marked(voiceName(voice, page.held.overview!))}{" "}
      <button type="button" class="link" onClick={() => page.move({ voice: undefined })}>
        {m.voice.back}
      </button>
    </p>
  );
}

function Sheet({ children }: { readonly children: ComponentChildren }) {
  return <div class="sheet-box">{children}</div>;
}

/** Views that show the picture of a day; the others show the whole ledger. */
const DATED: ReadonlySet<View> = new Set(["map", "table", "changes", "figures", "review"]);
const NOTHING: readonly never[] = [];
/** Mark of the browser's own timeline, set when the first picture is on the page. */
const USABLE = "asof-usable";

interface ShownPicture {
  readonly seen: readonly Seen[];
  readonly reel: Reel | undefined;
  readonly places: readonly PlaceRow[];
  /** What is shown is of another day: the one asked for is on its way. */
  readonly waiting: boolean;
  /** With one voice alone: places of which all sources together say something else. */
  readonly differing: readonly Difference[];
}

/** The picture at the current viewpoint; while its part of the film is on the way, the one before, marked as waiting. */
function usePicture(): ShownPicture {
  const page = usePage();
  const last = useRef<ShownPicture>({
    seen: NOTHING,
    reel: undefined,
    places: NOTHING,
    waiting: true,
    differing: NOTHING,
  });
  const reel = page.reel();
  const asOf = page.viewpoint?.asOf;
  const seen = asOf && reel?.at(asOf);
  const full = asOf && page.where.voice ? page.reel("")?.at(asOf) : undefined;
  const differing = useMemo(() => (full && seen ? changedBetween(seen, full) : NOTHING), [full, seen]);
  if (!reel || !seen) return { ...last.current, waiting: true };
  const same =
    last.current.seen === seen && last.current.reel === reel && last.current.differing === differing;
  if (!same || last.current.waiting)
    last.current = { seen, reel, places: reel.places, waiting: false, differing };
  return last.current;
}

function Waiting({ gone }: { readonly gone: boolean }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return <p class="waiting">{late && !gone ? m.loading : ""}</p>;
}

function EmptyView() {
  const page = usePage();
  return (
    <section class="notice">
      <h1>{m.empty.title}</h1>
      <p>{m.empty.text}</p>
      <pre>{m.empty.command}</pre>
      <button type="button" onClick={() => page.move({ view: "add" })}>
        {m.empty.add}
      </button>
    </section>
  );
}

function RefusedView({ refused }: { readonly refused: Refused }) {
  const page = usePage();
  const [text, setText] = useState("");
  const { status, title, detail } = refused.problem;
  return (
    <section class="notice">
      <h1>{status === 401 ? m.token.title : title}</h1>
      <p>{status === 401 ? `${title} ${detail}` : detail}</p>
      {status === 401 && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            keepToken(text);
            void page.refresh();
          }}
        >
          <label>
            {m.token.label}{" "}
            <input
              type="password"
              autocomplete="off"
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          </label>{" "}
          <button type="submit">{m.token.send}</button>
        </form>
      )}
    </section>
  );
}
