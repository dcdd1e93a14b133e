/** One measured number, with the aim that the project set itself. */
export interface Measurement {
  /** "reading: sentences a second". */
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly aim?: { readonly atLeast: number } | { readonly atMost: number };
}

/** What every file of bench/ that measures exports as `bench`. */
export type Bench = () => readonly Measurement[] | Promise<readonly Measurement[]>;

export function isMet({ value, aim }: Measurement): boolean {
  if (!aim) return true;
  return "atLeast" in aim ? value >= aim.atLeast : value <= aim.atMost;
}

/** The middle of some numbers; of an even number the higher of the two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error("median was given no numbers");
  return middle;
}
