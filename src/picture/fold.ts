import type { ControlClaim } from "../domain/claim.ts";
import type { CountryCode } from "../domain/ids.ts";
import type { Problem } from "../domain/problem.ts";
import type { Ledger } from "../ledger/entry.ts";
import type { DayNumber } from "./day-number.ts";
import type { Evidence } from "./evidence.ts";
import { historyOf } from "./history.ts";
import type { Voice } from "./independence.ts";
import { type KnownClaim, knownClaims } from "./known.ts";
import { picturePlace, placeKey } from "./place-key.ts";
import { createSides, type Sides } from "./sides.ts";
import { type Stretch, toStretch } from "./stretch.ts";
import { type FoldDeps, isAhead, toEvidence } from "./to-evidence.ts";
import { toVoice } from "./told-claim.ts";
import type { PicturePlace } from "./types.ts";
import type { View } from "./view.ts";

/** Two, so that comparing two days of knowledge, or moving to and fro between them, folds nothing anew. */
const KEPT_VERSIONS = 2;

/** One place with its evidence, and its stretches for each day on which knowledge of it changed. */
export interface FoldedPlace {
  readonly key: string;
  readonly place: PicturePlace;
  /** In order of the first day that each may be about, then of claim ids. */
  readonly evidence: readonly Evidence[];
  /** Days on which what is known of the place changes, first to last, some of them more than once. */
  readonly changes: Int32Array;
  /** The answers last asked for, by index into `changes`. */
  readonly kept: { readonly index: number; readonly stretches: readonly Stretch[] }[];
  readonly sides: Sides;
}

/** A ledger made ready for many questions. */
export interface Folded {
  /** In order of their keys. */
  readonly places: ReadonlyMap<string, FoldedPlace>;
  readonly hasProvinces: boolean;
  /** Claims of every other kind. */
  readonly others: readonly KnownClaim[];
  /** Control claims that change no picture: plans, history, what names nobody or no day. */
  readonly setAside: readonly KnownClaim<ControlClaim>[];
  readonly problems: readonly FoldProblem[];
  readonly deps: FoldDeps;
  /** By country; camps are asked for again and again. */
  readonly sides: (country: CountryCode | undefined) => Sides;
  /** The last days of knowledge asked about, made ready for any `asOf`. */
  readonly views: View[];
}

export interface FoldProblem {
  readonly problem: Problem;
  readonly knownFrom: DayNumber;
}

/** Lets a claim count: see `according-to.ts`. */
export type Keep = (one: Pick<Voice, "camp" | "report">) => boolean;

/** Only claims that `keep` lets through count. */
export function fold(ledger: Ledger, deps: FoldDeps, keep?: Keep): Folded {
  const sides = sidesByCountry(deps);
  const empty: Folded = {
    places: new Map(),
    hasProvinces: false,
    others: [],
    setAside: [],
    problems: [],
    deps,
    sides,
    views: [],
  };
  return foldMore(empty, ledger, keep);
}

/**
 * The same with more reports and their claims; only their places are folded again. For entries that were not there before
 * and that judge, withdraw or replace nothing; after those, fold the whole ledger.
 */
export function foldMore(folded: Folded, more: Ledger, keep?: Keep): Folded {
  const { deps, sides } = folded;
  const fresh = new Map<string, Evidence[]>();
  const others: KnownClaim[] = [];
  const setAside: KnownClaim<ControlClaim>[] = [];
  const problems: FoldProblem[] = [];
  for (const known of knownClaims(more)) {
    const { claim } = known;
    if (claim.kind !== "control") {
      if (!keep || keep(toVoice(known, deps))) others.push(known);
      continue;
    }
    if (!claim.place) continue;
    if (isAhead(known)) problems.push({ problem: aheadProblem(known), knownFrom: known.from });
    const control = known as KnownClaim<ControlClaim>;
    const evidence = toEvidence(control, deps.sources, sides(claim.place.country));
    if (!evidence) {
      if (!keep || keep(toVoice(known, deps))) setAside.push(control);
      continue;
    }
    if (keep && !keep(evidence)) continue;
    const key = placeKey(claim.place);
    const so = fresh.get(key);
    if (so) so.push(evidence);
    else fresh.set(key, [evidence]);
  }
  const places = withEvidence(folded.places, fresh, sides);
  const isProvince = (key: string) => places.get(key)!.place.level === "province";
  return {
    ...folded,
    places,
    hasProvinces: folded.hasProvinces || [...fresh.keys()].some(isProvince),
    others: [...folded.others, ...others],
    setAside: [...folded.setAside, ...setAside],
    problems: [...folded.problems, ...problems],
    views: [],
  };
}

function withEvidence(
  places: Folded["places"],
  fresh: ReadonlyMap<string, readonly Evidence[]>,
  sides: Folded["sides"],
): Folded["places"] {
  const all = new Map(places);
  let strangers = false;
  for (const [key, evidence] of fresh) {
    const known = all.get(key)?.evidence;
    if (!known) strangers = true;
    const country = evidence[0]!.claim.place?.country;
    all.set(key, foldPlace(key, known ? [...known, ...evidence] : evidence, sides(country)));
  }
  return strangers ? new Map([...all].sort(([a], [b]) => (a < b ? -1 : 1))) : all;
}

function aheadProblem({ claim, report }: KnownClaim): Problem {
  return {
    code: "claim-ahead",
    where: report?.ref ?? report?.title ?? claim.report,
    quote: claim.quote.text,
    day: claim.valid.from ?? "",
  };
}

function foldPlace(key: string, given: readonly Evidence[], sides: Sides): FoldedPlace {
  const evidence = [...given].sort((a, b) => a.first - b.first || (a.claim.id < b.claim.id ? -1 : 1));
  const changes: DayNumber[] = [];
  let named = evidence[0]!;
  for (const one of evidence) {
    changes.push(one.knownFrom);
    if (one.knownUntil !== undefined) changes.push(one.knownUntil);
    if ((one.knownFrom - named.knownFrom || (one.claim.id < named.claim.id ? -1 : 1)) < 0) named = one;
  }
  const place = picturePlace(named.claim.place!);
  return {
    key,
    place,
    evidence,
    changes: Int32Array.from(changes).sort(),
    kept: [],
    sides,
  };
}

function sidesByCountry({ actors }: FoldDeps): (country: CountryCode | undefined) => Sides {
  const made = new Map<CountryCode | undefined, Sides>();
  return (country) => {
    let sides = made.get(country);
    if (!sides) {
      sides = createSides(country, actors);
      made.set(country, sides);
    }
    return sides;
  };
}

/** The stretches of a place as known on a day; empty before its first report. */
export function stretchesAt(folded: FoldedPlace, knownAt: DayNumber): readonly Stretch[] {
  const index = lastAtOrBefore(folded.changes, knownAt);
  if (index < 0) return [];
  const { kept } = folded;
  const made = kept.find((one) => one.index === index);
  if (made) return made.stretches;
  const stretches = stretchesOf(folded, folded.changes[index]!);
  kept.unshift({ index, stretches });
  if (kept.length > KEPT_VERSIONS) kept.pop();
  return stretches;
}

function stretchesOf({ evidence, sides }: FoldedPlace, day: DayNumber): readonly Stretch[] {
  const known = evidence.filter(
    ({ knownFrom, knownUntil }) => knownFrom <= day && (knownUntil === undefined || knownUntil > day),
  );
  const heard = new Set<string>();
  for (const { camp } of known) if (camp) heard.add(camp);
  return historyOf(known, sides).map((segment) => toStretch(segment, heard));
}

/** The stretch that a day falls in. */
export function stretchOn(stretches: readonly Stretch[], day: DayNumber): Stretch | undefined {
  for (let i = stretches.length - 1; i >= 0; i--) if (stretches[i]!.start <= day) return stretches[i];
  return undefined;
}

/** Index of the last number that is not above `limit`; -1 when all are. */
function lastAtOrBefore(sorted: Int32Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
