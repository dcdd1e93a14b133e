import type { ActorRef } from "../../domain/claim.ts";
import { toRef } from "../control/actor-of.ts";
import type { PhraseHit } from "../words/phrase-index.ts";
import { type View, wordAt } from "../words/view.ts";
import { actorIn, earlierActor, gainerSoFar, stateOf } from "./figure-actor.ts";
import type { Tallied } from "./tally-count.ts";
import type { HoldingWord, TallyLexicon } from "./tally-lexicon.ts";

export type HoldingHit = PhraseHit<HoldingWord>;

const ENDS = /^(?:;|:|but|while|although|though)$/;
const REACH = 16;
const MIXED =
  /^(?:threaten|threatened|threatening|threatens|contested|contest|contesting|besieged|attacked|surrounded|encircled|disputed|fighting|influence)$/;

/** The word that tells that what is tallied is held; nothing when the words mix in what is only threatened or fought over. */
export function holdingOf(view: View, lexicon: TallyLexicon, tallied: Tallied): HoldingHit | undefined {
  let best: HoldingHit | undefined;
  let distance = 2 * REACH;
  for (
    let i = Math.max(0, tallied.from - REACH);
    i < Math.min(view.tokens.length, tallied.to + REACH);
    i += 1
  ) {
    const here = wordAt(view, i);
    if (MIXED.test(here) && Math.abs(i - tallied.from) < 8) return undefined;
    const hit = lexicon.holding.at(view.tokens, i);
    if (!hit || (i >= tallied.from && i < tallied.to) || isParted(view, hit, tallied)) continue;
    const far = i < tallied.from ? tallied.from - hit.to : i - tallied.to;
    const weak = /^(?:has|have|had)$/.test(hit.row.words) ? REACH : 0;
    if (far + weak < distance) {
      best = hit;
      distance = far + weak;
    }
  }
  return best;
}

function isParted(view: View, hit: HoldingHit, { from, to }: Tallied): boolean {
  const [start, end] = hit.from < from ? [hit.to, from] : [to, hit.from];
  for (let i = start; i < end; i += 1) if (ENDS.test(wordAt(view, i))) return true;
  return false;
}

/** Who holds what is tallied. */
export function holderOf(view: View, hit: HoldingHit | undefined, tallied: Tallied): ActorRef | undefined {
  if (!hit) return earlierActor(view, tallied.from);
  const after =
    afterWord(view, hit, "by") ?? (hit.row.holder === "subject" ? undefined : afterWord(view, hit, "to"));
  if (after) return after;
  if (hit.row.holder === "subject" && hit.from < tallied.from && !isOwned(view, hit))
    return subject(view, hit) ?? earlierActor(view, hit.from);
  if (hit.row.words === "lost" && hit.from < tallied.from) {
    const loser = subject(view, hit);
    if (loser) return loser;
  }
  if (hit.row.holder === "with" || isOwned(view, hit))
    return beside(view, hit) ?? earlierActor(view, hit.from);
  if (
    /^(?:liberated?|recaptured|retaken|retook|recovered|regained|reclaimed|freed|took_back)$/.test(
      hit.row.words,
    )
  ) {
    const own = view.analysis.places.find((one) => one.level === "country" && one.role !== "demonym");
    const state = own && stateOf(view, own);
    return state;
  }
  const gainer = gainerSoFar(view);
  return gainer ?? (hit.row.holder === "to" ? undefined : earlierActor(view, tallied.from));
}

/** "under Taliban control": the noun, with its owner right before. */
function isOwned(view: View, hit: HoldingHit): boolean {
  return (
    hit.row.words === "control" &&
    /^(?:under|in|to)$/.test(wordAt(view, hit.from - 2) || wordAt(view, hit.from - 1))
  );
}

function afterWord(view: View, hit: HoldingHit, preposition: string): ActorRef | undefined {
  for (let i = hit.to; i < Math.min(view.tokens.length, hit.to + 6); i += 1) {
    if (/^[;,:]$/.test(wordAt(view, i))) return undefined;
    if (wordAt(view, i) === preposition) return actorIn(view, { from: i + 1, to: view.tokens.length });
  }
  return undefined;
}

/** The subject, over a relative pronoun: "the rebels, who have taken 11 of …". */
function subject(view: View, hit: HoldingHit): ActorRef | undefined {
  const clause = view.analysis.clauses.findLast(({ from, to }) => from <= hit.from && hit.from < to);
  const own = clause?.verb?.voice === "passive" ? undefined : actorIn(view, clause?.subject);
  if (own) return own;
  const limit = view.tokens[hit.from]?.start ?? 0;
  const before = view.analysis.actors.findLast((one) => one.end <= limit && one.actor);
  return before && toRef(before);
}

/** "under Taliban control", "in the hands of the rebels". */
function beside(view: View, hit: HoldingHit): ActorRef | undefined {
  const start = view.tokens[Math.max(0, hit.from - 3)]?.start ?? 0;
  const end = view.tokens[Math.min(view.tokens.length - 1, hit.to + 3)]?.end ?? 0;
  const found = view.analysis.actors.find((one) => one.actor && one.start >= start && one.end <= end);
  return found && toRef(found);
}
