import type { DayNumber } from "./day-number.ts";
import type { Evidence, Party } from "./evidence.ts";
import type { RuleId } from "./rules.ts";

/** `vacant`: somebody lost it and nobody is known to have it. */
export type Standing = "held" | "claimed" | "contested" | "besieged" | "disputed" | "vacant";

/** Grows by `plus` alone. */
export type EvidenceList = readonly Evidence[];

export const NO_EVIDENCE: EvidenceList = [];

/** The list with one more, which may be the same list: most have none or one, and there are millions of them. */
export function plus(list: EvidenceList, one: Evidence): EvidenceList {
  if (list.length === 0) return [one];
  (list as Evidence[]).push(one);
  return list;
}

/** A stretch of days in which one answer holds; it ends where the next begins. Built up while a place is folded. */
export interface Segment {
  start: DayNumber;
  standing: Standing;
  /** Who has it; where it is fought over or disputed, who had it before. */
  holder: Party | undefined;
  /** Who says that he took it (claimed, disputed), is inside (contested) or around it (besieged). */
  rival: Party | undefined;
  rule: RuleId;
  /** Where the beginning may lie, both included; `first` undefined: long before. */
  first: DayNumber | undefined;
  last: DayNumber;
  /** The holder was seen to take it, from whom if that was told. */
  took: boolean;
  from: Party | undefined;
  /** The taker is inferred, not named. */
  presumed: boolean;
  deciding: EvidenceList;
  supporting: EvidenceList;
  contradicting: EvidenceList;
  /** The last day for which any of its claims speaks. */
  heard: DayNumber;
}

/** What a day's claims make of a place. */
export interface Outcome {
  readonly standing: Standing;
  readonly holder?: Party;
  readonly rival?: Party;
  readonly rule: RuleId;
  readonly took?: boolean;
  readonly from?: Party;
  readonly presumed?: boolean;
  /** Told as handed over by an ally of the new holder. */
  readonly handed?: boolean;
  /** From this day instead of the day of the claims. */
  readonly start?: DayNumber;
  /** The stretch before never was: what it stood on is contradicted. */
  readonly refutes?: boolean;
}

interface Answering {
  readonly standing: Standing;
  readonly holder?: Party | undefined;
  readonly rival?: Party | undefined;
}

/** Whether a claim says what the segment says. */
export function agrees({ saying }: Evidence, segment: Answering): boolean {
  const { standing, holder, rival } = segment;
  switch (standing) {
    case "held":
    case "claimed":
      switch (saying.kind) {
        case "has":
          return saying.party.camp === holder?.camp;
        case "lost":
        case "has-not":
          return saying.party.camp !== holder?.camp;
        case "fought":
          return saying.inside !== undefined && saying.inside.camp === holder?.camp;
        case "besieged":
          return false;
      }
      break;
    case "contested":
      return saying.kind === "fought";
    case "besieged":
      return saying.kind === "besieged" || (saying.kind === "has" && saying.party.camp === holder?.camp);
    case "disputed":
      return saying.kind === "has" && saying.party.camp === rival?.camp;
    case "vacant":
      return saying.kind === "lost" || saying.kind === "has-not";
  }
}
