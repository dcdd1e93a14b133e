import type { Command } from "commander";
import type { Cli } from "./cli.ts";

export interface CommandModule {
  readonly command: (cli: Cli) => Command;
}

/** Each command is loaded only when it is named, or for the list of all. */
export const COMMANDS: Readonly<Record<string, () => Promise<CommandModule>>> = {
  read: () => import("./read.ts"),
  ingest: () => import("./ingest.ts"),
  places: () => import("./places.ts"),
  gazetteer: () => import("./gazetteer-import.ts"),
  picture: () => import("./picture.ts"),
  why: () => import("./why.ts"),
  diff: () => import("./diff.ts"),
  tallies: () => import("./tallies.ts"),
  serve: () => import("./serve.ts"),
  token: () => import("./token.ts"),
  review: () => import("./review.ts"),
  judge: () => import("./judge.ts"),
  "export-ledger": () => import("./export-ledger.ts"),
  merge: () => import("./merge.ts"),
  digest: () => import("./digest.ts"),
  backup: () => import("./backup.ts"),
  doctor: () => import("./doctor.ts"),
  "export-page": () => import("./export-page.ts"),
};
