import type { ClaimPlace } from "../../domain/place.ts";
import { knownPlace } from "../places/claim-place.ts";
import type { ReportAnalysis } from "../types.ts";
import type { View } from "../words/view.ts";

const known = new WeakMap<ReportAnalysis, boolean>();

/**
 * The place at the level that a figure is told for: the settlement around what is no site of its own ("a market in X"), and
 * a town where a small seat is called one.
 */
export function inSense({ report }: View, place: ClaimPlace): ClaimPlace {
  const outer = isMinor(place) ? around(report, place) : place;
  const row = outer.id && report.gazetteer.place(outer.id);
  const small = outer.level === "city" && row && row.population < SMALL;
  return small && speaksOfTown(report) ? { ...outer, level: "town" } : outer;
}

/** Persons; below it only its rank makes a seat a city. */
const SMALL = 60_000;

/** Nouns of places that are told as a part of their town, not as sites. */
const MINOR =
  /(?:^|\s)(?:camps?|posts?|outposts?|positions?|checkpoints?|checkposts?|buildings?|compounds?|offices?|facilit(?:y|ies)|stations?|mines?|markets?|bazaar|roundabout|hills?|heights|mountain|ridge|junction|intersection|crossroads|neighbou?rhoods?|suburbs?|quarter|square|gate|entrance|factory|university)$/i;

export function isMinor({ level, toponym }: ClaimPlace): boolean {
  return level === "site" && MINOR.test(toponym);
}

function around({ gazetteer }: ReportAnalysis, place: ClaimPlace): ClaimPlace {
  const row = place.id && gazetteer.place(place.id);
  if (!row || row.level === "site") return place;
  return { ...knownPlace(row, row.name), ...(place.inferred ? { inferred: true } : {}) };
}

/** Of a town, and never of a city. */
function speaksOfTown(report: ReportAnalysis): boolean {
  const found = known.get(report);
  if (found !== undefined) return found;
  const speaksOf = (noun: string) =>
    report.sentences.some(({ sentence }) => sentence.tokens.some(({ lower }) => lower === noun));
  const made = speaksOf("town") && !speaksOf("city");
  known.set(report, made);
  return made;
}
