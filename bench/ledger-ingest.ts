import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ingest } from "../src/app/ingest.ts";
import { processCli } from "../src/cli/process-cli.ts";
import { memoryTidier } from "../src/cli/tidy-memory.ts";
import type { Report } from "../src/domain/report.ts";
import { EXTRACTOR } from "../src/extract/extract.ts";
import type { Fed } from "../src/feeds/fed.ts";
import { readReports } from "../src/feeds/read-reports.ts";
import { reportId } from "../src/ledger/id.ts";
import { openLedger } from "../src/store/ledger.ts";
import type { Measurement } from "./measurement.ts";

const REPORTS = Number(process.env.ASOF_BENCH_REPORTS ?? 100_000);
/** Share of all reports that "at the start" and "at the end" are measured over. */
const EDGE = 0.1;

interface Mark {
  readonly reports: number;
  readonly wallMs: number;
  readonly cpuMs: number;
}

/**
 * 100,000 reports read by the real extractor and stored, in one go: some five minutes of one core. The reports of
 * `examples/` again and again, each time with another last line, so that the start and the end read the same.
 */
export async function bench(): Promise<readonly Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), "asof-bench-"));
  const store = openLedger(join(folder, "large.ledger"), { now: () => new Date().toISOString() });
  try {
    const extract = processCli().extractor();
    for await (const { report } of exampleFeed(100)) if (report) extract(report);
    const tidy = memoryTidier();
    const marks: Mark[] = [];
    let peak = 0;
    const began = performance.now();
    const before = process.cpuUsage();
    await ingest({
      feed: exampleFeed(REPORTS),
      store,
      extract,
      extractor: EXTRACTOR,
      onStored: (_, { reports }) => {
        const { user, system } = process.cpuUsage(before);
        marks.push({ reports, wallMs: performance.now() - began, cpuMs: (user + system) / 1000 });
        peak = Math.max(peak, process.memoryUsage.rss());
        tidy();
      },
    });
    const [start, end] = [speedOver(marks, 0, EDGE), speedOver(marks, 1 - EDGE, 1)];
    return [
      { name: `ingest of ${REPORTS} reports: at the start`, value: start.wall, unit: "reports/s" },
      { name: "ingest: at the end", value: end.wall, unit: "reports/s" },
      { name: "ingest: at the start, by processor time", value: start.cpu, unit: "reports/s" },
      { name: "ingest: at the end, by processor time", value: end.cpu, unit: "reports/s" },
      {
        name: "ingest: end over start, by processor time",
        value: end.cpu / start.cpu,
        unit: "",
        aim: { atLeast: 0.9 },
      },
      { name: "ingest: most memory", value: peak / 1e6, unit: "MB", aim: { atMost: 400 } },
    ];
  } finally {
    store.close();
    rmSync(folder, { recursive: true });
  }
}

/** Reports a second between two shares of the whole; by processor time where others use the machine too. */
function speedOver(marks: readonly Mark[], from: number, until: number) {
  const at = (share: number): Mark => marks[Math.min(marks.length - 1, Math.floor(share * marks.length))]!;
  const [a, b] = [at(from), at(until)];
  const reports = b.reports - a.reports;
  return { wall: (reports / (b.wallMs - a.wallMs)) * 1000, cpu: (reports / (b.cpuMs - a.cpuMs)) * 1000 };
}

async function* exampleFeed(count: number): AsyncGenerator<Fed> {
  const reports: Report[] = [];
  for await (const { report } of readReports([join(import.meta.dirname, "../examples")]))
    if (report) reports.push(report);
  for (let i = 0; i < count; i++) {
    const { id: _id, url: _url, ref: _ref, ...content } = reports[i % reports.length]!;
    const varied = { ...content, text: `${content.text}\n\nDispatch ${i}.` };
    yield { report: { id: reportId(varied), ...varied }, where: `example-${i}` };
  }
}
