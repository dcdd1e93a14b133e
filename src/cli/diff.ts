import { Command } from "commander";
import { difference } from "../app/picture.ts";
import type { Day } from "../domain/day.ts";
import type { Change } from "../picture/difference.ts";
import type { Viewpoint } from "../picture/types.ts";
import { answerOf, askDeps, type QuestionOptions, toQuestion, withQuestion } from "./ask.ts";
import { type Cli, dayOption } from "./cli.ts";

interface Options extends QuestionOptions {
  readonly from?: Day;
  readonly to?: Day;
  readonly knownFrom?: Day;
  readonly knownTo?: Day;
}

export function command(cli: Cli): Command {
  return withQuestion(new Command("diff"))
    .description("What happened between two days of the world, or was learned between two days of knowledge.")
    .option("--from <day>", "the earlier day of the world", dayOption)
    .option("--to <day>", "the later day of the world (default: latest published)", dayOption)
    .option("--known-from <day>", "what was known by this day (default: as for the later)", dayOption)
    .option("--known-to <day>", "what was known by this day (default: latest published)", dayOption)
    .addHelpText(
      "after",
      `
Examples:
  $ asof diff --from 2021-08-11 --to 2021-08-13
  $ asof diff --from 2021-08-12 --to 2021-08-12 --known-from 2021-08-12 --known-to 2021-08-14`,
    )
    .action((options: Options, command: Command) => {
      if (!options.from && !options.knownFrom) {
        command.error("error: name an earlier day with --from, or an earlier knowledge with --known-from");
      }
      const { from, to, knownFrom, knownTo } = options;
      const about = { answer: "changes", from, to, knownFrom, knownTo };
      const json = answerOf(cli, options, about, (ledger, latest) => {
        const days = viewpointsOf(options, latest.asOf ?? cli.today());
        return difference(ledger, { ...toQuestion(options), ...days }, askDeps(cli, options.country));
      });
      const changes: readonly Change[] = JSON.parse(json);
      if (options.json) cli.out(`${json}\n`);
      else cli.out(rendered(changes));
    });
}

function viewpointsOf(options: Options, latest: Day): { readonly from: Viewpoint; readonly to: Viewpoint } {
  const to = { asOf: options.to ?? latest, knownAt: options.knownTo ?? latest };
  return { from: { asOf: options.from ?? to.asOf, knownAt: options.knownFrom ?? to.knownAt }, to };
}

const ORDER: readonly Change["kind"][] = ["holder", "state", "appeared", "vanished", "grade"];

function rendered(changes: readonly Change[]): string {
  if (changes.length === 0) return "Nothing changed.\n";
  return changes
    .toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
    .map(({ sentence }) => `${sentence}\n`)
    .join("");
}
