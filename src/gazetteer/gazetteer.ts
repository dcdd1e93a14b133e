import type { CountryCode, PlaceId } from "../domain/ids.ts";
import { Atlas, type LoadShard } from "./atlas.ts";
import { describe, seatOf, unitOf, within } from "./describe.ts";
import { nameKey } from "./fold.ts";
import { type PlaceTables, readKnowledge } from "./knowledge.ts";
import { isAmbiguous, type Leveled, settleLevels } from "./levels.ts";
import { type Lexicon, readLexicon } from "./lexicon.ts";
import { isMetonym } from "./metonyms.ts";
import { looseReadings, type Reading, readingsIn } from "./readings.ts";
import { recognise } from "./recognise.ts";
import { type Choice, resolve } from "./resolve.ts";
import { scopeOf } from "./scope.ts";
import type { Addition } from "./shard.ts";
import type { Candidate, Description, Gazetteer, PlaceContext, ToponymMention } from "./types.ts";
import { scanWords, type Words } from "./words.ts";

/** Everything a gazetteer is built from, already read from disk or handed in by a test. */
export interface GazetteerSources {
  readonly load: LoadShard;
  /** `dist/gazetteer/world.txt` and `ids.txt`. */
  readonly world: { readonly names: string; readonly rows: string };
  readonly tables: PlaceTables;
  /** Rows that the user imported. */
  readonly additions?: ReadonlyMap<CountryCode, readonly Addition[]>;
}

const MOST_REJECTED = 3;

export function createGazetteer(sources: GazetteerSources): Gazetteer {
  const { tables } = sources;
  const knowledge = readKnowledge(tables);
  const lexicon = readLexicon(tables.cues, tables.words);
  const atlas = new Atlas(knowledge, sources.load, sources.world, sources.additions ?? new Map());
  return {
    place: (id) => atlas.place(id),
    findToponyms: (text, context) => findToponyms(atlas, lexicon, text, context),
    candidates: (name, context) => candidates(atlas, name, context),
    seatOf: remembered((unit: PlaceId) => seatOf(atlas, unit)),
    unitOf: (place) => unitOf(atlas, place),
    country: (code) => knowledge.countries.get(code),
    describe: remembered((description: Description) => describe(atlas, description), JSON.stringify),
    within: (unit: PlaceId) => within(atlas, unit),
  };
}

/** So many answers are kept; a report asks for the same few seats and capitals again and again. */
const REMEMBERED = 2000;

function remembered<Question, Answer>(
  answer: (question: Question) => Answer,
  keyOf: (question: Question) => string = String,
): (question: Question) => Answer {
  const known = new Map<string, Answer>();
  return (question) => {
    const key = keyOf(question);
    const kept = known.get(key);
    if (kept !== undefined || known.has(key)) return kept as Answer;
    const made = answer(question);
    if (known.size >= REMEMBERED) known.clear();
    known.set(key, made);
    return made;
  };
}

function findToponyms(
  atlas: Atlas,
  lexicon: Lexicon,
  text: string,
  context: PlaceContext,
): readonly ToponymMention[] {
  const words = scanWords(text);
  const scope = scopeOf(words, atlas, lexicon, context);
  const found = recognise(words, atlas, lexicon, scope);
  const choices = resolve(words, found, scope);
  const levels = settleLevels(words, choices);
  return choices.map((choice, i) => toMention(words, lexicon, choice, levels[i] ?? { level: "town" }));
}

function toMention(words: Words, lexicon: Lexicon, choice: Choice, leveled: Leveled): ToponymMention {
  const { found, chosen } = choice;
  const start = words.start[found.span.from] ?? 0;
  const last = found.cue?.to ?? found.span.to;
  const end = words.end[last] ?? start;
  const role = found.demonym
    ? "demonym"
    : chosen && isMetonym(words, lexicon, found, chosen)
      ? "metonym"
      : "place";
  const { level, place } = leveled;
  const rejected = choice.ranked
    .filter((one) => one.reading !== chosen)
    .slice(0, MOST_REJECTED)
    .map((one) => toCandidate(one.reading));
  return {
    start,
    end,
    text: words.text.slice(start, end),
    role,
    ...(last > found.span.to ? { nameEnd: words.end[found.span.to] ?? end } : {}),
    ...(chosen && place ? { place, match: chosen.match } : {}),
    level,
    ...(chosen && isAmbiguous(chosen, found) ? { levelAmbiguous: true } : {}),
    ...(level === "site" ? { site: chosen?.place.site ?? found.cue?.site ?? "other" } : {}),
    ...(choice.inside ? { inside: choice.inside } : {}),
    reason: choice.reason,
    rejected,
  };
}

/** A name as a user types it: exact in the countries given, then in the world, then by looser spelling in those given. */
function candidates(atlas: Atlas, name: string, context: PlaceContext): readonly Candidate[] {
  const key = nameKey(name);
  if (key === "") return [];
  const given = context.countries ?? [];
  const global = (atlas.knowledge.globals.get(key) ?? [])
    .filter((one) => one.role === "place")
    .map((one): Reading => ({ place: one.place, kind: "global", match: "exact", weight: 9 }));
  const inside = given.flatMap((country) => readingsIn(atlas, country, key));
  const world =
    inside.length > 0 ? [] : atlas.whereIs(key).flatMap((entry) => readingsIn(atlas, entry.country, key));
  const loose =
    global.length + inside.length > 0
      ? []
      : given.flatMap((country) => looseReadings(atlas, country, key, "edit"));
  return [...global, ...[...inside, ...loose, ...world].sort(byWeight)].map(toCandidate);
}

function byWeight(a: Reading, b: Reading): number {
  return (
    weightOf(b) - weightOf(a) || b.place.population - a.place.population || (a.place.id < b.place.id ? -1 : 1)
  );
}

/** Towns before units of the same name, as in text. */
function weightOf(reading: Reading): number {
  return reading.weight + (reading.kind === "P" ? 1.5 : 0) - (reading.match === "alias" ? 1 : 0);
}

function toCandidate(reading: Reading): Candidate {
  return { place: reading.place, match: reading.match };
}
