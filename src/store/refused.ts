import { explain, type Problem } from "../domain/problem.ts";

/** The disk did not do what was asked; `problem` says what and how to mend it. */
export class LedgerRefused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, cause?: unknown) {
    const { cause: why, fix } = explain(problem);
    super(`${why} ${fix}`, { cause });
    this.name = "LedgerRefused";
    this.problem = problem;
  }
}

/** Runs what touches the file and turns what SQLite answers into a problem that a person can act on. */
export function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const problem = problemOf(path, error);
    throw problem ? new LedgerRefused(problem, error) : error;
  }
}

/** SQLITE_IOERR_SHMSIZE: no room for the file of locks that stands beside a ledger in use. */
const NO_ROOM_FOR_LOCKS = 4874;

/** Result codes: https://sqlite.org/rescode.html */
export function problemOf(where: string, error: unknown): Problem | undefined {
  if (!(error instanceof Error) || !("errcode" in error)) return undefined;
  const detail = error.message;
  if (error.errcode === NO_ROOM_FOR_LOCKS) return { code: "disk-full", where };
  switch (Number(error.errcode) & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
      return { code: "ledger-busy", where };
    case 8: // SQLITE_READONLY
    case 3: // SQLITE_PERM
      return { code: "ledger-read-only", where };
    case 13: // SQLITE_FULL
      return { code: "disk-full", where };
    case 14: // SQLITE_CANTOPEN
      return { code: "ledger-cannot-open", where };
    case 10: // SQLITE_IOERR
    case 11: // SQLITE_CORRUPT
      return { code: "ledger-damaged", where, detail };
    case 26: // SQLITE_NOTADB
      return { code: "ledger-not", where };
    default:
      return undefined;
  }
}
