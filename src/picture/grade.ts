import type { DayNumber } from "./day-number.ts";
import { type Evidence, isFirm } from "./evidence.ts";
import { hasTwoVoices } from "./independence.ts";
import { agrees, type Segment, type Standing } from "./segment.ts";
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
  const neutral = pro.filter((one) => one.interest === "neutral");
  if (segment.presumed) return pro.some(isFirm) ? "likely" : "claimed";
  if (pro.some((one) => one.interest === "against")) return "confirmed";
  if (neutral.length === 0) return "claimed";
  if (deniedSince(segment, neutral)) return "likely";
  return voicesGrade(pro);
}

/** Two independent neutral voices; or one of a reliable source with the gainer's own word. */
function voicesGrade(pro: readonly Evidence[]): Grade {
  const neutral = pro.filter((one) => one.interest === "neutral");
  if (pro.some((one) => one.interest === "against") || hasTwoVoices(neutral)) return "confirmed";
  const reliable = neutral.some(({ reliability }) => reliability === "A" || reliability === "B");
  if (reliable && pro.some((one) => one.interest === "own")) return "confirmed";
  return neutral.length > 0 ? "likely" : "claimed";
}

/** The loser contradicts after the last neutral word. */
function deniedSince(segment: Segment, neutral: readonly Evidence[]): boolean {
  const last = Math.max(...neutral.map((one) => Math.max(one.last, one.published)));
  return segment.contradicting.some(
    (one) => one.interest === "own" && one.first > last && one.published > last,
  );
}

/**
 * The day of knowledge from which a claim has stood unanswered long enough. R16: silence counts only where the other side
 * can be heard; `heardCamps` are the camps that speak about the place at all.
 */
export function likelyFrom(segment: Segment, heardCamps: ReadonlySet<string>): DayNumber | undefined {
  const own = segment.deciding.filter((one) => one.interest === "own");
  if (segment.standing !== "claimed" || own.length === 0 || segment.contradicting.length > 0)
    return undefined;
  const others = [...heardCamps].some((camp) => camp !== segment.holder?.camp);
  return others ? Math.min(...own.map((one) => one.published)) + UNANSWERED_DAYS : undefined;
}

/**
 * The claims that carry the answer. Fighters seen or admitted inside are no word on who has a place (R6), unless it stood
 * empty and nothing else is told.
 */
export function speakingFor(segment: Segment): readonly Evidence[] {
  const all = [...segment.deciding, ...segment.supporting];
  if (segment.rule === "R24") return all;
  const agreeing = all.filter((one) => agrees(one, segment));
  if (segment.standing !== "held") return agreeing;
  const having = agreeing.filter(({ saying }) => saying.kind !== "fought");
  return having.length > 0 ? having : agreeing;
}
