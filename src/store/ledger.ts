import { backup, type DatabaseSync } from "node:sqlite";
import type { Claim } from "../domain/claim.ts";
import type { Day } from "../domain/day.ts";
import type { ReportId } from "../domain/ids.ts";
import type { Judgement } from "../domain/judgement.ts";
import type { Report } from "../domain/report.ts";
import { startDigest } from "../ledger/digest.ts";
import { ENTRY_KINDS, type Entry, type Ledger } from "../ledger/entry.ts";
import { compareExtractors } from "../ledger/extractor.ts";
import { publish } from "../ledger/publish.ts";
import { type Added, adder } from "./add.ts";
import { latestDay, loadCurrent, type Scope } from "./load.ts";
import { inTransaction, type OpenOptions, openDatabase } from "./open-ledger.ts";
import { guarded } from "./refused.ts";
import { type Row, toClaim, toEntry } from "./rows.ts";

/** The ledger on disk. Every method may throw `LedgerRefused`. */
export interface LedgerStore {
  readonly path: string;
  /** Stores entries that are not there yet, all or none; when it returns they survive a power cut. */
  add(entries: Iterable<Entry>): Added;
  /**
   * What a picture needs: the claims that count, with their reports (texts readable until `close`), judgements and
   * retractions; without what is withheld. Whatever is published is made from this.
   */
  load(scope?: Scope): Ledger;
  /** The same with what is withheld: for reviewers alone. */
  loadWithheld(scope?: Scope): Ledger;
  /**
   * Every entry in canonical order; with `since` (an instant or a day) only what this file recorded from then on.
   * One moment of the ledger; nothing else may be asked of this store until the last is taken.
   */
  entries(since?: string): Iterable<Entry>;
  has(id: string): boolean;
  claim(id: string): Claim | undefined;
  judgements(): readonly Judgement[];
  /** True when this extractor or a newer one has read the report. */
  wasRead(report: ReportId, extractor: string): boolean;
  /** Reports that were met at the URL. */
  reportsAt(url: string): readonly Report[];
  latestDay(): Day | undefined;
  /** Equal sets, equal digests, on whatever machine. */
  digest(): string;
  /** Grows whenever the set changes, by whatever process. */
  generation(): number;
  /** A copy of one moment, while others read and write. */
  backup(file: string): Promise<void>;
  close(): void;
}

export function openLedger(path: string, options: OpenOptions): LedgerStore {
  const db = openDatabase(path, options);
  const guard = <T>(work: () => T): T => guarded(path, work);
  let add: ((entries: Iterable<Entry>) => Added) | undefined;
  const value = (sql: string, ...given: string[]) => Object.values(db.prepare(sql).get(...given) ?? {})[0];
  const column = (sql: string, given: string) =>
    db
      .prepare(sql)
      .all(given)
      .map((row) => Object.values(row)[0]);
  return {
    path,
    add: (entries) =>
      guard(() => {
        add ??= adder(db, options.now);
        return inTransaction(db, () => add!(entries));
      }),
    load: (scope = {}) => guard(() => inSnapshot(db, () => publish(loadCurrent(db, scope)))),
    loadWithheld: (scope = {}) => guard(() => inSnapshot(db, () => loadCurrent(db, scope))),
    entries: (since) => entriesIn(db, since),
    has: (id) =>
      guard(() => ENTRY_KINDS.some((kind) => value(`SELECT 1 FROM ${kind} WHERE id = ?`, id) === 1)),
    claim: (id) =>
      guard(() => {
        const row = db.prepare("SELECT body FROM claim WHERE id = ?").get(id);
        return row && toClaim(row as unknown as Row);
      }),
    judgements: () =>
      guard(() =>
        db
          .prepare("SELECT body FROM judgement ORDER BY id")
          .all()
          .map((row) => JSON.parse(String(row.body))),
      ),
    wasRead: (report, extractor) =>
      guard(() =>
        column("SELECT extractor FROM reading WHERE report = ?", report).some(
          (by) => compareExtractors(String(by), extractor) >= 0,
        ),
      ),
    reportsAt: (url) =>
      guard(() =>
        db
          .prepare(
            "SELECT DISTINCT r.id, r.text, r.body FROM address a JOIN report r ON r.id = a.report WHERE a.url = ?",
          )
          .all(url)
          .map((row) => (toEntry("report", row as unknown as Row) as { report: Report }).report),
      ),
    latestDay: () => guard(() => latestDay(db)),
    digest: () => guard(() => inSnapshot(db, () => digestIn(db))),
    generation: () => guard(() => Number(value("SELECT value FROM state WHERE name = 'generation'"))),
    backup: async (file) => void (await backup(db, file)),
    close: () => db.close(),
  };
}

/** Several queries that see one moment of the ledger. */
function inSnapshot<T>(db: DatabaseSync, work: () => T): T {
  db.exec("BEGIN");
  try {
    return work();
  } finally {
    db.exec("COMMIT");
  }
}

function* entriesIn(db: DatabaseSync, since = ""): Iterable<Entry> {
  db.exec("BEGIN");
  try {
    for (const kind of ENTRY_KINDS) {
      const text = kind === "report" ? ", text" : "";
      const rows = db.prepare(`SELECT id, body${text} FROM ${kind} WHERE recorded_at >= ? ORDER BY id`);
      for (const row of rows.iterate(since)) yield toEntry(kind, row as unknown as Row);
    }
  } finally {
    db.exec("COMMIT");
  }
}

function digestIn(db: DatabaseSync): string {
  const seen = startDigest();
  for (const kind of ENTRY_KINDS) {
    for (const row of db.prepare(`SELECT id, rest FROM ${kind} ORDER BY id`).iterate()) {
      seen.take(String(row.id), String(row.rest));
    }
  }
  return seen.end();
}
