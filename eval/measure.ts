import { readingSpeed } from "../bench/reading.ts";
import type { Cli } from "../src/cli/cli.ts";
import { ledgerOf } from "../src/ledger/union.ts";
import { fieldScores, type ReportResult, rowScores, trapScore } from "./corpus.ts";
import { evaluate } from "./evaluate.ts";
import { evaluateGeo } from "./geo.ts";
import { goldLedger } from "./gold-claims.ts";
import { archived, readEntries, seriesReader } from "./read-series.ts";
import { seriesOf } from "./series.ts";

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

const SPEED_ROUNDS = 3;

/** The object of CONTRACT 5. */
export async function measure(shared: string, cli: Cli) {
  const { reports, seed } = evaluate(shared, cli);
  const rowsOf = seriesReader(shared, cli);
  const missed = seed.filter(({ right }) => !right).map(({ row }) => row.n);
  return {
    seed: { right: seed.length - missed.length, of: seed.length, missed },
    corpus: {
      all: rowScores(reports),
      byTheatre: byTheatre(reports, (own) => rowScores(own)),
      traps: trapScore(reports),
    },
    fields: fieldScores(reports),
    series: byTheatre(reports, (own, theatre) =>
      seriesOf(rowsOf(theatre, ledgerOf(own.flatMap(readEntries)))),
    ),
    seriesFromGold: byTheatre(reports, (own, theatre) =>
      seriesOf(rowsOf(theatre, goldLedger(own.map(({ report }) => report)))),
    ),
    geo: evaluateGeo(shared, cli.gazetteer()),
    speed: readingSpeed(
      reports.map(({ report }) => archived(report)),
      cli.extractor(),
      SPEED_ROUNDS,
    ),
  };
}

function byTheatre<T>(
  reports: readonly ReportResult[],
  of: (own: readonly ReportResult[], theatre: string) => T,
): Readonly<Record<string, T>> {
  const groups = Map.groupBy(reports, ({ report }) => report.theatre);
  return Object.fromEntries([...groups].map(([theatre, own]) => [theatre, of(own, theatre)]));
}
