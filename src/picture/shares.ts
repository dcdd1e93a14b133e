import type { ActorId } from "../domain/ids.ts";
import type { FoundAssessment } from "./assessment.ts";
import type { Assessment, PicturePlace, PlaceShare } from "./types.ts";

const COUNTED = new Set(["city", "town", "village", "district"]);

/** Gives each province, beside its own assessment, how its known places are held (R13: neither overrides the other). */
export function withShares(assessments: readonly FoundAssessment[]): readonly FoundAssessment[] {
  const byUnit = Map.groupBy(
    assessments.filter(({ place }) => COUNTED.has(place.level) && place.admin1 !== undefined),
    ({ place }) => unitKey(place, place.admin1!),
  );
  return assessments.map((one) => {
    const { place } = one;
    const within =
      place.level === "province" ? byUnit.get(unitKey(place, place.admin1 ?? place.name)) : undefined;
    return within ? one.sharing(shareOf(within)) : one;
  });
}

function unitKey({ country }: PicturePlace, unit: string): string {
  return `${country ?? ""}/${unit.toLowerCase()}`;
}

function shareOf(within: readonly Assessment[]): PlaceShare {
  const counts = new Map<ActorId, number>();
  for (const { holder, state } of within) {
    if (holder && (state === "held" || state === "claimed"))
      counts.set(holder, (counts.get(holder) ?? 0) + 1);
  }
  const held = [...counts].map(([holder, count]) => ({ holder, count }));
  return {
    of: within.length,
    held: held.sort((a, b) => b.count - a.count || (a.holder < b.holder ? -1 : 1)),
  };
}
