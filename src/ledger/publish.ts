import type { Claim } from "../domain/claim.ts";
import type { Judgement } from "../domain/judgement.ts";
import type { ClaimPlace } from "../domain/place.ts";
import type { Report } from "../domain/report.ts";
import type { Address, Ledger } from "./entry.ts";
import { type Hiding, hidingOf } from "./hiding.ts";

/**
 * The ledger as it may be shown: without what people have marked as private. Whatever is published is made from what this
 * returns, so a rendering cannot leak what it never saw.
 */
export function publish(ledger: Ledger): Ledger {
  const hiding = hidingOf(ledger);
  if (!hiding) return ledger;
  return {
    reports: mapped(ledger.reports, (report) => publishedReport(report, hiding)),
    claims: mapped(ledger.claims, (claim) => publishedClaim(claim, ledger.reports.get(claim.report), hiding)),
    addresses: publishedAddresses(ledger, hiding),
    revisions: ledger.revisions,
    readings: ledger.readings,
    judgements: new Map(
      [...ledger.judgements.values()]
        .filter((one) => isShown(one, ledger, hiding))
        .map((one) => [one.id, publishedJudgement(one, ledger, hiding)]),
    ),
    retractions: mapped(ledger.retractions, (one) => hiding.blot(one)),
  };
}

function mapped<Key, Value>(map: ReadonlyMap<Key, Value>, change: (value: Value) => Value): Map<Key, Value> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}

/** Of a hidden source stay its kind and its camp: the picture needs to know whose voice it is. */
function publishedReport(report: Report, hiding: Hiding): Report {
  const { id, source, url, ref, title, publishedOn, language } = report;
  const alias = source && hiding.aliasOf(source.name);
  const { kind, camp } = source ?? {};
  const shown = present({
    id,
    title: hiding.blot(title, id),
    publishedOn,
    language,
    source: alias === undefined ? hiding.blot(source, id) : present({ name: alias, kind, camp }),
    url: alias === undefined ? hiding.blot(url, id) : undefined,
    ref: alias === undefined ? hiding.blot(ref, id) : undefined,
  });
  return Object.defineProperty(shown, "text", {
    enumerable: true,
    get: () => hiding.blot(report.text, id),
  }) as unknown as Report;
}

function publishedClaim(claim: Claim, report: Report | undefined, hiding: Hiding): Claim {
  const { id, report: of, quote, place, reportRef, ...rest } = claim;
  const alias = report?.source && hiding.aliasOf(report.source.name);
  const blotter = hiding.blotterFor(of);
  const move = blotter && report ? blotter.offsets(report.text) : (offset: number) => offset;
  return present({
    ...hiding.blot(rest, of),
    id,
    report: of,
    place: place && publishedPlace(place, of, hiding),
    reportRef: alias === undefined ? hiding.blot(reportRef, of) : undefined,
    quote: {
      start: move(quote.start, "start"),
      end: move(quote.end, "end"),
      text: hiding.blot(quote.text, of),
    },
  }) as unknown as Claim;
}

/** A hidden place is somewhere in its province: no id, no position, no name. */
function publishedPlace(place: ClaimPlace, report: Report["id"] | undefined, hiding: Hiding): ClaimPlace {
  if (!hiding.hidesPlace(report, place)) return hiding.blot(place, report);
  const name = "withheld place";
  const { level, country, admin1 } = place;
  return hiding.blot(
    present({ name, toponym: name, level, precision: "unlocated" as const, country, admin1 }) as ClaimPlace,
    report,
  );
}

function publishedAddresses(ledger: Ledger, hiding: Hiding): ReadonlyMap<string, Address> {
  const shown = [...ledger.addresses].filter(([, { report }]) => {
    const source = ledger.reports.get(report)?.source;
    return source === undefined || hiding.aliasOf(source.name) === undefined;
  });
  return new Map(shown.map(([id, address]) => [id, hiding.blot(address, address.report)]));
}

/** A marking as private would tell what it hides; so would the judgement that takes one back, or joins a hidden place. */
function isShown({ decision }: Judgement, ledger: Ledger, hiding: Hiding): boolean {
  if (decision.kind === "withhold") return false;
  if (decision.kind === "merge-places") return !hiding.hidesPlaceId(decision.from);
  if (decision.kind !== "undo") return true;
  return ledger.judgements.get(decision.judgement)?.decision.kind !== "withhold";
}

function publishedJudgement(judgement: Judgement, ledger: Ledger, hiding: Hiding): Judgement {
  const { decision } = judgement;
  const about = decision.kind === "correct" ? ledger.claims.get(decision.claim)?.report : undefined;
  const shown = hiding.blot(judgement, about);
  if (decision.kind !== "correct" || shown.decision.kind !== "correct" || !decision.fields.place)
    return shown;
  const place = publishedPlace(decision.fields.place as ClaimPlace, about, hiding);
  return { ...shown, decision: { ...shown.decision, fields: { ...shown.decision.fields, place } } };
}

function present<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}
