import type { Level } from "../domain/place.ts";
import type { Reading } from "./readings.ts";
import type { Found } from "./recognise.ts";
import type { Choice } from "./resolve.ts";
import type { Place } from "./types.ts";
import type { Words } from "./words.ts";

const POPULATED = new Set<Level>(["city", "town", "village"]);

/** How well a row's kind fits what the words say of the level; without a word the town is meant, if it is one that people know. */
export function levelFit(reading: Reading, found: Found): number {
  const { kind } = reading;
  const level = found.cue?.level;
  if (level === undefined) return bareFit(reading);
  if (kind === "country")
    return level === "province" || level === "district" || POPULATED.has(level) ? -6 : 1;
  if (kind === "global") return reading.place.level === level ? 8 : -1;
  if (level === "province") return reading.place.level === "province" ? 8 : kind === "D" ? 0 : -3;
  if (level === "district") return kind === "D" ? 8 : kind === "U" ? -3 : 0;
  if (POPULATED.has(level)) return kind === "P" ? 8 : kind === "X" ? 2 : -4;
  if (level === "area") return kind === "X" ? 3 : kind === "P" ? 2 : 1;
  return kind === "P" ? 3 : 0;
}

/** Persons from which a town that gave its unit the name is meant by the bare name. */
const NAMESAKE_FROM = 10_000;

function bareFit(reading: Reading): number {
  const { kind, place } = reading;
  if (kind === "P") {
    if (place.seatOf === "province" || place.seatOf === "country") return 4.5;
    return place.admin1 === place.name && place.population >= NAMESAKE_FROM ? 3.5 : 2;
  }
  if (kind === "U") return 1;
  if (kind === "D" || kind === "X") return -1.5;
  return kind === "country" ? 3 : 2;
}

/** What one mention says of its level by its own words: the cue's where the row allows it, else the row's own. */
function ownLevel(reading: Reading | undefined, found: Found): Level {
  const cue = found.cue?.level;
  if (!reading) return cue ?? "town";
  const own = reading.place.level;
  if (cue === undefined) return own;
  if (cue === "site" || cue === "crossing" || cue === "road") return cue;
  if (found.cue?.apposed && POPULATED.has(own)) return own;
  if (POPULATED.has(cue) && (POPULATED.has(own) || own === "area" || own === "district")) return cue;
  if (cue === "district" && POPULATED.has(own)) return "district";
  if (cue === "area" && POPULATED.has(own)) return "area";
  return own;
}

/** Persons up to which a seat may stand for its district. */
const SMALL_SEAT = 80_000;

/** The level of each mention, and the row of that level. A bare name takes the level that the text tells of the name elsewhere. */
export function settleLevels(words: Words, choices: readonly Choice[]): readonly Leveled[] {
  const told = new Map<string, Set<Level>>();
  for (const { found, chosen } of choices) {
    const cue = found.cue?.apposed ? ownLevel(chosen, found) : found.cue?.level;
    if (!cue || !(POPULATED.has(cue) || cue === "district")) continue;
    told.set(found.span.key, (told.get(found.span.key) ?? new Set()).add(cue));
  }
  const ofDistricts = speaksOfDistricts(words);
  return choices.map(({ found, chosen }) => {
    if (!chosen || found.cue)
      return { level: ownLevel(chosen, found), ...(chosen ? { place: rowAt(chosen, found).place } : {}) };
    const elsewhere = [...(told.get(found.span.key) ?? [])];
    const populated = POPULATED.has(chosen.place.level);
    if (populated && elsewhere.length === 1 && elsewhere[0]) return atLevel(chosen, found, elsewhere[0]);
    if (populated && elsewhere.length === 0 && ofDistricts && isSmallSeat(chosen, found))
      return atLevel(chosen, found, "district");
    return { level: chosen.place.level, place: chosen.place };
  });
}

export interface Leveled {
  readonly level: Level;
  readonly place?: Place;
}

function atLevel(chosen: Reading, found: Found, level: Level): Leveled {
  const unit = level === "district" ? districtOf(chosen, found) : undefined;
  return { level, place: unit?.place ?? chosen.place };
}

/** With the cue "district" the unit's row, where it has one of the name. */
function rowAt(chosen: Reading, found: Found): Reading {
  return found.cue?.level === "district" && chosen.kind === "P"
    ? (districtOf(chosen, found) ?? chosen)
    : chosen;
}

function districtOf(chosen: Reading, found: Found): Reading | undefined {
  const { country, admin1Code } = chosen.place;
  return found.readings.find(
    (one) => one.kind === "D" && one.place.country === country && one.place.admin1Code === admin1Code,
  );
}

function isSmallSeat(chosen: Reading, found: Found): boolean {
  const { population, seatOf } = chosen.place;
  if (population > SMALL_SEAT || seatOf === "province" || seatOf === "country") return false;
  return seatOf === "district" || districtOf(chosen, found) !== undefined;
}

/** What makes a district a part of a city: "western districts", "the tenth district", "the city's districts". */
const OF_A_CITY =
  /^(?:(?:north|south|east|west)(?:ern)?|(?:north|south)-?(?:east|west)(?:ern)?|central|outer|inner|residential|business|financial|police|city|city's|capital's|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))$/;

const [D, T, V] = [..."dtv"].map((letter) => letter.charCodeAt(0));

/** The text tells of districts at least half as often as of towns and villages; parts of cities are none. */
function speaksOfDistricts(words: Words): boolean {
  let districts = 0;
  let settlements = 0;
  for (let at = 0; at < words.start.length; at++) {
    const first = words.text.charCodeAt(words.start[at] ?? 0);
    if (first !== D && first !== T && first !== V) continue;
    const key = words.key(at);
    if (key === "district" || key === "districts") districts += OF_A_CITY.test(words.key(at - 1)) ? 0 : 1;
    else if (key === "town" || key === "towns" || key === "village" || key === "villages") settlements++;
  }
  return districts > 0 && districts * 2 >= settlements;
}

/** True when no word tells the town from the unit of the same name. */
export function isAmbiguous(chosen: Reading, found: Found): boolean {
  if (found.cue) return false;
  const unit = (reading: Reading) => reading.kind === "U" || reading.kind === "D";
  return found.readings.some(
    (other) =>
      other.place.country === chosen.place.country &&
      unit(other) !== unit(chosen) &&
      other.place.admin1Code === chosen.place.admin1Code,
  );
}
