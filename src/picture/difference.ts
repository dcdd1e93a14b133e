import { addDays } from "../domain/day.ts";
import type { ActorId } from "../domain/ids.ts";
import { dayWithin } from "./day-words.ts";
import type { Assessment, Picture, PicturePlace } from "./types.ts";

/** What differs for one place. `kind` says what matters most of it. */
export interface Change {
  readonly place: PicturePlace;
  readonly kind: "holder" | "state" | "grade" | "appeared" | "vanished";
  readonly before?: Assessment;
  readonly after?: Assessment;
  readonly sentence: string;
}

type NameOf = (actor: ActorId) => string;

interface Sides {
  readonly before: Assessment | undefined;
  readonly after: Assessment | undefined;
  /** The two pictures are of one day of the world. */
  readonly learned: boolean;
}

/**
 * Places that two pictures answer differently, in the order of the later one. Two `asOf` days: what happened. Two
 * `knownAt` days: what was learned. Equal pictures differ in nothing.
 */
export function differenceOf(before: Picture, after: Picture, nameOf: NameOf): readonly Change[] {
  const learned = before.asOf === after.asOf;
  const earlier = new Map(before.places.map((one) => [keyOf(one.place), one]));
  const changes: Change[] = [];
  for (const one of after.places) {
    const was = earlier.get(keyOf(one.place));
    earlier.delete(keyOf(one.place));
    const kind = was ? kindOf(was, one) : "appeared";
    if (kind) changes.push(toChange(kind, { before: was, after: one, learned }, nameOf));
  }
  for (const gone of earlier.values()) {
    changes.push(toChange("vanished", { before: gone, after: undefined, learned }, nameOf));
  }
  return changes;
}

function keyOf({ id, level }: PicturePlace): string {
  return `${id}@${level}`;
}

function kindOf(was: Assessment, is: Assessment): Change["kind"] | undefined {
  if (was.holder !== is.holder) return "holder";
  if (was.state !== is.state) return "state";
  return was.grade === is.grade ? undefined : "grade";
}

function toChange(kind: Change["kind"], sides: Sides, nameOf: NameOf): Change {
  const { before, after } = sides;
  const place = (after ?? before)!.place;
  return {
    place,
    kind,
    ...(before && { before }),
    ...(after && { after }),
    sentence: `${titleOf(place)}: ${told(kind, sides, nameOf)}.`,
  };
}

/** What is so now comes first; the state before only as far as it differs. */
function told(kind: Change["kind"], { before, after, learned }: Sides, nameOf: NameOf): string {
  const earlier = learned ? "as known before" : "before";
  const was = before ? stated(before, nameOf) : "";
  if (!after) return `nothing known any more; ${earlier}, ${was} (${before!.grade})`;
  const is = `${stated(after, nameOf)}${sinceWords(after.since)}`;
  if (kind === "grade") return `${is}, ${after.grade} now and ${before!.grade} ${earlier}`;
  if (!before) return `${is} (${after.grade}); nothing known ${learned ? "of it then" : "before"}`;
  return `${is} (${after.grade}); ${earlier}, ${was} (${before.grade})`;
}

function stated({ state, holder }: Assessment, nameOf: NameOf): string {
  const name = holder && nameOf(holder);
  switch (state) {
    case "held":
      return `held by ${name}`;
    case "claimed":
      return `claimed by ${name}`;
    case "besieged":
      return name ? `besieged, held by ${name}` : state;
    case "contested":
    case "disputed":
      return name ? `${state}, held by ${name} until then` : state;
    case "unknown":
      return "in nobody's known hands";
  }
}

/** " since 2021-08-12"; both ends of an interval; nothing where the beginning is not known. */
function sinceWords(since: Assessment["since"]): string {
  if (!since?.from || !since.until) return "";
  return ` since ${dayWithin(since.from, addDays(since.until, -1))}`;
}

/** "Kunduz (airport)"; a province and its capital may share a name. */
export function titleOf({ name, level, site }: PicturePlace): string {
  if (level === "site") return `${name} (${site ?? "site"})`;
  return level === "province" || level === "district" ? `${name} ${level}` : name;
}
