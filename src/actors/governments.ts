import type { Day } from "../domain/day.ts";
import type { ActorId, CampId, CountryCode } from "../domain/ids.ts";
import type { ActorRow, GovernmentRow, StateRow } from "./actor-rows.ts";

/** Who governs a country and whose its forces are, on a day. */
export interface Government {
  readonly state: ActorRow;
  readonly forces: ActorRow;
  readonly leaders: readonly string[];
}

export interface Governments {
  /** Undefined only for a code that `states.csv` does not have. */
  of(country: CountryCode, on?: Day): Government | undefined;
  /** Every state and forces actor that a row names or the pattern makes. */
  readonly actors: readonly ActorRow[];
}

/**
 * Where `governments.csv` has no row for the day, the pattern makes the actors: the state goes by its name
 * ("pakistan"), its forces by its demonym ("pakistani-forces"), and both are in the state's camp.
 */
export function governments(states: readonly StateRow[], rows: readonly GovernmentRow[]): Governments {
  const patterns = new Map(states.map((state) => [state.country, byPattern(state)]));
  const dated = Map.groupBy(rows, (row) => row.country);
  return {
    of(country, on) {
      const own = dated.get(country)?.filter((row) => holdsOn(row, on));
      return own?.at(-1) ?? patterns.get(country);
    },
    actors: [...patterns.values(), ...rows].flatMap((government) => [government.state, government.forces]),
  };
}

/** Without a day the rows that are still open are meant. */
export function holdsOn(row: { readonly from?: Day; readonly until?: Day }, on: Day | undefined): boolean {
  if (on === undefined) return row.until === undefined;
  return (row.from === undefined || row.from <= on) && (row.until === undefined || on < row.until);
}

function byPattern(state: StateRow): Government {
  const name = state.names[0] ?? state.country;
  const demonym = state.demonyms[0] ?? name;
  const camp = slugOf(name) as CampId;
  const common = { countries: [state.country], traits: [], camp };
  return {
    state: { id: slugOf(name) as ActorId, name, kind: "state", ...common },
    forces: {
      id: `${state.short || slugOf(demonym)}-forces` as ActorId,
      name: `${demonym} forces`,
      kind: "state-forces",
      ...common,
    },
    leaders: [],
  };
}

function slugOf(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, "")
    .replace(/[ -]+/g, "-");
}
