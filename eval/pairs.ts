/**
 * As many pairs as can be made when each left and each right may be used once (augmenting paths). The order of the
 * inputs decides between equally good matchings.
 */
export function pairs<Left, Right>(
  lefts: readonly Left[],
  rights: readonly Right[],
  fits: (left: Left, right: Right) => boolean,
): readonly (readonly [Left, Right])[] {
  const options = lefts.map((left) => rights.map((_, j) => j).filter((j) => fits(left, rights[j]!)));
  const takenBy = new Map<number, number>();
  const place = (i: number, tried: Set<number>): boolean =>
    options[i]!.some((j) => {
      if (tried.has(j)) return false;
      tried.add(j);
      const holder = takenBy.get(j);
      if (holder !== undefined && !place(holder, tried)) return false;
      takenBy.set(j, i);
      return true;
    });
  for (const i of lefts.keys()) place(i, new Set());
  return [...takenBy].sort(([, a], [, b]) => a - b).map(([j, i]) => [lefts[i]!, rights[j]!] as const);
}
