import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, test } from "node:test";
import { gain, judgement, readReport, report } from "../../test/entries.ts";
import type { Asked } from "./answers.ts";
import { type LedgerStore, openLedger } from "./ledger.ts";

const folder = mkdtempSync(join(tmpdir(), "asof-answers-"));
after(() => rmSync(folder, { recursive: true }));
const now = () => "2026-01-02T03:04:05.000Z";
let files = 0;

function withLedger(work: (store: LedgerStore, path: string) => void): void {
  const path = join(folder, `${files++}.ledger`);
  const store = openLedger(path, { now });
  store.add(readReport(first, [gain(first, "blue")]));
  try {
    work(store, path);
  } finally {
    store.close();
  }
}

const first = report("Blue troops took Exampleton.");
const second = report("Red troops took Exampleton.");
const asked = (question: string, made = "of clay"): Asked => ({ question, madeWith: () => made });

test("an answer is kept until the set changes, in whatever way", () => {
  const changes: Readonly<Record<string, (store: LedgerStore, path: string) => void>> = {
    "another report": (store) => store.add(readReport(second, [])),
    "another process": (_, path) => {
      const other = openLedger(path, { now });
      other.add(readReport(second, []));
      other.close();
    },
    "a name withheld": (store) => {
      const what = { kind: "person" as const, names: ["Mira Volnik"] as const };
      store.add([{ entry: "judgement", judgement: judgement({ kind: "withhold", what }) }]);
    },
    "claims counted anew": (store) => store.recount(),
  };
  for (const [change, make] of Object.entries(changes)) {
    withLedger((store, path) => {
      store.keepAnswer(asked("who"), store.generation(), "blue");
      assert.equal(store.keptAnswer(asked("who")), "blue", change);
      store.add(readReport(first, [gain(first, "blue")]));
      assert.equal(store.keptAnswer(asked("who")), "blue", "what is known already changes nothing");
      make(store, path);
      assert.equal(store.keptAnswer(asked("who")), undefined, change);
    });
  }
});

test("an answer made with other code or tables, or to another question, is not given", () =>
  withLedger((store) => {
    store.keepAnswer(asked("who"), store.generation(), "blue");
    assert.equal(store.keptAnswer(asked("who", "of bronze")), undefined);
    assert.equal(store.keptAnswer(asked("where")), undefined);
    store.keepAnswer(asked("who", "of bronze"), store.generation(), "red");
    assert.equal(store.keptAnswer(asked("who", "of bronze")), "red");
  }));

test("an answer to a set that has changed meanwhile is not kept", () =>
  withLedger((store) => {
    const before = store.generation();
    store.add(readReport(second, []));
    store.keepAnswer(asked("who"), before, "blue");
    assert.equal(store.keptAnswer(asked("who")), undefined);
  }));

test("keeping an answer waits for no writer", () =>
  withLedger((store, path) => {
    const writer = new DatabaseSync(path);
    writer.exec("BEGIN IMMEDIATE");
    const started = performance.now();
    store.keepAnswer(asked("who"), store.generation(), "blue");
    assert.ok(performance.now() - started < 5_000);
    assert.equal(store.keptAnswer(asked("who")), undefined);
    writer.exec("ROLLBACK");
    writer.close();
    store.keepAnswer(asked("who"), store.generation(), "blue");
    assert.equal(store.keptAnswer(asked("who")), "blue");
  }));

test("a disk too full for an answer is no failure, and nothing else is lost", () => {
  const path = join(folder, `${files++}.ledger`);
  openLedger(path, { now }).add(readReport(first, [gain(first, "blue")]));
  const full = openLedger(path, { now, maxPages: 80 });
  full.keepAnswer(asked("who"), full.generation(), "x".repeat(1_000_000));
  assert.equal(full.keptAnswer(asked("who")), undefined);
  assert.equal(full.load().claims.size, 1);
  full.close();
});

test("answers are in no export and no digest", () =>
  withLedger((store) => {
    const before = [store.digest(), ...store.entries()];
    store.keepAnswer(asked("who"), store.generation(), "blue");
    assert.deepEqual([store.digest(), ...store.entries()], before);
    assert.deepEqual(store.examine().pages, []);
  }));

test("only the newest few answers are kept", () =>
  withLedger((store) => {
    for (let i = 0; i < 20; i++) store.keepAnswer(asked(`who ${i}`), store.generation(), "blue");
    assert.equal(store.keptAnswer(asked("who 19")), "blue");
    assert.equal(store.keptAnswer(asked("who 0")), undefined);
  }));
