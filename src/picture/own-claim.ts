import { type DayVoices, type Stand, tellsChange } from "./day-voices.ts";
import { isFirm, WEIGHT } from "./evidence.ts";
import { holderOf, type Room } from "./outcome.ts";
import type { Outcome, Segment } from "./segment.ts";

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
  const stand = fresh[0];
  if (!stand) return undefined;
  const change = tellsChange(stand.has);
  const answered = claiming.length > 1 || stand.lacks.length > 0 || overlappingClaim(stand, room);
  switch (now?.standing) {
    case "contested":
    case "besieged": {
      const entered =
        now.standing === "contested" && now.rival?.camp === stand.party.camp && onlyEntered(now);
      const over = entered || room.day - now.heard > BATTLE_FADES_DAYS;
      if (now.holder?.camp === stand.party.camp && !change) return undefined;
      if (!over && (!change || now.standing === "contested")) return undefined;
      break;
    }
    case "claimed":
      if (now.holder?.camp === stand.party.camp && !answered) return undefined;
      break;
    case "disputed":
      if (!change || room.day === now.start) return undefined;
      break;
    case "held":
    case "vacant":
    case undefined:
      break;
  }
  const before = holderOf(now);
  if (answered || (now?.standing === "claimed" && !change)) {
    const rival = claiming.find(({ party }) => party.camp !== before.holder?.camp) ?? stand;
    return { standing: "disputed", rival: rival.party, rule: "R3", ...before };
  }
  return {
    standing: "claimed",
    holder: stand.party,
    rule: "R2",
    took: change,
    ...(before.holder && { from: before.holder }),
  };
}

/** Nobody tells of fighting, only of who came in. */
function onlyEntered({ deciding, supporting, rival }: Segment): boolean {
  return [...deciding, ...supporting].every(
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
  const stand = stands.find(({ has }) => has.length > 0);
  return stand && { standing: "claimed", holder: stand.party, rule: "R2", took: tellsChange(stand.has) };
}

/** Another camp's word for days that this claim speaks of. */
function overlappingClaim(stand: Stand, { now }: Room): boolean {
  const first = Math.min(...stand.has.map((one) => one.first));
  return (
    now !== undefined &&
    (now.standing === "claimed" || now.standing === "disputed") &&
    now.holder?.camp !== stand.party.camp &&
    now.deciding.some((one) => !isFirm(one) && one.last >= first && WEIGHT[one.interest] > 0)
  );
}
