import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import type { Problem } from "../domain/problem.ts";
import { decode } from "./decode.ts";
import type { Defaults, Fed } from "./fed.ts";
import { readJson, readJsonLine } from "./json.ts";
import { type FileKind, kindByContent, kindByEnding } from "./kinds.ts";
import { linesOf } from "./lines.ts";
import { readText } from "./text.ts";
import { walk } from "./walk.ts";

/** Most bytes of one report, and so of a file that holds one and of a line of JSON Lines. */
export const MAX_BYTES = 20_000_000;

export interface FeedOptions extends Defaults {
  /** What `-` reads. */
  readonly stdin?: AsyncIterable<Uint8Array>;
}

/** Every report of some files and folders, in order; what is wrong with one never stops the others. */
export async function* readReports(paths: readonly string[], options: FeedOptions = {}): AsyncGenerator<Fed> {
  for (const path of paths) {
    if (path === "-") {
      yield* ofStandardInput(options);
      continue;
    }
    for await (const found of walk(path)) {
      if (typeof found === "string") yield* ofFile(found, options);
      else yield { problem: found };
    }
  }
}

async function* ofFile(path: string, options: FeedOptions): AsyncGenerator<Fed> {
  const kind = kindByEnding(path);
  if (kind === "unknown") {
    yield { problem: { code: "file-kind-unknown", where: path } };
    return;
  }
  try {
    const { size } = await stat(path);
    if (size === 0) yield { problem: { code: "file-empty", where: path } };
    else if (kind === "json-lines") yield* ofLines(createReadStream(path), path, options);
    else if (size > MAX_BYTES) yield { problem: tooLarge(path, size) };
    else yield* await ofBytes(await readFile(path), kind, path, options);
  } catch (error) {
    yield { problem: unreadable(path, error) };
  }
}

async function* ofStandardInput(options: FeedOptions): AsyncGenerator<Fed> {
  const where = "standard input";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of options.stdin ?? []) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MAX_BYTES && kindByContent(chunks[0]!) !== "json") {
      yield { problem: tooLarge(where, size) };
      return;
    }
  }
  const bytes = Buffer.concat(chunks);
  if (size === 0) yield { problem: { code: "file-empty", where } };
  else yield* await ofBytes(bytes, undefined, where, options);
}

async function* ofLines(
  chunks: AsyncIterable<Uint8Array>,
  where: string,
  options: FeedOptions,
): AsyncGenerator<Fed> {
  let line = 0;
  for await (const bytes of linesOf(chunks, MAX_BYTES)) {
    line += 1;
    if (typeof bytes === "number") {
      yield { problem: tooLarge(`${where}:${line}`, bytes) };
      continue;
    }
    const text = bytes.length === 0 ? "" : decode(bytes);
    if (text === undefined) yield { problem: { code: "file-binary", where: `${where}:${line}` } };
    else yield* readJsonLine(text, line, where, options);
  }
}

/** The readers of pages, PDF and feeds are loaded when the first one comes: they cost a tenth of a second. */
async function ofBytes(
  bytes: Uint8Array,
  given: FileKind | undefined,
  where: string,
  options: FeedOptions,
): Promise<readonly Fed[]> {
  const kind = given ?? kindByContent(bytes);
  if (kind === "pdf") return (await import("./pdf.ts")).readPdf(bytes, where, options);
  const text = decode(bytes);
  if (text === undefined) return [{ problem: { code: "file-binary", where } }];
  if (text.trim() === "") return [{ problem: { code: "file-empty", where } }];
  switch (kind) {
    case "json":
      return readJson(text, where, options);
    case "json-lines":
      return text.split("\n").flatMap((line, i) => readJsonLine(line, i + 1, where, options));
    case "text":
      return readText(text, where, options);
    case "html":
      return (await import("./html.ts")).readHtml(text, where, options);
    case "feed":
      return (await import("./syndication.ts")).readSyndication(text, where, options);
  }
}

function tooLarge(where: string, bytes: number): Problem {
  return { code: "file-too-large", where, bytes, limit: MAX_BYTES };
}

function unreadable(where: string, error: unknown): Problem {
  const { code, message } = error as NodeJS.ErrnoException;
  const detail = code === "EACCES" ? "permission denied" : message;
  return code === "ENOENT" ? { code: "file-missing", where } : { code: "file-unreadable", where, detail };
}
