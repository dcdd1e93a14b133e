import type { ActorRow } from "./actor-rows.ts";

export interface Resolved {
  readonly actor?: ActorRow;
  readonly reason: string;
}

/** A named actor of the report and the word where it stands. */
export interface Named {
  readonly actor: ActorRow;
  readonly at: number;
}

/** Who is named in a report, in order, and what generic words were found to mean there. */
export interface Cast {
  readonly named: readonly Named[];
  readonly groups: readonly Named[];
  readonly coalitions: readonly Named[];
  readonly known: Map<string, Resolved>;
}

export function castOf(named: readonly Named[]): Cast {
  return {
    named,
    groups: named.filter(({ actor }) => isGroup(actor)),
    coalitions: named.filter(({ actor }) => actor.kind === "coalition" || ALLIANCE.test(actor.name)),
    known: new Map(),
  };
}

/** A group that calls itself so is "the alliance", too. */
const ALLIANCE = /\bAlliance\b/;

/** The last one before the word `at`; the list runs in order. */
export function lastBefore(named: readonly Named[], at: number): Named | undefined {
  let low = 0;
  let high = named.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (named[middle]!.at < at) low = middle + 1;
    else high = middle;
  }
  return named[low - 1];
}

/** Most often named first; the first named wins a tie. */
export function mostNamed(named: readonly Named[]): readonly ActorRow[] {
  const counts = new Map<ActorRow, number>();
  for (const { actor } of named) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([actor]) => actor);
}

export function isGroup(actor: ActorRow): boolean {
  return actor.kind === "armed-group" || actor.kind === "militia";
}
