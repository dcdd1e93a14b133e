import type { ClaimPlace } from "../../domain/place.ts";
import type { Attribution, Clause, TokenRange } from "../types.ts";
import { type View, wordAt } from "../words/view.ts";
import { settlementIn } from "./figure-running.ts";
import { isLocal, SAYING } from "./figure-saying.ts";
import { inSense } from "./figure-sense.ts";
import { hangingPlace, onlyCrossing, placeBefore } from "./figure-spoken.ts";
import { type Candidate, placesTold, wholeCountry } from "./figure-told.ts";

export interface WhereOptions {
  /** Prepositions that tell the place here, before all others ("to" for arrivals). */
  readonly prefer?: ReadonlySet<string>;
  /** Prepositions that tell no place here ("from" of an attack). */
  readonly avoid?: ReadonlySet<string>;
  /** Without a place in the sentence the claim is about the whole country. */
  readonly national?: boolean;
  /** Tokens behind which other places are told than the one asked for. */
  readonly until?: number;
  /** A country is as good a place as a town. */
  readonly wide?: boolean;
}

/**
 * Where the event at `trigger` happened: a place told in its own clause, after it before before it; then in a clause that
 * tells no speaker; then what the sentences before speak of; then the place that the report opens with.
 */
export function whereOf(view: View, trigger: TokenRange, options: WhereOptions = {}): ClaimPlace | undefined {
  const told = toldAt(view, trigger, options);
  if (told) return inSense(view, "strength" in told ? told.place : told);
  if (options.national) return wholeCountry(view);
  return placeBefore(view, options.until) ?? wholeCountry(view);
}

/** So many places of a list stand each for itself; more are a region. */
const FEW = 6;

/** As `whereOf`, and each place of a list for itself: "clashes in A, B and C" happened in three towns. */
export function wheresOf(view: View, trigger: TokenRange, options: WhereOptions = {}): readonly ClaimPlace[] {
  const told = toldAt(view, trigger, options);
  const own = clauseOf(view, trigger.from);
  const isOwn = told && "strength" in told && own && told.at >= own.from && told.at < own.to;
  const members = isOwn ? (told.members ?? []) : [];
  if (members.length > 1 && members.length <= FEW && members.every(isLocal)) return members;
  const one = whereOf(view, trigger, options);
  return one ? [one] : [];
}

/** What the sentence itself tells of where it happened. */
function toldAt(view: View, trigger: TokenRange, options: WhereOptions): Candidate | ClaimPlace | undefined {
  const told = placesTold(view, options.prefer)
    .filter(({ at }) => !options.avoid?.has(wordAt(view, at)))
    .filter(({ at }) => at < (options.until ?? at + 1));
  const candidates = withoutSpeakers(view, trigger, withoutRoadsNear(view, told));
  const own = clauseOf(view, trigger.from);
  const near = candidates.filter(({ at }) => own && at >= own.from && at < own.to);
  const rest = candidates.filter(({ at }) => isOfEvent(view, at, own));
  const crossing = crossingIn(view, own, near);
  if (crossing) return crossing;
  const found = besideBrackets(view, trigger.from, candidates) ?? nearest(near, trigger, options);
  if (found) return settledIn(view, found) ?? rooted(found, near);
  return (own && hangingPlace(view, own, candidates)) ?? nearest(rest, trigger, options);
}

/** "A (30 killed), followed by B (8 killed)": what stands in brackets is told of the place before them. */
function besideBrackets(view: View, at: number, candidates: readonly Candidate[]): Candidate | undefined {
  let open = at;
  while (open >= 0 && !/^[()]$/.test(wordAt(view, open))) open -= 1;
  if (wordAt(view, open) !== "(") return undefined;
  const inside = candidates.some((one) => one.at > open && one.at < at);
  const before = candidates.findLast((one) => one.at < open);
  return inside || !before || open - before.at > BESIDE ? undefined : before;
}

/** Tokens between a place and the brackets behind it. */
const BESIDE = 16;

/** "bombed X village in Y province": the village, where the unit stands at the better preposition. */
function settledIn(view: View, { place, at }: Candidate): ClaimPlace | undefined {
  if (place.level !== "province" && place.level !== "district") return undefined;
  const from = view.tokens[at]?.start ?? 0;
  const mention = view.analysis.places.find(({ start }) => start >= from);
  return mention && settlementIn(view, mention.start);
}

/** Where the words around what somebody tells name a place, it is his; behind the event in its clause it is the event's. */
function withoutSpeakers(
  view: View,
  trigger: TokenRange,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const isIn = ({ content }: Attribution, at: number) => {
    const token = view.tokens[at];
    return token !== undefined && content.start < token.end && token.start < content.end;
  };
  const { attributions } = view.analysis;
  if (!attributions.some((one) => isIn(one, trigger.from))) return candidates;
  const own = clauseOf(view, trigger.from);
  const isBeside = (at: number) => at > trigger.from && own !== undefined && at < own.to;
  return candidates.filter(({ at }) => isBeside(at) || attributions.some((one) => isIn(one, at)));
}

/** "in X, near the coast road": a road that a place lies near is not where it happened. */
function withoutRoadsNear(view: View, candidates: readonly Candidate[]): readonly Candidate[] {
  const kept = candidates.filter(({ place, at }) => place.level !== "road" || wordAt(view, at) !== "near");
  return kept.some(({ place }) => isLocal(place)) ? kept : candidates;
}

/** A building whose town must be guessed gives way to another town that the clause names. */
function rooted(found: Candidate, near: readonly Candidate[]): Candidate {
  if (!found.place.inferred || found.place.level !== "site") return found;
  const named = near.find(({ place, strength }) => strength === 2 && !place.inferred && isLocal(place));
  return named && named.place.name !== found.place.name ? named : found;
}

/** A crossing spoken of in the clause, when the report names only one and the clause no town. */
function crossingIn(view: View, own: Clause | undefined, near: readonly Candidate[]): ClaimPlace | undefined {
  if (!own || near.some(({ place, strength }) => strength === 2 && isLocal(place))) return undefined;
  for (let i = own.from; i < view.tokens.length; i += 1)
    if (/^(?:crossing|border-crossing)$/.test(wordAt(view, i))) return onlyCrossing(view);
  return undefined;
}

/** The first after the trigger, else the last before it; the stronger first, whole countries last. */
function nearest(
  candidates: readonly Candidate[],
  trigger: TokenRange,
  { wide }: WhereOptions,
): Candidate | undefined {
  const local = candidates.filter(
    ({ place, strength, area }) => isLocal(place) || area || (wide && strength === 2),
  );
  for (const strength of [2, 1, 0, -1]) {
    const fitting = local.filter((one) => one.strength === strength);
    const found = fitting.find(({ at }) => at >= trigger.from) ?? smallest(fitting);
    if (found) return found;
  }
  return candidates.find(({ place, strength }) => place.level === "country" && strength === 2);
}

/** Of places told before, the last; of "in X in Y region" the first. */
function smallest(told: readonly Candidate[]): Candidate | undefined {
  const last = told.at(-1);
  const before = told.at(-2);
  const wide = last && /^(?:province|district)$/.test(last.place.level);
  const inside =
    before && /^(?:city|town|village)$/.test(before.place.level) && last && last.at - before.at <= 5;
  return wide && inside ? before : last;
}

function clauseOf(view: View, at: number): Clause | undefined {
  return view.analysis.clauses.findLast((clause) => clause.from <= at && at < clause.to);
}

/** The token stands in the event's own clause, or in one that tells no speaker. */
function isOfEvent(view: View, at: number, own: Clause | undefined): boolean {
  const clause = clauseOf(view, at);
  const says = clause?.verb?.voice === "active" && SAYING.test(clause.verb.lemma);
  return clause === own || !says;
}
