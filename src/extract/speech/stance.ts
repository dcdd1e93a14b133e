import type { Actors } from "../../actors/types.ts";
import type { ActorRef, Stance } from "../../domain/claim.ts";
import type { Day } from "../../domain/day.ts";
import type { CampId, CountryCode } from "../../domain/ids.ts";
import type { Attribution, Draft } from "../types.ts";
import { type LexiconTexts, parseRows } from "../words/lexicon.ts";

/** Where and when a claim is judged: whose enemy is who depends on it. */
export interface StanceContext {
  readonly actors: Actors;
  readonly country?: CountryCode;
  readonly on?: Day;
  /** Words around the event, in lower case. */
  readonly words: string;
  readonly losses: LossWords;
}

/** Words that tell whose losses a toll counts; from `data/lexicon/losses.csv`. */
export interface LossWords {
  whose(words: string): "own" | "enemy" | undefined;
}

export function lossWords(texts: LexiconTexts): LossWords {
  const rows = parseRows(texts.losses ?? "");
  const pattern = (whose: string) => {
    const words = rows.filter((row) => row.whose === whose).map((row) => row.word);
    return words.length > 0 ? new RegExp(`\\b(?:${words.join("|")})\\b`) : undefined;
  };
  const enemy = pattern("enemy");
  const own = pattern("own");
  return { whose: (words) => (enemy?.test(words) ? "enemy" : own?.test(words) ? "own" : undefined) };
}

/** For whom the content of a claim is good or bad news; undefined where it is neither or not told. */
interface Interest {
  readonly good?: CampId;
  readonly bad?: CampId;
}

/**
 * How the report tells it (CONTRACT §3). A camp about its own gain or the enemy's harm claims; about its own loss or
 * the enemy's gain it admits; a speaker without a camp, or one whom it does not touch, says.
 */
export function stanceOf(draft: Draft, told: Attribution | undefined, context: StanceContext): Stance {
  if (told?.manner === "doubt" || (told?.figuresDoubted && draft.kind === "toll")) return "unverified";
  if (!told) return draft.negated ? "denied" : "reported";
  if (draft.negated || told.manner === "deny") return "denied";
  const camp = told.speaker.camp;
  if (camp === undefined) return "said";
  const { good, bad } = interestOf(draft, camp, isParty(told, context), context);
  if (camp === bad || (told.manner === "admit" && draft.kind === "toll")) return "admitted";
  if (camp === good) return "claimed";
  if (bad !== undefined && isEnemy(camp, bad, context)) return "claimed";
  if (good !== undefined && isEnemy(camp, good, context)) return "admitted";
  return "said";
}

function interestOf(draft: Draft, speaker: CampId, party: boolean, context: StanceContext): Interest {
  const camp = (ref: ActorRef | undefined) =>
    ref && context.actors.campOf(ref.id, context.country, context.on);
  switch (draft.kind) {
    case "control": {
      const actor = camp(draft.actor);
      const recipient = camp(draft.recipient);
      if (draft.change === "lost") return sides(recipient, actor);
      if (draft.change === "contested") return { good: speaker };
      return sides(actor, recipient);
    }
    case "incident": {
      const actor = camp(draft.actor);
      const deed = OWN_DEEDS.has(draft.type) && (actor === speaker || party);
      return deed || (draft.type === "prison-break" && actor === speaker) ? { good: speaker } : {};
    }
    case "toll": {
      const victims = draft.who ? context.actors.byName(draft.who, actorContext(context)) : undefined;
      if (victims) return { bad: context.actors.campOf(victims.id, context.country, context.on) };
      const whose = context.losses.whose(context.words);
      return whose === "own" ? { bad: speaker } : whose === "enemy" || party ? { good: speaker } : {};
    }
    case "tally":
      return sides(camp(draft.actor), undefined);
    case "access":
    case "displacement":
      return {};
  }
}

/** Who speaks for an armed party by its name, not for an office: its figures and the deeds it tells of serve its cause. */
function isParty({ own, speaker }: Attribution, { actors, country, on }: StanceContext): boolean {
  const camps = country === undefined ? [] : actors.camps(country, on);
  return own !== undefined && camps.some(({ id }) => id === speaker.camp);
}

function sides(good: CampId | undefined, bad: CampId | undefined): Interest {
  return { ...(good && { good }), ...(bad && { bad }) };
}

const OWN_DEEDS: ReadonlySet<string> = new Set([
  "air-strike",
  "attack",
  "bombing",
  "shelling",
  "killing",
  "clash",
]);

function actorContext({ country, on }: StanceContext) {
  return { countries: country ? [country] : [], ...(on && { publishedOn: on }) };
}

/**
 * Two camps of one situation are enemies where one of them is the government's, or where there are only the two.
 * Camps outside the situation take no side.
 */
function isEnemy(a: CampId, b: CampId, { actors, country, on }: StanceContext): boolean {
  if (a === b || country === undefined) return false;
  const ids = actors.camps(country, on).map((camp) => camp.id);
  if (ids.length > 0 && !(ids.includes(a) && ids.includes(b))) return false;
  const government = actors.governmentOf(country, on);
  const own = government && actors.campOf(government.forces.id, country, on);
  return ids.length === 2 || a === own || b === own;
}
