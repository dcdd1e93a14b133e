import { stretchOn, versionOn } from "./answers.ts";
import { assessmentFrom, type Days, type FoundAssessment } from "./assessment.ts";
import { type FoldedPlace, makeAnswers, type PlaceAnswers } from "./folded-place.ts";

/** The answers of all places in one row: asking all of them follows no place to where it lies in memory. */
export interface AnswerRow {
  readonly places: readonly FoldedPlace[];
  readonly answers: readonly PlaceAnswers["answers"][];
  /** By place: its versions, half-open. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** A row of before some places heard more; those stand in `touched` by index. */
export interface EarlierRow {
  readonly row: AnswerRow;
  readonly touched: readonly number[];
}

export function answerRow(places: readonly FoldedPlace[], earlier?: EarlierRow): AnswerRow {
  if (earlier) return withTouched(places, earlier);
  makeAnswers(places);
  const all = places.map(({ made }) => made.answers!);
  return {
    places,
    answers: all.map(({ answers }) => answers),
    from: Int32Array.from(all, ({ from }) => from),
    to: Int32Array.from(all, ({ to }) => to),
  };
}

function withTouched(places: readonly FoldedPlace[], { row, touched }: EarlierRow): AnswerRow {
  makeAnswers(touched.map((i) => places[i]!));
  const answers = [...row.answers];
  const [from, to] = [row.from.slice(), row.to.slice()];
  for (const i of touched) {
    const made = places[i]!.made.answers!;
    answers[i] = made.answers;
    from[i] = made.from;
    to[i] = made.to;
  }
  return { places, answers, from, to };
}

/** In the order of the places; those of which nothing is known on the day are left out. */
export function assessmentsIn(
  { places, answers, from, to }: AnswerRow,
  days: Days,
): readonly FoundAssessment[] {
  const found: FoundAssessment[] = [];
  for (let i = 0; i < places.length; i++) {
    const own = answers[i]!;
    const version = versionOn(own, from[i]!, to[i]!, days.knownAt);
    const stretch = stretchOn(own, version, days.asOf);
    if (stretch >= 0) found.push(assessmentFrom(places[i]!, own, { version, stretch }, days));
  }
  return found;
}
