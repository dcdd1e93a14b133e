import type { DayNumber } from "./day-number.ts";
import { type Evidence, isFirm } from "./evidence.ts";
import { hasTwoVoices } from "./independence.ts";
import { agrees, listed, type Segment, type Standing } from "./segment.ts";
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
      return voicesGrade(speakingFor(segment));
  }
}

function heldGrade(segment: Segment): Grade {
  const pro = speakingFor(segment);
  if (segment.presumed || pro.every(isFight)) return pro.some(isFirm) ? "likely" : "claimed";
  const grade = voicesGrade(pro);
  if (grade !== "confirmed" || !segment.contradicting || pro.some(isAdmission)) return grade;
  return deniedSince(segment, pro) ? "likely" : "confirmed";
}

function isAdmission({ interest }: Evidence): boolean {
  return interest === "against";
}

/** An admission; two independent neutral voices; or one of a reliable source with the gainer's own word. */
function voicesGrade(pro: readonly Evidence[]): Grade {
  let neutral: Evidence[] | undefined;
  let [reliable, own] = [false, false];
  for (const one of pro) {
    if (one.interest === "against") return "confirmed";
    if (one.interest === "own") own = true;
    if (one.interest !== "neutral") continue;
    if (neutral) neutral.push(one);
    else neutral = [one];
    if (one.reliability === "A" || one.reliability === "B") reliable = true;
  }
  if (!neutral) return "claimed";
  return (reliable && own) || hasTwoVoices(neutral) ? "confirmed" : "likely";
}

/** The loser contradicts after the last neutral word. */
function deniedSince(segment: Segment, pro: readonly Evidence[]): boolean {
  let last = Number.NEGATIVE_INFINITY;
  for (const one of pro) {
    if (one.interest === "neutral") last = Math.max(last, one.last, one.published);
  }
  return listed(segment.contradicting).some(
    (one) => one.interest === "own" && one.first > last && one.published > last,
  );
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
