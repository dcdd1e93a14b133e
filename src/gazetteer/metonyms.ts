import type { Lexicon } from "./lexicon.ts";
import type { Reading } from "./readings.ts";
import type { Found } from "./recognise.ts";
import { GAP, type Words } from "./words.ts";

/** "Kabul said", "the Damascus government": a capital or country that speaks or acts stands for its government. */
export function isMetonym(words: Words, lexicon: Lexicon, found: Found, chosen: Reading): boolean {
  const capital = chosen.place.seatOf === "country";
  if (!capital && chosen.place.level !== "country") return false;
  if (found.cue || found.located || words.possessive[found.span.to]) return false;
  const next = found.span.to + 1;
  const gap = words.gap[next];
  const key = words.key(next);
  if (capital && gap === GAP.hyphen && lexicon.has("metonym-noun", key)) return true;
  if (capital && gap === GAP.space && lexicon.has("metonym-noun", key)) return true;
  if (gap !== GAP.space || !lexicon.has("metonym-verb", HAS.has(key) ? words.key(next + 1) : key))
    return false;
  const before = words.key(found.span.from - 1);
  return words.gap[found.span.from] !== GAP.space || CLAUSE.has(before);
}

const HAS = new Set(["has", "have", "had", "also", "repeatedly", "later", "earlier"]);
const CLAUSE = new Set([
  "that",
  "and",
  "but",
  "while",
  "as",
  "which",
  "what",
  "when",
  "because",
  "after",
  "before",
  "if",
  "whether",
]);
