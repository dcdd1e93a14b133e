import type { Day } from "../domain/day.ts";
import type { CountryCode } from "../domain/ids.ts";
import type { Ledger } from "../ledger/entry.ts";
import { accessOf } from "../picture/access.ts";
import { type AccordingTo, saidBy } from "../picture/according-to.ts";
import { assessmentAt } from "../picture/assessment.ts";
import { type Folded, fold } from "../picture/fold.ts";
import { evidenceOf, type FoldedPlace } from "../picture/folded-place.ts";
import { independent, type Voice } from "../picture/independence.ts";
import { assessmentsOf, pictureOf } from "../picture/picture.ts";
import type { IsSeat } from "../picture/tallies.ts";
import { type TimelineEntry, timelineOf } from "../picture/timeline.ts";
import type { FoldDeps } from "../picture/to-evidence.ts";
import type { AccessStatusNow, Assessment, Picture } from "../picture/types.ts";

/** Claims of one place that a claim is compared with to find copies. */
const MAX_COMPARED = 200;

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
  readonly access: (question: Question) => readonly AccessStatusNow[];
  /** What weighs each claim about a place, by claim id. */
  readonly weights: (id: string, question: Question) => ReadonlyMap<string, Weight>;
}

export interface Weight {
  /** Admiralty digit. */
  readonly credibility: number;
  readonly effect: TimelineEntry["effect"];
  /** Sources that are one voice with this claim's. */
  readonly copies: readonly string[];
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
  const indexes = new WeakMap<Folded, ReadonlyMap<string, readonly FoldedPlace[]>>();
  const byId = (id: string, question: Question): readonly FoldedPlace[] => {
    const whole = folded(question);
    let index = indexes.get(whole);
    if (!index) {
      index = Map.groupBy(whole.places, ({ place }) => place.id as string);
      indexes.set(whole, index);
    }
    return index.get(id) ?? [];
  };
  const ofAccess = new WeakMap<Folded, Folded["others"]>();
  const accessClaims = (whole: Folded) => {
    const known = ofAccess.get(whole) ?? whole.others.filter(({ claim }) => claim.kind === "access");
    ofAccess.set(whole, known);
    return known;
  };
  return {
    places,
    place: (id, question) => {
      for (const one of byId(id, question)) {
        const found = assessmentAt(one, question);
        if (found) return found;
      }
      return undefined;
    },
    weights: (id, question) => new Map(byId(id, question).flatMap((one) => weightsIn(one, question))),
    access: (question) => accessOf(accessClaims(folded(question)), question, deps.fold.sources),
    picture: (question) => {
      const whole = pictureOf(folded(question), question, deps.isSeat);
      return { ...whole, places: inCountry(whole.places, question.country) };
    },
  };
}

function weightsIn(folded: FoldedPlace, question: Question): readonly (readonly [string, Weight])[] {
  const evidence = evidenceOf(folded);
  return timelineOf(folded, question).map(({ claim, credibility, effect }) => {
    const own = evidence.find((one) => one.claim.id === claim.id);
    return [claim.id, { credibility, effect, copies: own ? copiesOf(own, evidence) : [] }] as const;
  });
}

function copiesOf(own: Voice, all: readonly Voice[]): readonly string[] {
  const name = own.report?.source?.name;
  const others = all.slice(0, MAX_COMPARED).flatMap((other) => {
    const source = other.report?.source?.name;
    const same = other.claim.report !== own.claim.report && !independent(own, other);
    return source !== undefined && source !== name && same ? [source] : [];
  });
  return [...new Set(others)].sort();
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
