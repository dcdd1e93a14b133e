import type { Level } from "../domain/place.ts";
import type { Reading } from "./readings.ts";
import type { Found } from "./recognise.ts";

const POPULATED = new Set<Level>(["city", "town", "village"]);

/** How well a row's kind fits what the words say of the level; without a word the town is meant, if it is one that people know. */
export function levelFit(reading: Reading, found: Found): number {
  const { kind } = reading;
  const level = found.cue?.level;
  if (level === undefined) return bareFit(reading);
  if (kind === "country")
    return level === "province" || level === "district" || POPULATED.has(level) ? -6 : 1;
  if (kind === "global") return reading.place.level === level ? 8 : -1;
  if (level === "province") return kind === "U" ? 8 : kind === "D" ? 0 : -3;
  if (level === "district") return kind === "D" ? 8 : kind === "U" ? -3 : 0;
  if (POPULATED.has(level)) return kind === "P" ? 8 : kind === "X" ? 2 : -4;
  if (level === "area") return kind === "X" ? 3 : kind === "P" ? 2 : 1;
  return kind === "P" ? 3 : 0;
}

function bareFit(reading: Reading): number {
  const { kind, place } = reading;
  if (kind === "P") return place.seatOf === "province" || place.seatOf === "country" ? 4.5 : 2;
  if (kind === "U") return 1;
  if (kind === "D" || kind === "X") return -1.5;
  return kind === "country" ? 3 : 2;
}

/** The level of the mention: the cue's where the row allows it, else the row's own. */
export function levelOf(reading: Reading | undefined, found: Found): Level {
  const cue = found.cue?.level;
  if (!reading) return cue ?? "town";
  const own = reading.place.level;
  if (cue === undefined) return own;
  if (cue === "site" || cue === "crossing" || cue === "road") return cue;
  if (POPULATED.has(cue) && (POPULATED.has(own) || own === "area")) return cue;
  if (cue === "district" && POPULATED.has(own)) return "district";
  if (cue === "area" && POPULATED.has(own)) return "area";
  return own;
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
