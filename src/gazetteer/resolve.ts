import type { Level } from "../domain/place.ts";
import { containers, withLists } from "./containment.ts";
import { holderOf, notElsewhere } from "./holding.ts";
import type { Reading } from "./readings.ts";
import { type Found, KNOWN_EVERYWHERE } from "./recognise.ts";
import type { Scope } from "./scope.ts";
import { type Evidence, hasEvidence, type Scored, scoreOf } from "./score.ts";
import type { Place } from "./types.ts";
import { latelyNamed, NO_VOTES, votesOf } from "./votes.ts";
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

/** Below this lead between different countries, and without evidence of any country, there is no choice. */
const CLEAR_LEAD = 0.4;
/** Chooses twice: the sure choices of the first round are the votes of the second. One name has one sense a report. */
export function resolve(words: Words, all: readonly Found[], scope: Scope): readonly Choice[] {
  const direct = containers(words, all);
  const held = withLists(words, all, direct);
  const first = all.map((found, i) => choose({ found, containing: held[i] ?? NONE, scope, votes: NO_VOTES }));
  const votes = votesOf(first);
  const second = all.map((found, i) =>
    choose({ found, containing: held[i] ?? NONE, scope, votes, lately: latelyNamed(words, first, i) }),
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

const NONE: readonly Reading[] = [];
function choose(evidence: Evidence): Choice {
  const { found, containing } = evidence;
  const fitting = QUARTER.test(found.cue?.word ?? "") ? found.readings.filter(mayBeQuarter) : found.readings;
  const ranked = fitting
    .map((reading) => scoreOf(reading, evidence))
    .sort((a, b) => b.score - a.score || byNews(a.reading.place, b.reading.place));
  const best = ranked[0];
  if (!best) return { found, ranked, reason: "the gazetteer does not know the name" };
  const rival = ranked.find((one) => one.reading.place.country !== best.reading.place.country);
  const told = containing.length > 0 || hasEvidence(best.reading, evidence);
  if (!told && rival && best.score - rival.score < CLEAR_LEAD && best.reading.weight < KNOWN_EVERYWHERE) {
    return {
      found,
      ranked,
      reason: "places of several countries have the name and nothing tells which is meant",
    };
  }
  return { found, chosen: best.reading, ranked, reason: best.why };
}

const QUARTER = /^(?:quarters?|neighbou?rhoods?|suburbs?)(?: of)?$/;

/** A part of a city is a row of its own; a province or a village far away that has its name is another place. */
function mayBeQuarter({ kind }: Reading): boolean {
  return kind === "X" || kind === "D";
}

/** Of small places alike those of `data/places` come first: they stand there because news names them. */
function byNews(a: Place, b: Place): number {
  return Number(b.precision !== undefined) - Number(a.precision !== undefined) || (a.id < b.id ? -1 : 1);
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
