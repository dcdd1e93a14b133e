import type { Level } from "../domain/place.ts";
import { levelCue } from "./cues.ts";
import { locativeBefore, veto } from "./guards.ts";
import type { Found, Ground } from "./recognise.ts";
import type { NameSpan } from "./spans.ts";
import { GAP } from "./words.ts";

const TELLING = new Set<Level>(["city", "town", "village", "district", "province"]);
const DISTANCE = new Set(["km", "kms", "kilometres", "kilometers", "miles", "kilometre", "kilometer"]);
const WITHIN_WORDS = 5;

/**
 * A name that the gazetteer does not know but that is plainly a place's by what stands beside it: "the village of X",
 * "X district", "in X, 20 km north of Y". The claim on it is then unlocated, not lost.
 */
export function unknownPlace(ground: Ground, span: NameSpan): Found | undefined {
  const { words, lexicon } = ground;
  if (!words.capital[span.from] && !words.capital[span.to]) return undefined;
  for (let at = span.from; at <= span.to; at++) {
    const key = words.key(at);
    if (key === "and") return undefined;
    if (lexicon.has("calendar", key) || lexicon.has("title", key) || lexicon.cues.has(key)) return undefined;
    if (
      words.capital[at] &&
      (lexicon.has("ordinary", key) ||
        lexicon.has("function", key) ||
        lexicon.has("people", key) ||
        (at < span.to && lexicon.has("given-name", key)) ||
        lexicon.has("direction", key))
    )
      return undefined;
    if (ground.atlas.knowledge.globals.has(key)) return undefined;
  }
  if (veto(span, 3, ground.guards)) return undefined;
  const cue = levelCue(words, lexicon, span);
  const told = cue && TELLING.has(cue.level) && !isPluralAfter(ground, span) && !isDepartment(ground, span);
  if (!told && !(locativeBefore(words, lexicon, span.from) && distanceFollows(ground, span.to + 1)))
    return undefined;
  return { span, ...(cue ? { cue } : {}), demonym: false, readings: [], located: true };
}

function distanceFollows(ground: Ground, from: number): boolean {
  const { words } = ground;
  if (words.gap[from] !== GAP.comma) return false;
  for (let at = from; at < from + WITHIN_WORDS; at++) {
    if (DISTANCE.has(words.key(at))) return true;
    if (words.gap[at + 1] === GAP.sentence) return false;
  }
  return false;
}

/** "Shiite villages": an adjective, not a name. */
function isPluralAfter(ground: Ground, span: NameSpan): boolean {
  return ground.lexicon.cues.get(ground.words.key(span.to + 1))?.plural === true;
}

/** "Transportation Department", "Motor Division": an office. */
function isDepartment(ground: Ground, span: NameSpan): boolean {
  const key = ground.words.key(span.to + 1);
  return (
    ground.words.capital[span.to + 1] === true &&
    (key === "department" || key === "division" || key === "region" || key === "city" || key === "state")
  );
}
