import { closeSync, createReadStream, fsyncSync, openSync, readSync, renameSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { createGunzip, createGzip } from "node:zlib";
import { LedgerRefused } from "./refused.ts";

/** Characters handed on at once. */
const CHUNK = 64 * 1024;

/**
 * Writes lines to a file, gzipped when its name ends in .gz. The file appears whole or not at all: it is written beside
 * its place, synced and then moved there.
 */
export async function writeLines(path: string, lines: Iterable<string>): Promise<void> {
  const part = `${path}.part`;
  try {
    const file = await open(part, "w");
    try {
      const text = Readable.from(chunksOf(lines));
      for await (const bytes of path.endsWith(".gz") ? text.compose(createGzip()) : text)
        await file.appendFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    renameSync(part, path);
    syncFolder(dirname(path));
  } catch (error) {
    rmSync(part, { force: true });
    throw unwritable(path, error) ?? error;
  }
}

function* chunksOf(lines: Iterable<string>): Iterable<string> {
  let chunk = "";
  for (const line of lines) {
    chunk += `${line}\n`;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}

/** The bytes of a file, unpacked when they are gzipped, whatever its name. */
export async function* readUnpacked(path: string): AsyncGenerator<Uint8Array> {
  try {
    const bytes = createReadStream(path);
    yield* isGzip(path) ? bytes.pipe(createGunzip()) : bytes;
  } catch (error) {
    throw refusal(path, error);
  }
}

export function isSqlite(path: string): boolean {
  return firstBytes(path, 15).toString("latin1") === "SQLite format 3";
}

function isGzip(path: string): boolean {
  return firstBytes(path, 2).toString("hex") === "1f8b";
}

function firstBytes(path: string, count: number): Buffer {
  const bytes = Buffer.alloc(count);
  try {
    const file = openSync(path, "r");
    try {
      return bytes.subarray(0, readSync(file, bytes, 0, count, 0));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw refusal(path, error);
  }
}

/** So that the new name survives a power cut; not every system lets a folder be synced. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, "r");
    fsyncSync(handle);
    closeSync(handle);
  } catch {
    return;
  }
}

function unwritable(where: string, error: unknown): LedgerRefused | undefined {
  switch ((error as NodeJS.ErrnoException).code) {
    case "ENOSPC":
      return new LedgerRefused({ code: "disk-full", where }, error);
    case "ENOENT":
    case "EISDIR":
    case "ENOTDIR":
    case "EACCES":
    case "EROFS":
    case "EPERM":
      return new LedgerRefused({ code: "ledger-cannot-open", where }, error);
    default:
      return undefined;
  }
}

function refusal(where: string, error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case "ENOENT":
      return new LedgerRefused({ code: "file-missing", where }, error);
    case "EISDIR":
    case "ENOTDIR":
      return new LedgerRefused({ code: "file-unreadable", where, detail: message }, error);
    case "EACCES":
    case "EROFS":
    case "EPERM":
      return new LedgerRefused({ code: "file-unreadable", where, detail: "permission denied" }, error);
    case "Z_BUF_ERROR":
    case "Z_DATA_ERROR":
      return new LedgerRefused(
        { code: "exchange-truncated", where, detail: "its packing ends or breaks off" },
        error,
      );
    default:
      return error;
  }
}
