import type { ActorRef } from "../../domain/claim.ts";
import type { Clause, TokenRange } from "../types.ts";
import { type View, wordAt } from "../words/view.ts";
import { actorIn, byActor, gainerSoFar, stateIn, subjectActor } from "./figure-actor.ts";
import type { IncidentHit } from "./incident-lexicon.ts";
import { isCarriedOut, isMet, phraseStart } from "./incident-noun.ts";
import { subjectOf } from "./incident-object.ts";

/** Who does it, as far as the words tell. */
export function actorOf(view: View, hit: IncidentHit, passive: boolean): ActorRef | undefined {
  const by = byActor(view, hit);
  if (by) return by;
  if (hit.row.type === "prison-break") return subjectActor(view, hit) ?? gainerSoFar(view);
  if (passive) return undefined;
  if (hit.row.use !== "noun")
    return isNobody(view, hit) ? undefined : (subjectActor(view, hit) ?? launcherOf(view, hit));
  const first = phraseStart(view, hit.from);
  if (isMet(view, first)) return ownerOf(view, hit);
  if (isCarriedOut(view, first) || harmIn(view, hit)?.verb?.voice === "active")
    return subjectActor(view, hit) ?? ownerOf(view, hit);
  const told =
    ownerOf(view, hit) ??
    between(view, hit)?.[0] ??
    (isWith(view, hit) ? namedIn(view, clauseOf(view, hit)?.subject) : undefined);
  return told ?? (hit.row.type === "clash" ? gainerSoFar(view) : undefined);
}

const HARMS =
  /^(?:kill|wound|injure|hit|destroy|target|strike|attack|abduct|kidnap|eliminate|capture|martyr)$/;

/** "killed 20 men in air raids", "were wounded in a raid": the clause of those who are harmed by it. */
function harmIn(view: View, hit: IncidentHit): Clause | undefined {
  const { from } = hit;
  if (!/^(?:in|with|during|after)$/.test(wordAt(view, phraseStart(view, from) - 1))) return undefined;
  const clause = clauseOf(view, hit);
  return clause?.verb && clause.verb.head < from && HARMS.test(clause.verb.lemma) ? clause : undefined;
}

/** "Gunmen", "attackers": the text says that nobody knows who. */
export function isNobody(view: View, hit: IncidentHit): boolean {
  const subject = subjectOf(view, hit);
  if (!subject) return false;
  const words = view.tokens.slice(subject.from, subject.to);
  if (
    !words.some(({ lower }) =>
      /^(?:gunmen|gunman|attackers?|assailants?|bandits|bomber|bombers)$/.test(lower),
    )
  )
    return false;
  return !view.analysis.actors.some(
    (one) => !one.generic && one.start >= (words[0]?.start ?? 0) && one.end <= (words.at(-1)?.end ?? 0),
  );
}

/** "Russian air strikes", "rebel shelling": the actor right before the noun. */
function ownerOf(view: View, { from }: IncidentHit): ActorRef | undefined {
  for (let i = from - 1; i >= Math.max(0, from - 3); i -= 1) {
    const mention = view.actorAt(i);
    if (mention?.actor) return { id: mention.actor.id, name: mention.actor.name, mention: mention.text };
    if (/^(?:preposition|verb|determiner|possessive)$/.test(view.tags[i]?.tag ?? "")) return undefined;
    const state = stateIn(view, { from: i, to: i + 1 });
    if (state) return state;
  }
  return undefined;
}

/** "clashes between A and B". */
function between(view: View, { to }: IncidentHit): readonly ActorRef[] | undefined {
  const at = [0, 1, 2, 3, 4].map((skip) => to + skip).find((i) => wordAt(view, i) === "between");
  if (at === undefined) return undefined;
  const start = view.tokens[at]?.start ?? 0;
  const found = view.analysis.actors.filter((one) => one.start > start && one.actor).slice(0, 2);
  return found.map((one) => ({ id: one.actor!.id, name: one.actor!.name, mention: one.text }));
}

function clauseOf(view: View, { from }: IncidentHit): Clause | undefined {
  return view.analysis.clauses.findLast((one) => one.from <= from && from < one.to);
}

/** "a drone launched by the rebels struck", "a shell fired from the army's side". */
function launcherOf(view: View, hit: IncidentHit): ActorRef | undefined {
  const clause = clauseOf(view, hit);
  const end = Math.min(hit.from, clause?.to ?? hit.from);
  for (let i = end - 1; i >= Math.max(0, end - 14); i -= 1) {
    if (!/^(?:launched|operated|fired|flown|sent|belonging|dropped)$/.test(wordAt(view, i))) continue;
    if (!/^(?:by|to|from)$/.test(wordAt(view, i + 1))) continue;
    return namedIn(view, { from: i + 2, to: Math.min(end, i + 9) });
  }
  return undefined;
}

/** "At least 29 of the rebels": the first actor that the words name. */
function namedIn(view: View, range: TokenRange | undefined): ActorRef | undefined {
  for (let i = range?.from ?? 0; i < (range?.to ?? 0); i += 1) {
    const actor = view.actorAt(i)?.actor;
    if (actor) return { id: actor.id, name: actor.name, mention: view.actorAt(i)?.text ?? actor.name };
  }
  return undefined;
}

/** "an air strike on the rebels' positions": whose they are. */
function aimedAt(view: View, { row, to }: IncidentHit): ActorRef | undefined {
  if (row.type === "clash" || !/^(?:on|against|at)$/.test(wordAt(view, to))) return undefined;
  return namedIn(view, { from: to + 1, to: Math.min(view.tokens.length, to + 5) });
}

/** "clashes with the army". */
function isWith(view: View, { row, to }: IncidentHit): boolean {
  return row.type === "clash" && wordAt(view, to) === "with";
}

/** To whom. */
export function recipientOf(
  view: View,
  hit: IncidentHit,
  { passive, object }: { readonly passive: boolean; readonly object: TokenRange | undefined },
): ActorRef | undefined {
  if (passive) return actorIn(view, subjectOf(view, hit));
  if (hit.row.use === "noun") {
    const harmed = harmIn(view, hit);
    const other = isWith(view, hit) ? actorIn(view, { from: hit.to + 1, to: view.tokens.length }) : undefined;
    return (
      between(view, hit)?.[1] ??
      other ??
      aimedAt(view, hit) ??
      (harmed?.verb?.voice === "passive" ? actorIn(view, harmed.subject) : undefined)
    );
  }
  for (let i = hit.to; i < Math.min(view.tokens.length, hit.to + 8); i += 1) {
    if (/^(?:with|against|on)$/.test(wordAt(view, i))) {
      const found = actorIn(view, { from: i + 1, to: view.tokens.length });
      if (found) return found;
    }
  }
  return object && actorIn(view, object);
}
