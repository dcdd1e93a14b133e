import { placesAt } from "../../places/place-list.ts";
import type { PlaceArgument } from "../../places/place-of.ts";
import type { TokenRange } from "../../types.ts";
import { phraseAt } from "../../words/noun-phrase.ts";
import { type View, wordAt } from "../../words/view.ts";
import { stageOfClause } from "../stage.ts";
import { around, type Found, type Reading } from "./frame.ts";

const FIGHTING = /^(?:fighting|battles?|clashes|gunfights?|gun-?battles?|combat|skirmishes)$/;
const CLOSE = /^(?:street|urban|house-to-house|door-to-door|street-to-street|close-quarters|hand-to-hand)$/;

/** Fighting inside a place, or for the control of it: contested. Fighting near it, or merely "in" a wide area, is none. */
export function battleEvents(reading: Reading): Found[] {
  const { view } = reading;
  const found: Found[] = [];
  for (let i = 0; i < view.tokens.length; i += 1) {
    if (!FIGHTING.test(wordAt(view, i)) || view.actorAt(i)) continue;
    found.push(...ofFighting(reading, i));
  }
  return found;
}

function ofFighting(reading: Reading, at: number): Found[] {
  const { view, lexicon } = reading;
  const trigger = { from: at, to: at + 1 };
  const where = whereOf(reading, at);
  if (!where) return [{ trigger, why: "not told to be inside a place" }];
  const index = view.analysis.clauses.findIndex((clause) => clause.from <= at && at < clause.to);
  const staged =
    index >= 0 && view.analysis.clauses[index]?.verb
      ? stageOfClause(view, index, lexicon)
      : { stage: "ongoing" as const };
  return where.map((one) => ({
    change: "contested" as const,
    ...(one.place ? { place: one.place } : {}),
    trigger,
    words: around(trigger, one.words),
    staged: "stage" in staged && staged.stage === "done" ? { stage: "ongoing" as const } : staged,
    ...(index >= 0 ? { clause: index } : {}),
    basis: "fighting inside",
  }));
}

function whereOf(reading: Reading, at: number): PlaceArgument[] | undefined {
  const { view, focus } = reading;
  const close = CLOSE.test(wordAt(view, at - 1));
  const to = view.tokens.length;
  for (let i = at + 1; i < Math.min(at + 12, to); i += 1) {
    const word = wordAt(view, i);
    if (/^(?:;|,|"|that|which|who)$/.test(word)) return undefined;
    const forControl =
      word === "for" && /^(?:control|the)$/.test(wordAt(view, i + 1)) && controlOf(view, i + 1);
    if (forControl) return located(placesAt(view, { from: forControl, to }, focus));
    if (word === "inside") return located(placesAt(view, { from: i + 1, to }, focus));
    if (word === "in") {
      const places = located(placesAt(view, { from: i + 1, to }, focus));
      if (places && (close || goesOn(reading, at) || isWithin(view, { from: i + 1, to }))) return places;
    }
  }
  return undefined;
}

/** "The fighting in X continues", "clashes went on in X", "fighting has resumed in X". */
function goesOn({ view }: Reading, at: number): boolean {
  const clause = view.analysis.clauses.find(({ from, to }) => from <= at && at < to);
  const { verb, subject } = clause ?? {};
  if (!verb || !subject || !(subject.from <= at && at < subject.to)) return false;
  const word = wordAt(view, verb.to);
  return (
    /^(?:continue|rage|resume|persist|intensify)$/.test(verb.lemma) ||
    (verb.lemma === "go" && word === "on") ||
    (verb.lemma === "be" &&
      (/^(?:ongoing|continuing)$/.test(word) || (word === "under" && wordAt(view, verb.to + 1) === "way")))
  );
}

/** Token after "control of" / "control over". */
function controlOf(view: View, from: number): number | undefined {
  const at = wordAt(view, from) === "the" ? from + 1 : from;
  return wordAt(view, at) === "control" && /^(?:of|over)$/.test(wordAt(view, at + 1)) ? at + 2 : undefined;
}

/** "in the streets of", "in the centre of", "in the city". */
function isWithin(view: View, range: TokenRange): boolean {
  const phrase = phraseAt(view, range.from, range.to);
  if (!phrase) return false;
  const head = wordAt(view, phrase.head);
  return (
    /^(?:streets|centre|center|heart|neighbou?rhoods?|city|town|suburbs|bazaar)$/.test(head) &&
    !view.placeAt(phrase.head)
  );
}

function located(places: readonly PlaceArgument[]): PlaceArgument[] | undefined {
  const found = places.filter(
    ({ place }) => place !== undefined && place.level !== "country" && place.level !== "province",
  );
  return found.length > 0 ? found : undefined;
}
