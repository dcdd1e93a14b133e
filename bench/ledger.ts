import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportLines } from "../src/app/export-ledger.ts";
import { ingest } from "../src/app/ingest.ts";
import { merge } from "../src/app/merge.ts";
import { ask as pictureFor } from "../src/app/picture.ts";
import { answerOf, askDeps } from "../src/cli/ask.ts";
import { processCli } from "../src/cli/process-cli.ts";
import type { CountryCode } from "../src/domain/ids.ts";
import type { Picture } from "../src/picture/types.ts";
import { readUnpacked, writeLines } from "../src/store/exchange-file.ts";
import { openLedger } from "../src/store/ledger.ts";
import { NODE_SHA256 } from "../src/store/node-sha256.ts";
import { CLAIMS_PER_REPORT, codeOf, madeClaims, madeFeed } from "./made-reports.ts";
import type { Measurement } from "./measurement.ts";

/** Reports of the large ledger, which has ten times as many claims. */
const REPORTS = Number(process.env.ASOF_BENCH_REPORTS ?? 100_000);
/** Share of all reports that "at the start" and "at the end" are measured over. */
const EDGE = 0.1;
const now = () => new Date().toISOString();

export async function bench(): Promise<readonly Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), "asof-bench-"));
  try {
    const large = join(folder, "large.ledger");
    return [...(await ingesting(large)), ...answering(large), ...(await merging(folder))];
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

/** What a user asks, as the commands ask it: the ledger is opened, answered from and closed. Node's own start is left out. */
function answering(path: string): readonly Measurement[] {
  const claims = REPORTS * CLAIMS_PER_REPORT;
  const cli = processCli();
  cli.foldDeps();
  const ask = (options: { readonly place?: string; readonly country?: CountryCode }) =>
    timed(() => {
      const about = { answer: "picture", place: options.place };
      const json = answerOf(cli, { ledger: path, ...options }, about, (ledger, latest) =>
        pictureFor(ledger, { ...latest, ...options }, askDeps(cli, options.country), cli.today()),
      );
      const { places }: Picture = JSON.parse(json);
      if (places.length === 0) throw new Error("the question found nothing");
    });
  const within = { atMost: 300 };
  const place = ask({ place: "Town 8-320" });
  const [country, countryAgain] = [ask({ country: codeOf(8) }), ask({ country: codeOf(8) })];
  const [whole, wholeAgain] = [ask({}), ask({})];
  const peak = process.resourceUsage().maxRSS / 1024;
  const digest = timed(() => {
    const store = openLedger(path, { now, mustExist: true });
    store.digest();
    store.close();
  });
  const among = `open ${claims} claims, picture of`;
  return [
    { name: `${among} a place`, value: place.ms, unit: "ms", aim: within },
    { name: `${among} a country of forty, asked first`, value: country.ms, unit: "ms" },
    { name: `${among} the country, kept`, value: countryAgain.ms, unit: "ms", aim: within },
    { name: `${among} everything, asked first`, value: whole.ms / 1000, unit: "s" },
    { name: `${among} everything, first, processor`, value: whole.cpuMs / 1000, unit: "s" },
    { name: `${among} everything, kept`, value: wholeAgain.ms, unit: "ms", aim: within },
    { name: `${among} everything, kept, processor`, value: wholeAgain.cpuMs, unit: "ms" },
    { name: "answering: most memory", value: peak, unit: "MiB" },
    { name: `digest of ${claims} claims`, value: digest.ms, unit: "ms" },
  ];
}

function timed(work: () => void): { readonly ms: number; readonly cpuMs: number } {
  const [began, before] = [performance.now(), process.cpuUsage()];
  work();
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - began, cpuMs: (user + system) / 1000 };
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
  const [started, before] = [performance.now(), process.cpuUsage()];
  const { problems } = await merge({
    store: ours,
    sha256: NODE_SHA256,
    where: file,
    read: () => readUnpacked(file),
  });
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
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
    { name: "merge: processor time", value: (user + system) / 1e6, unit: "s" },
  ];
}
