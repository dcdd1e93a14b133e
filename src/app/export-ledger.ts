import { startDigest } from "../ledger/digest.ts";
import { type Entry, entryId } from "../ledger/entry.ts";
import { endLine, entryLine, headLine } from "../ledger/lines.ts";
import { restOf } from "../ledger/rest.ts";
import type { Sha256 } from "../ledger/sha256.ts";

/** A file of entries, line by line. The entries must come in canonical order: equal sets then give equal lines. */
export function* exportLines(entries: Iterable<Entry>, sha256?: Sha256): Iterable<string> {
  yield headLine();
  const digest = startDigest(sha256);
  let count = 0;
  for (const entry of entries) {
    yield entryLine(entry);
    digest.take(entryId(entry), restOf(entry));
    count++;
  }
  yield endLine(count, digest.end());
}
