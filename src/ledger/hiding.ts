import type { Claim } from "../domain/claim.ts";
import type { PlaceId, ReportId } from "../domain/ids.ts";
import type { Judgement, Withheld } from "../domain/judgement.ts";
import type { ClaimPlace } from "../domain/place.ts";
import { type Blotter, blotted, blotter } from "./blot.ts";
import type { Ledger } from "./entry.ts";
import { standingJudgements } from "./standing.ts";

/** Everything that markings as private hide, ready to be asked. */
export interface Hiding {
  readonly blotterFor: (report?: ReportId) => Blotter | undefined;
  /** Every text within a value without the names that are hidden, everywhere or in this report. */
  readonly blot: <T>(value: T, report?: ReportId) => T;
  readonly hidesPlace: (report: ReportId | undefined, place: ClaimPlace) => boolean;
  readonly hidesPlaceId: (place: PlaceId) => boolean;
  /** What a hidden source is called instead; `undefined` for one that is shown. */
  readonly aliasOf: (source: string) => string | undefined;
}

/** What stands as marked: its day does not count, and one reviewer's marking is enough. */
export function withheldBy(judgements: Iterable<Judgement>): readonly Withheld[] {
  return standingJudgements(judgements).flatMap(({ decision }) =>
    decision.kind === "withhold" ? [decision.what] : [],
  );
}

/** `undefined` when nothing is marked. */
export function hidingOf(ledger: Ledger): Hiding | undefined {
  const withheld = withheldBy(ledger.judgements.values());
  if (withheld.length === 0) return undefined;
  const places = withMerged(
    withheld.flatMap((what) => (what.kind === "place" ? [what.place] : [])),
    ledger,
  );
  const positions = Map.groupBy(
    withheld.filter((what) => what.kind === "position"),
    (what) => what.report,
  );
  const sources = [
    ...new Set(withheld.flatMap((what) => (what.kind === "source" ? [what.name] : []))),
  ].sort();
  const names = [
    ...withheld.flatMap(namesHiddenEverywhere),
    ...namesOfPlaces(ledger.claims.values(), places),
  ];
  const everywhere = blotter(names);
  const within = new Map(
    [...positions].map(([report, own]) => [
      report,
      blotter([...names, ...own.flatMap((what) => what.names)]),
    ]),
  );
  const blotterFor = (report?: ReportId) => (report && within.get(report)) ?? everywhere;
  return {
    blotterFor,
    blot: (value, report) => {
      const blot = blotterFor(report);
      return blot ? blotted(value, blot) : value;
    },
    hidesPlace: (report, { id, name, toponym }) => {
      if (id !== undefined && places.has(id)) return true;
      const own = (report && positions.get(report)) ?? [];
      return own.some((what) =>
        what.place !== undefined
          ? what.place === id
          : what.names.some((one) => one === name || one === toponym),
      );
    },
    hidesPlaceId: (place) => places.has(place),
    aliasOf: (source) =>
      sources.includes(source) ? `withheld source ${sources.indexOf(source) + 1}` : undefined,
  };
}

function namesHiddenEverywhere(what: Withheld): readonly string[] {
  switch (what.kind) {
    case "person":
    case "place":
      return what.names;
    case "source":
      return [what.name];
    case "position":
      return [];
  }
}

/** With what people hold to be the same place, so that hiding one row does not leave its twin. */
function withMerged(hidden: readonly PlaceId[], ledger: Ledger): ReadonlySet<PlaceId> {
  const places = new Set(hidden);
  const merges = standingJudgements(ledger.judgements.values()).flatMap(({ decision }) =>
    decision.kind === "merge-places" ? [decision] : [],
  );
  for (let before = -1; before !== places.size; ) {
    before = places.size;
    for (const { from, into } of merges) if (places.has(from) || places.has(into)) places.add(from).add(into);
  }
  return places;
}

function namesOfPlaces(claims: Iterable<Claim>, places: ReadonlySet<PlaceId>): readonly string[] {
  const names = new Set<string>();
  for (const { place } of claims) {
    if (!place?.id || !places.has(place.id)) continue;
    names.add(place.name);
    if (!place.site) names.add(place.toponym);
  }
  return [...names];
}
