import { parse } from "yaml";
import type { Defaults, Fed, RawReport } from "./fed.ts";
import { toReport } from "./to-report.ts";

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** Plain text or Markdown. The fields of a report may stand as YAML between two lines `---` at the very start. */
export function readText(text: string, where: string, defaults: Defaults): readonly Fed[] {
  const front = FRONT_MATTER.exec(text);
  const fields = front ? fieldsOf(front[1]!) : undefined;
  if (!front || !fields) return toReport({ text }, where, defaults);
  return toReport(
    { ...fields, text: text.slice(front[0].length).replace(/^(?:\r?\n)+/, "") },
    where,
    defaults,
  );
}

/** `undefined` when what stands between the lines is no list of fields: then it belongs to the text. */
function fieldsOf(yaml: string): RawReport | undefined {
  try {
    const value: unknown = parse(yaml);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
