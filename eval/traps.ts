import type { Claim, ControlClaim } from "../src/domain/claim.ts";
import { overlaps } from "../src/domain/span.ts";
import { isLiveControl, type Judges, sharesEffectOnAnyDay } from "./effect.ts";
import type { GoldReport, Trap } from "./gold.ts";

export interface SprungTrap {
  readonly trap: Trap;
  readonly claim: ControlClaim;
}

/** Traps that a done control claim stands in, unless gold has a claim of that place and effect in the same words. */
export function sprungTraps(
  report: GoldReport,
  claims: readonly Claim[],
  judges: Judges,
): readonly SprungTrap[] {
  const live = report.gold.filter(isLiveControl);
  const strays = claims
    .filter((claim) => claim.kind === "control")
    .filter((claim) => claim.stage === "done" && claim.stance !== "denied")
    .filter((claim) => !live.some((gold) => sharesEffectOnAnyDay(gold, claim, judges)));
  return report.traps.flatMap((trap) => {
    const claim = strays.find((stray) => overlaps(trap.span, stray.quote));
    return claim ? [{ trap, claim }] : [];
  });
}
