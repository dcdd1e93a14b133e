import { type Day, parseDay } from "../domain/day.ts";
import { parseCampId, parseCountryCode } from "../domain/ids.ts";
import { type Report, SOURCE_KINDS, type Source } from "../domain/report.ts";
import { reportId } from "../ledger/id.ts";
import type { Defaults, Fed, RawReport } from "./fed.ts";

/** A raw report as a report; a day that is none is a problem beside a report without day. */
export function toReport(raw: RawReport, where: string, defaults: Defaults): readonly Fed[] {
  const text = typeof raw.text === "string" ? raw.text : "";
  if (text.trim() === "") return [{ problem: { code: "report-without-text", where } }];
  const day = readDay(raw.publishedOn);
  const source = toSource(raw.source) ?? (defaults.source ? { name: defaults.source } : undefined);
  const publishedOn = day.day ?? (day.invalid === undefined ? defaults.publishedOn : undefined);
  const content = {
    text,
    ...optional("title", raw.title),
    ...(source && { source }),
    ...optional("url", raw.url),
    ...(publishedOn && { publishedOn }),
    ...optional("language", raw.language),
    ...optional("ref", typeof raw.id === "number" ? String(raw.id) : raw.id),
  };
  const report: Report = { id: reportId(content), ...content };
  const fed: Fed = { report, where };
  return day.invalid === undefined
    ? [fed]
    : [{ problem: { code: "day-invalid", where, text: day.invalid } }, fed];
}

function optional<Name extends string>(name: Name, value: unknown): { readonly [N in Name]?: string } {
  return typeof value === "string" && value.trim() !== ""
    ? ({ [name]: value } as { [N in Name]: string })
    : {};
}

/** The day as written: "Thursday" in a text means the publisher's calendar, so an hour and offset do not shift it. */
function readDay(value: unknown): { readonly day?: Day; readonly invalid?: string } {
  if (value === undefined || value === null || value === "") return {};
  const text = String(value).trim();
  const day = parseDay(/^\d{4}-\d{2}-\d{2}(?=[T ])/.exec(text)?.[0] ?? text);
  return day ? { day } : { invalid: text };
}

/** A name, or an object with name, kind, camp and home; what does not parse is left out. */
function toSource(value: unknown): Source | undefined {
  if (typeof value === "string") return value.trim() === "" ? undefined : { name: value };
  if (typeof value !== "object" || value === null) return undefined;
  const given = value as Readonly<Record<string, unknown>>;
  if (typeof given.name !== "string") return undefined;
  const kind = SOURCE_KINDS.find((known) => known === given.kind);
  const camp = typeof given.camp === "string" ? parseCampId(given.camp) : undefined;
  const home = typeof given.home === "string" ? parseCountryCode(given.home) : undefined;
  return { name: given.name, ...(kind && { kind }), ...(camp && { camp }), ...(home && { home }) };
}
