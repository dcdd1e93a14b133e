import type { ActorRef } from "../../domain/claim.ts";
import type { Focus } from "../places/discourse.ts";
import { placesAt } from "../places/place-list.ts";
import { parsePlaceNouns } from "../places/place-nouns.ts";
import { speaksOfDistricts } from "../places/units.ts";
import { subjectOf } from "../speech/spoken-actors.ts";
import type { Draft, PassedOver, ReportAnalysis, SentenceAnalysis } from "../types.ts";
import { type LexiconTexts, parseWordClasses } from "../words/lexicon.ts";
import { withoutIntroduction } from "../words/noun-phrase.ts";
import { spanOf, textOf, type View, viewOf } from "../words/view.ts";
import { type ControlLexicon, parseControlLexicon } from "./control-lexicon.ts";
import { battleEvents } from "./frames/battle-frame.ts";
import { ellipsisEvents } from "./frames/ellipsis-frame.ts";
import { flagEvents } from "./frames/flag-frame.ts";
import type { ControlEvent, Found, Passed, Reading } from "./frames/frame.ts";
import { nounEvents } from "./frames/noun-frame.ts";
import { possessionEvents } from "./frames/possession-frame.ts";
import { stateEvents } from "./frames/state-frame.ts";
import { verbEvents } from "./frames/verb-frame.ts";

const READ = new Set(["prose", "list"]);

const foci = new WeakMap<SentenceAnalysis, Focus>();

/** What the report was about when reading came to the sentence; nothing before the control reader has read the report. */
export function focusBefore(sentence: SentenceAnalysis): Focus {
  return foci.get(sentence) ?? { places: [], actors: [] };
}

/** Claims of who gains, loses, holds, enters, besieges and repels. Reads the sentences in order and remembers what they were about. */
export function controlReader(lexicon: LexiconTexts): (report: ReportAnalysis) => (Draft | PassedOver)[] {
  const control = parseControlLexicon(lexicon);
  const words = parseWordClasses(lexicon.words ?? "");
  const placeNouns = parsePlaceNouns(lexicon["place-nouns"] ?? "");
  return (report) => {
    const inDistricts = speaksOfDistricts(report);
    let focus: Focus = { places: [], actors: [] };
    return report.sentences.flatMap((sentence) => {
      if (!READ.has(sentence.sentence.kind)) return [];
      const view = viewOf(sentence, report, words, placeNouns, inDistricts);
      foci.set(sentence, focus);
      const events = control ? eventsOf({ view, lexicon: control, focus }) : [];
      const subject = subjectOf(view, focus);
      focus = { ...remember(focus, sentence, events), ...topicOf(view, focus), ...(subject && { subject }) };
      return events.map((event) => ("change" in event ? toDraft(view, event) : toPassed(view, event)));
    });
  };
}

function eventsOf(reading: Reading): Found[] {
  const found = withoutRepeats([
    ...stateEvents(reading),
    ...verbEvents(reading),
    ...possessionEvents(reading),
    ...flagEvents(reading),
    ...nounEvents(reading),
    ...battleEvents(reading),
  ]);
  const kept = found.filter((one) => !isFormerHolder(reading.view, one, found));
  return [...kept, ...ellipsisEvents(reading, kept)];
}

/**
 * "retook the last part of X held by Y", "had left X, the last town in their hands": who held what another gains, or
 * himself loses, in the same sentence holds it no more.
 */
function isFormerHolder({ tokens }: View, one: Found, found: readonly Found[]): boolean {
  if (!("change" in one) || one.change !== "holds") return false;
  const lost = found.some(
    (other) =>
      "change" in other &&
      other.change === "lost" &&
      other.trigger.from < one.trigger.from &&
      other.place?.name === one.place?.name &&
      other.place?.level === one.place?.level &&
      other.actor !== undefined &&
      other.actor.id === one.actor?.id &&
      "stage" in other.staged &&
      other.staged.stage === "done",
  );
  if (lost) return true;
  if (!/^(?:held|controlled|occupied)$/.test(tokens[one.trigger.from]?.lower ?? "")) return false;
  if (tokens[one.trigger.to]?.lower !== "by") return false;
  return found.some(
    (other) =>
      "change" in other &&
      other.change === "gained" &&
      other.trigger.from < one.trigger.from &&
      other.place?.name === one.place?.name &&
      other.actor?.id !== one.actor?.id &&
      "stage" in other.staged &&
      other.staged.stage === "done",
  );
}

/** Two frames may meet on the same words ("took control of"): the first one stands. */
function withoutRepeats(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const one of found) {
    const same = kept.some((other) => meets(one, other) && ("change" in other || !("change" in one)));
    if (!same) kept.push(one);
  }
  return kept;
}

function meets(a: Found, b: Found): boolean {
  const together = a.trigger.from < b.trigger.to && b.trigger.from < a.trigger.to;
  if (!together || !("change" in a) || !("change" in b)) return together;
  return a.place?.name === b.place?.name && a.place?.level === b.place?.level;
}

/** The one place that the first clause is about. */
function topicOf(view: View, focus: Focus): Pick<Focus, "topic"> {
  const subject = view.analysis.clauses[0]?.subject;
  const places = subject ? placesAt(view, withoutIntroduction(view, subject), focus) : [];
  const [only] = places.length === 1 ? places : [];
  return only && only.form !== "pronoun" && only.place && only.words.to === subject?.to
    ? { topic: { place: only.place, sentence: view.analysis.sentence.index } }
    : {};
}

function remember(focus: Focus, { sentence, actors }: SentenceAnalysis, events: readonly Found[]): Focus {
  const places = events.flatMap((event) =>
    "change" in event && event.place ? [{ place: event.place, sentence: sentence.index }] : [],
  );
  const told = events.flatMap((event) => ("change" in event ? [event] : event.told ? [event.told] : []));
  const last = told.at(-1) ?? focus.last;
  const lastAt = told.length > 0 ? sentence.index : focus.lastAt;
  const named = actors.filter((mention) => mention.actor).slice(-3);
  return {
    places: [...focus.places, ...places].slice(-12),
    actors: [...focus.actors, ...named.map((actor) => ({ actor, sentence: sentence.index }))].slice(-8),
    ...(last ? { last } : {}),
    ...(lastAt === undefined ? {} : { lastAt }),
  };
}

function toDraft(view: View, event: ControlEvent): Draft | PassedOver {
  const { staged } = event;
  if (!event.place || event.place.level === "country")
    return { ...toPassed(view, { trigger: event.trigger, why: "the place cannot be told" }) };
  const denied = "not" in staged && isDenial(view, event, staged.not);
  if ("not" in staged && !denied)
    return { span: spanOf(view, event.trigger), text: textOf(view, event.trigger), why: staged.not };
  const { change, place, extent, actor, other, basis, clause } = event;
  return {
    kind: "control",
    change,
    ...(place ? { place } : {}),
    ...(extent ? { extent } : {}),
    ...(actor ? { actor } : {}),
    ...(other && other.id !== actor?.id ? { recipient: other } : {}),
    ...(event.untold && !actor ? { actorUntold: true as const } : {}),
    quote: spanOf(view, event.words),
    trigger: spanOf(view, event.trigger),
    sentence: view.analysis.sentence.index,
    ...(clause === undefined ? {} : { clause }),
    ...(event.valid ? { valid: event.valid } : {}),
    ...(denied ? { negated: true as const } : {}),
    stage: "stage" in staged ? staged.stage : "done",
    basis: `control: ${basis}`,
  };
}

/** Somebody denies it, or says that it has not happened; what the report itself negates is no claim. */
function isDenial(view: View, { trigger, clause }: ControlEvent, not: string): boolean {
  if (not === "denied") return true;
  const verb = clause === undefined ? undefined : view.analysis.clauses[clause]?.verb;
  const own = verb?.negated === true && trigger.from <= verb.head && verb.head < trigger.to;
  const { start, end } = spanOf(view, trigger);
  return (
    not === "negated" &&
    own &&
    verb.tense !== "infinitive" &&
    verb.modality === undefined &&
    view.analysis.attributions.some(({ content }) => content.start <= start && end <= content.end)
  );
}

function toPassed(view: View, passed: Passed): PassedOver {
  return { span: spanOf(view, passed.trigger), text: textOf(view, passed.trigger), why: passed.why };
}

export type { ActorRef, ControlLexicon };
