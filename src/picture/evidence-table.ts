import type { ControlClaim } from "../domain/claim.ts";
import type { CampId } from "../domain/ids.ts";
import type { Report } from "../domain/report.ts";
import type { Evidence, Interest, Party, Saying } from "./evidence.ts";
import { createNames, type Names } from "./names.ts";
import type { Reliability } from "./types.ts";

/** Claims as the fold weighs them, one row of numbers each: a million objects would cost more to keep than to weigh. */
export interface EvidenceTable {
  readonly rows: Int32Array;
  readonly claims: readonly ControlClaim[];
  readonly reports: readonly (Report | undefined)[];
  readonly words: EvidenceWords;
}

/** What the numbers of a table stand for; grows, and never changes what it gave. */
export interface EvidenceWords {
  readonly names: Names;
  readonly sayings: Saying[];
  readonly sayingCodes: Map<number, number>;
  readonly parties: Map<Party, number>;
}

export function createEvidenceWords(): EvidenceWords {
  return { names: createNames(), sayings: [], sayingCodes: new Map(), parties: new Map() };
}

const SAYING = 0;
const HOW = 1;
const CAMP = 2;
const FIRST = 3;
const LAST = 4;
const PUBLISHED = 5;
const KNOWN_FROM = 6;
const KNOWN_UNTIL = 7;
const ORIGIN = 8;
const SPEAKER = 9;
const FIELDS = 10;

const NONE = -1;
const NEVER = 0x7fffffff;
const INTERESTS: readonly Interest[] = ["against", "neutral", "own", "rumour"];
const LETTERS: readonly Reliability[] = ["A", "B", "C", "D", "E", "F"];

/** Takes claims of many places in any order. */
export interface EvidenceTableBuilder {
  /** `place` counts from 0. */
  add(place: number, one: Evidence): void;
  /** The rows of each place, place after place, and where in them each place begins; one more at the end. */
  byPlace(places: number): {
    readonly table: EvidenceTable;
    readonly order: Int32Array;
    readonly offsets: Int32Array;
  };
}

/** `room` is how many claims there may be at most. */
export function buildEvidenceTable(words: EvidenceWords, room: number): EvidenceTableBuilder {
  let rows = new Int32Array(room * FIELDS);
  let placeOf = new Int32Array(room);
  const claims: ControlClaim[] = [];
  const reports: (Report | undefined)[] = [];
  return {
    add(place, one) {
      const row = claims.length;
      if (row === placeOf.length) {
        rows = grown(rows, FIELDS);
        placeOf = grown(placeOf, 1);
      }
      placeOf[row] = place;
      write(rows, row * FIELDS, one, words);
      claims.push(one.claim);
      reports.push(one.report);
    },
    byPlace(places) {
      const offsets = new Int32Array(places + 1);
      for (let i = 0; i < claims.length; i++) offsets[placeOf[i]! + 1]!++;
      for (let i = 0; i < places; i++) offsets[i + 1]! += offsets[i]!;
      const next = offsets.slice();
      const order = new Int32Array(claims.length);
      for (let i = 0; i < claims.length; i++) order[next[placeOf[i]!]!++] = i;
      return { table: { rows, claims, reports, words }, order, offsets };
    },
  };
}

function grown(numbers: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(Math.max(numbers.length * 2, least * 16));
  more.set(numbers);
  return more;
}

function write(rows: Int32Array, at: number, one: Evidence, words: EvidenceWords): void {
  const { names } = words;
  rows[at + SAYING] = sayingCode(one.saying, words);
  rows[at + HOW] =
    INTERESTS.indexOf(one.interest) | (LETTERS.indexOf(one.reliability) << 2) | (one.undated ? 32 : 0);
  rows[at + CAMP] = one.camp === undefined ? NONE : names.code(one.camp);
  rows[at + FIRST] = one.first;
  rows[at + LAST] = one.last;
  rows[at + PUBLISHED] = one.published;
  rows[at + KNOWN_FROM] = one.knownFrom;
  rows[at + KNOWN_UNTIL] = one.knownUntil ?? NEVER;
  rows[at + ORIGIN] = names.code(one.origin);
  rows[at + SPEAKER] = one.named === undefined ? NONE : names.code(one.named);
}

/** The claim as it was put in. */
export function evidenceIn({ rows, claims, reports, words }: EvidenceTable, row: number): Evidence {
  const at = row * FIELDS;
  const { names } = words;
  const how = rows[at + HOW]!;
  const camp = rows[at + CAMP]!;
  const until = rows[at + KNOWN_UNTIL]!;
  const speaker = rows[at + SPEAKER]!;
  return {
    claim: claims[row]!,
    report: reports[row],
    saying: words.sayings[rows[at + SAYING]!]!,
    interest: INTERESTS[how & 3]!,
    camp: camp === NONE ? undefined : (names.text(camp) as CampId),
    reliability: LETTERS[(how >> 2) & 7]!,
    first: rows[at + FIRST]!,
    last: rows[at + LAST]!,
    undated: (how & 32) !== 0,
    published: rows[at + PUBLISHED]!,
    knownFrom: rows[at + KNOWN_FROM]!,
    knownUntil: until === NEVER ? undefined : until,
    origin: names.text(rows[at + ORIGIN]!),
    named: speaker === NONE ? undefined : names.text(speaker),
  };
}

/** What is said of a place is said again and again: a war has a few hundred sayings. */
function sayingCode(saying: Saying, words: EvidenceWords): number {
  const key = keyOf(saying, words);
  let code = words.sayingCodes.get(key);
  if (code === undefined) {
    code = words.sayings.push(saying) - 1;
    words.sayingCodes.set(key, code);
  }
  return code;
}

/** Room for two million actors. */
const PARTIES = 2 ** 21;

function keyOf(saying: Saying, { parties }: EvidenceWords): number {
  const key = (kind: number, one: Party | undefined, other: Party | undefined) =>
    (partyCode(one, parties) * PARTIES + partyCode(other, parties)) * 16 + kind;
  switch (saying.kind) {
    case "has":
      return key(
        (saying.agreed ? 4 : 0) + (saying.change ? 1 : 0) + (saying.repelled ? 2 : 0),
        saying.party,
        saying.from,
      );
    case "lost":
      return key(saying.agreed ? 9 : 8, saying.party, undefined);
    case "has-not":
      return key(10, saying.party, undefined);
    case "fought":
      return key(saying.unopposed ? 12 : 11, saying.inside, undefined);
    case "besieged":
      return key(13, saying.by, saying.defender);
  }
}

/** 0 for nobody. */
function partyCode(party: Party | undefined, parties: Map<Party, number>): number {
  if (!party) return 0;
  let code = parties.get(party);
  if (code === undefined) {
    code = parties.size + 1;
    parties.set(party, code);
  }
  return code;
}
