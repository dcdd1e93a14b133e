import type { Level } from "../domain/place.ts";
import type { Grade, PlaceState } from "../picture/types.ts";
import { estimateWidth, placeLabels } from "./labels.ts";
import { lookClass } from "./look-class.ts";
import { besideTown, isArea, type Mark, markLayers, radiusOf, scaleFor, siteCounter } from "./marks.ts";
import { LOOKS, type Look, lookOf, NOBODY, STATE_ORDER } from "./palette.ts";
import { plane as planeOf } from "./plane.ts";
import type { Shapes } from "./shapes.ts";
import { symbol } from "./symbols.ts";

/** A place as a still map shows it. */
export interface StillPlace {
  readonly id: string;
  /** A site's town, where `id` does not begin with it. */
  readonly town?: string;
  readonly name: string;
  readonly level: Level;
  readonly lon?: number;
  readonly lat?: number;
  readonly state: PlaceState;
  readonly holder?: string;
  readonly grade: Grade;
}

/** Everything that a map must say when it leaves the page: what, when, by whom, with what reserve. */
export interface StillMap {
  readonly title: string;
  readonly subtitle: string;
  readonly places: readonly StillPlace[];
  readonly shapes: Shapes;
  /** In the order of the ledger, so that the looks are those of the page. */
  readonly holders: readonly { readonly id: string; readonly name: string }[];
  readonly stateNames: Readonly<Record<PlaceState, string>>;
  readonly nobody: string;
  /** Source line, disclaimer, attribution: one line each. */
  readonly notes: readonly string[];
  readonly width: number;
  readonly height: number;
  readonly theme: "light" | "dark";
  /** Where a place's mark leads; absent for a picture without links. */
  readonly linkOf?: (id: string) => string;
}

const HEAD = 62;
const FONT = "Helvetica, Arial, 'Liberation Sans', sans-serif";
const PAPER = {
  light: {
    ink: "#1b2127",
    soft: "#4f5963",
    paper: "#ffffff",
    sea: "#dfe7ec",
    land: "#eeece5",
    main: "#fbfaf6",
    edge: "#8d8a80",
  },
  dark: {
    ink: "#e9e7e2",
    soft: "#a9b2ba",
    paper: "#1c2125",
    sea: "#0f1316",
    land: "#1d2327",
    main: "#2a3136",
    edge: "#69737b",
  },
} as const;

/** The map as an SVG file that needs nothing else: no style sheet, no font, no script. */
export function stillMap(map: StillMap): string {
  const { width, height } = map;
  const legend = legendRows(map);
  const foot = 22 + legend.length * 20 + map.notes.length * 15;
  const body = height - HEAD - foot;
  const colours = PAPER[map.theme];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${FONT}" role="img" aria-label="${escaped(`${map.title}. ${map.subtitle}`)}">`,
    `<title>${escaped(`${map.title}. ${map.subtitle}`)}</title>`,
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
    text(20, 28, map.title, { size: 21, fill: colours.ink, weight: 700 }),
    text(20, 49, map.subtitle, { size: 14, fill: colours.soft }),
    `<svg x="0" y="${HEAD}" width="${width}" height="${body}" viewBox="0 0 ${width} ${body}">${drawing(map, body)}</svg>`,
    `<g transform="translate(20,${HEAD + body + 22})">${legend.join("")}</g>`,
    ...map.notes.map((note, i) =>
      text(20, height - 10 - (map.notes.length - 1 - i) * 15, note, { size: 11, fill: colours.soft }),
    ),
    "</svg>",
  ].join("\n");
}

function drawing(map: StillMap, height: number): string {
  const { width, theme, shapes } = map;
  const colours = PAPER[theme];
  const located = map.places.flatMap(({ lon, lat }) =>
    lon !== undefined && lat !== undefined ? [{ lon, lat }] : [],
  );
  const plane = planeOf(shapes, { width, height, padding: 24, points: located });
  const siteNumber = siteCounter();
  const marks = map.places.flatMap((place): Mark[] => {
    const { lon, lat, level, id } = place;
    const spot = lon === undefined || lat === undefined ? undefined : plane.project({ lon, lat });
    if (!spot) return [];
    return [{ ...place, ...(level === "site" ? besideTown(spot, siteNumber(place.town ?? id)) : spot) }];
  });
  const holders = map.holders.map(({ id }) => id);
  const scale = scaleFor(marks.length, 1);
  const lands = plane.lands.map(
    (land) =>
      `<path d="${land.d}" fill="${land.main ? colours.main : colours.land}" stroke="${colours.edge}" stroke-width="${land.main ? 1.25 : 0.6}"/>`,
  );
  const layers = markLayers(marks, holders, scale).map(({ look, stale, fill, line }) => {
    const colour = colourOf(look, theme);
    const filled = fill
      ? `<path d="${fill}" fill="${colour}" stroke="${colours.main}" paint-order="stroke"/>`
      : "";
    const inside = fill ? "none" : colours.main;
    const lined = line ? `<path d="${line}" fill="${inside}" stroke="${colour}" stroke-width="2"/>` : "";
    return `<g class="${lookClass(look)}"${stale ? ' opacity="0.55"' : ""}>${filled}${lined}</g>`;
  });
  return [
    `<rect width="${width}" height="${height}" fill="${colours.sea}"/>`,
    ...lands,
    ...layers,
    ...labels(marks, { width, height, scale }, colours),
    ...(map.linkOf ? marks.map((mark) => link(mark, map.linkOf!(mark.id))) : []),
  ].join("");
}

function labels(
  marks: readonly Mark[],
  { width, height, scale }: { readonly width: number; readonly height: number; readonly scale: number },
  colours: (typeof PAPER)["light" | "dark"],
): readonly string[] {
  const wishes = marks
    .filter(({ level }) => level !== "site")
    .map((mark) => ({
      ...mark,
      text: mark.name,
      weight: mark.level === "city" ? 3 : mark.level === "town" ? 2 : 1,
      clear: isArea(mark.level) ? 2 : radiusOf(mark.level) * scale + 1,
      size: 12,
    }));
  return placeLabels(wishes, { width, height, obstacles: [], measure: estimateWidth }).map(
    (label) =>
      `<text x="${label.x.toFixed(1)}" y="${label.y.toFixed(1)}" text-anchor="${label.anchor}" font-size="12" fill="${colours.ink}" stroke="${colours.main}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${escaped(label.text)}</text>`,
  );
}

function link(mark: Mark, href: string): string {
  const area = `<circle cx="${mark.x.toFixed(1)}" cy="${mark.y.toFixed(1)}" r="11" fill="transparent"/>`;
  return `<a href="${escaped(href)}" aria-label="${escaped(mark.name)}">${area}</a>`;
}

/** A row per holder: its signs, each with the number of places. */
function legendRows(map: StillMap): readonly string[] {
  const holders = map.holders.map(({ id }) => id);
  const groups = Map.groupBy(map.places, ({ holder }) => holder ?? "");
  const colours = PAPER[map.theme];
  const inOrder = [...groups].sort(([a], [b]) => rank(holders, a) - rank(holders, b));
  return inOrder.map(([holder, places], row) => {
    const look = lookOf(holders, holder || undefined);
    const name = map.holders.find(({ id }) => id === holder)?.name ?? (holder || map.nobody);
    const parts = [text(0, row * 20 + 4, name, { size: 13, fill: colours.ink, weight: 600 })];
    let x = 190;
    for (const state of STATE_ORDER) {
      const count = places.filter((place) => place.state === state).length;
      if (count === 0) continue;
      const words = `${map.stateNames[state]} ${count}`;
      parts.push(
        sign(state, look, x, row * 20, map.theme),
        text(x + 13, row * 20 + 4, words, { size: 13, fill: colours.ink }),
      );
      x += 34 + estimateWidth(words, 13);
    }
    return parts.join("");
  });
}

function sign(state: PlaceState, look: Look, x: number, y: number, theme: StillMap["theme"]): string {
  const { fill, line } = symbol(state, look.form, 5.5);
  const colour = colourOf(look, theme);
  const filled = fill ? `<path d="M${x},${y}${fill}" fill="${colour}"/>` : "";
  return (
    filled + (line ? `<path d="M${x},${y}${line}" fill="none" stroke="${colour}" stroke-width="2"/>` : "")
  );
}

function rank(holders: readonly string[], holder: string): number {
  const at = holders.indexOf(holder);
  return at < 0 ? holders.length : at;
}

function colourOf(look: Look, theme: StillMap["theme"]): string {
  return look[theme];
}

interface TextStyle {
  readonly size: number;
  readonly fill: string;
  readonly weight?: number;
}

function text(x: number, y: number, words: string, { size, fill, weight = 400 }: TextStyle): string {
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escaped(words)}</text>`;
}

/** For text and for attributes in double quotes, of HTML and of XML; characters that XML cannot hold are left out. */
export function escaped(words: string): string {
  return words
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

export const ALL_LOOKS: readonly Look[] = [...LOOKS, NOBODY];
