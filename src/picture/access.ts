import type { AccessClaim } from "../domain/claim.ts";
import { toDay, toDayNumber } from "./day-number.ts";
import type { KnownClaim } from "./known.ts";
import { picturePlace, placeKey } from "./place-key.ts";
import type { Sources } from "./sources.ts";
import { type ToldClaim, toldClaims, toldGrade, weightOf } from "./told-claim.ts";
import type { AccessStatusNow, Viewpoint } from "./types.ts";

/** R9: a road or gate of which nobody has spoken for so long. */
const STALE_AFTER_DAYS = 60;

type Told = ToldClaim<AccessClaim>;

/** What is open and shut, each side and direction of a crossing or road apart. */
export function accessOf(
  claims: readonly KnownClaim[],
  viewpoint: Viewpoint,
  sources: Sources,
): readonly AccessStatusNow[] {
  const told = toldClaims(claims, "access", viewpoint, sources).filter(({ claim }) => claim.place);
  const groups = Map.groupBy(told, groupOf);
  return [...groups.keys()].sort().map((key) => statusOf(groups.get(key)!, viewpoint));
}

function groupOf({ claim }: Told): string {
  const { target, direction, from, to } = claim;
  return JSON.stringify([placeKey(claim.place!), target, direction ?? "", from ?? "", to ?? ""]);
}

function statusOf(told: readonly Told[], { asOf }: Viewpoint): AccessStatusNow {
  const day = Math.max(...told.map(({ first }) => first));
  const newest = told.filter(({ first }) => first === day);
  const best = newest.reduce((a, b) => (isBetter(b, a) ? b : a));
  const { claim } = best;
  const since = runStart(told, claim.status);
  const agreeing = told.filter((one) => one.first >= since && one.claim.status === claim.status);
  const against = newest.filter((one) => one.claim.status !== claim.status);
  const disputed = against.some((one) => weightOf(one) >= weightOf(best) && one.published >= best.published);
  const stale = toDayNumber(asOf) - Math.max(...agreeing.map(({ last }) => last)) > STALE_AFTER_DAYS;
  const grade = stale ? "stale" : disputed ? "disputed" : toldGrade(agreeing);
  return {
    target: claim.target,
    place: picturePlace(claim.place!),
    status: claim.status,
    ...(claim.direction && { direction: claim.direction }),
    ...(claim.from && { from: claim.from }),
    ...(claim.to && { to: claim.to }),
    ...(claim.actor && { actor: claim.actor.id }),
    since: toDay(since),
    grade,
    reason: `${claim.status} since ${toDay(since)} as told by ${sourceOf(best)} (R9); a later report would change it.`,
    because: {
      deciding: [claim.id],
      supporting: agreeing.filter((one) => one !== best).map((one) => one.claim.id),
      contradicting: against.map((one) => one.claim.id),
    },
  };
}

/** First day of the run of claims that end in this status. */
function runStart(told: readonly Told[], status: AccessClaim["status"]): number {
  let start = told.at(-1)!.first;
  for (const one of told.toReversed()) {
    if (one.claim.status === status) start = one.first;
    else if (one.first < start) break;
  }
  return start;
}

/** The less interested, then the later told, then the lesser id. */
function isBetter(a: Told, b: Told): boolean {
  const order = weightOf(a) - weightOf(b) || a.published - b.published;
  return order === 0 ? a.claim.id < b.claim.id : order > 0;
}

function sourceOf({ claim, report }: Told): string {
  return claim.speaker?.name ?? report?.source?.name ?? "an unnamed source";
}
