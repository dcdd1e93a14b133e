import { Command } from "commander";
import { createApi } from "../api/app.ts";
import { openLedger } from "../store/ledger.ts";
import { openTokens } from "../store/tokens.ts";
import { type Cli, ledgerPath, numberOption, WRONG_USAGE } from "./cli.ts";
import { listen } from "./listen.ts";
import { serveDeps } from "./serve-deps.ts";

interface Options {
  readonly ledger?: string;
  readonly port: number;
  readonly host: string;
}

const DEFAULT_PORT = 8617;
const LOOPBACK: ReadonlySet<string> = new Set(["127.0.0.1", "localhost", "::1"]);

export function command(cli: Cli): Command {
  return new Command("serve")
    .description("Serve the page and the API, on the loopback address unless told otherwise.")
    .option("--ledger <file>", "the ledger (default: ASOF_LEDGER, else ./asof.ledger)")
    .option("--port <n>", "port; 0 takes a free one", numberOption, DEFAULT_PORT)
    .option("--host <address>", "address; any but loopback asks every visitor for a token", "127.0.0.1")
    .addHelpText(
      "after",
      `
Examples:
  $ asof serve --ledger war.ledger
  $ asof serve --ledger war.ledger --port 9000
  $ asof token add Maria --role review --ledger war.ledger
  $ asof serve --ledger war.ledger --host 0.0.0.0`,
    )
    .action((options: Options) => run(cli, options));
}

async function run(cli: Cli, options: Options): Promise<void> {
  const path = ledgerPath(cli, options.ledger);
  const tokens = openTokens(path);
  const loopback = LOOPBACK.has(options.host);
  if (!loopback && tokens.list().length === 0) {
    cli.err(
      `${options.host} can be reached from other machines, and no token exists that would keep strangers out. Make one first: asof token add NAME --role read --ledger ${path}\n`,
    );
    cli.exit(WRONG_USAGE);
    return;
  }
  const store = openLedger(path, { now: cli.now });
  const api = createApi(serveDeps(cli, store, { loopback, tokens }));
  try {
    await listen(cli, api.fetch, options);
  } finally {
    store.close();
  }
}
