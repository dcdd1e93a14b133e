import { closeSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { backup, DatabaseSync } from "node:sqlite";
import { LedgerRefused, problemOf } from "./refused.ts";

/** In one step: SQLite begins a backup anew whenever somebody writes between two steps. In WAL mode nobody is kept waiting. */
const ALL_PAGES = 0x7fff_ffff;

/**
 * A copy of one moment of the ledger, while others read and write it. It is one file without companions, checked and
 * synced before it takes its name; an older backup of that name stays until then.
 */
export async function backupTo(db: DatabaseSync, file: string): Promise<void> {
  const part = `${file}.part`;
  try {
    rmSync(part, { force: true });
    await backup(db, part, { rate: ALL_PAGES });
    check(part, file);
    const handle = openSync(part, "r+");
    fsyncSync(handle);
    closeSync(handle);
    renameSync(part, file);
  } catch (error) {
    for (const rest of ["", "-wal", "-shm", "-journal"]) rmSync(`${part}${rest}`, { force: true });
    const problem = problemOf(file, error);
    throw problem ? new LedgerRefused(problem, error) : error;
  }
}

function check(part: string, file: string): void {
  const copy = new DatabaseSync(part);
  try {
    copy.exec("PRAGMA journal_mode = DELETE");
    const said = String(copy.prepare("PRAGMA quick_check(1)").get()?.quick_check);
    if (said !== "ok") throw new LedgerRefused({ code: "ledger-damaged", where: file, detail: said });
  } finally {
    copy.close();
  }
}
