import type { Day } from "../domain/day.ts";
import type { ActorId, CampId, CountryCode } from "../domain/ids.ts";
import type { Span } from "../domain/span.ts";

export const ACTOR_KINDS = [
  "state",
  "state-forces",
  "armed-group",
  "militia",
  "coalition",
  "police",
  "generic",
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** A row of `data/actors`. */
export interface Actor {
  readonly id: ActorId;
  readonly name: string;
  readonly kind: ActorKind;
  /** Where it mainly acts, or whose forces it is. */
  readonly countries: readonly CountryCode[];
  /** Where the camp is lasting; situations may say otherwise for their days. */
  readonly camp?: CampId;
}

/** Who stands with whom, in which countries, in which days (half-open; absent = open). */
export interface Situation {
  readonly id: string;
  readonly name: string;
  readonly countries: readonly CountryCode[];
  readonly from?: Day;
  readonly until?: Day;
  readonly camps: readonly {
    readonly id: CampId;
    readonly name: string;
    readonly actors: readonly ActorId[];
    /** One of the two sides between which ground changes hands, where smaller camps stand beside them. */
    readonly main?: true;
  }[];
}

/**
 * An actor named in a text. `generic` for "the insurgents", "government troops", "the army": `actor` is then the one
 * that the report means, absent when it does not say.
 */
export interface ActorMention extends Span {
  readonly text: string;
  readonly actor?: Actor;
  readonly generic: boolean;
  /** The name is that of a person who stands for the actor. */
  readonly person?: true;
  /** One sentence: why this actor, or why none. */
  readonly reason: string;
}

export interface ActorContext {
  /** Countries the report is about, the main one first. */
  readonly countries: readonly CountryCode[];
  readonly publishedOn?: Day;
  /** Camp of the source: resolves "the enemy", "our forces", "the terrorists". */
  readonly sourceCamp?: CampId;
}

/** Names to actors and actors to camps. Built from `data/`; itself pure. */
export interface Actors {
  actor(id: ActorId): Actor | undefined;
  /** Every actor mention of the text in order of start, generics resolved with the whole text as context. */
  findActors(text: string, context: ActorContext): readonly ActorMention[];
  /**
   * The camp of an actor where and when. Without a situation: a state's forces are one camp, each armed group its own.
   * Never undefined: at least the actor's own id as camp.
   */
  campOf(actor: ActorId, where?: CountryCode, on?: Day): CampId;
  /** Camps of the situation that holds where and when; empty when there is none. */
  camps(where: CountryCode, on?: Day): Situation["camps"];
  /** Countries whose name, people or capital stands in a short text, in order. */
  countriesNamed(text: string): readonly CountryCode[];
  /** Who governs a country on a day, and whose its forces are; undefined for an unknown country. */
  governmentOf(country: CountryCode, on?: Day): { readonly state: Actor; readonly forces: Actor } | undefined;
  /** A name alone, as a user or an annotation gives it. */
  byName(name: string, context?: ActorContext): Actor | undefined;
}
