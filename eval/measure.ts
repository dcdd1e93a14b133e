import { readingSpeed } from "../bench/reading.ts";
import type { Cli } from "../src/cli/cli.ts";
import type { Report } from "../src/domain/report.ts";
import { toReport } from "../src/feeds/to-report.ts";
import type { Entry, Ledger } from "../src/ledger/entry.ts";
import { ledgerOf } from "../src/ledger/union.ts";
import { fold } from "../src/picture/fold.ts";
import { fieldScores, type ReportResult, rowScores, trapScore } from "./corpus.ts";
import { evaluate, judgesOf } from "./evaluate.ts";
import { evaluateGeo } from "./geo.ts";
import type { GoldReport } from "./gold.ts";
import { goldLedger } from "./gold-claims.ts";
import {
  type HolderJudge,
  type RowResult,
  readTruth,
  type Series,
  seriesOf,
  seriesResults,
} from "./series.ts";

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
  const same = holderJudge(shared, cli);
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
      series(shared, theatre, ledgerOf(own.flatMap(readEntries)), cli, same),
    ),
    seriesFromGold: byTheatre(reports, (own, theatre) =>
      series(shared, theatre, goldLedger(own.map(({ report }) => report)), cli, same),
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

/** The control series of a theatre's truth file against the picture that a ledger gives. */
export function series(shared: string, theatre: string, ledger: Ledger, cli: Cli, same: HolderJudge): Series {
  return seriesOf(
    seriesResults(readTruth(shared, theatre), fold(ledger, cli.foldDeps()), same, cli.gazetteer()),
  );
}

/** Truth files name holders by the annotators' actor ids. */
export function holderJudge(shared: string, cli: Cli): HolderJudge {
  const { actor } = judgesOf(shared, cli);
  return (truth, holder) => {
    const row = cli.actors().actor(holder as never);
    return actor(truth, { id: holder as never, name: row?.name ?? holder, mention: holder });
  };
}

export function readEntries({ report, claims }: ReportResult): readonly Entry[] {
  return [
    { entry: "report", report: archived(report) },
    ...claims.map((claim): Entry => ({ entry: "claim", claim })),
  ];
}

function archived({ json, id }: GoldReport): Report {
  const fed = toReport(json, id, {}).find(({ report }) => report);
  if (!fed?.report) throw new Error(`${id} is no report`);
  return fed.report;
}
