import type { Level, SiteKind } from "../domain/place.ts";
import type { Lexicon } from "./lexicon.ts";
import { type NameSpan, startsName } from "./spans.ts";
import { GAP, type Words } from "./words.ts";

/** What the words beside a name say of its level. */
export interface LevelCue {
  readonly level: Level;
  readonly site?: SiteKind;
  /** The word that says so. */
  readonly word: string;
  /** Told in an apposition ("X, the fortress town"): that it is a settlement, not which kind. */
  readonly apposed?: true;
  /** Last word of the mention when the cue belongs to it ("Kandahar airport"). */
  readonly to?: number;
}

const POPULATED = new Set<Level>(["city", "town", "village"]);
const PLURAL_HEADS = 12;

/** Cue of a name: the word after it ("Kunduz province"), a noun before it ("the city of Kunduz"), or the noun of its list. */
export function levelCue(words: Words, lexicon: Lexicon, span: NameSpan): LevelCue | undefined {
  return (
    after(words, lexicon, span) ??
    before(words, lexicon, span) ??
    ofList(words, lexicon, span) ??
    apposed(words, lexicon, span)
  );
}

const APPOSITION = 4;

/** "X, the fortress town above Y", "X, a desert town". */
function apposed(words: Words, lexicon: Lexicon, span: NameSpan): LevelCue | undefined {
  const article = span.to + 1;
  if (words.gap[article] !== GAP.comma || !/^(?:the|an?)$/.test(words.key(article))) return undefined;
  for (let at = article + 1; at < article + APPOSITION; at++) {
    if (words.gap[at] !== GAP.space || words.capital[at] || words.possessive[at]) return undefined;
    const key = words.key(at);
    const cue = lexicon.cues.get(key);
    if (cue && !cue.plural && POPULATED.has(cue.level)) return { level: cue.level, word: key, apposed: true };
    if (/^(?:of|in|on|at|near|that|which|and|from|for)$/.test(key)) return undefined;
  }
  return undefined;
}

function after(words: Words, lexicon: Lexicon, span: NameSpan): LevelCue | undefined {
  if (words.possessive[span.to]) return undefined;
  let at = span.to + 1;
  for (let steps = 0; steps < 4; steps++, at++) {
    if (words.gap[at] !== GAP.space && words.gap[at] !== GAP.hyphen) return undefined;
    const key = words.key(at);
    const cue = lexicon.cues.get(key);
    if (cue && isCueHere(words, at, cue.level)) {
      if (steps > 0 && cue.level !== "site") return undefined;
      if (cue.plural && cue.level !== "site" && cue.level !== "area") return { level: cue.level, word: key };
      const kept = cue.level === "site" || cue.level === "crossing" || cue.level === "road";
      return {
        level: cue.level,
        word: key,
        ...(cue.site ? { site: cue.site } : {}),
        ...(kept ? { to: at } : {}),
      };
    }
    if (!lexicon.has("site-modifier", key)) return undefined;
  }
  return undefined;
}

/** "Kabul City Council", "the Herat road map": the cue word must not itself open a longer name or compound. */
function isCueHere(words: Words, at: number, level: Level): boolean {
  const next = at + 1;
  if (words.gap[next] !== GAP.space) return true;
  const key = words.key(next);
  if (level === "city" || level === "town" || level === "district" || level === "province") {
    if (ORGANS.has(key)) return level === "district" || level === "province";
  }
  return !(
    words.capital[at] &&
    words.capital[next] &&
    level !== "province" &&
    level !== "district" &&
    key !== "of"
  );
}

const ORGANS = new Set([
  "council",
  "hall",
  "governor",
  "police",
  "court",
  "capital",
  "headquarters",
  "administration",
]);

function before(words: Words, lexicon: Lexicon, span: NameSpan): LevelCue | undefined {
  let at = span.from - 1;
  if (at < 0 || words.gap[span.from] !== GAP.space) return undefined;
  const key = words.key(at);
  if (holdsDistricts(words, at)) return { level: "province", word: "district in" };
  if (key === "of") {
    at--;
    const noun = words.key(at);
    const cue = words.capital[at] ? undefined : lexicon.cues.get(noun);
    if (cue && words.gap[at] === GAP.space && words.capital[at - 1]) return undefined;
    if (!cue || words.gap[at + 1] !== GAP.space)
      return noun === "capital" ? { level: "province", word: "capital of" } : undefined;
    if (cue.plural || cue.level === "site" || cue.level === "road" || cue.level === "crossing")
      return undefined;
    return { level: cue.level, word: `${noun} of` };
  }
  const cue = lexicon.cues.get(key);
  if (
    cue &&
    !cue.plural &&
    (POPULATED.has(cue.level) || cue.level === "district") &&
    words.key(at - 1) !== "in"
  )
    return { level: cue.level, word: key };
  if (key === "rural" && !words.capital[at]) return { level: "province", word: "rural" };
  if (key === "capital" && words.gap[at] === GAP.space) return { level: "city", word: "capital" };
  return undefined;
}

/** "Kunduz and Takhar provinces", "the districts of A, B and C". */
function ofList(words: Words, lexicon: Lexicon, span: NameSpan): LevelCue | undefined {
  let at = span.to + 1;
  for (let steps = 0; steps < PLURAL_HEADS; steps++, at++) {
    const gap = words.gap[at];
    if (gap !== GAP.space && gap !== GAP.comma && gap !== GAP.hyphen) break;
    const key = words.key(at);
    const cue = lexicon.cues.get(key);
    if (cue?.plural && steps > 1 && gap === GAP.space)
      return { level: cue.level, word: key, ...(cue.site ? { site: cue.site } : {}) };
    if (cue || !(key === "and" || words.capital[at] || startsName(words, at))) break;
  }
  at = span.from - 1;
  for (let steps = 0; steps < PLURAL_HEADS && at > 0; steps++, at--) {
    const gap = words.gap[at + 1];
    if (gap !== GAP.space && gap !== GAP.comma && gap !== GAP.hyphen) break;
    const key = words.key(at);
    if (key === "of" || key === "in") {
      const cue = lexicon.cues.get(words.key(at - 1));
      const listed = steps > 0 || listGoesOn(words, span.to + 1);
      return listed && cue?.plural && key === "of"
        ? { level: cue.level, word: `${words.key(at - 1)} of`, ...(cue.site ? { site: cue.site } : {}) }
        : undefined;
    }
    const cue = lexicon.cues.get(key);
    if (cue?.plural && steps > 0)
      return { level: cue.level, word: key, ...(cue.site ? { site: cue.site } : {}) };
    if (!(key === "and" || words.capital[at] || startsName(words, at))) break;
  }
  return undefined;
}

/** "A, B" or "A and B": "the districts of A" alone are those inside A. */
function listGoesOn(words: Words, at: number): boolean {
  if (words.gap[at] === GAP.comma) return startsName(words, at) || words.key(at) === "and";
  return words.gap[at] === GAP.space && words.key(at) === "and" && startsName(words, at + 1);
}

const ONE_OF_SEVERAL = new Set(["a", "one", "another", "every", "each", "last", "third", "second", "more"]);

/** "districts of X", "a district of X", "the district in X": X is what holds districts; "the district of X" is X itself. */
function holdsDistricts(words: Words, at: number): boolean {
  const link = words.key(at);
  const noun = words.key(at - 1);
  if ((link !== "of" && link !== "in") || words.gap[at] !== GAP.space || words.capital[at - 1]) return false;
  if (noun !== "district" && noun !== "districts") return false;
  const named = words.gap[at - 1] === GAP.space && words.capital[at - 2];
  if (named && words.gap[at - 2] === GAP.space) return false;
  if (link === "in") return true;
  return noun === "districts" ? !listGoesOn(words, at + 2) : ONE_OF_SEVERAL.has(words.key(at - 2));
}
