import type { ActorRef } from "../../../domain/claim.ts";
import { actorSpokenOf } from "../../speech/spoken-actors.ts";
import type { TokenRange } from "../../types.ts";
import { phraseAt } from "../../words/noun-phrase.ts";
import { wordAt } from "../../words/view.ts";
import { actorAt, ownSide, toRef } from "../actor-of.ts";
import { peoplesForces, sidesForces } from "../side-of.ts";
import type { Reading } from "./frame.ts";

/** "in rebel hands", "under the army's control", "under siege": where it stands and whose it is. */
export interface Grip extends TokenRange {
  readonly phrase: "grip" | "siege" | "out";
  readonly owner?: ActorRef;
  /** Its name stands there, and the actors do not have it. */
  readonly unknown?: true;
  readonly ownerTold: boolean;
}

/** All of a sentence, in order. */
export function gripsIn(reading: Reading): Grip[] {
  const found: Grip[] = [];
  for (let i = 0; i < reading.view.tokens.length; i += 1) {
    const grip = gripAt(reading, i);
    if (grip) found.push(grip);
  }
  return found;
}

/** "in (the) rebel hands", "under the full control of X", "under siege". */
function gripAt(reading: Reading, from: number): Grip | undefined {
  const { view } = reading;
  const preposition = wordAt(view, from);
  const out = preposition === "of" && wordAt(view, from - 1) === "out";
  if (!out && !/^(?:in|into|under|to|within)$/.test(preposition)) return undefined;
  const wanted = out
    ? /^(?:hands|grip|control|possession)$/
    : /^(?:in|into|to|within)$/.test(preposition)
      ? /^(?:hands|grip|possession|clutches)$/
      : /^(?:control|rule|command|occupation|siege|blockade|grip|administration)$/;
  for (let i = from + 1; i < Math.min(from + 8, view.tokens.length); i += 1) {
    const word = wordAt(view, i);
    if (wanted.test(word) && !view.placeAt(i)) return toGrip(reading, from, i);
    const tag = view.tags[i]?.tag ?? "mark";
    if (
      tag === "verb" ||
      tag === "mark" ||
      tag === "preposition" ||
      tag === "conjunction" ||
      tag === "auxiliary"
    )
      return undefined;
  }
  return undefined;
}

function toGrip(reading: Reading, from: number, head: number): Grip {
  const { view, focus } = reading;
  const siege = /^(?:siege|blockade)$/.test(wordAt(view, head));
  const phrase = siege ? "siege" : wordAt(view, from) === "of" ? "out" : "grip";
  for (let i = head - 1; i > from; i -= 1) {
    const mention = view.actorAt(i) ?? (isTheirs(view, i, head) ? actorSpokenOf(view, i, focus) : undefined);
    if (mention) return grip(phrase, { from, to: head + 1 }, toRef(mention));
    if (wordAt(view, i) === "our") return grip(phrase, { from, to: head + 1 }, ownSide(view, i));
  }
  const people = head - 1 > from ? peoplesForces(view, head - 1) : undefined;
  if (people) return grip(phrase, { from, to: head + 1 }, people);
  if (head - 1 > from && view.tags[head - 1]?.tag === "name" && !view.placeAt(head - 1))
    return { ...grip(phrase, { from, to: head + 1 }, undefined), unknown: true };
  if (view.words.has("side-noun", wordAt(view, head - 1)) && head - 1 > from)
    return grip(phrase, { from, to: head + 1 }, sidesForces(view, head - 1));
  if (wordAt(view, head - 1) === "'s" && view.tags[head - 2]?.tag === "name")
    return grip(phrase, { from, to: head + 1 }, undefined);
  if (/^(?:of|by)$/.test(wordAt(view, head + 1))) {
    const told = actorAt(view, { from: head + 2, to: view.tokens.length }, focus);
    if (told.kind === "actor") return grip(phrase, { from, to: head + 3 }, told.ref);
    const owner = phraseAt(view, head + 2, view.tokens.length);
    const named = owner !== undefined && hasName(reading, owner);
    if (named && !view.placeAt(owner.head)) return grip(phrase, { from, to: head + 3 }, undefined);
  }
  return { phrase, from, to: head + 1, ownerTold: false };
}

/** "their hands", "its control"; "its grip" may be the winter's. */
function isTheirs(view: Reading["view"], at: number, head: number): boolean {
  const word = wordAt(view, at);
  return word === "their" || (word === "its" && wordAt(view, head) !== "grip");
}

function hasName({ view }: Reading, { from, to }: TokenRange): boolean {
  for (let i = from; i < to; i += 1) if (view.tags[i]?.tag === "name") return true;
  return false;
}

function grip(phrase: Grip["phrase"], range: TokenRange, owner: ActorRef | undefined): Grip {
  return { phrase, ...range, ownerTold: true, ...(owner ? { owner } : {}) };
}
