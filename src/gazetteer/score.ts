import { distanceKm } from "../geo/distance.ts";
import { holds } from "./holding.ts";
import { levelFit } from "./levels.ts";
import type { Reading } from "./readings.ts";
import type { Found } from "./recognise.ts";
import type { Scope } from "./scope.ts";
import type { Votes } from "./votes.ts";

export interface Scored {
  readonly reading: Reading;
  readonly score: number;
  /** The strongest evidence, in words. */
  readonly why: string;
}

/** What speaks for or against the readings of one name. */
export interface Evidence {
  readonly found: Found;
  /** Readings of the units that the text puts around it. */
  readonly containing: readonly Reading[];
  readonly scope: Scope;
  readonly votes: Votes;
  /** The first-order unit just named, as "AF.26". */
  readonly lately?: string | undefined;
}

const MATCH_COST = {
  exact: 0,
  alias: 0.7,
  fold: 1,
  consonants: 1.6,
  skeleton: 2.5,
  edit: 2.5,
  description: 0,
} as const;
/** A step of weight, tenfold population, against the other evidence. */
const PER_WEIGHT = 0.6;
const GIVEN_BONUS = 5;
const NEAR_KM = 150;
/** A country that the text is plainly about, though nobody gave it. */
const HOME_BONUS = 3;

/** For the country that the text names most. */
const SHARE_BONUS = 4;
const PER_COUNTRY_VOTE = 0.5;
const PER_UNIT_VOTE = 0.8;
const MOST_VOTES = 2;
const NEAR_BONUS = 0.6;
/** The text says that it lies inside: stronger than all else. */
const INSIDE_BONUS = 12;
const LATELY_BONUS = 1.5;
/** An alternate name says little where another row of the country bears the name itself. */
const SECOND_HAND_COST = 4;
/** Nothing in the text speaks of the reading's country, and one that it is about has a place of the name. */
const FOREIGN_COST = 4;
/** Weight from which a place is known by its other names as well ("Washington"). */
const CAPITAL = 8;

/** The score of one reading. */
export function scoreOf(reading: Reading, evidence: Evidence): Scored {
  const { found, lately } = evidence;
  const one = bareScore(reading, evidence);
  const { place, kind, match } = one.reading;
  let { score, why } = one;
  if (lately === `${place.country}.${place.admin1Code}` && kind !== "U") {
    score += LATELY_BONUS;
    why = `in ${place.admin1}, which the text has just named`;
  }
  if (
    match === "alias" &&
    one.reading.weight < CAPITAL &&
    found.readings.some(
      (other) => other.match === "exact" && other.kind === kind && other.place.country === place.country,
    )
  )
    score -= SECOND_HAND_COST;
  if (isForeign(one.reading, evidence)) score -= FOREIGN_COST;
  return { reading: one.reading, score, why };
}

function isForeign({ place, kind }: Reading, { found, scope }: Evidence): boolean {
  if (scope.home.size === 0 || kind === "country" || kind === "global" || !place.country) return false;
  if (scope.share.has(place.country)) return false;
  return found.readings.some(
    (other) =>
      scope.home.has(other.place.country!) &&
      (other.match === "exact" || other.match === "alias") &&
      (found.cue === undefined || other.kind === "P" || other.kind === "X"),
  );
}

function bareScore(reading: Reading, { found, containing, scope, votes }: Evidence): Scored {
  const { place } = reading;
  const country = place.country;
  let total = PER_WEIGHT * reading.weight - MATCH_COST[reading.match];
  let why = "the weightiest place of the name";
  if (country) {
    const share = scope.share.get(country) ?? 0;
    if (scope.given.has(country)) {
      total += GIVEN_BONUS;
      why = `in ${country}, the country given`;
    } else if (scope.home.has(country)) {
      total += HOME_BONUS;
      why = `in ${country}, which the text is about`;
    } else if (share > 0) why = `in ${country}, which the text is about`;
    total +=
      SHARE_BONUS * share + Math.min(MOST_VOTES, PER_COUNTRY_VOTE * (votes.countries.get(country) ?? 0));
    const unit = place.admin1Code ? (votes.units.get(`${country}.${place.admin1Code}`) ?? 0) : 0;
    if (unit > 0) {
      total += Math.min(MOST_VOTES, PER_UNIT_VOTE * unit);
      why = `in ${place.admin1}, which other names of the text lie in`;
    }
  }
  total += levelFit(reading, found);
  const near = votes.fixed.some((one) => one.place.id !== place.id && distanceKm(one.place, place) < NEAR_KM);
  if (near) total += NEAR_BONUS;
  const holder = containing.find((one) => holds(one, reading));
  if (holder) {
    total += INSIDE_BONUS;
    why = `inside ${holder.place.name}, as the text says`;
  }
  return { reading, score: total, why };
}

/** The text itself tells the reading's country. */
export function hasEvidence(reading: Reading, { scope, votes }: Evidence): boolean {
  const country = reading.place.country;
  if (!country) return reading.kind === "global";
  return (
    scope.given.has(country) ||
    (scope.share.get(country) ?? 0) > 0.3 ||
    (votes.countries.get(country) ?? 0) > 1
  );
}
