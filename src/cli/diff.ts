import { Command } from "commander";
import { difference } from "../app/picture.ts";
import type { Day } from "../domain/day.ts";
import type { Change } from "../picture/difference.ts";
import type { Viewpoint } from "../picture/types.ts";
import { answerOf, askDeps, type QuestionOptions, toQuestion, withQuestion } from "./ask.ts";
import { type Cli, dayOption } from "./cli.ts";
import { counted } from "./columns.ts";

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
      const json = answerOf(cli, options, about, (ledger, latest): Difference => {
        const days = viewpointsOf(options, latest.asOf ?? cli.today());
        const question = { ...toQuestion(options), ...days };
        return { ...days, changes: difference(ledger, question, askDeps(cli, options.country)) };
      });
      const found: Difference = JSON.parse(json);
      cli.out(options.json ? `${JSON.stringify(found.changes)}\n` : rendered(found));
    });
}

interface Days {
  readonly from: Viewpoint;
  readonly to: Viewpoint;
}

interface Difference extends Days {
  readonly changes: readonly Change[];
}

function viewpointsOf(options: Options, latest: Day): Days {
  const to = { asOf: options.to ?? latest, knownAt: options.knownTo ?? latest };
  return { from: { asOf: options.from ?? to.asOf, knownAt: options.knownFrom ?? to.knownAt }, to };
}

const TITLES: Readonly<Record<Change["kind"], string>> = {
  holder: "Changed hands",
  state: "Changed state",
  appeared: "First heard of",
  vanished: "No longer told of",
  grade: "More or less sure",
};

/** What matters most comes first, each kind under its title. */
function rendered({ from, to, changes }: Difference): string {
  const asOf = from.asOf === to.asOf ? `As of ${to.asOf}` : `From ${from.asOf} to ${to.asOf}`;
  const known =
    from.knownAt === to.knownAt
      ? `as known on ${to.knownAt}`
      : `as known on ${from.knownAt} and on ${to.knownAt}`;
  const head = `${asOf}, ${known}`;
  if (changes.length === 0) return `${head}: nothing changed.\n`;
  const groups = Map.groupBy(changes, ({ kind }) => kind);
  const parts = (Object.keys(TITLES) as Change["kind"][]).flatMap((kind) => {
    const lines = (groups.get(kind) ?? []).map(({ sentence }) => `  ${sentence}\n`).sort();
    return lines.length === 0 ? [] : [`${TITLES[kind]}\n${lines.join("")}`];
  });
  return [`${head}: ${counted(changes.length, "place")} changed.\n`, ...parts].join("\n");
}
