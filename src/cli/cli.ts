import { resolve } from "node:path";
import { InvalidArgumentError } from "commander";
import type { Actors } from "../actors/types.ts";
import { type Day, parseDay } from "../domain/day.ts";
import { type CountryCode, parseCountryCode } from "../domain/ids.ts";
import { explain, type Problem } from "../domain/problem.ts";
import type { Extractor } from "../extract/extract.ts";
import type { Gazetteer } from "../gazetteer/types.ts";
import type { IsSeat } from "../picture/tallies.ts";
import type { FoldDeps } from "../picture/to-evidence.ts";

/** Exit codes of the contract. */
export const DONE = 0;
export const WITH_PROBLEMS = 1;
export const WRONG_USAGE = 2;
export const WORLD_FAILED = 3;

/** What commands get from outside. Nothing else reads the clock, the environment or the data files. */
export interface Cli {
  /** To standard output; with --json only machine output goes there. */
  out(text: string): void;
  /** To standard error: problems, progress, remarks. */
  err(text: string): void;
  /** Names a problem with its cause and fix on standard error; the exit code is then at least 1. */
  problem(problem: Problem): void;
  /** The highest code asked for is the one that the process ends with. */
  exit(code: number): void;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a person watches standard error, for progress. */
  readonly watched: boolean;
  readonly today: () => Day;
  /** The instant, ISO 8601, for `recordedAt`. */
  readonly now: () => string;
  /** Read from `data/` when first asked for. */
  readonly gazetteer: () => Gazetteer;
  readonly actors: () => Actors;
  /** What the fold needs besides a ledger. */
  readonly foldDeps: () => FoldDeps & { readonly isSeat: IsSeat };
  /** Differs when anything that answers are made with has changed: code, tables, gazetteer. */
  readonly madeWith: () => string;
  readonly extractor: (countries?: readonly CountryCode[]) => Extractor;
}

/** One sentence of cause and one of fix, as problems are told on standard error. */
export function told(problem: Problem): string {
  const { cause, fix } = explain(problem);
  return `${cause} ${fix}\n`;
}

/** `--ledger FILE`, else ASOF_LEDGER, else `asof.ledger` in the folder where the command runs. */
export function ledgerPath(cli: Pick<Cli, "env">, given: string | undefined): string {
  return resolve(given ?? cli.env.ASOF_LEDGER ?? "asof.ledger");
}

/** For commander: the day, or wrong usage. */
export function dayOption(text: string): Day {
  const day = parseDay(text);
  if (!day) throw new InvalidArgumentError("Write a day of the calendar as YYYY-MM-DD.");
  return day;
}

/** For commander: one more country of a repeatable or spaced option. */
export function countryOption(text: string, before: readonly CountryCode[] = []): readonly CountryCode[] {
  const codes = text.split(",").map((code) => parseCountryCode(code.trim()));
  if (codes.includes(undefined))
    throw new InvalidArgumentError("Write a country as two letters, such as AF.");
  return [...before, ...(codes as CountryCode[])];
}

/** For commander: a whole number from 0 on, such as a port. */
export function numberOption(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new InvalidArgumentError("Write a whole number.");
  return number;
}
