import type { Explanation } from "./problem.ts";

/** What is wrong with a ledger on disk or with a file of entries handed over. `where` is the file as the user named it. */
export type LedgerProblem =
  | { readonly code: "ledger-missing"; readonly where: string }
  | { readonly code: "ledger-not"; readonly where: string }
  | {
      readonly code: "ledger-newer";
      readonly where: string;
      readonly version: number;
      readonly known: number;
    }
  | { readonly code: "ledger-damaged"; readonly where: string; readonly detail: string }
  | { readonly code: "ledger-busy"; readonly where: string }
  | { readonly code: "ledger-read-only"; readonly where: string }
  | { readonly code: "ledger-cannot-open"; readonly where: string }
  | { readonly code: "disk-full"; readonly where: string }
  | { readonly code: "exchange-not"; readonly where: string }
  | {
      readonly code: "exchange-newer";
      readonly where: string;
      readonly version: number;
      readonly known: number;
    }
  | { readonly code: "exchange-truncated"; readonly where: string; readonly detail: string }
  | { readonly code: "entry-broken"; readonly where: string; readonly line: number; readonly detail: string }
  | { readonly code: "entry-tampered"; readonly where: string; readonly line: number; readonly id: string }
  | {
      readonly code: "entry-orphan";
      readonly where: string;
      readonly line: number;
      readonly id: string;
      readonly names: string;
    }
  | { readonly code: "claim-unknown"; readonly where: string; readonly id: string }
  | { readonly code: "judgement-refused"; readonly where: string; readonly detail: string };

export function explainLedgerProblem(problem: LedgerProblem): Explanation {
  const { where } = problem;
  switch (problem.code) {
    case "ledger-missing":
      return {
        cause: `There is no ledger ${where}.`,
        fix: "Check the path given with --ledger, or make one with: asof ingest PATH.",
      };
    case "ledger-not":
      return {
        cause: `${where} is not an asof ledger.`,
        fix: "Give the path of a ledger; nothing was changed.",
      };
    case "ledger-newer":
      return {
        cause: `${where} was written by a newer asof (ledger version ${problem.version}; this one knows ${problem.known}).`,
        fix: "Update asof; the ledger was not touched.",
      };
    case "ledger-damaged":
      return {
        cause: `The file ${where} is damaged: ${problem.detail}.`,
        fix: "Copy it aside, then merge into a new ledger your last backup and, with --keep-good, what the damaged file still gives (docs/ledger.md, Mending).",
      };
    case "ledger-busy":
      return {
        cause: `Another process has been writing to ${where} without a pause.`,
        fix: "Run the command again when it has finished.",
      };
    case "ledger-read-only":
      return {
        cause: `${where} or its folder may not be written.`,
        fix: "Change the permissions, or copy the ledger to a folder of your own.",
      };
    case "ledger-cannot-open":
      return {
        cause: `${where} cannot be opened.`,
        fix: "Check that the folder exists and that you may write in it.",
      };
    case "disk-full":
      return {
        cause: `The disk that holds ${where} is full.`,
        fix: "Free some space and run the command again; what was stored before is safe.",
      };
    case "exchange-not":
      return {
        cause: `${where} is not a file of ledger entries.`,
        fix: "Make one with: asof export-ledger FILE.jsonl.gz.",
      };
    case "exchange-newer":
      return {
        cause: `${where} was written by a newer asof (form ${problem.version}; this one knows ${problem.known}).`,
        fix: "Update asof, or have it exported again by the older one; nothing was merged.",
      };
    case "exchange-truncated":
      return {
        cause: `${where} is cut off or was changed: ${problem.detail}.`,
        fix: "Copy it again; or take what is there with --keep-good.",
      };
    case "entry-broken":
      return {
        cause: `Line ${problem.line} of ${where} is no ledger entry: ${problem.detail}.`,
        fix: "Get the file again; or take the other lines with --keep-good.",
      };
    case "entry-tampered":
      return {
        cause: `Line ${problem.line} of ${where} was changed after it was made: its content does not have the id ${problem.id}.`,
        fix: "Ask the sender for a fresh export; or take the other lines with --keep-good.",
      };
    case "entry-orphan":
      return {
        cause: `Line ${problem.line} of ${where} (${problem.id}) speaks of ${problem.names}, which neither the file nor the ledger has.`,
        fix: "Merge the sender's whole ledger first; or take the other lines with --keep-good.",
      };
    case "claim-unknown":
      return {
        cause: `${where} has no claim ${problem.id}.`,
        fix: "Give the id as `asof why` or `asof review` shows it.",
      };
    case "judgement-refused":
      return {
        cause: `The judgement on ${where} was not stored: ${problem.detail}.`,
        fix: "Mend it and send it again.",
      };
  }
}
