import { Command } from "commander";
import { ask } from "../app/picture.ts";
import type { Picture } from "../picture/types.ts";
import { answerOf, askDeps, type QuestionOptions, toQuestion, withDays, withQuestion } from "./ask.ts";
import type { Cli } from "./cli.ts";

export function command(cli: Cli): Command {
  return withQuestion(withDays(new Command("tallies")))
    .description("Stated numbers of places held, against the ledger's own count.")
    .addHelpText("after", "\nExample:\n  $ asof tallies --as-of 2021-08-13 --country AF")
    .action((options: QuestionOptions) => {
      const json = answerOf(cli, options, { answer: "picture" }, (ledger, latest) =>
        ask(ledger, { ...latest, ...toQuestion(options) }, askDeps(cli, options.country), cli.today()),
      );
      const { tallies }: Picture = JSON.parse(json);
      if (options.json) cli.out(`${JSON.stringify(tallies)}\n`);
      else if (tallies.length === 0) cli.out("No report states how many places anybody holds.\n");
      else cli.out(tallies.map(({ reason }) => `${reason}\n`).join(""));
    });
}
