import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, test } from "node:test";
import { day, judgement, report } from "../../test/entries.ts";
import type { PlaceId } from "../domain/ids.ts";
import { openLedger } from "../store/ledger.ts";

const folder = mkdtempSync(join(tmpdir(), "asof-two-"));
after(() => rmSync(folder, { recursive: true }));
const now = () => "2026-01-02T03:04:05.000Z";
const CHILD = resolve(import.meta.dirname, "../../scripts/torture-child.ts");
const REPORTS = 300;

function ingesting(path: string): ChildProcess {
  return spawn(process.execPath, [CHILD, path, String(REPORTS)], { stdio: ["ignore", "ignore", "inherit"] });
}

test("two processes that ingest at once leave the ledger of one, and a third that writes meanwhile gets its turn", async () => {
  const [alone, shared] = [join(folder, "alone.ledger"), join(folder, "shared.ledger")];
  const store = openLedger(shared, { now, patienceMs: 10_000 });
  const both = [ingesting(shared), ingesting(shared)];
  const ended = Promise.all(both.map((child) => once(child, "close")));
  let waited = 0;
  const merges = [1, 2, 3, 4, 5].map((n) =>
    judgement(
      { kind: "merge-places", from: `gn:${n}` as PlaceId, into: "gn:9" as PlaceId },
      { on: day("2021-03-05") },
    ),
  );
  for (const one of merges) {
    await new Promise((done) => setTimeout(done, 60));
    const started = performance.now();
    store.add([
      { entry: "judgement", judgement: one },
      { entry: "report", report: report(`Note ${one.id}.`) },
    ]);
    waited = Math.max(waited, performance.now() - started);
  }
  assert.deepEqual(
    (await ended).map(([code]) => code),
    [0, 0],
  );
  assert.ok(waited < 5_000, `waited ${waited} ms`);
  assert.deepEqual(store.examine().pages, []);
  assert.equal(store.load().reports.size, REPORTS + merges.length);
  await once(ingesting(alone), "close");
  const peaceful = openLedger(alone, { now });
  peaceful.add(merges.map((one) => ({ entry: "judgement", judgement: one })));
  peaceful.add(merges.map((one) => ({ entry: "report", report: report(`Note ${one.id}.`) })));
  assert.equal(store.digest(), peaceful.digest());
  store.close();
  peaceful.close();
});

test("a writer that never lets go is named after the time of patience, and nothing is lost", () => {
  const path = join(folder, "held.ledger");
  const [one, two] = [openLedger(path, { now }), openLedger(path, { now, patienceMs: 50 })];
  function* stubborn() {
    yield { entry: "report" as const, report: report("Held.") };
    assert.throws(() => two.add([{ entry: "report", report: report("Kept waiting.") }]), /without a pause/);
  }
  one.add(stubborn());
  two.add([{ entry: "report", report: report("Kept waiting.") }]);
  assert.equal(two.load().reports.size, 2);
  one.close();
  two.close();
});
