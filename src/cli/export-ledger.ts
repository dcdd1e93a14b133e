import { resolve } from "node:path";
import { Command } from "commander";
import { exportLines } from "../app/export-ledger.ts";
import type { Day } from "../domain/day.ts";
import { writeLines } from "../store/exchange-file.ts";
import { openLedger } from "../store/ledger.ts";
import { NODE_SHA256 } from "../store/node-sha256.ts";
import { type Cli, dayOption, ledgerPath } from "./cli.ts";

interface Options {
  readonly ledger?: string;
  readonly since?: Day;
}

export function command(cli: Cli): Command {
  return new Command("export-ledger")
    .description("Write all entries to a file for another office, which takes them with: asof merge FILE.")
    .argument("<file>", "JSON Lines; packed when the name ends in .gz; - for standard output")
    .option("--ledger <file>", "the ledger (default: ASOF_LEDGER, else ./asof.ledger)")
    .option("--since <day>", "only entries that this ledger stored on this day or later", dayOption)
    .addHelpText(
      "after",
      `
The file holds everything, also what is marked as private: hand it to colleagues, do not publish it.

Examples:
  $ asof export-ledger /media/stick/north.jsonl.gz
  $ asof export-ledger week.jsonl.gz --since 2021-08-09`,
    )
    .action(async (file: string, options: Options) => {
      const store = openLedger(ledgerPath(cli, options.ledger), { now: cli.now, mustExist: true });
      try {
        const lines = exportLines(store.entries(options.since), NODE_SHA256);
        if (file === "-") for (const line of lines) cli.out(`${line}\n`);
        else await writeLines(resolve(file), lines);
      } finally {
        store.close();
      }
    });
}
