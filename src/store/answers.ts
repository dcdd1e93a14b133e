import type { DatabaseSync } from "node:sqlite";
import { inTransaction } from "./open-ledger.ts";
import { problemOf } from "./refused.ts";

/** A question in its canonical words, and what its answer is made with besides the ledger. */
export interface Asked {
  readonly question: string;
  /** Code, tables and gazetteer; worked out only when an answer is there. */
  readonly madeWith: () => string;
}

/** Answers to different questions that the file keeps; the newest. */
const KEPT = 8;

const OF_THIS_SET = "generation = (SELECT value FROM state WHERE name = 'generation')";

export function keptAnswer(db: DatabaseSync, { question, madeWith }: Asked): string | undefined {
  const made = db
    .prepare(`SELECT made_with FROM answer WHERE question = ? AND ${OF_THIS_SET}`)
    .get(question)?.made_with;
  if (made === undefined || made !== madeWith()) return undefined;
  const row = db
    .prepare(`SELECT answer FROM answer WHERE question = ? AND made_with = ? AND ${OF_THIS_SET}`)
    .get(question, made);
  return row === undefined ? undefined : String(row.answer);
}

/** Never makes anybody wait: who holds the write lock is about to change the set anyway. */
export function keepAnswer(
  db: DatabaseSync,
  { question, madeWith }: Asked,
  generation: number,
  answer: string,
): void {
  const patience = Number(db.prepare("PRAGMA busy_timeout").get()?.timeout);
  try {
    db.exec("PRAGMA busy_timeout = 0");
    inTransaction(db, () => {
      const now = db.prepare("SELECT value FROM state WHERE name = 'generation'").get()?.value;
      if (now !== generation) return;
      db.prepare(
        "INSERT OR REPLACE INTO answer (question, generation, made_with, answer) VALUES (?, ?, ?, ?)",
      ).run(question, generation, madeWith(), answer);
      db.prepare(
        "DELETE FROM answer WHERE rowid NOT IN (SELECT rowid FROM answer ORDER BY rowid DESC LIMIT ?)",
      ).run(KEPT);
    });
  } catch (error) {
    if (problemOf("", error) === undefined) throw error;
  } finally {
    db.exec(`PRAGMA busy_timeout = ${patience}`);
  }
}
