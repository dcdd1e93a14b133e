import { newestFirst } from "../app/newest-first.ts";
import type { Claim } from "../domain/claim.ts";
import type { Day } from "../domain/day.ts";
import type { ClaimId, ReportId } from "../domain/ids.ts";
import { currentClaims } from "../ledger/current.ts";
import type { Ledger } from "../ledger/entry.ts";
import { judged } from "../ledger/judged.ts";
import { standingJudgements } from "../ledger/standing.ts";
import { picturePlace } from "../picture/place-key.ts";
import type { JudgementRow, PlaceRow } from "./wire.ts";

/** One revision of the ledger, laid out for looking things up. Built once, read by every request. */
export interface Desk {
  readonly revision: string;
  readonly ledger: Ledger;
  /** Claims that count, newest publication first; rejected ones included. */
  readonly claims: readonly Claim[];
  readonly claim: (id: string) => Claim | undefined;
  readonly claimsOfReport: (id: ReportId) => readonly Claim[];
  /** Claims about a place, told by the id that pictures give it. */
  readonly claimsOfPlace: (id: string) => readonly Claim[];
  readonly publishedOn: (claim: Claim) => Day | undefined;
  readonly place: (id: string) => PlaceRow | undefined;
  readonly places: readonly PlaceRow[];
  /** The located place that claims call so; a settlement before a unit of the same name. */
  readonly placeNamed: (name: string) => PlaceRow | undefined;
  readonly accepted: ReadonlySet<ClaimId>;
  readonly rejected: ReadonlySet<ClaimId>;
  readonly corrected: ReadonlySet<ClaimId>;
  readonly conflicts: ReadonlySet<string>;
  /** Oldest first, undone ones included. */
  readonly judgementsOf: (id: ClaimId) => readonly JudgementRow[];
  /** Days with reports, in order. */
  readonly days: readonly { readonly day: Day; readonly reports: number; readonly claims: number }[];
}

export function deskOf(ledger: Ledger, revision: string): Desk {
  const raw = currentClaims(ledger);
  const verdicts = judged(raw, ledger.judgements.values());
  const byId = new Map<string, Claim>(raw.map((claim) => [claim.id, claim]));
  for (const claim of verdicts.claims) byId.set(claim.id, claim);
  const publishedOn = (claim: Claim) => ledger.reports.get(claim.report)?.publishedOn;
  const claims = newestFirst(byId.values(), ledger);
  const byReport = Map.groupBy(claims, (claim) => claim.report);
  const byPlace = Map.groupBy(
    claims.filter((claim) => claim.place !== undefined),
    (claim) => picturePlace(claim.place!).id as string,
  );
  const judgements = judgementsByClaim(ledger);
  const places = new Map<string, PlaceRow>(
    [...byPlace].map(([id, about]) => [id, picturePlace(about[0]!.place!)]),
  );
  const named = namedPlaces([...places.values()]);
  return {
    revision,
    ledger,
    claims,
    claim: (id) => byId.get(id),
    claimsOfReport: (id) => byReport.get(id) ?? [],
    claimsOfPlace: (id) => byPlace.get(id) ?? [],
    publishedOn,
    place: (id) => places.get(id),
    places: [...places.values()],
    placeNamed: (name) => named.get(name.toLowerCase()),
    accepted: verdicts.accepted,
    rejected: verdicts.rejected,
    corrected: verdicts.corrected,
    conflicts: new Set(verdicts.conflicts.map((conflict) => conflict.subject)),
    judgementsOf: (id) => judgements.get(id) ?? [],
    days: newsDays(ledger, byReport),
  };
}

function namedPlaces(places: readonly PlaceRow[]): ReadonlyMap<string, PlaceRow> {
  const named = new Map<string, PlaceRow>();
  const settled = (place: PlaceRow | undefined) =>
    place !== undefined && /^(city|town|village)$/.test(place.level);
  for (const place of places) {
    if (place.lon === undefined) continue;
    const key = place.name.toLowerCase();
    if (!settled(named.get(key))) named.set(key, place);
  }
  return named;
}

function newsDays(ledger: Ledger, byReport: ReadonlyMap<ReportId, readonly Claim[]>): Desk["days"] {
  const days = new Map<Day, { reports: number; claims: number }>();
  for (const { id, publishedOn } of ledger.reports.values()) {
    if (publishedOn === undefined) continue;
    const so = days.get(publishedOn) ?? { reports: 0, claims: 0 };
    days.set(publishedOn, { reports: so.reports + 1, claims: so.claims + (byReport.get(id)?.length ?? 0) });
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, counts]) => ({ day, ...counts }));
}

function judgementsByClaim(ledger: Ledger): ReadonlyMap<string, readonly JudgementRow[]> {
  const standing = new Set(standingJudgements(ledger.judgements.values()).map((j) => j.id));
  const byClaim = new Map<string, JudgementRow[]>();
  const inOrder = [...ledger.judgements.values()].sort((a, b) =>
    a.on !== b.on ? (a.on < b.on ? -1 : 1) : a.id < b.id ? -1 : 1,
  );
  for (const { id, decision, reviewer, on, reason } of inOrder) {
    if (decision.kind !== "accept" && decision.kind !== "reject" && decision.kind !== "correct") continue;
    const row: JudgementRow = {
      id,
      kind: decision.kind,
      reviewer,
      on,
      ...(reason ? { reason } : {}),
      ...(decision.kind === "correct" ? { fields: decision.fields } : {}),
      undone: !standing.has(id),
    };
    const so = byClaim.get(decision.claim);
    if (so) so.push(row);
    else byClaim.set(decision.claim, [row]);
  }
  return byClaim;
}
