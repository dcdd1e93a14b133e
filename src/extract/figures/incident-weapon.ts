import { isPassive } from "../numbers/numbers-roles.ts";
import { type View, wordAt } from "../words/view.ts";
import type { IncidentHit } from "./incident-lexicon.ts";
import { has, subjectOf } from "./incident-object.ts";

/** "fired rockets at the base", "shells were fired towards the airport": what was fired at something. */
export function firedAt(view: View, hit: IncidentHit): "air-strike" | "shelling" | undefined {
  const passive = isPassive(view.tokens, hit.from);
  const what = passive
    ? subjectOf(view, hit)
    : { from: hit.to, to: Math.min(view.tokens.length, hit.to + 8) };
  if (!what) return undefined;
  const aimed = view.tokens
    .slice(hit.to, hit.to + 12)
    .some(({ lower }) => /^(?:at|into|towards?|against|on)$/.test(lower));
  if (!aimed) return undefined;
  if (has(view, what, "weapon")) return has(view, what, "airborne") ? "air-strike" : "shelling";
  return undefined;
}

/** "A drone hit a vehicle" is an air strike, "rockets hit the runway" shelling. */
export function byWeapon(view: View, hit: IncidentHit): "air-strike" | "shelling" | "bombing" | undefined {
  const subject =
    hit.row.use === "phrase" || isPassive(view.tokens, hit.from) ? undefined : subjectOf(view, hit);
  const means = weaponWith(view, hit);
  if (means) return means;
  if (hit.row.use === "fired") return firedAt(view, hit);
  if (hit.row.use === "hit-by") {
    const by = { from: hit.to, to: Math.min(view.tokens.length, hit.to + 4) };
    return has(view, by, "airborne") ? "air-strike" : has(view, by, "weapon") ? "shelling" : undefined;
  }
  if (!subject || !/^(?:attack|shelling|killing)$/.test(hit.row.type)) return undefined;
  return has(view, subject, "airborne")
    ? "air-strike"
    : has(view, subject, "weapon")
      ? "shelling"
      : undefined;
}

/** "suicide car bomb attacks", "a drone and artillery assault", "aerial attacks". */
function weaponBefore(view: View, at: number): "air-strike" | "shelling" | "bombing" | undefined {
  const before = wordAt(view, at - 1);
  if (/^(?:bomb|bombing|suicide|grenade|ied|explosives?)$/.test(before)) return "bombing";
  if (/^(?:drone|aerial|air|helicopter|uav)$/.test(before)) return "air-strike";
  if (/^(?:artillery|mortar|rocket|missile)$/.test(before))
    return wordAt(view, at - 2) === "and" && /^(?:drone|air)$/.test(wordAt(view, at - 3))
      ? "air-strike"
      : "shelling";
  return undefined;
}

/** "attacked the city with ballistic missiles", "an attack with cluster munitions". */
export function weaponWith(
  view: View,
  { from, to, row }: IncidentHit,
): "air-strike" | "shelling" | "bombing" | undefined {
  if (row.type !== "attack") return undefined;
  const named = row.use === "noun" ? weaponBefore(view, from) : undefined;
  if (named) return named;
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
