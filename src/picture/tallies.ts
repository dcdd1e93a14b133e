import type { TallyClaim } from "../domain/claim.ts";
import type { ActorId, PlaceId } from "../domain/ids.ts";
import type { Level } from "../domain/place.ts";
import { assessmentOn } from "./assessment.ts";
import { toDay, toDayNumber } from "./day-number.ts";
import type { Folded } from "./fold.ts";
import type { FoldedPlace } from "./folded-place.ts";
import { picturePlace, placeKey } from "./place-key.ts";
import { type ToldClaim, toldClaims, weightOf } from "./told-claim.ts";
import type { TallyCheck, Viewpoint } from "./types.ts";

/** Whether a place is the seat of a first-order unit; the gazetteer knows. */
export type IsSeat = (place: PlaceId) => boolean;

/** Stated numbers against the ledger's own count on the day they speak of; never used to invent places. */
export function tallyChecks(folded: Folded, viewpoint: Viewpoint, isSeat?: IsSeat): readonly TallyCheck[] {
  const told = toldClaims(folded.others, "tally", viewpoint, folded.deps.sources);
  const groups = Map.groupBy(told, ({ claim }) =>
    JSON.stringify([claim.of, claim.actor?.id ?? "", claim.place ? placeKey(claim.place) : ""]),
  );
  return [...groups.keys()].sort().map((key) => checkOf(groups.get(key)!, folded, viewpoint, isSeat));
}

/** The newest statement; of one day the least interested, then the latest told. */
function checkOf(
  told: readonly ToldClaim<TallyClaim>[],
  folded: Folded,
  viewpoint: Viewpoint,
  isSeat: IsSeat | undefined,
): TallyCheck {
  const best = told.reduce((a, b) => (isBetter(b, a) ? b : a));
  const { claim } = best;
  const stated = claim.count?.best ?? claim.count?.low;
  const named = namesOf(best, folded, viewpoint, isSeat);
  const missing = named && stated !== undefined ? Math.max(0, stated - named.length) : undefined;
  return {
    of: claim.of,
    ...(claim.actor && { actor: claim.actor.id }),
    ...(claim.place && { place: picturePlace(claim.place) }),
    on: toDay(best.first),
    ...(stated !== undefined && { stated }),
    ...(claim.total !== undefined && { total: claim.total }),
    ...(claim.share && { share: claim.share }),
    ...(named && { counted: named.length, named }),
    ...(missing !== undefined && { missing }),
    reason: reasonOf(best, stated, named),
    because: {
      deciding: [claim.id],
      supporting: told.filter((one) => one !== best && sameNumber(one, best)).map((one) => one.claim.id),
      contradicting: told
        .filter((one) => one.first === best.first && !sameNumber(one, best))
        .map((one) => one.claim.id),
    },
  };
}

function isBetter(a: ToldClaim, b: ToldClaim): boolean {
  return (a.first - b.first || weightOf(a) - weightOf(b) || a.published - b.published) > 0;
}

function sameNumber(a: ToldClaim<TallyClaim>, b: ToldClaim<TallyClaim>): boolean {
  return a.claim.count?.best === b.claim.count?.best && a.claim.share?.low === b.claim.share?.low;
}

const SETTLEMENTS: readonly Level[] = ["city", "town", "village"];

const LEVELS_OF: Readonly<Record<string, readonly Level[]>> = {
  provinces: ["province"],
  districts: ["district"],
  towns: ["city", "town"],
  cities: ["city"],
  villages: ["village"],
  crossings: ["crossing"],
  "border crossings": ["crossing"],
};

/** Names of the places of the kind that the actor's camp has on the tally's day; `undefined` when they cannot be counted. */
function namesOf(
  { claim, first }: ToldClaim<TallyClaim>,
  folded: Folded,
  { knownAt }: Viewpoint,
  isSeat: IsSeat | undefined,
): readonly string[] | undefined {
  const capitals = /\bcapitals$/i.test(claim.of);
  const levels = capitals ? SETTLEMENTS : LEVELS_OF[claim.of.toLowerCase()];
  if (!levels || !claim.actor || (capitals && !isSeat)) return undefined;
  const isArea = claim.place?.level === "area";
  if (isArea && !folded.places.some((one) => inside(one, claim))) return undefined;
  const actor = claim.actor.id;
  const found = folded.places.filter(
    (one) =>
      levels.includes(one.place.level) &&
      (!capitals || isSeat!(one.place.id)) &&
      inside(one, claim) &&
      holds(one, actor, first, toDayNumber(knownAt)),
  );
  return found.map(({ place }) => place.name).sort();
}

function inside({ place }: FoldedPlace, { place: whole }: TallyClaim): boolean {
  if (!whole) return true;
  if (whole.level === "country") return place.country === whole.country;
  if (whole.level === "area") return place.country === whole.country && isPartOf(place.admin1, whole.name);
  return place.country === whole.country && place.admin1 === (whole.admin1 ?? whole.name);
}

/** "South Darfur" lies in Darfur; of areas whose units have other names the ledger cannot tell. */
function isPartOf(unit: string | undefined, area: string): boolean {
  return unit !== undefined && unit !== area && unit.endsWith(` ${area}`);
}

function holds(place: FoldedPlace, actor: ActorId, day: number, knownAt: number): boolean {
  const found = assessmentOn(place, { asOf: day, knownAt });
  if (!found?.holder || (found.state !== "held" && found.state !== "claimed")) return false;
  return found.holder === actor || place.sides.campOf(found.holder, day) === place.sides.campOf(actor, day);
}

/** "18", "65 to 100 %", "more than 66 %". */
function statedIn({ count, share }: TallyClaim): string {
  const number = count?.best ?? count?.low;
  if (number !== undefined) return `${count?.best === undefined ? "at least " : ""}${number}`;
  const [low, high] = [share?.low, share?.high].map((part) => part && Math.round(part * 100));
  if (low === undefined) return high === undefined ? "a share" : `up to ${high} %`;
  if (high === undefined || high === 100) return `at least ${low} %`;
  return low === high ? `${low} %` : `${low} to ${high} %`;
}

function reasonOf(
  { claim, report, first }: ToldClaim<TallyClaim>,
  stated: number | undefined,
  named: readonly string[] | undefined,
): string {
  const source = claim.speaker?.name ?? report?.source?.name ?? "an unnamed source";
  const of = claim.total === undefined ? claim.of : `${claim.total} ${claim.of}`;
  const said = `${source} states ${statedIn(claim)} of ${of} on ${toDay(first)}`;
  if (!named) return `${said}; the ledger cannot count these.`;
  const list = named.length === 0 ? "none" : `${named.length}: ${named.join(", ")}`;
  const gap = stated === undefined ? 0 : stated - named.length;
  const rest = gap > 0 ? `; ${gap} not named` : gap < 0 ? `; ${-gap} more than stated` : "";
  return `${said}; the ledger names ${list}${rest}.`;
}
