import { resolve } from "node:path";
import { Command } from "commander";
import { openLedger } from "../store/ledger.ts";
import { type Cli, ledgerPath } from "./cli.ts";

export function command(cli: Cli): Command {
  return new Command("backup")
    .description("Copy the ledger as of one moment, while others read and write it.")
    .argument("<file>", "where to; an older backup of that name is replaced when the new one is whole")
    .option("--ledger <file>", "the ledger (default: ASOF_LEDGER, else ./asof.ledger)")
    .addHelpText(
      "after",
      `
A backup is itself a ledger: use it with --ledger, or merge it into another.

Examples:
  $ asof backup /media/stick/war-monday.ledger --ledger war.ledger
  $ asof merge /media/stick/war-monday.ledger --ledger restored.ledger`,
    )
    .action(async (file: string, options: { readonly ledger?: string }) => {
      const store = openLedger(ledgerPath(cli, options.ledger), { now: cli.now, mustExist: true });
      try {
        await store.backup(resolve(file));
        cli.out(`${store.path} is copied to ${resolve(file)}, and the copy was checked.\n`);
      } finally {
        store.close();
      }
    });
}
