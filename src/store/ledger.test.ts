import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, test } from "node:test";
import { gain, readReport, report } from "../../test/entries.ts";
import type { CountryCode, PlaceId } from "../domain/ids.ts";
import { digestOf } from "../ledger/digest.ts";
import { ledgerOf } from "../ledger/union.ts";
import { type LedgerStore, openLedger } from "./ledger.ts";
import { openDatabase, upgrade } from "./open-ledger.ts";
import { LedgerRefused } from "./refused.ts";
import { toRow } from "./rows.ts";
import { UPGRADES } from "./schema.ts";

const folder = mkdtempSync(join(tmpdir(), "asof-ledger-"));
after(() => rmSync(folder, { recursive: true }));
const now = () => "2026-01-02T03:04:05.000Z";
let files = 0;
const fresh = () => join(folder, `${files++}.ledger`);

function withLedger(work: (store: LedgerStore, path: string) => void): void {
  const path = fresh();
  const store = openLedger(path, { now });
  try {
    work(store, path);
  } finally {
    store.close();
  }
}

const first = report("Blue troops took Exampleton.", { url: "https://example.org/a", ref: "7" });
const second = report("Red troops took Exampleton.", { publishedOn: first.publishedOn! });

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof LedgerRefused, String(error));
    return error.problem.code;
  }
  return "nothing was refused";
}

test("what was added is there after closing and opening again", () => {
  const path = fresh();
  const claim = gain(first, "blue");
  const one = openLedger(path, { now });
  one.add(readReport(first, [claim]));
  one.close();
  const again = openLedger(path, { now, mustExist: true });
  const loaded = again.load();
  assert.deepEqual([...loaded.claims.values()], [claim]);
  assert.equal(loaded.reports.get(first.id)?.text, first.text);
  assert.equal(loaded.reports.get(first.id)?.url, first.url);
  assert.deepEqual({ ...loaded.reports.get(first.id) }, { ...first });
  again.close();
});

test("the same entries twice change nothing", () =>
  withLedger((store) => {
    const entries = readReport(first, [gain(first, "blue")]);
    assert.deepEqual(store.add(entries), { added: 4, known: 0 });
    const [digest, generation] = [store.digest(), store.generation()];
    assert.deepEqual(store.add(entries), { added: 0, known: 4 });
    assert.equal(store.digest(), digest);
    assert.equal(store.generation(), generation);
  }));

test("one text under two URLs is one report with both addresses", () =>
  withLedger((store) => {
    store.add([{ entry: "report", report: first }]);
    store.add([{ entry: "report", report: { ...first, url: "https://example.org/b" } }]);
    const { reports, addresses } = store.load();
    assert.equal(reports.size, 1);
    assert.deepEqual([...addresses.values()].map(({ url }) => url).sort(), [
      "https://example.org/a",
      "https://example.org/b",
    ]);
  }));

test("the digest of the file is the digest of the set", () =>
  withLedger((store) => {
    const entries = [
      ...readReport(first, [gain(first, "blue")]),
      ...readReport(second, [gain(second, "red")]),
    ];
    store.add(entries);
    assert.equal(store.digest(), digestOf(ledgerOf(entries)));
    assert.deepEqual(ledgerOf(store.entries()), ledgerOf(entries));
  }));

test("only the claims of the newest extractor's reading are loaded, whichever came first", () => {
  const [old, better] = [gain(first, "blue"), gain(first, "green")];
  for (const order of [
    ["rules@1", "rules@2"],
    ["rules@2", "rules@1"],
  ]) {
    withLedger((store) => {
      for (const extractor of order) {
        store.add(readReport(first, [extractor === "rules@1" ? old : better], extractor));
      }
      assert.deepEqual([...store.load().claims.keys()], [better.id]);
      assert.equal([...store.entries()].filter((entry) => entry.entry === "claim").length, 2);
      assert.ok(store.wasRead(first.id, "rules@1"));
      assert.ok(!store.wasRead(first.id, "rules@3"));
    });
  }
});

test("a claim made by two extractors shows the newer one, whichever came first", () => {
  const claims = [gain(first, "blue"), gain(first, "blue", { extractor: "rules@2", basis: "took" })];
  for (const order of [claims, claims.toReversed()]) {
    withLedger((store) => {
      for (const claim of order) store.add([{ entry: "claim", claim }]);
      assert.deepEqual([...store.load().claims.values()], [claims[1]]);
    });
  }
});

test("a scope loads the claims of its countries and places with their reports alone", () =>
  withLedger((store) => {
    const elsewhere = { ...gain(second, "red").place!, id: "gn:2" as PlaceId, country: "YY" as CountryCode };
    const [here, there] = [gain(first, "blue"), gain(second, "red", { place: elsewhere })];
    store.add([...readReport(first, [here]), ...readReport(second, [there])]);
    assert.deepEqual([...store.load({ countries: ["YY" as CountryCode] }).claims.keys()], [there.id]);
    const one = store.load({ places: ["gn:1" as PlaceId] });
    assert.deepEqual([...one.reports.keys()], [first.id]);
    assert.equal(store.load({ places: ["gn:1", "gn:2"] as PlaceId[] }).claims.size, 2);
  }));

test("a failed batch leaves nothing behind", () =>
  withLedger((store) => {
    function* broken() {
      yield* readReport(first, [gain(first, "blue")]);
      throw new Error("the feed broke off");
    }
    assert.throws(() => store.add(broken()), /broke off/);
    assert.equal(store.load().reports.size, 0);
    assert.deepEqual(store.places(), []);
    store.add(readReport(first, [gain(first, "blue")]));
    assert.equal(store.places().length, 1);
  }));

test("a ledger of a newer version, a foreign database and a text file are refused and left alone", () => {
  const newer = fresh();
  openDatabase(newer, { now }).exec(`PRAGMA user_version = ${UPGRADES.length + 1}`);
  assert.equal(
    refusal(() => openLedger(newer, { now })),
    "ledger-newer",
  );
  const foreign = fresh();
  new DatabaseSync(foreign).exec("CREATE TABLE mine (x)");
  assert.equal(
    refusal(() => openLedger(foreign, { now })),
    "ledger-not",
  );
  const text = fresh();
  writeFileSync(text, "not a database, but long enough to have a header ".repeat(40));
  assert.equal(
    refusal(() => openLedger(text, { now })),
    "ledger-not",
  );
  assert.equal(
    refusal(() => openLedger(join(folder, "absent"), { now, mustExist: true })),
    "ledger-missing",
  );
  assert.equal(
    refusal(() => openLedger(join(folder, "no/such/folder"), { now })),
    "ledger-cannot-open",
  );
});

test("a full disk is named, and what was stored before stays", () => {
  const path = fresh();
  openLedger(path, { now }).add([{ entry: "report", report: first }]);
  const full = openLedger(path, { now, maxPages: 80 });
  const many = Array.from({ length: 500 }, (_, i) => report(`Report number ${i} ${"x".repeat(1000)}`));
  const code = refusal(() => full.add(many.map((one) => ({ entry: "report", report: one }))));
  assert.equal(code, "disk-full");
  assert.deepEqual([...full.load().reports.keys()], [first.id]);
  full.close();
});

test("a ledger of version 1 is upgraded when it is opened and answers as before", () => {
  const path = fresh();
  const old = new DatabaseSync(path);
  upgrade(old, UPGRADES.slice(0, 1));
  const { id: _id, ...unlocated } = gain(first, "blue").place!;
  for (const claim of [gain(first, "blue"), gain(first, "blue", { place: { ...unlocated, name: "Mill" } })]) {
    const { body, rest, id } = toRow({ entry: "claim", claim });
    old
      .prepare("INSERT INTO claim (id, rest, body, recorded_at) VALUES (?, ?, ?, ?)")
      .run(id, rest, body, now());
  }
  old.close();
  const store = openLedger(path, { now });
  assert.deepEqual(store.places(), [
    { id: null, name: "Mill", toponym: "Exampleton", level: "town", country: "XX" },
    { id: "gn:1", name: "Exampleton", toponym: "Exampleton", level: "town", country: "XX" },
  ]);
  assert.equal(store.load({ unlocated: ["Mill"] }).claims.size, 1);
  assert.equal(store.add(readReport(first, [gain(first, "blue")])).known, 1);
  store.close();
});

test("an old ledger is upgraded once, by whichever process comes first", () => {
  const path = fresh();
  const db = openDatabase(path, { now });
  const steps = [...UPGRADES, "CREATE TABLE later (x TEXT) STRICT", "ALTER TABLE later ADD COLUMN y TEXT"];
  upgrade(db, steps);
  upgrade(db, steps);
  assert.equal(db.prepare("PRAGMA user_version").get()?.user_version, steps.length);
  assert.throws(() => upgrade(db, [...steps, "CREATE TABLE half (x)", "no sql"]));
  assert.equal(db.prepare("PRAGMA user_version").get()?.user_version, steps.length);
  assert.throws(() => db.exec("SELECT * FROM half"));
  db.close();
});
