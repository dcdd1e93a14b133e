import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportLines } from "../src/app/export-ledger.ts";
import { ingest } from "../src/app/ingest.ts";
import { merge } from "../src/app/merge.ts";
import { placeScope } from "../src/app/place-scope.ts";
import { processCli } from "../src/cli/process-cli.ts";
import type { Report } from "../src/domain/report.ts";
import type { Fed } from "../src/feeds/fed.ts";
import { readReports } from "../src/feeds/read-reports.ts";
import { reportId } from "../src/ledger/id.ts";
import { readUnpacked, writeLines } from "../src/store/exchange-file.ts";
import { openLedger } from "../src/store/ledger.ts";
import { NODE_SHA256 } from "../src/store/node-sha256.ts";
import { CLAIMS_PER_REPORT, codeOf, madeClaims, madeFeed } from "./made-reports.ts";
import type { Measurement } from "./measurement.ts";

/** Reports of the large ledger, which has ten times as many claims. */
const REPORTS = Number(process.env.ASOF_BENCH_REPORTS ?? 100_000);
/** Reports that are really read. */
const EXAMPLES = 1_000;
/** Share of all reports that "at the start" and "at the end" are measured over. */
const EDGE = 0.1;
const now = () => new Date().toISOString();

export async function bench(): Promise<readonly Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), "asof-bench-"));
  try {
    const large = join(folder, "large.ledger");
    return [
      ...(await ingesting(large)),
      ...answering(large),
      ...(await reading(join(folder, "empty.ledger"), large)),
      ...(await merging(folder)),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function ingesting(path: string): Promise<readonly Measurement[]> {
  const store = openLedger(path, { now });
  const times: { readonly reports: number; readonly at: number }[] = [];
  let peak = 0;
  const started = performance.now();
  await ingest({
    feed: madeFeed(0, REPORTS),
    store,
    extract: (report) => ({ claims: madeClaims(report), problems: [] }),
    extractor: "rules@1",
    onStored: (_, soFar) => {
      times.push({ reports: soFar.reports, at: performance.now() - started });
      peak = Math.max(peak, process.memoryUsage.rss());
    },
  });
  store.close();
  const speed = (from: number, until: number) => {
    const [a, b] = [from, until].map(
      (share) => times[Math.min(times.length - 1, Math.floor(share * times.length))]!,
    );
    return ((b!.reports - a!.reports) / (b!.at - a!.at)) * 1000;
  };
  const [first, last] = [speed(0, EDGE), speed(1 - EDGE, 1)];
  return [
    { name: `storing ${REPORTS} made reports: at the start`, value: first, unit: "reports/s" },
    { name: "storing: at the end", value: last, unit: "reports/s" },
    { name: "storing: most memory", value: peak / 1e6, unit: "MB", aim: { atMost: 400 } },
  ];
}

/** Real reading and storing, into an empty ledger and into the large one; the same reports, as the extractor reads them. */
async function reading(empty: string, large: string): Promise<readonly Measurement[]> {
  const extract = processCli().extractor();
  const speed = async (path: string) => {
    const store = openLedger(path, { now });
    const started = performance.now();
    const { fresh } = await ingest({ feed: exampleFeed(), store, extract, extractor: "rules@1" });
    store.close();
    return (fresh / (performance.now() - started)) * 1000;
  };
  await speed(`${empty}.warm`);
  const start = await speed(empty);
  const end = await speed(large);
  const name = `reading and storing ${EXAMPLES} examples`;
  return [
    { name: `${name}: into an empty ledger`, value: start, unit: "reports/s" },
    { name: `${name}: into ${REPORTS} reports`, value: end, unit: "reports/s" },
    {
      name: "ingest: speed at the end as a share of the start",
      value: end / start,
      unit: "",
      aim: { atLeast: 0.9 },
    },
  ];
}

/** The reports of `examples/` again and again, each time with another last line. */
async function* exampleFeed(): AsyncGenerator<Fed> {
  const examples = join(import.meta.dirname, "../examples");
  const reports: Report[] = [];
  for await (const { report } of readReports([examples])) if (report) reports.push(report);
  for (let i = 0; i < EXAMPLES; i++) {
    const { id: _id, url: _url, ref: _ref, ...content } = reports[i % reports.length]!;
    const varied = { ...content, text: `${content.text}\n\nDispatch ${i}.` };
    yield { report: { id: reportId(varied), ...varied }, where: `example-${i}` };
  }
}

function answering(path: string): readonly Measurement[] {
  const claims = REPORTS * CLAIMS_PER_REPORT;
  const timed = (work: () => number) => {
    const started = performance.now();
    const found = work();
    if (found === 0) throw new Error("the question found nothing");
    return performance.now() - started;
  };
  const open = () => openLedger(path, { now, mustExist: true });
  const place = timed(() => {
    const store = open();
    store.latestDay();
    const { size } = store.load(placeScope(store.places(), "Town 8-320")!).claims;
    store.close();
    return size;
  });
  const country = timed(() => {
    const store = open();
    store.latestDay();
    const { size } = store.load({ countries: [codeOf(8)] }).claims;
    store.close();
    return size;
  });
  const digest = timed(() => {
    const store = open();
    const { length } = store.digest();
    store.close();
    return length;
  });
  return [
    { name: `open ${claims} claims, find and load a place`, value: place, unit: "ms", aim: { atMost: 300 } },
    {
      name: `open ${claims} claims, load a country of forty`,
      value: country,
      unit: "ms",
      aim: { atMost: 300 },
    },
    { name: `digest of ${claims} claims`, value: digest, unit: "ms" },
  ];
}

async function merging(folder: string): Promise<readonly Measurement[]> {
  const half = 5_000;
  const make = async (name: string, from: number) => {
    const store = openLedger(join(folder, name), { now });
    await ingest({
      feed: madeFeed(from, from + 2 * half),
      store,
      extract: (report) => ({ claims: madeClaims(report), problems: [] }),
      extractor: "rules@1",
    });
    return store;
  };
  const [ours, theirs] = [await make("ours.ledger", 0), await make("theirs.ledger", half)];
  const file = join(folder, "theirs.jsonl.gz");
  await writeLines(file, exportLines(theirs.entries()));
  const started = performance.now();
  const { problems } = await merge({
    store: ours,
    sha256: NODE_SHA256,
    where: file,
    read: () => readUnpacked(file),
  });
  const seconds = (performance.now() - started) / 1000;
  if (problems.length > 0) throw new Error(`the merge found problems: ${JSON.stringify(problems[0])}`);
  ours.close();
  theirs.close();
  return [
    {
      name: "merge of 100000 claims into 100000, half common",
      value: seconds,
      unit: "s",
      aim: { atMost: 5 },
    },
  ];
}
