import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { Command, Option } from "commander";
import { gazetteerImport, type ImportOutcome } from "../app/gazetteer-import.ts";
import type { CountryCode } from "../domain/ids.ts";
import { presetOf } from "../gazetteer/import/import-places.ts";
import { PRESETS, type Preset } from "../gazetteer/import/types.ts";
import { importedById, importedPlacesPath, writeImports } from "../store/imported-places.ts";
import { type Cli, countryOption } from "./cli.ts";

interface Options {
  readonly preset?: Preset;
  readonly country?: readonly CountryCode[];
  readonly dryRun?: true;
}

/** Broken rows told one by one; the rest is counted. */
const TOLD = 20;

export function command(cli: Cli): Command {
  const importing = new Command("import")
    .description(
      "take places from a GeoNames dump, alternate names, COD-AB tables or boundaries into asof.places",
    )
    .argument(
      "<file>",
      "XX.txt, alternateNamesV2.txt, a COD-AB table as CSV, or GeoJSON, whose polygons become units at their centres",
    )
    .addOption(
      new Option("--preset <kind>", "what the file is; else told by its name and first line").choices(
        PRESETS,
      ),
    )
    .option("--country <cc>", "the country of a file that does not say it", countryOption)
    .option("--dry-run", "say what would change, and change nothing")
    .addHelpText(
      "after",
      `
Examples:
  $ asof gazetteer import SD.txt --dry-run
  $ asof gazetteer import sdn_adminboundaries.csv --country SD`,
    )
    .action((file: string, options: Options) => importFile(file, options, cli));
  return new Command("gazetteer")
    .description("the user's own rows of the gazetteer")
    .addCommand(importing)
    .addHelpText("after", "\nExamples:\n  $ asof gazetteer import SD.txt --dry-run");
}

function importFile(file: string, options: Options, cli: Cli): void {
  const text = contentOf(file, cli);
  if (text === undefined) return;
  const preset = options.preset ?? presetOf(basename(file), text);
  if (!preset) {
    cli.problem({
      code: "place-row-broken",
      where: file,
      row: 1,
      detail: "the kind of file cannot be told; say it with --preset",
    });
    return;
  }
  const path = importedPlacesPath(cli.env);
  const country = options.country?.[0];
  const before = importedById(path);
  const outcome = gazetteerImport({
    where: file,
    text,
    preset,
    before,
    gazetteer: cli.gazetteer(),
    ...(country ? { country } : {}),
  });
  for (const problem of outcome.problems.slice(0, TOLD)) cli.problem(problem);
  if (outcome.problems.length > TOLD)
    cli.err(`${outcome.problems.length - TOLD} more rows of ${file} were not taken.\n`);
  if (!options.dryRun) writeImports(path, outcome.rows);
  cli.out(summary(outcome, preset, path, options.dryRun === true));
}

function contentOf(file: string, cli: Cli): string | undefined {
  try {
    const text = readFileSync(file, "utf8");
    if (text.trim() !== "") return text;
    cli.problem({ code: "file-empty", where: file });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    cli.problem(
      code === "ENOENT"
        ? { code: "file-missing", where: file }
        : { code: "file-unreadable", where: file, detail: message },
    );
  }
  return undefined;
}

function summary(outcome: ImportOutcome, preset: Preset, path: string, dry: boolean): string {
  const { added, changed, same, problems } = outcome;
  const counts = `${added.length} new, ${changed.length} changed, ${same} as before, ${problems.length} not taken`;
  const names = [...added, ...changed].slice(0, 5).map((one) => one.place.name);
  const shown =
    names.length > 0
      ? ` (${names.join(", ")}${added.length + changed.length > names.length ? " …" : ""})`
      : "";
  return `${preset}: ${counts}${shown}\n${dry ? "nothing was written (--dry-run)" : `written to ${path}`}\n`;
}
