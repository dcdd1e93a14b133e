import type { Cli } from "../src/cli/cli.ts";
import { fieldScores, type ReportResult, rowScores, trapScore } from "./corpus.ts";
import { evaluate } from "./evaluate.ts";

/** The object of CONTRACT 5 where there is no corpus. */
export const NOTHING = {
  seed: null,
  corpus: null,
  fields: null,
  series: null,
  seriesFromGold: null,
  geo: null,
  speed: null,
};

/** The object of CONTRACT 5. */
export async function measure(shared: string, cli: Cli) {
  const { reports, seed } = evaluate(shared, cli);
  const theatres = [...new Set(reports.map(({ report }) => report.theatre))];
  const of = (theatre: string): readonly ReportResult[] =>
    reports.filter(({ report }) => report.theatre === theatre);
  return {
    seed: {
      right: seed.filter(({ right }) => right).length,
      of: seed.length,
      missed: seed.filter(({ right }) => !right).map(({ row }) => row.n),
    },
    corpus: {
      all: rowScores(reports),
      byTheatre: Object.fromEntries(theatres.map((theatre) => [theatre, rowScores(of(theatre))])),
      traps: trapScore(reports),
    },
    fields: fieldScores(reports),
    series: null,
    seriesFromGold: null,
    geo: null,
    speed: null,
  };
}
