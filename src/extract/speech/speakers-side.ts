import type { ActorMention, Actors } from "../../actors/types.ts";
import type { Day } from "../../domain/day.ts";
import type { ActorId, CampId, CountryCode } from "../../domain/ids.ts";
import type { Token } from "../types.ts";
import type { SpeakerLexicon } from "./speakers-lexicon.ts";
import { textOf } from "./speakers-phrase.ts";

/** What tells a speaker's camp besides the words that name him. */
export interface SpeakerContext {
  readonly lexicon: SpeakerLexicon;
  readonly actors: Actors;
  readonly country?: CountryCode;
  readonly on?: Day;
  countriesNamed(text: string): readonly CountryCode[];
  mentionAt(token: Token): ActorMention | undefined;
  /** Whom the report means by such a side: "rebel", "Kurdish". */
  sideNamed(adjective: string): ActorId | undefined;
  /** Whom "its" means at this word: the first named in the sentence before it, else the last before the word. */
  ownerBefore(token: Token): ActorMention | undefined;
}

/** Two that speak together have a camp only where it is the same: "residents and officials" have none. */
export function sidesOf(phrase: readonly Token[], context: SpeakerContext): Told {
  const whole = sideOf(phrase, context);
  const and = phrase.findIndex((token) => token.lower === "and" || token.lower === "or");
  if (and <= 0 || whole.camp === undefined) return whole;
  const second = sideOf(phrase.slice(and + 1), context);
  const first = sideOf(phrase.slice(0, and), context);
  if (!second.known || !first.known || second.camp === whole.camp) return whole;
  return { person: false, known: true, open: false };
}

interface Told {
  readonly camp?: CampId;
  /** The actor for whom he speaks, where the words name it. */
  readonly own?: ActorId;
  readonly person: boolean;
  readonly noun?: string;
  readonly known: boolean;
  readonly open: boolean;
}

/**
 * The first word that tells a side decides: "residents of the garrison town" are neutral, "the governor's spokesman" is
 * the government's. A people before an open noun makes it that state's: "Chadian officials".
 */
function sideOf(phrase: readonly Token[], context: SpeakerContext): Told {
  const words = phrase.map((token) => token.lower);
  const open: { noun: string; person: boolean }[] = [];
  const [country] = context.countriesNamed(textOf(phrase));
  const told = (camp: CampId | undefined, person: boolean, noun?: string, own?: ActorId): Told => ({
    ...(camp && { camp }),
    ...(own && { own }),
    person: person || open.some((one) => one.person),
    ...((open[0]?.noun ?? noun) && { noun: open[0]?.noun ?? noun! }),
    known: true,
    open: false,
  });
  const toldBy = (actor: ActorId, person: boolean, noun?: string) =>
    told(context.actors.campOf(actor, context.country, context.on), person, noun, actor);
  const leader = phrase.map((token) => context.mentionAt(token)).find((mention) => mention?.person)?.actor;
  if (leader) {
    const camp = context.actors.campOf(leader.id, context.country, context.on);
    const first = phrase.map((token) => context.mentionAt(token)?.actor).find((actor) => actor)!;
    const same = context.actors.campOf(first.id, context.country, context.on) === camp;
    return told(camp, true, undefined, same ? first.id : leader.id);
  }
  const parted = words.some((word) => BREAKAWAY.test(word)) ? context.sideNamed("separatist") : undefined;
  if (parted) return told(context.actors.campOf(parted, context.country, context.on), false);
  const owner = /^(?:its|their|his)$/.test(words[0] ?? "")
    ? context.ownerBefore(phrase[0]!)?.actor
    : undefined;
  let at = 0;
  while (at < words.length) {
    const installer = INSTALLED.test(words[at]!) ? context.countriesNamed(phrase[at]!.text)[0] : undefined;
    if (installer) return told(governmentCamp(context, installer), false);
    const after = SIDES.test(words[at]!) && VOICES.test(words[at + 1] ?? "") ? at + 2 : undefined;
    const named = after && context.sideNamed(words[at]!);
    if (named) return toldBy(named, true, words[at + 1]);
    const found = context.lexicon.noun(words, at);
    const mention = found?.noun.side === "neutral" ? undefined : context.mentionAt(phrase[at]!);
    if (mention?.actor && !(found && mention.generic)) {
      return toldBy(mention.actor.id, false);
    }
    if (!found) {
      at += 1;
      continue;
    }
    const noun = words.slice(at, found.to).join(" ");
    if (found.noun.side === "neutral") return told(undefined, found.noun.person, noun);
    const group = found.noun.person ? groupOf(phrase, found.to, context) : undefined;
    if (group) return toldBy(group, true, noun);
    if (found.noun.side === "state") return told(governmentCamp(context, country), found.noun.person, noun);
    open.push({ noun, person: found.noun.person });
    at = found.to;
  }
  if (owner && open.length > 0) return toldBy(owner.id, false);
  if (country && (open.length > 0 || words.length <= 3)) return told(governmentCamp(context, country), false);
  return {
    person: open.some((one) => one.person),
    ...(open[0] && { noun: open[0].noun }),
    known: open.length > 0,
    open: open.length > 0,
  };
}

/** "Colonel X of the Y movement": a rank is his whom the phrase tells him to serve. */
function groupOf(phrase: readonly Token[], from: number, { mentionAt }: SpeakerContext): ActorId | undefined {
  const of = phrase.findIndex(({ lower }, at) => at >= from && (lower === "of" || lower === "from"));
  const first = /^(?:the|a)$/.test(phrase[of + 1]?.lower ?? "") ? of + 2 : of + 1;
  const token = of < 0 ? undefined : phrase[first];
  const mention = token && mentionAt(token);
  return mention && !mention.generic && !mention.person ? mention.actor?.id : undefined;
}

function governmentCamp(
  { actors, country, on }: SpeakerContext,
  named: CountryCode | undefined,
): CampId | undefined {
  const whose = named ?? country;
  const government = whose && actors.governmentOf(whose, on);
  return government && actors.campOf(government.forces.id, country ?? whose, on);
}

/** "Authorities in breakaway X" are not the country's. */
const BREAKAWAY = /^(?:breakaway|self-proclaimed|self-declared|secessionist)$/;

/** "Russian-installed officials" speak for whoever put them there. */
const INSTALLED = /-(?:installed|appointed|imposed)$/;

/** Adjectives of a side, before somebody who speaks for it: "a rebel officer", "Kurdish officials". */
const SIDES =
  /^(?:rebel|insurgent|separatist|militant|jihadist|islamist|guerrilla|militia|kurdish|junta|regime)$/;
const VOICES =
  /^(?:spokes(?:man|woman|person)|commanders?|officers?|officials?|leaders?|sources?|chiefs?|command|operations|radio|media|television)$/;
