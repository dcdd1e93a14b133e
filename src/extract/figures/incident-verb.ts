import { isPassive } from "../numbers/numbers-roles.ts";
import type { TokenRange } from "../types.ts";
import { phraseAt } from "../words/noun-phrase.ts";
import { type View, wordAt } from "../words/view.ts";
import type { IncidentHit } from "./incident-lexicon.ts";

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
        isVerbal(view, hit) &&
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

/** "A drone hit a vehicle" is an air strike, "rockets hit the runway" shelling. */
export function byWeapon(view: View, hit: IncidentHit): "air-strike" | "shelling" | undefined {
  const subject =
    hit.row.use === "phrase" || isPassive(view.tokens, hit.from) ? undefined : subjectOf(view, hit);
  const with_ = weaponWith(view, hit);
  if (with_) return with_;
  if (!subject || !/^(?:attack|shelling|killing)$/.test(hit.row.type)) return undefined;
  return has(view, subject, "airborne")
    ? "air-strike"
    : has(view, subject, "weapon")
      ? "shelling"
      : undefined;
}

/** "attacked the city with ballistic missiles", "an attack with cluster munitions". */
export function weaponWith(
  view: View,
  { from, to, row }: IncidentHit,
): "air-strike" | "shelling" | undefined {
  if (row.type !== "attack") return undefined;
  for (let i = to; i < Math.min(view.tokens.length, to + 14); i += 1) {
    if (
      /^[;,:]$/.test(wordAt(view, i)) ||
      (i > from && view.tags[i]?.tag === "verb" && wordAt(view, i) !== "using")
    )
      return undefined;
    if (!/^(?:with|using)$/.test(wordAt(view, i))) continue;
    const means = { from: i + 1, to: Math.min(view.tokens.length, i + 4) };
    if (has(view, means, "airborne")) return "air-strike";
    return has(view, means, "weapon") ? "shelling" : undefined;
  }
  return undefined;
}

function isLanding(view: View, hit: IncidentHit): boolean {
  const subject = subjectOf(view, hit);
  if (!subject) return false;
  return (
    has(view, subject, "weapon") ||
    (has(view, subject, "airborne") && /^(?:hit|struck|targeted)$/.test(hit.row.words))
  );
}

/** Gunmen, or a weapon, did it: "a drone killed two men". */
function isSlaying(view: View, hit: IncidentHit): boolean {
  const subject = isPassive(view.tokens, hit.from) ? undefined : subjectOf(view, hit);
  return (
    subject !== undefined &&
    (has(view, subject, "airborne") || has(view, subject, "weapon") || has(view, subject, "unknown-killer"))
  );
}

/** Many protest; "the imam who protested" is no protest. */
function isCrowd(view: View, hit: IncidentHit): boolean {
  const subject = subjectOf(view, hit);
  return subject !== undefined && has(view, subject, "crowd-of");
}

function isVerbal(view: View, hit: IncidentHit): boolean {
  return (
    view.analysis.clauses.some(
      ({ verb }) => verb !== undefined && verb.from < hit.to && hit.from < verb.to,
    ) || hit.row.words === "looters"
  );
}

/** The words between the verb and the end of its object's noun phrase. */
export function objectOf(view: View, hit: IncidentHit): TokenRange | undefined {
  let from = hit.to;
  while (
    /^(?:on|at|into|upon|off|down|out|up|over|the|a|an|and)$/.test(wordAt(view, from)) &&
    from < hit.to + 2
  )
    from += 1;
  const phrase =
    phraseAt(view, from, Math.min(view.tokens.length, from + 10)) ??
    phraseAt(view, hit.to, Math.min(view.tokens.length, hit.to + 10));
  return phrase ? { from: phrase.from, to: phrase.to } : undefined;
}

export function subjectOf(view: View, hit: IncidentHit): TokenRange | undefined {
  const clause = view.analysis.clauses.findLast(({ from, to }) => from <= hit.from && hit.from < to);
  return clause?.subject ?? clause?.antecedent;
}

function isTarget(view: View, range: TokenRange): boolean {
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

function has(view: View, range: TokenRange, wanted: string): boolean {
  for (let i = range.from; i < range.to; i += 1) if (view.words.has(wanted, wordAt(view, i))) return true;
  return false;
}

function near(
  view: View,
  hit: { readonly from: number; readonly to: number },
  reach: number,
  wanted: string,
): boolean {
  return has(
    view,
    { from: Math.max(0, hit.from - reach), to: Math.min(view.tokens.length, hit.to + reach) },
    wanted,
  );
}
