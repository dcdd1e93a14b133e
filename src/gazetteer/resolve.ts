import type { CountryCode } from "../domain/ids.ts";
import type { Level } from "../domain/place.ts";
import { distanceKm } from "../geo/distance.ts";
import { containers, withLists } from "./containment.ts";
import { levelFit } from "./levels.ts";
import type { Reading } from "./readings.ts";
import type { Found } from "./recognise.ts";
import type { Scope } from "./scope.ts";
import type { Place } from "./types.ts";
import type { Words } from "./words.ts";

/** One name with its readings in order, and what spoke for the first. */
export interface Choice {
  readonly found: Found;
  /** Absent: the resolver abstains. */
  readonly chosen?: Reading;
  readonly ranked: readonly Scored[];
  readonly reason: string;
  /** The unit that the text names as holding it. */
  readonly inside?: Place;
}

export interface Scored {
  readonly reading: Reading;
  readonly score: number;
  /** The strongest evidence, in words. */
  readonly why: string;
}

interface Votes {
  readonly countries: ReadonlyMap<CountryCode, number>;
  readonly units: ReadonlyMap<string, number>;
  readonly fixed: readonly Reading[];
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
const NO_VOTES: Votes = { countries: new Map(), units: new Map(), fixed: [] };
/** Below this lead between different countries, and without evidence of any country, there is no choice. */
const CLEAR_LEAD = 0.4;
const NEAR_KM = 150;
/** A country that the text is plainly about, though nobody gave it. */
const HOME_BONUS = 3;

/** Chooses twice: the sure choices of the first round are the votes of the second. One name has one sense a report. */
export function resolve(words: Words, all: readonly Found[], scope: Scope): readonly Choice[] {
  const direct = containers(words, all);
  const held = withLists(words, all, direct);
  const first = all.map((found, i) => choose(found, held[i] ?? NONE, scope, NO_VOTES));
  const votes = votesOf(first);
  const second = all.map((found, i) =>
    choose(found, held[i] ?? NONE, scope, votes, latelyNamed(words, first, i)),
  );
  const here = second.map((choice, i) => notElsewhere(choice, direct[i] ?? NONE));
  const told = oneSense(here, held).map((choice, i) => {
    const inside = holderOf(choice, held[i] ?? NONE, scope);
    return inside ? { ...choice, inside } : choice;
  });
  return told.map((choice, i) => asHolder(choice, told[i - 1]));
}

/** "Atlanta, Georgia": the outer name is the unit that holds the inner one, not the country of that name. */
function asHolder(choice: Choice, inner: Choice | undefined): Choice {
  const holder = inner?.chosen && inner.inside;
  if (!holder || holder.id === choice.chosen?.place.id) return choice;
  const reading = choice.found.readings.find((one) => one.place.id === holder.id);
  if (!reading) return choice;
  return {
    ...choice,
    chosen: reading,
    reason: `it holds ${inner.chosen?.place.name}, which the text puts inside it`,
  };
}

/** Of the readings that the text puts around a name the one that fits it; for an unknown name the one in the text's country. */
function holderOf(choice: Choice, containing: readonly Reading[], scope: Scope): Place | undefined {
  const { chosen } = choice;
  if (chosen) return containing.find((one) => holds(one, chosen))?.place;
  return (containing.find((one) => one.place.country && scope.home.has(one.place.country)) ?? containing[0])
    ?.place;
}

const NONE: readonly Reading[] = [];
/** Characters back to which a unit just named still tells where the next names lie. */
const LATELY = 250;
const LATELY_BONUS = 1.5;
/** An alternate name says little where another row of the country bears the name itself. */
const SECOND_HAND_COST = 4;
/** Weight from which a place is known by its other names as well ("Washington"). */
const CAPITAL = 8;

/** The first-order unit named last before a mention, as "AF.26". */
function latelyNamed(words: Words, choices: readonly Choice[], at: number): string | undefined {
  const start = words.start[choices[at]?.found.span.from ?? 0] ?? 0;
  for (let i = at - 1; i >= 0; i--) {
    const choice = choices[i];
    if (!choice || start - (words.end[choice.found.span.to] ?? 0) > LATELY) return undefined;
    const place = choice.chosen?.place;
    if (
      choice.chosen?.kind === "U" ||
      (place?.seatOf === "province" && choice.found.span.from === choice.found.span.to)
    )
      return `${place?.country}.${place?.admin1Code}`;
  }
  return undefined;
}

function weighed(one: Scored, found: Found, lately: string | undefined): Scored {
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
  return { reading: one.reading, score, why };
}

function choose(
  found: Found,
  containing: readonly Reading[],
  scope: Scope,
  votes: Votes,
  lately?: string,
): Choice {
  const ranked = found.readings
    .map((reading) => score(reading, found, containing, scope, votes))
    .map((one) => weighed(one, found, lately))
    .sort((a, b) => b.score - a.score || (a.reading.place.id < b.reading.place.id ? -1 : 1));
  const best = ranked[0];
  if (!best) return { found, ranked, reason: "the gazetteer does not know the name" };
  const rival = ranked.find((one) => one.reading.place.country !== best.reading.place.country);
  const evidence = containing.length > 0 || hasEvidence(best.reading, scope, votes);
  if (!evidence && rival && best.score - rival.score < CLEAR_LEAD && best.reading.weight < 6) {
    return {
      found,
      ranked,
      reason: "places of several countries have the name and nothing tells which is meant",
    };
  }
  return { found, chosen: best.reading, ranked, reason: best.why };
}

function score(
  reading: Reading,
  found: Found,
  containing: readonly Reading[],
  scope: Scope,
  votes: Votes,
): Scored {
  const { place } = reading;
  const country = place.country;
  let total = 0.6 * reading.weight - MATCH_COST[reading.match];
  let why = "the weightiest place of the name";
  if (country) {
    const share = scope.share.get(country) ?? 0;
    if (scope.given.has(country)) {
      total += 5;
      why = `in ${country}, the country given`;
    } else if (scope.home.has(country)) {
      total += HOME_BONUS;
      why = `in ${country}, which the text is about`;
    } else if (share > 0) why = `in ${country}, which the text is about`;
    total += 4 * share + Math.min(2, 0.5 * (votes.countries.get(country) ?? 0));
    const unit = place.admin1Code ? (votes.units.get(`${country}.${place.admin1Code}`) ?? 0) : 0;
    if (unit > 0) {
      total += Math.min(2, 0.8 * unit);
      why = `in ${place.admin1}, which other names of the text lie in`;
    }
  }
  total += levelFit(reading, found);
  const near = votes.fixed.some((one) => one.place.id !== place.id && distanceKm(one.place, place) < NEAR_KM);
  if (near) total += 0.6;
  const holder = containing.find((one) => holds(one, reading));
  if (holder) {
    total += 12;
    why = `inside ${holder.place.name}, as the text says`;
  }
  return { reading, score: total, why };
}

/** The text says in which unit it lies, and the only rows of the name lie far from there. */
const ELSEWHERE_KM = 250;

function notElsewhere(choice: Choice, containing: readonly Reading[]): Choice {
  const { chosen, found, ranked } = choice;
  if (!chosen || !isElsewhere(chosen, containing)) return choice;
  return { found, ranked, reason: `no place of the name is known in ${containing[0]?.place.name}` };
}

function isElsewhere(best: Reading, containing: readonly Reading[]): boolean {
  const units = containing.filter((one) => one.kind === "U");
  if (
    units.length === 0 ||
    best.kind === "country" ||
    best.kind === "U" ||
    containing.some((one) => holds(one, best))
  )
    return false;
  return units.every(
    (one) => one.place.country === best.place.country && distanceKm(one.place, best.place) > ELSEWHERE_KM,
  );
}

/** True when the outer reading is a unit or country that the inner lies in. */
export function holds(outer: Reading, inner: Reading): boolean {
  const { place } = outer;
  if (place.id === inner.place.id) return false;
  if (place.level === "country") return place.country === inner.place.country;
  if (place.country !== inner.place.country || inner.kind === "U") return false;
  if (place.level === "province") return place.admin1Code === inner.place.admin1Code;
  if (place.level === "district")
    return place.admin2Code !== undefined && place.admin2Code === inner.place.admin2Code;
  return outer.kind !== "global" && distanceKm(place, inner.place) < 40;
}

function hasEvidence(reading: Reading, scope: Scope, votes: Votes): boolean {
  const country = reading.place.country;
  if (!country) return reading.kind === "global";
  return (
    scope.given.has(country) ||
    (scope.share.get(country) ?? 0) > 0.3 ||
    (votes.countries.get(country) ?? 0) > 1
  );
}

function votesOf(choices: readonly Choice[]): Votes {
  const countries = new Map<CountryCode, number>();
  const units = new Map<string, number>();
  const fixed: Reading[] = [];
  const seen = new Set<string>();
  for (const { found, chosen, ranked } of choices) {
    if (!chosen || found.demonym || seen.has(chosen.place.id)) continue;
    seen.add(chosen.place.id);
    const { country, admin1Code } = chosen.place;
    const rival = ranked[1];
    const sure =
      !rival || (ranked[0]?.score ?? 0) - rival.score > 2 || rival.reading.place.admin1Code === admin1Code;
    if (!country || !sure) continue;
    countries.set(country, (countries.get(country) ?? 0) + 1);
    if (admin1Code && chosen.kind !== "country")
      units.set(`${country}.${admin1Code}`, (units.get(`${country}.${admin1Code}`) ?? 0) + 1);
    if (chosen.kind === "P" && chosen.match === "exact") fixed.push(chosen);
  }
  return { countries, units, fixed: fixed.slice(0, 40) };
}

/** A name keeps the country and unit of its best-told mention; its level may differ by cue. */
function oneSense(choices: readonly Choice[], held: readonly (readonly Reading[])[]): readonly Choice[] {
  const told = new Map<string, Reading>();
  choices.forEach((choice, i) => {
    if (choice.chosen && (held[i]?.length ?? 0) > 0 && !told.has(choice.found.span.key))
      told.set(choice.found.span.key, choice.chosen);
  });
  return choices.map((choice, i) => {
    const sense = told.get(choice.found.span.key);
    if (!sense || (held[i]?.length ?? 0) > 0 || !choice.chosen) return choice;
    if (sameUnit(sense, choice.chosen)) return choice;
    const again =
      choice.ranked.find(
        (one) =>
          sameUnit(sense, one.reading) &&
          levelClass(one.reading.place.level) === levelClass(choice.chosen!.place.level),
      ) ?? choice.ranked.find((one) => one.reading.place.id === sense.place.id);
    if (!again) return choice;
    return {
      ...choice,
      chosen: again.reading,
      reason: "the same name is told more fully elsewhere in the text",
    };
  });
}

function sameUnit(a: Reading, b: Reading): boolean {
  return a.place.country === b.place.country && a.place.admin1Code === b.place.admin1Code;
}

function levelClass(level: Level): string {
  return level === "city" || level === "town" || level === "village" ? "populated" : level;
}
