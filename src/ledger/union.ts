import type { ReportId } from "../domain/ids.ts";
import type { Report } from "../domain/report.ts";
import { canonical } from "./canonical.ts";
import { type Address, ENTRY_KINDS, type Entry, type EntryKind, entryId, type Ledger } from "./entry.ts";
import { compareExtractors } from "./extractor.ts";
import { addressId } from "./id.ts";

/** A report's content alone; its URL and the input's own id become an address, so that one text met twice is one report. */
export function reportEntries(report: Report): readonly Entry[] {
  const { url, ref, ...content } = report;
  const bare: Entry = { entry: "report", report: content };
  if (url === undefined && ref === undefined) return [bare];
  const place = {
    report: report.id,
    ...(url === undefined ? {} : { url }),
    ...(ref === undefined ? {} : { ref }),
  };
  return [bare, { entry: "address", address: { id: addressId(place), ...place } }];
}

/**
 * One of two entries with the same id, whichever came first: ids leave out who extracted a claim and what is merely known
 * of a source, so these may differ. The newer extractor's wins, then the one whose canonical text is less.
 */
export function joinEntries(a: Entry, b: Entry): Entry {
  if (a.entry === "claim" && b.entry === "claim") {
    const newer = compareExtractors(a.claim.extractor, b.claim.extractor);
    if (newer !== 0) return newer > 0 ? a : b;
  }
  return canonical(a) <= canonical(b) ? a : b;
}

export function ledgerOf(entries: Iterable<Entry>): Ledger {
  const kept = new Map<string, Entry>();
  for (const given of entries) {
    for (const entry of given.entry === "report" ? reportEntries(given.report) : [given]) {
      const id = entryId(entry);
      const known = kept.get(id);
      kept.set(id, known ? joinEntries(known, entry) : entry);
    }
  }
  return toLedger(kept.values());
}

export function union(a: Ledger, b: Ledger): Ledger {
  return ledgerOf([...entriesOf(a), ...entriesOf(b)]);
}

/** Every entry once, in canonical order: by kind, within a kind by id. Equal ledgers give equal sequences. */
export function entriesOf(ledger: Ledger): readonly Entry[] {
  return ENTRY_KINDS.flatMap((kind) => entriesOfKind(ledger, kind).sort(byId));
}

function entriesOfKind(ledger: Ledger, kind: EntryKind): Entry[] {
  switch (kind) {
    case "report":
      return [...ledger.reports.values()].map(({ url: _url, ref: _ref, ...report }) => ({
        entry: kind,
        report,
      }));
    case "address":
      return [...ledger.addresses.values()].map((address) => ({ entry: kind, address }));
    case "revision":
      return [...ledger.revisions.values()].map((revision) => ({ entry: kind, revision }));
    case "claim":
      return [...ledger.claims.values()].map((claim) => ({ entry: kind, claim }));
    case "reading":
      return [...ledger.readings.values()].map((reading) => ({ entry: kind, reading }));
    case "judgement":
      return [...ledger.judgements.values()].map((judgement) => ({ entry: kind, judgement }));
    case "retraction":
      return [...ledger.retractions.values()].map((retraction) => ({ entry: kind, retraction }));
  }
}

function byId(a: Entry, b: Entry): number {
  return entryId(a) < entryId(b) ? -1 : 1;
}

/** The entries must have distinct ids and bare reports. */
function toLedger(entries: Iterable<Entry>): Ledger {
  const reports = new Map<ReportId, Report>();
  const rest = {
    addresses: new Map(),
    revisions: new Map(),
    claims: new Map(),
    readings: new Map(),
    judgements: new Map(),
    retractions: new Map(),
  };
  for (const entry of entries) {
    switch (entry.entry) {
      case "report":
        reports.set(entry.report.id, entry.report);
        break;
      case "address":
        rest.addresses.set(entry.address.id, entry.address);
        break;
      case "revision":
        rest.revisions.set(entry.revision.id, entry.revision);
        break;
      case "claim":
        rest.claims.set(entry.claim.id, entry.claim);
        break;
      case "reading":
        rest.readings.set(entry.reading.id, entry.reading);
        break;
      case "judgement":
        rest.judgements.set(entry.judgement.id, entry.judgement);
        break;
      case "retraction":
        rest.retractions.set(entry.retraction.id, entry.retraction);
        break;
    }
  }
  const least = leastAddresses(rest.addresses.values());
  for (const [id, address] of least) {
    const report = reports.get(id);
    if (report) reports.set(id, { ...report, ...address });
  }
  return { reports, ...rest };
}

/** For each report the least of its URLs and the least of its refs, so that every ledger shows the same one. */
export function leastAddresses(
  addresses: Iterable<Address>,
): ReadonlyMap<ReportId, Pick<Report, "url" | "ref">> {
  const least = new Map<ReportId, { url?: string; ref?: string }>();
  for (const { report, url, ref } of addresses) {
    const so = least.get(report) ?? {};
    if (url !== undefined && (so.url === undefined || url < so.url)) so.url = url;
    if (ref !== undefined && (so.ref === undefined || ref < so.ref)) so.ref = ref;
    least.set(report, so);
  }
  return least;
}
