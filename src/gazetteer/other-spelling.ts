import { levelCue } from "./cues.ts";
import { foldKey } from "./fold.ts";
import { locativeBefore, veto } from "./guards.ts";
import { looseReadings } from "./readings.ts";
import type { Found, Ground } from "./recognise.ts";
import type { NameSpan } from "./spans.ts";
import { GAP } from "./words.ts";

/** Shorter names have too many neighbours. */
const SHORTEST = 5;
const FALLS = new Set(["fell", "falls", "fall", "fallen"]);

/**
 * A name that no row spells so, in the countries that the text is about: by sound where places stand or a list of places
 * goes on, by skeleton and edits only there or beside a word of level.
 */
export function otherSpelling(ground: Ground, span: NameSpan, last: Found | undefined): Found | undefined {
  const { words, atlas, lexicon, scope } = ground;
  if (
    scope.home.size === 0 ||
    span.key.startsWith("the ") ||
    span.key.length < SHORTEST ||
    !words.capital[span.to]
  )
    return undefined;
  if (isWord(ground, span) || veto(span, 3, ground.guards)) return undefined;
  const cue = levelCue(words, lexicon, span);
  const located = locativeBefore(words, lexicon, span.from) || goesOn(ground, span, last);
  const falls = FALLS.has(words.key(span.to + 1)) || FALLS.has(words.key(span.to + 2));
  if ((!located && !cue && !falls) || foldKey(span.key).length < SHORTEST) return undefined;
  const depth = located || cue ? "edit" : "consonants";
  const readings = [...scope.home].flatMap((country) => looseReadings(atlas, country, span.key, depth));
  if (readings.length === 0) return undefined;
  return { span, ...(cue ? { cue } : {}), demonym: false, readings, located };
}

function isWord(ground: Ground, span: NameSpan): boolean {
  const { words, lexicon } = ground;
  for (let at = span.from; at <= span.to; at++) {
    const key = words.key(at);
    if (lexicon.has("calendar", key) || lexicon.has("title", key) || lexicon.has("given-name", key))
      return true;
    if (span.from === span.to && (lexicon.has("ordinary", key) || lexicon.has("surname", key))) return true;
    if (lexicon.cues.has(key) || lexicon.has("part-of-organisation", key)) return true;
    if (ground.atlas.knowledge.globals.has(key)) return true;
  }
  return ground.atlas.whereIs(span.key).some((entry) => entry.weight >= 6);
}

/** "Herat, Qandahar and …": the name before in the list is a place. */
function goesOn(ground: Ground, span: NameSpan, last: Found | undefined): boolean {
  if (!last || last.demonym || last.readings.length === 0) return false;
  const { words } = ground;
  const next = (last.cue?.to ?? last.span.to) + 1;
  if (next === span.from) return words.gap[next] === GAP.comma;
  return next + 1 === span.from && words.key(next) === "and" && words.gap[span.from] === GAP.space;
}
