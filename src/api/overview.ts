import type { Claim } from "../domain/claim.ts";
import type { CountryCode } from "../domain/ids.ts";
import type { ApiDeps, Role } from "./deps.ts";
import type { Desk } from "./desk.ts";
import type { Overview, SourceRow } from "./wire.ts";

/** What the page needs to know of the whole ledger before its first picture. */
export function overview(desk: Desk, deps: ApiDeps, role: Role): Overview {
  const { ledger } = desk;
  const last = desk.days.at(-1)?.day;
  return {
    revision: desk.revision,
    ...(desk.days[0] ? { first: desk.days[0].day } : {}),
    ...(last ? { last } : {}),
    days: desk.days,
    countries: countries(desk, deps),
    actors: actors(desk.claims).map((id) => ({ id, name: deps.actorName(id) ?? nameIn(desk.claims, id) })),
    camps: camps(desk).map((id) => ({ id, name: deps.campName(id) ?? deps.actorName(id) ?? id })),
    sources: sources(desk, deps),
    counts: {
      reports: ledger.reports.size,
      claims: desk.claims.length,
      places: desk.places.length,
      judgements: ledger.judgements.size,
      undated: [...ledger.reports.values()].filter((report) => report.publishedOn === undefined).length,
    },
    may: {
      review: role !== "read" && deps.judge !== undefined,
      add: role !== "read" && deps.add !== undefined,
    },
  };
}

/** Countries with at least a twentieth of the located claims, most first: a passing word of a far place opens no map. */
function countries(desk: Desk, deps: ApiDeps): Overview["countries"] {
  const counts = new Map<CountryCode, number>();
  for (const { kind, place } of desk.claims) {
    if (!place?.country || place.id === undefined) continue;
    counts.set(place.country, (counts.get(place.country) ?? 0) + (kind === "control" ? 3 : 1));
  }
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
  return [...counts]
    .filter(([, n]) => n * 20 >= total)
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .map(([code, claims]) => ({ code, name: deps.countryName(code), claims }));
}

/** By how often they are named as holding, gaining or losing; ties by id. */
function actors(claims: readonly Claim[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const claim of claims) {
    if (claim.kind !== "control") continue;
    for (const actor of [claim.actor, claim.recipient]) {
      if (actor) counts.set(actor.id, (counts.get(actor.id) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([id]) => id);
}

function nameIn(claims: readonly Claim[], id: string): string {
  for (const claim of claims) {
    if (claim.kind !== "control") continue;
    if (claim.actor?.id === id) return claim.actor.name;
    if (claim.recipient?.id === id) return claim.recipient.name;
  }
  return id;
}

function camps(desk: Desk): readonly string[] {
  const speaking = desk.claims.flatMap((claim) => (claim.speaker?.camp ? [claim.speaker.camp] : []));
  const publishing = [...desk.ledger.reports.values()].flatMap((r) =>
    r.source?.camp ? [r.source.camp] : [],
  );
  return [...new Set<string>([...speaking, ...publishing])].sort();
}

function sources(desk: Desk, deps: ApiDeps): readonly SourceRow[] {
  const dated = [...desk.ledger.reports.values()].filter((report) => report.source !== undefined);
  const groups = Map.groupBy(dated, (report) => report.source!.name);
  return [...groups]
    .map(([name, reports]): SourceRow => {
      const days = reports.flatMap((r) => (r.publishedOn ? [r.publishedOn] : [])).sort();
      const { kind, camp, home } = reports[0]!.source!;
      const letter = deps.asking.fold.sources.reliabilityOf(reports[0]!.source);
      return {
        name,
        ...(kind ? { kind } : {}),
        ...(camp ? { camp } : {}),
        ...(home ? { home } : {}),
        ...(letter ? { letter } : {}),
        reports: reports.length,
        claims: reports.reduce((sum, r) => sum + desk.claimsOfReport(r.id).length, 0),
        ...(days[0] ? { first: days[0], last: days.at(-1)! } : {}),
      };
    })
    .sort((a, b) => b.reports - a.reports || (a.name < b.name ? -1 : 1));
}
