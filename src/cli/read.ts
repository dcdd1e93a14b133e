import { Command } from "commander";
import { contentWords, dayWords } from "../app/claim-words.ts";
import { markedText } from "../app/marked-text.ts";
import { type Read, read } from "../app/read.ts";
import type { Claim } from "../domain/claim.ts";
import type { Day } from "../domain/day.ts";
import type { CountryCode } from "../domain/ids.ts";
import type { Report } from "../domain/report.ts";
import { readReports } from "../feeds/read-reports.ts";
import { type Cli, countryOption, dayOption } from "./cli.ts";

interface Options {
  readonly published?: Day;
  readonly source?: string;
  readonly country?: readonly CountryCode[];
  readonly json?: true;
  readonly explain?: true;
}

export function command(cli: Cli): Command {
  return new Command("read")
    .description("text in, claims out; stores nothing")
    .argument(
      "<file...>",
      "JSON, JSON Lines, text, Markdown, HTML, PDF, RSS or Atom; a folder; - for standard input",
    )
    .option("--published <day>", "day of publication of reports that do not say it, YYYY-MM-DD", dayOption)
    .option("--source <name>", "source of reports that do not say it")
    .option("--country <cc>", "countries to look in first, such as AF or AF,PK", countryOption)
    .option("--json", "one claim a line as JSON, nothing else on standard output")
    .option("--explain", "also why each claim was made, and which words were passed over")
    .addHelpText(
      "after",
      `
Examples:
  $ asof read report.txt --published 2021-08-12
  $ asof read reports.jsonl --json > claims.jsonl
  $ curl -s https://example.org/feed.xml | asof read - --country SD`,
    )
    .action((files: readonly string[], options: Options) => readAll(files, options, cli));
}

async function readAll(files: readonly string[], options: Options, cli: Cli): Promise<void> {
  const feed = readReports(files, {
    ...(options.published && { publishedOn: options.published }),
    ...(options.source && { source: options.source }),
    stdin: cli.stdin,
  });
  for await (const one of read(feed, cli.extractor(options.country))) {
    if (one.problem) cli.problem(one.problem);
    else if (options.json) for (const claim of one.claims) cli.out(`${JSON.stringify(claim)}\n`);
    else cli.out(options.explain ? explained(one) : rendered(one));
  }
}

type ReadReport = Extract<Read, { readonly claims: readonly Claim[] }>;

function rendered({ report, claims }: ReadReport): string {
  return `${heading(report, claims.length)}\n${claims.map((claim) => renderedClaim(claim)).join("")}\n`;
}

/** The text with its claims marked by number and what was passed over by letter; then each with its reason. */
function explained({ report, claims, passed }: ReadReport): string {
  const numbers = claims.map(({ quote: { start, end } }, i) => ({ start, end, label: String(i + 1) }));
  const letters = passed.map(({ span }, i) => ({ ...span, label: letter(i) }));
  const reasons = claims.map((claim, i) => {
    return `${renderedClaim(claim, String(i + 1))}${MARGIN}   made by ${claim.basis ?? claim.extractor}\n`;
  });
  const left = passed.map(({ text, why }, i) => `  ${letter(i).padEnd(3)}passed over “${text}”: ${why}\n`);
  const marked = markedText(report.text, [...numbers, ...letters]).trim();
  return `${heading(report, claims.length)}\n\n${marked}\n\n${[...reasons, ...left].join("")}\n`;
}

function heading(report: Report, count: number): string {
  const from = [report.source?.name, report.publishedOn ?? "day of publication unknown"]
    .filter(Boolean)
    .join(", ");
  const number = count === 1 ? "1 claim" : `${count} claims`;
  return `${report.title ? `${report.title}\n` : ""}${from}: ${number}`;
}

/** a … z, aa, ab … */
function letter(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last;
}

const KIND_WIDTH = 13;
const MARGIN = " ".repeat(KIND_WIDTH + 2);

/** What is said; when, by whom and in which words stand below it. With a number the whole moves in by its width. */
function renderedClaim(claim: Claim, number?: string): string {
  const margin = number === undefined ? MARGIN : `${MARGIN}   `;
  const voice = claim.speaker ? `${claim.stance} by ${speakerWords(claim)}` : claim.stance;
  const stage = claim.stage === "done" ? "" : `, ${claim.stage}`;
  return [
    `  ${number?.padEnd(3) ?? ""}${claim.kind.padEnd(KIND_WIDTH)}${contentWords(claim)}`,
    `${margin}${dayWords(claim.valid)}; ${voice}${stage}`,
    `${margin}“${claim.quote.text.replace(/\s+/g, " ")}”`,
    "",
  ].join("\n");
}

function speakerWords({ speaker, via }: Claim): string {
  const role = speaker?.role && speaker.role !== speaker.name ? `, ${speaker.role}` : "";
  return `${speaker?.name}${role}${via ? ` (through ${via})` : ""}`;
}
