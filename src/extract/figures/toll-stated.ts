import { type Counted, word } from "../numbers/numbers-noun.ts";
import type { TollHit, TollSentence } from "./toll-persons.ts";

/** What stands right before a stated number. */
const LINKS = new Set(
  "at to is was are were stands stood number numbered numbers reached reaches hit hits rose climbed of as passed exceeded : had now".split(
    " ",
  ),
);
const ENDS = new Set([";", "and", "or", "but", "who", "which", "that", "when", "said", "says", '"']);
const HEADS = new Set(["number", "toll", "count", "figure", "tally", "total"]);
const REACH = 9;

/** "the number of dead at more than 100", "the death toll rose to 12", "put the dead at two", "the dead number at least 182". */
export function statedTolls(sentence: TollSentence, hit: TollHit): readonly Counted[] {
  const { tokens, counted } = sentence;
  const before = word(tokens, hit.from - 1);
  const tolled = word(tokens, hit.to) === "toll";
  const numbered = before === "of" && HEADS.has(word(tokens, hit.from - 2));
  const numberedThe =
    before === "the" && word(tokens, hit.from - 2) === "of" && HEADS.has(word(tokens, hit.from - 3));
  const dead = before === "the" && hit.row.use === "state" && word(tokens, hit.to) !== "and";
  const people = word(tokens, hit.from - 2) === "of" && HEADS.has(word(tokens, hit.from - 3));
  if (!tolled && !numbered && !numberedThe && !dead && !people) return [];
  const next = counted.find(({ from, to }) => from >= hit.to && to > hit.to);
  if (!next || next.from - hit.to > REACH || (next.kind !== "bare" && next.kind !== "persons")) return [];
  const gap = tokens.slice(hit.to, next.from).map((token) => token.lower);
  return gap.some((between) => ENDS.has(between)) || !LINKS.has(gap.at(-1) ?? "") ? [] : [next];
}
