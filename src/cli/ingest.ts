import { Command } from "commander";
import { type Ingested, ingest } from "../app/ingest.ts";
import type { Day } from "../domain/day.ts";
import type { CountryCode } from "../domain/ids.ts";
import { EXTRACTOR } from "../extract/extract.ts";
import { kindByEnding } from "../feeds/kinds.ts";
import { readReports } from "../feeds/read-reports.ts";
import { walk } from "../feeds/walk.ts";
import { openLedger } from "../store/ledger.ts";
import { type Cli, countryOption, dayOption, ledgerPath } from "./cli.ts";
import { progressLine } from "./progress.ts";
import { memoryTidier } from "./tidy-memory.ts";

interface Options {
  readonly ledger?: string;
  readonly published?: Day;
  readonly source?: string;
  readonly country?: readonly CountryCode[];
}

export function command(cli: Cli): Command {
  return new Command("ingest")
    .description("Read reports and store them with their claims. The same input twice changes nothing.")
    .argument("<path...>", "files or folders; - for standard input")
    .option("--ledger <file>", "the ledger (default: ASOF_LEDGER, else ./asof.ledger)")
    .option("--published <day>", "day of publication of reports that do not say it", dayOption)
    .option("--source <name>", "source of reports that do not name it")
    .option("--country <code>", "country to look for places in first; may be repeated", countryOption)
    .addHelpText(
      "after",
      `
Examples:
  $ asof ingest reports/ --ledger war.ledger
  $ asof ingest statement.txt --published 2021-08-12 --source "Ministry of Defence"
  $ cat feed.xml | asof ingest - --country SD`,
    )
    .action((paths: string[], options: Options) => run(cli, paths, options));
}

async function run(cli: Cli, paths: readonly string[], options: Options): Promise<void> {
  const store = openLedger(ledgerPath(cli, options.ledger), { now: cli.now });
  const stop = stopOnSignal();
  const tidy = memoryTidier();
  const progress = progressLine(cli, cli.watched ? await filesIn(paths) : undefined);
  try {
    const done = await ingest({
      feed: readReports(paths, {
        stdin: cli.stdin,
        ...(options.published && { publishedOn: options.published }),
        ...(options.source !== undefined && { source: options.source }),
      }),
      store,
      extract: cli.extractor(options.country),
      extractor: EXTRACTOR,
      stopped: stop.asked,
      onProblem: (problem) => {
        progress.clear();
        cli.problem(problem);
      },
      onStored: (_, soFar) => {
        progress.show(soFar.reports, `reports, ${soFar.claims} new claims`);
        tidy();
      },
    });
    progress.clear();
    cli.out(summary(done, store.path));
  } finally {
    stop.forget();
    store.close();
  }
}

/** As many as there will be reports, for the bar; `undefined` when a file holds many or standard input any number. */
async function filesIn(paths: readonly string[]): Promise<number | undefined> {
  let files = 0;
  for (const path of paths) {
    if (path === "-") return undefined;
    for await (const found of walk(path)) {
      if (typeof found !== "string") continue;
      const kind = kindByEnding(found);
      if (kind === "json-lines" || kind === "feed") return undefined;
      files++;
    }
  }
  return files;
}

function summary(done: Ingested, path: string): string {
  const known = done.reports - done.fresh;
  const stopped = done.stopped ? "Stopped; the same command goes on from here. " : "";
  return `${stopped}${done.fresh} new reports, ${known} known; ${done.claims} claims read into ${path}\n`;
}

/** The first Ctrl-C finishes the batch; a second one ends the process, which loses nothing that was stored. */
function stopOnSignal() {
  let asked = false;
  const stop = () => {
    asked = true;
    process.off("SIGINT", stop);
    process.off("SIGTERM", stop);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return { asked: () => asked, forget: stop };
}
