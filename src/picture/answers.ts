import type { ActorId } from "../domain/ids.ts";
import type { Version } from "./course.ts";
import type { DayNumber } from "./day-number.ts";
import { gradeOf, likelyFrom, STALE_AFTER_DAYS } from "./grade.ts";
import { createNumbers } from "./growing-numbers.ts";
import type { Names } from "./names.ts";
import { type Segment, STANDINGS, type Standing } from "./segment.ts";
import { GRADES, type Grade } from "./types.ts";

/**
 * Every answer of many places, for every day of the world as known on every day, as columns of numbers. A place has one
 * version for each day on which knowledge of it changed; a version names its last stretch, and each stretch the one before
 * it. What two versions agree on stands once.
 */
export interface Answers {
  /** By version: the day from which it is known, its last stretch (-1: none), whose voices are heard. */
  readonly known: Int32Array;
  readonly tops: Int32Array;
  readonly heard: Int32Array;
  /** By stretch, in pairs: its first day and the stretch before it. */
  readonly links: Int32Array;
  /** By stretch, in sixes: see the offsets below. */
  readonly cells: Int32Array;
  readonly names: Names;
}

const FIRST = 0;
const LAST = 1;
const STALE_FROM = 2;
const LIKELY_FROM = 3;
const HOLDER = 4;
/** Standing, grade and the holder's camp in one number. */
const WHAT = 5;
const CELLS = 6;

const NONE = -1;
const NEVER = 0x7fffffff;
const LONG_BEFORE = -0x80000000;
/** More camps than one are heard. */
const SEVERAL = -2;

const STANDING_CODE = codes(STANDINGS);
const GRADE_CODE = codes(GRADES);

function codes<T extends string>(all: readonly T[]): Readonly<Record<T, number>> {
  return Object.fromEntries(all.map((one, i) => [one, i])) as Record<T, number>;
}

export interface AnswersBuilder {
  /** Puts in the versions of one place; how many there are so far. */
  add(versions: Iterable<Version>): number;
  /** What was put in; the builder is empty after it. */
  take(): Answers;
}

export function buildAnswers(names: Names): AnswersBuilder {
  const [known, tops, heardCamps] = [createNumbers(), createNumbers(), createNumbers()];
  const [links, cells] = [createNumbers(), createNumbers()];
  let filed = new Map<Segment, number>();
  function file(segment: Segment): number {
    const so = filed.get(segment);
    if (so !== undefined) return so;
    const before = segment.before ? file(segment.before) : NONE;
    const { holder, first, start, last, heard, standing } = segment;
    const camp = holder ? names.code(holder.camp) : NONE;
    const at = links.length / 2;
    links.push(start);
    links.push(before);
    cells.push(first ?? LONG_BEFORE);
    cells.push(last);
    cells.push(heard + STALE_AFTER_DAYS[standing]);
    cells.push(likelyFrom(segment) ?? NEVER);
    cells.push(holder ? names.code(holder.actor) : NONE);
    cells.push(STANDING_CODE[standing] | (GRADE_CODE[gradeOf(segment)] << 4) | (camp << 8));
    filed.set(segment, at);
    return at;
  }
  return {
    add(versions) {
      filed = new Map();
      for (const { knownFrom, top, heard } of versions) {
        known.push(knownFrom);
        tops.push(top ? file(top) : NONE);
        heardCamps.push(voices(heard, names));
      }
      return known.length;
    },
    take: () => ({
      known: known.take(),
      tops: tops.take(),
      heard: heardCamps.take(),
      links: links.take(),
      cells: cells.take(),
      names,
    }),
  };
}

function voices(heard: ReadonlySet<string>, names: Names): number {
  if (heard.size > 1) return SEVERAL;
  for (const camp of heard) return names.code(camp);
  return NONE;
}

/** The version that counts on a day, of those from `from` up to `to`; -1 before the first. */
export function versionOn({ known }: Answers, from: number, to: number, knownAt: DayNumber): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (known[middle]! <= knownAt) low = middle + 1;
    else high = middle;
  }
  return low === from ? NONE : low - 1;
}

/** The stretch that a day falls in; -1 where nothing is known. */
export function stretchOn({ tops, links }: Answers, version: number, asOf: DayNumber): number {
  if (version === NONE) return NONE;
  let at = tops[version]!;
  while (at >= 0 && links[2 * at]! > asOf) at = links[2 * at + 1]!;
  return at;
}

export function startOf({ links }: Answers, stretch: number): DayNumber {
  return links[2 * stretch]!;
}

/** `undefined`: long before. */
export function firstOf({ cells }: Answers, stretch: number): DayNumber | undefined {
  const first = cells[stretch * CELLS + FIRST]!;
  return first === LONG_BEFORE ? undefined : first;
}

export function lastOf({ cells }: Answers, stretch: number): DayNumber {
  return cells[stretch * CELLS + LAST]!;
}

export function standingOf({ cells }: Answers, stretch: number): Standing {
  return STANDINGS[cells[stretch * CELLS + WHAT]! & 15]!;
}

export function holderOf({ cells, names }: Answers, stretch: number): ActorId | undefined {
  const code = cells[stretch * CELLS + HOLDER]!;
  return code === NONE ? undefined : (names.text(code) as ActorId);
}

export function gradeOn(
  { cells, heard }: Answers,
  stretch: number,
  version: number,
  { asOf, knownAt }: { readonly asOf: DayNumber; readonly knownAt: DayNumber },
): Grade {
  const at = stretch * CELLS;
  if (asOf >= cells[at + STALE_FROM]!) return "stale";
  const what = cells[at + WHAT]!;
  if (knownAt >= cells[at + LIKELY_FROM]!) {
    const voice = heard[version]!;
    if (voice === SEVERAL || (voice !== NONE && voice !== what >> 8)) return "likely";
  }
  return GRADES[(what >> 4) & 15]!;
}
