import type { ClaimPlace } from "../domain/place.ts";
import { inferred, knownPlace, namedPlace } from "./claim-place.ts";
import { placeSpokenOf } from "./discourse.ts";
import { figureFocus } from "./figure-view.ts";
import { type Phrase, phraseAt } from "./noun-phrase.ts";
import { placesAt } from "./place-list.ts";

import type { Clause, ReportAnalysis, TokenRange } from "./types.ts";
import { textOf, type View, wordAt } from "./view.ts";

const WHERE = new Set(
  "in at near outside around inside across throughout within along between above below beneath behind to into onto towards toward through against off on over under from of".split(
    " ",
  ),
);
/** These tell where something happened only when nothing else does. */
const WEAK = new Set(
  "to into onto towards toward from of over under through against on off between".split(" "),
);

/** How well the words tell where: 2 a preposition of place, 1 a place as subject or object, 0 a direction or owner. */
type Strength = 0 | 1 | 2;

interface Candidate {
  readonly place: ClaimPlace;
  readonly at: number;
  readonly strength: Strength;
  /** Several places in a list: no single one is meant. */
  readonly list: boolean;
}

export interface WhereOptions {
  /** Prepositions that tell the place here, before all others ("to" for arrivals). */
  readonly prefer?: ReadonlySet<string>;
  /** Without a place in the sentence the claim is about the whole country. */
  readonly national?: boolean;
  /** A country is as good a place as a town. */
  readonly wide?: boolean;
}

/**
 * Where the event at `trigger` happened: a place told in its own clause, after it before before it; then in a clause that
 * tells no speaker; then what the sentences before speak of; then the place that the report opens with.
 */
export function whereOf(view: View, trigger: TokenRange, options: WhereOptions = {}): ClaimPlace | undefined {
  const candidates = told(view, options);
  const own = clauseOf(view, trigger.from);
  const near = candidates.filter(({ at }) => own && at >= own.from && at < own.to);
  const rest = candidates.filter(({ at }) => isOfEvent(view, at, own));
  const crossing = crossingIn(view, own, near);
  if (crossing) return crossing;
  const found = nearest(near, trigger, options);
  if (found) return single(view, found);
  const hung = own && hangingPlace(view, own, candidates);
  if (hung) return hung;
  const other = nearest(rest, trigger, options);
  if (other) return single(view, other);
  if (options.national) return wholeCountry(view);
  const spoken = placeSpokenOf(view, trigger.from, figureFocus(view), isLocal) ?? opening(view);
  return spoken ? inferred(narrowed(view, spoken)) : wholeCountry(view);
}

/** So many sentences back. */
const LOOK_BACK = 6;

/** When a province is spoken of, the town or district in it that was named last. */
function narrowed({ report, analysis }: View, spoken: ClaimPlace): ClaimPlace {
  if (spoken.level !== "province") return spoken;
  const here = analysis.sentence.index;
  for (let index = here - 1; index >= Math.max(0, here - LOOK_BACK); index -= 1) {
    const inside = report.sentences[index]?.places.findLast(
      (one) =>
        one.role === "place" &&
        one.place?.admin1 === spoken.name &&
        /^(?:city|town|village|district)$/.test(one.level),
    );
    if (inside) return namedPlace(inside);
  }
  return spoken;
}

/** No single place of a list is meant. */
function single(view: View, { place, list }: Candidate): ClaimPlace {
  return list && place.level !== "site" ? (wholeCountry(view) ?? place) : place;
}

/** What a relative clause or "where" hangs on. */
function hangingPlace(view: View, own: Clause, candidates: readonly Candidate[]): ClaimPlace | undefined {
  if (own.opener === "where")
    return candidates.findLast(({ at, place }) => at < own.from && isLocal(place))?.place;
  return own.role === "relative" && own.antecedent ? ofAntecedent(view, own.antecedent) : undefined;
}

/** "the southern provinces, which are under attack": what the clause hangs on; unlocated where no name tells. */
function ofAntecedent(view: View, antecedent: TokenRange): ClaimPlace | undefined {
  const phrase = lastPhrase(view, antecedent);
  const noun = phrase && view.placeNouns.get(wordAt(view, phrase.head));
  if (!phrase || !noun?.level) return undefined;
  const known = placesAt(view, { from: phrase.from, to: antecedent.to }, figureFocus(view))[0]?.place;
  if (known && !known.inferred) return known;
  const name = plainName(textOf(view, phrase));
  return {
    name,
    toponym: name,
    level: noun.level === "province" ? "area" : noun.level,
    precision: "unlocated",
  };
}

/** The noun phrase that ends the range: in "links the capital with the south, which" the south. */
function lastPhrase(view: View, { from, to }: TokenRange): Phrase | undefined {
  let head = to - 1;
  while (head >= from && !view.placeNouns.has(wordAt(view, head))) head -= 1;
  let found: Phrase | undefined;
  for (let start = head; start >= from; start -= 1) {
    const phrase = phraseAt(view, start, to);
    if (phrase?.head !== head) break;
    found = phrase;
  }
  return found;
}

/** Without article and owner: "the country's southern provinces" is "southern provinces". */
function plainName(text: string): string {
  return text
    .replace(/^(?:the|a|an|its|their)\s+/i, "")
    .replace(/^(?:country|nation|region|province)['’]s\s+/i, "");
}

/** The country that the report is mainly about. */
export function wholeCountry({ report }: View): ClaimPlace | undefined {
  const code = report.countries[0];
  const place = code && report.gazetteer.country(code);
  return place ? inferred(knownPlace(place, place.name)) : undefined;
}

/** A crossing spoken of in the clause, when the report names only one and the clause no town. */
function crossingIn(view: View, own: Clause | undefined, near: readonly Candidate[]): ClaimPlace | undefined {
  if (!own || near.some(({ place, strength }) => strength === 2 && isLocal(place))) return undefined;
  for (let i = own.from; i < view.tokens.length; i += 1)
    if (/^(?:crossing|border-crossing)$/.test(wordAt(view, i))) return onlyCrossing(view);
  return undefined;
}

/** The only crossing that the report names. */
export function onlyCrossing(view: View): ClaimPlace | undefined {
  const named = new Map<string, ClaimPlace>();
  for (const { places } of view.report.sentences)
    for (const mention of places)
      if (mention.role === "place" && mention.level === "crossing")
        named.set(mention.place?.id ?? mention.text, namedPlace(mention));
  const [only] = named.values();
  return only && named.size === 1 ? inferred(only) : undefined;
}

interface Opening {
  readonly place: ClaimPlace;
  readonly sentence: number;
}

const openings = new WeakMap<ReportAnalysis, Opening | null>();

/** The first local place that the report names, when the sentence stands after it. Looked for once a report. */
function opening({ report, analysis }: View): ClaimPlace | undefined {
  const known = openings.get(report);
  const found = known === undefined ? firstPlace(report) : known;
  if (known === undefined) openings.set(report, found ?? null);
  return found && found.sentence < analysis.sentence.index ? found.place : undefined;
}

function firstPlace(report: ReportAnalysis): Opening | undefined {
  for (const { sentence, places } of report.sentences) {
    if (sentence.kind !== "prose" && sentence.kind !== "headline") continue;
    const first = places.find(
      (one) => one.role === "place" && one.place && one.level !== "country" && one.level !== "area",
    );
    if (first?.place)
      return { place: knownPlace(first.place, first.text, first.level), sentence: sentence.index };
  }
  return undefined;
}

function told(view: View, { prefer }: WhereOptions): Candidate[] {
  const found: Candidate[] = [];
  for (let i = 0; i < view.tokens.length; i += 1) {
    const preposition =
      WHERE.has(wordAt(view, i)) || prefer?.has(wordAt(view, i)) ? wordAt(view, i) : undefined;
    if (!preposition && !opensPhrase(view, i)) continue;
    const from = preposition ? i + 1 : i;
    if (isActor(view, from)) continue;
    if (preposition && isWholeCountry(view, from)) {
      const place = wholeCountry(view);
      if (place) found.push({ place, at: i, strength: 2, list: false });
      continue;
    }
    const seat = preposition ? capitalAt(view, from) : undefined;
    if (seat) {
      found.push({ place: seat, at: i, strength: 2, list: false });
      continue;
    }
    const [first, ...others] = placesAt(view, { from, to: view.tokens.length }, figureFocus(view));
    if (!first?.place) continue;
    const strength = prefer?.has(preposition ?? "")
      ? 2
      : preposition === undefined
        ? 1
        : WEAK.has(preposition)
          ? 0
          : 2;
    const list = others.some(
      ({ place }) => place && place.level !== "country" && place.name !== first.place?.name,
    );
    const spoken = strength < 2 && first.place?.level === "site" && first.form === "noun";
    if (first.place && first.form !== "pronoun" && !spoken)
      found.push({ place: first.place, at: i, strength, list });
    i = Math.max(i, (others.at(-1) ?? first).words.to - 1);
  }
  return found;
}

/** "of Islamic State", "the State of …": names of actors that hold words of places. */
function isActor(view: View, from: number): boolean {
  const first = view.tags[from]?.tag === "determiner" ? from + 1 : from;
  return view.actorAt(first) !== undefined && view.placeAt(first)?.role !== "place";
}

/** "inside the country", "throughout the nation". */
function isWholeCountry(view: View, from: number): boolean {
  return (
    wordAt(view, from) === "the" &&
    /^(?:country|nation)$/.test(wordAt(view, from + 1)) &&
    wordAt(view, from + 2) !== "'s"
  );
}

/** "in the capital": of the province that the sentence names before, else of the country. */
function capitalAt(view: View, from: number): ClaimPlace | undefined {
  if (wordAt(view, from) !== "the" || wordAt(view, from + 1) !== "capital") return undefined;
  if (/^(?:of|'s)$/.test(wordAt(view, from + 2)) || view.placeAt(from + 3) || view.placeAt(from + 2))
    return undefined;
  const start = view.tokens[from]?.start ?? 0;
  const province = view.analysis.places.findLast(
    (one) => one.end <= start && one.place?.level === "province",
  );
  const code = view.report.countries[0];
  const unit = province?.place ?? (code && view.report.gazetteer.country(code));
  const seat = unit && view.report.gazetteer.seatOf(unit.id);
  return seat && inferred(knownPlace(seat, "the capital"));
}

/** A noun phrase begins here. */
function opensPhrase(view: View, at: number): boolean {
  const tag = view.tags[at]?.tag;
  if (tag === "determiner" || tag === "possessive") return true;
  if (view.actorAt(at)) return false;
  const before = view.tags[at - 1]?.tag;
  return (
    view.placeAt(at)?.role === "place" && before !== "name" && before !== "noun" && before !== "adjective"
  );
}

/** The first after the trigger, else the last before it; the stronger first, whole countries last. */
function nearest(
  candidates: readonly Candidate[],
  trigger: TokenRange,
  { wide }: WhereOptions,
): Candidate | undefined {
  const local = candidates.filter(({ place, strength }) => isLocal(place) || (wide && strength === 2));
  for (const strength of [2, 1, 0]) {
    const fitting = local.filter((one) => one.strength === strength);
    const found = fitting.find(({ at }) => at >= trigger.from) ?? fitting.at(-1);
    if (found) return found;
  }
  return candidates.find(({ place, strength }) => place.level === "country" && strength === 2);
}

function isLocal({ level }: ClaimPlace): boolean {
  return level !== "country" && level !== "area";
}

function clauseOf(view: View, at: number): Clause | undefined {
  return view.analysis.clauses.findLast((clause) => clause.from <= at && at < clause.to);
}

const SAYING =
  /^(?:say|tell|report|announce|add|claim|confirm|write|quote|acknowledge|deny|insist|warn|declare|speak|put|estimate|count)$/;

/** The token stands in the event's own clause, or in one that tells no speaker. */
function isOfEvent(view: View, at: number, own: Clause | undefined): boolean {
  const clause = clauseOf(view, at);
  return clause === own || !SAYING.test(clause?.verb?.lemma ?? "");
}
