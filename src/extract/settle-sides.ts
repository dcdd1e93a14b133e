import type { ActorRef } from "../domain/claim.ts";
import type { CampId, CountryCode } from "../domain/ids.ts";
import type { ClaimPlace } from "../domain/place.ts";
import type { Draft, ReportAnalysis } from "./types.ts";

/** The two sides between which a report's places change hands, as far as it tells them. */
export interface Sides {
  /** Who takes places from the government, by the report's own words, else by the situation. */
  readonly taker?: ActorRef;
  /** Who bombs from the air, as far as that can be presumed. */
  readonly flyer?: ActorRef;
  /** The government's forces in the report's country. */
  readonly government?: ActorRef;
  /** Names of places that the report tells the government has gained: who lost them is the other side. */
  readonly gainedByGovernment: ReadonlySet<string>;
  /** Who alone the report tells to have gained a place, by `placeKey`. */
  readonly gainers: ReadonlyMap<string, ActorRef>;
  /** Who the report tells to have lost a place, by the place's name. */
  readonly losers: ReadonlyMap<string, ActorRef>;
}

/**
 * The taker is the only one whom the drafts say to have gained places and who does not fight for the government; else
 * the only group that the report names; else the only other camp of the situation. Between two states that both gain
 * nobody is presumed.
 */
export function sidesOf(drafts: readonly Draft[], report: ReportAnalysis): Sides {
  const { actors, countries, publishedOn } = report;
  const country = countries[0];
  if (country === undefined) return { gainedByGovernment: new Set(), losers: new Map(), gainers: new Map() };
  const found = actors.governmentOf(country, publishedOn)?.forces;
  const own = found && actors.campOf(found.id, country, publishedOn);
  const campOf = (ref: ActorRef) => actors.campOf(ref.id, country, publishedOn);
  const isOther = (ref: ActorRef) => campOf(ref) !== own;
  const gains = drafts.flatMap((draft) =>
    draft.kind === "control" && TAKES.has(draft.change) && draft.actor && !draft.negated
      ? [{ actor: draft.actor, change: draft.change, place: draft.place }]
      : [],
  );
  const gainers = gains.map(({ actor }) => actor);
  const named = report.sentences.flatMap(({ actors: mentions }) =>
    mentions.flatMap(({ actor, text }) =>
      actor && (actor.kind === "armed-group" || actor.kind === "generic")
        ? [{ id: actor.id, name: actor.name, mention: text }]
        : [],
    ),
  );
  const government = found && { id: found.id, name: found.name, mention: found.name };
  const others = gainers.filter(isOther);
  const isState = (ref: ActorRef) => STATES.has(actors.actor(ref.id)?.kind ?? "");
  const both = others.some(isState) && others.length < gainers.length;
  const taker = both
    ? undefined
    : ((gainers.length > 1 ? only(gainers) : undefined) ??
      only(others.map((ref) => leadFor(ref, named, report))) ??
      only(named.filter(isOther)) ??
      onlyOther(report, country, own));
  const flyer = flyerOf(drafts, report, { ...(taker && { taker }), ...(government && { government }) });
  const held = gains.flatMap(({ actor, change, place }) =>
    change === "gained" && place !== undefined ? [{ actor, place }] : [],
  );
  return {
    gainedByGovernment: new Set(held.flatMap(({ actor, place }) => (isOther(actor) ? [] : [place.name]))),
    gainers: new Map(
      [...Map.groupBy(held, ({ place }) => placeKey(place))].flatMap(([key, all]) => {
        const sole = only(all.map(({ actor }) => actor));
        return sole ? [[key, sole] as const] : [];
      }),
    ),
    losers: new Map(
      drafts.flatMap((draft) =>
        draft.kind === "control" && draft.change === "lost" && draft.actor && draft.place
          ? [[draft.place.name, draft.actor] as const]
          : [],
      ),
    ),
    ...(flyer && { flyer }),
    ...(taker && { taker }),
    ...(government && { government }),
  };
}

/** A town and its district, or a site in it, are different places here. */
export function placeKey({ id, name, level }: ClaimPlace): string {
  return `${id ?? name} ${level}`;
}

const STATES: ReadonlySet<string> = new Set(["state", "state-forces"]);

/** A state that stands behind a group which the report names is told to have taken what the group took. */
function leadFor(
  ref: ActorRef,
  named: readonly ActorRef[],
  { actors, countries, publishedOn }: ReportAnalysis,
): ActorRef {
  if (!countries[0] || !STATES.has(actors.actor(ref.id)?.kind ?? "")) return ref;
  const camp = actors.campOf(ref.id, countries[0], publishedOn);
  const lead = actors.camps(countries[0], publishedOn).find(({ id }) => id === camp)?.actors[0];
  return named.find(({ id }) => id === lead) ?? ref;
}

export const TAKES: ReadonlySet<string> = new Set(["gained", "entered", "besieged"]);

const FLYING: ReadonlySet<string> = new Set(["state", "state-forces", "coalition"]);

/**
 * Who bombs from the air where the words do not tell: the only one who is told to; else, where a group fights the
 * government and no other state or coalition is named, the government.
 */
function flyerOf(
  drafts: readonly Draft[],
  { actors, countries, sentences }: ReportAnalysis,
  { taker, government }: Pick<Sides, "taker" | "government">,
): ActorRef | undefined {
  const told = drafts.flatMap((draft) =>
    draft.kind === "incident" && draft.type === "air-strike" && draft.actor ? [draft.actor] : [],
  );
  if (told.length > 0) return only(told);
  const kind = taker && actors.actor(taker.id)?.kind;
  if (kind !== "armed-group" && kind !== "militia") return undefined;
  const others = sentences.some(({ actors: mentions }) =>
    mentions.some(
      ({ actor }) => actor && FLYING.has(actor.kind) && !actor.countries.some((one) => one === countries[0]),
    ),
  );
  return others ? undefined : government;
}

/** The one that all are; none where the report tells of several. */
function only(refs: readonly ActorRef[]): ActorRef | undefined {
  return refs.every(({ id }) => id === refs[0]?.id) ? refs[0] : undefined;
}

function onlyOther(
  report: ReportAnalysis,
  country: CountryCode,
  own: CampId | undefined,
): ActorRef | undefined {
  const others = report.actors.camps(country, report.publishedOn).filter((camp) => camp.id !== own);
  const lead = others.length === 1 ? report.actors.actor(others[0]!.actors[0]!) : undefined;
  return lead && { id: lead.id, name: lead.name, mention: lead.name };
}
