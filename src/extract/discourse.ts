import type { ActorMention } from "../actors/types.ts";
import type { ClaimPlace } from "../domain/place.ts";
import { namedPlace } from "./claim-place.ts";
import type { View } from "./view.ts";

/** What the sentences read so far were about. */
export interface Focus {
  /** Places of events, the latest last, with their sentence. */
  readonly places: readonly { readonly place: ClaimPlace; readonly sentence: number }[];
  /** Who acted, the latest last. */
  readonly actors: readonly { readonly actor: ActorMention; readonly sentence: number }[];
}

/** So many sentences back a place may be spoken of as "it" or "the city". */
const REACH = 4;

/**
 * The place that "it", "the city", "its airport" means at token `at`: in each sentence, going back, first the place of an
 * event, then the place named first; in the sentence itself the one named last before the words.
 */
export function placeSpokenOf(
  view: View,
  at: number,
  focus: Focus,
  fits: (place: ClaimPlace) => boolean,
): ClaimPlace | undefined {
  const here = view.analysis.sentence.index;
  const limit = view.tokens[at]?.start ?? 0;
  const own = [...view.analysis.places]
    .reverse()
    .find((one) => one.role === "place" && one.end <= limit && fits(namedPlace(one)));
  if (own) return namedPlace(own);
  for (let index = here; index >= Math.max(0, here - REACH); index -= 1) {
    const event = [...focus.places].reverse().find((one) => one.sentence === index && fits(one.place));
    if (event) return event.place;
    const sentence = view.report.sentences[index];
    if (
      !sentence ||
      index === here ||
      sentence.sentence.kind === "dateline" ||
      sentence.sentence.kind === "noise"
    )
      continue;
    const named = sentence.places.find((one) => one.role === "place" && fits(namedPlace(one)));
    if (named) return namedPlace(named);
  }
  return undefined;
}

/** Whom "they", "them", "who" means: the latest actor before the words, in this sentence or the two before it. */
export function actorSpokenOf(view: View, at: number, focus: Focus): ActorMention | undefined {
  const here = view.analysis.sentence.index;
  const limit = view.tokens[at]?.start ?? 0;
  const own = [...view.analysis.actors].reverse().find((one) => one.end <= limit && one.actor);
  if (own) return own;
  const acted = focus.actors.at(-1);
  return acted && here - acted.sentence <= 2 ? acted.actor : undefined;
}
