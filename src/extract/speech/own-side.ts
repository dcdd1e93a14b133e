import type { Actor, ActorMention, Actors, Situation } from "../../actors/types.ts";
import type { Day } from "../../domain/day.ts";
import type { ActorId, CampId, CountryCode } from "../../domain/ids.ts";
import { contains, type Span } from "../../domain/span.ts";
import type { Attribution } from "../types.ts";

export interface OwnSideContext {
  readonly actors: Actors;
  readonly country?: CountryCode;
  readonly on?: Day;
  /** The report's text. */
  readonly text?: string;
}

const THEIRS = /^(?:its|their|his|her)\b/i;
/** So far behind the name of who speaks his words may begin ("the coalition declared on Wednesday that its forces"). */
const TELLER_REACH = 60;
const OURS = /^our\b/i;
const ENEMY = /\benem(?:y|ies)\b|\bdefenders\b/i;

/**
 * "Our troops" and "the enemy" in somebody's words: the leader of his camp, or of the only camp that fights it.
 * Other mentions, and those of speakers without a camp, stay as they are.
 */
export function withOwnSide(
  mentions: readonly ActorMention[],
  told: readonly Attribution[],
  context: OwnSideContext,
): readonly ActorMention[] {
  const camps = context.country ? context.actors.camps(context.country, context.on) : [];
  return mentions.map((mention) => {
    const teller =
      mention.generic && THEIRS.test(mention.text) ? tellerOf(mention, mentions, told, context) : undefined;
    if (teller) return { ...mention, actor: teller, reason: "whose it is tells it" };
    const ours = OURS.test(mention.text);
    if (!mention.generic || !(ours || (ENEMY.test(mention.text) && !mention.actor))) return mention;
    const words = told.find(({ content }) => contains(content, mention));
    const camp = words?.speaker.camp;
    const lead = camp && (ours ? ownOf(words, camps, context) : enemyOf(camp, camps, context));
    if (!lead) return mention;
    return {
      ...mention,
      actor: lead,
      reason: ours ? "the speaker's own side" : "the side that the speaker fights",
    };
  });
}

/** "X said that its forces": the actor named right before the words, if they have named no other. */
function tellerOf(
  mention: ActorMention,
  mentions: readonly ActorMention[],
  told: readonly Attribution[],
  { text }: OwnSideContext,
): Actor | undefined {
  const content = told.find((one) => contains(one.content, mention))?.content;
  if (!content || text === undefined) return undefined;
  const before = mentions.filter(({ end }) => end <= content.start).at(-1);
  if (!before?.actor || before.generic) return undefined;
  const between = text.slice(before.end, content.start);
  return between.length <= TELLER_REACH && !/[.;\n]/.test(between) ? before.actor : undefined;
}

/** Whom "we" means in the words that cover `span`: the leader of the speaker's camp. */
export function speakersOwn(
  span: Span,
  told: readonly Attribution[],
  context: OwnSideContext,
): Actor | undefined {
  const words = told.find(({ content }) => contains(content, span));
  return (
    words && ownOf(words, context.country ? context.actors.camps(context.country, context.on) : [], context)
  );
}

/** The actor for whom he speaks, else the leader of his camp. */
function ownOf({ own, speaker }: Attribution, camps: Situation["camps"], context: OwnSideContext) {
  return own ? context.actors.actor(own) : speaker.camp && leadOf(speaker.camp, camps, context);
}

function leadOf(camp: CampId, camps: Situation["camps"], { actors }: OwnSideContext) {
  const first = camps.find(({ id }) => id === camp)?.actors[0];
  return first ? actors.actor(first) : actors.actor(camp as string as ActorId);
}

/** The only other camp, else the only other main one; else the government, which every other camp fights. */
function enemyOf(camp: CampId, camps: Situation["camps"], context: OwnSideContext) {
  const others = camps.filter(({ id }) => id !== camp);
  const government = context.country && context.actors.governmentOf(context.country, context.on);
  const own = government && context.actors.campOf(government.forces.id, context.country, context.on);
  const rivals = others.length === 1 ? others : others.filter(({ main }) => main === true);
  const enemy =
    rivals.length === 1 ? rivals[0] : own === camp ? undefined : others.find(({ id }) => id === own);
  return enemy && leadOf(enemy.id, camps, context);
}
