import { type Change, differenceOf } from "../picture/difference.ts";
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
  asking: Pick<Asking, "picture">,
  from: Question,
  to: Question,
): Diff {
  const nameOf = (actor: string) => deps.actorName(actor) ?? actor;
  const changes = differenceOf(asking.picture(from), asking.picture(to), nameOf).map((change) => {
    const { place, kind, sentence, before, after } = change;
    return {
      place,
      kind,
      sentence,
      ...(before ? { before: stateOf(before) } : {}),
      ...(after ? { after: stateOf(after) } : {}),
      claims: (after ?? before)!.because.deciding.slice(0, QUOTES).flatMap((id) => {
        const claim = desk.claim(id);
        return claim ? [claimRow(desk, deps, claim)] : [];
      }),
    };
  });
  return {
    from: { asOf: from.asOf, knownAt: from.knownAt },
    to: { asOf: to.asOf, knownAt: to.knownAt },
    changes: [...changes].sort((a, b) => rank(a) - rank(b)),
  };
}

function stateOf({ state, holder, grade }: Assessment) {
  return { state, grade, ...(holder ? { holder } : {}) };
}

const KINDS: readonly Change["kind"][] = ["holder", "state", "appeared", "vanished", "grade"];

/** A change of hands comes before a change of state, and that before a change of grade. */
function rank({ kind }: { readonly kind: Change["kind"] }): number {
  return KINDS.indexOf(kind);
}
