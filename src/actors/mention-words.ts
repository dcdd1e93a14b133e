import type { Word } from "./words.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));
export const HELD = set("held controlled run occupied ruled administered dominated");
/** What a side has: "in rebel hands", "under government control". */
export const GRIP = set(
  "hands control rule grip lines positions territory advance advances assault offensive",
);
export const DETERMINERS = set("the these those their its his her our");
export const OWNERS = set("its his her their our");
export const INDEFINITES = set("a an another one any no every each some several");
export const LOYAL = set("loyal allied aligned led commanded backing supporting from belonging of under");
export const BACKED = set("backed supported armed trained funded financed sponsored equipped");
const PLACE_PREPOSITIONS = set(
  "as than like in of from to into near across through throughout around inside outside within at toward towards on over between neighbouring neighboring via with for leave left fled flee enter entered reach reached",
);
const FUNCTION_WORDS = set(
  "have had has were are was is did do will would said say and or but in at to from on with by who that also then again now",
);

const PARTS = set(
  "southern northern eastern western central south north east west southeastern southwestern northeastern northwestern mainland inner greater upper lower neighbouring neighboring all",
);

/** A country acts where it is no place: not after a preposition, not after a town and a comma. */
export function isAgent(words: readonly Word[], at: number, to: number): boolean {
  const prior = words[at - 1];
  if (words[to - 1]!.hyphen || words[to - 1]!.possessive) return false;
  if (!prior) return true;
  if (prior.joined && PARTS.has(prior.key)) return false;
  if (
    prior.letterCase !== "lower" &&
    prior.key !== "the" &&
    !prior.joined &&
    words[at]!.start - prior.end === 2
  )
    return false;
  const opener = prior.key === "the" && prior.joined ? words[at - 2] : prior;
  return opener === undefined || !opener.joined || !PLACE_PREPOSITIONS.has(opener.key);
}

export function endsNounPhrase(words: readonly Word[], to: number): boolean {
  const last = words[to - 1]!;
  return !last.possessive && !last.hyphen && (!last.joined || FUNCTION_WORDS.has(words[to]?.key ?? ""));
}
