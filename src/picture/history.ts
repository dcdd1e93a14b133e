import type { ActorId } from "../domain/ids.ts";
import type { DayNumber } from "./day-number.ts";
import { dayVoices } from "./day-voices.ts";
import type { Evidence, Party } from "./evidence.ts";
import { outcomeOf, type Room } from "./outcome.ts";
import { placedInTime } from "./placing.ts";
import { agrees, NO_EVIDENCE, type Outcome, plus, type Segment } from "./segment.ts";
import type { Sides } from "./sides.ts";

/**
 * The stretches of one place, first to last, from the claims that are known. Every claim that is known counts, also for
 * days after the one asked about: that a town was still held on Friday tells of Thursday.
 */
export function historyOf(evidence: readonly Evidence[], sides: Sides): readonly Segment[] {
  const segments: Segment[] = [];
  let silentUntil = Number.NEGATIVE_INFINITY;
  const seen = new Map<ActorId, { readonly party: Party; readonly day: DayNumber }>();
  for (const { day, evidence: batch } of placedInTime(evidence)) {
    if (segments.length === 0) presuppose(segments, batch, day, silentUntil);
    const room: Room = { now: onDay(segments.at(-1), day, sides), day, seen, sides };
    const outcome = outcomeOf(dayVoices(batch, sides), room);
    if (outcome) apply(segments, outcome, batch, day);
    silentUntil = day;
    note(segments.at(-1), batch, outcome !== undefined);
    for (const one of batch) {
      const party = attacker(one);
      if (party) seen.set(party.actor, { party, day });
    }
  }
  return segments;
}

/** Camps change with the situations: who was a government's ally last year may be its enemy now. */
function onDay(now: Segment | undefined, day: DayNumber, sides: Sides): Segment | undefined {
  if (now?.holder) now.holder = partyOn(now.holder, day, sides);
  if (now?.rival) now.rival = partyOn(now.rival, day, sides);
  return now;
}

function partyOn(party: Party, day: DayNumber, sides: Sides): Party {
  const camp = sides.campOf(party.actor, day);
  return camp === party.camp ? party : { ...party, camp };
}

/** R24: "A took it from B" and "B lost it" tell that B had it until then; `told` is the last day of claims that told nothing. */
function presuppose(segments: Segment[], batch: readonly Evidence[], day: DayNumber, told: DayNumber): void {
  const telling = batch.filter(({ saying }) => loserOf(saying) !== undefined);
  const losers = new Set(telling.map(({ saying }) => loserOf(saying)!.camp));
  if (losers.size !== 1) return;
  const first = Math.min(day, ...telling.map((one) => one.first));
  const start = Math.max(first - 1, told + 1);
  if (start >= day) return;
  segments.push({
    start,
    standing: "held",
    holder: loserOf(telling[0]!.saying)!,
    rival: undefined,
    from: undefined,
    first: undefined,
    rule: "R24",
    last: first - 1,
    took: false,
    presumed: true,
    deciding: telling,
    supporting: NO_EVIDENCE,
    contradicting: NO_EVIDENCE,
    heard: first - 1,
  });
}

function loserOf(saying: Evidence["saying"]): Party | undefined {
  if (saying.kind === "has") return saying.from;
  return saying.kind === "lost" ? saying.party : undefined;
}

function apply(segments: Segment[], outcome: Outcome, batch: readonly Evidence[], day: DayNumber): void {
  if (outcome.refutes) refute(segments);
  const now = segments.at(-1);
  if (outcome.refutes && outcome.standing === "vacant") return;
  if (now && same(now, outcome) && !(outcome.handed && now.holder?.actor !== outcome.holder?.actor)) return;
  const { first, last } = daysOf(batch, outcome);
  const start = outcome.start ?? day;
  const next: Segment = {
    start,
    standing: outcome.standing,
    holder: outcome.holder,
    rival: outcome.rival,
    from: outcome.from,
    rule: outcome.rule,
    first: outcome.start === undefined ? first : Math.min(first, start),
    last: Math.max(last, first),
    took: outcome.took ?? false,
    presumed: outcome.presumed ?? false,
    deciding: NO_EVIDENCE,
    supporting: NO_EVIDENCE,
    contradicting: NO_EVIDENCE,
    heard: day,
  };
  if (now && next.start <= now.start) {
    for (const one of [...now.deciding, ...now.supporting]) {
      if (agrees(one, next)) next.supporting = plus(next.supporting, one);
      else next.contradicting = plus(next.contradicting, one);
    }
    if (now.first !== undefined) next.first = Math.min(next.first!, now.first);
    segments.pop();
  }
  segments.push(next);
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

/** The last stretch never was: what spoke for it speaks against the one before. */
function refute(segments: Segment[]): void {
  const gone = segments.pop()!;
  const before = segments.at(-1);
  if (!before) return;
  for (const one of gone.deciding) before.contradicting = plus(before.contradicting, one);
}

function same(now: Segment, outcome: Outcome): boolean {
  return (
    now.standing === outcome.standing &&
    now.holder?.camp === outcome.holder?.camp &&
    now.rival?.camp === outcome.rival?.camp
  );
}

/** Files the day's claims under the stretch that they found or made. */
function note(segment: Segment | undefined, batch: readonly Evidence[], decided: boolean): void {
  if (!segment) return;
  const fresh = segment.deciding.length === 0;
  for (const one of batch) {
    if (!agrees(one, segment)) {
      segment.contradicting = plus(segment.contradicting, one);
      continue;
    }
    if (fresh && decided) segment.deciding = plus(segment.deciding, one);
    else segment.supporting = plus(segment.supporting, one);
    if (one.last > segment.heard) segment.heard = one.last;
  }
  if (fresh && segment.deciding.length === 0) segment.deciding = [...batch];
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
