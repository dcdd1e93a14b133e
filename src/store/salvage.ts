import { DatabaseSync } from "node:sqlite";
import { ENTRY_KINDS, type Entry, type EntryKind } from "../ledger/entry.ts";
import { problemOf } from "./refused.ts";
import { type Row, toEntry } from "./rows.ts";

/** Rows that cannot be read, after which the step over them grows where the end of the table is not known. */
const PATIENCE = 1_000;
const LARGEST_STEP = 2 ** 24;

/**
 * The entries that can still be read of a damaged ledger: tables are read row by row, and rows on damaged pages passed over.
 * Whoever takes them must check them. `onDamage` is told SQLite's own words.
 */
export function* salvagedEntries(path: string, onDamage: (detail: string) => void): Iterable<Entry> {
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      const { message } = error as Error;
      const code = problemOf(path, error)?.code;
      const lost = code === "ledger-damaged" || code === "ledger-not" || message.startsWith("no such table");
      if (!lost) throw error;
      onDamage(message);
      return undefined;
    }
  };
  const db = new DatabaseSync(path, { readOnly: true, defensive: false });
  try {
    // So that SQLite opens a file that is shorter than its header says.
    attempt(() => db.exec("PRAGMA writable_schema = ON"));
    for (const kind of ENTRY_KINDS) {
      for (const row of rowsOf(db, kind, attempt)) {
        const entry = readable(kind, row);
        if (entry) yield entry;
        else onDamage(`a ${kind} is no entry any more`);
      }
    }
  } finally {
    db.close();
  }
}

function* rowsOf(
  db: DatabaseSync,
  kind: EntryKind,
  attempt: <T>(work: () => T) => T | undefined,
): Iterable<Row> {
  const text = kind === "report" ? ", text" : "";
  const query = `SELECT rowid AS n, id, body${text} FROM ${kind} WHERE rowid > ? ORDER BY rowid`;
  if (attempt(() => db.prepare(query)) === undefined) return;
  const end = attempt(() => Number(db.prepare(`SELECT max(rowid) AS n FROM ${kind}`).get()?.n ?? 0));
  let last = 0;
  let failures = 0;
  for (let step = 1; step < LARGEST_STEP && (end === undefined || last < end); ) {
    const rows = attempt(() => db.prepare(query).iterate(last));
    for (
      let next = rows && attempt(() => rows.next());
      next !== undefined;
      next = attempt(() => rows!.next())
    ) {
      if (next.done) return;
      last = Number(next.value.n);
      [step, failures] = [1, 0];
      yield next.value as unknown as Row;
    }
    last += step;
    failures++;
    if (end === undefined && failures > PATIENCE) step *= 2;
  }
}

function readable(kind: EntryKind, row: Row): Entry | undefined {
  try {
    return toEntry(kind, row);
  } catch {
    return undefined;
  }
}
