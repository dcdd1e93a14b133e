import type { ClaimPlace } from "../../domain/place.ts";
import { focusBefore } from "../control/control.ts";
import type { Focus } from "../places/discourse.ts";
import { type PlaceNoun, parsePlaceNouns } from "../places/place-nouns.ts";
import type { ReportAnalysis, SentenceAnalysis } from "../types.ts";
import { type LexiconTexts, parseWordClasses, type WordClasses } from "../words/lexicon.ts";
import { type View, viewOf } from "../words/view.ts";

/** Who acted last in the two sentences before: whom "they" means. */
export function focusOf({ analysis, report }: View): Focus {
  const here = analysis.sentence.index;
  const actors = report.sentences
    .slice(Math.max(0, here - 2), here)
    .flatMap(({ sentence, actors: named }) =>
      named.filter((one) => one.actor).map((actor) => ({ actor, sentence: sentence.index })),
    );
  return { places: [], actors };
}

type Told = Focus["places"][number];
const told = new WeakMap<ReportAnalysis, Told[]>();

/** Remembers a place that the sentence itself tells for a figure. */
export function rememberPlace({ report, analysis }: View, place: ClaimPlace): void {
  const known = told.get(report) ?? [];
  known.push({ place, sentence: analysis.sentence.index });
  told.set(report, known.slice(-12));
}

/** What the report was about before the sentence: places of control and of figures. */
export function figureFocus({ report, analysis }: View): Focus {
  const focus = focusBefore(analysis);
  const here = analysis.sentence.index;
  const figures = (told.get(report) ?? []).filter(({ sentence }) => sentence < here);
  return { ...focus, places: [...focus.places, ...figures] };
}

export interface Grammars {
  readonly words: WordClasses;
  readonly placeNouns: ReadonlyMap<string, PlaceNoun>;
}

const parsed = new WeakMap<LexiconTexts, Grammars>();
const views = new WeakMap<SentenceAnalysis, View>();

/** The word classes of the lexicon, read once for all finders of figures. */
export function grammarsOf(lexicon: LexiconTexts): Grammars {
  const known = parsed.get(lexicon);
  if (known) return known;
  const made = {
    words: parseWordClasses(`${lexicon.words ?? ""}\n${lexicon["figure-words"] ?? ""}`),
    placeNouns: parsePlaceNouns(lexicon["place-nouns"] ?? ""),
  };
  parsed.set(lexicon, made);
  return made;
}

/** The view of a sentence, made once however many finders ask. */
export function figureView(
  analysis: SentenceAnalysis,
  report: ReportAnalysis,
  { words, placeNouns }: Grammars,
): View {
  const known = views.get(analysis);
  if (known?.report === report) return known;
  const made = viewOf(analysis, report, words, placeNouns);
  views.set(analysis, made);
  return made;
}
