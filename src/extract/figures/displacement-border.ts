import type { CountryCode } from "../../domain/ids.ts";
import { word } from "../numbers/numbers-noun.ts";
import type { ReportAnalysis, SentenceAnalysis } from "../types.ts";

const BORDER_WORDS = new Set(["border", "borders", "frontier", "abroad", "overseas"]);
const REACH = 8;

/** After `at` the words lead over a border: a border is named, or another country than the report's own. */
export function leadsAbroad(analysis: SentenceAnalysis, report: ReportAnalysis, at: number): boolean {
  const { tokens } = analysis.sentence;
  const own = report.countries[0];
  if (isOwnCountry(analysis, own, at)) return true;
  for (let i = at; i < Math.min(tokens.length, at + REACH); i += 1) {
    const here = word(tokens, i);
    if (/^[;:.]$/.test(here)) return false;
    if (BORDER_WORDS.has(here)) return true;
    if (
      /^neighbou?r(?:ing|s)?$/.test(here) &&
      /^(?:countr\w+|states?|\p{Lu}.*)$/u.test(tokens[i + 1]?.text ?? "countries")
    )
      return true;
    if (here === "the" && word(tokens, i + 1) === "country" && word(tokens, i - 1) !== "in")
      return /^(?:fled|left|leave|flee|fleeing)$/.test(word(tokens, i - 1));
    if (/^(?:to|into|in|for|across|onto)$/.test(here) && isForeign(analysis, own, i + 1)) return true;
  }
  return false;
}

/** "fled Ukraine": out of the report's own country. */
function isOwnCountry(
  { sentence: { tokens }, places }: SentenceAnalysis,
  own: CountryCode | undefined,
  at: number,
): boolean {
  const start = tokens[at]?.start;
  const found = places.find((one) => one.start === start && one.role !== "demonym");
  return (
    own !== undefined &&
    found?.level === "country" &&
    found.place?.country === own &&
    word(tokens, at + 1) !== "'s" &&
    word(tokens, at - 1) !== "to"
  );
}

/** The place or people named at the token, over an article, belongs to another country. */
function isForeign(
  { sentence: { tokens }, places }: SentenceAnalysis,
  own: CountryCode | undefined,
  at: number,
): boolean {
  const first = tokens[word(tokens, at) === "the" ? at + 1 : at];
  if (!first || own === undefined) return false;
  const found = places.find((one) => one.start <= first.start && first.start < one.end);
  const country = found?.place?.country;
  return country !== undefined && country !== own;
}
