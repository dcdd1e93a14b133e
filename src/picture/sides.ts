import type { Actors, Situation } from "../actors/types.ts";
import type { ActorId, CampId, CountryCode } from "../domain/ids.ts";
import { type DayNumber, toDay } from "./day-number.ts";
import type { Party } from "./evidence.ts";

/** Who stands with whom in one country, by day. */
export interface Sides {
  campOf(actor: ActorId, day: DayNumber): CampId;
  /** Whether it mainly acts in the country. */
  isHome(actor: ActorId): boolean;
  /** A name for several groups that a report does not tell apart. */
  isUmbrella(actor: ActorId): boolean;
  /** The other side of whoever loses ground: the other main side, or the one other camp; else `undefined`. */
  enemyOf(camp: CampId, day: DayNumber): Party | undefined;
}

/** Answers are kept: the fold asks the same few hundred days again and again. */
export function createSides(
  country: CountryCode | undefined,
  actors: Pick<Actors, "actor" | "campOf" | "camps">,
): Sides {
  const camps = new Map<string, CampId>();
  const enemies = new Map<string, Party | undefined>();
  return {
    campOf(actor, day) {
      const key = `${actor}/${day}`;
      let camp = camps.get(key);
      if (camp === undefined) {
        camp = actors.campOf(actor, country, toDay(day));
        camps.set(key, camp);
      }
      return camp;
    },
    isHome: (actor) => country !== undefined && (actors.actor(actor)?.countries.includes(country) ?? false),
    isUmbrella: (actor) => actors.actor(actor)?.kind === "generic",
    enemyOf(camp, day) {
      const key = `${camp}/${day}`;
      if (!enemies.has(key)) {
        const other = country && otherSide(actors.camps(country, toDay(day)), camp);
        enemies.set(key, other && leaderOf(other, actors));
      }
      return enemies.get(key);
    },
  };
}

function otherSide(camps: Situation["camps"], camp: CampId): Situation["camps"][number] | undefined {
  if (!camps.some(({ id }) => id === camp)) return undefined;
  const main = camps.filter((one) => one.main);
  const sides = main.length === 2 ? main : camps;
  const others = sides.filter(({ id }) => id !== camp);
  return others.length === 1 ? others[0] : undefined;
}

function leaderOf(camp: Situation["camps"][number], actors: Pick<Actors, "actor">): Party | undefined {
  const [actor] = camp.actors;
  return actor && { actor, camp: camp.id, name: actors.actor(actor)?.name ?? camp.name, home: true };
}
