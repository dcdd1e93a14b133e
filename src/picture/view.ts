import type { DayNumber } from "./day-number.ts";
import { type Folded, type FoldedPlace, stretchesAt } from "./fold.ts";
import { assessmentOf, gradedOf, type Stretch } from "./stretch.ts";
import type { Assessment } from "./types.ts";

/** As many as a comparison of two days of knowledge needs. */
const KEPT_VIEWS = 2;

/**
 * All places as known on one day, their stretches one after the other, so that moving through the days of the world reads
 * rows of numbers instead of following twenty thousand trails of objects.
 */
export interface View {
  readonly knownAt: DayNumber;
  readonly places: readonly FoldedPlace[];
  /** Where each place's stretches begin; one more at the end. */
  readonly offsets: Int32Array;
  readonly starts: Int32Array;
  /** By place. */
  readonly stretches: readonly (readonly Stretch[])[];
  /** First day on which the fresh answer of a stretch no longer holds; 0 until it was asked for. */
  readonly freshUntil: Int32Array;
  readonly fresh: (Assessment | undefined)[];
}

export function viewAt(folded: Folded, knownAt: DayNumber): View {
  const { views } = folded;
  const made = views.find((view) => view.knownAt === knownAt);
  if (made) return made;
  const view = viewOf(folded, knownAt, views[0]);
  views.unshift(view);
  if (views.length > KEPT_VIEWS) views.pop();
  return view;
}

/** What is the same as in `before` is copied, not followed: from one day to the next most places hear nothing. */
function viewOf(folded: Folded, knownAt: DayNumber, before: View | undefined): View {
  const places = before?.places ?? [...folded.places.values()];
  const stretches = places.map((place) => stretchesAt(place, knownAt));
  const offsets = new Int32Array(places.length + 1);
  for (let i = 0; i < places.length; i++) offsets[i + 1] = offsets[i]! + stretches[i]!.length;
  const count = offsets[places.length]!;
  const starts = new Int32Array(count);
  for (let i = 0; i < places.length; i++) {
    const own = stretches[i]!;
    const at = offsets[i]!;
    if (before && before.stretches[i] === own) {
      const from = before.offsets[i]!;
      for (let j = 0; j < own.length; j++) starts[at + j] = before.starts[from + j]!;
    } else {
      for (let j = 0; j < own.length; j++) starts[at + j] = own[j]!.start;
    }
  }
  return {
    knownAt,
    places,
    offsets,
    starts,
    stretches,
    freshUntil: new Int32Array(count),
    fresh: new Array(count),
  };
}

/** In the order of the places; those of which nothing is known on the day are left out. */
export function answersOf(view: View, asOf: DayNumber): readonly Assessment[] {
  const { places, offsets, starts } = view;
  const answers: Assessment[] = [];
  for (let i = 0; i < places.length; i++) {
    let at = offsets[i + 1]! - 1;
    while (at >= offsets[i]! && starts[at]! > asOf) at--;
    if (at >= offsets[i]!) answers.push(answerOf(view, i, at, asOf));
  }
  return answers;
}

function answerOf(view: View, i: number, at: number, asOf: DayNumber): Assessment {
  if (asOf < view.freshUntil[at]!) return view.fresh[at]!;
  const stretch = view.stretches[i]![at - view.offsets[i]!]!;
  const answer = assessmentOf(stretch, view.places[i]!.place, asOf, view.knownAt);
  const { staleFrom } = gradedOf(stretch);
  if (asOf < staleFrom) {
    view.fresh[at] = answer;
    view.freshUntil[at] = staleFrom;
  }
  return answer;
}
