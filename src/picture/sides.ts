import type { Actors, Situation } from "../actors/types.ts";
import type { ActorRef } from "../domain/claim.ts";
import type { ActorId, CampId, CountryCode } from "../domain/ids.ts";
import { type DayNumber, toDay } from "./day-number.ts";
import type { Party } from "./evidence.ts";

/** Who stands with whom in one country, by day. */
export interface Sides {
  campOf(actor: ActorId, day: DayNumber): CampId;
  partyOf(actor: ActorRef, day: DayNumber): Party;
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
  const camps = new Map<ActorId, Map<DayNumber, CampId>>();
  const parties = new Map<ActorId, readonly Party[]>();
  const enemies = new Map<string, Party | undefined>();
  function campOf(actor: ActorId, day: DayNumber): CampId {
    let byDay = camps.get(actor);
    if (!byDay) {
      byDay = new Map();
      camps.set(actor, byDay);
    }
    let camp = byDay.get(day);
    if (camp === undefined) {
      camp = actors.campOf(actor, country, toDay(day));
      byDay.set(day, camp);
    }
    return camp;
  }
  return {
    campOf,
    partyOf({ id, name }, day) {
      const camp = campOf(id, day);
      const known = parties.get(id) ?? [];
      let party = known.find((one) => one.camp === camp && one.name === name);
      if (!party) {
        const home = country !== undefined && (actors.actor(id)?.countries.includes(country) ?? false);
        party = { actor: id, camp, name, home };
        parties.set(id, [...known, party]);
      }
      return party;
    },
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
