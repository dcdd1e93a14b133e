import type { Ledger } from "../ledger/entry.ts";
import { accessOf } from "./access.ts";
import { answerRow, assessmentsIn } from "./answer-row.ts";
import type { FoundAssessment } from "./assessment.ts";
import { toDayNumber } from "./day-number.ts";
import { displacementFigures, tollFigures } from "./figures.ts";
import { type Folded, fold } from "./fold.ts";
import { withLater } from "./later.ts";
import { withShares } from "./shares.ts";
import { type IsSeat, tallyChecks } from "./tallies.ts";
import type { FoldDeps } from "./to-evidence.ts";
import type { Picture, Viewpoint } from "./types.ts";

/** The answer to one question. To ask several of one ledger, fold it once and use `pictureOf`. */
export function picture(
  ledger: Ledger,
  viewpoint: Viewpoint,
  deps: FoldDeps & { readonly isSeat?: IsSeat },
): Picture {
  return pictureOf(fold(ledger, deps), viewpoint, deps.isSeat);
}

/** Figures, tallies and ways are made when they are first read. */
export function pictureOf(folded: Folded, viewpoint: Viewpoint, isSeat?: IsSeat): Picture {
  const { others, deps } = folded;
  const places = assessmentsOf(folded, viewpoint);
  const knownAt = toDayNumber(viewpoint.knownAt);
  return withLater(
    { ...viewpoint, places: folded.hasProvinces ? withShares(places) : places },
    {
      tallies: () => tallyChecks(folded, viewpoint, isSeat),
      displacement: () => displacementFigures(others, viewpoint, deps.sources),
      tolls: () => tollFigures(others, viewpoint, deps.sources),
      access: () => accessOf(others, viewpoint, deps.sources),
      problems: () => folded.problems.filter((one) => one.knownFrom <= knownAt).map(({ problem }) => problem),
    },
  );
}

/** In order of place keys; places of which nothing is known on that day are left out. */
export function assessmentsOf(folded: Folded, { asOf, knownAt }: Viewpoint): readonly FoundAssessment[] {
  const days = { asOf: toDayNumber(asOf), knownAt: toDayNumber(knownAt) };
  const { made, places } = folded;
  made.row ??= answerRow(places, made.earlier);
  return assessmentsIn(made.row, days);
}
