import type { ClaimPlace } from "../domain/place.ts";
import { inferred, knownPlace, namedPlace } from "./claim-place.ts";
import { placeSpokenOf } from "./discourse.ts";
import { NO_FOCUS } from "./figure-view.ts";
import { placeAt } from "./place-of.ts";
import type { Clause, TokenRange } from "./types.ts";
import { type View, wordAt } from "./view.ts";

const WHERE = new Set(
  "in at near outside around on inside across throughout within along between above below over under beneath behind into onto towards toward to through against off".split(
    " ",
  ),
);
/** These tell where something happened only when nothing else does. */
const WEAK = new Set([
  "to",
  "into",
  "onto",
  "towards",
  "toward",
  "from",
  "of",
  "over",
  "under",
  "through",
  "against",
  "on",
  "off",
  "between",
]);

interface Candidate {
  readonly place: ClaimPlace;
  readonly at: number;
  readonly weak: boolean;
}

export interface WhereOptions {
  /** Prepositions that tell the place here, before all others ("to" for arrivals). */
  readonly prefer?: ReadonlySet<string>;
  /** Without a place in the sentence the claim is about the whole country. */
  readonly national?: boolean;
}

/**
 * Where the event at `trigger` happened: a place told in its own clause, after it before before it; then in a clause that
 * hangs on it; then what the sentences before speak of. Where the speaker stands is no place of the event.
 */
export function whereOf(view: View, trigger: TokenRange, options: WhereOptions = {}): ClaimPlace | undefined {
  const candidates = told(view, options);
  const own = clauseOf(view, trigger.from);
  const near = candidates.filter(({ at }) => own && at >= own.from && at < own.to);
  const found =
    nearest(near, trigger) ??
    nearest(
      candidates.filter((one) => hangsOn(view, one.at, own)),
      trigger,
    );
  if (found) return found;
  if (options.national) return wholeCountry(view);
  const spoken = placeSpokenOf(
    view,
    trigger.from,
    NO_FOCUS,
    ({ level }) => level !== "country" && level !== "area",
  );
  return spoken ? inferred(spoken) : undefined;
}

/** The country that the report is mainly about. */
export function wholeCountry({ report }: View): ClaimPlace | undefined {
  const code = report.countries[0];
  const place = code && report.gazetteer.country(code);
  return place ? inferred(knownPlace(place, place.name)) : undefined;
}

function told(view: View, { prefer }: WhereOptions): Candidate[] {
  const found: Candidate[] = [];
  let covered = 0;
  for (let i = 0; i < view.tokens.length; i += 1) {
    const preposition = wordAt(view, i);
    if (i >= covered && (WHERE.has(preposition) || prefer?.has(preposition))) {
      const one = placeAt(view, { from: i + 1, to: view.tokens.length }, NO_FOCUS);
      if (one?.place) {
        found.push({ place: one.place, at: i, weak: WEAK.has(preposition) && !prefer?.has(preposition) });
        covered = one.words.to;
        continue;
      }
    }
    const mention = i >= covered ? view.placeAt(i) : undefined;
    if (mention?.role === "place" && !view.actorAt(i)) {
      found.push({ place: namedPlace(mention), at: i, weak: true });
      while (view.placeAt(i + 1) === mention) i += 1;
      covered = i + 1;
    }
  }
  return found;
}

/** The first after the trigger, else the last before it; weak ones and whole countries only if there is no better one. */
function nearest(candidates: readonly Candidate[], trigger: TokenRange): ClaimPlace | undefined {
  for (const wanted of [isClear, isLocal, () => true]) {
    const fitting = candidates.filter(wanted);
    const found = fitting.find(({ at }) => at >= trigger.from) ?? fitting.at(-1);
    if (found) return found.place;
  }
  return undefined;
}

function isClear(one: Candidate): boolean {
  return !one.weak && isLocal(one);
}

function isLocal({ place }: Candidate): boolean {
  return place.level !== "country";
}

function clauseOf(view: View, at: number): Clause | undefined {
  return view.analysis.clauses.findLast((clause) => clause.from <= at && at < clause.to);
}

const SAYING =
  /^(?:say|tell|report|announce|add|claim|confirm|write|quote|acknowledge|deny|insist|warn|declare|speak|put|estimate|count)$/;

/** A clause of the sentence that tells no speaker and stands after the event's own, or opens the sentence. */
function hangsOn(view: View, at: number, own: Clause | undefined): boolean {
  const clause = clauseOf(view, at);
  if (!clause || clause === own) return clause === own;
  return !SAYING.test(clause.verb?.lemma ?? "");
}
