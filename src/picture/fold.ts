import type { ControlClaim } from "../domain/claim.ts";
import type { CountryCode } from "../domain/ids.ts";
import type { Problem } from "../domain/problem.ts";
import type { Ledger } from "../ledger/entry.ts";
import type { AnswerRow, EarlierRow } from "./answer-row.ts";
import type { DayNumber } from "./day-number.ts";
import type { Evidence } from "./evidence.ts";
import { buildEvidenceTable, createEvidenceWords, type EvidenceWords } from "./evidence-table.ts";
import { evidenceOf, type FoldedPlace, type Telling } from "./folded-place.ts";
import type { Voice } from "./independence.ts";
import { type KnownClaim, knownClaims } from "./known.ts";
import { picturePlace, placeKey } from "./place-key.ts";
import { createSides, type Sides } from "./sides.ts";
import { createSourceOf, type FoldDeps, isAhead, toEvidence } from "./to-evidence.ts";
import { toVoice } from "./told-claim.ts";

/** A ledger made ready for many questions. */
export interface Folded {
  /** In order of their keys. */
  readonly places: readonly FoldedPlace[];
  /** Where each key stands in `places`. */
  readonly index: ReadonlyMap<string, number>;
  readonly hasProvinces: boolean;
  /** Claims of every other kind. */
  readonly others: readonly KnownClaim[];
  /** Control claims that change no picture: plans, history, what names nobody or no day. */
  readonly setAside: readonly KnownClaim<ControlClaim>[];
  readonly problems: readonly FoldProblem[];
  readonly deps: FoldDeps;
  /** By country; camps are asked for again and again. */
  readonly sides: (country: CountryCode | undefined) => Sides;
  readonly words: EvidenceWords;
  readonly tellings: Telling[];
  readonly made: { row: AnswerRow | undefined; readonly earlier: EarlierRow | undefined };
}

export interface FoldProblem {
  readonly problem: Problem;
  readonly knownFrom: DayNumber;
}

/** Lets a claim count: see `according-to.ts`. */
export type Keep = (one: Pick<Voice, "camp" | "report">) => boolean;

/** Only claims that `keep` lets through count. */
export function fold(ledger: Ledger, deps: FoldDeps, keep?: Keep): Folded {
  const empty: Folded = {
    places: [],
    index: new Map(),
    hasProvinces: false,
    others: [],
    setAside: [],
    problems: [],
    deps,
    sides: sidesByCountry(deps),
    words: createEvidenceWords(),
    tellings: [],
    made: { row: undefined, earlier: undefined },
  };
  return foldMore(empty, ledger, keep);
}

/**
 * The same with more reports and their claims; only their places are folded again. For entries that were not there before
 * and that judge, withdraw or replace nothing; after those, fold the whole ledger.
 */
export function foldMore(folded: Folded, more: Ledger, keep?: Keep): Folded {
  const { deps, sides } = folded;
  const sourceOf = createSourceOf(deps.sources);
  const fresh = createFreshPlaces(folded, more.claims.size);
  const others: KnownClaim[] = [];
  const setAside: KnownClaim<ControlClaim>[] = [];
  const problems: FoldProblem[] = [];
  for (const known of knownClaims(more)) {
    const { claim } = known;
    const kept = !keep || keep(toVoice(known, deps));
    if (claim.kind !== "control") {
      if (kept) others.push(known);
      continue;
    }
    if (!claim.place) continue;
    if (isAhead(known)) problems.push({ problem: aheadProblem(known), knownFrom: known.from });
    if (!kept) continue;
    const control = known as KnownClaim<ControlClaim>;
    const evidence = toEvidence(control, sourceOf, sides(claim.place.country));
    if (evidence) fresh.add(placeKey(claim.place), evidence);
    else setAside.push(control);
  }
  const touched = fresh.places();
  return {
    ...folded,
    ...withPlaces(folded, touched),
    hasProvinces: folded.hasProvinces || touched.some(({ place }) => place.level === "province"),
    others: [...folded.others, ...others],
    setAside: [...folded.setAside, ...setAside],
    problems: [...folded.problems, ...problems],
  };
}

/** Collects the claims of places that hear news, together with what was known of them before. */
function createFreshPlaces({ places, index, words, sides, tellings }: Folded, room: number) {
  const builder = buildEvidenceTable(words, room);
  const numbers = new Map<string, number>();
  /** The claim of each place that was known first, and since when. */
  const named: ControlClaim[] = [];
  const namedFrom: DayNumber[] = [];
  function open(key: string, first: Evidence): number {
    const number = numbers.size;
    numbers.set(key, number);
    const before = index.get(key);
    const so = before === undefined ? [] : evidenceOf(places[before]!);
    for (const one of so) builder.add(number, one);
    const [earliest] = [first, ...so].sort(inOrderOfKnowledge);
    named.push(earliest!.claim);
    namedFrom.push(earliest!.knownFrom);
    return number;
  }
  return {
    add(key: string, one: Evidence): void {
      const number = numbers.get(key) ?? open(key, one);
      builder.add(number, one);
      const { knownFrom, claim } = one;
      const since = namedFrom[number]!;
      if (knownFrom > since || (knownFrom === since && claim.id >= named[number]!.id)) return;
      namedFrom[number] = knownFrom;
      named[number] = claim;
    },
    places(): readonly FoldedPlace[] {
      const { table, order, offsets } = builder.byPlace(numbers.size);
      return [...numbers].map(([key, number]) => {
        const place = named[number]!.place!;
        return {
          key,
          place: picturePlace(place),
          rows: { table, order, from: offsets[number]!, to: offsets[number + 1]! },
          sides: sides(place.country),
          made: { answers: undefined },
          tellings,
        };
      });
    },
  };
}

function inOrderOfKnowledge(a: Evidence, b: Evidence): number {
  return a.knownFrom - b.knownFrom || (a.claim.id < b.claim.id ? -1 : 1);
}

function withPlaces(
  { places, index, made }: Folded,
  touched: readonly FoldedPlace[],
): Pick<Folded, "places" | "index" | "made"> {
  const all = [...places];
  const heard: number[] = [];
  for (const place of touched) {
    const at = index.get(place.key) ?? all.length;
    all[at] = place;
    heard.push(at);
  }
  if (all.length === places.length) {
    return { places: all, index, made: { row: undefined, earlier: earlierRow(made, heard) } };
  }
  all.sort((a, b) => (a.key < b.key ? -1 : 1));
  return {
    places: all,
    index: new Map(all.map(({ key }, i) => [key, i])),
    made: { row: undefined, earlier: undefined },
  };
}

function earlierRow({ row, earlier }: Folded["made"], heard: readonly number[]): EarlierRow | undefined {
  if (row) return { row, touched: heard };
  return earlier && { row: earlier.row, touched: [...earlier.touched, ...heard] };
}

function aheadProblem({ claim, report }: KnownClaim): Problem {
  return {
    code: "claim-ahead",
    where: report?.ref ?? report?.title ?? claim.report,
    quote: claim.quote.text,
    day: claim.valid.from ?? "",
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
