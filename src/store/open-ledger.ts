import { existsSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { guarded, LedgerRefused } from "./refused.ts";
import { APPLICATION_ID, UPGRADES } from "./schema.ts";

export interface OpenOptions {
  /** The instant, ISO 8601, that is written beside every stored entry. */
  readonly now: () => string;
  /** Refuse to make a new ledger where there is none. */
  readonly mustExist?: boolean;
  /** How long to wait for another writer before giving up, in milliseconds. */
  readonly patienceMs?: number;
  /** Most pages of 4096 bytes that the file may have; stands for a full disk. */
  readonly maxPages?: number;
}

/** https://sqlite.org/rescode.html */
const READONLY = 8;
const CANTOPEN = 14;

const PATIENCE_MS = 30_000;
const CACHE_KIB = 40 * 1024;
/** Pages of 4 KiB in the log before they are moved into the file: an index page that many batches touch moves once. */
const CHECKPOINT_PAGES = 32_000;

/**
 * The ledger's file, ready to use and of the newest schema. WAL with `synchronous=FULL`: what a transaction has committed
 * survives a kill and a power cut; readers never wait, and a writer waits for another no longer than `patienceMs`.
 */
export function openDatabase(path: string, options: OpenOptions): DatabaseSync {
  if (options.mustExist && !existsSync(path))
    throw new LedgerRefused({ code: "ledger-missing", where: path });
  if (options.mustExist && statSync(path).size === 0)
    throw new LedgerRefused({ code: "ledger-damaged", where: path, detail: "it is empty" });
  const { db, readOnly } = guarded(path, () => connect(path, options.patienceMs ?? PATIENCE_MS));
  try {
    guarded(path, () => prepare(db, path, { ...options, readOnly }));
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * WAL needs to write beside the file even to read it. In a folder that may not be written, such as a locked stick, a file
 * that was closed in good order is read as it lies there.
 */
function connect(path: string, timeout: number): { readonly db: DatabaseSync; readonly readOnly: boolean } {
  const db = new DatabaseSync(path, { timeout });
  try {
    pragma(db, "user_version");
    return { db, readOnly: false };
  } catch (error) {
    db.close();
    if (!isRefusal(error) || hasContent(`${path}-wal`)) throw error;
    const url = pathToFileURL(path);
    url.searchParams.set("immutable", "1");
    return { db: new DatabaseSync(url, { readOnly: true }), readOnly: true };
  }
}

/** False for a backup in a folder that may not be written: it is no WAL file yet, and can be read without becoming one. */
function takesWal(db: DatabaseSync): boolean {
  try {
    db.exec("PRAGMA journal_mode = WAL");
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

function isRefusal(error: unknown): boolean {
  return [READONLY, CANTOPEN].includes(Number((error as { errcode?: number }).errcode) & 0xff);
}

function hasContent(path: string): boolean {
  return existsSync(path) && statSync(path).size > 0;
}

function prepare(
  db: DatabaseSync,
  path: string,
  options: OpenOptions & { readonly readOnly: boolean },
): void {
  const version = pragma(db, "user_version");
  const owner = pragma(db, "application_id");
  if (owner !== APPLICATION_ID && (owner !== 0 || !isEmpty(db))) {
    throw new LedgerRefused({ code: "ledger-not", where: path });
  }
  if (version > UPGRADES.length) {
    throw new LedgerRefused({ code: "ledger-newer", where: path, version, known: UPGRADES.length });
  }
  db.exec(`PRAGMA synchronous = FULL; PRAGMA cache_size = -${CACHE_KIB}; PRAGMA temp_store = MEMORY`);
  db.exec(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  if (options.readOnly || !takesWal(db)) {
    if (version < UPGRADES.length) throw new LedgerRefused({ code: "ledger-read-only", where: path });
    return;
  }
  if (options.maxPages) db.exec(`PRAGMA max_page_count = ${options.maxPages}`);
  if (version < UPGRADES.length) upgrade(db);
}

/** All steps in one transaction; another process may have done it while this one waited. */
export function upgrade(db: DatabaseSync, steps: readonly string[] = UPGRADES): void {
  inTransaction(db, () => {
    for (let version = pragma(db, "user_version"); version < steps.length; version++)
      db.exec(steps[version]!);
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${steps.length}`);
  });
}

/** Takes the write lock at the start, so that no transaction fails half-way because another process wrote. */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    db.exec("COMMIT");
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec("ROLLBACK");
    throw error;
  }
}

/** Several queries that see one moment of the ledger. */
export function inSnapshot<T>(db: DatabaseSync, work: () => T): T {
  db.exec("BEGIN");
  try {
    return work();
  } finally {
    if (db.isTransaction) db.exec("ROLLBACK");
  }
}

function pragma(db: DatabaseSync, name: "user_version" | "application_id"): number {
  return Object.values(db.prepare(`PRAGMA ${name}`).get()!)[0] as number;
}

function isEmpty(db: DatabaseSync): boolean {
  return db.prepare("SELECT count(*) AS n FROM sqlite_schema").get()!.n === 0;
}
