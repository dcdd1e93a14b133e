import type { Actors } from "../actors/types.ts";
import type { ControlClaim } from "../domain/claim.ts";
import { isLive } from "../domain/claim.ts";
import type { CampId } from "../domain/ids.ts";
import type { Report } from "../domain/report.ts";
import { toDayNumber } from "./day-number.ts";
import type { Evidence } from "./evidence.ts";
import { namedSpeaker, nameKey, originOf } from "./independence.ts";
import { interestOf, speakingCamp } from "./interest.ts";
import type { KnownClaim } from "./known.ts";
import { sayingOf } from "./saying.ts";
import type { Sides } from "./sides.ts";
import type { Sources } from "./sources.ts";
import type { Reliability } from "./types.ts";
import { whenOf } from "./when.ts";

/** What the fold asks of the data files. */
export interface FoldDeps {
  readonly actors: Pick<Actors, "actor" | "campOf" | "camps">;
  readonly sources: Sources;
}

/** A text dated one day ahead is a matter of time zones; further ahead it tells of what has not happened (R5). */
const AHEAD_DAYS = 1;

/** Told as done, for a day after its own publication. */
export function isAhead({ claim, published }: KnownClaim): boolean {
  const { from } = claim.valid;
  return isLive(claim) && from !== undefined && toDayNumber(from) > published + AHEAD_DAYS;
}

/** What the source of a report brings to each of its claims. */
interface SourceFacts {
  readonly camp: CampId | undefined;
  readonly reliability: Reliability;
  readonly origin: string | undefined;
}

export type SourceOf = (report: Report | undefined) => SourceFacts;

/** The claims of a report mostly come one after the other, so that each report is looked up once. */
export function createSourceOf(sources: Sources): SourceOf {
  let last: Report | undefined;
  let facts: SourceFacts | undefined;
  return (report) => {
    if (facts && report === last) return facts;
    const source = report?.source;
    last = report;
    facts = {
      camp: sources.campOf(source),
      reliability: sources.reliabilityOf(source),
      origin: source && nameKey(source.name),
    };
    return facts;
  };
}

/** The claim as the fold weighs it; `undefined` when it changes no picture: not live, or without an actor or a day. */
export function toEvidence(
  known: KnownClaim<ControlClaim>,
  sourceOf: SourceOf,
  sides: Sides,
): Evidence | undefined {
  const { claim, report, published } = known;
  if (!isLive(claim)) return undefined;
  const when = whenOf(claim.valid, report?.publishedOn);
  if (!when || isAhead(known)) return undefined;
  const saying = sayingOf(claim, (actor) => sides.partyOf(actor, when.first));
  if (!saying) return undefined;
  const source = sourceOf(report);
  const camp = speakingCamp(claim.speaker, source.camp);
  const { first, undated } = when;
  return {
    claim,
    report,
    saying,
    interest: interestOf(claim, saying, camp),
    camp,
    reliability: source.reliability,
    origin: claim.via === undefined && source.origin !== undefined ? source.origin : originOf(known),
    named: namedSpeaker(known),
    first,
    last: Math.min(when.last, Math.max(first, published)),
    undated,
    published,
    knownFrom: known.from,
    knownUntil: known.until,
  };
}
