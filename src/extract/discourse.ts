import type { ActorMention } from "../actors/types.ts";
import type { ClaimPlace } from "../domain/place.ts";
import type { ToponymMention } from "../gazetteer/types.ts";
import { namedPlace } from "./claim-place.ts";
import type { ControlEvent } from "./frames/frame.ts";
import type { SentenceAnalysis } from "./types.ts";
import type { View } from "./view.ts";

/** What the sentences read so far were about. */
export interface Focus {
  /** Places of events, the latest last, with their sentence. */
  readonly places: readonly { readonly place: ClaimPlace; readonly sentence: number }[];
  /** Who acted, the latest last. */
  readonly actors: readonly { readonly actor: ActorMention; readonly sentence: number }[];
  /** The last event told. */
  readonly last?: ControlEvent;
}

/** So many sentences back a place may be spoken of as "it" or "the city". */
const REACH = 4;

type Fits = (place: ClaimPlace) => boolean;

/**
 * The place that "it", "the city", "its airport" means at token `at`: one that the sentence has named as a thing of its own;
 * else, going back, the place of an event, then such a name, then any other; at last any other name of the sentence itself.
 */
export function placeSpokenOf(view: View, at: number, focus: Focus, fits: Fits): ClaimPlace | undefined {
  const limit = view.tokens[at]?.start ?? 0;
  const here = view.analysis;
  const own = here.places.filter((one) => one.end <= limit);
  return (
    named(
      own.filter((one) => isFree(here, one)),
      fits,
    ) ??
    spokenBefore(view, focus, fits) ??
    named([...own].reverse(), fits)
  );
}

function spokenBefore(view: View, focus: Focus, fits: Fits): ClaimPlace | undefined {
  const here = view.analysis.sentence.index;
  for (let index = here; index >= Math.max(0, here - REACH); index -= 1) {
    const event = focus.places.find((one) => one.sentence === index && fits(one.place));
    if (event) return event.place;
    const sentence = view.report.sentences[index];
    if (
      !sentence ||
      index === here ||
      sentence.sentence.kind === "dateline" ||
      sentence.sentence.kind === "noise"
    )
      continue;
    const found =
      named(
        sentence.places.filter((one) => isFree(sentence, one)),
        fits,
      ) ?? named(sentence.places, fits);
    if (found) return found;
  }
  return undefined;
}

function named(mentions: readonly ToponymMention[], fits: Fits): ClaimPlace | undefined {
  const found = mentions.find((one) => one.role === "place" && fits(namedPlace(one)));
  return found && namedPlace(found);
}

const TIED = /^(?:in|near|of|from|outside|around|at|to|towards?|between|with|into)$/;

/** Not tied to another noun by a preposition or as its owner: "X fell", "took X", and "In X, …" at the start. */
function isFree({ sentence }: SentenceAnalysis, { start, end }: ToponymMention): boolean {
  const { tokens } = sentence;
  const from = tokens.findIndex((token) => token.end > start);
  const after = tokens.findIndex((token) => token.start >= end);
  if (tokens[after]?.lower === "'s") return false;
  return from <= 1 || !TIED.test(tokens[from - 1]?.lower ?? "");
}

/** Whom "they", "them", "who" means: the latest actor before the words, in this sentence or the two before it. */
export function actorSpokenOf(view: View, at: number, focus: Focus): ActorMention | undefined {
  const own = actorInSentence(view, at);
  if (own) return own;
  const acted = focus.actors.at(-1);
  return acted && view.analysis.sentence.index - acted.sentence <= 2 ? acted.actor : undefined;
}

/** The latest actor that the sentence itself names before the words. */
export function actorInSentence(view: View, at: number): ActorMention | undefined {
  const limit = view.tokens[at]?.start ?? 0;
  return [...view.analysis.actors].reverse().find((one) => one.end <= limit && one.actor);
}
