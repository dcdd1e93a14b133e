import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { day, gain, report } from "../../test/entries.ts";
import type { Report } from "../domain/report.ts";
import type { Fed } from "../feeds/fed.ts";
import { withdrawnReports } from "../ledger/current.ts";
import { reportId } from "../ledger/id.ts";
import { openLedger } from "../store/ledger.ts";
import { type IngestDeps, ingest } from "./ingest.ts";

const folder = mkdtempSync(join(tmpdir(), "asof-ingest-"));
after(() => rmSync(folder, { recursive: true }));
let files = 0;
const fresh = () => openLedger(join(folder, `${files++}.ledger`), { now: () => "2026-01-02T03:04:05.000Z" });

async function* feed(reports: readonly Report[]): AsyncGenerator<Fed> {
  for (const [i, one] of reports.entries()) yield { report: one, where: `file-${i}` };
}

const extract: IngestDeps["extract"] = (of) => ({
  claims: [gain(of, "blue")],
  problems: of.publishedOn ? [] : [{ code: "report-without-day", where: of.id }],
});

const many = Array.from({ length: 120 }, (_, i) => report(`Blue troops took town number ${i}.`));

test("the same input twice changes nothing", async () => {
  const store = fresh();
  const deps = { store, extract, extractor: "rules@1" };
  const first = await ingest({ ...deps, feed: feed(many) });
  assert.deepEqual(first, { reports: 120, fresh: 120, claims: 120, problems: 0, stopped: false });
  const digest = store.digest();
  const again = await ingest({ ...deps, feed: feed(many.toReversed()) });
  assert.deepEqual(again, { reports: 120, fresh: 0, claims: 0, problems: 0, stopped: false });
  assert.equal(store.digest(), digest);
  store.close();
});

test("an ingest that was stopped goes on and ends with the digest of an undisturbed one", async () => {
  const [whole, broken] = [fresh(), fresh()];
  const deps = { extract, extractor: "rules@1" };
  await ingest({ ...deps, store: whole, feed: feed(many) });
  let seen = 0;
  const part = await ingest({ ...deps, store: broken, feed: feed(many), stopped: () => ++seen === 70 });
  assert.equal(part.stopped, true);
  assert.equal(broken.load().reports.size, 70);
  await ingest({ ...deps, store: broken, feed: feed(many) });
  assert.equal(broken.digest(), whole.digest());
  whole.close();
  broken.close();
});

test("a newer extractor reads stored reports again, an older one does not", async () => {
  const store = fresh();
  const read: string[] = [];
  for (const extractor of ["rules@2", "rules@1", "rules@3"]) {
    await ingest({
      store,
      extractor,
      feed: feed(many.slice(0, 1)),
      extract: (of) => {
        read.push(extractor);
        return { claims: [gain(of, extractor.replace("@", "-"), { extractor })], problems: [] };
      },
    });
  }
  assert.deepEqual(read, ["rules@2", "rules@3"]);
  const loaded = [...store.load().claims.values()];
  assert.deepEqual(
    loaded.map((claim) => claim.extractor),
    ["rules@3"],
  );
  store.close();
});

test("one text met twice in a feed is read once and keeps both addresses", async () => {
  const store = fresh();
  const twice = ["a", "b"].map((name) =>
    report("Blue troops took it.", { url: `https://example.org/${name}` }),
  );
  const result = await ingest({ store, extract, extractor: "rules@1", feed: feed(twice) });
  assert.deepEqual([result.reports, result.fresh, result.claims], [2, 1, 1]);
  assert.equal(store.load().addresses.size, 2);
  store.close();
});

test("another text at the same URL is a later version that points to the earlier", async () => {
  const url = "https://example.org/live";
  const earlier = report("Blue troops took the town on Monday.", { url, publishedOn: day("2021-03-02") });
  const later = report("Correction: Red troops took the town on Monday.", {
    url,
    publishedOn: day("2021-03-04"),
  });
  for (const order of [
    [earlier, later],
    [later, earlier],
  ]) {
    for (const batches of [[order], order.map((one) => [one])]) {
      const store = fresh();
      for (const batch of batches) await ingest({ store, extract, extractor: "rules@1", feed: feed(batch) });
      const ledger = store.load();
      const pairs = [...ledger.revisions.values()].map((one) => [one.earlier, one.later]);
      assert.deepEqual(pairs, [[earlier.id, later.id]]);
      assert.deepEqual([...withdrawnReports(ledger, day("2021-03-03"))], []);
      assert.deepEqual([...withdrawnReports(ledger, day("2021-03-04"))], [earlier.id]);
      store.close();
    }
  }
});

test("a report given again with its day replaces the one without", async () => {
  const store = fresh();
  const problems: string[] = [];
  const onProblem: IngestDeps["onProblem"] = (problem) => problems.push(`${problem.code} ${problem.where}`);
  const undated = { text: "Blue troops took it.", source: { name: "Example Wire" } };
  const noDay = { id: reportId(undated), ...undated };
  await ingest({ store, extract, extractor: "rules@1", feed: feed([noDay]), onProblem });
  assert.deepEqual(problems, ["report-without-day file-0"]);
  await ingest({
    store,
    extract,
    extractor: "rules@1",
    feed: feed([report("Blue troops took it.")]),
    onProblem,
  });
  assert.deepEqual([...withdrawnReports(store.load(), day("2021-03-02"))], [noDay.id]);
  store.close();
});

test("a problem of the feed is told and does not stop the others", async () => {
  const store = fresh();
  async function* mixed(): AsyncGenerator<Fed> {
    yield { problem: { code: "file-empty", where: "empty.txt" } };
    yield* feed(many.slice(0, 2));
  }
  const result = await ingest({ store, extract, extractor: "rules@1", feed: mixed() });
  assert.deepEqual([result.problems, result.fresh], [1, 2]);
  store.close();
});
