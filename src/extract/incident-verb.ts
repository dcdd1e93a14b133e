import type { IncidentHit } from "./incident-lexicon.ts";
import { phraseAt } from "./noun-phrase.ts";
import { isPassive } from "./numbers-roles.ts";
import type { TokenRange } from "./types.ts";
import { type View, wordAt } from "./view.ts";

/** Nouns that are attacked though they are no place, force or person. */
const TARGETS =
  /^(?:convoys?|patrols?|vehicles?|trucks?|buses|bus|cars?|tankers?|ships?|vessels?|houses?|homes?|schools?|mosques?|churche?s?|hospitals?|clinics?|markets?|weddings?|funerals?|processions?|gatherings?|positions?|checkpoints?|outposts?|posts?|caravans?|columns?|tents?|camps?|warehouses?|columns?|them|civilians|crowds?|protesters|demonstrators|people|lines?|targets|strongholds?|hideouts?)$/;
const WEAPONS =
  /^(?:rockets?|shells?|missiles?|mortars?|projectiles?|artillery|drones?|gunfire|bullets|munitions|salvos?|grenades?|rounds?)$/;
const AIRBORNE = /^(?:aircraft|warplanes?|jets?|planes?|drones?|helicopters?|gunships?)$/;
const KILLERS = /^(?:gunmen|gunman|attackers|assailants|assassins|bandits|masked)$/;
const PRISON = /^(?:prisons?|jails?|prisoners|inmates|detainees|convicts|detention)$/;
const TRUCE =
  /^(?:ceasefire|cease-fire|truce|armistice|agreement|deal|accord|pact|peace|bargain|surrender|handover)$/;
const NO_DEAL = /^(?:trade|business|oil|contract|loan|arms|free|climate|nuclear|investment)$/;
const TROOPS =
  /^(?:troops?|soldiers?|forces?|reinforcements?|commandos?|paratroopers?|parachutists|battalions?|brigades?|units?|peacekeepers?|contingents?|fighters|reservists|tanks|vehicles|police|officers|personnel|warships?|columns?)$/;

/** Whether what stands around a verb makes it the incident that its row says. */
export function isRealised(view: View, hit: IncidentHit): boolean {
  const passive = isPassive(view.tokens, hit.from);
  const around = passive ? subjectOf(view, hit) : objectOf(view, hit);
  switch (hit.row.use) {
    case "phrase":
      return true;
    case "target":
      if (
        hit.row.words === "attack" &&
        view.tags[hit.from]?.tag !== "verb" &&
        !/^(?:on|against)$/.test(wordAt(view, hit.to))
      )
        return false;
      return around !== undefined && isTarget(view, around);
    case "verb":
      return isVerbal(view, hit);
    case "persons":
      return isVerbal(view, hit) && around !== undefined && hasPersons(view, around);
    case "prison":
      return near(view, hit, 12, PRISON);
    case "troops":
      return (around !== undefined && has(view, around, TROOPS)) || (passive && near(view, hit, 6, TROOPS));
    case "landed":
      return isLanding(view, hit);
    case "slain":
      return isSlaying(view, hit);
    case "deal":
      return (
        isVerbal(view, hit) &&
        near(view, { ...hit, from: hit.to }, 6, TRUCE) &&
        !near(view, { ...hit, from: hit.to }, 6, NO_DEAL)
      );
    case "noun":
      return false;
  }
}

/** "A drone hit a vehicle" is an air strike, "rockets hit the runway" shelling. */
export function byWeapon(view: View, hit: IncidentHit): "air-strike" | "shelling" | undefined {
  const subject = hit.row.use === "landed" || hit.row.use === "slain" ? subjectOf(view, hit) : undefined;
  if (!subject) return undefined;
  return has(view, subject, AIRBORNE) ? "air-strike" : has(view, subject, WEAPONS) ? "shelling" : undefined;
}

function isLanding(view: View, hit: IncidentHit): boolean {
  const subject = subjectOf(view, hit);
  if (!subject) return false;
  return (
    has(view, subject, WEAPONS) ||
    (has(view, subject, AIRBORNE) && /^(?:hit|struck|targeted)$/.test(hit.row.words))
  );
}

/** Gunmen, or a weapon, did it: "a drone killed two men". */
function isSlaying(view: View, hit: IncidentHit): boolean {
  const subject = isPassive(view.tokens, hit.from) ? undefined : subjectOf(view, hit);
  return (
    subject !== undefined &&
    (has(view, subject, AIRBORNE) || has(view, subject, WEAPONS) || has(view, subject, KILLERS))
  );
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
    if (view.placeAt(i) || view.actorAt(i) || TARGETS.test(wordAt(view, i))) return true;
    if (/^(?:it|them)$/.test(wordAt(view, i)) || view.placeNouns.has(wordAt(view, i)) || isPerson(view, i))
      return true;
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

function has(view: View, range: TokenRange, wanted: RegExp): boolean {
  for (let i = range.from; i < range.to; i += 1) if (wanted.test(wordAt(view, i))) return true;
  return false;
}

function near(
  view: View,
  hit: { readonly from: number; readonly to: number },
  reach: number,
  wanted: RegExp,
): boolean {
  return has(
    view,
    { from: Math.max(0, hit.from - reach), to: Math.min(view.tokens.length, hit.to + reach) },
    wanted,
  );
}
