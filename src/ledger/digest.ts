import { type Entry, entryId, type Ledger } from "./entry.ts";
import { restOf } from "./rest.ts";
import { PORTABLE_SHA256 } from "./sha256.ts";
import { entriesOf } from "./union.ts";

/** What two offices compare: equal sets have equal digests. 64 hex digits. */
export function digestOf(ledger: Ledger): string {
  return digestOfLines(entriesOf(ledger).map((entry) => ({ id: entryId(entry), rest: restOf(entry) })));
}

export function digestOfEntries(entries: Iterable<Entry>): string {
  const seen = startDigest();
  for (const entry of entries) seen.take(entryId(entry), restOf(entry));
  return seen.end();
}

/** The lines must come in canonical order, each once. */
export function digestOfLines(lines: Iterable<{ readonly id: string; readonly rest: string }>): string {
  const seen = startDigest();
  for (const { id, rest } of lines) seen.take(id, rest);
  return seen.end();
}

/** A digest that grows line by line. */
export function startDigest(sha256 = PORTABLE_SHA256) {
  const hash = sha256.start();
  return {
    take: (id: string, rest: string) => hash.update(`${id} ${rest}\n`),
    end: () => hash.end(),
  };
}

/** The first 80 bits in groups of four, short enough to read out over the telephone. */
export function spoken(digest: string): string {
  return digest.slice(0, 20).match(/.{4}/g)!.join(" ");
}
