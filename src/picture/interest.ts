import type { ControlClaim, Speaker } from "../domain/claim.ts";
import type { CampId } from "../domain/ids.ts";
import type { Interest, Saying } from "./evidence.ts";

/**
 * Whose interest a claim serves. A camp that speaks of its own gain, or denies another's, speaks for itself; one that
 * tells its own loss admits it. Otherwise the stance that the reader of the report gave decides, and a camp that is no
 * party to the change is as neutral as anybody.
 */
export function interestOf(
  claim: Pick<ControlClaim, "stance">,
  saying: Saying,
  speaking: CampId | undefined,
): Interest {
  if (claim.stance === "unverified") return "rumour";
  if (speaking !== undefined) {
    if (speaking === servedBy(saying)) return "own";
    if (speaking === hurtBy(saying)) return "against";
  }
  switch (claim.stance) {
    case "admitted":
      return "against";
    case "claimed":
      return "own";
    case "denied":
      return speaking === undefined ? "neutral" : "own";
    case "reported":
    case "said":
      return "neutral";
  }
}

/** Who speaks: the inner speaker before the source (R19). A speaker without a camp is neutral (R20). */
export function speakingCamp(speaker: Speaker | undefined, source: CampId | undefined): CampId | undefined {
  return speaker ? speaker.camp : source;
}

function servedBy(saying: Saying): CampId | undefined {
  switch (saying.kind) {
    case "has":
      return saying.party.camp;
    case "fought":
      return saying.inside?.camp;
    case "besieged":
      return saying.by.camp;
    case "lost":
    case "has-not":
      return undefined;
  }
}

function hurtBy(saying: Saying): CampId | undefined {
  switch (saying.kind) {
    case "has":
      return saying.from?.camp;
    case "lost":
    case "has-not":
      return saying.party.camp;
    case "besieged":
      return saying.defender?.camp;
    case "fought":
      return undefined;
  }
}
