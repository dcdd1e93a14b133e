import type { DayNumber } from "./day-number.ts";
import type { Evidence } from "./evidence.ts";
import type { Heard } from "./heard.ts";
import { agrees, type EvidenceList, listed, type Segment, type Standing } from "./segment.ts";
import type { Grade } from "./types.ts";

/** R9: days without a word after which a state is stale. Battles end sooner than garrisons. */
export const STALE_AFTER_DAYS: Readonly<Record<Standing, number>> = {
  held: 180,
  claimed: 60,
  contested: 30,
  besieged: 30,
  disputed: 60,
  vacant: 60,
};

/** An own claim that an enemy who speaks about this place has left unanswered for so long becomes likely. */
export const UNANSWERED_DAYS = 7;

/** The grade while it is fresh and, for a claim, while it may still be answered. */
export function gradeOf(segment: Segment): Grade {
  switch (segment.standing) {
    case "held":
      return heldGrade(segment);
    case "claimed":
      return "claimed";
    case "disputed":
      return "disputed";
    case "contested":
    case "besieged":
    case "vacant":
      return voicesGrade(segment.voices);
  }
}

function heldGrade({ voices, presumed, contradicting }: Segment): Grade {
  const told = voices.admitted || voices.neutral || voices.own;
  if (presumed || !told) return voices.firm ? "likely" : "claimed";
  const grade = voicesGrade(voices);
  if (grade !== "confirmed" || voices.admitted) return grade;
  return deniedSince(contradicting, voices.lastNeutral) ? "likely" : "confirmed";
}

/** An admission; two independent neutral voices; or one of a reliable source with the gainer's own word. */
function voicesGrade({ admitted, two, reliable, own, neutral }: Heard): Grade {
  if (admitted || two || (reliable && own)) return "confirmed";
  return neutral ? "likely" : "claimed";
}

/** The loser contradicts after the last neutral word. */
function deniedSince(contradicting: EvidenceList, last: DayNumber): boolean {
  for (let at = contradicting; at; at = at.rest) {
    const { interest, first, published } = at.one;
    if (interest === "own" && first > last && published > last) return true;
  }
  return false;
}

/**
 * The day of knowledge from which a claim has stood unanswered long enough. R16: silence counts only where the other side
 * can be heard about the place at all, which the day of knowledge asked about decides.
 */
export function likelyFrom(segment: Segment): DayNumber | undefined {
  if (segment.standing !== "claimed" || segment.contradicting) return undefined;
  const own = listed(segment.deciding).filter((one) => one.interest === "own");
  return own.length === 0 ? undefined : Math.min(...own.map((one) => one.published)) + UNANSWERED_DAYS;
}

/**
 * The claims that carry the answer. Fighters seen or admitted inside are no word on who has a place (R6), unless it stood
 * empty and nothing else is told.
 */
export function speakingFor(segment: Segment): readonly Evidence[] {
  const all = listed(segment.deciding, segment.supporting);
  if (segment.rule === "R24") return all;
  const agreeing = all.filter((one) => agrees(one, segment));
  if (segment.standing !== "held" || !agreeing.some(isFight)) return agreeing;
  const having = agreeing.filter((one) => !isFight(one));
  return having.length > 0 ? having : agreeing;
}

function isFight({ saying }: Evidence): boolean {
  return saying.kind === "fought";
}
