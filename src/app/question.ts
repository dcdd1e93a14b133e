import type { Day } from "../domain/day.ts";
import type { CountryCode, PlaceId } from "../domain/ids.ts";
import type { Ledger } from "../ledger/entry.ts";
import type { AccordingTo } from "../picture/according-to.ts";
import type { Folded } from "../picture/fold.ts";
import { claimsOf, type FoldedPlace } from "../picture/folded-place.ts";
import type { IsSeat } from "../picture/tallies.ts";
import type { FoldDeps } from "../picture/to-evidence.ts";
import type { PicturePlace, Viewpoint } from "../picture/types.ts";

/** What a user may leave out: both days are then the latest day of publication. */
export interface Question {
  readonly asOf?: Day;
  readonly knownAt?: Day;
  readonly country?: CountryCode;
  /** A name as a user types it, or an id. */
  readonly place?: string;
  readonly accordingTo?: AccordingTo;
}

export interface AskDeps {
  readonly fold: FoldDeps & { readonly isSeat?: IsSeat };
  /** Rows that a name may mean, other spellings included; asked only for a name that no place of the ledger has. */
  readonly candidates: (name: string) => readonly PlaceId[];
}

/** `undefined` for a ledger in which no report says its day. */
export function latestPublished(ledger: Pick<Ledger, "reports">): Day | undefined {
  let latest: Day | undefined;
  for (const { publishedOn } of ledger.reports.values()) {
    if (publishedOn && (latest === undefined || publishedOn > latest)) latest = publishedOn;
  }
  return latest;
}

/** The two days of a question; `fallback` for an empty ledger. */
export function viewpointOf(question: Question, latest: Day | undefined, fallback: Day): Viewpoint {
  const day = latest ?? fallback;
  return { asOf: question.asOf ?? day, knownAt: question.knownAt ?? day };
}

/** Places of the ledger that a name means: those so called, with the sites in them, else those of another spelling. */
export function placesNamed(
  folded: Folded,
  name: string,
  deps: Pick<AskDeps, "candidates">,
): readonly FoldedPlace[] {
  const all = folded.places;
  const wanted = plain(name);
  const named = all.filter(
    (one) =>
      one.place.id === name ||
      plain(one.place.name) === wanted ||
      claimsOf(one).some(({ place }) => plain(place?.toponym ?? "") === wanted),
  );
  if (named.length > 0) return named;
  const ids = new Set<string>(deps.candidates(name));
  return all.filter(({ place }) => ids.has(townId(place)));
}

/** A site's id without its kind. */
function townId({ id }: PicturePlace): string {
  return id.split("#")[0]!;
}

/** A name without case, marks and spaces, as names are compared. */
export function plain(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
