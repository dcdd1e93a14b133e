import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command, CommanderError } from "commander";
import type { Problem } from "../domain/problem.ts";
import { type Cli, told, WORLD_FAILED, WRONG_USAGE } from "./cli.ts";
import { COMMANDS, type CommandModule } from "./commands.ts";
import { joinedCountries } from "./joined-countries.ts";

/** Runs one command line; the exit code is told through `cli.exit`. */
export async function run(argv: readonly string[], cli: Cli): Promise<void> {
  const program = new Command("asof")
    .description("Who holds what, as of any day, as known at any day, according to whom, and in whose words.")
    .version(version(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .addHelpText("after", HELP)
    .configureOutput({ writeOut: cli.out, writeErr: cli.err })
    .showHelpAfterError("Say asof --help for the commands and their options.")
    .exitOverride();
  const named = argv.find((word) => word in COMMANDS);
  const loaded = named ? [COMMANDS[named]!] : Object.values(COMMANDS);
  for (const load of loaded) {
    const { command }: CommandModule = await load();
    program.addCommand(inherit(command(cli), program));
  }
  try {
    await program.parseAsync(argv.length === 0 ? ["--help"] : joinedCountries(argv), { from: "user" });
  } catch (error) {
    fail(error, cli);
  }
}

const HELP = `
Examples:
  $ asof read report.txt --published 2021-08-12
  $ asof ingest examples/afghanistan-2021 --ledger war.ledger
  $ asof picture --as-of 2021-08-12 --ledger war.ledger
  $ asof why Herat --ledger war.ledger

Exit codes: 0 done, 1 done with problems, 2 wrong usage, 3 the disk or the net failed.`;

/** Settings that subcommands of any depth take over from the program. */
function inherit(command: Command, parent: Command): Command {
  command.copyInheritedSettings(parent);
  for (const below of command.commands) inherit(below as Command, command);
  return command;
}

/** Wrong usage was told by commander; a failure that carries a problem is told as one; anything else in its own words. */
function fail(error: unknown, cli: Cli): void {
  if (error instanceof CommanderError) {
    cli.exit(error.exitCode === 0 ? 0 : WRONG_USAGE);
    return;
  }
  const { problem, code, message } = error as Error & { readonly problem?: Problem; readonly code?: string };
  if (problem) cli.err(told(problem));
  else if (code) cli.err(`${message} Check the disk, the path and its permissions.\n`);
  else
    cli.err(
      `${(error as Error).stack ?? message}\nThis is a fault of asof; please report it with the command.\n`,
    );
  cli.exit(WORLD_FAILED);
}

function version(): string {
  const text = readFileSync(join(import.meta.dirname, "../../package.json"), "utf8");
  return (JSON.parse(text) as { readonly version: string }).version;
}
