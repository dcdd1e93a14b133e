import type { ActorRef, ControlClaim } from "../domain/claim.ts";
import type { Party, Saying } from "./evidence.ts";

/**
 * What the claim says of its place; `undefined` when it says nothing that the fold can use: no actor, or the denial of
 * something that would not have told who has it. A gain or holding of a part is fighting (R6, R8), as is a loss of a part.
 */
export function sayingOf(claim: ControlClaim, party: (actor: ActorRef) => Party): Saying | undefined {
  const actor = claim.actor && party(claim.actor);
  const recipient = claim.recipient && party(claim.recipient);
  if (claim.stance === "denied") return denial(claim, actor);
  const agreed = claim.manner === "negotiated" && { agreed: true as const };
  const unopposed = claim.manner === "unopposed" || claim.manner === "negotiated";
  const partly = claim.extent === "part" || claim.extent === "most";
  switch (claim.change) {
    case "gained":
      if (partly) return { kind: "fought", ...(actor && { inside: actor }), unopposed: false };
      if (actor)
        return { kind: "has", party: actor, change: true, ...(recipient && { from: recipient }), ...agreed };
      return recipient && { kind: "lost", party: recipient, ...agreed };
    case "holds":
      if (!actor) return undefined;
      return partly
        ? { kind: "fought", inside: actor, unopposed: false }
        : { kind: "has", party: actor, change: false, ...agreed };
    case "repelled":
      return actor && { kind: "has", party: actor, change: false, repelled: true };
    case "lost":
      if (partly) return { kind: "fought", unopposed: false };
      return actor && { kind: "lost", party: actor, ...agreed };
    case "contested":
      return { kind: "fought", unopposed: false };
    case "entered":
      return { kind: "fought", ...(actor && { inside: actor }), unopposed };
    case "besieged":
      return actor && { kind: "besieged", by: actor, ...(recipient && { defender: recipient }) };
  }
}

/** "Not wholly" denies little: what is denied of the whole may be true of a part, and is no word about the holder. */
function denial(claim: ControlClaim, actor: Party | undefined): Saying | undefined {
  if (!actor) return undefined;
  switch (claim.change) {
    case "gained":
    case "holds":
      return claim.extent === "part" || claim.extent === "most"
        ? undefined
        : { kind: "has-not", party: actor };
    case "lost":
      return { kind: "has", party: actor, change: false };
    case "contested":
    case "entered":
    case "besieged":
    case "repelled":
      return undefined;
  }
}
