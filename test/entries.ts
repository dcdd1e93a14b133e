import type { Claim, ControlClaim } from "../src/domain/claim.ts";
import { type Day, parseDay } from "../src/domain/day.ts";
import type { ActorId, CountryCode, PlaceId } from "../src/domain/ids.ts";
import type { Decision, Judgement } from "../src/domain/judgement.ts";
import type { Report } from "../src/domain/report.ts";
import type { Entry, Reading } from "../src/ledger/entry.ts";
import { claimId, judgementId, readingId, reportId } from "../src/ledger/id.ts";

export function day(text: string): Day {
  const found = parseDay(text);
  if (!found) throw new Error(`no day: ${text}`);
  return found;
}

export function report(text: string, more: Omit<Partial<Report>, "id" | "text"> = {}): Report {
  const content = { text, publishedOn: day("2021-03-02"), source: { name: "Example Wire" }, ...more };
  return { id: reportId(content), ...content };
}

/** The report says that `actor` took the town of Exampleton on its day of publication, in its first words. */
export function gain(
  of: Report,
  actor: string,
  more: Partial<Omit<ControlClaim, "id" | "kind">> = {},
): ControlClaim {
  const content = {
    report: of.id,
    kind: "control" as const,
    change: "gained" as const,
    quote: { start: 0, end: of.text.length, text: of.text },
    place: {
      id: "gn:1" as PlaceId,
      name: "Exampleton",
      toponym: "Exampleton",
      country: "XX" as CountryCode,
      level: "town" as const,
      lon: 10.5,
      lat: 20.25,
      precision: "exact" as const,
    },
    valid: { from: of.publishedOn ?? day("2021-03-02"), precision: "day" as const },
    actor: { id: actor as ActorId, name: actor, mention: actor },
    stance: "reported" as const,
    stage: "done" as const,
    extractor: "rules@1",
    ...more,
  };
  return { id: claimId(content), ...content };
}

export function reading(of: Report, claims: readonly Claim[], extractor = "rules@1"): Reading {
  const content = { report: of.id, extractor, claims: [...new Set(claims.map((claim) => claim.id))].sort() };
  return { id: readingId(content), ...content };
}

export function judgement(
  decision: Decision,
  more: Partial<Omit<Judgement, "id" | "decision">> = {},
): Judgement {
  const content = { decision, reviewer: "ada", on: day("2021-03-05"), ...more };
  return { id: judgementId(content), ...content };
}

/** A report with its claims and the reading that made them, as ingest stores them. */
export function readReport(of: Report, claims: readonly Claim[], extractor = "rules@1"): readonly Entry[] {
  return [
    { entry: "report", report: of },
    ...claims.map((claim) => ({ entry: "claim" as const, claim })),
    { entry: "reading", reading: reading(of, claims, extractor) },
  ];
}

export function judged(judgement: Judgement): Entry {
  return { entry: "judgement", judgement };
}
