import type { Actor, Actors } from "../src/actors/types.ts";
import type { ActorRef } from "../src/domain/claim.ts";
import type { ActorId } from "../src/domain/ids.ts";
import type { GoldActor } from "./gold.ts";
import { folded } from "./places.ts";

/** Whether the actor of a claim is the one that gold names by an id of the annotators. */
export type ActorJudge = (gold: string | undefined, claim: ActorRef | undefined) => boolean;

/**
 * Gold without an actor agrees with every claim. Ids differ between annotators and `data/actors`, so a gold id stands for
 * itself, for the rows that its name and aliases resolve to, and a state and its forces count as one.
 */
export function createActorJudge(
  goldActors: readonly GoldActor[] = [],
  actors?: Pick<Actors, "actor" | "byName">,
): ActorJudge {
  const names = new Map(goldActors.map(({ id, name, aliases }) => [id, [name, ...aliases]] as const));
  const known = new Map<string, readonly Actor[]>();
  const rowsOf = (gold: string): readonly Actor[] => {
    const found = known.get(gold) ?? resolve(gold, names.get(gold) ?? [], actors);
    known.set(gold, found);
    return found;
  };
  return (gold, claim) => {
    if (!gold) return true;
    if (!claim) return false;
    if (claim.id === gold || folded(claim.name) === folded(gold) || folded(claim.mention) === folded(gold))
      return true;
    const own = actors?.actor(claim.id);
    return rowsOf(gold).some((row) => row.id === claim.id || (own !== undefined && sameState(row, own)));
  };
}

function resolve(
  gold: string,
  names: readonly string[],
  actors: Pick<Actors, "actor" | "byName"> | undefined,
): readonly Actor[] {
  if (!actors) return [];
  const rows = [
    actors.actor(gold as ActorId),
    ...[...names, gold.replaceAll("-", " ")].map((name) => actors.byName(name)),
  ];
  return rows.filter((row) => row !== undefined);
}

const STATE_KINDS: ReadonlySet<string> = new Set(["state", "state-forces", "police"]);

function sameState(a: Actor, b: Actor): boolean {
  return STATE_KINDS.has(a.kind) && STATE_KINDS.has(b.kind) && a.countries[0] === b.countries[0];
}
