import type { DayNumber } from "./day-number.ts";
import {
  clearParty,
  type DayVoices,
  firmHas,
  firmLoss,
  handedByAgreement,
  type Stand,
  strongest,
  tellsChange,
} from "./day-voices.ts";
import { type Evidence, insideCamp, isFirm, type Party, WEIGHT } from "./evidence.ts";
import { STALE_AFTER_DAYS } from "./grade.ts";
import { lossOutcome } from "./loss.ts";
import { ownClaimOutcome } from "./own-claim.ts";
import { battleOutweighs, isFirmLoss, lacksOutweigh, lastToHave } from "./same-day.ts";
import { listed, type Outcome, type Segment } from "./segment.ts";
import type { Sides } from "./sides.ts";

/** Whoever is told to hold a place so soon after its loss, with nobody else between, has had it since the loss. */
const VACANCY_FILLED_DAYS = 30;

/** Whoever attacked, entered, had or claimed the place, the last one first. */
export type Seen = { readonly party: Party; readonly day: DayNumber; readonly rest: Seen } | undefined;

/** What the fold of a place asks the world for, and where it stands. */
export interface Room {
  /** The stretch that the day finds; `undefined` at the first claims. */
  readonly now: Segment | undefined;
  readonly day: DayNumber;
  readonly seen: Seen;
  readonly sides: Sides;
}

/**
 * The rules in their order: firm words on who has it, then firm losses, then fighting, then what camps say of themselves.
 * `undefined` when the day changes nothing.
 */
export function outcomeOf(voices: DayVoices, room: Room): Outcome | undefined {
  const firm = voices.stands.filter(firmHas);
  if (firm.length > 0) return firmOutcome(firm, voices, room);
  const lost = voices.stands.filter((stand) => firmLoss(stand, room.now));
  const loss = lost.length > 0 ? lossOutcome(lost, voices, room) : undefined;
  return loss ?? fightingOutcome(voices, room) ?? ownClaimOutcome(voices, room);
}

function firmOutcome(firm: readonly Stand[], voices: DayVoices, room: Room): Outcome | undefined {
  const winner = firm.length === 1 ? firm[0]! : lastToHave(withoutThrownOut(firm, room.now), room.now);
  if (!winner) return { standing: "disputed", rule: "R10", ...holderOf(room.now) };
  if (lacksOutweigh(winner, room.now)) {
    return winner.lacks.some(isFirmLoss)
      ? lossOutcome([winner], voices, room)
      : { standing: "disputed", rule: "R3", ...holderOf(room.now) };
  }
  const { now } = room;
  const change = tellsChange(winner.has);
  const thrownBack = winner.has.some(({ saying }) => saying.kind === "has" && saying.repelled);
  if (!change && !thrownBack && battleOutweighs(winner, voices, now)) {
    return contested(voices.fought, now?.holder ?? winner.party);
  }
  return heldBy(winner, voices, room, change);
}

function heldBy(winner: Stand, voices: DayVoices, { now, day }: Room, change: boolean): Outcome {
  const { party } = winner;
  const agreed = handedByAgreement(voices);
  const first = winner.has.filter((one) => isFirm(one));
  const admitted =
    strongest(winner.has) >= WEIGHT.against ||
    voices.stands.some(
      (s) => s.party.camp !== party.camp && s.lacks.some((one) => one.interest === "against"),
    );
  const from = winner.has
    .map(({ saying }) => (saying.kind === "has" ? saying.from : undefined))
    .find(Boolean);
  const outcome: Outcome = {
    standing: "held",
    holder: party,
    rule: admitted ? "R1" : agreed ? "R17" : "R7",
    took: change && !agreed,
    handed: change && from !== undefined && from.camp === party.camp && from.actor !== party.actor,
    ...((from ?? now?.holder) && { from: from ?? now!.holder! }),
  };
  if (!now) return outcome;
  const claims =
    now.standing === "claimed" ? now.holder : now.standing === "disputed" ? now.rival : undefined;
  const earliest = Math.min(...first.map((one) => one.first));
  if (claims?.camp === party.camp) {
    return change && earliest > now.last + 1
      ? { ...outcome, refutes: true }
      : { ...outcome, start: now.start };
  }
  if (now.standing === "claimed" && !change) return { ...outcome, refutes: true };
  if (now.presumed && now.rule !== "R24" && change && earliest > now.last + 1) {
    const dated = first.every(({ undated }) => !undated);
    if (dated && now.holder?.camp === party.camp) return { ...outcome, vacates: true };
  }
  if (now.standing === "vacant" && !change && day - now.start <= VACANCY_FILLED_DAYS && !lostIt(party, now)) {
    return { ...outcome, took: true, start: now.start };
  }
  if (now.standing === "contested" && now.rival?.camp === party.camp && !change && day - now.start <= 10) {
    return { ...outcome, took: true, start: Math.max(now.start + 1, Math.floor((now.start + day) / 2)) };
  }
  return outcome;
}

/** Who had it that day and is told to have lost it again is out, where another is left. */
function withoutThrownOut(firm: readonly Stand[], now: Segment | undefined): readonly Stand[] {
  const left = firm.filter((stand) => !lacksOutweigh(stand, now));
  return left.length > 0 ? left : firm;
}

/** The loss that left the place to nobody was its own. */
function lostIt({ camp }: Party, { deciding, supporting }: Segment): boolean {
  return listed(deciding, supporting).some(
    ({ saying }) => saying.kind === "lost" && saying.party.camp === camp,
  );
}

/** R8: inside is contested, around is besieged. Only firm words start a battle where somebody is known to hold the place. */
function fightingOutcome({ fought, besieged }: DayVoices, { now, day }: Room): Outcome | undefined {
  const known = now && isFadedBattle(now, day) ? undefined : now?.holder;
  const firmFight = fought.filter((one) => isFirm(one) && (!known || insideCamp(one) !== known.camp));
  const entered = firmFight.find(({ saying }) => saying.kind === "fought" && saying.inside);
  if (entered && now?.standing === "vacant") {
    const party = clearParty(firmFight.filter((one) => insideCamp(one) !== undefined));
    if (party) return { standing: "held", holder: party, rule: "R23", took: true };
  }
  if (firmFight.length > 0) return contested(firmFight, now?.standing === "claimed" ? now.from : known);
  const around = besieged.filter(
    (one) =>
      one.saying.kind === "besieged" && one.saying.by.camp !== now?.holder?.camp && one.interest !== "rumour",
  );
  if (around.length === 0 || now?.standing === "contested") return undefined;
  const defender = around
    .map(({ saying }) => (saying.kind === "besieged" ? saying.defender : undefined))
    .find(Boolean);
  const holder = now?.holder ?? defender;
  const rival = clearParty(around);
  return { standing: "besieged", rule: "R8", ...(holder && { holder }), ...(rival && { rival }) };
}

/** R9: what was fought over so long ago no longer tells who has it, be it the one who then comes in. */
function isFadedBattle({ standing, heard }: Segment, day: DayNumber): boolean {
  const battle = standing === "contested" || standing === "besieged";
  return battle && day - heard >= STALE_AFTER_DAYS[standing];
}

function contested(fought: readonly Evidence[], holder: Party | undefined): Outcome {
  const naming = fought.filter((one) => insideCamp(one) !== undefined && insideCamp(one) !== holder?.camp);
  const rival = clearParty(naming);
  return {
    standing: "contested",
    rule: "R8",
    ...(holder && { holder }),
    ...(rival && { rival }),
  };
}

export function holderOf(now: Segment | undefined): { readonly holder?: Party } {
  if (!now?.holder) return {};
  if (now.standing === "claimed") return now.from ? { holder: now.from } : {};
  return { holder: now.holder };
}
