import type { Day } from "../domain/day.ts";
import type { ActorId, CampId, CountryCode } from "../domain/ids.ts";
import type { ActorRow } from "./actor-rows.ts";
import { holdsOn } from "./governments.ts";
import type { Situation } from "./types.ts";

export interface Camps {
  campOf(actor: ActorId, where?: CountryCode, on?: Day): CampId;
  camps(where: CountryCode, on?: Day): Situation["camps"];
}

/**
 * A situation decides before the actor's own lasting camp. Where several situations hold in a country on a day, the
 * later begun is asked first.
 */
export function campsOf(
  situations: readonly Situation[],
  actor: (id: ActorId) => ActorRow | undefined,
): Camps {
  const latestFirst = [...situations].sort((a, b) =>
    (a.from ?? "") === (b.from ?? "") ? (a.id < b.id ? -1 : 1) : (a.from ?? "") > (b.from ?? "") ? -1 : 1,
  );
  const byCountry = new Map<CountryCode, Situation[]>();
  for (const situation of latestFirst) {
    for (const country of situation.countries) {
      byCountry.set(country, [...(byCountry.get(country) ?? []), situation]);
    }
  }
  const holding = (where: CountryCode, on: Day | undefined) =>
    (byCountry.get(where) ?? []).filter((situation) => on === undefined || holdsOn(situation, on));
  return {
    camps: (where, on) => holding(where, on)[0]?.camps ?? [],
    campOf(id, where, on) {
      if (where !== undefined) {
        for (const situation of holding(where, on)) {
          const camp = situation.camps.find((candidate) => candidate.actors.includes(id));
          if (camp) return camp.id;
        }
      }
      return actor(id)?.camp ?? (id as string as CampId);
    },
  };
}
