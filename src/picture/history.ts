import type { DayNumber } from "./day-number.ts";
import { dayVoices } from "./day-voices.ts";
import type { Evidence, Party } from "./evidence.ts";
import { type Heard, hearing, hearingOfFight, NOTHING_HEARD } from "./heard.ts";
import { outcomeOf, type Room, type Seen } from "./outcome.ts";
import type { DayBatch } from "./placing.ts";
import {
  agrees,
  type EvidenceList,
  listed,
  type Outcome,
  plus,
  type Segment,
  type Standing,
} from "./segment.ts";
import type { Sides } from "./sides.ts";

/**
 * How a place stands after a day of claims. Never changed: what becomes known later about later days goes on from it. Every
 * claim that is known counts, also for days after the one asked about: that a town was still held on Friday tells of Thursday.
 */
export interface Course {
  /** The last stretch; the others stand behind it. */
  readonly top: Segment | undefined;
  /** The last day of claims, whether or not they told anything. */
  readonly told: DayNumber;
  readonly seen: Seen;
}

export const UNTOLD: Course = { top: undefined, told: Number.NEGATIVE_INFINITY, seen: undefined };

/** The course after one more day; days come in order. */
export function nextDay(course: Course, { day, evidence }: DayBatch, sides: Sides): Course {
  const now = onDay(course.top ?? presupposed(evidence, day, course.told), day, sides);
  const room: Room = { now, day, seen: course.seen, sides };
  const outcome = outcomeOf(dayVoices(evidence, sides), room);
  const found = outcome ? applied(now, outcome, evidence, day) : now;
  return {
    top: found && noted(found, evidence, outcome !== undefined),
    told: day,
    seen: withSeen(course.seen, evidence, day),
  };
}

/** Camps change with the situations: who was a government's ally last year may be its enemy now. */
function onDay(now: Segment | undefined, day: DayNumber, sides: Sides): Segment | undefined {
  if (!now) return undefined;
  const holder = now.holder && partyOn(now.holder, day, sides);
  const rival = now.rival && partyOn(now.rival, day, sides);
  return holder === now.holder && rival === now.rival ? now : { ...now, holder, rival };
}

function partyOn(party: Party, day: DayNumber, sides: Sides): Party {
  const camp = sides.campOf(party.actor, day);
  return camp === party.camp ? party : { ...party, camp };
}

/** R24: "A took it from B" and "B lost it" tell that B had it until then; `told` is the last day of claims that told nothing. */
function presupposed(batch: readonly Evidence[], day: DayNumber, told: DayNumber): Segment | undefined {
  let loser: Party | undefined;
  let first = day;
  let telling: EvidenceList;
  for (const one of batch) {
    const party = loserOf(one.saying);
    if (!party) continue;
    if (loser && party.camp !== loser.camp) return undefined;
    loser ??= party;
    telling = plus(telling, one);
    if (one.first < first) first = one.first;
  }
  const start = Math.max(first - 1, told + 1);
  if (!loser || start >= day) return undefined;
  return {
    start,
    standing: "held",
    holder: loser,
    rival: undefined,
    rule: "R24",
    first: undefined,
    last: first - 1,
    took: false,
    from: undefined,
    presumed: true,
    deciding: telling,
    supporting: undefined,
    contradicting: undefined,
    voices: listed(telling).reduce(hearing, NOTHING_HEARD),
    heard: first - 1,
    before: undefined,
  };
}

function loserOf(saying: Evidence["saying"]): Party | undefined {
  if (saying.kind === "has") return saying.from;
  return saying.kind === "lost" ? saying.party : undefined;
}

/** The stretch that the day leaves; a new one has no claims yet. */
function applied(
  found: Segment | undefined,
  outcome: Outcome,
  batch: readonly Evidence[],
  day: DayNumber,
): Segment | undefined {
  const now = revised(found, outcome);
  if (outcome.refutes && outcome.standing === "vacant") return now;
  if (now && same(now, outcome) && !(outcome.handed && now.holder?.actor !== outcome.holder?.actor))
    return now;
  const { first, last } = daysOf(batch, outcome);
  const start = outcome.start ?? day;
  const replaced = now !== undefined && start <= now.start ? now : undefined;
  const begun = outcome.start === undefined ? first : Math.min(first, start);
  const claims = replaced ? takenOver(replaced, outcome) : undefined;
  return {
    start,
    standing: outcome.standing,
    holder: outcome.holder,
    rival: outcome.rival,
    rule: outcome.rule,
    first: replaced?.first === undefined ? begun : Math.min(begun, replaced.first),
    last: Math.max(last, first),
    took: outcome.took ?? false,
    from: outcome.from,
    presumed: outcome.presumed ?? false,
    deciding: undefined,
    supporting: claims?.supporting,
    contradicting: claims?.contradicting,
    voices: claims?.voices ?? NOTHING_HEARD,
    heard: day,
    before: replaced ? replaced.before : now,
  };
}

/** Claims of a stretch that one from the same day on replaces. */
function takenOver({ deciding, supporting }: Segment, outcome: Outcome) {
  let [agreeing, contradicting]: EvidenceList[] = [];
  let voices = NOTHING_HEARD;
  for (const one of listed(deciding, supporting)) {
    if (agrees(one, outcome)) {
      agreeing = plus(agreeing, one);
      voices = joined(voices, one, outcome.standing);
    } else {
      contradicting = plus(contradicting, one);
    }
  }
  return { supporting: agreeing, contradicting, voices };
}

/** Where the beginning may lie: from the first day that an agreeing claim allows to the first that one of them is sure of. */
function daysOf(batch: readonly Evidence[], outcome: Outcome): { first: DayNumber; last: DayNumber } {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const pass of [true, false]) {
    for (const one of batch) {
      if (pass && !agrees(one, outcome)) continue;
      if (one.first < first) first = one.first;
      if (one.last < last) last = one.last;
    }
    if (first !== Number.POSITIVE_INFINITY) break;
  }
  return { first, last };
}

/** What the day makes of the stretch that it finds. */
function revised(found: Segment | undefined, { refutes, vacates }: Outcome): Segment | undefined {
  if (!found) return undefined;
  if (refutes) return withoutLast(found);
  return vacates ? { ...found, standing: "vacant", holder: undefined, presumed: false, took: false } : found;
}

/** The last stretch never was: what decided it speaks against the one before. */
function withoutLast({ deciding, before }: Segment): Segment | undefined {
  if (!before) return undefined;
  let contradicting = before.contradicting;
  for (let at = deciding; at; at = at.rest) contradicting = plus(contradicting, at.one);
  return { ...before, contradicting };
}

function same(now: Segment, outcome: Outcome): boolean {
  return (
    now.standing === outcome.standing &&
    now.holder?.camp === outcome.holder?.camp &&
    now.rival?.camp === outcome.rival?.camp
  );
}

/** Files the day's claims under the stretch that they found or made. */
function noted(segment: Segment, batch: readonly Evidence[], decided: boolean): Segment {
  let { deciding, supporting, contradicting, heard, voices } = segment;
  const fresh = deciding === undefined;
  for (const one of batch) {
    if (!agrees(one, segment)) {
      contradicting = plus(contradicting, one);
      continue;
    }
    if (fresh && decided) deciding = plus(deciding, one);
    else supporting = plus(supporting, one);
    if (one.last > heard) heard = one.last;
    voices = joined(voices, one, segment.standing);
  }
  if (deciding === undefined) for (const one of batch) deciding = plus(deciding, one);
  return { ...segment, deciding, supporting, contradicting, heard, voices };
}

/** R6: fighters seen inside are no word on who has a place. */
function joined(voices: Heard, one: Evidence, standing: Standing): Heard {
  return standing === "held" && one.saying.kind === "fought"
    ? hearingOfFight(voices, one)
    : hearing(voices, one);
}

function withSeen(seen: Seen, batch: readonly Evidence[], day: DayNumber): Seen {
  let all = seen;
  for (const one of batch) {
    const party = attacker(one);
    if (party) all = { party, day, rest: all };
  }
  return all;
}

function attacker({ saying }: Evidence): Party | undefined {
  switch (saying.kind) {
    case "fought":
      return saying.inside;
    case "besieged":
      return saying.by;
    case "has":
      return saying.party;
    case "lost":
    case "has-not":
      return undefined;
  }
}
