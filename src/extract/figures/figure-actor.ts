import type { ActorMention } from "../../actors/types.ts";
import type { ActorRef } from "../../domain/claim.ts";
import type { ToponymMention } from "../../gazetteer/types.ts";
import { actorAt, toRef } from "../control/actor-of.ts";
import { isPassive } from "../numbers/numbers-roles.ts";
import type { Clause, TokenRange } from "../types.ts";
import { type View, wordAt } from "../words/view.ts";
import { focusOf } from "./figure-view.ts";

/** The actor that is the subject of the clause of the trigger, for an active verb. */
export function subjectActor(view: View, trigger: TokenRange): ActorRef | undefined {
  const clause = view.analysis.clauses.findLast(({ from, to }) => from <= trigger.from && trigger.from < to);
  if (!clause?.verb || isPassive(view.tokens, trigger.from)) return undefined;
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
  const found = actorAt(view, range, focusOf(view));
  if (found.kind === "actor" && found.ref) return found.ref;
  return stateIn(view, range) ?? ownerIn(view, range);
}

const REACH = 6;

/** "aircraft of the Afghan Air Force", "rockets from the militia". */
function ownerIn(view: View, range: TokenRange): ActorRef | undefined {
  for (let i = range.from; i < Math.min(range.to, range.from + REACH); i += 1) {
    if (!/^(?:of|from)$/.test(wordAt(view, i))) continue;
    const at = view.tags[i + 1]?.tag === "determiner" ? i + 2 : i + 1;
    const mention = view.actorAt(at);
    if (mention) return toRef(mention);
  }
  return undefined;
}

const BACK = 3;

/** The actor who last did something: in the sentence before the words, then as a subject in the sentences before. */
export function earlierActor(view: View, at: number): ActorRef | undefined {
  const limit = view.tokens[at]?.start ?? 0;
  const own = view.analysis.actors.findLast((one) => one.end <= limit && one.actor);
  if (own) return toRef(own);
  for (let back = 1; back <= BACK; back += 1) {
    const sentence = view.report.sentences[view.analysis.sentence.index - back];
    const acted =
      sentence?.actors.find((one) => one.actor && isSubject(sentence, one.start)) ??
      sentence?.actors.find((one) => one.actor);
    if (acted) return toRef(acted);
  }
  return undefined;
}

function isSubject({ clauses, sentence }: View["analysis"], start: number): boolean {
  return clauses.some(({ subject: range }) => {
    const first = range && sentence.tokens[range.from];
    const last = range && sentence.tokens[range.to - 1];
    return first !== undefined && last !== undefined && first.start <= start && start < last.end;
  });
}

/** A state by its country's or people's name. */
export function stateIn(view: View, range: TokenRange): ActorRef | undefined {
  const at = /^(?:the|a|an)$/.test(wordAt(view, range.from)) ? range.from + 1 : range.from;
  const mention = view.placeAt(at);
  const next = wordAt(view, at + 1);
  if (view.tokens[at]?.text.includes("-")) return undefined;
  if (mention?.level !== "country" || /^(?:'s|and|,)$/.test(next)) return undefined;
  return stateOf(view, mention);
}

/** The state of the country that is named. */
export function stateOf(view: View, mention: ToponymMention): ActorRef | undefined {
  const actor = view.report.actors.byName(mention.place?.name ?? mention.text, {
    countries: view.report.countries,
  });
  return actor ? { id: actor.id, name: actor.name, mention: mention.text } : undefined;
}

const TAKING = /^(?:capture|seize|take|overrun|conquer|storm|sweep)$/;

/** So many sentences back. */
const LOOK_BACK = 30;

/** Who most often takes something in the sentences up to this one: the one to whom places fall. */
export function gainerSoFar(view: View): ActorRef | undefined {
  const counts = new Map<string, { readonly ref: ActorRef; count: number }>();
  const here = view.analysis.sentence.index;
  for (const sentence of view.report.sentences.slice(Math.max(0, here - LOOK_BACK), here + 1)) {
    for (const clause of sentence.clauses) {
      if (!clause.verb || !TAKING.test(clause.verb.lemma)) continue;
      const found = takerOf(sentence, clause);
      const ref = found && toRef(found);
      if (!ref) continue;
      const known = counts.get(ref.id) ?? { ref, count: 0 };
      known.count += 1;
      counts.set(ref.id, known);
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.ref.id < b.ref.id ? -1 : 1))[0]?.ref;
}

function takerOf(
  { sentence: { tokens }, actors }: View["analysis"],
  clause: Clause,
): ActorMention | undefined {
  const active = clause.verb?.voice !== "passive";
  const range = active ? clause.subject : clause.rest;
  const start = range && tokens[range.from]?.start;
  const end = range && tokens[range.to - 1]?.end;
  if (start === undefined || end === undefined) return undefined;
  return actors.find((one) => one.actor && one.start >= start && one.end <= end);
}
