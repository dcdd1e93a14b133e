import type { ControlClaim } from "../domain/claim.ts";
import { type Answers, buildAnswers, versionOn } from "./answers.ts";
import { versionAt, versionsOf } from "./course.ts";
import type { DayNumber } from "./day-number.ts";
import type { Evidence } from "./evidence.ts";
import { type EvidenceTable, evidenceIn } from "./evidence-table.ts";
import type { Segment } from "./segment.ts";
import type { Sides } from "./sides.ts";
import type { PicturePlace } from "./types.ts";

/** A reader looks at a few places; the stretches of all with their claims would fill the memory. */
const KEPT_TELLINGS = 16;

/** One place with the claims that weigh on it. */
export interface FoldedPlace {
  readonly key: string;
  /** As the claim that was known first names it. */
  readonly place: PicturePlace;
  readonly rows: PlaceRows;
  readonly sides: Sides;
  readonly made: { answers: PlaceAnswers | undefined };
  /** What was last asked why, of all places of the ledger. */
  readonly tellings: Telling[];
}

/** The stretches of a place in one version with their claims, the last stretch first. */
export interface Telling {
  readonly place: FoldedPlace;
  readonly version: number;
  readonly segments: readonly Segment[];
}

/** The rows that `order` lists from `from` up to `to`. */
interface PlaceRows {
  readonly table: EvidenceTable;
  readonly order: Int32Array;
  readonly from: number;
  readonly to: number;
}

/** The versions of one place, half-open. */
export interface PlaceAnswers {
  readonly answers: Answers;
  readonly from: number;
  readonly to: number;
}

/** Claims that weigh on the place, in no order that means anything. */
export function claimsOf({ rows: { table, order, from, to } }: FoldedPlace): readonly ControlClaim[] {
  return Array.from(order.subarray(from, to), (row) => table.claims[row]!);
}

/** Made anew from the numbers each time: a million objects would fill the memory. */
export function evidenceOf({ rows: { table, order, from, to } }: FoldedPlace): readonly Evidence[] {
  const all: Evidence[] = [];
  for (let i = from; i < to; i++) all.push(evidenceIn(table, order[i]!));
  return all;
}

export function answersFor(folded: FoldedPlace): PlaceAnswers {
  if (!folded.made.answers) makeAnswers([folded]);
  return folded.made.answers!;
}

/** Places whose answers stand in one table. */
const PLACES_IN_TABLE = 500;

/** Makes what is not yet made. */
export function makeAnswers(places: readonly FoldedPlace[]): void {
  const missing = places.filter(({ made }) => !made.answers);
  const [one] = missing;
  if (!one) return;
  const builder = buildAnswers(one.rows.table.words.names);
  for (let start = 0; start < missing.length; start += PLACES_IN_TABLE) {
    const group = missing.slice(start, start + PLACES_IN_TABLE);
    const ends = group.map((place) => builder.add(versionsOf(evidenceOf(place), place.sides)));
    const answers = builder.take();
    group.forEach(({ made }, i) => {
      made.answers = { answers, from: ends[i - 1] ?? 0, to: ends[i]! };
    });
  }
}

/** The stretches of a place as known on a day, with their claims, the last one first; none before its first report. */
export function segmentsAt(folded: FoldedPlace, knownAt: DayNumber): readonly Segment[] {
  const { answers, from, to } = answersFor(folded);
  const version = versionOn(answers, from, to, knownAt);
  if (version < 0) return [];
  const { tellings } = folded;
  const known = tellings.find((one) => one.place === folded && one.version === version);
  if (known) return known.segments;
  const segments: Segment[] = [];
  const top = versionAt(evidenceOf(folded), answers.known[version]!, folded.sides);
  for (let at = top; at; at = at.before) segments.push(at);
  tellings.unshift({ place: folded, version, segments });
  if (tellings.length > KEPT_TELLINGS) tellings.pop();
  return segments;
}
