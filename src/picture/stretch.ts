import { type DayNumber, toDay } from "./day-number.ts";
import type { Evidence } from "./evidence.ts";
import { gradeOf, likelyFrom, STALE_AFTER_DAYS } from "./grade.ts";
import { reasonOf, ruleOf } from "./reason.ts";
import type { Segment } from "./segment.ts";
import type { Assessment, Because, Grade, PicturePlace, PlaceState } from "./types.ts";

/** A stretch of days of one place with its answer; graded and worded when first asked for. */
export interface Stretch {
  readonly start: DayNumber;
  readonly segment: Segment;
  /** Camps that speak about the place at all. */
  readonly heardCamps: ReadonlySet<string>;
  graded?: Graded;
}

interface Graded {
  readonly grade: Grade;
  readonly staleFrom: DayNumber;
  readonly likelyFrom: DayNumber | undefined;
  readonly worded: Partial<Record<Grade, Assessment>>;
}

export function toStretch(segment: Segment, heardCamps: ReadonlySet<string>): Stretch {
  return { start: segment.start, segment, heardCamps };
}

export function gradedOf(stretch: Stretch): Graded {
  const { segment, heardCamps } = stretch;
  stretch.graded ??= {
    grade: gradeOf(segment),
    staleFrom: segment.heard + STALE_AFTER_DAYS[segment.standing],
    likelyFrom: likelyFrom(segment, heardCamps),
    worded: {},
  };
  return stretch.graded;
}

export function assessmentOf(
  stretch: Stretch,
  place: PicturePlace,
  asOf: DayNumber,
  knownAt: DayNumber,
): Assessment {
  const graded = gradedOf(stretch);
  const grade = gradeOn(graded, asOf, knownAt);
  graded.worded[grade] ??= wordedAs(stretch.segment, grade, place);
  return graded.worded[grade];
}

function gradeOn(
  { grade, staleFrom, likelyFrom: likely }: Graded,
  asOf: DayNumber,
  knownAt: DayNumber,
): Grade {
  if (asOf >= staleFrom) return "stale";
  return likely !== undefined && knownAt >= likely ? "likely" : grade;
}

/** Words are made when they are read: of twenty thousand places a reader looks at a few. */
function wordedAs(segment: Segment, grade: Grade, place: PicturePlace): Assessment {
  const { holder, first, last, standing } = segment;
  return {
    place,
    state: STATE_OF[standing],
    ...(holder && { holder: holder.actor }),
    since: first === undefined ? { until: toDay(last + 1) } : { from: toDay(first), until: toDay(last + 1) },
    grade,
    get rule() {
      return ruleOf(segment);
    },
    get reason() {
      return reasonOf(segment, grade);
    },
    get because() {
      return becauseOf(segment);
    },
  };
}

const STATE_OF: Readonly<Record<Segment["standing"], PlaceState>> = {
  held: "held",
  claimed: "claimed",
  contested: "contested",
  besieged: "besieged",
  disputed: "disputed",
  vacant: "unknown",
};

function becauseOf({ deciding, supporting, contradicting }: Segment): Because {
  return { deciding: ids(deciding), supporting: ids(supporting), contradicting: ids(contradicting) };
}

function ids(evidence: readonly Evidence[]) {
  return [...new Set(evidence.map(({ claim }) => claim.id))].sort();
}
