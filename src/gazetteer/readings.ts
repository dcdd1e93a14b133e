import type { CountryCode } from "../domain/ids.ts";
import type { Atlas } from "./atlas.ts";
import { consonantKey, editDistance, foldKey, skeletonKey } from "./fold.ts";
import type { Kind, ShardRow } from "./shard.ts";
import type { Match, Place } from "./types.ts";

/** One row that a name may mean. `weight` 0 to 9 as in the world index. */
export interface Reading {
  readonly place: Place;
  readonly kind: Kind | "country" | "global";
  readonly match: Match;
  readonly weight: number;
}

export function readingsIn(atlas: Atlas, country: CountryCode, key: string): readonly Reading[] {
  return atlas
    .shard(country)
    .exact(key)
    .map((row) => toReading(row, row.key === key ? "exact" : "alias"));
}

export type Depth = "fold" | "consonants" | "edit";

/** Readings under the looser keys of one country, from the first key that has any. */
export function looseReadings(
  atlas: Atlas,
  country: CountryCode,
  key: string,
  depth: Depth,
): readonly Reading[] {
  return atlas.remembered(`${country}${depth}`, key, () => searchLoosely(atlas, country, key, depth));
}

function searchLoosely(atlas: Atlas, country: CountryCode, key: string, depth: Depth): readonly Reading[] {
  const shard = atlas.shard(country);
  const fold = foldKey(key);
  if (fold.length < 4) return [];
  const folded = shard.folded(key);
  if (folded.length > 0) return folded.map((row) => toReading(row, "fold"));
  if (depth === "fold") return [];
  const consonants = consonantKey(fold);
  if (consonants.length < 4) return [];
  const sounding = shard.consonant(key);
  if (sounding.length > 0) return sounding.map((row) => toReading(row, "consonants"));
  if (depth === "consonants" || fold.length < 5) return [];
  const skeletal = nearest(shard.skeleton(key), fold).map((row) => toReading(row, "skeleton"));
  if (skeletal.length > 0) return skeletal;
  return byEdits(atlas, country, fold);
}

/** A skeleton leaves out so much that the spelling must also be near, at most a quarter of the letters away, and one place's alone. */
function nearest(rows: readonly ShardRow[], fold: string): readonly ShardRow[] {
  const limit = Math.floor(fold.length / 4);
  const near = rows.filter((row) => editDistance(foldKey(row.key), fold, limit) <= limit);
  return new Set(near.map((row) => row.place.name)).size > 1 ? [] : near;
}

/**
 * Rows whose name is one letter in six away, in vowels alone: another consonant is another place ("Maidan", "Mardan").
 * None when several names are equally near.
 */
function byEdits(atlas: Atlas, country: CountryCode, fold: string): readonly Reading[] {
  const shard = atlas.shard(country);
  const limit = Math.floor(fold.length / 6);
  if (limit === 0) return [];
  const bones = bonesOf(fold);
  let least = limit + 1;
  let best: string[] = [];
  for (const key of shard.keys()) {
    if (Math.abs(key.length - fold.length) > limit + 3 || key[0] !== fold[0]) continue;
    const near = foldKey(key);
    const distance = editDistance(near, fold, Math.min(limit, least));
    if (distance > limit || bonesOf(near) !== bones) continue;
    if (distance < least) {
      least = distance;
      best = [key];
    } else if (distance === least && distance <= limit) best.push(key);
  }
  const rows = best.flatMap((key) => shard.exact(key));
  if (least > limit || new Set(rows.map((row) => row.place.name)).size > 1) return [];
  return rows.map((row) => toReading(row, "edit"));
}

/** Consonants without the sounds that only romanisation adds: "tch" and "tsh", glides. */
function bonesOf(fold: string): string {
  return skeletonKey(consonantKey(fold).replace(/[td]j/g, "j").replace(/v/g, ""));
}

export function toReading(row: ShardRow, match: Match): Reading {
  return { place: row.place, kind: row.kind, match, weight: weightOf(row) };
}

function weightOf(row: ShardRow): number {
  if (row.kind === "U") return 7;
  if (row.kind === "D") return 2;
  const { population, seatOf } = row.place;
  const size = population > 0 ? Math.floor(Math.log10(population)) : 2;
  const seat = seatOf === "country" ? 3 : seatOf === "province" ? 2 : 0;
  return Math.max(0, Math.min(9, size + seat - (row.kind === "X" ? 3 : 0)));
}
