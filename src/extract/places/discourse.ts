import type { ActorMention } from "../../actors/types.ts";
import type { ClaimPlace } from "../../domain/place.ts";
import type { ToponymMention } from "../../gazetteer/types.ts";
import type { ControlEvent } from "../control/frames/frame.ts";
import type { SentenceAnalysis } from "../types.ts";
import type { View } from "../words/view.ts";
import { namedPlace } from "./claim-place.ts";
import { isAdjectival, isAway, isFree, isIn, isWhereTold } from "./named-how.ts";

/** What the sentences read so far were about. */
export interface Focus {
  /** Places of events, the latest last, with their sentence. */
  readonly places: readonly { readonly place: ClaimPlace; readonly sentence: number }[];
  /** Who acted, the latest last. */
  readonly actors: readonly { readonly actor: ActorMention; readonly sentence: number }[];
  /** The place that the sentence before had as its subject under another name ("the capital of X came last"). */
  readonly topic?: { readonly place: ClaimPlace; readonly sentence: number };
  /** Whom the last sentence with an actor as its subject was about; "they" and "it" carry him on. */
  readonly subject?: { readonly actor: ActorMention; readonly sentence: number };
  /** The last event told. */
  readonly last?: ControlEvent;
  /** The sentence that told it. */
  readonly lastAt?: number;
}

/** So many sentences back a place may be spoken of as "it" or "the city". */
const REACH = 4;
/** And so many sentences back its names are counted. */
const MEMORY = 120;

type Fits = (place: ClaimPlace) => boolean;

/**
 * The place that "it", "the city", "its airport" means at token `at`: one that the sentence has named as a thing of its own;
 * else, going back, the place of an event, then such a name, then any other; at last any other name of the sentence itself.
 */
export function placeSpokenOf(view: View, at: number, focus: Focus, fits: Fits): ClaimPlace | undefined {
  const limit = view.tokens[at]?.start ?? 0;
  const here = view.analysis;
  const own = here.places.filter((one) => one.end <= limit && !isWhereTold(here, one));
  return (
    named(
      own.filter((one) => isFree(here, one)),
      fits,
    ) ??
    onlyOne(
      own.filter((one) => !isAdjectival(here, one) && isIn(here, one)),
      fits,
    ) ??
    spokenBefore(view, focus, fits) ??
    named(
      [...own].reverse().filter((one) => !isAdjectival(here, one) && !isAway(here, one)),
      fits,
    )
  );
}

/**
 * "it": what the sentence named freely; else what the sentence before was about, or the only place of its events.
 */
export function placeMeantByIt(view: View, at: number, focus: Focus): ClaimPlace | undefined {
  const limit = view.tokens[at]?.start ?? 0;
  const here = view.analysis;
  const fits: Fits = ({ level }) => level !== "country" && level !== "area";
  const own = here.places.filter((one) => one.end <= limit && isFree(here, one) && !isWhereTold(here, one));
  const named = own
    .filter((one) => one.role === "place")
    .map((one) => namedPlace(one))
    .filter(fits);
  if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  const { topic } = focus;
  if (topic && here.sentence.index - topic.sentence === 1 && fits(topic.place)) return topic.place;
  const events = focus.places.filter(
    ({ sentence, place }) => here.sentence.index - sentence <= 1 && fits(place),
  );
  const names = new Set(events.map(({ place }) => `${place.name} ${place.level}`));
  return names.size === 1 ? events[0]?.place : undefined;
}

function spokenBefore(view: View, focus: Focus, fits: Fits): ClaimPlace | undefined {
  const here = view.analysis.sentence.index;
  const main = topic(view, fits);
  for (let index = here; index >= Math.max(0, here - REACH); index -= 1) {
    const found = spokenIn(view, index, focus, fits);
    if (!found) continue;
    const near = here - index <= 1;
    return near || !main || main.count < 2 * countOf(view, found) ? found : main.place;
  }
  return main?.place ?? [...focus.places].reverse().find(({ place }) => fits(place))?.place;
}

function spokenIn(view: View, index: number, focus: Focus, fits: Fits): ClaimPlace | undefined {
  const here = view.analysis.sentence.index;
  const event = focus.places.find((one) => one.sentence === index && fits(one.place));
  if (event) return event.place;
  const sentence = view.report.sentences[index];
  if (!sentence || index === here || !isRead(sentence)) return undefined;
  const heard = sentence.places.filter((one) => !isWhereTold(sentence, one));
  const free = heard.filter((one) => isFree(sentence, one));
  const topic = focus.topic?.sentence === index ? focus.topic.place : undefined;
  return (
    named(free, fits) ??
    (topic && fits(topic) ? topic : undefined) ??
    (here - index <= 1
      ? onlyOne(
          heard.filter((one) => !isAdjectival(sentence, one) && !isAway(sentence, one)),
          fits,
        )
      : undefined)
  );
}

function isRead({ sentence }: SentenceAnalysis): boolean {
  return sentence.kind !== "dateline" && sentence.kind !== "noise";
}

interface Topic {
  readonly place: ClaimPlace;
  readonly count: number;
}

/** What the report has named most often so far of what fits, if it is named thrice. */
function topic(view: View, fits: Fits): Topic | undefined {
  const counts = new Map<string, Topic>();
  for (const mention of mentionsSoFar(view)) {
    const place = namedPlace(mention);
    if (!fits(place)) continue;
    const known = counts.get(place.name);
    counts.set(place.name, { place: known?.place ?? place, count: (known?.count ?? 0) + 1 });
  }
  const [first] = [...counts.values()].sort(
    (a, b) => b.count - a.count || (a.place.name < b.place.name ? -1 : 1),
  );
  return first && first.count >= 3 ? first : undefined;
}

function countOf(view: View, { name }: ClaimPlace): number {
  return mentionsSoFar(view).filter((mention) => namedPlace(mention).name === name).length;
}

function mentionsSoFar({ report, analysis }: View): readonly ToponymMention[] {
  return report.sentences
    .slice(Math.max(0, analysis.sentence.index - MEMORY), analysis.sentence.index + 1)
    .filter(isRead)
    .flatMap(({ places }) => places.filter(({ role }) => role === "place"));
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
