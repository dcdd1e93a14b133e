import type { Claim } from "../domain/claim.ts";
import type { CountryCode } from "../domain/ids.ts";
import type { Ledger } from "../ledger/entry.ts";
import type { Shapes } from "../map/shapes.ts";
import { escaped, type StillMap, stillMap } from "../map/svg.ts";
import { titleOf } from "../picture/difference.ts";
import type { Assessment, Picture, PlaceState } from "../picture/types.ts";
import { EXPORT_STYLE } from "./export-style.ts";

export interface ExportDeps {
  readonly shapes: (countries: readonly CountryCode[]) => Shapes;
  readonly countryName: (code: CountryCode) => string;
  readonly actorName: (id: string) => string;
}

export interface ExportedFile {
  readonly name: string;
  readonly content: string;
}

const STATES: Readonly<Record<PlaceState, string>> = {
  held: "Held",
  contested: "Contested",
  besieged: "Besieged",
  disputed: "Disputed",
  claimed: "Claimed",
  unknown: "Unknown",
};

/** A still picture as files that any web server or none can show: no script in them, and every text of a report as text. */
export function exportPage(ledger: Ledger, picture: Picture, deps: ExportDeps): readonly ExportedFile[] {
  const map = stillMap(mapOf(ledger, picture, deps));
  return [
    { name: "index.html", content: page(ledger, picture, deps, map) },
    { name: "style.css", content: EXPORT_STYLE },
    { name: "map.svg", content: map },
    { name: "picture.json", content: `${JSON.stringify(picture)}\n` },
  ];
}

function datesOf({ asOf, knownAt }: Picture): string {
  return `As of ${asOf}, as known on ${knownAt}`;
}

function mapOf(ledger: Ledger, picture: Picture, deps: ExportDeps): StillMap {
  const countries = countriesOf(picture);
  const sources = new Set([...ledger.reports.values()].map(({ source }) => source?.name));
  return {
    title: countries.map(deps.countryName).join(", ") || "asof",
    subtitle: datesOf(picture),
    places: picture.places.map((one) => ({
      ...one.place,
      state: one.state,
      ...(one.holder && { holder: one.holder }),
      grade: one.grade,
      id: anchor(one),
      town: one.place.id,
      name: titleOf(one.place),
    })),
    shapes: deps.shapes(countries),
    holders: holdersOf(ledger).map((id) => ({ id, name: deps.actorName(id) })),
    stateNames: STATES,
    nobody: "no single holder",
    notes: [
      `Source: asof, from ${ledger.reports.size} reports of ${sources.size} sources`,
      "Outlines orient the reader and do not endorse any border.",
      "Places: GeoNames (CC BY 4.0). Outlines: Natural Earth.",
    ],
    width: 1100,
    height: 860,
    theme: "light",
    linkOf: (id) => `#${id}`,
  };
}

/** Countries of at least a twentieth of the places, most first. */
function countriesOf({ places }: Picture): readonly CountryCode[] {
  const groups = Map.groupBy(places, ({ place }) => place.country);
  return [...groups]
    .filter(([, group]) => group.length * 20 >= places.length)
    .sort(([a = "", m], [b = "", n]) => n.length - m.length || (a < b ? -1 : 1))
    .flatMap(([code]) => (code ? [code] : []));
}

/** Those named most in claims of control come first, as on the page. */
function holdersOf(ledger: Ledger): readonly string[] {
  const counts = new Map<string, number>();
  for (const claim of ledger.claims.values()) {
    if (claim.kind !== "control") continue;
    for (const actor of [claim.actor, claim.recipient]) {
      if (actor) counts.set(actor.id, (counts.get(actor.id) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([id]) => id);
}

function anchor({ place }: Assessment): string {
  return `place-${`${place.id}-${place.level}`.replace(/[^\p{L}\p{N}]+/gu, "-")}`;
}

function page(ledger: Ledger, picture: Picture, deps: ExportDeps, map: string): string {
  const title = `${countriesOf(picture).map(deps.countryName).join(", ") || "asof"}. ${datesOf(picture)}`;
  const inOrder = picture.places.toSorted(
    (a, b) => compare(titleOf(a.place), titleOf(b.place)) || compare(a.place.id, b.place.id),
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self' data:">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="style.css">
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<figure>
${map}
</figure>
${picture.places.length === 0 ? "<p>Nothing is known of any place at these dates.</p>" : table(inOrder, deps)}
${inOrder.map((one) => section(one, ledger, deps)).join("\n")}
</main>
</body>
</html>
`;
}

function table(places: readonly Assessment[], deps: ExportDeps): string {
  const row = (one: Assessment) =>
    `<tr><th scope="row"><a href="#${escaped(anchor(one))}"><bdi>${escaped(titleOf(one.place))}</bdi></a></th><td>${escaped(one.place.admin1 ?? "")}</td><td>${STATES[one.state]}</td><td>${escaped(one.holder ? deps.actorName(one.holder) : "")}</td><td>${one.grade}</td><td>${one.since?.from ?? ""}</td></tr>`;
  return `<table>
<caption>Places</caption>
<thead><tr><th scope="col">Place</th><th scope="col">Province</th><th scope="col">State</th><th scope="col">Holder</th><th scope="col">Grade</th><th scope="col">Since</th></tr></thead>
<tbody>
${places.map(row).join("\n")}
</tbody>
</table>`;
}

function section(one: Assessment, ledger: Ledger, deps: ExportDeps): string {
  const { because, state, holder, grade, reason } = one;
  const by = holder ? `, ${deps.actorName(holder)}` : "";
  const quotes = (title: string, ids: readonly string[]) => {
    const found = ids.flatMap((id) => ledger.claims.get(id as Claim["id"]) ?? []);
    return found.length === 0
      ? ""
      : `<h3>${title}</h3>\n${found.map((claim) => quote(claim, ledger)).join("\n")}`;
  };
  return `<section id="${escaped(anchor(one))}">
<h2><bdi>${escaped(titleOf(one.place))}</bdi></h2>
<p><strong>${STATES[state]}${escaped(by)}</strong> (${grade})</p>
<p>${escaped(reason)}</p>
${quotes("Deciding", because.deciding)}
${quotes("Supporting", because.supporting)}
${quotes("Contradicting", because.contradicting)}
</section>`;
}

function quote(claim: Claim, ledger: Ledger): string {
  const report = ledger.reports.get(claim.report);
  const from = [claim.speaker?.name, report?.source?.name, report?.publishedOn].filter(Boolean).join(", ");
  return `<blockquote dir="auto"><p>${escaped(claim.quote.text)}</p><footer>${escaped(from)}</footer></blockquote>`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
