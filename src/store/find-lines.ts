import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { KnownEntry } from "../ledger/check-lines.ts";
import type { EntryKind } from "../ledger/entry.ts";
import { idOnLine } from "../ledger/lines.ts";

/** By the prefix of ids; see `ledger/id.ts`. */
const KINDS: Readonly<Record<string, EntryKind>> = {
  r: "report",
  ad: "address",
  rv: "revision",
  c: "claim",
  rd: "reading",
  j: "judgement",
  rt: "retraction",
};

export function kindOf(id: string): EntryKind | undefined {
  return KINDS[id.slice(0, id.indexOf("_"))];
}

/**
 * Looks for the entry of a line of a file of entries. It is there when the line is what the ledger itself would write, so
 * nothing of it is read or hashed. Reports are always read, as their texts stand apart.
 */
export function lineFinder(db: DatabaseSync): (line: string) => KnownEntry | undefined {
  const statements = new Map<EntryKind, StatementSync>();
  const statementFor = (kind: EntryKind) => {
    const made = statements.get(kind);
    if (made) return made;
    const statement = db.prepare(`SELECT rest, body FROM ${kind} WHERE id = ?`);
    statement.setReturnArrays(true);
    statements.set(kind, statement);
    return statement;
  };
  return (line) => {
    const id = idOnLine(line);
    const kind = id === undefined ? undefined : kindOf(id);
    if (id === undefined || kind === undefined || kind === "report") return undefined;
    const row = statementFor(kind).get(id) as unknown as readonly [string, string] | undefined;
    return row && lineOf(kind, row[1]) === line ? { id, rest: row[0] } : undefined;
  };
}

/** What `entryLine` makes of an entry whose canonical text is known. */
function lineOf(kind: EntryKind, body: string): string {
  return kind < "entry" ? `{"${kind}":${body},"entry":"${kind}"}` : `{"entry":"${kind}","${kind}":${body}}`;
}
