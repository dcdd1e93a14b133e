import type { ActorRef, Claim } from "../src/domain/claim.ts";
import { overlaps } from "../src/domain/span.ts";
import type { Counts } from "./counts.ts";
import { dayAgrees } from "./days.ts";
import type { Judges } from "./effect.ts";
import { type GoldClaim, mainOf } from "./gold.ts";
import { pairs } from "./pairs.ts";
import { folded } from "./places.ts";

export interface StrictResult {
  readonly counts: Counts;
  readonly missed: readonly GoldClaim[];
  readonly extra: readonly Claim[];
}

/** Claims of one kind of one report against its gold, each matched at most once. */
export function scoreStrict(
  gold: readonly GoldClaim[],
  claims: readonly Claim[],
  judges: Judges,
): StrictResult {
  const due = gold.filter((g) => !g.optional);
  const found = pairs(due, claims, (g, c) => matches(g, c, judges));
  const rest = claims.filter((claim) => !found.some(([, c]) => c === claim));
  const optional = gold.filter((g) => g.optional);
  const excused = pairs(optional, rest, (g, c) => matches(g, c, judges)).map(([, c]) => c);
  return {
    counts: {
      right: found.length,
      claims: claims.length - excused.length,
      hit: found.length,
      gold: due.length,
    },
    missed: due.filter((g) => !found.some(([hit]) => hit === g)),
    extra: rest.filter((claim) => !excused.includes(claim)),
  };
}

/** Kind, main field, place and, where gold has them, actor and day agree, and the quotes overlap. */
export function matches(gold: GoldClaim, claim: Claim, judges: Judges): boolean {
  return (
    gold.kind === claim.kind &&
    overlaps(gold.span, claim.quote) &&
    folded(gold.main) === folded(mainOf(claim)) &&
    placeMatches(gold, claim, judges) &&
    judges.actor(gold.actor, actorOf(claim)) &&
    dayAgrees(gold.valid, claim.valid, 0)
  );
}

function placeMatches(gold: GoldClaim, claim: Claim, judges: Judges): boolean {
  return judges.place.strict(gold.place, claim.place);
}

export function actorOf(claim: Claim): ActorRef | undefined {
  return "actor" in claim ? claim.actor : undefined;
}
