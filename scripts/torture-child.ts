import { writeSync } from "node:fs";
import { madeClaims, madeFeed } from "../bench/made-reports.ts";
import { ingest } from "../src/app/ingest.ts";
import { openLedger } from "../src/store/ledger.ts";

/** Ingests made-up reports and acknowledges each on standard output, one id a line, once it is on the disk. */
const [path, reports] = process.argv.slice(2);
const store = openLedger(path!, { now: () => new Date().toISOString() });
await ingest({
  feed: madeFeed(0, Number(reports)),
  store,
  extract: (report) => ({ claims: madeClaims(report), problems: [] }),
  extractor: "rules@1",
  onStored: (stored) => void writeSync(1, `${stored.map(({ id }) => id).join("\n")}\n`),
});
store.close();
