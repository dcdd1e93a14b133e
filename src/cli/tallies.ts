import { Command } from "commander";
import { ask } from "../app/picture.ts";
import { askDeps, type QuestionOptions, toQuestion, withDays, withLedger, withQuestion } from "./ask.ts";
import type { Cli } from "./cli.ts";

export function command(cli: Cli): Command {
  return withQuestion(withDays(new Command("tallies")))
    .description("Stated numbers of places held, against the ledger's own count.")
    .addHelpText("after", "\nExample:\n  $ asof tallies --as-of 2021-08-13 --country AF")
    .action((options: QuestionOptions) => {
      const deps = askDeps(cli, options.country);
      const { tallies } = withLedger(cli, options, (ledger, latest) =>
        ask(ledger, { ...latest, ...toQuestion(options) }, deps, cli.today()),
      );
      if (options.json) cli.out(`${JSON.stringify(tallies)}\n`);
      else if (tallies.length === 0) cli.out("No report states how many places anybody holds.\n");
      else cli.out(tallies.map(({ reason }) => `${reason}\n`).join(""));
    });
}
