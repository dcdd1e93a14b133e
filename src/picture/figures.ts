import type { Count, DisplacementClaim, Quantifier, TollClaim } from "../domain/claim.ts";
import { toDay } from "./day-number.ts";
import type { KnownClaim } from "./known.ts";
import { picturePlace, placeKey } from "./place-key.ts";
import type { Sources } from "./sources.ts";
import { type ToldClaim, toldClaims, weightOf } from "./told-claim.ts";
import type { Figure, Viewpoint } from "./types.ts";

type Counted = ToldClaim<TollClaim> | ToldClaim<DisplacementClaim>;

/** A stock is told again and again; figures this near in time are about the same one. */
const SAME_STOCK_DAYS = 14;

/** Those who are there now; every other measure counts who came in a period. */
const STOCKS: ReadonlySet<string> = new Set(["idps", "refugees", "missing"]);

/** Numbers of displaced: the newest stock of each place and definition, and every flow apart (R22). */
export function displacementFigures(claims: readonly KnownClaim[], viewpoint: Viewpoint, sources: Sources) {
  return figuresOf(toldClaims(claims, "displacement", viewpoint, sources));
}

/** Numbers of killed, wounded and so on: one figure for each place, day and group of people (R22). */
export function tollFigures(claims: readonly KnownClaim[], viewpoint: Viewpoint, sources: Sources) {
  return figuresOf(toldClaims(claims, "toll", viewpoint, sources));
}

function figuresOf(claims: readonly Counted[]): readonly Figure[] {
  const groups = Map.groupBy(claims, groupOf);
  return [...groups.keys()].sort().map((key) => figureOf(groups.get(key)!));
}

/** What must agree for two numbers to be of one definition. */
function groupOf(one: Counted): string {
  const { claim } = one;
  const stock = STOCKS.has(claim.measure);
  const when = stock ? "" : (claim.since ?? (claim.cumulative ? "since" : toDay(one.first)));
  const who = claim.who?.toLowerCase() ?? "";
  const cause = claim.kind === "toll" && claim.cumulative ? (claim.cause?.toLowerCase() ?? "") : "";
  const place = claim.place ? placeKey(claim.place) : "";
  return JSON.stringify([place, claim.kind, claim.measure, unitOf(claim), who, cause, when]);
}

function unitOf(claim: Counted["claim"]): "persons" | "households" {
  return claim.kind === "displacement" ? claim.unit : "persons";
}

function figureOf(all: readonly Counted[]): Figure {
  const group = newestOfEachVoice(sameTime(all));
  const best = group.reduce((a, b) => (isBetter(b, a) ? b : a));
  const { claim } = best;
  const comparable = group.filter((one) => weightOf(one) >= weightOf(best));
  const lows = comparable.flatMap(({ claim: { count } }) => count.low ?? count.best ?? []);
  const highs = comparable.flatMap(({ claim: { count } }) => count.high ?? count.best ?? []);
  const stock = STOCKS.has(claim.measure);
  const others = all.filter((one) => one !== best);
  return {
    kind: claim.kind,
    measure: claim.measure,
    of: stock ? "stock" : "flow",
    unit: unitOf(claim),
    ...(claim.place && { place: picturePlace(claim.place) }),
    ...(claim.who && { who: claim.who }),
    ...(claim.kind === "toll" && claim.cause && { cause: claim.cause }),
    on: toDay(claim.since ? best.published : best.first),
    ...(claim.since && { since: claim.since }),
    ...(claim.count.best !== undefined && { best: claim.count.best }),
    ...(lows.length > 0 && { low: Math.min(...lows) }),
    ...(highs.length > 0 && { high: Math.max(...highs) }),
    reason: reasonOf(best, comparable.length - 1, others.length),
    because: {
      deciding: [claim.id],
      supporting: idsOf(comparable.filter((one) => one !== best)),
      contradicting: idsOf(others.filter((one) => !comparable.includes(one))),
    },
  };
}

/** Of a stock only what is told about the newest day and shortly before. */
function sameTime(all: readonly Counted[]): readonly Counted[] {
  if (!STOCKS.has(all[0]!.claim.measure)) return all;
  const newest = Math.max(...all.map(({ first }) => first));
  return all.filter(({ first }) => newest - first <= SAME_STOCK_DAYS);
}

/** R21: a source's later number replaces its earlier one. */
function newestOfEachVoice(all: readonly Counted[]): readonly Counted[] {
  const newest = new Map<string, Counted>();
  for (const one of all) {
    const voice = one.claim.speaker?.name ?? one.claim.via ?? one.report?.source?.name ?? one.claim.report;
    const so = newest.get(voice);
    if (!so || one.published >= so.published) newest.set(voice, one);
  }
  return [...newest.values()];
}

/** Least interested, then latest, then most specific, then most reliable, then the lesser id. */
function isBetter(a: Counted, b: Counted): boolean {
  const order =
    weightOf(a) - weightOf(b) ||
    a.published - b.published ||
    vagueness(b.claim.count) - vagueness(a.claim.count) ||
    (a.reliability < b.reliability ? 1 : a.reliability > b.reliability ? -1 : 0);
  return order === 0 ? a.claim.id < b.claim.id : order > 0;
}

const VAGUENESS: Readonly<Record<Quantifier, number>> = {
  exact: 0,
  about: 1,
  nearly: 1,
  "more-than": 1,
  "at-least": 1,
  "at-most": 1,
  range: 2,
  several: 4,
  dozens: 4,
  scores: 4,
  hundreds: 4,
  thousands: 4,
  "tens-of-thousands": 4,
  "hundreds-of-thousands": 4,
  millions: 4,
};

function vagueness({ quantifier, best }: Count): number {
  return VAGUENESS[quantifier] + (best === undefined ? 1 : 0);
}

function reasonOf({ report, claim, interest }: Counted, agreeing: number, others: number): string {
  const source = claim.speaker?.name ?? report?.source?.name ?? "an unnamed source";
  const standing = interest === "own" ? "only a side's own number" : "the least interested and latest number";
  const beside = others === 0 ? "the only one" : `of ${others + 1}, ${agreeing} of them comparable`;
  return `${standing}, from ${source}, ${beside} (R22); a later number of the same definition would replace it.`;
}

function idsOf(claims: readonly Counted[]) {
  return claims.map(({ claim }) => claim.id).sort();
}
