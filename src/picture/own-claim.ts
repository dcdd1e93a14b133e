import type { CampId } from "../domain/ids.ts";
import type { DayNumber } from "./day-number.ts";
import { type DayVoices, type Stand, tellsChange } from "./day-voices.ts";
import { isFirm, WEIGHT } from "./evidence.ts";
import { holderOf, type Room } from "./outcome.ts";
import { listed, type Outcome, type Segment } from "./segment.ts";

/** After so many days without a word of fighting, a battle no longer stands against a claim to have won it. */
export const BATTLE_FADES_DAYS = 14;

/**
 * R2, R3: what camps say for themselves. Alone and unanswered it is `claimed`; answered, `disputed`; it neither ends a
 * battle nor moves a place that the same camp already has.
 */
export function ownClaimOutcome(voices: DayVoices, room: Room): Outcome | undefined {
  const { now } = room;
  const claiming = voices.stands.filter(({ has }) => has.some((one) => one.interest === "own"));
  if (claiming.length === 0) return deniedOutcome(voices, room) ?? rumourOutcome(voices, room);
  const fresh = claiming.filter(
    ({ party }) => !(now?.standing === "held" && now.holder?.camp === party.camp),
  );
  const [stand] = fresh;
  if (!stand) return undefined;
  const alone = fresh.length === 1 ? stand.party.camp : undefined;
  const change = fresh.some(({ has }) => tellsChange(has));
  const answered = claiming.length > 1 || stand.lacks.length > 0 || overlappingClaim(stand, room);
  if (now && !movesAnything({ alone, change, answered }, now, room.day)) return undefined;
  const before = holderOf(now);
  if (answered || (now?.standing === "claimed" && !change)) {
    const rivals = claiming.filter(({ party }) => party.camp !== before.holder?.camp);
    const rival = rivals.length === 1 ? rivals[0] : undefined;
    return { standing: "disputed", rule: "R3", ...before, ...(rival && { rival: rival.party }) };
  }
  return {
    standing: "claimed",
    holder: stand.party,
    rule: "R2",
    took: change,
    ...(before.holder && { from: before.holder }),
  };
}

interface OwnClaim {
  /** The one camp that claims; `undefined` when several do. */
  readonly alone: CampId | undefined;
  readonly change: boolean;
  readonly answered: boolean;
}

/** Whether such a claim can change what the day finds: not a running battle, nor what the same camp already claims. */
function movesAnything({ alone, change, answered }: OwnClaim, now: Segment, day: DayNumber): boolean {
  switch (now.standing) {
    case "contested":
    case "besieged": {
      if (now.holder?.camp === alone && !change) return false;
      const entered =
        now.standing === "contested" && alone !== undefined && now.rival?.camp === alone && onlyEntered(now);
      const over = entered || day - now.heard > BATTLE_FADES_DAYS;
      return over || (change && now.standing === "besieged");
    }
    case "claimed":
      return answered || now.holder?.camp !== alone;
    case "disputed":
      return change && day !== now.start;
    case "held":
    case "vacant":
      return true;
  }
}

/** Nobody tells of fighting, only of who came in. */
function onlyEntered({ deciding, supporting, rival }: Segment): boolean {
  return listed(deciding, supporting).every(
    ({ saying }) => saying.kind !== "fought" || saying.inside?.camp === rival?.camp,
  );
}

/** A claim that stood alone so far is denied: by its own camp it falls, by another it is disputed. */
function deniedOutcome({ stands }: DayVoices, { now }: Room): Outcome | undefined {
  if (now?.standing !== "claimed" || !now.holder) return undefined;
  const denied = stands.find(({ party, lacks }) => party.camp === now.holder!.camp && lacks.length > 0);
  if (!denied) return undefined;
  const withdrawn = denied.lacks.some(({ interest }) => interest === "against");
  if (withdrawn) return { standing: "vacant", rule: "R21", refutes: true };
  return { standing: "disputed", rival: now.holder, rule: "R3", ...holderOf(now) };
}

/** What nobody could verify is noted only where nothing else is known. */
function rumourOutcome({ stands }: DayVoices, { now }: Room): Outcome | undefined {
  if (now) return undefined;
  const [stand, ...others] = stands.filter(({ has }) => has.length > 0);
  if (others.length > 0) return undefined;
  return stand && { standing: "claimed", holder: stand.party, rule: "R2", took: tellsChange(stand.has) };
}

/** Another camp's word for days that this claim speaks of. */
function overlappingClaim(stand: Stand, { now }: Room): boolean {
  const first = Math.min(...stand.has.map((one) => one.first));
  return (
    now !== undefined &&
    (now.standing === "claimed" || now.standing === "disputed") &&
    now.holder?.camp !== stand.party.camp &&
    listed(now.deciding).some((one) => !isFirm(one) && one.last >= first && WEIGHT[one.interest] > 0)
  );
}
