import type { Claim } from "../domain/claim.ts";
import type { Problem } from "../domain/problem.ts";
import type { Report } from "../domain/report.ts";
import type { Fed } from "../feeds/fed.ts";
import type { Entry } from "../ledger/entry.ts";
import { readingId, reportId, revisionId } from "../ledger/id.ts";
import { isVersionOf } from "../ledger/version.ts";
import type { LedgerStore } from "../store/ledger.ts";

export interface IngestDeps {
  readonly feed: AsyncIterable<Fed>;
  readonly store: Pick<LedgerStore, "add" | "has" | "wasRead" | "reportsAt">;
  readonly extract: (report: Report) => {
    readonly claims: readonly Claim[];
    readonly problems: readonly Problem[];
  };
  /** Name and version of `extract`, "rules@1": a report that it or a newer one has read is not read again. */
  readonly extractor: string;
  readonly onProblem?: (problem: Problem) => void;
  /** Called after each batch is on the disk, with the reports that are now safe. */
  readonly onStored?: (reports: readonly Report[], soFar: Ingested) => void;
  /** Asked between reports; when true, what was read so far is stored and the rest is left for the next time. */
  readonly stopped?: () => boolean;
}

export interface Ingested {
  /** Reports that the feed gave. */
  readonly reports: number;
  /** Of these, reports that the ledger did not have. */
  readonly fresh: number;
  /** Claims that were read and stored now. */
  readonly claims: number;
  readonly problems: number;
  readonly stopped: boolean;
}

/** Reports in one transaction: enough that the disk's sync costs little, few enough that others need not wait. */
const BATCH = 50;

/**
 * Reads reports as they come and stores each with its claims. May be broken off at any moment and run again: what was
 * stored is passed over, and nothing is stored twice.
 */
export async function ingest(deps: IngestDeps): Promise<Ingested> {
  const count = { reports: 0, fresh: 0, claims: 0, problems: 0, stopped: false };
  let batch = new Map<string, { report: Report; entries: readonly Entry[] }>();
  const store = () => {
    if (batch.size === 0) return;
    const waiting = [...batch.values()];
    batch = new Map();
    deps.store.add(waiting.flatMap(({ entries }) => entries));
    deps.onStored?.(
      waiting.map(({ report }) => report),
      count,
    );
  };
  const note = (problem: Problem) => {
    count.problems++;
    deps.onProblem?.(problem);
  };
  for await (const fed of deps.feed) {
    if (fed.problem) note(fed.problem);
    else {
      const known = deps.store.has(fed.report.id) || batch.has(fed.report.id);
      const revisions = known ? [] : revisionsFor(fed.report, deps.store, batch.values());
      const read = readOnce(fed.report, deps, batch.has(fed.report.id));
      for (const problem of read.problems) note(named(problem, fed.report, fed.where));
      const before = batch.get(fed.report.id)?.entries ?? [];
      batch.set(fed.report.id, { report: fed.report, entries: [...before, ...read.entries, ...revisions] });
      count.reports++;
      count.fresh += known ? 0 : 1;
      count.claims += read.claims;
    }
    if (batch.size >= BATCH) store();
    if (deps.stopped?.()) {
      count.stopped = true;
      break;
    }
  }
  store();
  return count;
}

function readOnce(report: Report, deps: IngestDeps, waiting: boolean) {
  const itself: Entry = { entry: "report", report };
  if (waiting || deps.store.wasRead(report.id, deps.extractor)) {
    return { entries: [itself], claims: 0, problems: [] };
  }
  const { claims, problems } = deps.extract(report);
  const content = {
    report: report.id,
    extractor: deps.extractor,
    claims: [...new Set(claims.map((claim) => claim.id))].sort(),
  };
  const entries: Entry[] = [
    itself,
    ...claims.map((claim): Entry => ({ entry: "claim", claim })),
    { entry: "reading", reading: { id: readingId(content), ...content } },
  ];
  return { entries, claims: content.claims.length, problems };
}

/** Versions met at the same URL are replaced or preceded by this report; the same text without its day is replaced. */
function revisionsFor(
  report: Report,
  store: IngestDeps["store"],
  batch: Iterable<{ readonly report: Report }>,
): readonly Entry[] {
  const { publishedOn, url } = report;
  const waiting = [...batch].map((one) => one.report);
  const others =
    url === undefined ? [] : [...store.reportsAt(url), ...waiting.filter((one) => one.url === url)];
  const pairs = others
    .filter((other) => isVersionOf(other, report))
    .map((other) =>
      publishedOn !== undefined && other.publishedOn !== undefined && publishedOn < other.publishedOn
        ? { earlier: report.id, later: other.id }
        : { earlier: other.id, later: report.id },
    );
  const { id: _id, publishedOn: _day, ...undated } = report;
  const twin = reportId(undated);
  if (publishedOn !== undefined && (store.has(twin) || waiting.some((one) => one.id === twin))) {
    pairs.push({ earlier: twin, later: report.id });
  }
  return pairs.map((pair) => ({ entry: "revision", revision: { id: revisionId(pair), ...pair } }));
}

/** Problems of a reading name the report by its id; the user knows it by its file. */
function named(problem: Problem, report: Report, where: string): Problem {
  return problem.where === report.id || problem.where === report.ref ? { ...problem, where } : problem;
}
