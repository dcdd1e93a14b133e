const FORM = /^(.*)@(\d+(?:\.\d+)*)(.*)$/;

/** Positive when `a` is newer: by the numbers after "@" ("rules@1.10" is newer than "rules@1.9"), then by text. */
export function compareExtractors(a: string, b: string): number {
  if (a === b) return 0;
  const [left, right] = [numbersOf(a), numbersOf(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a < b ? -1 : 1;
}

function numbersOf(extractor: string): readonly number[] {
  return FORM.exec(extractor)?.[2]?.split(".").map(Number) ?? [];
}
