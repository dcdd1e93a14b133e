import type { IncidentType } from "../../domain/claim.ts";
import type { ClaimPlace } from "../../domain/place.ts";
import { inferred, knownPlace, namedPlace, siteOf } from "../places/claim-place.ts";
import { placeSpokenOf } from "../places/discourse.ts";
import { placeAt } from "../places/place-of.ts";
import type { TokenRange } from "../types.ts";
import { type View, wordAt } from "../words/view.ts";
import { wheresOf } from "./figure-place.ts";
import { figureFocus } from "./figure-view.ts";
import type { IncidentHit } from "./incident-lexicon.ts";

const FROM: ReadonlySet<string> = new Set(["from"]);
const NO_PLACE: ReadonlySet<string> = new Set(["from", "to"]);

/** Where it happened: at the thing attacked, else where the words around tell; several for a list. */
export function placesOf(
  view: View,
  hit: IncidentHit,
  target: TokenRange | undefined,
  type: IncidentType,
): readonly (ClaimPlace | undefined)[] {
  const own = placeOfObject(view, target);
  const options =
    type === "abduction" ? { prefer: FROM } : { avoid: type === "deployment" ? FROM : NO_PLACE };
  const told = own ? [own] : wheresOf(view, hit, options);
  const first = told.every((place) => place.inferred) ? opening(view) : undefined;
  const places = (first ? [first] : told)
    .map((place) => inQuarters(view, carried(view, hit, place)))
    .map((place) => atTown(view, asSite(type, place)));
  return places.length > 0 ? places : [undefined];
}

/** "In X, officials reported strikes": the sentence opens with where it was. */
function opening(view: View): ClaimPlace | undefined {
  if (!/^(?:in|at|near|around|outside)$/.test(wordAt(view, 0))) return undefined;
  const at = view.tags[1]?.tag === "determiner" ? 2 : 1;
  const mention = view.placeAt(at);
  if (mention?.role !== "place" || !mention.place || mention.level === "country") return undefined;
  const next = view.tokens.find(({ start }) => start >= mention.end)?.lower;
  return next === "," ? namedPlace(mention) : undefined;
}

/** What was told before at a crossing or on a road need not be where this happened: the town spoken of is. */
function carried(view: View, hit: IncidentHit, place: ClaimPlace): ClaimPlace {
  if (!place.inferred || !/^(?:crossing|road)$/.test(place.level)) return place;
  const named = view.analysis.places.some(({ level }) => level === place.level);
  const noun = view.tokens.some(({ lower }) => view.placeNouns.get(lower)?.level === place.level);
  if (named || noun) return place;
  const town = placeSpokenOf(view, hit.from, figureFocus(view), ({ level }) =>
    /^(?:city|town|village|district)$/.test(level),
  );
  return town ? inferred(town) : place;
}

/** "Western suburbs of X": quarters of the city, where the province has its name. */
function inQuarters(view: View, place: ClaimPlace): ClaimPlace {
  if (place.level !== "province" || place.inferred) return place;
  const at = view.analysis.places.find(({ text, role }) => role === "place" && text === place.toponym)?.start;
  const first = view.tokens.findIndex(({ start }) => start === at);
  if (first < 2 || wordAt(view, first - 1) !== "of" || !QUARTERS.test(wordAt(view, first - 2))) return place;
  const { gazetteer, countries } = view.report;
  const city = gazetteer
    .candidates(place.toponym, { countries })
    .find((one) => one.place.level === "city" && one.place.country === place.country)?.place;
  return city ? knownPlace(city, place.toponym) : place;
}

const QUARTERS = /^(?:neighbou?rhoods|suburbs|quarters|parts|streets)$/;

/** A prison stands in its town. */
function asSite(type: IncidentType, place: ClaimPlace): ClaimPlace {
  if (type !== "prison-break" || place.level === "site" || place.level === "country") return place;
  return siteOf(place, "prison", "prison");
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

const STREETS =
  /\b(?:checkpoints?|checkposts?|camps?|posts?|positions?|markets?|bazaar|roundabout|hills?|heights|junction|intersection|crossroads|squares?|neighbou?rhoods?|suburbs?|quarter)$/i;

/** The words tell a spot in the town: a market, a government building. */
export function isSpot({ level, toponym }: ClaimPlace): boolean {
  return level === "site" || STREETS.test(toponym);
}

/** What happens in a market, a street or at a checkpoint happens in the town; a base, an airport or a prison is a site. */
function atTown(view: View, place: ClaimPlace): ClaimPlace {
  if (place.level !== "site" || !place.site || !place.id || !STREETS.test(place.toponym)) return place;
  const town = view.report.gazetteer.place(place.id);
  if (!town || town.level === "site") return place;
  return { ...knownPlace(town, place.toponym), ...(place.inferred && { inferred: true as const }) };
}
