import { addDays, type Day, daysBetween } from "../domain/day.ts";

/** Days along a line of so many pixels: each day has a slot of equal width. */
export interface TrackScale {
  readonly first: Day;
  readonly last: Day;
  readonly count: number;
  readonly slot: number;
  /** The middle of the day's slot; clamped to the ends. */
  readonly x: (day: Day) => number;
  readonly dayAt: (x: number) => Day;
}

export function trackScale(first: Day, last: Day, width: number): TrackScale {
  const count = daysBetween(first, last) + 1;
  const slot = width / count;
  const clamp = (index: number) => Math.max(0, Math.min(count - 1, index));
  return {
    first,
    last,
    count,
    slot,
    x: (day) => (clamp(daysBetween(first, day)) + 0.5) * slot,
    dayAt: (x) => addDays(first, clamp(Math.floor(x / slot))),
  };
}

export interface Tick {
  readonly day: Day;
  readonly strong: boolean;
}

/** Ticks about every `gap` pixels: days, then Mondays, then firsts of months, quarters, years. */
export function ticksOf(scale: TrackScale, gap = 64): readonly Tick[] {
  const kinds: readonly { days: number; on: (day: Day, index: number) => boolean }[] = [
    { days: 1, on: () => true },
    { days: 2, on: (_, index) => index % 2 === 0 },
    { days: 7, on: (_, index) => index % 7 === 0 },
    { days: 14, on: (_, index) => index % 14 === 0 },
    { days: 30, on: (day) => day.endsWith("-01") },
    { days: 91, on: (day) => /-(01|04|07|10)-01$/.test(day) },
    { days: 365, on: (day) => day.endsWith("-01-01") },
    { days: 1826, on: (day) => /[05]-01-01$/.test(day) },
  ];
  const kind = kinds.find(({ days }) => days * scale.slot >= gap) ?? kinds.at(-1)!;
  const ticks: Tick[] = [];
  for (let index = 0; index < scale.count; index++) {
    const day = addDays(scale.first, index);
    if (kind.on(day, index)) ticks.push({ day, strong: day.endsWith("-01") });
  }
  return ticks;
}
