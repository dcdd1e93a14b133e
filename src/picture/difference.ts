import type { ActorId } from "../domain/ids.ts";
import type { Assessment, Picture, PicturePlace } from "./types.ts";

/** What differs for one place. `kind` says what matters most of it. */
export interface Change {
  readonly place: PicturePlace;
  readonly kind: "holder" | "state" | "grade" | "appeared" | "vanished";
  readonly before?: Assessment;
  readonly after?: Assessment;
  readonly sentence: string;
}

/**
 * Places that two pictures answer differently, in the order of the later one. Two `asOf` days: what happened. Two
 * `knownAt` days: what was learned. Equal pictures differ in nothing.
 */
export function differenceOf(
  before: Picture,
  after: Picture,
  nameOf: (actor: ActorId) => string,
): readonly Change[] {
  const earlier = new Map(before.places.map((one) => [keyOf(one.place), one]));
  const changes: Change[] = [];
  for (const one of after.places) {
    const was = earlier.get(keyOf(one.place));
    earlier.delete(keyOf(one.place));
    const kind = was ? kindOf(was, one) : "appeared";
    if (kind) changes.push(toChange(kind, was, one, nameOf));
  }
  for (const gone of earlier.values()) changes.push(toChange("vanished", gone, undefined, nameOf));
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

function toChange(
  kind: Change["kind"],
  before: Assessment | undefined,
  after: Assessment | undefined,
  nameOf: (actor: ActorId) => string,
): Change {
  const place = (after ?? before)!.place;
  const was = before ? stated(before, nameOf) : "nothing known";
  const is = after ? stated(after, nameOf) : "nothing known";
  return {
    place,
    kind,
    ...(before && { before }),
    ...(after && { after }),
    sentence: `${titleOf(place)}: ${was} before, ${is} now.`,
  };
}

function stated({ state, holder, grade }: Assessment, nameOf: (actor: ActorId) => string): string {
  const name = holder && nameOf(holder);
  switch (state) {
    case "held":
      return `held by ${name} (${grade})`;
    case "claimed":
      return `claimed by ${name} (${grade})`;
    case "contested":
    case "besieged":
    case "disputed":
      return name ? `${state}, ${name} before (${grade})` : `${state} (${grade})`;
    case "unknown":
      return `in nobody's known hands (${grade})`;
  }
}

/** "Kunduz (airport)"; a province and its capital may share a name. */
export function titleOf({ name, level, site }: PicturePlace): string {
  if (level === "site") return `${name} (${site ?? "site"})`;
  return level === "province" || level === "district" ? `${name} ${level}` : name;
}
