import { existsSync, readFileSync, statSync } from "node:fs";
import { Command } from "commander";
import { placeLines } from "../app/places.ts";
import type { CountryCode } from "../domain/ids.ts";
import { type Cli, countryOption } from "./cli.ts";

interface Options {
  readonly country?: readonly CountryCode[];
  readonly explain?: true;
  readonly json?: true;
}

export function command(cli: Cli): Command {
  return new Command("places")
    .description("the places that a text names, and why each is the one meant")
    .argument("<text...>", "words, or a file of text")
    .option("--country <cc>", "countries to look in first, such as AF or AF,PK", countryOption)
    .option("--explain", "also the reason and up to three candidates that were not chosen")
    .option("--json", "the mentions as one JSON array, nothing else on standard output")
    .addHelpText(
      "after",
      `
Examples:
  $ asof places "Kunduz fell, and Takhar province was cut off" --explain
  $ asof places report.txt --country SD`,
    )
    .action((words: readonly string[], options: Options) => print(textOf(words), options, cli));
}

function textOf(words: readonly string[]): string {
  const [first = ""] = words;
  const isFile = words.length === 1 && first.length < 4096 && existsSync(first) && statSync(first).isFile();
  return isFile ? readFileSync(first, "utf8") : words.join(" ");
}

function print(text: string, options: Options, cli: Cli): void {
  const mentions = cli.gazetteer().findToponyms(text, { countries: options.country ?? [] });
  if (options.json) cli.out(`${JSON.stringify(mentions)}\n`);
  else if (mentions.length === 0) cli.out("no place is named\n");
  else cli.out(`${placeLines(mentions, options.explain === true).join("\n")}\n`);
}
