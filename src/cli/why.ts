import { Command } from "commander";
import { contentWords } from "../app/claim-words.ts";
import { type Why, why } from "../app/why.ts";
import { titleOf } from "../picture/difference.ts";
import type { TimelineEntry } from "../picture/timeline.ts";
import { askDeps, type QuestionOptions, toQuestion, withDays, withLedger, withQuestion } from "./ask.ts";
import { type Cli, WITH_PROBLEMS } from "./cli.ts";
import { counted } from "./columns.ts";
import { sinceOf } from "./picture.ts";

export function command(cli: Cli): Command {
  return withQuestion(withDays(new Command("why")))
    .description(
      "Why a place is answered as it is: the rule, what would change it, and every claim with its quote.",
    )
    .argument("<place>", "a name in any usual spelling, or an id")
    .addHelpText("after", "\nExample:\n  $ asof why Herat --as-of 2021-08-13")
    .action((place: string, options: QuestionOptions) => {
      const question = { ...toQuestion(options), place };
      const deps = askDeps(cli, options.country);
      withLedger(cli, { ...options, place }, (ledger, latest) => {
        const found = why(ledger, { ...latest, ...question }, deps, cli.today());
        if (options.json) cli.out(`${JSON.stringify(found)}\n`);
        else if (found.length > 0) cli.out(found.map((one) => rendered(one, cli)).join("\n"));
        if (found.length > 0) return;
        const voice = voiceAsked(options);
        cli.err(
          `No claim ${voice ?? "of the ledger"} is about a place "${place}". See those there are with: asof picture${voice ? " and the same voice" : ""}.\n`,
        );
        cli.exit(WITH_PROBLEMS);
      });
    });
}

function voiceAsked({ camp, source }: QuestionOptions): string | undefined {
  const voice = camp ?? source;
  return voice && `of ${voice} alone`;
}

function rendered({ place, assessment, timeline, asOf, knownAt }: Why, cli: Cli): string {
  const where = [titleOf(place), place.admin1, place.country].filter(Boolean).join(", ");
  const head = `${where}, as of ${asOf}, known at ${knownAt}\n`;
  const lines = timeline.map((entry) => entryLines(entry, asOf)).join("");
  const body = `\n${counted(timeline.length, "claim")}, in order of the days they are about:\n${lines}`;
  if (!assessment) return `${head}  nothing is known of it on that day\n${body}`;
  const { state, holder, grade, since, reason } = assessment;
  const name = holder ? ` ${cli.actors().actor(holder)?.name ?? holder}` : "";
  const verb =
    state === "held"
      ? "held by"
      : state === "claimed"
        ? "claimed by"
        : state === "unknown"
          ? "in nobody's known hands"
          : `${state}${holder ? ", before" : ""}`;
  return `${head}  ${verb}${name} (${grade}), since ${sinceOf(since)}\n  ${reason}\n${body}`;
}

function entryLines(entry: TimelineEntry, asOf: string): string {
  const { claim, day, publishedOn, source, reliability, credibility, effect } = entry;
  const said = claim.speaker ? `${claim.speaker.name}, ${claim.stance}` : claim.stance;
  const after = day !== undefined && day > asOf ? ", after the day asked about" : "";
  const stage = effect === "set aside" && claim.stage !== "done" ? ` (${claim.stage})` : "";
  return [
    `  ${day ?? "no day    "}  ${contentWords(claim)}: ${effect}${stage}${after}`,
    `    "${claim.quote.text.replace(/\s+/g, " ")}"`,
    `    ${source ?? "source not named"}, published ${publishedOn}; ${said}; graded ${reliability}${credibility}`,
    "",
  ].join("\n");
}
