import type { Cli } from "../src/cli/cli.ts";
import type { Extraction, Extractor } from "../src/extract/extract.ts";
import { toReport } from "../src/feeds/to-report.ts";
import { createActorJudge } from "./actors.ts";
import { type ReportResult, scoreReport } from "./corpus.ts";
import type { Judges } from "./effect.ts";
import { type GoldReport, type OurTheatre, readCorpus, readGoldActors, readOurReports } from "./gold.ts";
import { createPlaceJudge } from "./places.ts";
import { readSeed, SEED_PUBLISHED, type SeedResult, scoreSeed } from "./seed.ts";

export interface Evaluation {
  readonly reports: readonly ReportResult[];
  readonly seed: readonly SeedResult[];
}

export interface Only {
  readonly theatre?: string;
  readonly report?: string;
}

/** Reads the corpus and the seed as users' files are read, and scores the claims. */
export function evaluate(shared: string, cli: Cli, only: Only = {}): Evaluation {
  const judges = judgesOf(shared, cli);
  const reports = scored(readCorpus(shared), judges, cli, only);
  const { text, rows } = readSeed(shared);
  const { claims } = readJson({ text, publishedOn: SEED_PUBLISHED }, "seed", cli.extractor());
  return { reports, seed: scoreSeed(rows, text, claims, judges) };
}

/** The reports of one of our own theatres; needs no corpus. */
export function evaluateOurs(cli: Cli, theatre: OurTheatre, only: Only = {}): readonly ReportResult[] {
  const judges = { place: createPlaceJudge(cli.gazetteer()), actor: createActorJudge([], cli.actors()) };
  return scored(readOurReports(theatre), judges, cli, only);
}

function scored(
  reports: readonly GoldReport[],
  judges: Judges,
  cli: Cli,
  only: Only,
): readonly ReportResult[] {
  const extract = cli.extractor();
  return reports
    .filter(({ theatre }) => only.theatre === undefined || theatre === only.theatre)
    .filter(({ id }) => only.report === undefined || id.includes(only.report))
    .map((report) => scoreReport(report, readJson(report.json, report.id, extract), judges));
}

export function judgesOf(shared: string, cli: Cli): Judges {
  return {
    place: createPlaceJudge(cli.gazetteer()),
    actor: createActorJudge(readGoldActors(shared), cli.actors()),
  };
}

/** One report given as JSON, through the door that users' files go through. */
export function readJson(
  json: Readonly<Record<string, unknown>>,
  where: string,
  extract: Extractor,
): Extraction {
  const fed = toReport(json, where, {}).find(({ report }) => report);
  if (!fed?.report) throw new Error(`${where} is no report`);
  return extract(fed.report);
}
