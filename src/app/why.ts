import type { Day } from "../domain/day.ts";
import type { Ledger } from "../ledger/entry.ts";
import { assessmentAt } from "../picture/assessment.ts";
import { type TimelineEntry, timelineOf } from "../picture/timeline.ts";
import type { Assessment, PicturePlace, Viewpoint } from "../picture/types.ts";
import { foldFor } from "./picture.ts";
import { type AskDeps, latestPublished, placesNamed, type Question, viewpointOf } from "./question.ts";

/** Why one place is answered as it is. */
export interface Why extends Viewpoint {
  readonly place: PicturePlace;
  /** Absent when nothing is known of it on that day. */
  readonly assessment?: Assessment;
  readonly timeline: readonly TimelineEntry[];
}

/** One answer for each place that the name means: a town, then the sites in it and units of its name. */
export function why(
  ledger: Ledger,
  question: Question & { readonly place: string },
  deps: AskDeps,
  today: Day,
): readonly Why[] {
  const viewpoint = viewpointOf(question, latestPublished(ledger), today);
  const folded = foldFor(ledger, question, deps);
  return placesNamed(folded, question.place, deps)
    .filter(({ place }) => !question.country || place.country === question.country)
    .map((one) => {
      const assessment = assessmentAt(one, viewpoint);
      return {
        ...viewpoint,
        place: one.place,
        ...(assessment && { assessment }),
        timeline: timelineOf(one, viewpoint, folded),
      };
    });
}
