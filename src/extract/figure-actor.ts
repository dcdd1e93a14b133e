import type { ActorRef } from "../domain/claim.ts";
import { actorAt } from "./actor-of.ts";
import { NO_FOCUS } from "./figure-view.ts";
import type { TokenRange } from "./types.ts";
import { type View, wordAt } from "./view.ts";

/** The actor that is the subject of the clause of the trigger, for an active verb. */
export function subjectActor(view: View, trigger: TokenRange): ActorRef | undefined {
  const clause = view.analysis.clauses.findLast(({ from, to }) => from <= trigger.from && trigger.from < to);
  if (!clause?.verb || clause.verb.voice === "passive") return undefined;
  return actorIn(view, clause.subject);
}

/** The actor after "by" within a few words of the trigger. */
export function byActor(view: View, trigger: TokenRange): ActorRef | undefined {
  for (let i = trigger.to; i < Math.min(view.tokens.length, trigger.to + 8); i += 1) {
    if (/^[,;.:]$/.test(wordAt(view, i))) return undefined;
    if (wordAt(view, i) === "by") return actorIn(view, { from: i + 1, to: view.tokens.length });
  }
  return undefined;
}

/** Who stands at the beginning of the range: an armed actor, or a state by its country's name. */
export function actorIn(view: View, range: TokenRange | undefined): ActorRef | undefined {
  if (!range) return undefined;
  const found = actorAt(view, range, NO_FOCUS);
  if (found.kind === "actor") return found.ref;
  return stateIn(view, range);
}

function stateIn(view: View, range: TokenRange): ActorRef | undefined {
  const at = wordAt(view, range.from) === "the" ? range.from + 1 : range.from;
  const mention = view.placeAt(at);
  const next = wordAt(view, at + 1);
  if (mention?.level !== "country" || /^(?:'s|and|,)$/.test(next)) return undefined;
  const actor = view.report.actors.byName(mention.place?.name ?? mention.text, {
    countries: view.report.countries,
  });
  return actor ? { id: actor.id, name: actor.name, mention: mention.text } : undefined;
}
