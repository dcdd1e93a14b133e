import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { gain, judged, judgement, readReport, report } from "../../test/entries.ts";
import type { Entry } from "../ledger/entry.ts";
import { entryLine, headLine } from "../ledger/lines.ts";
import { readUnpacked, writeLines } from "../store/exchange-file.ts";
import { openLedger } from "../store/ledger.ts";
import { exportLines } from "./export-ledger.ts";
import { merge } from "./merge.ts";

const folder = mkdtempSync(join(tmpdir(), "asof-merge-"));
after(() => rmSync(folder, { recursive: true }));
let files = 0;
const path = (ending: string) => join(folder, `${files++}.${ending}`);
const fresh = (entries: readonly Entry[] = []) => {
  const store = openLedger(path("ledger"), { now: () => "2026-01-02T03:04:05.000Z" });
  if (entries.length > 0) store.add(entries);
  return store;
};

const one = report("Blue troops took Exampleton.", { url: "https://example.org/1" });
const two = report("Red troops took Exampleton.");
const claim = gain(one, "blue");
const ours = readReport(one, [claim]);
const theirs = [
  ...readReport(two, [gain(two, "red")]),
  ...readReport(one, [claim, gain(one, "red")], "rules@2"),
  judged(judgement({ kind: "reject", claim: claim.id })),
];

async function exported(entries: readonly Entry[], ending = "jsonl"): Promise<string> {
  const file = path(ending);
  const store = fresh(entries);
  await writeLines(file, exportLines(store.entries()));
  store.close();
  return file;
}

async function mergeFile(file: string, into: readonly Entry[] = [], keepGood = false) {
  const store = fresh(into);
  const result = await merge({ store, where: "given.jsonl", read: () => readUnpacked(file), keepGood });
  const after = { ...result, digest: store.digest(), ids: [...store.entries()].length };
  store.close();
  return after;
}

test("equal sets export byte-identical files, plain and packed", async () => {
  for (const ending of ["jsonl", "jsonl.gz"]) {
    const files = [
      await exported([...ours, ...theirs], ending),
      await exported([...theirs, ...ours, ...ours], ending),
    ];
    assert.deepEqual(readFileSync(files[0]!), readFileSync(files[1]!));
  }
});

test("merging is union: any order, any number of times, the same digest", async () => {
  const [a, b] = [await exported(ours), await exported(theirs, "jsonl.gz")];
  const results = await Promise.all(
    [
      [a, b],
      [b, a],
      [b, a, b, a, a],
    ].map(async (order) => {
      const store = fresh();
      for (const file of order) {
        const { problems } = await merge({ store, where: file, read: () => readUnpacked(file) });
        assert.deepEqual(problems, []);
      }
      const digest = store.digest();
      store.close();
      return digest;
    }),
  );
  const both = fresh([...ours, ...theirs]);
  assert.deepEqual(results, Array(3).fill(both.digest()));
  both.close();
});

const linesOfFile = (file: string) => readFileSync(file, "utf8").trimEnd().split("\n");
async function changed(change: (lines: string[]) => string[]): Promise<string> {
  const file = await exported(theirs);
  writeFileSync(file, `${change(linesOfFile(file)).join("\n")}\n`);
  return file;
}

test("what is wrong with a file is named by its line and nothing is merged unless the good part is asked for", async () => {
  const clean = await mergeFile(await exported(theirs), ours);
  const lines = linesOfFile(await exported(theirs));
  const claimLine = lines.findIndex((line) => line.includes('"entry":"claim"'));
  const stranger = judged(judgement({ kind: "accept", claim: gain(report("Unknown."), "blue").id }));
  const cases = {
    "entry-broken": (all: string[]) => all.toSpliced(3, 0, '{"entry":"claim","claim":{'),
    "entry-tampered": (all: string[]) =>
      all.with(claimLine, all[claimLine]!.replace('"stance":"reported"', '"stance":"admitted"')),
    "entry-orphan": (all: string[]) => all.toSpliced(-1, 0, entryLine(stranger)),
  };
  for (const [code, change] of Object.entries(cases)) {
    const file = await changed(change);
    const refused = await mergeFile(file, ours);
    assert.ok(
      refused.problems.some((problem) => problem.code === code),
      JSON.stringify(refused.problems),
    );
    assert.equal(refused.added, 0);
    const kept = await mergeFile(file, ours, true);
    assert.ok(kept.problems.length > 0);
    if (code === "entry-tampered") assert.ok(kept.ids < clean.ids && kept.added > 0);
    else assert.equal(kept.digest, clean.digest);
  }
});

test("a field that does not exist and a kind that does not exist are named", async () => {
  const file = await changed((all) =>
    all.toSpliced(2, 0, '{"entry":"rumour","rumour":{}}', '{"entry":"claim","claim":{"id":"c_1"}}'),
  );
  const { problems } = await mergeFile(file);
  assert.deepEqual(
    problems.map((problem) => [problem.code, "line" in problem && problem.line]),
    [
      ["entry-broken", 3],
      ["entry-broken", 4],
    ],
  );
});

test("a tampered claim takes with it the judgement on it", async () => {
  const only = [
    ...readReport(two, [gain(two, "red")]),
    judged(judgement({ kind: "reject", claim: gain(two, "red").id })),
  ];
  const file = await exported(only);
  writeFileSync(file, readFileSync(file, "utf8").replace('"stance":"reported"', '"stance":"admitted"'));
  const { problems, ids } = await mergeFile(file, [], true);
  assert.deepEqual(problems.map(({ code }) => code).sort(), [
    "entry-orphan",
    "entry-orphan",
    "entry-tampered",
  ]);
  assert.equal(ids, 1);
});

test("a truncated file is named, packed or plain, and its good part kept on demand", async () => {
  for (const ending of ["jsonl", "jsonl.gz"]) {
    const file = await exported([...ours, ...theirs], ending);
    truncateSync(file, Math.floor(readFileSync(file).length * 0.8));
    const refused = await mergeFile(file);
    assert.ok(refused.problems.some(({ code }) => code === "exchange-truncated"));
    assert.equal(refused.ids, 0);
    const kept = await mergeFile(file, [], true);
    assert.ok(kept.ids > 0, ending);
  }
});

test("a whole line that was cut out is noticed", async () => {
  const { problems } = await mergeFile(await changed((all) => all.toSpliced(-2, 1)));
  assert.deepEqual(
    problems.map(({ code }) => code),
    ["exchange-truncated"],
  );
});

test("a file of a newer form and a file of something else are refused whole, even with the good part asked for", async () => {
  const newer = await changed((all) => all.with(0, headLine().replace('"form":1', '"form":2')));
  const other = path("jsonl");
  writeFileSync(other, '{"text":"a report"}\n');
  const empty = path("jsonl");
  writeFileSync(empty, "");
  for (const [file, code] of [
    [newer, "exchange-newer"],
    [other, "exchange-not"],
    [empty, "exchange-not"],
  ] as const) {
    const { problems, ids } = await mergeFile(file, [], true);
    assert.deepEqual(
      problems.map((problem) => problem.code),
      [code],
    );
    assert.equal(ids, 0);
  }
});
