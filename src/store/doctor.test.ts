import assert from "node:assert/strict";
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, test } from "node:test";
import { gain, judged, judgement, readReport, report } from "../../test/entries.ts";
import { openLedger } from "./ledger.ts";
import { LedgerRefused } from "./refused.ts";

const folder = mkdtempSync(join(tmpdir(), "asof-doctor-"));
after(() => rmSync(folder, { recursive: true }));
const now = () => "2026-01-02T03:04:05.000Z";
let files = 0;
const path = () => join(folder, `${files++}.ledger`);

const of = report("Blue took it.");
const claim = gain(of, "blue");
const entries = [...readReport(of, [claim]), judged(judgement({ kind: "accept", claim: claim.id }))];

function examined(harm: string) {
  const file = path();
  const store = openLedger(file, { now });
  store.add(entries);
  new DatabaseSync(file).exec(harm);
  const found = store.examine();
  store.close();
  return found;
}

test("a sound ledger has nothing to mend", () => {
  const { counts, ...found } = examined("");
  assert.deepEqual(found, { pages: [], changed: [], orphans: [], misquoted: [], miscounted: [] });
  assert.deepEqual([counts.report, counts.claim, counts.judgement], [1, 1, 1]);
});

test("changed, orphaned, misquoted and miscounted entries are found", () => {
  const changed = examined("UPDATE claim SET body = replace(body, 'reported', 'admitted')");
  assert.deepEqual(changed.changed, [claim.id]);
  assert.deepEqual(examined("UPDATE claim SET body = '{}'").changed, [claim.id]);
  assert.deepEqual(examined("UPDATE report SET text = 'Red took it.'").changed, [of.id]);
  const orphans = examined("DELETE FROM claim").orphans;
  assert.deepEqual(new Set(orphans.map(({ names }) => names)), new Set([claim.id]));
  assert.deepEqual(examined("UPDATE claim SET current = 0").miscounted, [claim.id]);
  const misquoted = path();
  const wrong = gain(of, "blue", { quote: { start: 0, end: 4, text: "Red " } });
  const store = openLedger(misquoted, { now });
  store.add(readReport(of, [wrong]));
  assert.deepEqual(store.examine().misquoted, [wrong.id]);
  store.close();
});

test("what counts can be marked anew", () => {
  const file = path();
  const store = openLedger(file, { now });
  store.add(entries);
  new DatabaseSync(file).exec("UPDATE claim SET current = 0");
  store.recount();
  assert.deepEqual(store.examine().miscounted, []);
  store.close();
});

test("a damaged file is named, whether on opening or on reading", () => {
  const file = path();
  const store = openLedger(file, { now });
  store.add(
    Array.from({ length: 200 }, (_, i) => ({
      entry: "report",
      report: report(`Number ${i}. ${"x".repeat(500)}`),
    })),
  );
  store.close();
  const handle = openSync(file, "r+");
  writeSync(handle, Buffer.alloc(statSync(file).size - 8192, 0x5a), 0, undefined, 8192);
  closeSync(handle);
  const codes = [() => openLedger(file, { now }).examine(), () => openLedger(file, { now }).load()].map(
    (work) => {
      try {
        const found = work();
        return "pages" in found && found.pages.length > 0 ? "ledger-damaged" : "nothing";
      } catch (error) {
        return error instanceof LedgerRefused ? error.problem.code : String(error);
      }
    },
  );
  assert.deepEqual(new Set(codes), new Set(["ledger-damaged"]));
});

test("a backup made while others write is a whole ledger of one moment, and replaces the older backup", async () => {
  const [file, copy] = [path(), path()];
  const store = openLedger(file, { now });
  store.add(entries);
  store.add(
    Array.from({ length: 2000 }, (_, i) => ({
      entry: "report",
      report: report(`Old ${i}. ${"x".repeat(1500)}`),
    })),
  );
  const writer = openLedger(file, { now });
  writeFileSync(copy, "an older backup");
  let going = true;
  const backup = store.backup(copy).finally(() => {
    going = false;
  });
  for (let i = 0; going; i++) {
    writer.add([{ entry: "report", report: report(`Number ${i}.`) }]);
    await new Promise((next) => setTimeout(next, 1));
  }
  await backup;
  const restored = openLedger(copy, { now, mustExist: true });
  assert.deepEqual(restored.examine().pages, []);
  assert.equal(restored.load().claims.size, 1);
  restored.add([...writer.entries()]);
  assert.equal(restored.digest(), writer.digest());
  for (const one of [store, writer, restored]) one.close();
});

test("a backup that cannot be written is named and leaves the older one", async () => {
  const store = openLedger(path(), { now });
  await assert.rejects(store.backup(join(folder, "no/such/folder/copy")), LedgerRefused);
  store.close();
});
