import type { ClaimPlace } from "../../domain/place.ts";
import type { Place } from "../../gazetteer/types.ts";
import { knownPlace } from "../places/claim-place.ts";
import type { ReportAnalysis } from "../types.ts";
import type { View } from "../words/view.ts";
import { placesOf } from "./figure-running.ts";

/**
 * The place at the level that a figure is told for: the settlement around what is no site of its own ("a market in X"), and
 * a town where a small seat is called one.
 */
export function inSense({ report }: View, place: ClaimPlace): ClaimPlace {
  const outer = isMinor(place) ? around(report, place) : asCalled(report, place);
  const row = outer.id && report.gazetteer.place(outer.id);
  return outer.level === "city" && row && isSmallSeat(row) && townsOf(report).has(row.id)
    ? { ...outer, level: "town" }
    : outer;
}

/** A name that the gazetteer does not know is a village wherever it is called one once. */
function asCalled({ sentences }: ReportAnalysis, place: ClaimPlace): ClaimPlace {
  if (place.id !== undefined || place.level !== "town") return place;
  const village = sentences.some(({ places }) =>
    places.some(({ text, level, role }) => role === "place" && level === "village" && text === place.name),
  );
  return village ? { ...place, level: "village" } : place;
}

/** Persons. */
const SMALL = 60_000;

/** Nouns of places that are told as a part of their town, not as sites. */
const MINOR =
  /(?:^|\s)(?:camps?|posts?|outposts?|positions?|checkpoints?|checkposts?|(?<!government )buildings?|compounds?|offices?|facilit(?:y|ies)|stations?|mines?|markets?|bazaar|roundabout|hills?|heights|mountain|ridge|junction|intersection|crossroads|neighbou?rhoods?|suburbs?|quarter|square|gate|entrance|factory|university)$/i;

export function isMinor({ level, toponym }: ClaimPlace): boolean {
  return level === "site" && MINOR.test(toponym);
}

function around({ gazetteer }: ReportAnalysis, place: ClaimPlace): ClaimPlace {
  const row = place.id && gazetteer.place(place.id);
  if (!row || row.level === "site") return place;
  return { ...knownPlace(row, row.name), ...(place.inferred ? { inferred: true } : {}) };
}

/** Small seats that the report calls towns, by id: "X, an oasis town", "the town" behind its name; and never a city. */
function townsOf(report: ReportAnalysis): ReadonlySet<string> {
  const known = towns.get(report);
  if (known) return known;
  const called = new Set<string>();
  const others = new Set<string>();
  let last: string | undefined;
  for (const analysis of report.sentences) {
    const settled = placesOf(analysis, report).filter(
      ({ place, weight }) => weight >= TOLD && isSettled(place),
    );
    let before = "";
    for (const { lower, start } of analysis.sentence.tokens) {
      last = settled.findLast((one) => one.start < start)?.place.id ?? last;
      if (last !== undefined && lower === "town") called.add(last);
      if (last !== undefined && (lower === "city" || (lower === "capital" && OF_UNIT.test(before))))
        others.add(last);
      before = lower;
    }
  }
  for (const id of others) called.delete(id);
  towns.set(report, called);
  return called;
}

/** What weighs less tells a direction or where a speaker is. */
const TOLD = 0.4;

function isSettled({ level }: ClaimPlace): boolean {
  return /^(?:city|town|village|district|crossing)$/.test(level);
}

const towns = new WeakMap<ReportAnalysis, ReadonlySet<string>>();

const OF_UNIT = /^(?:provincial|regional|state)$/;

/** Only its rank makes it a city. */
function isSmallSeat({ level, population }: Place): boolean {
  return level === "city" && population < SMALL;
}
