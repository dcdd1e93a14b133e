import type { Ledger } from "../ledger/entry.ts";
import { accessOf } from "./access.ts";
import { toDayNumber } from "./day-number.ts";
import { displacementFigures, tollFigures } from "./figures.ts";
import { type Folded, fold } from "./fold.ts";
import { withShares } from "./shares.ts";
import { type IsSeat, tallyChecks } from "./tallies.ts";
import type { FoldDeps } from "./to-evidence.ts";
import type { Assessment, Picture, Viewpoint } from "./types.ts";
import { answersOf, viewAt } from "./view.ts";

/** The answer to one question. To ask several of one ledger, fold it once and use `pictureOf`. */
export function picture(
  ledger: Ledger,
  viewpoint: Viewpoint,
  deps: FoldDeps & { readonly isSeat?: IsSeat },
): Picture {
  return pictureOf(fold(ledger, deps), viewpoint, deps.isSeat);
}

export function pictureOf(folded: Folded, viewpoint: Viewpoint, isSeat?: IsSeat): Picture {
  const { others, deps } = folded;
  const places = assessmentsOf(folded, viewpoint);
  return {
    ...viewpoint,
    places: folded.hasProvinces ? withShares(places) : places,
    tallies: tallyChecks(folded, viewpoint, isSeat),
    displacement: displacementFigures(others, viewpoint, deps.sources),
    tolls: tollFigures(others, viewpoint, deps.sources),
    access: accessOf(others, viewpoint, deps.sources),
    problems: folded.problems
      .filter(({ knownFrom }) => knownFrom <= toDayNumber(viewpoint.knownAt))
      .map(({ problem }) => problem),
  };
}

/** In order of place keys; places of which nothing is known on that day are left out. */
export function assessmentsOf(folded: Folded, { asOf, knownAt }: Viewpoint): readonly Assessment[] {
  return answersOf(viewAt(folded, toDayNumber(knownAt)), toDayNumber(asOf));
}
