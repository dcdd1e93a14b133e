import { Command } from "commander";
import { merge } from "../app/merge.ts";
import { bytesOf } from "../app/merge-file.ts";
import type { Problem } from "../domain/problem.ts";
import { spoken } from "../ledger/digest.ts";
import { isSqlite, readUnpacked } from "../store/exchange-file.ts";
import { type LedgerStore, openLedger } from "../store/ledger.ts";
import { NODE_SHA256 } from "../store/node-sha256.ts";
import { LedgerRefused } from "../store/refused.ts";
import { salvagedEntries } from "../store/salvage.ts";
import { type Cli, ledgerPath, WORLD_FAILED } from "./cli.ts";
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
    .option("--keep-good", "of a file that has broken or changed lines, or a damaged ledger, take the rest")
    .addHelpText(
      "after",
      `
Examples:
  $ asof merge /media/stick/north.jsonl.gz --ledger war.ledger
  $ asof merge monday.ledger tuesday.ledger --ledger war.ledger
  $ asof merge damaged.ledger --keep-good --ledger new.ledger`,
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

/** A file that cannot be read is told, and the others are merged. */
async function mergeOne(cli: Cli, store: LedgerStore, file: string, options: Options): Promise<void> {
  const progress = progressLine(cli);
  try {
    const source = sourceOf(cli, file, options.keepGood === true);
    try {
      const { added, known, problems } = await merge({
        store,
        sha256: NODE_SHA256,
        where: file,
        read: source.read,
        keepGood: options.keepGood === true,
        onProgress: (entries) => progress.show(entries, "entries"),
      });
      progress.clear();
      for (const problem of [...source.problems(), ...problems]) cli.problem(problem);
      const taken = added + known > 0 || problems.length === 0;
      cli.out(taken ? `${file}: ${added} new entries, ${known} known\n` : `${file}: nothing was merged\n`);
    } finally {
      source.close();
    }
  } catch (error) {
    if (!(error instanceof LedgerRefused) || error.problem.where !== file) throw error;
    progress.clear();
    cli.problem(error.problem);
    cli.exit(WORLD_FAILED);
    cli.out(`${file}: nothing was merged\n`);
  }
}

interface Source {
  readonly read: () => AsyncIterable<Uint8Array>;
  /** Of a damaged ledger, once it was read. */
  readonly problems: () => readonly Problem[];
  readonly close: () => void;
}

function sourceOf(cli: Cli, file: string, keepGood: boolean): Source {
  if (!isSqlite(file)) return { read: () => readUnpacked(file), problems: () => [], close: () => {} };
  const damage: string[] = [];
  const problems = () =>
    damage.slice(0, 1).map((detail): Problem => ({ code: "ledger-damaged", where: file, detail }));
  const salvage = () => bytesOf(salvagedEntries(file, (detail) => damage.push(detail)));
  try {
    const other = openLedger(file, { now: cli.now, mustExist: true });
    return { read: keepGood ? salvage : () => bytesOf(other.entries()), problems, close: other.close };
  } catch (error) {
    const damaged = error instanceof LedgerRefused && error.problem.code === "ledger-damaged";
    if (!damaged || !keepGood) throw error;
    return { read: salvage, problems, close: () => {} };
  }
}
