import type { ActorMention } from "../actors/types.ts";
import type { ClaimPlace } from "../domain/place.ts";
import type { ToponymMention } from "../gazetteer/types.ts";
import { namedPlace } from "./claim-place.ts";
import type { ControlEvent } from "./frames/frame.ts";
import type { SentenceAnalysis } from "./types.ts";
import type { View } from "./view.ts";

/** What the sentences read so far were about. */
export interface Focus {
  /** Places of events, the latest last, with their sentence. */
  readonly places: readonly { readonly place: ClaimPlace; readonly sentence: number }[];
  /** Who acted, the latest last. */
  readonly actors: readonly { readonly actor: ActorMention; readonly sentence: number }[];
  /** The last event told. */
  readonly last?: ControlEvent;
}

/** So many sentences back a place may be spoken of as "it" or "the city". */
const REACH = 4;

type Fits = (place: ClaimPlace) => boolean;

/**
 * The place that "it", "the city", "its airport" means at token `at`: one that the sentence has named as a thing of its own;
 * else, going back, the place of an event, then such a name, then any other; at last any other name of the sentence itself.
 */
export function placeSpokenOf(view: View, at: number, focus: Focus, fits: Fits): ClaimPlace | undefined {
  const limit = view.tokens[at]?.start ?? 0;
  const here = view.analysis;
  const own = here.places.filter((one) => one.end <= limit);
  return (
    named(
      own.filter((one) => isFree(here, one)),
      fits,
    ) ??
    spokenBefore(view, focus, fits) ??
    named([...own].reverse(), fits)
  );
}

function spokenBefore(view: View, focus: Focus, fits: Fits): ClaimPlace | undefined {
  const here = view.analysis.sentence.index;
  for (let index = here; index >= Math.max(0, here - REACH); index -= 1) {
    const event = focus.places.find((one) => one.sentence === index && fits(one.place));
    if (event) return event.place;
    const sentence = view.report.sentences[index];
    if (
      !sentence ||
      index === here ||
      sentence.sentence.kind === "dateline" ||
      sentence.sentence.kind === "noise"
    )
      continue;
    const found =
      named(
        sentence.places.filter((one) => isFree(sentence, one)),
        fits,
      ) ?? (here - index <= 1 ? onlyOne(sentence.places, fits) : undefined);
    if (found) return found;
  }
  return topic(view, fits);
}

/** What the report names most often of what fits, if it is named thrice. */
function topic({ report, analysis }: View, fits: Fits): ClaimPlace | undefined {
  const counts = new Map<string, { count: number; readonly place: ClaimPlace }>();
  for (const { sentence, places } of report.sentences) {
    if (sentence.index > analysis.sentence.index || sentence.kind === "dateline" || sentence.kind === "noise")
      continue;
    for (const mention of places) {
      const place = mention.role === "place" ? namedPlace(mention) : undefined;
      if (!place || !fits(place)) continue;
      const known = counts.get(place.name) ?? { count: 0, place };
      known.count += 1;
      counts.set(place.name, known);
    }
  }
  const [first] = [...counts.values()].sort(
    (a, b) => b.count - a.count || (a.place.name < b.place.name ? -1 : 1),
  );
  return first && first.count >= 3 ? first.place : undefined;
}

function named(mentions: readonly ToponymMention[], fits: Fits): ClaimPlace | undefined {
  const found = mentions.find((one) => one.role === "place" && fits(namedPlace(one)));
  return found && namedPlace(found);
}

/** The only place of the sentence that fits. */
function onlyOne(mentions: readonly ToponymMention[], fits: Fits): ClaimPlace | undefined {
  const all = mentions
    .filter((one) => one.role === "place")
    .map((one) => namedPlace(one))
    .filter(fits);
  return all.length > 0 && all.every(({ name }) => name === all[0]?.name) ? all[0] : undefined;
}

/**
 * Named as a thing of its own: at the head of a subject or an object, alone or behind its noun ("the city of X"), or at the
 * start of the sentence ("In X, …"); not tied to another noun ("south of X", "the governor of X", "X's airport").
 */
function isFree({ sentence, tags, clauses }: SentenceAnalysis, { start, end }: ToponymMention): boolean {
  const { tokens } = sentence;
  let at = tokens.findIndex((token) => token.end > start);
  const after = tokens.findIndex((token) => token.start >= end);
  if (tokens[after]?.lower === "'s") return false;
  const starts = new Set(clauses.flatMap(({ subject, rest }) => [subject?.from ?? -1, rest?.from ?? -1]));
  for (let steps = 0; steps < 8; steps += 1) {
    if (at <= 1 || starts.has(at)) return true;
    const tag = tags[at - 1]?.tag ?? "mark";
    const word = tokens[at - 1]?.lower ?? "";
    if (
      word === "of"
        ? !SETTLEMENT.test(tokens[at - 2]?.lower ?? "")
        : !/^(?:noun|adjective|determiner|name|conjunction|number|adverb)$/.test(tag) && word !== ","
    )
      return false;
    at -= 1;
  }
  return false;
}

const SETTLEMENT =
  /^(?:city|town|village|district|cities|towns|villages|districts|province|port|control|most|much|parts?|all|centre|center|rest)$/;

/** Whom "they", "them", "who" means: the latest actor before the words, in this sentence or the two before it. */
export function actorSpokenOf(view: View, at: number, focus: Focus): ActorMention | undefined {
  const own = actorInSentence(view, at);
  if (own) return own;
  const acted = focus.actors.at(-1);
  return acted && view.analysis.sentence.index - acted.sentence <= 2 ? acted.actor : undefined;
}

/** The latest actor that the sentence itself names before the words. */
export function actorInSentence(view: View, at: number): ActorMention | undefined {
  const limit = view.tokens[at]?.start ?? 0;
  return [...view.analysis.actors].reverse().find((one) => one.end <= limit);
}
