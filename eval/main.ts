import type { Cli } from "../src/cli/cli.ts";
import { processCli } from "../src/cli/process-cli.ts";
import { type ReportResult, ROWS } from "./corpus.ts";
import { evaluate, evaluateOurs } from "./evaluate.ts";
import { OUR_THEATRES, type OurTheatre, sharedFolder } from "./gold.ts";
import { measure, NOTHING } from "./measure.ts";
import { type Options, parseOptions, USAGE } from "./options.ts";
import {
  printCauses,
  printFieldErrors,
  printFields,
  printMisses,
  printScores,
  printSeed,
  printTraps,
} from "./print.ts";
import { printOpenSeries, printSeries } from "./read-series.ts";

const ABSENT =
  "There is no corpus: ../shared is absent. Put it beside the project or name it in ASOF_SHARED.";

async function main(argv: readonly string[]): Promise<void> {
  const options = parseOptions(argv);
  const shared = sharedFolder();
  const cli = processCli();
  if (!options) console.log(USAGE);
  else if (shared && options.json) console.log(JSON.stringify(await measure(shared, cli), null, 2));
  else if (shared && !ourTheatre(options)) await printAll(shared, options, cli);
  else {
    if (!shared) console.error(ABSENT);
    if (options.json) console.log(JSON.stringify(NOTHING));
    else await printOpen(options, cli);
  }
}

/** The one of our own sets that is asked for, if it is one of ours. */
function ourTheatre({ theatre }: Options): OurTheatre | undefined {
  return OUR_THEATRES.find((one) => one === theatre);
}

async function printAll(shared: string, options: Options, cli: Cli): Promise<void> {
  const { reports, seed } = evaluate(shared, cli, options);
  printLists(reports, options);
  const listed = options.rows.length > 0 || options.fields.length > 0;
  const theatres = Map.groupBy(reports, ({ report }) => report.theatre);
  if (!listed && theatres.size > 1) {
    for (const [theatre, own] of theatres) console.log(printScores(theatre, own));
  }
  console.log(printScores("All", reports));
  console.log(printFields(reports));
  if (!options.report) console.log(printSeries(shared, reports, cli, options.series ? options.limit : 0));
  if (!options.theatre && !options.report) {
    if (!listed) await printOpen(options, cli);
    console.log(printSeed(seed));
  }
  if (!listed) console.log(HINT);
}

const HINT = `Misses: --kind ${ROWS.join("|")}|all, --causes, --field NAME, --series, --theatre NAME|${OUR_THEATRES.join("|")}, --report TEXT`;

async function printOpen(options: Options, cli: Cli): Promise<void> {
  const asked = ourTheatre(options);
  for (const theatre of asked ? [asked] : OUR_THEATRES) {
    const reports = evaluateOurs(cli, theatre, { ...(options.report && { report: options.report }) });
    if (asked) printLists(reports, options);
    console.log(printScores(TITLES[theatre], reports));
    if (asked) console.log(printFields(reports));
  }
  if (!asked || asked === "open") console.log(await printOpenSeries(cli, options.limit));
}

const TITLES: Readonly<Record<OurTheatre, string>> = {
  open: "Open reports, ours, on other wars",
  dev: "Development reports on other wars, annotated by others than who wrote the rules",
  held: "Held-out reports on other wars, annotated likewise",
};

function printLists(reports: readonly ReportResult[], options: Options): void {
  for (const row of options.rows) {
    console.log(options.causes ? printCauses(row, reports) : printMisses(row, reports, options.limit));
  }
  if (options.rows.includes("effect")) console.log(printTraps(reports, options.limit));
  for (const field of options.fields) console.log(printFieldErrors(field, reports, options.limit));
}

await main(process.argv.slice(2));
