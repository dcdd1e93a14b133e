import type { DatabaseSync } from "node:sqlite";
import { countingReadings } from "../ledger/current.ts";
import { ENTRY_KINDS, type EntryKind, entryId, type Reading } from "../ledger/entry.ts";
import { idOfContent } from "../ledger/id.ts";
import { parseEntry } from "../ledger/parse-entry.ts";
import { referencesOf } from "../ledger/references.ts";
import { restOf } from "../ledger/rest.ts";
import { currentMarker } from "./add.ts";
import { NODE_SHA256 } from "./node-sha256.ts";
import { type Row, toEntry } from "./rows.ts";
import { NEW_GENERATION } from "./schema.ts";

/** What an examination of the file found; every list is empty in a sound ledger. */
export interface Examination {
  readonly counts: Readonly<Record<EntryKind, number>>;
  /** SQLite's own words on pages and indexes that do not fit. */
  readonly pages: readonly string[];
  /** Entries whose content does not have their id, or is no entry any more. */
  readonly changed: readonly string[];
  /** Entries that speak of entries that are not there. */
  readonly orphans: readonly { readonly id: string; readonly names: string }[];
  /** Quotes that are not what the report has at their offsets. */
  readonly misquoted: readonly string[];
  /** Claims that are marked as counting and do not, or the other way round. Mended by `recount`. */
  readonly miscounted: readonly string[];
}

export function examine(db: DatabaseSync): Examination {
  const has = knownIds(db);
  const text = db.prepare("SELECT text FROM report WHERE id = ?");
  const changed: string[] = [];
  const orphans: { id: string; names: string }[] = [];
  const misquoted: string[] = [];
  for (const kind of ENTRY_KINDS) {
    const columns = kind === "report" ? "id, rest, body, text" : "id, rest, body";
    for (const row of db.prepare(`SELECT ${columns} FROM ${kind} ORDER BY id`).iterate()) {
      const entry = readEntry(kind, row as unknown as Row);
      if (!entry) {
        changed.push(String(row.id));
        continue;
      }
      const missing = referencesOf(entry).find((id) => !has(id));
      if (missing !== undefined) orphans.push({ id: entryId(entry), names: missing });
      else if (entry.entry === "claim") {
        const { quote, report, id } = entry.claim;
        const said = String(text.get(report)?.text).slice(quote.start, quote.end);
        if (said !== quote.text) misquoted.push(id);
      }
    }
  }
  return {
    counts: countsOf(db),
    pages: pagesOf(db),
    changed,
    orphans,
    misquoted,
    miscounted: miscounted(db),
  };
}

function readEntry(kind: EntryKind, row: Row) {
  try {
    const entry = toEntry(kind, row);
    const parsed = parseEntry(entry);
    const sound =
      parsed.wrong === undefined && idOfContent(entry, NODE_SHA256) === row.id && restOf(entry) === row.rest;
    return sound && entryId(entry) === row.id ? entry : undefined;
  } catch {
    return undefined;
  }
}

function pagesOf(db: DatabaseSync): readonly string[] {
  const said = db
    .prepare("PRAGMA integrity_check(20)")
    .all()
    .map((row) => String(row.integrity_check));
  return said.filter((line) => line !== "ok");
}

function countsOf(db: DatabaseSync): Record<EntryKind, number> {
  const count = (kind: EntryKind) => Number(db.prepare(`SELECT count(*) AS n FROM ${kind}`).get()?.n);
  return Object.fromEntries(ENTRY_KINDS.map((kind) => [kind, count(kind)])) as Record<EntryKind, number>;
}

function knownIds(db: DatabaseSync): (id: string) => boolean {
  const finds = (["report", "claim", "judgement"] as const).map((kind) =>
    db.prepare(`SELECT 1 FROM ${kind} WHERE id = ?`),
  );
  return (id) => finds.some((find) => find.get(id) !== undefined);
}

function miscounted(db: DatabaseSync): readonly string[] {
  const readings = db
    .prepare("SELECT body FROM reading")
    .all()
    .flatMap((row): readonly Reading[] => {
      try {
        return [JSON.parse(String(row.body))];
      } catch {
        return [];
      }
    });
  const counting = countingReadings(readings);
  const named = new Set<string>([...counting.values()].flatMap((reading) => reading.claims));
  const wrong: string[] = [];
  for (const row of db.prepare("SELECT id, report, current FROM claim ORDER BY id").iterate()) {
    const { id, report, current } = row as unknown as { id: string; report: never; current: number };
    const should = named.has(id) || !counting.has(report) ? 1 : 0;
    if (should !== current) wrong.push(id);
  }
  return wrong;
}

export function recount(db: DatabaseSync): void {
  const mark = currentMarker(db);
  db.exec("UPDATE claim SET current = 1 WHERE current = 0");
  for (const { report } of db.prepare("SELECT DISTINCT report FROM claim").all()) mark(String(report));
  db.exec(NEW_GENERATION);
}
