import type { ActorRef, ControlChange } from "../../../domain/claim.ts";
import type { PlaceArgument } from "../../places/place-of.ts";
import type { ActorArgument } from "../actor-of.ts";
import type { VerbFrame } from "../control-lexicon.ts";
import type { VerbClause } from "./verb-roles.ts";

/** "is occupied by", "had occupied since": a state. */
export function isStanding({ lemma, change }: VerbFrame, { verb }: VerbClause): boolean {
  return change === "gained" && lemma === "occupy" && /^(?:present|perfect|past-perfect)$/.test(verb.tense);
}

export interface Told {
  readonly change: ControlChange;
  readonly actor?: ActorRef;
  readonly other?: ActorRef;
}

/** Turns the lexicon's change into the claim's, with who and from whom. */
export function toldAs(
  frame: VerbFrame,
  place: PlaceArgument | undefined,
  roles: {
    readonly actor: ActorArgument;
    readonly other: ActorArgument;
    readonly subject: ActorArgument;
    readonly standing: boolean;
  },
): Told {
  const actor = refOf(roles.actor);
  const other = refOf(roles.other);
  const subject = refOf(roles.subject);
  if (frame.agent && subject && roles.subject.kind === "actor") return told(frame.agent, subject, actor);
  if (frame.change === "handed")
    return roles.other.kind === "actor"
      ? told("gained", other, actor)
      : actor
        ? told("lost", actor, undefined)
        : told("gained", undefined, undefined);
  if (frame.change === "lost" && frame.other === "to" && roles.other.kind === "actor")
    return told("gained", other, actor);
  if (frame.change === "entered" && frame.guard === "site" && place?.place?.level === "site")
    return told("gained", actor, other);
  return told(roles.standing ? "holds" : frame.change, actor, other);
}

function told(change: ControlChange, actor: ActorRef | undefined, other: ActorRef | undefined): Told {
  return { change, ...(actor ? { actor } : {}), ...(other ? { other } : {}) };
}

export function refOf(argument: ActorArgument): ActorRef | undefined {
  return argument.kind === "actor" ? argument.ref : undefined;
}
