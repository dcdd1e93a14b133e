/** What a comparison of claims with gold counted. Precision and recall have their own numerators: partners may be shared. */
export interface Counts {
  /** Claims with a partner in gold. */
  readonly right: number;
  /** Claims that count. */
  readonly claims: number;
  /** Gold claims that some claim hit. */
  readonly hit: number;
  /** Gold claims that count. */
  readonly gold: number;
}

export interface Score {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
  readonly gold: number;
}

export const NONE: Counts = { right: 0, claims: 0, hit: 0, gold: 0 };

export function plus(a: Counts, b: Counts): Counts {
  return {
    right: a.right + b.right,
    claims: a.claims + b.claims,
    hit: a.hit + b.hit,
    gold: a.gold + b.gold,
  };
}

/** Without claims precision is 0, without gold recall is 0. */
export function score(counts: Counts): Score {
  const p = ratio(counts.right, counts.claims);
  const r = ratio(counts.hit, counts.gold);
  return { p, r, f1: p + r === 0 ? 0 : round((2 * p * r) / (p + r)), gold: counts.gold };
}

export function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : round(part / whole);
}

/** To a thousandth. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
