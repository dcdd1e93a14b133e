import type { ActorRef } from "../domain/claim.ts";
import type { CampId, CountryCode } from "../domain/ids.ts";
import { overlaps } from "../domain/span.ts";
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
  /** Who the report tells to have lost a place, by the place's name. */
  readonly losers: ReadonlyMap<string, ActorRef>;
}

/**
 * The taker is whoever the drafts say most often to have gained a place and who does not fight for the government; else
 * the group that the report names most; else the only other camp of the situation.
 */
export function sidesOf(drafts: readonly Draft[], report: ReportAnalysis): Sides {
  const { actors, countries, publishedOn } = report;
  const country = countries[0];
  if (country === undefined) return { gainedByGovernment: new Set(), losers: new Map() };
  const found = actors.governmentOf(country, publishedOn)?.forces;
  const own = found && actors.campOf(found.id, country, publishedOn);
  const isOther = (ref: ActorRef) => actors.campOf(ref.id, country, publishedOn) !== own;
  const gainers = drafts.flatMap((draft) =>
    draft.kind === "control" && TAKES.has(draft.change) && draft.actor ? [draft.actor] : [],
  );
  const named = report.sentences.flatMap(({ actors: mentions }) =>
    mentions.flatMap(({ actor, text }) =>
      actor && (actor.kind === "armed-group" || actor.kind === "generic")
        ? [{ id: actor.id, name: actor.name, mention: text }]
        : [],
    ),
  );
  const government = found && { id: found.id, name: found.name, mention: found.name };
  const losers = drafts.flatMap((draft) =>
    draft.kind === "control" && draft.change === "lost" && draft.actor && draft.place
      ? [[draft.place.name, draft.actor] as const]
      : [],
  );
  const taker =
    (gainers.length > 1 ? only(gainers) : undefined) ??
    only(gainers.filter(isOther)) ??
    only(named.filter(isOther)) ??
    onlyOther(report, country, own);
  const gained = drafts.flatMap((draft) =>
    draft.kind === "control" &&
    draft.change === "gained" &&
    draft.actor &&
    !isOther(draft.actor) &&
    draft.place
      ? [draft.place.name]
      : [],
  );
  const flyer = flyerOf(drafts, report, { ...(taker && { taker }), ...(government && { government }) });
  return {
    gainedByGovernment: new Set(gained),
    losers: new Map(losers),
    ...(flyer && { flyer }),
    ...(taker && { taker }),
    ...(government && { government }),
  };
}

const TAKES: ReadonlySet<string> = new Set(["gained", "entered", "besieged"]);
const RETAKES =
  /\b(?:re(?:took|taken|captured?|capturing|gained?|covered|claimed|conquered|conquest)|back|again)\b/i;
const CLEARS = /\b(?:liberat|cleans|cleared|freed|purged)/i;
const ASSAULTS: ReadonlySet<string> = new Set(["attack", "clash", "prison-break"]);

/**
 * Fills in who gains, loses or attacks where the words do not tell ("the town fell", "it was lost"): the report's taker,
 * for a retaking the government, for a liberation the speaker's own side. A recipient is never his own taker.
 */
export function withPresumedActor(draft: Draft, report: ReportAnalysis, sides: Sides): Draft {
  if (draft.kind === "tally" && !draft.actor && sides.taker) return { ...draft, actor: sides.taker };
  if ((draft.kind !== "control" && draft.kind !== "incident") || draft.actor || draft.actorUntold)
    return draft;
  const presumed = draft.kind === "control" ? forControl(draft, report, sides) : forAssault(draft, sides);
  if (!presumed || presumed.id === draft.recipient?.id) return draft;
  return { ...draft, actor: presumed };
}

function forControl(
  draft: Extract<Draft, { kind: "control" }>,
  report: ReportAnalysis,
  { taker, government, gainedByGovernment, losers }: Sides,
): ActorRef | undefined {
  const told = draft.change === "lost" && draft.place ? losers.get(draft.place.name) : undefined;
  if (told) return told;
  const denies = draft.change === "lost" && draft.negated ? speakersSide(draft, report) : undefined;
  if (denies) return denies;
  if (draft.change === "lost" && draft.place && gainedByGovernment.has(draft.place.name)) return taker;
  if (draft.change === "lost" || draft.change === "repelled") {
    return draft.recipient && taker && draft.recipient.id !== taker.id ? taker : government;
  }
  if (draft.change === "holds") return speakersSide(draft, report);
  if (!TAKES.has(draft.change)) return undefined;
  const speaker = speakersSide(draft, report);
  const words = report.report.text.slice(draft.trigger.start, draft.trigger.end + 6);
  if (draft.negated && speaker && !RETAKES.test(words))
    return speaker.id === government?.id ? taker : government;
  if (speaker && isGroup(speaker, report) && !draft.recipient) return speaker;
  if (CLEARS.test(words)) return speaker ?? government;
  if (RETAKES.test(words)) return government;
  return draft.recipient && taker && draft.recipient.id === taker.id ? government : taker;
}

/** A group that speaks of what was taken took it itself; a state's officials tell their losses so. */
function isGroup(speaker: ActorRef, { actors }: ReportAnalysis): boolean {
  const kind = actors.actor(speaker.id)?.kind;
  return kind === "armed-group" || kind === "militia";
}

function forAssault(
  draft: Extract<Draft, { kind: "incident" }>,
  { taker, government, flyer }: Sides,
): ActorRef | undefined {
  if (draft.type === "air-strike") return draft.means === "drone" ? undefined : flyer;
  const victim = draft.recipient?.id;
  if (HITS.has(draft.type) && victim && taker && government) {
    if (victim === government.id) return taker;
    if (victim === taker.id) return government;
  }
  return ASSAULTS.has(draft.type) ? taker : undefined;
}

/** Who is hit tells who hits, where two sides fight. */
const HITS: ReadonlySet<string> = new Set(["attack", "shelling", "clash", "bombing"]);

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

/** Who leads the camp of whoever tells the draft. */
function speakersSide(draft: Draft, report: ReportAnalysis): ActorRef | undefined {
  const told = report.sentences[draft.sentence]?.attributions.find((one) =>
    overlaps(one.content, draft.trigger),
  );
  const camp = told?.speaker.camp;
  const country = report.countries[0];
  if (!camp || !country) return undefined;
  const lead = report.actors.camps(country, report.publishedOn).find((one) => one.id === camp)?.actors[0];
  const actor = lead && report.actors.actor(lead);
  return actor && { id: actor.id, name: actor.name, mention: told.speaker.name };
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
