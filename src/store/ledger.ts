import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import type { Claim } from "../domain/claim.ts";
import type { Day } from "../domain/day.ts";
import type { ReportId } from "../domain/ids.ts";
import type { Judgement } from "../domain/judgement.ts";
import type { Report } from "../domain/report.ts";
import type { KnownEntry } from "../ledger/check-lines.ts";
import type { Entry, Ledger } from "../ledger/entry.ts";
import { compareExtractors } from "../ledger/extractor.ts";
import { publish } from "../ledger/publish.ts";
import { type Added, adder } from "./add.ts";
import { type Asked, keepAnswer, keptAnswer } from "./answers.ts";
import { backupTo } from "./backup.ts";
import { type Examination, examine, recount } from "./doctor.ts";
import { digestIn, entriesIn } from "./entries.ts";
import { kindOf, lineFinder } from "./find-lines.ts";
import { loadCurrent, type NamedPlace, namedPlaces } from "./load.ts";
import { inSnapshot, inTransaction, type OpenOptions, openDatabase } from "./open-ledger.ts";
import { guarded } from "./refused.ts";
import { type Row, toClaim, toEntry } from "./rows.ts";
import type { Scope } from "./scope.ts";

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
  /** For each line of a file of entries the id and rest of its entry, where the ledger has this very entry. */
  findLines(lines: readonly string[]): readonly (KnownEntry | undefined)[];
  claim(id: string): Claim | undefined;
  judgements(): readonly Judgement[];
  /** True when this extractor or a newer one has read the report. */
  wasRead(report: ReportId, extractor: string): boolean;
  /** Reports that were met at the URL. */
  reportsAt(url: string): readonly Report[];
  /** Every place with every name that claims, or corrections of them, give it. */
  places(): readonly NamedPlace[];
  latestDay(): Day | undefined;
  /** Equal sets, equal digests, on whatever machine. */
  digest(): string;
  /** Grows whenever the set changes, by whatever process. */
  generation(): number;
  /** An answer kept of this very set; `undefined` also when it was made with something else. */
  keptAnswer(asked: Asked): string | undefined;
  /**
   * Keeps an answer for whoever asks again, in no entry and no export. Does nothing when the set is no longer that of
   * `generation`, and when the file cannot be written now.
   */
  keepAnswer(asked: Asked, generation: number, answer: string): void;
  /** Reads and checks everything; on a large ledger it takes minutes. */
  examine(): Examination;
  /** Marks anew which claims count. */
  recount(): void;
  /** A copy of one moment, while others read and write; checked before it takes its name. */
  backup(file: string): Promise<void>;
  close(): void;
}

export function openLedger(path: string, options: OpenOptions): LedgerStore {
  const db = openDatabase(path, options);
  const guard = <T>(work: () => T): T => guarded(path, work);
  const ask = asker(db);
  const find = lineFinder(db);
  let add: ((entries: Iterable<Entry>) => Added) | undefined;
  return {
    path,
    add: (entries) =>
      guard(() => {
        const adding = add ?? adder(db, options.now);
        add = undefined;
        const added = inTransaction(db, () => adding(entries));
        add = adding;
        return added;
      }),
    load: (scope = {}) => guard(() => inSnapshot(db, () => publish(loadCurrent(db, scope)))),
    loadWithheld: (scope = {}) => guard(() => inSnapshot(db, () => loadCurrent(db, scope))),
    entries: (since) => entriesIn(db, path, since),
    has: (id) => guard(() => ask(`SELECT 1 AS n FROM ${kindOf(id) ?? "report"} WHERE id = ?`, id).length > 0),
    findLines: (lines) => guard(() => inSnapshot(db, () => lines.map(find))),
    claim: (id) =>
      guard(() => ask<Row>("SELECT body FROM claim WHERE id = ?", id).map(({ body }) => toClaim(body))[0]),
    judgements: () =>
      guard(() => ask<Row>("SELECT body FROM judgement ORDER BY id").map((row) => JSON.parse(row.body))),
    wasRead: (report, extractor) =>
      guard(() =>
        ask<{ extractor: string }>("SELECT extractor FROM reading WHERE report = ?", report).some(
          (reading) => compareExtractors(reading.extractor, extractor) >= 0,
        ),
      ),
    reportsAt: (url) => guard(() => ask<Row>(REPORTS_AT, url).map(reportIn)),
    places: () => guard(() => namedPlaces(db)),
    latestDay: () =>
      guard(
        () => ask<{ day: Day | null }>("SELECT max(published_on) AS day FROM report")[0]?.day ?? undefined,
      ),
    digest: () => guard(() => inSnapshot(db, () => digestIn(db))),
    generation: () =>
      guard(() => ask<{ value: number }>("SELECT value FROM state WHERE name = 'generation'")[0]!.value),
    keptAnswer: (asked) => guard(() => keptAnswer(db, asked)),
    keepAnswer: (asked, generation, answer) => keepAnswer(db, asked, generation, answer),
    examine: () => guard(() => inSnapshot(db, () => examine(db))),
    recount: () => guard(() => inTransaction(db, () => recount(db))),
    backup: (file) => backupTo(db, file),
    close: () => db.close(),
  };
}

const REPORTS_AT =
  "SELECT DISTINCT r.id, r.text, r.body FROM address a JOIN report r ON r.id = a.report WHERE a.url = ?";

function reportIn(row: Row): Report {
  const entry = toEntry("report", row);
  if (entry.entry !== "report") throw new Error("a row of reports is no report");
  return entry.report;
}

/** Asks with statements that are prepared once. */
function asker(db: DatabaseSync) {
  const prepared = new Map<string, StatementSync>();
  return <T>(sql: string, ...given: SQLInputValue[]): readonly T[] => {
    const statement = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, statement);
    return statement.all(...given) as unknown as readonly T[];
  };
}
