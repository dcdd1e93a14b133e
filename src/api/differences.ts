import type { Assessment } from "../picture/types.ts";
import type { ApiDeps } from "./deps.ts";
import type { Desk } from "./desk.ts";
import type { Asking, Question } from "./question.ts";
import { claimRow } from "./rows.ts";
import type { Diff } from "./wire.ts";

/** Quotes that stand under one sentence. */
const QUOTES = 3;

/** Places whose state, holder or grade is not the same from two viewpoints. */
export function differences(
  desk: Desk,
  deps: Pick<ApiDeps, "asking" | "actorName">,
  asking: Pick<Asking, "places">,
  from: Question,
  to: Question,
): Diff {
  const before = byPlace(asking.places(from));
  const after = byPlace(asking.places(to));
  const changes = [...new Set([...before.keys(), ...after.keys()])].flatMap((id): Diff["changes"] => {
    const [was, is] = [before.get(id), after.get(id)];
    if (told(was) === told(is)) return [];
    const deciding = (is ?? was)!.because.deciding.slice(0, QUOTES);
    return [
      {
        place: (is ?? was)!.place,
        ...(was ? { before: stateOf(was) } : {}),
        ...(is ? { after: stateOf(is) } : {}),
        sentence: sentence(was, is, (actor) => deps.actorName(actor) ?? actor),
        claims: deciding.flatMap((claimId) => {
          const claim = desk.claim(claimId);
          return claim ? [claimRow(desk, deps, claim)] : [];
        }),
      },
    ];
  });
  return {
    from: { asOf: from.asOf, knownAt: from.knownAt },
    to: { asOf: to.asOf, knownAt: to.knownAt },
    changes: [...changes].sort((a, b) => weight(b) - weight(a) || (a.place.name < b.place.name ? -1 : 1)),
  };
}

function byPlace(places: readonly Assessment[]): ReadonlyMap<string, Assessment> {
  return new Map(places.map((row) => [row.place.id, row]));
}

function told(row: Assessment | undefined): string {
  return row ? `${row.state}|${row.holder}|${row.grade}` : "";
}

function stateOf({ state, holder, grade }: Assessment) {
  return { state, grade, ...(holder ? { holder } : {}) };
}

/** A change of hands before a change of state before a change of grade. */
function weight({ before, after }: Diff["changes"][number]): number {
  if (before?.holder !== after?.holder) return 2;
  return before?.state !== after?.state ? 1 : 0;
}

function sentence(
  was: Assessment | undefined,
  is: Assessment | undefined,
  nameOf: (id: string) => string,
): string {
  const name = (is ?? was)!.place.name;
  if (!is) return `Nothing is known of ${name} any more; it was ${phrase(was!, nameOf)}.`;
  if (!was) return `${name} is ${phrase(is, nameOf)}; nothing was known of it before.`;
  if (was.state === is.state && was.holder === is.holder) {
    return `${name} is still ${phrase(is, nameOf)}; this was ${was.grade} and is now ${is.grade}.`;
  }
  return `${name} was ${phrase(was, nameOf)} and is now ${phrase(is, nameOf)}.`;
}

function phrase({ state, holder, grade }: Assessment, nameOf: (id: string) => string): string {
  const by = holder === undefined ? "" : ` by ${nameOf(holder)}`;
  return `${state}${by} (${grade})`;
}
