import type { DatabaseSync } from "node:sqlite";
import { startDigest } from "../ledger/digest.ts";
import { ENTRY_KINDS, type Entry } from "../ledger/entry.ts";
import { NODE_SHA256 } from "./node-sha256.ts";
import { LedgerRefused, problemOf } from "./refused.ts";
import { type Row, toEntry } from "./rows.ts";

/** Every entry in canonical order, one at a time, as of the moment when the first is taken. */
export function* entriesIn(db: DatabaseSync, path: string, since = ""): Iterable<Entry> {
  db.exec("BEGIN");
  try {
    for (const kind of ENTRY_KINDS) {
      const text = kind === "report" ? ", text" : "";
      const rows = db.prepare(`SELECT id, body${text} FROM ${kind} WHERE recorded_at >= ? ORDER BY id`);
      for (const row of rows.iterate(since)) yield toEntry(kind, row as unknown as Row);
    }
  } catch (error) {
    const problem = problemOf(path, error);
    throw problem ? new LedgerRefused(problem, error) : error;
  } finally {
    if (db.isTransaction) db.exec("ROLLBACK");
  }
}

export function digestIn(db: DatabaseSync): string {
  const seen = startDigest(NODE_SHA256);
  for (const kind of ENTRY_KINDS) {
    for (const row of db.prepare(`SELECT id, rest FROM ${kind} ORDER BY id`).iterate()) {
      seen.take(String(row.id), String(row.rest));
    }
  }
  return seen.end();
}
