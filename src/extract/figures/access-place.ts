import type { ClaimPlace } from "../../domain/place.ts";
import type { ToponymMention } from "../../gazetteer/types.ts";
import { inferred, knownPlace, namedPlace, siteOf } from "../places/claim-place.ts";
import { placeSpokenOf } from "../places/discourse.ts";
import { placeAt } from "../places/place-of.ts";
import type { TokenRange } from "../types.ts";
import { type View, wordAt } from "../words/view.ts";
import type { Target } from "./access-target.ts";
import { whereOf } from "./figure-place.ts";
import { onlyCrossing } from "./figure-spoken.ts";
import { figureFocus } from "./figure-view.ts";

/** The target's own place: its name, what it stands at, or the only crossing that the report names. */
export function placeOfTarget(view: View, target: Target): ClaimPlace | undefined {
  if (target.word === "curfew" || target.target === "aid") return undefined;
  const at = target.target === "crossing" ? crossingAt(view, target) : undefined;
  if (at) return at;
  for (let i = target.from; i < target.to; i += 1) {
    const argument = placeAt(
      view,
      { from: i, to: Math.min(view.tokens.length, target.to + 8) },
      figureFocus(view),
    );
    if (argument?.place && argument.words.to >= target.to - 1) return asTarget(argument.place, target);
  }
  return target.target === "crossing" ? onlyCrossing(view) : undefined;
}

/** "Lebanon shut all its crossings": a country as the subject. */
function countryActing(view: View, target: Target): ClaimPlace | undefined {
  const clause = view.analysis.clauses.findLast(({ from, to }) => from <= target.from && target.from < to);
  const mention = clause?.subject && view.placeAt(clause.subject.from);
  return mention?.level === "country" && mention.role !== "demonym" ? namedPlace(mention) : undefined;
}

/** "the frontier at Chaman", "the Chaman crossing": the crossing that is called after the town. */
function crossingAt(view: View, target: Target): ClaimPlace | undefined {
  const owner = wordAt(view, target.from - 1) === "'s" ? view.placeAt(target.from - 2) : undefined;
  if (owner?.level === "country") return namedPlace(owner);
  const own = /^(?:crossings|borders|border)$/.test(target.word) && countryActing(view, target);
  if (own) return own;
  const named = view.placeAt(target.from) ?? view.placeAt(target.from + 1);
  const after = /^(?:at|near|in)$/.test(wordAt(view, target.to)) ? view.placeAt(target.to + 1) : undefined;
  const mention = after ?? named;
  if (mention?.role !== "place" || mention.level === "country") return undefined;
  if (mention.level === "crossing") return namedPlace(mention);
  return crossingOf(view, mention);
}

/** The crossing that is called after the town. */
function crossingOf(view: View, mention: ToponymMention): ClaimPlace | undefined {
  const { gazetteer, countries } = view.report;
  const found = [`${mention.text} crossing`, `${mention.place?.name} crossing`]
    .flatMap((name) => gazetteer.candidates(name, { countries }))
    .find(({ place }) => place.level === "crossing");
  return found && knownPlace(found.place, mention.text);
}

/** "Rumbek and Wau airports": each town's. */
export function airportsOf(view: View, { from, to, word }: Target): readonly ClaimPlace[] {
  if (word !== "airports") return [];
  const found: ClaimPlace[] = [];
  for (let i = Math.max(0, from - 8); i < to; i += 1) {
    const mention = view.placeAt(i);
    if (mention?.role !== "place" || view.placeAt(i - 1) === mention) continue;
    found.push(siteOf(namedPlace(mention), `${mention.text} airport`, "airport"));
  }
  return found;
}

/** So many sentences back a crossing, or a town with one, is looked for. */
const LOOK_BACK = 6;

/** "the border posts": the last crossing named before, or the crossing of the last town that has one. */
function crossingBefore(view: View): ClaimPlace | undefined {
  const here = view.analysis.sentence.index;
  for (let index = here; index >= Math.max(0, here - LOOK_BACK); index -= 1) {
    for (const mention of [...(view.report.sentences[index]?.places ?? [])].reverse()) {
      if (mention.role !== "place" || !mention.place) continue;
      if (mention.level === "crossing") return inferred(namedPlace(mention));
      if (!/^(?:city|town|village)$/.test(mention.level)) continue;
      const found = crossingOf(view, mention);
      if (found) return inferred(found);
    }
  }
  return undefined;
}

/** The place that the sentence or the ones before tell, at the level of the target. */
export function placeAround(view: View, hit: TokenRange, target: Target): ClaimPlace | undefined {
  if (target.target === "airport") {
    const site = placeSpokenOf(
      view,
      hit.from,
      figureFocus(view),
      (place) => place.site === "airport" || (/air/i.test(place.toponym) && place.level === "site"),
    );
    if (site) return inferred(site);
  }
  const place = whereOf(view, target);
  if (target.target === "crossing" && place?.inferred && place.level !== "crossing")
    return crossingBefore(view) ?? asTarget(place, target);
  if (place && target.target === "airport" && /^(?:city|town|district)$/.test(place.level))
    return siteOf(place, "airport", "airport");
  if (!place || (target.target !== "crossing" && target.target !== "road")) return place;
  return target.target === "road" && place.level !== "country"
    ? { ...place, level: "road", precision: "near" }
    : asTarget(place, target);
}

function asTarget(place: ClaimPlace, { target }: Target): ClaimPlace {
  return target === "crossing" && place.level !== "crossing" && place.level !== "country"
    ? { ...place, level: "crossing" }
    : place;
}
