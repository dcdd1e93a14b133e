import { useRef } from "preact/hooks";
import type { Overview } from "../api/wire.ts";
import { type StillMap, stillMap } from "../map/svg.ts";
import { m } from "./messages.ts";
import type { PageState } from "./page-state.ts";
import type { Seen } from "./reel.ts";
import { saveFile } from "./save-file.ts";
import { usePage } from "./use-page.ts";
import { longDay, placeTitle } from "./words.ts";

const PNG_SCALE = 2;

/** Ways for a picture to leave the page: each carries its dates, source line, disclaimer and attribution. */
export function SaveMenu() {
  const page = usePage();
  const ready = page.held.shapes !== undefined && page.viewpoint !== undefined;
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => menu.current?.removeAttribute("open");
  return (
    <details
      class="menu"
      ref={menu}
      onFocusOut={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && close()}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !menu.current?.open) return;
        event.preventDefault();
        close();
      }}
    >
      <summary>{m.save.menu}</summary>
      <div class="menu-items">
        <button
          type="button"
          disabled={!ready}
          onClick={() => saveFile(`${fileName(page)}.svg`, "image/svg+xml", stillMap(still(page)))}
        >
          {m.save.svg}
        </button>
        <button type="button" disabled={!ready} onClick={() => void savePng(page)}>
          {m.save.png}
        </button>
        <button type="button" onClick={() => print()}>
          {m.save.print}
        </button>
        <button type="button" onClick={() => void navigator.clipboard.writeText(page.link)}>
          {m.save.link}
        </button>
      </div>
    </details>
  );
}

function fileName(page: PageState): string {
  const { asOf, knownAt } = page.viewpoint!;
  return `asof-${asOf}${knownAt === asOf ? "" : `-known-${knownAt}`}`;
}

/** What the map on the page shows, whole and in light colours: prints are on paper. */
function still(page: PageState): StillMap {
  const { shapes, overview } = page.held;
  const { asOf, knownAt } = page.viewpoint!;
  const voice = page.where.voice;
  const seen: readonly Seen[] = page.reel()?.at(asOf) ?? [];
  return {
    title:
      (overview!.countries.map(({ name }) => name).join(", ") || m.name) +
      (voice ? ` — ${voiceName(voice, overview!)}` : ""),
    subtitle: `${m.dates.asOf} ${longDay(asOf)}, ${knownAt === asOf ? m.summary.knownSame : m.summary.knownAt(longDay(knownAt))}`,
    places: seen.map(({ place, state, holder, grade }) => ({
      ...(place as never as StillMap["places"][number]),
      name: placeTitle(place),
      state,
      grade,
      ...(holder !== undefined ? { holder } : {}),
    })),
    shapes: shapes!,
    holders: overview!.actors,
    stateNames: m.state,
    nobody: m.summary.noHolder,
    notes: [
      m.save.source(overview!.sources.length, overview!.counts.reports),
      m.map.disclaimer,
      m.map.attribution,
    ],
    width: 1200,
    height: 900,
    theme: "light",
  };
}

/** What a print must say: dates, sources, reserve, attribution. Not seen on screens. */
export function PrintNote() {
  const page = usePage();
  const { overview } = page.held;
  if (!overview || !page.viewpoint) return null;
  const { asOf, knownAt } = page.viewpoint;
  const { voice } = page.where;
  return (
    <p class="print-note">
      <strong>
        {m.dates.asOf} {longDay(asOf)},{" "}
        {knownAt === asOf ? m.summary.knownSame : m.summary.knownAt(longDay(knownAt))}.
      </strong>{" "}
      {voice && `${m.voice.marked(voiceName(voice, overview))} `}
      {m.save.source(overview.sources.length, overview.counts.reports)}. {m.map.disclaimer}{" "}
      {m.map.attribution}
    </p>
  );
}

export function voiceName(voice: string, overview: Overview): string {
  const [kind, ...rest] = voice.split(":");
  const id = rest.join(":");
  return kind === "camp"
    ? m.voice.camp(overview.camps.find((camp) => camp.id === id)?.name ?? id)
    : m.voice.source(id);
}

async function savePng(page: PageState): Promise<void> {
  const map = still(page);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(stillMap(map))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = map.width * PNG_SCALE;
  canvas.height = map.height * PNG_SCALE;
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => blob && saveFile(`${fileName(page)}.png`, "image/png", blob), "image/png");
}
