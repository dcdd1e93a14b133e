import { ACCESS_STATUSES, ACCESS_TARGETS, type AccessStatus, type AccessTarget } from "../../domain/claim.ts";
import { type LexiconTexts, parseRows } from "../words/lexicon.ts";
import { type PhraseIndex, phraseIndex } from "../words/phrase-index.ts";

const USES = ["verb", "active", "intransitive", "state", "noun", "whole"] as const;

/** A row of `access.csv`. */
export interface StatusWord {
  readonly words: string;
  readonly status: AccessStatus;
  readonly use: (typeof USES)[number];
}

/** A row of `access-targets.csv`; `none` is named so that nothing else is taken for the target. */
export interface TargetWord {
  readonly words: string;
  readonly target: AccessTarget | "none";
}

export interface AccessLexicon {
  readonly statuses: PhraseIndex<StatusWord>;
  readonly targets: PhraseIndex<TargetWord>;
}

export function parseAccessLexicon(lexicon: LexiconTexts): AccessLexicon {
  return {
    statuses: phraseIndex(parseRows(lexicon.access ?? "").map(toStatus)),
    targets: phraseIndex(parseRows(lexicon["access-targets"] ?? "").map(toTarget)),
  };
}

function toStatus({ words = "", status, use }: Readonly<Record<string, string>>): StatusWord {
  const known = ACCESS_STATUSES.find((one) => one === status);
  const how = USES.find((one) => one === use);
  if (!known || !how) throw new Error(`access.csv has a row with an unknown status or use: ${words}`);
  return { words, status: known, use: how };
}

function toTarget({ words = "", target }: Readonly<Record<string, string>>): TargetWord {
  const known = target === "none" ? target : ACCESS_TARGETS.find((one) => one === target);
  if (!known) throw new Error(`access-targets.csv has a row with an unknown target: ${words}`);
  return { words, target: known };
}
