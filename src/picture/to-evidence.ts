import type { Actors } from "../actors/types.ts";
import type { ControlClaim } from "../domain/claim.ts";
import { isLive } from "../domain/claim.ts";
import { toDayNumber } from "./day-number.ts";
import type { Evidence } from "./evidence.ts";
import { namedSpeaker, originOf } from "./independence.ts";
import { interestOf, speakingCamp } from "./interest.ts";
import type { KnownClaim } from "./known.ts";
import { sayingOf } from "./saying.ts";
import type { Sides } from "./sides.ts";
import type { Sources } from "./sources.ts";
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

/** The claim as the fold weighs it; `undefined` when it changes no picture: not live, or without an actor or a day. */
export function toEvidence(
  known: KnownClaim<ControlClaim>,
  sources: Sources,
  sides: Sides,
): Evidence | undefined {
  const { claim, report, published } = known;
  if (!isLive(claim)) return undefined;
  const when = whenOf(claim.valid, report?.publishedOn);
  if (!when || isAhead(known)) return undefined;
  const saying = sayingOf(claim, (actor) => sides.partyOf(actor, when.first));
  if (!saying) return undefined;
  const camp = speakingCamp(claim.speaker, sources.campOf(report?.source));
  const { first, undated } = when;
  return {
    claim,
    report,
    saying,
    interest: interestOf(claim, saying, camp),
    camp,
    reliability: sources.reliabilityOf(report?.source),
    origin: originOf(known),
    named: namedSpeaker(known),
    first,
    last: Math.min(when.last, Math.max(first, published)),
    undated,
    published,
    knownFrom: known.from,
    knownUntil: known.until,
  };
}
