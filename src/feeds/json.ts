import type { Defaults, Fed, RawReport } from "./fed.ts";
import { toReport } from "./to-report.ts";

/** One object, a list of objects, or JSON Lines under the ending of JSON. */
export function readJson(text: string, where: string, defaults: Defaults): readonly Fed[] {
  const whole = parse(text);
  if (whole.error === undefined) {
    if (!Array.isArray(whole.value)) return ofValue(whole.value, where, defaults);
    return whole.value.flatMap((value, i) => ofValue(value, `${where} (report ${i + 1})`, defaults));
  }
  const lines = text.split("\n");
  const first = lines.find((line) => line.trim() !== "") ?? "";
  if (parse(first).error === undefined)
    return lines.flatMap((line, i) => readJsonLine(line, i + 1, where, defaults));
  return [{ problem: { code: "json-broken", where, line: whole.line, detail: whole.error } }];
}

/** One line of JSON Lines; a blank line holds nothing. `line` counts from 1. */
export function readJsonLine(text: string, line: number, where: string, defaults: Defaults): readonly Fed[] {
  if (text.trim() === "") return [];
  const { value, error } = parse(text);
  if (error !== undefined) return [{ problem: { code: "json-broken", where, line, detail: error } }];
  return ofValue(value, `${where}:${line}`, defaults);
}

function ofValue(value: unknown, where: string, defaults: Defaults): readonly Fed[] {
  const raw: RawReport = typeof value === "object" && value !== null ? value : {};
  return toReport(raw, where, defaults);
}

type Parsed =
  | { readonly value: unknown; readonly error?: undefined; readonly line?: undefined }
  | { readonly error: string; readonly line: number; readonly value?: undefined };

function parse(text: string): Parsed {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const detail = (error as Error).message;
    const position = Number(/position (\d+)/.exec(detail)?.[1] ?? text.length);
    const words = detail.replace(/,? \.{0,3}".*$/s, "").replace(/ in JSON at position .*$| \(line .*$/s, "");
    return { error: lowerFirst(words), line: text.slice(0, position).split("\n").length };
  }
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
