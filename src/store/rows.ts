import type { Claim } from "../domain/claim.ts";
import type { ReportId } from "../domain/ids.ts";
import type { Report } from "../domain/report.ts";
import { canonical } from "../ledger/canonical.ts";
import { type Entry, type EntryKind, entryId } from "../ledger/entry.ts";
import { restOf } from "../ledger/rest.ts";

/** One entry as its table holds it. `text` is a report's alone. */
export interface Row {
  readonly id: string;
  readonly rest: string;
  readonly body: string;
  readonly text?: string;
}

export function toRow(entry: Entry): Row {
  const id = entryId(entry);
  const rest = restOf(entry);
  switch (entry.entry) {
    case "report": {
      const { text, ...body } = entry.report;
      return { id, rest, body: canonical(body), text };
    }
    case "address":
      return { id, rest, body: canonical(entry.address) };
    case "revision":
      return { id, rest, body: canonical(entry.revision) };
    case "claim":
      return { id, rest, body: canonical(entry.claim) };
    case "reading":
      return { id, rest, body: canonical(entry.reading) };
    case "judgement":
      return { id, rest, body: canonical(entry.judgement) };
    case "retraction":
      return { id, rest, body: canonical(entry.retraction) };
  }
}

/** The store's own rows were parsed when they came in; `asof doctor` checks them. */
export function toEntry(kind: EntryKind, row: { readonly body: string; readonly text?: string }): Entry {
  const value = JSON.parse(row.body);
  return kind === "report"
    ? { entry: kind, report: { ...value, text: row.text } }
    : ({ entry: kind, [kind]: value } as unknown as Entry);
}

export function toClaim(body: string): Claim {
  return JSON.parse(body);
}

/** Reads the text when it is asked for: a ledger of many reports fits in memory as long as few texts are wanted. */
export function toReport(
  body: string,
  addresses: ReadonlyMap<ReportId, Pick<Report, "url" | "ref">>,
  readText: (id: string) => string,
): Report {
  const report = JSON.parse(body);
  return Object.defineProperty({ ...report, ...addresses.get(report.id) }, "text", {
    enumerable: true,
    get: () => readText(report.id),
  });
}
