import type { Day } from "../domain/day.ts";
import type { CountryCode } from "../domain/ids.ts";
import type { Ledger } from "../ledger/entry.ts";
import type { Assessment } from "../picture/types.ts";

/** One voice alone: the picture as one camp tells it, or from one source only. */
export type AccordingTo =
  | { readonly kind: "camp"; readonly camp: string }
  | { readonly kind: "source"; readonly source: string };

export interface Question {
  readonly asOf: Day;
  readonly knownAt: Day;
  readonly accordingTo?: AccordingTo;
  readonly country?: CountryCode;
  /** Only this place need be answered. */
  readonly place?: string;
}

/** What CONTRACT §4 prints. */
export interface Answer {
  readonly asOf: Day;
  readonly knownAt: Day;
  readonly places: readonly Assessment[];
  readonly tallies: readonly unknown[];
  readonly displacement: readonly unknown[];
  readonly access: readonly unknown[];
  readonly problems: readonly unknown[];
}

/** Folds a ledger once and then answers many questions about it. */
export type Asker = (ledger: Ledger) => (question: Question) => Answer;

/** `camp:ID` or `source:NAME`, as it stands in addresses. */
export function parseAccordingTo(text: string): AccordingTo | undefined {
  const found = /^(camp|source):(.+)$/.exec(text);
  if (!found) return undefined;
  return found[1] === "camp" ? { kind: "camp", camp: found[2]! } : { kind: "source", source: found[2]! };
}
