import type { ClaimPlace } from "../domain/place.ts";
import { inferred, knownPlace } from "./claim-place.ts";
import { focusBefore } from "./control.ts";
import { placeSpokenOf } from "./discourse.ts";
import { placesAt } from "./place-of.ts";
import type { Clause, ReportAnalysis, TokenRange } from "./types.ts";
import { type View, wordAt } from "./view.ts";

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
  const found = nearest(near, trigger, options) ?? nearest(rest, trigger, options);
  if (found)
    return found.list && found.place.level !== "site" ? (wholeCountry(view) ?? found.place) : found.place;
  const antecedent =
    own?.opener === "where"
      ? candidates.findLast(({ at, place }) => at < own.from && isLocal(place))
      : undefined;
  if (antecedent) return antecedent.place;
  if (options.national) return wholeCountry(view);
  const spoken = placeSpokenOf(view, trigger.from, focusBefore(view.analysis), isLocal) ?? opening(view);
  return spoken ? inferred(spoken) : wholeCountry(view);
}

/** The country that the report is mainly about. */
export function wholeCountry({ report }: View): ClaimPlace | undefined {
  const code = report.countries[0];
  const place = code && report.gazetteer.country(code);
  return place ? inferred(knownPlace(place, place.name)) : undefined;
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
    const [first, ...others] = placesAt(view, { from, to: view.tokens.length }, focusBefore(view.analysis));
    if (!first) continue;
    const strength = prefer?.has(preposition ?? "")
      ? 2
      : preposition === undefined
        ? 1
        : WEAK.has(preposition)
          ? 0
          : 2;
    const list = others.some(
      ({ place }) => place && place.level === first.place?.level && place.name !== first.place.name,
    );
    if (first.place && first.form !== "pronoun") found.push({ place: first.place, at: i, strength, list });
    i = Math.max(i, (others.at(-1) ?? first).words.to - 1);
  }
  return found;
}

/** "of Islamic State", "the State of …": names of actors that hold words of places. */
function isActor(view: View, from: number): boolean {
  const first = view.tags[from]?.tag === "determiner" ? from + 1 : from;
  return view.actorAt(first) !== undefined && view.placeAt(first)?.role !== "place";
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
  const local = wide ? candidates : candidates.filter(({ place }) => isLocal(place));
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
