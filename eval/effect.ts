import type { Claim, ControlClaim } from "../src/domain/claim.ts";
import { isLive } from "../src/domain/claim.ts";
import { overlaps } from "../src/domain/span.ts";
import type { ActorJudge } from "./actors.ts";
import type { Counts } from "./counts.ts";
import { dayAgrees } from "./days.ts";
import type { GoldClaim } from "./gold.ts";
import type { PlaceJudge } from "./places.ts";

export interface Judges {
  readonly place: PlaceJudge;
  readonly actor: ActorJudge;
}

/**
 * What a live control claim does to a place (CONTRACT 5). An effect without a name is about somebody: `except` is the
 * one who it cannot be, since he who gains is not the one who loses; two such effects share nothing that was told.
 */
interface Effect<Who> {
  readonly does: "has" | "no-longer" | "fought-over" | "is-in";
  readonly who?: Who;
  readonly except?: Who;
}

export interface EffectResult {
  readonly counts: Counts;
  readonly missed: readonly GoldClaim[];
  readonly extra: readonly ControlClaim[];
}

/** Live control claims of one report against its gold. Several claims may share a partner. */
export function scoreEffect(
  gold: readonly GoldClaim[],
  claims: readonly Claim[],
  judges: Judges,
): EffectResult {
  const live = claims.filter((claim) => claim.kind === "control").filter(isLive);
  const goldLive = gold.filter(isLiveControl);
  const partners = live.map((claim) => goldLive.filter((g) => sharesEffect(g, claim, judges)));
  const counted = live.filter((_, i) => partners[i]!.length === 0 || partners[i]!.some((g) => !g.optional));
  const extra = live.filter((_, i) => partners[i]!.length === 0);
  const hits = new Set(partners.flat());
  const due = goldLive.filter((g) => !g.optional);
  const missed = due.filter((g) => !hits.has(g));
  return {
    counts: {
      right: counted.length - extra.length,
      claims: counted.length,
      hit: due.length - missed.length,
      gold: due.length,
    },
    missed,
    extra,
  };
}

export function isLiveControl(gold: GoldClaim): boolean {
  return gold.kind === "control" && (gold.stage === "done" || gold.stage === "ongoing");
}

/** Quotes overlap, same place, an effect in common, both deny or neither does, within a day. */
export function sharesEffect(gold: GoldClaim, claim: ControlClaim, judges: Judges): boolean {
  return sharesEffectOnAnyDay(gold, claim, judges) && dayAgrees(gold.valid, claim.valid, 1);
}

export function sharesEffectOnAnyDay(gold: GoldClaim, claim: ControlClaim, judges: Judges): boolean {
  if (!overlaps(gold.span, claim.quote)) return false;
  if ((gold.stance === "denied") !== (claim.stance === "denied")) return false;
  if (!placeAgrees(gold, claim, judges)) return false;
  const ours = effects(claim.change, claim.actor, claim.recipient);
  return effects(gold.main, gold.actor, gold.recipient).some((g) =>
    ours.some((c) => meet(g, c, judges.actor)),
  );
}

function placeAgrees(gold: GoldClaim, claim: ControlClaim, judges: Judges): boolean {
  return judges.place.effect(gold.place, claim.place);
}

function effects<Who>(
  change: string,
  actor: Who | undefined,
  recipient: Who | undefined,
): readonly Effect<Who>[] {
  const has: Effect<Who> = { does: "has", ...(actor !== undefined && { who: actor }) };
  const someoneLost: Effect<Who> = { does: "no-longer", ...(actor !== undefined && { except: actor }) };
  switch (change) {
    case "gained":
      return [has, recipient === undefined ? someoneLost : { does: "no-longer", who: recipient }];
    case "holds":
    case "repelled":
      return [has];
    case "lost":
      return [
        { does: "no-longer", ...(actor !== undefined && { who: actor }) },
        { does: "has", ...(actor !== undefined && { except: actor }) },
      ];
    case "entered":
      return [{ does: "fought-over" }, { does: "is-in", ...(actor !== undefined && { who: actor }) }];
    case "contested":
    case "besieged":
      return [{ does: "fought-over" }];
  }
  return [];
}

type Named = Parameters<ActorJudge>[1];

function meet(gold: Effect<string>, claim: Effect<Named>, same: ActorJudge): boolean {
  if (gold.does !== claim.does) return false;
  if (gold.who !== undefined && claim.who !== undefined) return same(gold.who, claim.who);
  if (gold.who !== undefined && claim.except !== undefined) return !same(gold.who, claim.except);
  if (gold.except !== undefined && claim.who !== undefined) return !same(gold.except, claim.who);
  return gold.except === undefined || claim.except === undefined;
}
