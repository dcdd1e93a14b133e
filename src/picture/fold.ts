import type { Claim, ControlClaim } from "../domain/claim.ts";
import type { CountryCode } from "../domain/ids.ts";
import type { Ledger } from "../ledger/entry.ts";
import type { DayNumber } from "./day-number.ts";
import type { Evidence } from "./evidence.ts";
import { historyOf } from "./history.ts";
import { type KnownClaim, knownClaims } from "./known.ts";
import { picturePlace, placeKey } from "./place-key.ts";
import { createSides, type Sides } from "./sides.ts";
import { type Stretch, toStretch } from "./stretch.ts";
import { type FoldDeps, toEvidence } from "./to-evidence.ts";
import type { PicturePlace } from "./types.ts";

/** One place with its evidence, and its stretches for each day on which knowledge of it changed. */
export interface FoldedPlace {
  readonly key: string;
  readonly place: PicturePlace;
  readonly evidence: readonly Evidence[];
  /** Days on which what is known of the place changes, first to last. */
  readonly changes: readonly DayNumber[];
  /** By index into `changes`; made when first asked for. */
  readonly versions: (readonly Stretch[] | undefined)[];
  readonly sides: Sides;
}

/** A ledger made ready for many questions. */
export interface Folded {
  /** In order of their keys. */
  readonly places: ReadonlyMap<string, FoldedPlace>;
  /** Claims of every other kind. */
  readonly others: readonly KnownClaim[];
  readonly deps: FoldDeps;
}

/** Only claims that `keep` lets through count: see `according-to.ts`. */
export function fold(ledger: Ledger, deps: FoldDeps, keep?: (evidence: Evidence) => boolean): Folded {
  const sides = sidesByCountry(deps);
  const byPlace = new Map<string, Evidence[]>();
  const others: KnownClaim[] = [];
  for (const known of knownClaims(ledger)) {
    if (known.claim.kind !== "control") {
      others.push(known);
      continue;
    }
    if (!known.claim.place) continue;
    const evidence = toEvidence(
      known as KnownClaim<ControlClaim>,
      deps.sources,
      sides(known.claim.place.country),
    );
    if (!evidence || (keep && !keep(evidence))) continue;
    const key = placeKey(known.claim.place);
    const so = byPlace.get(key);
    if (so) so.push(evidence);
    else byPlace.set(key, [evidence]);
  }
  const places = new Map<string, FoldedPlace>();
  for (const key of [...byPlace.keys()].sort()) {
    const evidence = byPlace.get(key)!;
    places.set(key, foldPlace(key, evidence, sides(evidence[0]!.claim.place?.country)));
  }
  return { places, others, deps };
}

function foldPlace(key: string, evidence: readonly Evidence[], sides: Sides): FoldedPlace {
  const changes = new Set<DayNumber>();
  let named = evidence[0]!;
  for (const one of evidence) {
    changes.add(one.knownFrom);
    if (one.knownUntil !== undefined) changes.add(one.knownUntil);
    if (one.claim.id < named.claim.id) named = one;
  }
  const place = picturePlace(named.claim.place!);
  return {
    key,
    place,
    evidence,
    changes: [...changes].sort((a, b) => a - b),
    versions: [],
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
  const made = folded.versions[index];
  if (made) return made;
  const day = folded.changes[index]!;
  const known = folded.evidence.filter(
    ({ knownFrom, knownUntil }) => knownFrom <= day && (knownUntil === undefined || knownUntil > day),
  );
  const heard = new Set(known.flatMap(({ camp }) => (camp ? [camp] : [])));
  const stretches = historyOf(known, folded.sides).map((segment) => toStretch(segment, heard));
  folded.versions[index] = stretches;
  return stretches;
}

/** The stretch that a day falls in. */
export function stretchOn(stretches: readonly Stretch[], day: DayNumber): Stretch | undefined {
  for (let i = stretches.length - 1; i >= 0; i--) if (stretches[i]!.start <= day) return stretches[i];
  return undefined;
}

/** Index of the last number that is not above `limit`; -1 when all are. */
function lastAtOrBefore(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export type OtherClaim = KnownClaim<Exclude<Claim, ControlClaim>>;
