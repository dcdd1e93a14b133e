import type { DayNumber } from "./day-number.ts";
import type { Evidence, Party } from "./evidence.ts";
import type { Heard } from "./heard.ts";
import type { RuleId } from "./rules.ts";

/** `vacant`: somebody lost it and nobody is known to have it. */
export const STANDINGS = ["held", "claimed", "contested", "besieged", "disputed", "vacant"] as const;
export type Standing = (typeof STANDINGS)[number];

/** Newest first. Lists share their tails, so that many days of knowledge cost little more than one. */
export type EvidenceList = { readonly one: Evidence; readonly rest: EvidenceList } | undefined;

export function plus(list: EvidenceList, one: Evidence): EvidenceList {
  return { one, rest: list };
}

/** In the order in which they were added. */
export function listed(...lists: readonly EvidenceList[]): readonly Evidence[] {
  const all: Evidence[] = [];
  for (const list of lists) {
    const start = all.length;
    for (let at = list; at; at = at.rest) all.push(at.one);
    for (let i = start, j = all.length - 1; i < j; i++, j--) [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all;
}

/** A stretch of days in which one answer holds; it ends where the next begins. */
export interface Segment {
  readonly start: DayNumber;
  readonly standing: Standing;
  /** Who has it; where it is fought over or disputed, who had it before. */
  readonly holder: Party | undefined;
  /** Who says that he took it (claimed, disputed), is inside (contested) or around it (besieged). */
  readonly rival: Party | undefined;
  readonly rule: RuleId;
  /** Where the beginning may lie, both included; `first` undefined: long before. */
  readonly first: DayNumber | undefined;
  readonly last: DayNumber;
  /** The holder was seen to take it, from whom if that was told. */
  readonly took: boolean;
  readonly from: Party | undefined;
  /** The taker is inferred, not named. */
  readonly presumed: boolean;
  readonly deciding: EvidenceList;
  readonly supporting: EvidenceList;
  readonly contradicting: EvidenceList;
  /** What the deciding and supporting claims amount to. */
  readonly voices: Heard;
  /** The last day for which any of its claims speaks. */
  readonly heard: DayNumber;
  /** The stretch before it. */
  readonly before: Segment | undefined;
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
  /** Who was presumed to have it in the stretch before had not taken it yet. */
  readonly vacates?: boolean;
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
