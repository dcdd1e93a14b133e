import type { ActorRef, IncidentType, Stage } from "../../domain/claim.ts";
import type { ClaimPlace } from "../../domain/place.ts";
import { isPassive } from "../numbers/numbers-roles.ts";
import { siteOf } from "../places/claim-place.ts";
import { placeAt } from "../places/place-of.ts";
import type { Draft, Finder, TokenRange } from "../types.ts";
import type { LexiconTexts } from "../words/lexicon.ts";
import { type View, wordAt } from "../words/view.ts";
import { actorIn, byActor, gainerSoFar, stateIn, subjectActor } from "./figure-actor.ts";
import { type Drafted, drafted, isTold } from "./figure-draft.ts";
import { figureFocus, figureView, grammarsOf } from "./figure-view.ts";
import { type IncidentHit, parseIncidentWords } from "./incident-lexicon.ts";
import { isCarriedOut, noun, phraseStart } from "./incident-noun.ts";
import { byWeapon, isRealised, objectOf, subjectOf } from "./incident-verb.ts";

/** Clashes, strikes, attacks, arrests and the other incidents that a text tells as having happened. */
export function incidentFinder(lexicon: LexiconTexts): Finder {
  const words = parseIncidentWords(lexicon);
  const grammars = grammarsOf(lexicon);
  return (analysis, report) => {
    if (!isTold(analysis)) return [];
    const hits = words.all(analysis.sentence.tokens);
    if (hits.length === 0) return [];
    const view = figureView(analysis, report, grammars);
    const found = hits.flatMap((hit) => incidentAt(view, hit));
    return withBreaks(view, onePerClause(found.filter((one) => !isItsToll(one, found))))
      .map((one) => ({ one, draft: draftOf(view, one) }))
      .filter(({ one, draft }) => isPlaced(view, one, draft))
      .map(({ draft }) => draft);
  };
}

/** Fighting that no words place nearer than a country, or that has neither place nor day of its own, is background. */
function isPlaced({ analysis }: View, { hit }: Incident, { place }: Draft): boolean {
  if (hit.row.use === "noun" && place?.inferred && place.level !== "site" && analysis.days.length === 0)
    return false;
  return place?.level !== "country";
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
  if (isUnreal(view, hit)) return [];
  const clause = view.analysis.clauses.findLastIndex(({ from, to }) => from <= hit.from && hit.from < to);
  if (hit.row.use === "noun") {
    const happening = noun(view, hit);
    return happening ? [{ hit, type: hit.row.type, clause, ...happening }] : [];
  }
  if (!isRealised(view, hit)) return [];
  const type = byWeapon(view, hit) ?? hit.row.type;
  const now = /^under_/.test(hit.row.words) && view.analysis.clauses[clause]?.verb?.tense === "present";
  return [{ hit, type, clause, ...(now ? { stage: "ongoing" as const } : {}) }];
}

const UNREAL =
  /^(?:would|could|might|may|can|should|will|'ll|wo|must|cannot|to|if|not|n't|never|no|without|threatened|planned|failed|refused|denied|against|prevent|avoid)$/;

/** Told as possible, planned, conditional or as not so. */
function isUnreal(view: View, { from, row }: IncidentHit): boolean {
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
  for (let i = from - 1; i >= Math.max(0, from - 3); i -= 1) {
    const before = wordAt(view, i);
    if (UNREAL.test(before)) return true;
    if (!/^(?:be|been|being|have|has|had|is|are|was|were|also|and|\w+ly)$/.test(before)) return false;
  }
  return false;
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
  const broken = found.find(({ type }) => type === "prison-break");
  const attack =
    broken &&
    found.find(({ type, hit }) => type === "attack" && hit.to <= broken.hit.from && isAtPrison(view, hit));
  if (!broken || !attack) return found;
  const whole = {
    ...attack,
    type: broken.type,
    hit: { ...attack.hit, row: { ...attack.hit.row, type: broken.type } },
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

function draftOf(view: View, { hit, type, stage, end }: Incident): Draft {
  const verbal = hit.row.use !== "noun";
  const passive = verbal && isPassive(view.tokens, hit.from);
  const object = verbal && !passive ? objectOf(view, hit) : undefined;
  const actor = actorOf(view, hit, passive);
  const recipient = recipientOf(view, hit, { passive, object });
  const place = placeOfObject(view, passive ? subjectOf(view, hit) : object);
  const words = { from: hit.from, to: Math.max(end ?? 0, object?.to ?? 0, hit.to) };
  return {
    kind: "incident",
    type,
    ...(actor ? { actor } : isNobody(view, hit) ? { actorUntold: true as const } : {}),
    ...(recipient && recipient.id !== actor?.id ? { recipient } : {}),
    ...(hit.row.means ? { means: hit.row.means } : {}),
    ...asSite(type, drafted(view, { words, trigger: hit }, place ? { place } : {})),
    ...(stage ? { stage } : {}),
    basis: `incident: ${hit.row.words} (${hit.row.use})`,
  };
}

/** A prison stands in its town. */
function asSite(type: IncidentType, made: Drafted): Drafted {
  const { place } = made;
  if (type !== "prison-break" || !place || place.level === "site" || place.level === "country") return made;
  return { ...made, place: siteOf(place, "prison", "prison") };
}

function actorOf(view: View, hit: IncidentHit, passive: boolean): ActorRef | undefined {
  const by = byActor(view, hit);
  if (by) return by;
  if (hit.row.type === "prison-break") return subjectActor(view, hit) ?? gainerSoFar(view);
  if (passive) return undefined;
  if (isNamed(view, hit)) return ownerOf(view, hit);
  if (hit.row.use !== "noun") return isNobody(view, hit) ? undefined : subjectActor(view, hit);
  if (isCarriedOut(view, phraseStart(view, hit.from))) return subjectActor(view, hit) ?? ownerOf(view, hit);
  const told = ownerOf(view, hit) ?? between(view, hit)?.[0];
  return told ?? (hit.row.type === "clash" ? gainerSoFar(view) : undefined);
}

/** "repelled an attack on the town": the noun, whose subject is not the attacker. */
function isNamed(view: View, { row, from }: IncidentHit): boolean {
  return row.use === "target" && row.words === "attack" && view.tags[from]?.tag !== "verb";
}

/** "Gunmen", "attackers": the text says that nobody knows who. */
function isNobody(view: View, hit: IncidentHit): boolean {
  const subject = subjectOf(view, hit);
  if (!subject) return false;
  const words = view.tokens.slice(subject.from, subject.to);
  if (
    !words.some(({ lower }) =>
      /^(?:gunmen|gunman|attackers?|assailants?|bandits|bomber|bombers)$/.test(lower),
    )
  )
    return false;
  return !view.analysis.actors.some(
    (one) => !one.generic && one.start >= (words[0]?.start ?? 0) && one.end <= (words.at(-1)?.end ?? 0),
  );
}

/** "Russian air strikes", "rebel shelling": the actor right before the noun. */
function ownerOf(view: View, { from }: IncidentHit): ActorRef | undefined {
  for (let i = from - 1; i >= Math.max(0, from - 3); i -= 1) {
    const mention = view.actorAt(i);
    if (mention?.actor) return { id: mention.actor.id, name: mention.actor.name, mention: mention.text };
    if (/^(?:preposition|verb|determiner|possessive)$/.test(view.tags[i]?.tag ?? "")) return undefined;
    const state = stateIn(view, { from: i, to: i + 1 });
    if (state) return state;
  }
  return undefined;
}

/** "clashes between A and B". */
function between(view: View, { to }: IncidentHit): readonly ActorRef[] | undefined {
  if (wordAt(view, to) !== "between") return undefined;
  const start = view.tokens[to]?.start ?? 0;
  const found = view.analysis.actors.filter((one) => one.start > start && one.actor).slice(0, 2);
  return found.map((one) => ({ id: one.actor!.id, name: one.actor!.name, mention: one.text }));
}

function recipientOf(
  view: View,
  hit: IncidentHit,
  { passive, object }: { readonly passive: boolean; readonly object: TokenRange | undefined },
): ActorRef | undefined {
  if (passive) return actorIn(view, subjectOf(view, hit));
  if (hit.row.use === "noun") return between(view, hit)?.[1];
  for (let i = hit.to; i < Math.min(view.tokens.length, hit.to + 8); i += 1) {
    if (/^(?:with|against|on)$/.test(wordAt(view, i))) {
      const found = actorIn(view, { from: i + 1, to: view.tokens.length });
      if (found) return found;
    }
  }
  return object && actorIn(view, object);
}

/** The thing attacked, when it is a place: "attacked a prison in the city". */
function placeOfObject(view: View, object: TokenRange | undefined): ClaimPlace | undefined {
  if (!object) return undefined;
  const argument = placeAt(
    view,
    { from: object.from, to: Math.min(view.tokens.length, object.to + 10) },
    figureFocus(view),
  );
  if (!argument?.place?.inferred || argument.form === "pronoun") return argument?.place;
  return wordAt(view, argument.words.to - 1).endsWith("s") ? undefined : argument.place;
}
