import type { IncidentType, Stage } from "../../domain/claim.ts";
import { isPassive } from "../numbers/numbers-roles.ts";
import type { Draft, Finder, TokenRange } from "../types.ts";
import type { LexiconTexts } from "../words/lexicon.ts";
import { type View, wordAt } from "../words/view.ts";
import { drafted, isTold } from "./figure-draft.ts";
import { isUnreal } from "./figure-unreal.ts";
import { figureView, grammarsOf } from "./figure-view.ts";
import { actorOf, isNobody, recipientOf } from "./incident-actor.ts";
import { claimedAt, rememberIncident } from "./incident-claimed.ts";
import { type IncidentHit, parseIncidentWords } from "./incident-lexicon.ts";
import { noun, phraseStart } from "./incident-noun.ts";
import { objectOf, subjectOf } from "./incident-object.ts";
import { isSpot, placesOf } from "./incident-place.ts";
import { isByGroup, isRealised, killsCivilians } from "./incident-verb.ts";
import { byWeapon, weaponWith } from "./incident-weapon.ts";

/** Clashes, strikes, attacks, arrests and the other incidents that a text tells as having happened. */
export function incidentFinder(lexicon: LexiconTexts): Finder {
  const words = parseIncidentWords(lexicon);
  const grammars = grammarsOf(lexicon);
  return (analysis, report) => {
    if (!isTold(analysis)) return [];
    const hits = words(analysis.sentence.tokens);
    if (hits.length === 0) return [];
    const view = figureView(analysis, report, grammars);
    const found = hits.flatMap((hit) => incidentAt(view, hit));
    return withBreaks(view, onePerClause(found.filter((one) => !isItsToll(one, found)))).flatMap((one) => {
      const placed = draftsOf(view, one).filter((draft) => isPlaced(view, one, draft));
      for (const draft of placed) rememberIncident(view, draft);
      return placed;
    });
  };
}

/** Fighting that no words place nearer than a country, or that has neither place nor day of its own, is background. */
function isPlaced(view: View, { hit }: Incident, { place }: Draft): boolean {
  const { analysis } = view;
  if (hit.row.use === "noun" && (!place || place.inferred) && isCauseOf(view, hit)) return false;
  if (hit.row.use === "noun" && place?.inferred && !isSpot(place) && analysis.days.length === 0)
    return isNearby(view, hit);
  return place?.level !== "country";
}

/** A place is named behind the words in their clause, or opens the sentence ("In X, officials reported strikes"). */
function isPlaceTold(view: View, { from, to }: TokenRange): boolean {
  const clause = view.analysis.clauses.findLast((one) => one.from <= from && from < one.to);
  const end = view.tokens[(clause?.to ?? to) - 1]?.end ?? 0;
  const start = view.tokens[to]?.start ?? end;
  return view.analysis.places.some(
    ({ role, level, start: at }) => role === "place" && level !== "country" && at >= start && at < end,
  );
}

const SUFFERED =
  /^(?:kill|die|wound|injure|lose|flee|displace|leave|uproot|strand|stop|suspend|halt|delay|cost|claim|treat|admit)$/;

/** "killed in a week of fighting", "fled two days of fighting": the cause of a figure, told as one. */
function isCauseOf(view: View, { from, to }: IncidentHit): boolean {
  if (isPlaceTold(view, { from, to })) return false;
  const before = wordAt(view, phraseStart(view, from) - 1);
  const clause = view.analysis.clauses.findLast((one) => one.from <= from && from < one.to);
  return (
    /^(?:in|of|after|by|from|during|amid)$/.test(before) &&
    clause?.verb !== undefined &&
    clause.verb.head < from &&
    SUFFERED.test(clause.verb.lemma)
  );
}

/** "shooting in the area of the hotel", "fighting 30 km to the east": a spot that no name tells. */
function isNearby(view: View, hit: IncidentHit): boolean {
  if (isPlaceTold(view, hit)) return true;
  const words = view.tokens
    .slice(hit.to, hit.to + 12)
    .map(({ lower }) => lower)
    .join(" ");
  return /\b\d+ ?(?:km|kilomet(?:re|er)s|miles)\b|\bin the (?:area|city centre|city center|town centre|town center|streets|centre|center|vicinity|outskirts)\b|\b(?:on|in) (?:the|its) (?:outskirts|edges?|suburbs)\b|\bin (?:several|some|many|parts of)\b|\b(?:at|outside|inside) (?:the|a|an|its) \w+/.test(
    words,
  );
}

interface Incident {
  readonly hit: IncidentHit;
  readonly type: IncidentType;
  readonly clause: number;
  readonly stage?: Stage;
  /** Token after the words that belong to it, where they go beyond the object. */
  readonly end?: number;
}

function incidentAt(view: View, hit: IncidentHit): readonly Incident[] {
  if (isUntold(view, hit)) return [];
  const clause = view.analysis.clauses.findLastIndex(({ from, to }) => from <= hit.from && hit.from < to);
  if (hit.row.use === "noun") {
    const happening = noun(view, hit);
    const type = weaponWith(view, hit) ?? hit.row.type;
    return happening ? [{ hit, type, clause, ...happening }] : [];
  }
  if (hit.row.use === "claimed") return [{ hit, type: hit.row.type, clause }];
  if (!isRealised(view, hit)) return [];
  const slain = hit.row.use === "slain" && isByGroup(view, hit) && !killsCivilians(view, hit);
  const type = byWeapon(view, hit) ?? (slain ? "attack" : hit.row.type);
  const now = /^under_/.test(hit.row.words) && view.analysis.clauses[clause]?.verb?.tense === "present";
  return [{ hit, type, clause, ...(now ? { stage: "ongoing" as const } : {}) }];
}

/** Told as possible, planned, conditional or as not so. */
function isUntold(view: View, { from, row }: IncidentHit): boolean {
  const clause = view.analysis.clauses.findLast((one) => one.from <= from && from < one.to);
  if (isLongAgo(view, clause)) return true;
  if (clause?.role === "condition" || clause?.role === "purpose") return true;
  if (
    clause?.verb &&
    row.use !== "noun" &&
    clause.verb.head >= from - 1 &&
    (clause.verb.negated || clause.verb.modality)
  )
    return true;
  if (row.use === "noun") return clause?.verb?.modality !== undefined && clause.verb.modality !== "can";
  return isUnreal(view, from);
}

/** Told of a year: background. */
function isLongAgo(view: View, clause: TokenRange | undefined): boolean {
  const start = view.tokens[clause?.from ?? 0]?.start ?? 0;
  const end = view.tokens[(clause?.to ?? view.tokens.length) - 1]?.end ?? 0;
  return view.analysis.days.some(
    (day) => day.valid.precision === "year" && day.start >= start && day.end <= end,
  );
}

/** The more telling type comes first. */
const RANK: readonly IncidentType[] = [
  "prison-break",
  "air-strike",
  "bombing",
  "shelling",
  "killing",
  "abduction",
  "arrest",
  "release",
  "looting",
  "destruction",
  "agreement",
  "protest",
  "deployment",
  "attack",
  "clash",
];

/** One incident a clause: the most telling; one type a sentence, the first. */
function onePerClause(found: readonly Incident[]): Incident[] {
  const kept: Incident[] = [];
  for (const one of [...found].sort(
    (a, b) => RANK.indexOf(a.type) - RANK.indexOf(b.type) || a.hit.from - b.hit.from,
  )) {
    const rival = kept.some((other) => other.type === one.type || other.clause === one.clause);
    if (!rival) kept.push(one);
  }
  return kept.sort((a, b) => a.hit.from - b.hit.from);
}

/** "ambushed a convoy, killing two drivers" is an ambush with its toll. */
function isItsToll({ hit }: Incident, found: readonly Incident[]): boolean {
  return (
    hit.row.use === "slain" &&
    found.some(({ type, hit: other }) => type !== "killing" && other.from < hit.from)
  );
}

/** "attacked a prison and freed inmates" is one break: it begins with the attack. */
function withBreaks(view: View, found: readonly Incident[]): readonly Incident[] {
  const atPrison = found.find(({ type, hit }) => type === "attack" && isAtPrison(view, hit));
  const broken =
    found.find(({ type }) => type === "prison-break") ??
    (atPrison && found.find(({ type }) => type === "release"));
  const attack = broken && atPrison && atPrison.hit.to <= broken.hit.from ? atPrison : undefined;
  if (!broken || !attack) return found;
  const whole = {
    ...attack,
    type: "prison-break" as const,
    hit: { ...attack.hit, row: { ...attack.hit.row, type: "prison-break" as const } },
    end: broken.hit.to,
  };
  return found.filter((one) => one !== attack).map((one) => (one === broken ? whole : one));
}

const PRISON = /^(?:prison|prisons|jail|jails)$/;

function isAtPrison(view: View, hit: IncidentHit): boolean {
  const object = objectOf(view, hit);
  return (
    object !== undefined && view.tokens.slice(object.from, object.to).some(({ lower }) => PRISON.test(lower))
  );
}

/** What the row says, or the drone that is the subject. */
function meansOf(view: View, hit: IncidentHit): { readonly means?: string } {
  if (hit.row.means) return { means: hit.row.means };
  const subject = hit.row.use === "noun" ? undefined : subjectOf(view, hit);
  const words = subject ? view.tokens.slice(subject.from, subject.to) : [];
  return words.some(({ lower }) => /^(?:drones?|uavs?)$/.test(lower)) ? { means: "drone" } : {};
}

/** One draft a place. */
function draftsOf(view: View, incident: Incident): Draft[] {
  const { hit, stage, end } = incident;
  const claimed = hit.row.use === "claimed" ? claimedAt(view, hit) : incident;
  if (!claimed) return [];
  const { type } = claimed;
  const known = "place" in claimed ? claimed.place : undefined;
  const verbal = hit.row.use !== "noun";
  const passive = verbal && isPassive(view.tokens, hit.from);
  const object = verbal && !passive ? objectOf(view, hit) : undefined;
  const actor = actorOf(view, hit, passive);
  const recipient = recipientOf(view, hit, { passive, object });
  const target = passive ? subjectOf(view, hit) : object;
  const words = { from: hit.from, to: Math.max(end ?? 0, object?.to ?? 0, hit.to) };
  return (known ? [known] : placesOf(view, hit, target, type)).map((place) => ({
    kind: "incident",
    type,
    ...(actor ? { actor } : isNobody(view, hit) ? { actorUntold: true as const } : {}),
    ...(recipient && recipient.id !== actor?.id ? { recipient } : {}),
    ...meansOf(view, hit),
    ...drafted(view, { words, trigger: hit }, place ? { place } : {}),
    ...(stage ? { stage } : {}),
    basis: `incident: ${hit.row.words} (${hit.row.use})`,
  }));
}
