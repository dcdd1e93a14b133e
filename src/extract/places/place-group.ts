import type { ClaimPlace } from "../../domain/place.ts";
import type { TokenRange } from "../types.ts";
import { type View, wordAt } from "../words/view.ts";
import { inferred, namedPlace } from "./claim-place.ts";
import type { Focus } from "./discourse.ts";
import type { PlaceArgument } from "./place-of.ts";

const COUNTS: Readonly<Record<string, number>> = {
  both: 2,
  either: 2,
  pair: 2,
  duo: 2,
  two: 2,
  three: 3,
  trio: 3,
  four: 4,
  five: 5,
  six: 6,
};

/** So many sentences back the members of a group are looked for. */
const REACH = 2;

/** "both", "all three", "those two districts", "the pair": the places just told, where there are exactly so many of them. */
export function groupAt(view: View, range: TokenRange, focus: Focus): PlaceArgument[] {
  const told = countIn(view, range);
  if (!told) return [];
  const here = view.analysis.sentence.index;
  for (let index = here; index >= Math.max(0, here - REACH); index -= 1) {
    const events = focus.places.filter(({ sentence }) => sentence === index).map(({ place }) => place);
    for (const members of [distinct(events), distinct(namesIn(view, index, range.from))])
      if (members.length === told.count)
        return members.map((place) => ({ place: inferred(place), words: told.words, form: "pronoun" }));
  }
  return [];
}

function countIn(view: View, { from, to }: TokenRange): { count: number; words: TokenRange } | undefined {
  const opens = /^(?:all|the|those|these)$/.test(wordAt(view, from));
  let at = opens ? from + 1 : from;
  if (opens && /^(?:of|other)$/.test(wordAt(view, at))) at += 1;
  const word = wordAt(view, at);
  const count = opens || word === "both" || word === "either" ? COUNTS[word] : undefined;
  if (count === undefined || at >= to) return undefined;
  const noun = view.placeNouns.get(wordAt(view, at + 1))?.level;
  const settled = noun !== undefined && /^(?:city|town|village|district)$/.test(noun);
  const end = settled ? at + 2 : at + 1;
  const subject = /^(?:the|a|an)$/.test(wordAt(view, end));
  const more =
    !subject && /^(?:noun|name|adjective|number|determiner|possessive)$/.test(view.tags[end]?.tag ?? "mark");
  const linked = /^(?:of|in|and)$/.test(wordAt(view, end));
  return end < view.tokens.length && (more || linked) ? undefined : { count, words: { from, to: end } };
}

/** The settlements and districts that the sentence names before the token. */
function namesIn(view: View, index: number, at: number): ClaimPlace[] {
  const own = index === view.analysis.sentence.index;
  const sentence = view.report.sentences[index];
  const limit = own ? (view.tokens[at]?.start ?? 0) : Number.POSITIVE_INFINITY;
  return (sentence?.places ?? [])
    .filter(({ role, end }) => role === "place" && end <= limit)
    .map((one) => namedPlace(one))
    .filter(({ level }) => /^(?:city|town|village|district)$/.test(level));
}

function distinct(places: readonly ClaimPlace[]): ClaimPlace[] {
  return [...new Map(places.map((place) => [`${place.name} ${place.level}`, place])).values()];
}
