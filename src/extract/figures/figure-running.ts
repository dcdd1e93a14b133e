import type { ClaimPlace } from "../../domain/place.ts";
import type { Span } from "../../domain/span.ts";
import type { ToponymMention } from "../../gazetteer/types.ts";
import { namedPlace } from "../places/claim-place.ts";
import type { ReportAnalysis, SentenceAnalysis } from "../types.ts";
import type { View } from "../words/view.ts";
import { isLocal } from "./figure-saying.ts";
import { figureFocus } from "./figure-view.ts";

/**
 * Where a report is at a sentence that names no place of its own: each place named so far weighs by the way it was told (a
 * preposition of place, a subject, a direction, where a speaker is), by how long ago, and by whether something was told to
 * have happened there. Title and first sentence never fade wholly. `memory`: so many sentences back.
 */
export function runningPlace(
  view: View,
  { memory = MEMORY, until }: { readonly memory?: number; readonly until?: number | undefined } = {},
): ClaimPlace | undefined {
  const { report, analysis } = view;
  const here = analysis.sentence;
  const limit = (until === undefined ? undefined : view.tokens[until]?.start) ?? Number.POSITIVE_INFINITY;
  const weights = new Map<string, Weighed>();
  const add = (place: ClaimPlace, weight: number, trust = weight) => {
    const known = weights.get(place.name);
    weights.set(place.name, {
      place: known && known.trust > trust ? known.place : place,
      trust: Math.max(trust, known?.trust ?? 0),
      best: Math.max(weight, known?.best ?? 0),
      sum: weight + (known?.sum ?? 0),
    });
  };
  const fade = ({ sentence: { index, paragraph } }: SentenceAnalysis) =>
    FADING ** Math.max(0, here.index - index - 1) * (paragraph === here.paragraph ? 1 : OTHER_PARAGRAPH);
  for (const mention of memory < MEMORY ? [] : titlePlaces(report)) add(namedPlace(mention), LASTING, 0);
  const first = report.sentences.find(({ sentence }) => sentence.kind === "prose");
  for (let index = Math.max(0, here.index - memory); index <= here.index; index += 1) {
    const sentence = report.sentences[index];
    if (!sentence || !isRead(sentence)) continue;
    const faded = sentence === first ? Math.max(LASTING, fade(sentence)) : fade(sentence);
    for (const { place, weight, start } of placesOf(sentence, report))
      if (sentence !== analysis || start < limit) add(place, weight * faded, weight);
  }
  const events = figureFocus(view).places.filter(({ place }) => isLocal(place) && place.level !== "site");
  for (const { place, sentence } of events) {
    const told = report.sentences[sentence];
    if (!told || told === analysis || sentence < here.index - memory) continue;
    const there = new Set(events.filter((one) => one.sentence === sentence).map((one) => one.place.name))
      .size;
    add(place, (HAPPENED * fade(told)) / there, HAPPENED_TRUST);
  }
  const ranked = [...weights.values()].sort(
    (a, b) => salience(b) - salience(a) || (a.place.name < b.place.name ? -1 : 1),
  );
  const [top] = ranked;
  const inner =
    top?.place.level === "province" &&
    ranked.find((one) => holds(top.place, one.place) && salience(one) >= INNER * salience(top));
  return (inner || top)?.place;
}

interface Weighed {
  readonly place: ClaimPlace;
  /** Of the mention whose level is taken. */
  readonly trust: number;
  readonly best: number;
  readonly sum: number;
}

/** Often named counts, but less than told of just before. */
function salience({ best, sum }: Weighed): number {
  return best + REPEATED * (sum - best);
}

const REPEATED = 0.7;
/** A town so salient beside the province around it is the place meant. */
const INNER = 0.25;

const FADING = 0.7;
const OTHER_PARAGRAPH = 0.6;
const LASTING = 0.5;
const HAPPENED = 0.5;
/** The level of a place of an event was told by its words. */
const HAPPENED_TRUST = 2;
/** So many sentences back. */
const MEMORY = 60;

function isRead({ sentence: { kind } }: SentenceAnalysis): boolean {
  return kind !== "dateline" && kind !== "noise" && kind !== "caption";
}

const titles = new WeakMap<ReportAnalysis, readonly ToponymMention[]>();

/** The local places that the report's title names, in the sense that the text gives them. */
function titlePlaces(report: ReportAnalysis): readonly ToponymMention[] {
  const known = titles.get(report);
  if (known) return known;
  const { countries, gazetteer, sentences } = report;
  if (!report.report.title) return [];
  const named = sentences.flatMap(({ places }) => places);
  const found = gazetteer
    .findToponyms(report.report.title ?? "", { countries: countries.slice(0, 3) })
    .map((one) => named.find(({ text }) => text === one.text) ?? one)
    .filter((one) => one.role === "place" && one.place && isLocal(namedPlace(one)));
  titles.set(report, found);
  return found;
}

interface Told {
  readonly place: ClaimPlace;
  readonly weight: number;
  /** Offsets in the report. */
  readonly start: number;
  readonly end: number;
}

const told = new WeakMap<SentenceAnalysis, readonly Told[]>();

/** The local places of a sentence; a unit that only tells where its town lies weighs nothing. */
export function placesOf(sentence: SentenceAnalysis, report: ReportAnalysis): readonly Told[] {
  const known = told.get(sentence);
  if (known) return known;
  const found = sentence.places
    .filter((one) => one.role === "place")
    .map((mention) => ({
      place: namedPlace(mention),
      weight: weightOf(sentence, mention),
      start: mention.start,
      end: mention.end,
    }))
    .filter(
      ({ place }) =>
        (isLocal(place) || (place.level === "area" && place.id !== undefined)) && place.level !== "road",
    );
  const inner = found.filter(
    (outer) =>
      !found.some(
        (other) =>
          (holds(outer.place, other.place) && other.weight >= WEIGHTS.owner) ||
          isAround(report, outer, other),
      ),
  );
  const shared = inner.map((one) => ({ ...one, weight: one.weight / listSize(report, inner, one) }));
  told.set(sentence, shared);
  return shared;
}

/** A unit, or the seat that goes by its name, and another place in it. */
function holds(outer: ClaimPlace, inner: ClaimPlace): boolean {
  const isUnit = outer.level === "province" || outer.name === inner.admin1;
  const isOther = inner.level !== "province" && inner.name !== outer.name;
  return (
    isUnit &&
    isOther &&
    (inner.admin1 === outer.name || inner.admin1 === outer.admin1) &&
    inner.country === outer.country
  );
}

/** How many stand in one list with the place: none of them is the one meant. */
function listSize({ report }: ReportAnalysis, all: readonly Told[], one: Told): number {
  const at = all.indexOf(one);
  const isJoined = (i: number) => {
    const [a, b] = [all[i], all[i + 1]];
    return a !== undefined && b !== undefined && LIST.test(report.text.slice(a.end, b.start));
  };
  let from = at;
  while (isJoined(from - 1)) from -= 1;
  let to = at;
  while (isJoined(to)) to += 1;
  return to - from + 1;
}

const LIST = /^(?:,|,? (?:and|or))\s+(?:the\s+)?$/;

/** The settlement that the sentence tells to lie in the unit named at the offset ("X village in Y"). */
export function settlementIn({ analysis, report }: View, start: number): ClaimPlace | undefined {
  const found = placesOf(analysis, report).findLast(
    ({ place, end }) => isSmall(place) && end <= start && WITHIN.test(report.report.text.slice(end, start)),
  );
  return found?.place;
}

function isSmall({ level }: ClaimPlace): boolean {
  return /^(?:city|town|village|site)$/.test(level);
}

/** "X village in the northern Y region": what follows tells where the smaller place lies. */
function isAround({ report }: ReportAnalysis, outer: Told, inner: Told): boolean {
  if (inner.end > outer.start || !isSmall(inner.place)) return false;
  return WITHIN.test(report.text.slice(inner.end, outer.start)) && outer.place.level !== inner.place.level;
}

const WITHIN =
  /^(?:\s+(?:village|town|city|district|township|camp|community|area))?(?:,|,?\s+(?:in|of))\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$/;

/** How well the words tell that something happened there. */
function weightOf(analysis: SentenceAnalysis, mention: ToponymMention): number {
  const { tokens } = analysis.sentence;
  const next = tokens.findIndex((token) => token.start >= mention.end);
  if (isSpeakers(analysis, mention) || isState(analysis, mention)) return WEIGHTS.speaker;
  if (tokens[next]?.lower === "'s") return WEIGHTS.owner;
  if (describes(analysis, next)) return WEIGHTS.aside;
  let before = tokens.findIndex((token) => token.end > mention.start) - 1;
  while (before >= 0 && isBeforeName(analysis, before)) before -= 1;
  const word = tokens[before]?.lower ?? "";
  const head = tokens[before - 1]?.lower ?? "";
  if (word === "of" && DIRECTION.test(head)) return WEIGHTS.aside;
  if (PLACE.test(word)) return WEIGHTS.place;
  if (word === "of" && WHOLE.test(head)) return WEIGHTS.thing;
  if (AIM.test(word)) return WEIGHTS.aim;
  if (LEAVING.test(word)) return WEIGHTS.left;
  if (WAY.test(word)) return WEIGHTS.aside;
  return mention.place ? WEIGHTS.thing : WEIGHTS.owner;
}

/** "Kabul disagrees": a capital that thinks or wants is a government. */
function isState({ clauses, sentence }: SentenceAnalysis, { place, start }: ToponymMention): boolean {
  if (place?.seatOf !== "country") return false;
  return clauses.some(
    ({ subject, verb }) =>
      subject &&
      verb &&
      sentence.tokens[subject.from]?.start === start &&
      verb.voice === "active" &&
      THINKS.test(verb.lemma),
  );
}

const THINKS =
  /^(?:agree|disagree|accuse|blame|want|reject|refuse|demand|hope|believe|expect|vow|call|warn|condemn|back|support|see|call|fear|pledge|seek|urge|denounce|admit|say|deny|insist|claim|respond|reply)(?:e?s|e?d)?$/;

/** "the northern city of", "the regional capital": what may stand between a preposition and the name. */
function isBeforeName({ sentence, tags }: SentenceAnalysis, at: number): boolean {
  return (
    /^(?:determiner|adjective|number)$/.test(tags[at]?.tag ?? "") ||
    SETTLEMENT.test(sentence.tokens[at]?.lower ?? "")
  );
}

/** "the Donetsk Regional Administration", "the Goma road": the name only describes what follows it. */
function describes({ sentence, tags }: SentenceAnalysis, next: number): boolean {
  const word = sentence.tokens[next];
  if (next < 0 || !word || UNIT.test(word.lower)) return false;
  const tag = tags[next]?.tag ?? "";
  return tag === "noun" || (/^(?:name|adjective)$/.test(tag) && /^\p{Lu}/u.test(word.text));
}

const SETTLEMENT = /^(?:city|town|village|district|capital|port|province|region|state)$/;
const UNIT =
  /^(?:city|town|village|camp|district|province|region|state|governorate|oblast|county|township|territory|area|airport|crossing)s?$/;

/** What the sentence does not tell from somebody, when it tells something from somebody, is about him. */
function isSpeakers({ attributions }: SentenceAnalysis, { start, end }: Span): boolean {
  return (
    attributions.length > 0 && !attributions.some(({ content }) => content.start < end && start < content.end)
  );
}

const WEIGHTS = { place: 1, thing: 0.8, aim: 0.6, owner: 0.4, left: 0.3, aside: 0.15, speaker: 0.1 } as const;
const PLACE = /^(?:in|at|inside|outside|around|across|within|near|throughout)$/;
const AIM = /^(?:of|on|over|against|for|into|to|towards?)$/;
const WAY = /^(?:through|between|via|with|by|like|as|than)$/;
const LEAVING = /^(?:from|left|leaves?|leaving|fled|flee|fleeing|departed|quit)$/;
const WHOLE =
  /^(?:city|town|village|district|province|region|state|centre|center|all|most|part|parts|rest|outskirts|edge)$/;
const DIRECTION = /^(?:north|south|east|west|\w+(?:east|west|ern)|outside|kilomet(?:re|er)s?|km|miles?)$/;
