import type { ActorRef } from "../../../domain/claim.ts";
import { placesAt } from "../../places/place-list.ts";
import type { Clause, TokenRange } from "../../types.ts";
import { phraseAt, withoutIntroduction } from "../../words/noun-phrase.ts";
import { wordAt } from "../../words/view.ts";
import { actorAt } from "../actor-of.ts";
import { peoplesForces } from "../side-of.ts";
import { stageOfClause } from "../stage.ts";
import { around, type Found, type Reading } from "./frame.ts";

const FLAG = /^(?:flags?|banners?|standard|colou?rs)$/;
const FLIES = /^(?:fly|wave|hang|flutter)$/;
const RAISES = /^(?:raise|hoist|plant|run|unfurl)$/;

/** Where flags of all peoples fly. */
const FESTIVE =
  /^(?:olympics?|games|match|tournament|half-mast|parade|ceremony|embassy|stadium|celebrations?)$/;

/** "The rebels' flag flies over X", "the flag of Y was raised in X": whose flag is up has the place. */
export function flagEvents(reading: Reading): Found[] {
  const { view, focus, lexicon } = reading;
  return view.analysis.clauses.flatMap((clause, index): Found[] => {
    const { verb, rest } = clause;
    const flag = flagIn(reading, clause);
    if (!verb || !rest || !flag || view.tokens.some(({ lower }) => FESTIVE.test(lower))) return [];
    const raised = verb.voice === "passive" && RAISES.test(verb.lemma);
    if (!raised && !(verb.voice === "active" && FLIES.test(verb.lemma))) return [];
    const trigger = { from: verb.head, to: verb.head + 1 };
    const over = overIn(reading, rest);
    const places = over === undefined ? [] : placesAt(view, { from: over + 1, to: rest.to }, focus);
    const actor = ownerOf(reading, flag) ?? raiserOf(reading, rest);
    if (!actor || !places.some(({ place }) => place))
      return [{ trigger, why: "whose flag flies where is not told" }];
    const staged = stageOfClause(view, index, lexicon);
    return places.map((place) => ({
      change: raised ? ("gained" as const) : ("holds" as const),
      ...(place.place ? { place: place.place } : {}),
      actor,
      trigger,
      words: around(flag, trigger, place.words),
      staged,
      clause: index,
      basis: "the flag over",
    }));
  });
}

/** The subject, if it is a flag. */
function flagIn({ view }: Reading, { subject, inherited }: Clause): TokenRange | undefined {
  if (!subject || inherited) return undefined;
  const range = withoutIntroduction(view, subject);
  for (let from = range.from; from < range.to; from += 1) {
    const phrase = phraseAt(view, from, range.to);
    if (!phrase) return undefined;
    if (FLAG.test(wordAt(view, phrase.head))) return { from: range.from, to: range.to };
    if (!/^'s?$/.test(wordAt(view, phrase.to))) return undefined;
    from = phrase.to;
  }
  return undefined;
}

function overIn({ view }: Reading, { from, to }: TokenRange): number | undefined {
  for (let i = from; i < to; i += 1)
    if (/^(?:over|above|on|at|in|from|atop)$/.test(wordAt(view, i)) && !view.dayAt(i + 1)) return i;
  return undefined;
}

/** "the Taliban's white flag", "the Ukrainian flag", "the black flag of the group". */
function ownerOf(reading: Reading, { from, to }: TokenRange): ActorRef | undefined {
  const { view, focus } = reading;
  for (let i = from; i < to; i += 1) {
    const told = view.actorAt(i) ? actorAt(view, { from: i, to: i + 1 }, focus) : undefined;
    if (told?.kind === "actor" && told.ref) return told.ref;
    const people = view.placeAt(i)?.role === "demonym" ? peoplesForces(view, i) : undefined;
    if (people) return people;
  }
  return undefined;
}

function raiserOf({ view, focus }: Reading, { from, to }: TokenRange): ActorRef | undefined {
  for (let i = from; i < to; i += 1) {
    if (wordAt(view, i) !== "by") continue;
    const by = actorAt(view, { from: i + 1, to }, focus);
    if (by.kind === "actor") return by.ref;
  }
  return undefined;
}
