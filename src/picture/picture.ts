import type { Ledger } from "../ledger/entry.ts";
import { toDayNumber } from "./day-number.ts";
import { type Folded, fold, stretchesAt, stretchOn } from "./fold.ts";
import { assessmentOf } from "./stretch.ts";
import type { FoldDeps } from "./to-evidence.ts";
import type { Assessment, Picture, Viewpoint } from "./types.ts";

/** The answer to one question. To ask several of one ledger, fold it once and use `pictureOf`. */
export function picture(ledger: Ledger, viewpoint: Viewpoint, deps: FoldDeps): Picture {
  return pictureOf(fold(ledger, deps), viewpoint);
}

export function pictureOf(folded: Folded, viewpoint: Viewpoint): Picture {
  return {
    ...viewpoint,
    places: assessmentsOf(folded, viewpoint),
    tallies: [],
    displacement: [],
    tolls: [],
    access: [],
    problems: [],
  };
}

/** In order of place keys; places of which nothing is known on that day are left out. */
export function assessmentsOf(folded: Folded, { asOf, knownAt }: Viewpoint): readonly Assessment[] {
  const [day, known] = [toDayNumber(asOf), toDayNumber(knownAt)];
  const assessments: Assessment[] = [];
  for (const one of folded.places.values()) {
    const stretch = stretchOn(stretchesAt(one, known), day);
    if (stretch) assessments.push(assessmentOf(stretch, one.place, day, known));
  }
  return assessments;
}
