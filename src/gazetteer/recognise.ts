import type { Atlas } from "./atlas.ts";
import { type LevelCue, levelCue } from "./cues.ts";
import { locativeBefore, ORGANISATION_PART, veto } from "./guards.ts";
import type { Lexicon } from "./lexicon.ts";
import { looseReadings, type Reading, readingsIn } from "./readings.ts";
import type { Scope } from "./scope.ts";
import { type NameSpan, personWords, spansFrom, startsName } from "./spans.ts";
import { GAP, type Words } from "./words.ts";

/** A name found, with every row it may mean; the resolver chooses. */
export interface Found {
  readonly span: NameSpan;
  readonly cue?: LevelCue;
  readonly demonym: boolean;
  readonly readings: readonly Reading[];
  /** Stands where places stand ("in X"). */
  readonly located: boolean;
}

/** A place of such weight is known by its name alone, whatever the text is about. */
const KNOWN_EVERYWHERE = 6;

export function recognise(words: Words, atlas: Atlas, lexicon: Lexicon, scope: Scope): readonly Found[] {
  const found: Found[] = [];
  const persons = personWords(words, lexicon);
  const placeLike = (key: string) =>
    atlas.knowledge.globals.has(key) ||
    (!lexicon.has("ordinary", key) &&
      !lexicon.has("given-name", key) &&
      !lexicon.has("surname", key) &&
      (scope.countries.some((country) => atlas.shard(country).has(key)) ||
        (atlas.whereIs(key)[0]?.weight ?? 0) >= KNOWN_EVERYWHERE));
  const guards = { words, lexicon, persons, placeLike };
  for (let at = 0; at < words.start.length; at++) {
    if (!startsName(words, at)) continue;
    const spans = spansFrom(words, at);
    for (const span of spans) {
      if (span.key.length < 2 || (span.key.length < 3 && !isCapitals(words, span))) continue;
      const globals = atlas.knowledge.globals.get(span.key);
      const readings = readingsOf(span, atlas, scope);
      if (!globals && readings.length === 0) continue;
      const weight = globals
        ? 8
        : Math.max(...readings.map((one) => one.weight + (scope.given.has(one.place.country!) ? 1 : 0)));
      if (lexicon.has("organisation", span.key)) {
        at = span.to;
        break;
      }
      const reason = veto(span, weight, guards);
      const country = globals?.some((one) => one.place.level === "country") ?? false;
      const organ = country && reason === ORGANISATION_PART;
      if (reason && !organ) continue;
      const located = locativeBefore(words, lexicon, span.from);
      if (!globals && !located && isFaint(words, span, readings, scope)) continue;
      const demonym = organ || (globals?.some((one) => one.role === "demonym") ?? false);
      const cue = demonym ? undefined : levelCue(words, lexicon, span);
      found.push({
        span,
        ...(cue ? { cue } : {}),
        demonym,
        readings: [...(globals ?? []).map(globalReading), ...(demonym ? [] : globals ? readings.filter((one) => one.match === "exact") : readings)],
        located,
      });
      at = Math.max(span.to, cue?.to ?? 0);
      break;
    }
  }
  return found;
}

function readingsOf(span: NameSpan, atlas: Atlas, scope: Scope): readonly Reading[] {
  const readings: Reading[] = [];
  for (const country of scope.countries) readings.push(...readingsIn(atlas, country, span.key));
  const known = new Set(scope.countries);
  for (const entry of atlas.whereIs(span.key)) {
    if (known.has(entry.country)) continue;
    if (scope.given.size > 0 && entry.weight < KNOWN_EVERYWHERE) continue;
    if (readings.length > 0 && entry.weight < KNOWN_EVERYWHERE) continue;
    readings.push(...readingsIn(atlas, entry.country, span.key));
    if (readings.length > 24) break;
  }
  if (readings.length > 0 || !span.key.includes(" ")) return readings;
  for (const country of scope.countries) readings.push(...looseReadings(atlas, country, span.key, "fold"));
  return readings;
}

function globalReading(one: { readonly place: Reading["place"] }): Reading {
  const country = one.place.level === "country";
  return { place: one.place, kind: country ? "country" : "global", match: "exact", weight: country ? 9 : 6 };
}

function isCapitals(words: Words, span: NameSpan): boolean {
  const text = words.text.slice(words.start[span.from], words.end[span.to]);
  return text.length >= 2 && text === text.toUpperCase();
}

/** A small place of a country that nobody gave, standing where persons and things stand as well, is not taken for a place. */
function isFaint(words: Words, span: NameSpan, readings: readonly Reading[], scope: Scope): boolean {
  const most = Math.max(...readings.map((one) => (scope.given.has(one.place.country!) ? 9 : one.weight - (one.match === "alias" ? 1 : 0))));
  if (words.gap[span.to + 1] === GAP.comma && words.capital[span.to + 1]) return most < 2;
  return most < 5;
}
