import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { exportPage } from "../app/export-page.ts";
import { ask } from "../app/picture.ts";
import type { ActorId, CountryCode } from "../domain/ids.ts";
import { cutShapes } from "../map/shapes.ts";
import { readAtlas, readCountryNames } from "../store/read-map.ts";
import { askDeps, type QuestionOptions, toQuestion, withDays, withLedger, withQuestion } from "./ask.ts";
import type { Cli } from "./cli.ts";

export function command(cli: Cli): Command {
  return withQuestion(withDays(new Command("export-page")))
    .description("Write a still picture as a page that works without script: map, table, reasons, quotes.")
    .argument("<dir>", "folder for the files; made when it is not there")
    .addHelpText(
      "after",
      `
Examples:
  $ asof export-page site --as-of 2021-08-13 --known-at 2021-08-13
  $ asof export-page site --camp taliban --ledger war.ledger`,
    )
    .action((folder: string, options: QuestionOptions) => {
      const names = readCountryNames();
      const countryName = (code: CountryCode) => names.find((row) => row.code === code)?.name ?? code;
      const files = withLedger(cli, options, (ledger, latest) => {
        const question = { ...latest, ...toQuestion(options) };
        const picture = ask(ledger, question, askDeps(cli, options.country), cli.today());
        return exportPage(ledger, picture, {
          shapes: (codes) => cutShapes(readAtlas(), names, codes),
          countryName,
          actorName: (id) => cli.actors().actor(id as ActorId)?.name ?? id,
        });
      });
      mkdirSync(folder, { recursive: true });
      for (const { name, content } of files) writeFileSync(join(folder, name), content);
      cli.err(`${join(folder, "index.html")} and ${files.length - 1} more files written.\n`);
    });
}
