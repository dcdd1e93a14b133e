import type { Reading } from "./readings.ts";
import type { Found } from "./recognise.ts";
import { GAP, type Words } from "./words.ts";

const UNITS = new Set(["U", "D", "country"]);
const BETWEEN =
  /^(?:,? (?:in|of)(?: the)?(?: (?:northern|southern|eastern|western|central|north|south|east|west|northeastern|northwestern|southeastern|southwestern|neighbouring|neighboring|nearby|country's))*|,|,? (?:a|the) (?:\p{L}+[ -]){1,3}(?:in|of)(?: the)?(?: \p{L}+ern)?) ?$/u;
const LONGEST_BETWEEN = 60;
/** "Kandahar's fall and Kabul's", "Herat's road to Kabul". */
const PARTING = new Set(["and", "or", "but", "to", "from", "with", "near", "toward", "towards", "into"]);
/** Words that may stand between an owner and the owned: "Herat's western Guzara". */
const MOST_OWNED = 4;

/** By mention, the readings of the unit that the text says it lies in: "Konna, in Mopti region", "Herat's Guzara", "Daraya, Syria". */
export function containers(words: Words, all: readonly Found[]): readonly (readonly Reading[])[] {
  return all.map((found, i) =>
    found.demonym ? [] : [...following(words, found, all[i + 1]), ...owning(words, found, all[i - 1])],
  );
}

/** With what a list hands on: "A, B and C in the north of U" may put A into U as well, but need not. */
export function withLists(
  words: Words,
  all: readonly Found[],
  direct: readonly (readonly Reading[])[],
): readonly (readonly Reading[])[] {
  const held = [...direct];
  for (let i = all.length - 2; i >= 0; i--) {
    if (held[i]?.length === 0 && listedWith(words, all[i]!, all[i + 1]!))
      held[i] = (held[i + 1] ?? []).filter((one) => one.kind === "U");
  }
  return held;
}

function following(words: Words, found: Found, next: Found | undefined): readonly Reading[] {
  if (!next || next.demonym) return [];
  const from = words.end[found.cue?.to ?? found.span.to] ?? 0;
  const until = words.start[next.span.from] ?? from;
  if (until - from >= LONGEST_BETWEEN) return [];
  const between = stripCue(words.text.slice(from, until));
  return BETWEEN.test(between) ? unitsOf(found, next, /^, ?$/.test(between)) : [];
}

function owning(words: Words, found: Found, previous: Found | undefined): readonly Reading[] {
  if (!previous || previous.demonym || !words.possessive[previous.span.to]) return [];
  if (
    found.span.from - previous.span.to > MOST_OWNED ||
    !noBreak(words, previous.span.to + 1, found.span.from)
  )
    return [];
  return unitsOf(found, previous, false);
}

/** "A, B and C in the north of U": what holds the last holds the first. */
function listedWith(words: Words, found: Found, next: Found): boolean {
  if (
    found.demonym ||
    next.demonym ||
    found.readings.some((one) => one.kind === "country" || one.kind === "U")
  )
    return false;
  const between = words.text.slice(words.end[found.cue?.to ?? found.span.to], words.start[next.span.from]);
  return /^(?:,|,? and|,? or) $/.test(between);
}

/** "Konna town in …": the cue word belongs to the name. */
function stripCue(between: string): string {
  return between.replace(
    /^ (?:district|province|city|town|village|governorate|county|region|state|airport|base|area|neighbou?rhood|suburb|camp)\b/,
    "",
  );
}

/**
 * In a bare list ("Mopti, Gao"; "Iraq, Iran") a neighbour of the same rank holds nothing: then only a country or a
 * first-order unit holds a name that is neither itself.
 */
function unitsOf(inner: Found, outer: Found, listed: boolean): readonly Reading[] {
  const units = outer.readings.filter((one) => UNITS.has(String(one.kind)));
  if (!listed)
    return units.length > 0 ? units : outer.readings.filter((one) => one.kind === "P" && one.weight >= 4);
  if (inner.readings.some((one) => one.kind === "country")) return [];
  const ranked = inner.readings.some((one) => one.kind === "U") && !inner.cue;
  const holding = units.filter((one) => one.kind === "country" || (one.kind === "U" && !ranked));
  const itself = outer.readings.some((one) => one.kind === "P" && one.weight >= 4);
  return itself && !outer.cue
    ? holding.filter((one) => one.kind === "country" || sharesUnit(inner, one))
    : holding;
}

/** The inner name has a row in the unit. */
function sharesUnit(inner: Found, unit: Reading): boolean {
  const { country, admin1Code } = unit.place;
  return inner.readings.some((one) => one.place.country === country && one.place.admin1Code === admin1Code);
}

function noBreak(words: Words, from: number, to: number): boolean {
  for (let at = from; at <= to; at++) {
    const gap = words.gap[at];
    if (gap === GAP.sentence || gap === GAP.comma || gap === GAP.other || PARTING.has(words.key(at)))
      return false;
  }
  return true;
}
