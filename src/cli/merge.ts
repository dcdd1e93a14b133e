import { Command } from "commander";
import { merge } from "../app/merge.ts";
import { bytesOf } from "../app/merge-file.ts";
import { spoken } from "../ledger/digest.ts";
import { isSqlite, readUnpacked } from "../store/exchange-file.ts";
import { type LedgerStore, openLedger } from "../store/ledger.ts";
import { NODE_SHA256 } from "../store/node-sha256.ts";
import { type Cli, ledgerPath } from "./cli.ts";
import { progressLine } from "./progress.ts";

interface Options {
  readonly ledger?: string;
  readonly keepGood?: true;
}

export function command(cli: Cli): Command {
  return new Command("merge")
    .description("Take in what other ledgers have. Any order, any number of times: the result is the same.")
    .argument("<file...>", "files of asof export-ledger, or ledgers such as backups")
    .option("--ledger <file>", "the ledger (default: ASOF_LEDGER, else ./asof.ledger)")
    .option("--keep-good", "of a file that has broken or changed lines, take the others")
    .addHelpText(
      "after",
      `
Examples:
  $ asof merge /media/stick/north.jsonl.gz --ledger war.ledger
  $ asof merge monday.ledger tuesday.ledger --ledger war.ledger`,
    )
    .action(async (files: string[], options: Options) => {
      const store = openLedger(ledgerPath(cli, options.ledger), { now: cli.now });
      try {
        for (const file of files) await mergeOne(cli, store, file, options);
        cli.out(`Digest of ${store.path}: ${spoken(store.digest())}\n`);
      } finally {
        store.close();
      }
    });
}

async function mergeOne(cli: Cli, store: LedgerStore, file: string, options: Options): Promise<void> {
  const progress = progressLine(cli);
  const other = isSqlite(file) ? openLedger(file, { now: cli.now, mustExist: true }) : undefined;
  try {
    const { added, known, problems } = await merge({
      store,
      sha256: NODE_SHA256,
      where: file,
      read: () => (other ? bytesOf(other.entries()) : readUnpacked(file)),
      keepGood: options.keepGood === true,
      onProgress: (entries) => progress.show(entries, "entries"),
    });
    progress.clear();
    for (const problem of problems) cli.problem(problem);
    const taken = added + known > 0 || problems.length === 0;
    cli.out(taken ? `${file}: ${added} new entries, ${known} known\n` : `${file}: nothing was merged\n`);
  } finally {
    other?.close();
  }
}
