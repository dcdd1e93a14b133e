import { canonical } from "./canonical.ts";
import type { Entry } from "./entry.ts";
import { type Parsed, parseEntry } from "./parse-entry.ts";

/** The form of the lines, and steps that take a line of form i + 1 to form i + 2. Published steps are never edited. */
export const FORM = 1;
export type Step = (line: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
export const STEPS: readonly Step[] = [];

/** First line of a file of entries. */
export function headLine(): string {
  return canonical({ format: "asof-ledger", form: FORM });
}

export function entryLine(entry: Entry): string {
  return canonical(entry);
}

/** Last line: without it, or with another number or digest, the file is not whole. */
export function endLine(entries: number, digest: string): string {
  return canonical({ end: { entries, digest } });
}

export type Line =
  | { readonly kind: "head"; readonly form: number }
  | { readonly kind: "entry"; readonly entry: Entry }
  | { readonly kind: "end"; readonly entries: number; readonly digest: string }
  | { readonly kind: "wrong"; readonly detail: string };

/** `form` is the head line's; entries of an older form are brought up to today's. */
export function parseLine(text: string, form = FORM, steps: readonly Step[] = STEPS): Line {
  const read = readJson(text);
  if (read.wrong !== undefined) return { kind: "wrong", detail: read.wrong };
  const value = read.value;
  if (value.format === "asof-ledger") {
    return typeof value.form === "number"
      ? { kind: "head", form: value.form }
      : { kind: "wrong", detail: "the head does not say its form" };
  }
  if (typeof value.end === "object" && value.end !== null) {
    const { entries, digest } = value.end as { entries?: unknown; digest?: unknown };
    return { kind: "end", entries: Number(entries), digest: String(digest) };
  }
  const parsed = parseEntry(steps.slice(form - 1).reduce((line, step) => step(line), value));
  return parsed.wrong === undefined
    ? { kind: "entry", entry: parsed.value }
    : { kind: "wrong", detail: parsed.wrong };
}

/** The entry of a line that `parseLine` found good before. */
export function readGoodLine(text: string, form = FORM, steps: readonly Step[] = STEPS): Entry {
  return steps.slice(form - 1).reduce((line, step) => step(line), JSON.parse(text)) as unknown as Entry;
}

/** The id of the entry on a canonical line, without reading the whole; `undefined` where none is found. */
export function idOnLine(text: string): string | undefined {
  return /"id":"((?:r|ad|rv|c|rd|j|rt)_[0-9a-f]{32})"/.exec(text)?.[1];
}

function readJson(text: string): Parsed<Readonly<Record<string, unknown>>> {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null ? { value } : { wrong: "it is no object" };
  } catch {
    return { wrong: "it is not JSON" };
  }
}
