import { processCli } from "../src/cli/process-cli.ts";
import type { ControlClaim } from "../src/domain/claim.ts";
import { addDays, type Day } from "../src/domain/day.ts";
import type { ActorId, CampId, ClaimId, CountryCode, PlaceId, ReportId } from "../src/domain/ids.ts";
import type { ClaimPlace } from "../src/domain/place.ts";
import type { Report } from "../src/domain/report.ts";
import type { Ledger } from "../src/ledger/entry.ts";
import { assessmentAt } from "../src/picture/assessment.ts";
import { type Folded, fold, foldMore } from "../src/picture/fold.ts";
import { pictureOf } from "../src/picture/picture.ts";
import { placeKey } from "../src/picture/place-key.ts";
import { type Measurement, median } from "./measurement.ts";

const PLACES = 20_000;
const CLAIMS = 1_000_000;
const CLAIMS_IN_REPORT = 20;
const DAYS = 365;
const FIRST = "2021-01-01" as Day;
const QUESTIONS = 60;
const MORE_REPORTS = 40;

/** One million control claims about 20,000 places of one war and year, two camps and neutral voices, told within days. */
export function bench(): readonly Measurement[] {
  const deps = processCli().foldDeps();
  deps.actors.campOf("taliban" as ActorId, "AF" as CountryCode, FIRST);
  const ledger = madeUpLedger();
  const before = memoryMiB();
  const folding = timed(() => fold(ledger, deps));
  const folded = folding.value;
  const latest = addDays(FIRST, DAYS);
  const first = timed(() => pictureOf(folded, { asOf: latest, knownAt: latest }));
  const asked = drawn(7).map(([asOf, knownAt]) => timed(() => pictureOf(folded, { asOf, knownAt })).ms);
  const memory = memoryMiB() - before;
  const more = addings(folded);
  return [
    { name: "picture: fold of 1,000,000 claims", value: folding.ms / 1000, unit: "s", aim: { atMost: 1.5 } },
    { name: "picture: all histories, at the first question", value: first.ms / 1000, unit: "s" },
    {
      name: "picture: a question, both days drawn anew, median",
      value: median(asked),
      unit: "ms",
      aim: { atMost: 10 },
    },
    {
      name: "picture: one report more, its places answered",
      value: median(more.map(({ added }) => added)),
      unit: "ms",
      aim: { atMost: 5 },
    },
    {
      name: "picture: the next question over all places",
      value: median(more.map(({ next }) => next)),
      unit: "ms",
    },
    { name: "picture: memory of the fold and all answers", value: memory, unit: "MiB" },
  ];
}

/** Days of the world and of knowledge, no two questions alike. */
function drawn(seed: number): readonly (readonly [Day, Day])[] {
  const random = randomFrom(seed);
  const day = () => addDays(FIRST, 30 + Math.floor(random() * (DAYS - 30)));
  return Array.from({ length: QUESTIONS }, () => [day(), day()] as const);
}

function addings(folded: Folded) {
  const random = randomFrom(11);
  return drawn(13)
    .slice(0, MORE_REPORTS)
    .map(([asOf, knownAt], i) => {
      const made = madeUpReport(1_000_000 + i, random);
      const more = ledgerOfReports([made]);
      const places = new Set(made.claims.map(({ place }) => placeKey(place!)));
      const adding = timed(() => {
        const after = foldMore(folded, more);
        for (const key of places) assessmentAt(after.places[after.index.get(key)!]!, { asOf, knownAt });
        return after;
      });
      const next = timed(() => pictureOf(adding.value, { asOf, knownAt })).ms;
      return { added: adding.ms, next };
    });
}

interface MadeUp {
  readonly report: Report;
  readonly claims: readonly ControlClaim[];
}

function madeUpLedger(): Ledger {
  const random = randomFrom(1);
  return ledgerOfReports(
    Array.from({ length: CLAIMS / CLAIMS_IN_REPORT }, (_, i) => madeUpReport(i, random)),
  );
}

function madeUpReport(index: number, random: () => number): MadeUp {
  const id = `r_${index}` as ReportId;
  const publishedOn = addDays(FIRST, Math.floor(random() * DAYS));
  const source = { name: `Wire ${Math.floor(random() * 40)}`, kind: "wire" as const };
  const report: Report = { id, text: "", publishedOn, source };
  const claims = Array.from({ length: CLAIMS_IN_REPORT }, (_, i) =>
    madeUpClaim(`c_${hex(random)}${hex(random)}_${index}_${i}` as ClaimId, report, random),
  );
  return { report, claims };
}

const SIDES = ["taliban", "afghan-government"] as const;
const CHANGES = [
  "gained",
  "gained",
  "holds",
  "holds",
  "lost",
  "contested",
  "entered",
  "besieged",
  "repelled",
] as const;

function madeUpClaim(id: ClaimId, report: Report, random: () => number): ControlClaim {
  const side = SIDES[random() < 0.5 ? 0 : 1];
  const partisan = random() < 0.4;
  const late = random() < 0.05 ? Math.floor(random() * 60) : Math.floor(random() * 4);
  const from = addDays(report.publishedOn!, -late);
  return {
    id,
    report: report.id,
    kind: "control",
    change: CHANGES[Math.floor(random() * CHANGES.length)]!,
    actor: { id: side as string as ActorId, name: side, mention: side },
    place: madeUpPlace(Math.floor(random() * PLACES)),
    quote: { start: 0, end: 0, text: "" },
    valid: { from, precision: "day" },
    ...(partisan && { speaker: { name: "a spokesman", camp: side as string as CampId } }),
    stance: partisan ? "claimed" : "reported",
    stage: "done",
    extractor: "bench@1",
  };
}

const places: ClaimPlace[] = [];

function madeUpPlace(index: number): ClaimPlace {
  places[index] ??= {
    id: `bench:${index}` as PlaceId,
    name: `Place ${index}`,
    toponym: `Place ${index}`,
    country: "AF" as CountryCode,
    level: "town",
    precision: "exact",
  };
  return places[index];
}

function ledgerOfReports(made: readonly MadeUp[]): Ledger {
  return {
    reports: new Map(made.map(({ report }) => [report.id, report])),
    addresses: new Map(),
    revisions: new Map(),
    claims: new Map(made.flatMap(({ claims }) => claims.map((claim) => [claim.id, claim] as const))),
    readings: new Map(),
    judgements: new Map(),
    retractions: new Map(),
  };
}

function timed<T>(work: () => T): { readonly value: T; readonly ms: number } {
  const start = performance.now();
  const value = work();
  return { value, ms: performance.now() - start };
}

function memoryMiB(): number {
  (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

function hex(random: () => number): string {
  return Math.floor(random() * 2 ** 32).toString(16);
}

/** mulberry32: the same numbers on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
