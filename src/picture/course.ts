import type { DayNumber } from "./day-number.ts";
import type { Evidence } from "./evidence.ts";
import { type Course, nextDay, UNTOLD } from "./history.ts";
import { createPlacing } from "./placing.ts";
import type { Segment } from "./segment.ts";
import type { Sides } from "./sides.ts";

/** The stretches of a place as known from one day on, the last one first; `undefined`: nothing is known. */
export interface Version {
  readonly knownFrom: DayNumber;
  readonly top: Segment | undefined;
  /** Camps that speak about the place by then. */
  readonly heard: ReadonlySet<string>;
}

/**
 * The place as known on each day on which knowledge of it changed, first to last. A claim disturbs the days from its own
 * on; what was made of earlier days stands, so that a year of news costs little more than its last day.
 */
export function* versionsOf(evidence: readonly Evidence[], sides: Sides): Iterable<Version> {
  const arriving = evidence.toSorted((a, b) => a.knownFrom - b.knownFrom);
  const leaving = evidence.flatMap(({ knownUntil }) => knownUntil ?? []).sort((a, b) => a - b);
  let telling = createTelling(sides);
  for (let [i, j] = [0, 0]; i < arriving.length || j < leaving.length; ) {
    const day = Math.min(arriving[i]?.knownFrom ?? Infinity, leaving[j] ?? Infinity);
    const gone = leaving[j] === day;
    while (leaving[j] === day) j++;
    if (gone) {
      telling = createTelling(sides);
      while (arriving[i]?.knownFrom === day) i++;
      for (const one of arriving.slice(0, i)) if (isKnownOn(one, day)) telling.add(one);
    } else {
      while (arriving[i]?.knownFrom === day) telling.add(arriving[i++]!);
    }
    yield { knownFrom: day, top: telling.told(), heard: telling.heard };
  }
}

/** As known on one day. */
export function versionAt(
  evidence: readonly Evidence[],
  knownAt: DayNumber,
  sides: Sides,
): Segment | undefined {
  const telling = createTelling(sides);
  for (const one of evidence) if (isKnownOn(one, knownAt)) telling.add(one);
  return telling.told();
}

function isKnownOn({ knownFrom, knownUntil }: Evidence, day: DayNumber): boolean {
  return knownFrom <= day && (knownUntil === undefined || knownUntil > day);
}

function createTelling(sides: Sides) {
  const placing = createPlacing();
  const courses: Course[] = [];
  const heard = new Set<string>();
  return {
    heard,
    add(one: Evidence): void {
      courses.length = Math.min(courses.length, placing.add(one));
      if (one.camp) heard.add(one.camp);
    },
    told(): Segment | undefined {
      const { batches } = placing;
      let course = courses.at(-1) ?? UNTOLD;
      for (let i = courses.length; i < batches.length; i++) {
        course = nextDay(course, batches[i]!, sides);
        courses.push(course);
      }
      return course.top;
    },
  };
}
