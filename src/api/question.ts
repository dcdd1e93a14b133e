import type { Day } from "../domain/day.ts";
import type { CountryCode } from "../domain/ids.ts";
import type { Ledger } from "../ledger/entry.ts";
import { type AccordingTo, saidBy } from "../picture/according-to.ts";
import { toDayNumber } from "../picture/day-number.ts";
import { type Folded, fold, stretchesAt, stretchOn } from "../picture/fold.ts";
import { assessmentsOf, pictureOf } from "../picture/picture.ts";
import { assessmentOf } from "../picture/stretch.ts";
import type { IsSeat } from "../picture/tallies.ts";
import type { FoldDeps } from "../picture/to-evidence.ts";
import type { Assessment, Picture } from "../picture/types.ts";

export interface Question {
  readonly asOf: Day;
  readonly knownAt: Day;
  readonly accordingTo?: AccordingTo;
  readonly country?: CountryCode;
}

/** A ledger folded once for each voice, ready for many questions. */
export interface Asking {
  /** Who holds what, without the figures. */
  readonly places: (question: Question) => readonly Assessment[];
  readonly place: (id: string, question: Question) => Assessment | undefined;
  readonly picture: (question: Question) => Picture;
}

export interface AskingDeps {
  readonly fold: FoldDeps;
  readonly isSeat?: IsSeat;
}

export function asking(ledger: Ledger, deps: AskingDeps): Asking {
  const folds = new Map<string, Folded>();
  const folded = ({ accordingTo }: Question): Folded => {
    const key = JSON.stringify(accordingTo ?? null);
    let made = folds.get(key);
    if (!made) {
      made = fold(ledger, deps.fold, accordingTo && saidBy(accordingTo));
      folds.set(key, made);
    }
    return made;
  };
  const places = (question: Question) =>
    inCountry(assessmentsOf(folded(question), question), question.country);
  return {
    places,
    place: (id, question) => {
      const known = toDayNumber(question.knownAt);
      const day = toDayNumber(question.asOf);
      for (const one of folded(question).places.values()) {
        if (one.place.id !== id) continue;
        const stretch = stretchOn(stretchesAt(one, known), day);
        if (stretch) return assessmentOf(stretch, one.place, day, known);
      }
      return undefined;
    },
    picture: (question) => {
      const whole = pictureOf(folded(question), question, deps.isSeat);
      return { ...whole, places: inCountry(whole.places, question.country) };
    },
  };
}

function inCountry(places: readonly Assessment[], country: CountryCode | undefined): readonly Assessment[] {
  return country === undefined ? places : places.filter(({ place }) => place.country === country);
}

/** `camp:ID` or `source:NAME`, as it stands in addresses. */
export function parseAccordingTo(text: string): AccordingTo | undefined {
  const found = /^(camp|source):(.+)$/.exec(text);
  if (!found) return undefined;
  return found[1] === "camp" ? { kind: "camp", camp: found[2]! } : { kind: "source", source: found[2]! };
}
