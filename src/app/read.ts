import type { Claim } from "../domain/claim.ts";
import type { Problem } from "../domain/problem.ts";
import type { Report } from "../domain/report.ts";
import type { Extractor } from "../extract/extract.ts";
import type { PassedOver } from "../extract/types.ts";
import type { Fed } from "../feeds/fed.ts";

/** One report as read, or what is wrong with a file or a report. */
export type Read =
  | {
      readonly report: Report;
      readonly claims: readonly Claim[];
      readonly passed: readonly PassedOver[];
      readonly problem?: undefined;
    }
  | { readonly problem: Problem; readonly report?: undefined };

/** Reads each report that the feed gives, in order, and stores nothing. */
export async function* read(feed: AsyncIterable<Fed>, extract: Extractor): AsyncGenerator<Read> {
  for await (const fed of feed) {
    if (fed.problem) {
      yield fed;
      continue;
    }
    const { report, where } = fed;
    const { claims, problems, passed } = extract(report);
    for (const problem of problems) yield { problem: inUsersWords(problem, report, where) };
    yield { report, claims, passed };
  }
}

/** A reading names its report by id; the user knows it by its file. */
function inUsersWords(problem: Problem, report: Report, where: string): Problem {
  return problem.where === report.id || problem.where === report.ref ? { ...problem, where } : problem;
}
