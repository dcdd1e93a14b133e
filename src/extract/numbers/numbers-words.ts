import type { Quantifier } from "../../domain/claim.ts";

/** What one word contributes to a number. `plural` is a loose amount of its own ("dozens"). */
export type NumberWord =
  | { readonly kind: "small"; readonly value: number }
  | { readonly kind: "tens"; readonly value: number }
  | { readonly kind: "scale"; readonly value: number }
  | {
      readonly kind: "plural";
      readonly value: number;
      readonly high: number;
      readonly quantifier: Quantifier;
    }
  | { readonly kind: "few" }
  | { readonly kind: "ordinal"; readonly value: number; readonly denominator?: true }
  | { readonly kind: "part"; readonly value: number }
  | { readonly kind: "half" };

const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety";
const ORDINALS =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth";
const TENTHS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth";

const SCALES: readonly (readonly [string, number])[] = [
  ["dozen", 12],
  ["hundred", 100],
  ["thousand", 1000],
  ["lakh", 100_000],
  ["million", 1_000_000],
  ["crore", 10_000_000],
  ["billion", 1_000_000_000],
];

/** Lower bound: two of the unit; upper bound: below the next unit that a writer would choose instead. */
const PLURALS: readonly (readonly [string, number, number, Quantifier])[] = [
  ["tens", 20, 99, "dozens"],
  ["dozens", 24, 99, "dozens"],
  ["scores", 40, 99, "scores"],
  ["hundreds", 200, 999, "hundreds"],
  ["thousands", 2000, 9999, "thousands"],
  ["lakhs", 200_000, 999_999, "hundreds-of-thousands"],
  ["millions", 2_000_000, 9_999_999, "millions"],
];

export const WORDS: ReadonlyMap<string, NumberWord> = buildWords();
/** A word longer than this is no number word. */
export const LONGEST = Math.max(...[...WORDS.keys()].map((word) => word.length));

function buildWords(): Map<string, NumberWord> {
  const words = new Map<string, NumberWord>();
  for (const [value, word] of SMALL.split(" ").entries()) words.set(word, { kind: "small", value });
  for (const [n, word] of TENS.split(" ").entries()) words.set(word, { kind: "tens", value: 20 + 10 * n });
  for (const [word, value] of SCALES) words.set(word, { kind: "scale", value });
  for (const [word, value, high, quantifier] of PLURALS)
    words.set(word, { kind: "plural", value, high, quantifier });
  for (const [n, word] of ORDINALS.split(" ").entries()) words.set(word, ordinal(n + 1));
  for (const [n, word] of TENTHS.split(" ").entries())
    words.set(word, { kind: "ordinal", value: 20 + 10 * n });
  for (const [n, word] of ORDINALS.split(" ").entries())
    if (n >= 2 && n <= 11) words.set(`${word}s`, { kind: "part", value: n + 1 });
  words.set("quarter", { kind: "ordinal", value: 4, denominator: true });
  words.set("quarters", { kind: "part", value: 4 });
  words.set("half", { kind: "half" });
  for (const word of ["several", "few", "couple", "handful"]) words.set(word, { kind: "few" });
  return words;
}

function ordinal(value: number): NumberWord {
  return value >= 3 && value <= 12
    ? { kind: "ordinal", value, denominator: true }
    : { kind: "ordinal", value };
}
