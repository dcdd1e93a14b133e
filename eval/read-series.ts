import { globSync } from "node:fs";
import { basename, join } from "node:path";
import type { Cli } from "../src/cli/cli.ts";
import type { Report } from "../src/domain/report.ts";
import { readReports } from "../src/feeds/read-reports.ts";
import { toReport } from "../src/feeds/to-report.ts";
import type { Entry, Ledger } from "../src/ledger/entry.ts";
import { ledgerOf } from "../src/ledger/union.ts";
import { fold } from "../src/picture/fold.ts";
import type { ReportResult } from "./corpus.ts";
import { judgesOf } from "./evaluate.ts";
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

/** The rows of a theatre's truth file against the picture that a ledger gives. */
export type SeriesReader = (theatre: string, ledger: Ledger) => readonly RowResult[];

/** Truth files of the examples, ours and open. */
const OPEN = join(import.meta.dirname, "open");
const EXAMPLES = join(import.meta.dirname, "../examples");

export function seriesReader(shared: string, cli: Cli): SeriesReader {
  const same = holderJudge(shared, cli);
  return (theatre, ledger) =>
    seriesResults(
      readTruth(join(shared, "corpus", theatre, "truth.csv")),
      fold(ledger, cli.foldDeps()),
      same,
      cli.gazetteer(),
    );
}

/** For each theatre the control series from raw text and from gold, with rows of the first that are not right. */
export function printSeries(
  shared: string,
  reports: readonly ReportResult[],
  cli: Cli,
  limit: number,
): string {
  const rowsOf = seriesReader(shared, cli);
  const lines = [...Map.groupBy(reports, ({ report }) => report.theatre)].flatMap(([theatre, own]) => {
    const text = rowsOf(theatre, ledgerOf(own.flatMap(readEntries)));
    const gold = rowsOf(theatre, goldLedger(own.map(({ report }) => report)));
    const wrong = text.filter(({ verdict }) => verdict !== "right").map(rowWords);
    return [
      `  ${theatre}: ${summary(seriesOf(text))} from text; ${summary(seriesOf(gold))} from gold`,
      ...wrong.slice(0, limit),
    ];
  });
  return `Control series\n${lines.join("\n")}\n`;
}

/** The control series of the examples: runs without ../shared. */
export async function printOpenSeries(cli: Cli, limit: number): Promise<string> {
  const extract = cli.extractor();
  const lines: string[] = ["Control series of the examples"];
  for (const file of globSync("*.csv", { cwd: OPEN }).sort()) {
    const example = basename(file, ".csv");
    const entries: Entry[] = [];
    for await (const { report } of readReports([join(EXAMPLES, example)])) {
      if (!report) continue;
      entries.push({ entry: "report", report });
      for (const claim of extract(report).claims) entries.push({ entry: "claim", claim });
    }
    const { actors } = cli.foldDeps();
    const same: HolderJudge = (truth, holder) => truth === holder || actors.campOf(holder as never) === truth;
    const folded = fold(ledgerOf(entries), cli.foldDeps());
    const rows = seriesResults(readTruth(join(OPEN, file)), folded, same, cli.gazetteer());
    const wrong = rows.filter(({ verdict }) => verdict !== "right").map(rowWords);
    lines.push(`  ${example}: ${summary(seriesOf(rows))}`, ...wrong.slice(0, limit));
  }
  return `${lines.join("\n")}\n`;
}

function rowWords({ row, verdict, found, limit }: RowResult): string {
  const got = found ? `${found.state} ${found.holder ?? "-"} ${found.grade}` : "nothing";
  const reason = limit ? ` (no picture can: ${limit})` : "";
  return `    ${row.date} ${row.place} to ${row.to || "nobody"}: ${verdict}, has ${got}${reason}`;
}

function summary({ right, of, wrongHolder, early }: Series): string {
  return `${right} of ${of} right, ${wrongHolder} wrong holder, ${early} early`;
}

/** Truth files name holders by the annotators' actor ids. */
function holderJudge(shared: string, cli: Cli): HolderJudge {
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

export function archived({ json, id }: GoldReport): Report {
  const fed = toReport(json, id, {}).find(({ report }) => report);
  if (!fed?.report) throw new Error(`${id} is no report`);
  return fed.report;
}
