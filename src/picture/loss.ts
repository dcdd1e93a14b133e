import { clearParty, type DayVoices, handedByAgreement, type Stand, strongest } from "./day-voices.ts";
import { type Evidence, isFirm, type Party, WEIGHT } from "./evidence.ts";
import type { Room } from "./outcome.ts";
import type { Outcome } from "./segment.ts";

/** How long an attacker counts as the one who wants the place. */
export const ATTACK_REMEMBERED_DAYS = 30;
/** A place lost again within so few days was taken back; later, its taker may have just left. */
export const THROWN_BACK_DAYS = 2;

/**
 * R23: a loss whose taker the text does not name goes to who says or is said to be there; else, lost within two days of
 * taking it, back to whom it was taken from; one who had taken it and leaves later leaves it to nobody; one who had
 * always had it lost it to the other side, where there are but two.
 */
export function lossOutcome(lost: readonly Stand[], voices: DayVoices, room: Room): Outcome | undefined {
  const { now } = room;
  const losers = new Set(lost.map(({ party }) => party.camp));
  const hadIt = now?.holder !== undefined && losers.has(now.holder.camp);
  if (now?.standing === "claimed" && hadIt && lost.every(({ lacks }) => lacks.every(isDenial))) {
    return { standing: "vacant", rule: "R21", refutes: true };
  }
  if (now?.holder && !hadIt && (now.standing === "held" || now.standing === "claimed")) {
    const holder = now.holder.camp;
    const another = voices.stands.some(
      ({ party, has }) => party.camp !== holder && !losers.has(party.camp) && has.length > 0,
    );
    return now.standing === "claimed" && !another
      ? { standing: "held", holder: now.holder, rule: "R23", took: true, start: now.start }
      : undefined;
  }
  const admitted = lost.some(({ lacks }) => strongest(lacks) >= WEIGHT.against);
  const agreed = handedByAgreement(voices);
  const rule = admitted ? "R1" : agreed ? "R17" : "R23";
  const loser = (
    lost.find(({ party }) => party.camp === now?.holder?.camp) ?? (lost.length === 1 ? lost[0] : undefined)
  )?.party;
  if (!loser) return { standing: "vacant", rule: "R23" };
  const out = new Set([...losers, ...denying(voices)]);
  const named = claimantsOf(voices, out) ?? recentRival(room, out);
  if (named) return { standing: "held", holder: named, rule, took: !agreed, from: loser };
  if (now?.took && hadIt) {
    if (room.day - now.start > THROWN_BACK_DAYS) return { standing: "vacant", rule: "R23", from: loser };
    const back = now.from ?? room.sides.enemyOf(loser.camp, room.day);
    return back && !out.has(back.camp)
      ? { standing: "held", holder: back, rule: "R23", presumed: true, from: loser }
      : { standing: "vacant", rule: "R23", from: loser };
  }
  const enemy = room.sides.enemyOf(loser.camp, room.day);
  return enemy && !out.has(enemy.camp)
    ? { standing: "held", holder: enemy, rule: "R23", took: true, presumed: true, from: loser }
    : { standing: "vacant", rule: "R23", from: loser };
}

/** Camps that by firm words do not have the place. */
function denying({ stands }: DayVoices): readonly string[] {
  return stands.filter(({ lacks }) => lacks.some(isFirm)).map(({ party }) => party.camp);
}

function isDenial({ saying }: Evidence): boolean {
  return saying.kind === "has-not";
}

/** Who is told to be there or says so on the day itself. */
function claimantsOf({ stands, fought }: DayVoices, losers: ReadonlySet<string>): Party | undefined {
  const claiming = stands.filter(({ party, has }) => !losers.has(party.camp) && has.length > 0);
  const entering = fought.filter(
    ({ saying }) => saying.kind === "fought" && saying.inside && !losers.has(saying.inside.camp),
  );
  const evidence = [...claiming.flatMap(({ has }) => has), ...entering].filter(
    (one) => one.interest !== "rumour" && (isFirm(one) || one.interest === "own"),
  );
  return clearParty(evidence);
}

/** The last attackers of the days before, where they are of one camp. */
function recentRival({ now, seen, day, sides }: Room, losers: ReadonlySet<string>): Party | undefined {
  if (now?.rival && !losers.has(now.rival.camp)) return now.rival;
  let last: Party | undefined;
  let on = Number.NEGATIVE_INFINITY;
  for (let at = seen; at && at.day >= Math.max(on, day - ATTACK_REMEMBERED_DAYS); at = at.rest) {
    if (losers.has(sides.campOf(at.party.actor, day))) continue;
    if (last && last.camp !== at.party.camp) return undefined;
    last = at.party;
    on = at.day;
  }
  return last;
}
