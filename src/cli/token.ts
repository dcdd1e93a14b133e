import { Argument, Command, Option } from "commander";
import { openTokens, ROLES, type Role } from "../store/tokens.ts";
import { type Cli, ledgerPath, WITH_PROBLEMS } from "./cli.ts";

interface Options {
  readonly ledger?: string;
}

const LEDGER = ["--ledger <file>", "the ledger (default: ASOF_LEDGER, else ./asof.ledger)"] as const;

/** Tokens let people in from other machines; only their hashes are kept. */
export function command(cli: Cli): Command {
  const token = new Command("token").description(
    "Make, list and end the tokens that a server on another address than loopback asks for.",
  );
  token.addHelpText(
    "after",
    `
Examples:
  $ asof token add Maria --role review --ledger war.ledger
  $ asof token list --ledger war.ledger`,
  );
  token
    .command("add")
    .description("Make a token and print it this once; an earlier one of the same name ends.")
    .addArgument(new Argument("<name>", "whose it is"))
    .addOption(new Option("--role <role>", "what it allows").choices([...ROLES]).default("read"))
    .option(...LEDGER)
    .action((name: string, options: Options & { readonly role: Role }) => {
      cli.out(`${openTokens(ledgerPath(cli, options.ledger)).add(name, options.role)}\n`);
    });
  token
    .command("list")
    .description("Names and roles, one a line.")
    .option(...LEDGER)
    .action((options: Options) => {
      for (const { name, role } of openTokens(ledgerPath(cli, options.ledger)).list()) {
        cli.out(`${name}\t${role}\n`);
      }
    });
  token
    .command("remove")
    .description("End a token.")
    .addArgument(new Argument("<name>", "whose it is"))
    .option(...LEDGER)
    .action((name: string, options: Options) => {
      if (openTokens(ledgerPath(cli, options.ledger)).remove(name)) return;
      cli.err(`There is no token of ${name}. asof token list shows the names.\n`);
      cli.exit(WITH_PROBLEMS);
    });
  return token;
}
