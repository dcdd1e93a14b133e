import { processCli } from "../src/cli/process-cli.ts";
import { ROWS } from "./corpus.ts";
import { evaluate } from "./evaluate.ts";
import { sharedFolder } from "./gold.ts";
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
  if (!options) console.log(USAGE);
  else if (shared && options.json) console.log(JSON.stringify(await measure(shared, processCli()), null, 2));
  else if (shared) await print(shared, options);
  else {
    console.error(ABSENT);
    console.log(options.json ? JSON.stringify(NOTHING) : await printOpenSeries(processCli(), options.limit));
  }
}

async function print(shared: string, options: Options): Promise<void> {
  const cli = processCli();
  const { reports, seed } = evaluate(shared, cli, options);
  const listed = options.rows.length > 0 || options.fields.length > 0;
  for (const row of options.rows) {
    console.log(options.causes ? printCauses(row, reports) : printMisses(row, reports, options.limit));
  }
  if (options.rows.includes("effect")) console.log(printTraps(reports, options.limit));
  for (const field of options.fields) console.log(printFieldErrors(field, reports, options.limit));
  const theatres = [...new Set(reports.map(({ report }) => report.theatre))];
  if (!listed && theatres.length > 1) {
    for (const theatre of theatres) {
      console.log(
        printScores(
          theatre,
          reports.filter(({ report }) => report.theatre === theatre),
        ),
      );
    }
  }
  console.log(printScores("All", reports));
  console.log(printFields(reports));
  if (!options.report) console.log(printSeries(shared, reports, cli, options.series ? options.limit : 0));
  if (!options.theatre && !options.report) {
    console.log(await printOpenSeries(cli, options.limit));
    console.log(printSeed(seed));
  }
  if (!listed)
    console.log(
      `Misses: --kind ${ROWS.join("|")}|all, --field NAME, --series, --theatre NAME, --report TEXT`,
    );
}

await main(process.argv.slice(2));
