import type { ActorRef, Claim, ClaimContent, ControlChange, Valid } from "../src/domain/claim.ts";
import { parseDay } from "../src/domain/day.ts";
import type { ActorId, CampId, CountryCode } from "../src/domain/ids.ts";
import type { ClaimPlace, Level, SiteKind } from "../src/domain/place.ts";
import type { Report } from "../src/domain/report.ts";
import type { Ledger } from "../src/ledger/entry.ts";
import { claimId, reportId } from "../src/ledger/id.ts";
import { ledgerOf } from "../src/ledger/union.ts";
import type { GoldClaim, GoldPlace, GoldReport } from "./gold.ts";

/** A ledger of the annotators' own control claims, so that the fold is judged apart from extraction. */
export function goldLedger(reports: readonly GoldReport[]): Ledger {
  return ledgerOf(
    reports.flatMap((gold) => {
      const report = toReport(gold);
      const claims = gold.gold
        .filter(({ kind }) => kind === "control")
        .map((claim) => ({ entry: "claim" as const, claim: toClaim(claim, report) }));
      return [{ entry: "report" as const, report }, ...claims];
    }),
  );
}

function toReport({ text, json }: GoldReport): Report {
  const source = json.source as { name: string; kind?: string; camp?: string | null };
  const publishedOn = parseDay(String(json.publishedOn));
  const content = {
    text,
    source: {
      name: source.name,
      ...(source.kind && { kind: source.kind as never }),
      ...(source.camp && { camp: source.camp as CampId }),
    },
    ...(publishedOn && { publishedOn }),
  };
  return { id: reportId(content), ...content };
}

function toClaim(gold: GoldClaim, report: Report): Claim {
  const loose = gold as unknown as Readonly<Record<string, string | undefined>>;
  const content = {
    report: report.id,
    kind: "control",
    change: gold.main as ControlChange,
    ...(gold.actor && { actor: toActor(gold.actor) }),
    ...(gold.recipient && { recipient: toActor(gold.recipient) }),
    ...(loose.extent && { extent: loose.extent as never }),
    ...(loose.manner && { manner: loose.manner as never }),
    ...(gold.place?.name && { place: toPlace(gold.place, gold.quote) }),
    quote: { ...gold.span, text: gold.quote },
    valid: toValid(gold),
    ...(gold.speaker && {
      speaker: { name: gold.speaker, ...(loose.speakerCamp && { camp: loose.speakerCamp as CampId }) },
    }),
    stance: (gold.stance ?? "reported") as never,
    stage: (gold.stage ?? "done") as never,
    extractor: "gold@1",
  } as ClaimContent;
  return { ...content, id: claimId(content) } as Claim;
}

function toActor(id: string): ActorRef {
  return { id: id as ActorId, name: id, mention: id };
}

function toValid({ valid }: GoldClaim): Valid {
  const from = valid?.from ? parseDay(valid.from) : undefined;
  const until = valid?.until ? parseDay(valid.until) : undefined;
  const precision = (valid?.precision ?? "day") as Valid["precision"];
  if (!from || precision === "unknown") return { precision: "unknown" };
  return { from, ...(until && { until }), precision };
}

/** Gold names a site's town but not always its kind: its own words, or else the quote's, tell. */
function toPlace(gold: GoldPlace, quote: string): ClaimPlace {
  const name = gold.name!;
  const level = (gold.level ?? "city") as Level;
  return {
    name,
    toponym: gold.toponym ?? name,
    ...(gold.country && { country: gold.country as CountryCode }),
    ...(gold.admin1 && { admin1: gold.admin1 }),
    level,
    precision: "unlocated",
    ...(level === "site" && { site: siteKind(`${name} ${gold.toponym ?? quote}`) }),
  };
}

const SITE_WORDS: readonly (readonly [SiteKind, RegExp])[] = [
  ["airport", /\bairports?\b|\bairfield/i],
  ["prison", /\bprison|\bjail/i],
  ["headquarters", /\bheadquarters\b|\bcorps\b|\bcommand\b|\boperations room\b/i],
  ["base", /\bbases?\b|\bcamps?\b|\bbarracks\b|\bgarrison/i],
  ["government-building", /\bgovernor|\bpolice\b|\bcompound|\boffices?\b|\bmunicipal/i],
  ["palace", /\bpalace\b/i],
  ["bridge", /\bbridge\b/i],
  ["dam", /\bdam\b/i],
  ["port", /\bport\b|\bterminal\b/i],
  ["oilfield", /\bfield\b/i],
];

export function siteKind(words: string): SiteKind {
  return SITE_WORDS.find(([, form]) => form.test(words))?.[0] ?? "other";
}
