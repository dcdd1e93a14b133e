import type { Count } from "../../domain/claim.ts";
import { type Counted, word } from "../numbers/numbers-noun.ts";
import { isPassive } from "../numbers/numbers-roles.ts";
import type { SentenceAnalysis, Token } from "../types.ts";
import type { TollHit, TollSentence } from "./toll-persons.ts";

const ONE: Count = { low: 1, best: 1, high: 1, quantifier: "exact" };
const TITLES = new Set(
  "general gen colonel col major captain commander sheikh mullah governor mayor judge dr president minister journalist photographer activist".split(
    " ",
  ),
);

/** A person killed by name: "shot dead Ali Hasan", "Ali Hasan was killed". Places and actors are no persons. */
export function namedPerson(
  { tokens }: TollSentence,
  hit: TollHit,
  analysis: SentenceAnalysis,
): Counted | undefined {
  if (hit.row.measure !== "killed" || hit.row.use === "noun" || hit.row.use === "state") return undefined;
  if (hit.row.use === "intransitive") return undefined;
  const passive = isPassive(tokens, hit.from);
  const range = passive ? before(tokens, hit.from) : after(tokens, hit.to);
  if (!range || !isPersonName(tokens, range, analysis)) return undefined;
  const who = tokens
    .slice(range.from, range.to)
    .map((token) => token.text)
    .join(" ");
  return {
    ...range,
    number: range.from,
    count: ONE,
    kind: "persons",
    noun: who,
    who,
    part: false,
    single: true,
  };
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function after(tokens: readonly Token[], at: number): Range | undefined {
  let from = at;
  while (TITLES.has(word(tokens, from)) && !isCapital(tokens[from])) from += 1;
  let to = from;
  while (isCapital(tokens[to])) to += 1;
  return to - from >= 2 ? { from, to } : undefined;
}

function before(tokens: readonly Token[], at: number): Range | undefined {
  let to = at;
  while (to > 0 && /^(?:was|is|been|being|be|has|had|also|reportedly)$/.test(word(tokens, to - 1))) to -= 1;
  let from = to;
  while (from > 0 && isCapital(tokens[from - 1])) from -= 1;
  return to - from >= 2 ? { from, to } : undefined;
}

function isCapital(token: Token | undefined): boolean {
  return token !== undefined && token.kind === "word" && /^\p{Lu}[\p{L}\p{M}'’.-]+$/u.test(token.text);
}

function isPersonName(
  tokens: readonly Token[],
  { from, to }: Range,
  { places, actors }: SentenceAnalysis,
): boolean {
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? 0;
  return (
    ![...places, ...actors].some((one) => one.start < end && start < one.end) &&
    !/^(?:on|in)$/.test(word(tokens, from - 1))
  );
}
