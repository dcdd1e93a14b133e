import type { CountryCode } from "../../domain/ids.ts";
import type { Place, ToponymMention } from "../../gazetteer/types.ts";
import { distanceKm } from "../../geo/distance.ts";

/** Persons; a bigger town may be spoken of far from its country. */
const WELL_KNOWN = 500_000;
/** A place that near to another of the text, over a border, is meant. */
const NEAR_KM = 150;
/** Mentions of the main country to one of the stray's. */
const OUTWEIGHS = 4;

/**
 * A small place in a country that the text speaks of nowhere else is a namesake of one that the gazetteer lacks:
 * its name stays, unlocated. A wrong town is worse than none.
 */
export function withoutStrays(mentions: readonly ToponymMention[]): ToponymMention[] {
  const names = new Map<CountryCode, Set<string>>();
  const counts = new Map<CountryCode, number>();
  for (const { place, text } of mentions) {
    if (!place?.country) continue;
    counts.set(place.country, (counts.get(place.country) ?? 0) + 1);
    names.set(place.country, (names.get(place.country) ?? new Set()).add(text));
  }
  const most = Math.max(0, ...counts.values());
  return mentions.map((mention) => {
    const { place, inside } = mention;
    if (
      !place?.country ||
      place.level === "country" ||
      place.seatOf === "country" ||
      place.population >= WELL_KNOWN
    )
      return mention;
    const alone = (names.get(place.country)?.size ?? 0) === 1 && inside?.country !== place.country;
    const stray = alone && most >= OUTWEIGHS * (counts.get(place.country) ?? 1);
    return stray && !hasNeighbour(place, mentions) ? unlocated(mention) : mention;
  });
}

function hasNeighbour(place: Place, mentions: readonly ToponymMention[]): boolean {
  return mentions.some(
    ({ place: other }) =>
      other &&
      other.country !== place.country &&
      other.level !== "country" &&
      distanceKm(other, place) < NEAR_KM,
  );
}

function unlocated({ place, match: _match, ...mention }: ToponymMention): ToponymMention {
  return {
    ...mention,
    reason: `the text speaks nowhere else of ${place?.country}, where a ${place?.name} lies`,
  };
}
