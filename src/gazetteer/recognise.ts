import type { Atlas } from "./atlas.ts";
import { type LevelCue, levelCue } from "./cues.ts";
import {
  atStart,
  type GuardContext,
  isShortName,
  locativeBefore,
  ORGANISATION_PART,
  veto,
} from "./guards.ts";
import type { Global } from "./knowledge.ts";
import type { Lexicon } from "./lexicon.ts";
import { otherSpelling } from "./other-spelling.ts";
import { looseReadings, type Reading, readingsIn } from "./readings.ts";
import type { Scope } from "./scope.ts";
import { type NameSpan, personWords, spansFrom, startsName } from "./spans.ts";
import { unknownPlace } from "./unknown-place.ts";
import { GAP, type Words } from "./words.ts";

/** A name found, with every row it may mean; the resolver chooses. No readings: plainly a place, but not known. */
export interface Found {
  readonly span: NameSpan;
  readonly cue?: LevelCue;
  readonly demonym: boolean;
  readonly readings: readonly Reading[];
  /** Stands where places stand ("in X"). */
  readonly located: boolean;
}

/** What the recognisers of one text share. */
export interface Ground {
  readonly words: Words;
  readonly atlas: Atlas;
  readonly lexicon: Lexicon;
  readonly scope: Scope;
  readonly guards: GuardContext;
  /** Readings by key, remembered for all texts of this scope. */
  readonly meanings: Map<string, readonly Reading[]>;
}

/** A place of such weight is known by its name alone, whatever the text is about. */
export const KNOWN_EVERYWHERE = 6;
const SHORTEST_FOLDED = 5;
/** In a text about one Arab country "al-Qahira" is a village, not Cairo. */
const ARTICLE = /^(?:al|el|as|ar|az|ad|an|at|ash) /;

export function recognise(words: Words, atlas: Atlas, lexicon: Lexicon, scope: Scope): readonly Found[] {
  const ground: Ground = {
    words,
    atlas,
    lexicon,
    scope,
    guards: guardsOf(words, atlas, lexicon, scope),
    meanings: atlas.meaningsIn(scope.signature),
  };
  const found: Found[] = [];
  for (let at = 0; at < words.start.length; at++) {
    if (!startsName(words, at)) continue;
    const spans = spansFrom(words, at);
    const organisation = spans.find((span) => lexicon.has("organisation", span.key));
    if (organisation) {
      at = organisation.to;
      continue;
    }
    const one =
      firstOf(spans, (span) => knownName(ground, span)) ??
      firstOf(spans, (span) => otherSpelling(ground, span, found.at(-1))) ??
      firstOf(spans, (span) => unknownPlace(ground, span));
    if (!one) continue;
    found.push(one);
    at = Math.max(one.span.to, one.cue?.to ?? 0);
  }
  return found;
}

function firstOf(spans: readonly NameSpan[], find: (span: NameSpan) => Found | undefined): Found | undefined {
  for (const span of spans) {
    const one = find(span);
    if (one) return one;
  }
  return undefined;
}

function guardsOf(words: Words, atlas: Atlas, lexicon: Lexicon, scope: Scope): GuardContext {
  const isWord = (key: string) =>
    lexicon.has("ordinary", key) || lexicon.has("given-name", key) || lexicon.has("surname", key);
  const placeLike = (key: string) =>
    atlas.knowledge.globals.has(key) ||
    (!isWord(key) &&
      (scope.countries.some(
        (country) => !atlas.knowledge.english.has(country) && atlas.shard(country).has(key),
      ) ||
        (atlas.whereIs(key)[0]?.weight ?? 0) >= KNOWN_EVERYWHERE));
  return { words, lexicon, persons: personWords(words, lexicon), placeLike };
}

function knownName(ground: Ground, span: NameSpan): Found | undefined {
  const { words, atlas, lexicon, scope } = ground;
  if (span.key.length < 2 || (span.key.length < 3 && !isCapitals(words, span))) return undefined;
  if (isFragment(words, span)) return undefined;
  const globals = atlas.knowledge.globals.get(span.key);
  const readings = afterArticle(words, span)
    ? within(scope, readingsOf(span, ground))
    : readingsOf(span, ground);
  if (!globals && (readings.length === 0 || isAcronym(words, span, readings))) return undefined;
  if (
    isCompass(words, lexicon, span) &&
    !readings.some((one) => one.kind === "U" && scope.home.has(one.place.country!))
  )
    return undefined;
  const weight = globals
    ? 8
    : Math.max(...readings.map((one) => one.weight + (scope.home.has(one.place.country!) ? 1 : 0)));
  const reason = veto(span, weight, ground.guards);
  const organ =
    reason === ORGANISATION_PART && (globals?.some((one) => one.place.level === "country") ?? false);
  if (reason && !organ) return undefined;
  const located = locativeBefore(words, lexicon, span.from);
  if (!globals && !located && isFaint(words, span, readings, scope)) return undefined;
  const demonym = organ || (globals?.some((one) => one.role === "demonym") ?? false);
  const cue = demonym ? undefined : levelCue(words, lexicon, span);
  return {
    span,
    ...(cue ? { cue } : {}),
    demonym,
    readings: allReadings(globals, demonym, readings),
    located,
  };
}

/** "HIV", "DOH" inside a sentence; in a dateline "GAO" is the town. */
function isAcronym(words: Words, span: NameSpan, readings: readonly Reading[]): boolean {
  if (span.from !== span.to || !isShortName(words, span) || atStart(words, span.from)) return false;
  return !readings.some((one) => one.kind === "U");
}

/** "Pul" of "Pul-e-Hesar": a particle tied on both sides joins the two. */
function isFragment(words: Words, span: NameSpan): boolean {
  const tied = (at: number) => words.gap[at] === GAP.hyphen;
  const next = span.to + 1;
  return (
    tied(next) &&
    tied(next + 1) &&
    !words.capital[next] &&
    (words.end[next] ?? 0) - (words.start[next] ?? 0) <= 3
  );
}

/** "North-East", "Western": a side of the country that the text is about, unless a unit of that country bears the name. */
function isCompass(words: Words, lexicon: Lexicon, span: NameSpan): boolean {
  for (let at = span.from; at <= span.to; at++) if (!lexicon.has("direction", words.key(at))) return false;
  return true;
}

/** "Qahira" of "al-Qahira". */
function afterArticle(words: Words, span: NameSpan): boolean {
  return words.gap[span.from] === GAP.hyphen && ARTICLE.test(`${words.key(span.from - 1)} `);
}

function within(scope: Scope, readings: readonly Reading[]): readonly Reading[] {
  return scope.home.size === 0
    ? readings
    : readings.filter((one) => one.place.country && scope.countries.includes(one.place.country));
}

/** Beside a name of worldwide reach an alternate name of a town says nothing ("Mexico" of Mexico City). */
function allReadings(
  globals: readonly Global[] | undefined,
  demonym: boolean,
  readings: readonly Reading[],
): readonly Reading[] {
  if (!globals) return readings;
  const own = globals.map(globalReading);
  return demonym ? own : [...own, ...readings.filter((one) => one.match === "exact")];
}

function readingsOf(span: NameSpan, { atlas, scope, meanings }: Ground): readonly Reading[] {
  const known = meanings.get(span.key);
  if (known) return known;
  const found = search(span, atlas, scope);
  meanings.set(span.key, found);
  return found;
}

function search(span: NameSpan, atlas: Atlas, scope: Scope): readonly Reading[] {
  const readings: Reading[] = [];
  for (const country of scope.countries) readings.push(...readingsIn(atlas, country, span.key));
  const known = new Set(scope.countries);
  for (const entry of atlas.whereIs(span.key)) {
    if (known.has(entry.country)) continue;
    if (scope.home.size > 0 && entry.weight < KNOWN_EVERYWHERE) continue;
    if (readings.length > 0 && entry.weight < KNOWN_EVERYWHERE) continue;
    const there = readingsIn(atlas, entry.country, span.key);
    readings.push(
      ...(scope.home.size > 0 && ARTICLE.test(span.key)
        ? there.filter((one) => one.match === "exact")
        : there),
    );
    if (readings.length > 24) break;
  }
  if (
    readings.length > 0 ||
    span.key.startsWith("the ") ||
    (!span.key.includes(" ") && span.key.length < SHORTEST_FOLDED)
  )
    return readings;
  for (const country of scope.home) readings.push(...looseReadings(atlas, country, span.key, "fold"));
  return readings;
}

function globalReading(one: Global): Reading {
  const country = one.place.level === "country";
  return { place: one.place, kind: country ? "country" : "global", match: "exact", weight: country ? 9 : 6 };
}

function isCapitals(words: Words, span: NameSpan): boolean {
  const text = words.text.slice(words.start[span.from], words.end[span.to]);
  return text.length >= 2 && text === text.toUpperCase();
}

/** A small place of a country that nobody gave, standing where persons and things stand as well, is not taken for a place. */
function isFaint(words: Words, span: NameSpan, readings: readonly Reading[], scope: Scope): boolean {
  const most = Math.max(
    ...readings.map((one) =>
      scope.home.has(one.place.country!) ? 9 : one.weight - (one.match === "alias" ? 1 : 0),
    ),
  );
  if (words.gap[span.to + 1] === GAP.comma && words.capital[span.to + 1]) return most < 2;
  return most < 5;
}
