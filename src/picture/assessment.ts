import type { ActorId } from "../domain/ids.ts";
import {
  type Answers,
  firstOf,
  gradeOn,
  holderOf,
  lastOf,
  standingOf,
  startOf,
  stretchOn,
  versionOn,
} from "./answers.ts";
import { type DayNumber, toDay, toDayNumber } from "./day-number.ts";
import { answersFor, type FoldedPlace, segmentsAt } from "./folded-place.ts";
import { reasonOf, ruleOf } from "./reason.ts";
import { type EvidenceList, listed, type Segment, type Standing } from "./segment.ts";
import type { Assessment, Because, DayInterval, Grade, PlaceShare, PlaceState, Viewpoint } from "./types.ts";

/** The two days of a question as numbers. */
export interface Days {
  readonly asOf: DayNumber;
  readonly knownAt: DayNumber;
}

/** The assessment of one place; `undefined` when nothing is known of it on that day. */
export function assessmentAt(folded: FoldedPlace, { asOf, knownAt }: Viewpoint): Assessment | undefined {
  return assessmentOn(folded, { asOf: toDayNumber(asOf), knownAt: toDayNumber(knownAt) });
}

export function assessmentOn(folded: FoldedPlace, days: Days): FoundAssessment | undefined {
  const { answers, from, to } = answersFor(folded);
  const version = versionOn(answers, from, to, days.knownAt);
  const stretch = stretchOn(answers, version, days.asOf);
  return stretch < 0 ? undefined : assessmentFrom(folded, answers, { version, stretch }, days);
}

export function assessmentFrom(
  folded: FoldedPlace,
  answers: Answers,
  { version, stretch }: { readonly version: number; readonly stretch: number },
  days: Days,
): FoundAssessment {
  const grade = gradeOn(answers, stretch, version, days);
  return new FoundAssessment({ folded, answers, stretch, knownAt: days.knownAt }, grade);
}

interface Found {
  readonly folded: FoldedPlace;
  readonly answers: Answers;
  readonly stretch: number;
  readonly knownAt: DayNumber;
}

const STATE_OF: Readonly<Record<Standing, PlaceState>> = {
  held: "held",
  claimed: "claimed",
  contested: "contested",
  besieged: "besieged",
  disputed: "disputed",
  vacant: "unknown",
};

/**
 * Numbers now, words when they are read: of twenty thousand places a reader looks at a few. `JSON.stringify` sees all that
 * the interface promises; copying by spread does not.
 */
export class FoundAssessment implements Assessment {
  readonly state: PlaceState;
  declare readonly holder?: ActorId;
  readonly grade: Grade;
  declare readonly share?: PlaceShare;
  readonly #found: Found;

  constructor(found: Found, grade: Grade, share?: PlaceShare) {
    const { answers, stretch } = found;
    this.#found = found;
    this.state = STATE_OF[standingOf(answers, stretch)];
    this.grade = grade;
    const holder = holderOf(answers, stretch);
    if (holder !== undefined) this.holder = holder;
    if (share) this.share = share;
  }

  get place(): Assessment["place"] {
    return this.#found.folded.place;
  }

  get since(): DayInterval {
    const { answers, stretch } = this.#found;
    const first = firstOf(answers, stretch);
    const until = toDay(lastOf(answers, stretch) + 1);
    return first === undefined ? { until } : { from: toDay(first), until };
  }

  get rule() {
    return ruleOf(this.#segment());
  }

  get reason() {
    return reasonOf(this.#segment(), this.grade);
  }

  get because(): Because {
    const { deciding, supporting, contradicting } = this.#segment();
    return { deciding: ids(deciding), supporting: ids(supporting), contradicting: ids(contradicting) };
  }

  sharing(share: PlaceShare): FoundAssessment {
    return new FoundAssessment(this.#found, this.grade, share);
  }

  toJSON(): Assessment {
    const { place, state, holder, since, grade, rule, reason, because, share } = this;
    return {
      place,
      state,
      ...(holder && { holder }),
      since,
      grade,
      rule,
      reason,
      because,
      ...(share && { share }),
    };
  }

  #segment(): Segment {
    const { folded, answers, stretch, knownAt } = this.#found;
    const start = startOf(answers, stretch);
    const segment = segmentsAt(folded, knownAt).find((one) => one.start === start);
    if (!segment) throw new Error(`what was answered of ${folded.key} cannot be told again`);
    return segment;
  }
}

function ids(evidence: EvidenceList) {
  return [...new Set(listed(evidence).map(({ claim }) => claim.id))].sort();
}
