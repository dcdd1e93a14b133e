import type { CountryCode } from "../domain/ids.ts";
import type { Problem } from "../domain/problem.ts";
import type { Report } from "../domain/report.ts";
import type { Span } from "../domain/span.ts";
import type { ToponymMention } from "../gazetteer/types.ts";
import { findDays } from "./days/days.ts";
import type { ExtractorDeps } from "./extract.ts";
import { findNumbers } from "./numbers/numbers.ts";
import { parsePlaceNouns } from "./places/place-nouns.ts";
import { withoutStrays } from "./places/stray-places.ts";
import { unknownPlaces } from "./places/unknown-places.ts";
import { withOwnSide } from "./speech/own-side.ts";
import { attributor } from "./speech/speakers.ts";
import type { ReportAnalysis, SentenceAnalysis } from "./types.ts";
import { clauses } from "./words/clauses.ts";
import { grammarOf } from "./words/grammar.ts";
import { languageTeller } from "./words/language.ts";
import { sentences as cut } from "./words/sentence.ts";
import { tag } from "./words/tag.ts";

export interface Opened {
  /** Absent when the report is in a language that is not read. */
  readonly analysis?: ReportAnalysis;
  readonly problems: readonly Problem[];
}

/** Finds everything that the claim finders read, once for the whole report. */
export function analyser(deps: ExtractorDeps): (report: Report) => Opened {
  const grammar = grammarOf(deps.lexicon);
  const tellLanguage = languageTeller(deps.lexicon);
  const placeNouns = parsePlaceNouns(deps.lexicon["place-nouns"] ?? "");
  const { gazetteer, actors } = deps;
  const attribute = attributor(deps.lexicon);
  return (report) => {
    const language = tellLanguage(report.text);
    if (language !== undefined && language !== "en") {
      return { problems: [{ code: "language-unsupported", where: report.ref ?? report.id, language }] };
    }
    const problems: Problem[] = [];
    if (report.publishedOn === undefined)
      problems.push({ code: "report-without-day", where: report.ref ?? report.id });
    const home = report.source?.home;
    const places = withoutStrays(
      gazetteer.findToponyms(report.text, {
        ...(deps.countries ? { countries: deps.countries } : {}),
        ...(home ? { home } : {}),
      }),
    );
    const countries = countriesOf(places, deps.countries ?? []);
    const mentions = actors.findActors(report.text, {
      countries,
      ...(report.publishedOn ? { publishedOn: report.publishedOn } : {}),
      ...(report.source?.camp ? { sourceCamp: report.source.camp } : {}),
    });
    const parts = cut(report.text, grammar.words);
    const unknown = unknownPlaces(parts, names(places, mentions), places, {
      words: grammar.words,
      placeNouns,
    });
    const placesIn = within([...places.flatMap(parted), ...unknown].sort((a, b) => a.start - b.start));
    const daysIn = within(findDays(report.text, report.publishedOn));
    const numbersIn = within(findNumbers(report.text));
    const told = attribute({ report, sentences: parts, mentions, actors, countries });
    const own = {
      actors,
      text: report.text,
      ...(countries[0] && { country: countries[0] }),
      ...(report.publishedOn && { on: report.publishedOn }),
    };
    const actorsIn = within(withOwnSide(mentions, told.flat(), own));
    const sentences: SentenceAnalysis[] = parts.map((sentence, index) => {
      const found = { places: placesIn(sentence), actors: actorsIn(sentence) };
      const tags = tag(sentence.tokens, names(found.places, found.actors), grammar);
      return {
        sentence,
        tags,
        ...found,
        days: daysIn(sentence),
        numbers: numbersIn(sentence),
        clauses: clauses(sentence.tokens, tags, grammar),
        attributions: told[index] ?? [],
      };
    });
    const analysis: ReportAnalysis = {
      report,
      sentences,
      countries,
      ...(report.publishedOn ? { publishedOn: report.publishedOn } : {}),
      gazetteer,
      actors,
    };
    return { analysis, problems };
  };
}

/** "A and B" as one unknown name is two names. */
function parted(mention: ToponymMention): readonly ToponymMention[] {
  const at = mention.place ? -1 : mention.text.search(/ and /);
  if (at < 0) return [mention];
  const second = mention.start + at + " and ".length;
  return [
    { ...mention, text: mention.text.slice(0, at), end: mention.start + at },
    ...parted({ ...mention, text: mention.text.slice(at + " and ".length), start: second }),
  ];
}

/** Spans in order of start, so that no word of a name is taken for a verb. */
function names(places: readonly Span[], actors: readonly Span[]): Span[] {
  return [...places, ...actors].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The countries of the places named, most often named first; those that the user gave lead. */
function countriesOf(places: readonly ToponymMention[], given: readonly CountryCode[]): CountryCode[] {
  const votes = new Map<CountryCode, number>(given.map((code, i) => [code, 1e6 - i]));
  for (const { place } of places) {
    const code = place?.country;
    if (code) votes.set(code, (votes.get(code) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([code]) => code);
}

/** A cursor over spans in order of start: what begins within the next sentence. Sentences must come in order. */
function within<T extends Span>(all: readonly T[]): (sentence: Span) => readonly T[] {
  let at = 0;
  return ({ start, end }) => {
    while (at < all.length && (all[at] as T).start < start) at += 1;
    const from = at;
    while (at < all.length && (all[at] as T).start < end) at += 1;
    return all.slice(from, at);
  };
}
