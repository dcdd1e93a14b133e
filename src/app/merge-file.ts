import type { Entry } from "../ledger/entry.ts";
import { exportLines } from "./export-ledger.ts";

/** A ledger's own entries as the bytes of a file of entries, so that a backup is merged with the same checks as a file. */
export async function* bytesOf(entries: Iterable<Entry>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for (const line of exportLines(entries)) yield encoder.encode(`${line}\n`);
}
