import { Command } from "commander";
import { spoken } from "../ledger/digest.ts";
import { openLedger } from "../store/ledger.ts";
import { type Cli, ledgerPath } from "./cli.ts";

export function command(cli: Cli): Command {
  return new Command("digest")
    .description("Print the digest of the ledger: two offices with the same digest have the same entries.")
    .option("--ledger <file>", "the ledger (default: ASOF_LEDGER, else ./asof.ledger)")
    .option("--json", "the whole digest as JSON, nothing else on standard output")
    .addHelpText(
      "after",
      `
Examples:
  $ asof digest --ledger war.ledger
  $ asof digest --ledger war.ledger --json`,
    )
    .action((options: { readonly ledger?: string; readonly json?: true }) => {
      const store = openLedger(ledgerPath(cli, options.ledger), { now: cli.now, mustExist: true });
      try {
        const digest = store.digest();
        cli.out(options.json ? `${JSON.stringify({ digest })}\n` : `${spoken(digest)}\n`);
      } finally {
        store.close();
      }
    });
}
