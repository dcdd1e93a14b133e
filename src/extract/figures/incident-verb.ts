import { isPassive } from "../numbers/numbers-roles.ts";
import type { TokenRange } from "../types.ts";
import { type View, wordAt } from "../words/view.ts";
import type { IncidentHit } from "./incident-lexicon.ts";
import { has, near, objectOf, subjectOf } from "./incident-object.ts";
import { byWeapon, firedAt } from "./incident-weapon.ts";

/** Whether what stands around a verb makes it the incident that its row says. */
export function isRealised(view: View, hit: IncidentHit): boolean {
  const passive = isPassive(view.tokens, hit.from);
  const around = passive ? subjectOf(view, hit) : objectOf(view, hit);
  switch (hit.row.use) {
    case "phrase":
      return true;
    case "target":
      if (hit.row.words === "attack" && view.tags[hit.from]?.tag !== "verb") return false;
      return around !== undefined && isTarget(view, around) && !isTaking(view, hit, around);
    case "verb":
      return isVerbal(view, hit) && (hit.row.type !== "protest" || isCrowd(view, hit));
    case "fighting":
      return (
        /^(?:around|near|outside|with|against|inside|on|for)$/.test(wordAt(view, hit.to)) &&
        isFight(view, hit)
      );
    case "fired":
      return firedAt(view, hit) !== undefined;
    case "hit-by":
      return byWeapon(view, hit) !== undefined;
    case "arriving": {
      const arriving = subjectOf(view, hit);
      return arriving !== undefined && has(view, arriving, "troops");
    }
    case "persons":
      return isVerbal(view, hit) && around !== undefined && hasPersons(view, around);
    case "prison":
      return near(view, hit, 12, "prison");
    case "troops":
      return (
        (around !== undefined && has(view, around, "troops")) || (passive && near(view, hit, 6, "troops"))
      );
    case "landed":
      return isLanding(view, hit);
    case "built":
      return isVerbal(view, hit) && around !== undefined && has(view, around, "built");
    case "slain":
      return isSlaying(view, hit);
    case "deal":
      return (
        isToldVerb(view, hit) &&
        near(view, { ...hit, from: hit.to }, 6, "truce") &&
        !near(view, { ...hit, from: hit.to }, 6, "other-deal")
      );
    case "noun":
    case "claimed":
      return false;
  }
}

const TAKEN = /^(?:overrun|overran|captured|seized|took|taken|occupied|retook|retaken|recaptured|conquered)$/;

/** "stormed the town", "attacked and overrun": control tells it. */
function isTaking(view: View, { row, to }: IncidentHit, around: TokenRange): boolean {
  if (wordAt(view, to) === "and" && TAKEN.test(wordAt(view, to + 1))) return true;
  if (!/^storm/.test(row.words)) return false;
  for (let i = around.from; i < around.to; i += 1)
    if (/^(?:city|town|village)$/.test(view.placeAt(i)?.level ?? "")) return true;
  return false;
}

function isLanding(view: View, hit: IncidentHit): boolean {
  const subject = subjectOf(view, hit);
  if (!subject) return false;
  return (
    has(view, subject, "weapon") ||
    (has(view, subject, "airborne") && /^(?:hit|struck|targeted)$/.test(hit.row.words))
  );
}

/** "Rebels of X killed ten soldiers near Y": an armed group, a number of persons, and where. */
export function isByGroup(view: View, hit: IncidentHit): boolean {
  const clause = view.analysis.clauses.findLast(({ from, to }) => from <= hit.from && hit.from < to);
  if (hit.row.words !== "killed" || clause?.verb?.voice !== "active" || !clause.subject) return false;
  const subject = view.tokens.slice(clause.subject.from, clause.subject.to);
  const isGroup = view.analysis.actors.some(
    ({ actor, start }) =>
      actor?.kind === "armed-group" &&
      start >= (subject[0]?.start ?? 0) &&
      start < (subject.at(-1)?.end ?? 0),
  );
  const start = view.tokens[hit.to]?.start ?? 0;
  const end = view.tokens[clause.to - 1]?.end ?? 0;
  const within = (one: { readonly start: number; readonly end: number }) =>
    one.start >= start && one.end <= end;
  return (
    isGroup &&
    view.analysis.numbers.some(within) &&
    view.analysis.places.some((one) => one.role === "place" && one.level !== "country" && within(one))
  );
}

/** Soldiers and policemen are attacked, others are killed. */
export function killsCivilians(view: View, { to }: IncidentHit): boolean {
  return !view.tokens
    .slice(to, to + 8)
    .some(({ lower }) =>
      /^(?:soldiers?|troops?|policem[ae]n|officers?|police|guards?|fighters?|militiamen|commandos|gendarmes|personnel)$/.test(
        lower,
      ),
    );
}

/** Gunmen, or a weapon, did it: "a drone killed two men". */
function isSlaying(view: View, hit: IncidentHit): boolean {
  if (isByGroup(view, hit)) return true;
  const subject = isPassive(view.tokens, hit.from) ? undefined : subjectOf(view, hit);
  return (
    subject !== undefined &&
    (has(view, subject, "airborne") || has(view, subject, "weapon") || has(view, subject, "unknown-killer"))
  );
}

/** "fought around the town", "fought with the rebels in X", not "fought in the war", "fought for years". */
function isFight(view: View, hit: IncidentHit): boolean {
  const clause = view.analysis.clauses.findLast(({ from, to }) => from <= hit.from && hit.from < to);
  if (!clause?.verb || clause.verb.head < hit.from - 1 || clause.verb.head >= hit.to) return false;
  const end = view.tokens[clause.to - 1]?.end ?? 0;
  const start = view.tokens[hit.to]?.start ?? 0;
  return view.analysis.places.some(
    (one) => one.role === "place" && one.level !== "country" && one.start >= start && one.end <= end,
  );
}

/** Many protest; "the imam who protested" is no protest. */
function isCrowd(view: View, hit: IncidentHit): boolean {
  const subject = subjectOf(view, hit);
  return subject !== undefined && has(view, subject, "crowd-of");
}

/** The verb of a clause with a subject: not "the agreement reached last week". */
function isToldVerb(view: View, hit: IncidentHit): boolean {
  if (view.words.has("truce", wordAt(view, hit.from - 1))) return false;
  return view.analysis.clauses.some(
    ({ verb, subject, role }) =>
      verb !== undefined &&
      subject !== undefined &&
      role !== "participle" &&
      role !== "relative" &&
      verb.from < hit.to &&
      hit.from < verb.to,
  );
}

function isVerbal(view: View, hit: IncidentHit): boolean {
  return (
    view.analysis.clauses.some(
      ({ verb }) => verb !== undefined && verb.from < hit.to && hit.from < verb.to,
    ) || hit.row.words === "looters"
  );
}

/** A place, an armed actor, persons or what is attacked stand in the range. */
export function isTarget(view: View, range: TokenRange): boolean {
  for (let i = range.from; i < range.to; i += 1) {
    if (view.placeAt(i) || view.actorAt(i) || view.words.has("attackable", wordAt(view, i))) return true;
    if (view.placeNouns.has(wordAt(view, i)) || isPerson(view, i)) return true;
  }
  return false;
}

function hasPersons(view: View, range: TokenRange): boolean {
  for (let i = range.from; i < range.to; i += 1) {
    const token = view.tokens[i];
    if (isPerson(view, i) || view.actorAt(i) || view.tags[i]?.tag === "pronoun") return true;
    if (token && view.tags[i]?.tag === "name" && !view.placeAt(i) && !view.dayAt(i)) return true;
  }
  return false;
}

function isPerson(view: View, at: number): boolean {
  const word = wordAt(view, at);
  return view.words.has("person-noun", word) || view.words.has("force-noun", word);
}
