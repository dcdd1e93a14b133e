import type { Stage } from "../../domain/claim.ts";
import type { TokenRange } from "../types.ts";
import { phraseAt } from "../words/noun-phrase.ts";
import { type View, wordAt } from "../words/view.ts";
import { actorIn } from "./figure-actor.ts";
import type { IncidentHit } from "./incident-lexicon.ts";
import { has } from "./incident-object.ts";
import { isTarget } from "./incident-verb.ts";

const DEFINITE =
  /^(?:the|this|that|these|those|such|any|no|his|her|its|their|of|more|further|future|possible|new|fresh|renewed|another|without|avoid|prevent|stop|halt|end)$/;
const SCENES = /^(?:after|amid|amidst|during|following|despite|in|by|from|with)$/;

/** Where a noun of fighting is told as happening, its stage; `undefined` when it is only spoken of. */
export function noun(view: View, hit: IncidentHit): { readonly stage?: Stage } | undefined {
  if (view.tags[hit.to - 1]?.tag === "verb" && !/(?:ing|s)$/.test(hit.row.words)) return undefined;
  if (view.words.has("compound-noun", wordAt(view, hit.to)) || isAttribute(view, hit)) return undefined;
  const first = phraseStart(view, hit.from);
  const before = wordAt(view, first - 1);
  const opener = wordAt(view, first);
  if (
    /^(?:backed|supported|hardly|barely|scarcely)$/.test(wordAt(view, first - 2)) ||
    /^(?:hardly|barely|scarcely)$/.test(before)
  )
    return undefined;
  if (before === "since" || view.words.has("met", wordAt(view, hit.to))) return undefined;
  if (isFigure(view, hit)) return undefined;
  if (isDeedOn(hit)) return isUnderWay(view, first) ? {} : undefined;
  if (before === "under" && /^(?:come|comes|came|coming)$/.test(wordAt(view, first - 2))) return {};
  const there = isThere(view, first);
  if (there) return isNegated(view, first) ? undefined : {};
  if (/^(?:end|ending|stop|stopping|halt|halting|prevent|avoid|quell)$/.test(before)) return undefined;
  if (/^(?:no|any|without)$/.test(opener) || /^(?:no|any|without)$/.test(before)) return undefined;
  const definite = DEFINITE.test(opener) && opener !== "the";
  if (definite) return undefined;
  const occurs = occurrence(view, hit);
  if (occurs) return view.words.has("goes-on", occurs) ? { stage: "ongoing" } : {};
  if (opener === "the") return undefined;
  if (isCarriedOut(view, first) || isMet(view, first)) return {};
  if (
    first === 0 &&
    view.analysis.clauses.length === 1 &&
    /^(?:at|in|near|on|outside)$/.test(wordAt(view, hit.to))
  )
    return {};
  if (SCENES.test(before) || isDuration(view, first)) return {};
  if (before === "of" && /^(?:reports|word|sounds?|wave)$/.test(wordAt(view, first - 2))) return {};
  return /^(?:hear|hears|heard|hearing|reported|report|reporting|describe|described|describing|witnessed|saw|triggered|triggering|sparked|sparking|ignited|igniting|provoked|provoking)$/.test(
    before,
  ) ||
    (before === "off" && wordAt(view, first - 2) === "set")
    ? {}
    : undefined;
}

const FIGURES =
  /^(?:heart|panic|asthma|verbal|cyber|shark|dog|personal|scathing|bitter|hunger|general|labour|labor|teachers|doctors|nurses|rail|pilots|wage)$/;

/** "A heart attack", "a strike by teachers", "an attack on the budget": no fight. */
function isFigure(view: View, { row, from, to }: IncidentHit): boolean {
  if (row.type !== "attack" && !/^strikes?$/.test(row.words)) return false;
  if (
    FIGURES.test(wordAt(view, from - 1)) ||
    (wordAt(view, from - 1) === "'" && FIGURES.test(wordAt(view, from - 2)))
  )
    return true;
  const next = wordAt(view, to);
  const range = { from: to + 1, to: Math.min(view.tokens.length, to + 7) };
  if (/^strikes?$/.test(row.words) && next === "by")
    return actorIn(view, range) === undefined && !isAir(view, range);
  if (!/^(?:on|against)$/.test(next)) return false;
  const phrase = phraseAt(view, to + 1, Math.min(view.tokens.length, to + 10));
  return phrase !== undefined && !isTarget(view, { from: phrase.from, to: phrase.to });
}

function isAir(view: View, range: TokenRange): boolean {
  return has(view, range, "airborne") || has(view, range, "weapon");
}

const DEEDS = /^(?:killings?|assassination|murder|arrests?|abductions?|kidnapping)$/;

/** "the arrest of the minister", "the killing of a councillor": the deed on somebody. */
function isDeedOn({ row }: IncidentHit): boolean {
  return DEEDS.test(row.words);
}

/** A deed on one or on so many, told as a thing that was: "the killing of civilians" in general is none. */
function isUnderWay(view: View, first: number): boolean {
  const of = [0, 1, 2, 3, 4].map((skip) => first + skip).find((i) => wordAt(view, i) === "of");
  if (of === undefined || /^(?:no|any|without|against|stop|end)$/.test(wordAt(view, first - 1))) return false;
  const tag = view.tags[of + 1]?.tag;
  return tag === "determiner" || tag === "number" || tag === "name";
}

/** "attack on talks", "war of words": the noun only describes another one before a noun. */
function isAttribute(view: View, hit: IncidentHit): boolean {
  const next = view.tags[hit.to]?.tag;
  return next === "noun" && !view.dayAt(hit.to) && !view.actorAt(hit.to) && !view.placeAt(hit.to);
}

/** First word of the noun phrase: adjectives, numbers and an article before the noun. */
export function phraseStart(view: View, at: number): number {
  let from = at;
  while (from > 0) {
    const tag = view.tags[from - 1]?.tag;
    const isName =
      tag === "name" &&
      (view.actorAt(from - 1) !== undefined ||
        view.analysis.places.some(
          (one) => one.role === "demonym" && one.start === view.tokens[from - 1]?.start,
        ));
    if (
      tag !== "adjective" &&
      tag !== "noun" &&
      tag !== "number" &&
      tag !== "determiner" &&
      tag !== "possessive" &&
      !isName
    )
      break;
    if (view.dayAt(from - 1) || SCENES.test(wordAt(view, from - 1))) break;
    from -= 1;
    if (isJoined(view, from)) from -= 1;
    if (/^(?:least|than)$/.test(wordAt(view, from - 1)) && /^(?:at|more|fewer)$/.test(wordAt(view, from - 2)))
      from -= 2;
    if (tag === "determiner") break;
  }
  return from;
}

/** "a drone and artillery attack": two nouns before the noun. */
function isJoined(view: View, at: number): boolean {
  return (
    wordAt(view, at - 1) === "and" &&
    view.tags[at]?.tag === "noun" &&
    /^(?:drone|rocket|missile|artillery|air|mortar|gun|bomb)$/.test(wordAt(view, at - 2))
  );
}

/** "there were clashes". */
function isThere(view: View, first: number): boolean {
  for (let i = first - 1; i >= Math.max(0, first - 5); i -= 1) if (wordAt(view, i) === "there") return true;
  return false;
}

function isNegated(view: View, first: number): boolean {
  return (
    /^(?:no|any)$/.test(wordAt(view, first)) ||
    [1, 2, 3].some((back) => /^(?:not|n't|no|never)$/.test(wordAt(view, first - back)))
  );
}

/** The verb after the noun that tells that it happens, over the words that say where and when. */
function occurrence(view: View, hit: IncidentHit): string | undefined {
  const clause = view.analysis.clauses.findLast(({ from, to }) => from <= hit.from && hit.from < to);
  const inside = clause?.verb && clause.verb.head >= hit.from && clause.verb.head < hit.to;
  const following = inside
    ? view.analysis.clauses.find((one) => one.verb && one.verb.head >= hit.to)
    : clause;
  const verb = following?.verb;
  if (!verb || verb.head < hit.to || verb.head > hit.to + 14 || verb.negated || verb.modality)
    return undefined;
  const subject = following.subject;
  if (subject && !inside && (hit.from < subject.from || hit.to > subject.to)) return undefined;
  const head = wordAt(view, verb.head);
  return view.words.has("happens", head) ? head : undefined;
}

/** "carried out 200 air strikes". */
export function isCarriedOut(view: View, first: number): boolean {
  const before = wordAt(view, first - 1);
  const verb = before === "out" ? wordAt(view, first - 2) : before;
  return view.words.has("carried-out", verb);
}

/** "repelled an attack", "survived a raid": the subject is whom it befell. */
export function isMet(view: View, first: number): boolean {
  const before = wordAt(view, first - 1);
  const verb = /^(?:off|back)$/.test(before) ? wordAt(view, first - 2) : before;
  return view.words.has("met", verb);
}

/** "after two days of clashes", "a night of heavy fighting". */
function isDuration(view: View, first: number): boolean {
  return (
    wordAt(view, first - 1) === "of" &&
    /^(?:days?|nights?|weeks?|hours?|months?|day|morning)$/.test(wordAt(view, first - 2))
  );
}
