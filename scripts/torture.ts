import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CLAIMS_PER_REPORT } from "../bench/made-reports.ts";
import { openLedger } from "../src/store/ledger.ts";

/**
 * npm run torture [-- ROUNDS [SEED]]: an ingesting process is killed (SIGKILL) at random moments, again and again on the
 * same ledger until that is full, and then on a new one. After each kill the ledger is opened and held against what the
 * process had acknowledged; a full ledger must have the digest of one that was left in peace.
 */
const ROUNDS = Number(process.argv[2] ?? 10);
const SEED = Number(process.argv[3] ?? 1);
const REPORTS = 600;
const LONGEST_MS = 1_500;
const CHILD = join(import.meta.dirname, "torture-child.ts");
const now = () => new Date().toISOString();

interface Run {
  readonly acknowledged: readonly string[];
  readonly finished: boolean;
}

/** Runs the child; kills it after `ms`, if that is given. */
function run(path: string, ms?: number): Promise<Run> {
  const child = spawn(process.execPath, [CHILD, path, String(REPORTS)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const timer = ms === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), ms);
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      if (code !== 0 && signal !== "SIGKILL")
        reject(new Error(`the ingesting process failed with ${code ?? signal}`));
      const whole = out.slice(0, out.lastIndexOf("\n") + 1);
      resolve({ acknowledged: whole.split("\n").filter(Boolean), finished: code === 0 });
    });
  });
}

/** What is wrong with the ledger after a kill; empty when nothing is. */
function faults(path: string, acknowledged: ReadonlySet<string>): readonly string[] {
  const store = openLedger(path, { now });
  try {
    const { counts, pages, changed, orphans, misquoted, miscounted } = store.examine();
    const lost = [...acknowledged].filter((id) => !store.has(id)).length;
    const found = { pages, changed, orphans, misquoted, miscounted };
    return [
      ...(lost > 0 ? [`${lost} acknowledged reports lost`] : []),
      ...(counts.claim !== counts.report * CLAIMS_PER_REPORT || counts.reading !== counts.report
        ? [`${counts.report} reports, but ${counts.claim} claims and ${counts.reading} readings`]
        : []),
      ...Object.entries(found).flatMap(([name, list]) => (list.length > 0 ? [`${list.length} ${name}`] : [])),
    ];
  } finally {
    store.close();
  }
}

function digestOf(path: string): string {
  const store = openLedger(path, { now });
  const digest = store.digest();
  store.close();
  return digest;
}

/** The same moments for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function torture(folder: string): Promise<readonly string[]> {
  const random = randomFrom(SEED);
  const peaceful = join(folder, "peaceful.ledger");
  await run(peaceful);
  const wanted = digestOf(peaceful);
  const wrong: string[] = [];
  let ledger = 0;
  let acknowledged = new Set<string>();
  let seen = 0;
  let full = 0;
  const path = () => join(folder, `${ledger}.ledger`);
  const finish = () => {
    if (digestOf(path()) !== wanted)
      wrong.push(`ledger ${ledger} has another digest than the one left in peace`);
    for (const ending of ["", "-wal", "-shm"]) rmSync(path() + ending, { force: true });
    full++;
    ledger++;
    acknowledged = new Set();
  };
  for (let round = 1; round <= ROUNDS; round++) {
    const { acknowledged: now, finished } = await run(path(), random() * LONGEST_MS);
    for (const id of now) acknowledged.add(id);
    seen += now.length;
    wrong.push(...faults(path(), acknowledged).map((fault) => `round ${round}: ${fault}`));
    if (finished) finish();
    if (round % 25 === 0) console.error(`${round} of ${ROUNDS} rounds, ${wrong.length} faults`);
  }
  await run(path());
  finish();
  console.log(
    `${ROUNDS} rounds, ${seen} reports acknowledged, ${full} ledgers filled: ${wrong.length} faults`,
  );
  return wrong;
}

const folder = mkdtempSync(join(tmpdir(), "asof-torture-"));
try {
  const wrong = await torture(folder);
  for (const fault of wrong) console.log(fault);
  process.exitCode = wrong.length > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true });
}
