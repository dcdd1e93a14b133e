import type { DatabaseSync } from "node:sqlite";
import type { ClaimPlace } from "../domain/place.ts";
import { countingReadings } from "../ledger/current.ts";
import type { Reading } from "../ledger/entry.ts";
import { ENTRY_KINDS, type Entry, type EntryKind } from "../ledger/entry.ts";
import { joinEntries, reportEntries } from "../ledger/union.ts";
import { type Row, toEntry, toRow } from "./rows.ts";
import { NEW_GENERATION } from "./schema.ts";

export interface Added {
  /** Entries that the ledger did not have, or had in a lesser form. */
  readonly added: number;
  readonly known: number;
}

/** Adds entries to the set. The caller holds the write lock; after a batch that was rolled back he needs another adder. */
export function adder(db: DatabaseSync, now: () => string) {
  const statements = new Map(ENTRY_KINDS.map((kind) => [kind, statementsFor(db, kind)]));
  const mark = currentMarker(db);
  const namePlace = placeNamer(db);

  function addOne(entry: Entry, recordedAt: string): boolean {
    const { insert, find, replace } = statements.get(entry.entry)!;
    const row = toRow(entry);
    if (insert.run(...values(row), recordedAt).changes === 1) return true;
    const known = find.get(row.id) as unknown as Row;
    if (known.rest === row.rest) return false;
    const joined = toRow(joinEntries(toEntry(entry.entry, known), entry));
    if (joined.rest === known.rest) return false;
    replace.run(joined.rest, joined.body, joined.id);
    return true;
  }

  return (entries: Iterable<Entry>): Added => {
    const recordedAt = now();
    const newlyRead = new Set<string>();
    const newlyClaimed = new Set<string>();
    let added = 0;
    let known = 0;
    for (const given of entries) {
      for (const entry of given.entry === "report" ? reportEntries(given.report) : [given]) {
        if (!addOne(entry, recordedAt)) {
          known++;
          continue;
        }
        added++;
        if (entry.entry === "claim") {
          newlyClaimed.add(entry.claim.report);
          namePlace(entry.claim.place);
        }
        if (entry.entry === "reading") newlyRead.add(entry.reading.report);
      }
    }
    if (added > 0) {
      for (const report of newlyClaimed) if (!newlyRead.has(report)) mark(report);
      for (const report of newlyRead) mark(report);
      db.exec(NEW_GENERATION);
    }
    return { added, known };
  };
}

function values(row: Row): string[] {
  return row.text === undefined ? [row.id, row.rest, row.body] : [row.id, row.rest, row.body, row.text];
}

function statementsFor(db: DatabaseSync, kind: EntryKind) {
  const text = kind === "report" ? ", text" : "";
  const mark = kind === "report" ? ", ?" : "";
  return {
    insert: db.prepare(
      `INSERT INTO ${kind} (id, rest, body${text}, recorded_at) VALUES (?, ?, ?${mark}, ?) ON CONFLICT DO NOTHING`,
    ),
    find: db.prepare(`SELECT id, rest, body${text} FROM ${kind} WHERE id = ?`),
    replace: db.prepare(`UPDATE ${kind} SET rest = ?, body = ? WHERE id = ?`),
  };
}

/** Names that a placer remembers to have kept. */
const REMEMBERED = 50_000;

/**
 * Keeps the names that claims give places, so that a name is found without reading the claims; "" for a place that the
 * gazetteer does not know.
 */
function placeNamer(db: DatabaseSync): (place: ClaimPlace | undefined) => void {
  const keep = db.prepare("INSERT INTO place_name VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
  const kept = new Set<string>();
  return (place) => {
    if (!place) return;
    const { id = "", name, toponym, level, country = null } = place;
    const key = `${id}\n${name}\n${toponym}`;
    if (kept.has(key)) return;
    keep.run(id, name, toponym, level, country);
    if (kept.size >= REMEMBERED) kept.clear();
    kept.add(key);
  };
}

/** Sets `claim.current` of one report's claims to those of its counting reading; without a reading all count, as they came. */
export function currentMarker(db: DatabaseSync): (report: string) => void {
  const readings = db.prepare("SELECT body FROM reading WHERE report = ?");
  const claims = db.prepare("SELECT id, current FROM claim WHERE report = ?");
  const set = db.prepare("UPDATE claim SET current = ? WHERE id = ?");
  const ofReport = db.prepare("SELECT count(*) AS n FROM claim WHERE report = ?");
  const among = db.prepare("SELECT count(*) AS n FROM claim WHERE id IN (SELECT value FROM json_each(?))");
  /** A first reading that names all claims of its report leaves them as they came: the usual case, told from indexes. */
  const isWhole = (report: string, { claims }: Reading) =>
    ofReport.get(report)?.n === claims.length && among.get(JSON.stringify(claims))?.n === claims.length;
  return (report) => {
    const read = readings.all(report).map((row) => JSON.parse(String(row.body)) as Reading);
    const counting = [...countingReadings(read).values()][0];
    if (counting === undefined) return;
    if (read.length === 1 && isWhole(report, counting)) return;
    const named = new Set<string>(counting.claims);
    for (const { id, current } of claims.all(report) as unknown as { id: string; current: number }[]) {
      const should = named.has(id) ? 1 : 0;
      if (should !== current) set.run(should, id);
    }
  };
}
