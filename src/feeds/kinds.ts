import { extname } from "node:path";

export type FileKind = "json" | "json-lines" | "text" | "html" | "pdf" | "feed";

const KINDS: Readonly<Record<string, FileKind>> = {
  ".json": "json",
  ".jsonl": "json-lines",
  ".ndjson": "json-lines",
  ".txt": "text",
  ".text": "text",
  ".md": "text",
  ".markdown": "text",
  ".html": "html",
  ".htm": "html",
  ".xhtml": "html",
  ".pdf": "pdf",
  ".xml": "feed",
  ".rss": "feed",
  ".atom": "feed",
};

/** By the ending alone; "unknown" for one that is not ours, `undefined` for none. */
export function kindByEnding(path: string): FileKind | "unknown" | undefined {
  const ending = extname(path).toLowerCase();
  return ending === "" ? undefined : (KINDS[ending] ?? "unknown");
}

/** By how it begins: for standard input and files without an ending. */
export function kindByContent(bytes: Uint8Array): FileKind {
  const head = new TextDecoder()
    .decode(bytes.subarray(0, 1024))
    .replace(/^\uFEFF/, "")
    .trimStart()
    .toLowerCase();
  if (head.startsWith("%pdf")) return "pdf";
  if (head.startsWith("{") || head.startsWith("[")) return "json";
  if (/^<(?:!doctype html|html|head|body|article)\b/.test(head)) return "html";
  return /^<(?:\?xml|rss|feed|rdf:rdf)\b/.test(head) ? "feed" : "text";
}
