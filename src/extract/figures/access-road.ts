import type { ClaimPlace } from "../../domain/place.ts";
import { knownPlace, namedPlace } from "../places/claim-place.ts";
import { placeSpokenOf } from "../places/discourse.ts";
import { placesAt } from "../places/place-list.ts";
import { type PlaceArgument, placeAt } from "../places/place-of.ts";
import type { ReportAnalysis, TokenRange } from "../types.ts";
import { phraseAt } from "../words/noun-phrase.ts";
import { spanOf, textOf, type View, wordAt } from "../words/view.ts";
import { capitalAt } from "./figure-told.ts";
import { figureFocus } from "./figure-view.ts";

/** The two ends of a road, as names, and the road itself as a place. */
export interface Road {
  readonly from?: string;
  readonly to?: string;
  readonly place?: ClaimPlace;
}

const LINKS = new Set([
  "linking",
  "connecting",
  "links",
  "joining",
  "ties",
  "connects",
  "joins",
  "leading",
  "running",
]);

/**
 * The roads of "the highway linking A with B", "the A-B road", "the M5", "the roads to A and B". A road told by one end
 * alone begins at the town spoken of.
 */
export function roadsOf(view: View, noun: TokenRange, end: number): readonly Road[] {
  const road = withName(view, noun);
  const own = view.placeAt(road.from);
  if (own?.role === "place" && own.level === "road")
    return [{ ...endsAsNames(endsOf(view, road, end)), place: namedPlace(own) }];
  const hyphened = hyphenedOf(view, road);
  if (hyphened) return [hyphened];
  const pairs = pairsBehind(view, road, end);
  if (pairs.length > 0) return pairs.map(([one, other]) => between(view, road, one, other));
  const ends = endsOf(view, road, end);
  const [first, second] = ends;
  if (!first) return [{}];
  if (second && !second.preposition) return [between(view, road, first, second)];
  return ends.map((one) => towards(view, road, one));
}

/** With the name before the noun: "the Goma-Sake road", "the Damascus to Aleppo highway". */
function withName(view: View, { from, to }: TokenRange): TokenRange {
  let first = from;
  const isName = (i: number) => view.tags[i]?.tag === "name" && !view.dayAt(i);
  while (first > 0 && (isName(first - 1) || (wordAt(view, first - 1) === "to" && isName(first - 2))))
    first -= 1;
  return { from: first, to };
}

function endsAsNames([first, second]: readonly End[]): Pick<Road, "from" | "to"> {
  if (first && second && !second.preposition) return { from: first.name, to: second.name };
  return first?.preposition === "to" ? { to: first.name } : {};
}

function between(view: View, road: TokenRange, first: End, second: End): Road {
  const name = `${called(first)}-${called(second)} ${singular(wordAt(view, road.to - 1))}`;
  return {
    from: first.name,
    to: second.name,
    place: roadPlace(view, road, name, first.place ?? second.place),
  };
}

/** "the road to X" begins where the report is; "the roads into X" have no other end. */
function towards(view: View, road: TokenRange, one: End): Road {
  const noun = wordAt(view, road.to - 1);
  const to = one.preposition === "to" ? { to: one.name } : {};
  const near = one.place;
  if (one.preposition === "to" || one.preposition === "from") {
    const town = townBefore(view, road.from);
    if (near?.level === "site")
      return { ...to, place: roadPlace(view, road, `${near.name} ${called(one)} road`, near) };
    if (town && town.name !== one.name) {
      const pair = one.preposition === "to" ? [town.name, called(one)] : [called(one), town.name];
      return { ...to, place: roadPlace(view, road, `${pair.join("-")} ${singular(noun)}`, town) };
    }
  }
  if (one.preposition === "through")
    return { place: roadPlace(view, road, `${called(one)} ${singular(noun)}`, near) };
  return { ...to, place: roadPlace(view, road, `${noun} ${one.preposition ?? "to"} ${called(one)}`, near) };
}

interface Start {
  readonly town: ClaimPlace;
  readonly sentence: number;
}

const starts = new WeakMap<ReportAnalysis, Start>();

/** So many sentences on, "the road to Y" begins where "the road to X" began. */
const SAME_START = 2;

/** The town that the sentences before speak of, or from which the roads told before lead. */
function townBefore(view: View, at: number): ClaimPlace | undefined {
  const { index } = view.analysis.sentence;
  const known = starts.get(view.report);
  if (known && index >= known.sentence && index - known.sentence <= SAME_START) {
    starts.set(view.report, { town: known.town, sentence: index });
    return known.town;
  }
  const here = view.analysis.places.findLast(
    (one) =>
      one.role === "place" &&
      one.place &&
      one.end <= (view.tokens[at]?.start ?? 0) &&
      /^(?:city|town)$/.test(one.level),
  );
  const own = here && namedPlace(here);
  if (own) starts.set(view.report, { town: own, sentence: index });
  if (own) return own;
  const town = placeSpokenOf(
    view,
    at,
    figureFocus(view),
    ({ level, id }) => id !== undefined && /^(?:city|town)$/.test(level),
  );
  if (town) starts.set(view.report, { town, sentence: index });
  return town;
}

function roadPlace(view: View, road: TokenRange, name: string, near: ClaimPlace | undefined): ClaimPlace {
  const { site: _site, ...base } = near ?? { precision: "unlocated" as const };
  return {
    ...base,
    ...(near && { precision: "near" as const }),
    name,
    toponym: textOf(view, road),
    level: "road",
  };
}

function called({ name, written, place }: End): string {
  if (place?.level === "site") return /(\w+)$/.exec(place.toponym)?.[1] ?? name;
  return written ?? name;
}

function singular(noun: string): string {
  return noun.replace(/s$/, "");
}

/** "the Goma-Sake-Masisi road": a name of places joined by hyphens. */
function hyphenedOf(view: View, road: TokenRange): Road | undefined {
  for (let i = road.from; i < road.to; i += 1) {
    const token = view.tokens[i];
    if (!token || !/^\p{Lu}[\p{L}' ]+(?:[-–]\p{Lu}[\p{L}' ]+)+$/u.test(token.text)) continue;
    const parts = token.text.split(/[-–]/);
    const inside = view.analysis.places.filter(
      (one) => one.role === "place" && one.place && one.start >= token.start && one.end <= token.end,
    );
    if (inside.length === 0 || (inside.length === 1 && inside[0]?.text === token.text)) continue;
    const name = `${token.text.replaceAll("–", "-")} ${singular(wordAt(view, road.to - 1))}`;
    const near = namedPlace(inside[0]!);
    return {
      from: parts[0]!,
      to: parts.at(-1)!,
      place: roadPlace(view, { from: i, to: road.to }, name, near),
    };
  }
  return undefined;
}

interface End {
  readonly name: string;
  /** The name as the text spells it. */
  readonly written?: string;
  readonly place?: ClaimPlace;
  readonly preposition?: string;
}

function endsOf(view: View, road: TokenRange, end: number): readonly End[] {
  const inside = insideName(view, road);
  if (inside.length > 0) return inside;
  let at = road.to;
  while (at < end && /^(?:that|which|,)$/.test(wordAt(view, at))) at += 1;
  const link = wordAt(view, at);
  if (LINKS.has(link) || link === "between" || link === "from") return pairAfter(view, at + 1, end, link);
  if (/^(?:through|via|past|beyond|at|near|outside)$/.test(link)) {
    const one = endAt(view, at + 1, end);
    return one?.end.place ? [{ ...one.end, preposition: "through" }] : [];
  }
  if (!/^(?:to|into|towards|out)$/.test(link)) return [];
  const listed = placesAt(view, { from: at + 1, to: end }, figureFocus(view)).filter(
    ({ place, form }) => place && form === "named" && place.level !== "country",
  );
  if (listed.length > 1) return listed.map((one) => ({ ...endOf(one), preposition: link }));
  const one = endAt(view, at + 1, end);
  return one ? [{ ...one.end, preposition: link }] : [];
}

/** "the road to peace": an end that is no place at all. */
export function leadsNowhere(view: View, road: TokenRange): boolean {
  if (wordAt(view, road.to) !== "to") return false;
  const end = endAt(view, road.to + 1, view.tokens.length);
  if (!end || end.end.place || /^\p{Lu}/u.test(end.end.name)) return false;
  const last = wordAt(view, end.to - 1);
  return !SIDES.test(last) && !view.placeNouns.has(last);
}

/** "Mopti-Gao road", "the Gao to Kidal road". */
function insideName(view: View, road: TokenRange): readonly End[] {
  const found: End[] = [];
  for (let i = road.from; i < road.to; i += 1) {
    const mention = view.placeAt(i);
    if (mention?.role !== "place" || (i > road.from && view.placeAt(i - 1) === mention)) continue;
    found.push({ name: mention.place?.name ?? mention.text, place: namedPlace(mention) });
  }
  return found.length === 2 ? found : [];
}

/** "both highways to the border, from A to B and from A to C". */
function pairsBehind(view: View, road: TokenRange, end: number): readonly (readonly [End, End])[] {
  const found: (readonly [End, End])[] = [];
  for (let i = road.to + 1; i < Math.min(end, road.to + 16); i += 1) {
    if (wordAt(view, i) !== "from" || !/^(?:,|and|:)$/.test(wordAt(view, i - 1))) continue;
    const [first, second] = pairAfter(view, i + 1, end, "from");
    if (first?.place && second?.place) found.push([first, second]);
  }
  return found;
}

const SIDES = /^(?:north|south|east|west|coast|border|frontier|airport|port|capital)$/;

function pairAfter(view: View, at: number, end: number, link: string): readonly End[] {
  const first = endAt(view, at, end);
  if (!first) return [];
  const alone = { ...first.end, preposition: link === "from" ? "from" : "to" };
  const join = wordAt(view, first.to);
  if (!/^(?:and|with|to)$/.test(join)) return [alone];
  const second = endAt(view, first.to + 1, end);
  const isPlace =
    second &&
    (second.end.place ||
      view.placeNouns.has(wordAt(view, second.to - 1)) ||
      SIDES.test(wordAt(view, second.to - 1)) ||
      /^\p{Lu}/u.test(second.end.name));
  return second && isPlace ? [first.end, second.end] : [alone];
}

/** A place named or described ("the capital", "the country's southern provinces"). */
function endAt(view: View, at: number, end: number): { readonly end: End; readonly to: number } | undefined {
  const phrase = phraseAt(view, at, end);
  if (!phrase) return undefined;
  const capital = capitalOf(view, phrase) ?? capitalAt(view, at);
  if (capital) return { end: { name: capital.name, place: capital }, to: phrase.to };
  const argument = placeAt(view, { from: at, to: end }, figureFocus(view));
  const guessed = argument?.form === "noun" && argument.place?.inferred;
  if (argument?.place && argument.place.level !== "area" && !guessed)
    return { end: endOf(argument), to: argument.words.to };
  const { start } = spanOf(view, phrase);
  const text = view.report.report.text.slice(start, spanOf(view, phrase).end);
  return { end: { name: plain(text) }, to: phrase.to };
}

function endOf({ place, form }: PlaceArgument): End {
  if (!place) throw new Error("the end of a road was taken from words without a place");
  return { name: place.name, place, ...(form === "named" ? { written: place.toponym } : {}) };
}

/** "the Afghan capital": the seat of the people's country. */
function capitalOf(view: View, phrase: TokenRange & { readonly head: number }): ClaimPlace | undefined {
  if (wordAt(view, phrase.head) !== "capital") return undefined;
  const start = view.tokens[phrase.from]?.start ?? 0;
  const end = view.tokens[phrase.head]?.start ?? 0;
  const people = view.analysis.places.find(
    (one) => one.role === "demonym" && one.start >= start && one.end <= end,
  );
  const seat = people?.place && view.report.gazetteer.seatOf(people.place.id);
  return seat && knownPlace(seat, textOf(view, phrase));
}

/** Without article and owner: "the country's southern provinces" -> "southern provinces". */
function plain(text: string): string {
  return text.replace(/^(?:the|a|an|its|their)\s+/i, "").replace(/^(?:country|nation|region)['’]s\s+/i, "");
}
