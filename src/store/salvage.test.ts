import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { gain, readReport, report } from "../../test/entries.ts";
import { type Entry, entryId } from "../ledger/entry.ts";
import { openLedger } from "./ledger.ts";
import { salvagedEntries } from "./salvage.ts";

const PAGE = 4096;
const folder = mkdtempSync(join(tmpdir(), "asof-salvage-"));
after(() => rmSync(folder, { recursive: true }));

const path = join(folder, "sound.ledger");
const store = openLedger(path, { now: () => "2026-01-02T03:04:05.000Z" });
for (let i = 0; i < 60; i++) {
  const of = report(`Report number ${i}. ${"Blue took it again. ".repeat(20)}`);
  store.add(readReport(of, [gain(of, "blue")]));
}
const whole = new Map([...store.entries()].map((entry) => [entryId(entry), entry]));
store.close();
const sound = readFileSync(path);

function salvaged(bytes: Uint8Array): { readonly entries: readonly Entry[]; readonly damage: number } {
  const damaged = join(folder, "damaged.ledger");
  writeFileSync(damaged, bytes);
  let damage = 0;
  const entries = [
    ...salvagedEntries(damaged, () => {
      damage++;
    }),
  ];
  return { entries, damage };
}

test("everything is read of a sound ledger, and no damage told", () => {
  const { entries, damage } = salvaged(sound);
  assert.equal(damage, 0);
  assert.deepEqual(new Map(entries.map((entry) => [entryId(entry), entry])), whole);
});

test("whichever page is lost, what can still be read is as it was, and losses are told", () => {
  for (let page = 1; page < sound.length / PAGE; page++) {
    const harmed = Buffer.from(sound).fill(0x5a, page * PAGE, (page + 1) * PAGE);
    const { entries, damage } = salvaged(harmed);
    for (const entry of entries) assert.deepEqual(entry, whole.get(entryId(entry)), `page ${page}`);
    if (entries.length < whole.size) assert.ok(damage > 0, `page ${page} is lost without a word`);
  }
});

test("a ledger that is cut off gives what is left of it", () => {
  const { entries, damage } = salvaged(sound.subarray(0, sound.length - 12 * PAGE));
  assert.ok(damage > 0);
  assert.ok(entries.length > whole.size / 2, `${entries.length} of ${whole.size}`);
  assert.deepEqual(salvaged(sound.subarray(0, 100)).entries, []);
});
