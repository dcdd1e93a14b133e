import type { ActorId, CountryCode } from "../domain/ids.ts";
import type { ActorRow, NounRow } from "./actor-rows.ts";
import type { Camps } from "./camps.ts";
import { type Cast, isGroup, lastBefore, mostNamed, type Named, type Resolved } from "./cast.ts";
import type { Governments } from "./governments.ts";
import type { MentionDraft } from "./mention-drafts.ts";
import type { Backer } from "./mention-owner.ts";
import type { ActorContext } from "./types.ts";

export interface GenericRoom {
  readonly actor: (id: ActorId) => ActorRow | undefined;
  readonly governments: Governments;
  readonly camps: Camps;
  /** Actors of kind "generic": the name for a kind of group that the report tells no closer. */
  readonly umbrellas: readonly ActorRow[];
}

type Generic = Extract<MentionDraft["sense"], { kind: "generic" }>;

/**
 * Whom a generic mention means: one sense per report. "The group" is the one named last; forces are those of the
 * country; insurgents are the most often named group that fits and does not fight for the country's government, else
 * the only such camp of the situation, else nobody.
 */
export function resolveGeneric(
  room: GenericRoom,
  generic: Generic,
  at: number,
  cast: Cast,
  context: ActorContext,
): Resolved {
  const head = generic.nouns.at(-1)!;
  const country = generic.country ?? context.countries[0];
  if (generic.owner === "our") return ours(room, context, country);
  const described = head.side === "enemy" || generic.nouns.some((noun) => noun.traits.length > 0);
  const owner = generic.owner && !described && ownerOf(cast.named, at);
  if (owner) return { actor: owner, reason: "whose it is was named right before" };
  if (head.side !== "forces" && generic.nouns.some(({ noun }) => noun === "foreign"))
    return { reason: "foreigners may be on any side" };
  if (generic.backer) return backed(room, generic.backer, cast, country, context);
  if (generic.nouns.some((noun) => noun.side === "coalition")) return coalition(room, cast, at, context);
  switch (head.side) {
    case "forces":
      return modifiedByNonstate(generic)
        ? remembered(room, generic, cast, country, context)
        : government(room, country, "forces", context);
    case "government":
      return modifiedByNonstate(generic)
        ? remembered(room, generic, cast, country, context)
        : government(room, country, "state", context);
    case "group":
      return lastNamed(cast.groups, at);
    case "coalition":
      return coalition(room, cast, at, context);
    case "nonstate":
    case "either":
      return generic.nouns.some((noun) => noun.side === "forces" || noun.side === "government")
        ? government(room, country, "forces", context)
        : remembered(room, generic, cast, country, context);
    case "enemy":
      return enemy(room, context, country);
    case "occupier":
      return occupier(room, country, context);
  }
}

/** "rebel forces", "jihadist forces": the modifier outweighs the noun. */
function modifiedByNonstate(generic: Generic): boolean {
  return generic.nouns.slice(0, -1).some((noun) => noun.side === "nonstate");
}

function government(
  room: GenericRoom,
  country: CountryCode | undefined,
  part: "state" | "forces",
  context: ActorContext,
): Resolved {
  const found = country && room.governments.of(country, context.publishedOn);
  if (!found) return { reason: "the report's country is not known" };
  return { actor: found[part], reason: `the report is about ${country}, whose ${part} this is` };
}

/** A militia is "the group" only where no armed group is named. */
function lastNamed(groups: readonly Named[], at: number): Resolved {
  const armed = groups.filter(({ actor }) => actor.kind === "armed-group");
  const last = lastBefore(armed, at) ?? lastBefore(groups, at);
  return last
    ? { actor: last.actor, reason: "the group named last before it" }
    : { reason: "no group is named before it" };
}

/** The coalition named last, else the only one that the situation has. */
function coalition(room: GenericRoom, cast: Cast, at: number, context: ActorContext): Resolved {
  const named = lastBefore(cast.coalitions, at) ?? cast.coalitions[0];
  if (named) return { actor: named.actor, reason: "the report's coalition" };
  const country = context.countries[0];
  const here = (country ? room.camps.camps(country, context.publishedOn) : [])
    .flatMap((camp) => camp.actors)
    .flatMap((id) => room.actor(id) ?? [])
    .filter((actor) => actor.kind === "coalition");
  return here.length === 1
    ? { actor: here[0]!, reason: `the only coalition in ${country} on that day` }
    : { reason: "no coalition is named" };
}

/**
 * Fighters backed by somebody stand in his camp: the only group of that camp which the report names, else the group
 * that leads it, else nobody known.
 */
function backed(
  room: GenericRoom,
  backer: Backer,
  cast: Cast,
  country: CountryCode | undefined,
  context: ActorContext,
): Resolved {
  const on = context.publishedOn;
  const who = "actor" in backer ? backer.actor : room.governments.of(backer.country, on)?.forces;
  if (!who || country === undefined) return { reason: "who backs them is not known" };
  const camp = room.camps.campOf(who.id, country, on);
  const own = cast.groups.filter(({ actor }) => room.camps.campOf(actor.id, country, on) === camp);
  const [named, second] = mostNamed(own);
  if (second) return { reason: "its backer's camp has several groups" };
  if (named) return { actor: named, reason: "the only group of its backer's camp that the report names" };
  const lead = room.camps.camps(country, on).find((one) => one.id === camp)?.actors[0];
  const leader = lead && room.actor(lead);
  return leader && isGroup(leader)
    ? { actor: leader, reason: "the group that leads its backer's camp" }
    : { reason: "its backer's camp names no such group" };
}

/** Traits that tell who a group is, not whom it fights: such a group may stand with the government. */
const WHO_THEY_ARE: ReadonlySet<string> = new Set([
  "kurdish",
  "shia-militia",
  "christian",
  "tuareg",
  "paramilitary",
  "mercenary",
]);

/** Insurgents of one kind and country are the same all through a report. */
function remembered(
  room: GenericRoom,
  generic: Generic,
  cast: Cast,
  country: CountryCode | undefined,
  context: ActorContext,
): Resolved {
  const key = `${country ?? ""} ${generic.nouns.flatMap((noun) => noun.traits).join(" ")}`;
  const found = cast.known.get(key) ?? insurgents(room, generic, cast.named, country, context);
  cast.known.set(key, found);
  return found;
}

function insurgents(
  room: GenericRoom,
  generic: Generic,
  named: readonly Named[],
  country: CountryCode | undefined,
  context: ActorContext,
): Resolved {
  const traits = generic.nouns.flatMap((noun) => noun.traits);
  const on = context.publishedOn;
  const own = country && room.governments.of(country, on);
  const ownCamp = own && room.camps.campOf(own.forces.id, country, on);
  const fits = (actor: ActorRow) =>
    isGroup(actor) &&
    traits.every((trait) => actor.traits.includes(trait)) &&
    (traits.some((trait) => WHO_THEY_ARE.has(trait)) || room.camps.campOf(actor.id, country, on) !== ownCamp);
  const fitting = named.filter((other) => fits(other.actor));
  const home = fitting.filter(({ actor }) => country === undefined || actor.countries.includes(country));
  const salient = mostNamed(home);
  const umbrella = umbrellaOf(room, generic.nouns, country, context);
  if (salient.length === 1 && (umbrella === undefined || home.length >= CLEARLY)) {
    return { actor: salient[0]!, reason: "the group that the report names most" };
  }
  if (umbrella) return { actor: umbrella, reason: "the report does not tell the groups apart" };
  if (salient[0]) return { actor: salient[0], reason: "the group that the report names most" };
  const camps = (country ? room.camps.camps(country, on) : []).flatMap((camp) => {
    const actor = camp.actors.map((id) => room.actor(id)).find((one) => one && fits(one));
    return actor ? [{ actor, main: camp.main === true }] : [];
  });
  const mains = camps.filter(({ main }) => main);
  const only = camps.length === 1 ? camps[0] : mains.length === 1 ? mains[0] : undefined;
  if (only) return { actor: only.actor, reason: `the only such camp in ${country} on that day` };
  const abroad = mostNamed(fitting)[0];
  if (abroad) return { actor: abroad, reason: "the group that the report names most" };
  return { reason: camps.length > 1 ? "several groups fit" : "no group fits" };
}

/** Where a word for all such groups exists, one group must be named so often to be meant by it. */
const CLEARLY = 2;

function umbrellaOf(
  room: GenericRoom,
  nouns: readonly NounRow[],
  country: CountryCode | undefined,
  context: ActorContext,
): ActorRow | undefined {
  if (!country) return undefined;
  const here = room.camps
    .camps(country, context.publishedOn)
    .flatMap((camp) => camp.actors)
    .flatMap((id) => room.umbrellas.filter((actor) => actor.id === id));
  const traits = nouns.flatMap((noun) => noun.traits);
  return (
    here.find((actor) => traits.length > 0 && traits.every((trait) => actor.traits.includes(trait))) ??
    here.find((actor) => traits.length === 0 && actor.traits.includes("rebel"))
  );
}

const OWNER_REACH = 20;

/** "its fighters": of whoever was named last, where that is near and has fighters. */
function ownerOf(named: readonly Named[], at: number): ActorRow | undefined {
  const last = lastBefore(named, at);
  return last && at - last.at <= OWNER_REACH && last.actor.kind !== "coalition" ? last.actor : undefined;
}

function ours(room: GenericRoom, context: ActorContext, country: CountryCode | undefined): Resolved {
  if (!context.sourceCamp) return { reason: "whose own side is not known" };
  const camp =
    country && room.camps.camps(country, context.publishedOn).find((one) => one.id === context.sourceCamp);
  const lead = camp ? room.actor(camp.actors[0]!) : room.actor(context.sourceCamp as string as ActorId);
  return lead
    ? { actor: lead, reason: "the source's own side" }
    : { reason: "the source's side is not known" };
}

function enemy(room: GenericRoom, context: ActorContext, country: CountryCode | undefined): Resolved {
  if (!context.sourceCamp || !country) return { reason: "whose enemy is not known" };
  const others = room.camps
    .camps(country, context.publishedOn)
    .filter((camp) => camp.id !== context.sourceCamp);
  const lead = others.length === 1 ? room.actor(others[0]!.actors[0]!) : undefined;
  return lead ? { actor: lead, reason: "the only other side" } : { reason: "several sides may be meant" };
}

function occupier(room: GenericRoom, country: CountryCode | undefined, context: ActorContext): Resolved {
  if (!country) return { reason: "the report's country is not known" };
  const own = room.governments.of(country, context.publishedOn);
  const foreign = room.camps
    .camps(country, context.publishedOn)
    .flatMap((camp) => camp.actors.map((id) => room.actor(id)))
    .filter((actor) => actor !== undefined)
    .filter(
      (actor) =>
        (actor.kind === "state" || actor.kind === "state-forces") &&
        !actor.countries.includes(country) &&
        room.camps.campOf(actor.id, country, context.publishedOn) !==
          (own && room.camps.campOf(own.forces.id, country, context.publishedOn)),
    );
  return foreign[0]
    ? { actor: foreign[0], reason: "the foreign state in the country" }
    : enemy(room, context, country);
}
