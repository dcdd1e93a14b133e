import type { Day } from "../domain/day.ts";
import type { Problem } from "../domain/problem.ts";
import type { Report } from "../domain/report.ts";

/** What a feed yields: a report with the place it was read from, or what is wrong there. */
export type Fed =
  | { readonly report: Report; readonly where: string; readonly problem?: undefined }
  | { readonly problem: Problem; readonly report?: undefined };

/** What the user says of reports that do not say it themselves. */
export interface Defaults {
  readonly publishedOn?: Day;
  readonly source?: string;
}

/** A report as a file gives it, before it is checked. */
export interface RawReport {
  readonly text?: unknown;
  readonly id?: unknown;
  readonly title?: unknown;
  readonly source?: unknown;
  readonly url?: unknown;
  readonly publishedOn?: unknown;
  readonly language?: unknown;
}
