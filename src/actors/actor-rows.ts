import { listOf, parseCsv } from "../domain/csv.ts";
import type { Day } from "../domain/day.ts";
import { parseDay } from "../domain/day.ts";
import type { ActorId, CampId, CountryCode } from "../domain/ids.ts";
import { parseActorId, parseCampId, parseCountryCode } from "../domain/ids.ts";
import type { Actor, ActorKind, Situation } from "./types.ts";
import { ACTOR_KINDS } from "./types.ts";

/** The texts of the files in `data/actors` and `data/situations`; columns: `data/actors/README.md`. */
export interface ActorFiles {
  /** `data/actors/groups-*.csv` */
  readonly groups: readonly string[];
  /** `data/actors/states.csv` */
  readonly states: string;
  /** `data/actors/governments.csv` */
  readonly governments: string;
  /** `data/actors/nouns.csv` */
  readonly nouns: string;
  /** `data/situations/*.csv` */
  readonly situations: readonly string[];
}

/** A name that an actor goes by, in some days only where dated (half-open). */
export interface Alias {
  readonly text: string;
  readonly from?: Day;
  readonly until?: Day;
  /** Too common to be trusted where the report is about other countries. */
  readonly local: boolean;
}

export interface ActorRow extends Actor {
  /** What generic words may call it: islamist, separatist, kurdish, mercenary, gang … */
  readonly traits: readonly string[];
}

export interface GroupRow {
  readonly actor: ActorRow;
  readonly aliases: readonly Alias[];
  readonly leaders: readonly Alias[];
}

export interface StateRow {
  readonly country: CountryCode;
  readonly names: readonly string[];
  readonly demonyms: readonly string[];
  /** What its forces are called in an id where that is not the demonym: "us". */
  readonly short: string;
  /** Towns that stand for the state as a possessor or speaker: "Moscow's forces". */
  readonly capitals: readonly string[];
  /** Organs that stand for the state anywhere: "the Kremlin". */
  readonly organs: readonly string[];
}

/** Who governs a state, and what its forces are called as an actor, in some days. */
export interface GovernmentRow {
  readonly country: CountryCode;
  readonly from?: Day;
  readonly until?: Day;
  readonly state: ActorRow;
  readonly forces: ActorRow;
  readonly leaders: readonly string[];
}

export const NOUN_ROLES = ["head", "modifier", "link-keep", "link-drop"] as const;
export const NOUN_SIDES = [
  "forces",
  "government",
  "nonstate",
  "either",
  "group",
  "coalition",
  "enemy",
  "occupier",
] as const;

export interface NounRow {
  readonly noun: string;
  readonly role: (typeof NOUN_ROLES)[number];
  readonly side: (typeof NOUN_SIDES)[number];
  readonly traits: readonly string[];
  /** What must stand before it: "the group", never "group"; "Russian tanks", never "tanks". */
  readonly needs: "nothing" | "article" | "name";
}

export const parseGroups = (csv: string): readonly GroupRow[] =>
  parseCsv(csv).map((row) => ({
    actor: {
      ...actorOf(row.id ?? "", row.name ?? "", row.kind as ActorKind, row.countries ?? ""),
      traits: listOf(row.traits),
      ...campOf(row.camp),
    },
    aliases: namesOf(row.name ?? "", listOf(row.aliases)).map(aliasOf),
    leaders: listOf(row.leaders).map(aliasOf),
  }));

export const parseStates = (csv: string): readonly StateRow[] =>
  parseCsv(csv).map((row) => ({
    country: countryOf(row.country ?? ""),
    names: listOf(row.names),
    demonyms: listOf(row.demonyms),
    short: row.short ?? "",
    capitals: listOf(row.capitals),
    organs: listOf(row.organs),
  }));

export const parseGovernments = (csv: string): readonly GovernmentRow[] =>
  parseCsv(csv).map((row) => {
    const country = row.country ?? "";
    const camp = campOf(row.camp);
    const state = actorOf(row.state ?? "", row.stateName ?? "", "state", country);
    const forces = actorOf(row.forces ?? "", row.forcesName ?? "", "state-forces", country);
    return {
      country: countryOf(country),
      ...daysOf(row.from ?? "", row.until ?? ""),
      state: { ...state, traits: [], ...camp },
      forces: { ...forces, traits: [], ...camp },
      leaders: listOf(row.leaders),
    };
  });

export const parseNouns = (csv: string): readonly NounRow[] =>
  parseCsv(csv).map((row) => ({
    noun: row.noun ?? "",
    role: oneOf(NOUN_ROLES, row.role ?? ""),
    side: oneOf(NOUN_SIDES, row.side || "either"),
    traits: listOf(row.traits),
    needs: row.article === "yes" ? "article" : row.article === "name" ? "name" : "nothing",
  }));

/** Rows of one situation stand together: each names one camp. */
export function parseSituations(csv: string): readonly Situation[] {
  const situations = new Map<string, Situation>();
  for (const row of parseCsv(csv)) {
    const id = row.situation ?? "";
    const camp = {
      id: campIdOf(row.camp ?? ""),
      name: row.campName || (row.camp ?? ""),
      actors: listOf(row.actors).map(actorIdOf),
      ...(row.main === "yes" && { main: true as const }),
    };
    const known = situations.get(id);
    situations.set(id, {
      id,
      name: known?.name ?? row.name ?? id,
      countries: known?.countries ?? listOf(row.countries).map(countryOf),
      ...(known ? pick(known) : daysOf(row.from ?? "", row.until ?? "")),
      camps: [...(known?.camps ?? []), camp],
    });
  }
  return [...situations.values()];
}

/** The usual name is an alias itself, but where an alias dates it. */
function namesOf(name: string, aliases: readonly string[]): readonly string[] {
  return aliases.some((alias) => alias.startsWith(`${name}@`)) ? aliases : [name, ...aliases];
}

function pick(known: Situation): { from?: Day; until?: Day } {
  return { ...(known.from && { from: known.from }), ...(known.until && { until: known.until }) };
}

/** `text`, `text@2012-01-01..2012-07-01` (either end may be missing), `?text` for a name that needs its country. */
function aliasOf(field: string): Alias {
  const [name = "", days] = field.split("@");
  const [from = "", until = ""] = (days ?? "").split("..");
  const local = name.startsWith("?");
  return { text: local ? name.slice(1) : name, local, ...daysOf(from, until) };
}

function daysOf(from: string, until: string): { from?: Day; until?: Day } {
  return { ...(from && { from: dayAt(from) }), ...(until && { until: dayAt(until) }) };
}

function dayAt(text: string): Day {
  const day = parseDay(text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text);
  if (!day) throw new Error(`data/actors holds "${text}" where a day should stand`);
  return day;
}

function actorOf(id: string, name: string, kind: ActorKind, countries: string): Actor {
  return {
    id: actorIdOf(id),
    name,
    kind: oneOf(ACTOR_KINDS, kind),
    countries: listOf(countries).map(countryOf),
  };
}

function campOf(field: string | undefined): { camp?: CampId } {
  return field ? { camp: campIdOf(field) } : {};
}

function actorIdOf(text: string): ActorId {
  const id = parseActorId(text);
  if (!id) throw new Error(`data/actors holds "${text}" where an actor id should stand`);
  return id;
}

function campIdOf(text: string): CampId {
  const id = parseCampId(text);
  if (!id) throw new Error(`data/actors holds "${text}" where a camp id should stand`);
  return id;
}

function countryOf(text: string): CountryCode {
  const code = parseCountryCode(text);
  if (!code) throw new Error(`data/actors holds "${text}" where a country code should stand`);
  return code;
}

function oneOf<T extends string>(allowed: readonly T[], text: string): T {
  const found = allowed.find((value) => value === text);
  if (found === undefined)
    throw new Error(`data/actors holds "${text}", which is none of ${allowed.join(", ")}`);
  return found;
}
