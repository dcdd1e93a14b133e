import { explainLedgerProblem, type LedgerProblem } from "./ledger-problem.ts";
import type { Span } from "./span.ts";

/**
 * What is wrong with given data, as facts with a code; words are made by `explain` alone.
 * `where` is the file, feed or report that it is about, as the user named it.
 */
export type Problem =
  | LedgerProblem
  | { readonly code: "file-missing"; readonly where: string }
  | { readonly code: "file-unreadable"; readonly where: string; readonly detail: string }
  | { readonly code: "file-empty"; readonly where: string }
  | { readonly code: "file-binary"; readonly where: string }
  | {
      readonly code: "file-too-large";
      readonly where: string;
      readonly bytes: number;
      readonly limit: number;
    }
  | { readonly code: "file-kind-unknown"; readonly where: string }
  | { readonly code: "json-broken"; readonly where: string; readonly line: number; readonly detail: string }
  | { readonly code: "report-without-text"; readonly where: string }
  | { readonly code: "report-without-day"; readonly where: string }
  | { readonly code: "day-invalid"; readonly where: string; readonly text: string }
  | { readonly code: "language-unsupported"; readonly where: string; readonly language: string }
  | {
      readonly code: "sentence-failed";
      readonly where: string;
      readonly span: Span;
      readonly detail: string;
    }
  | {
      readonly code: "place-row-broken";
      readonly where: string;
      readonly row: number;
      readonly detail: string;
    }
  /** `where` is the kind of voice asked for, never its name, which may be withheld; `known` names those whose words the ledger has. */
  | { readonly code: "voice-unknown"; readonly where: string; readonly known: string }
  | { readonly code: "claim-ahead"; readonly where: string; readonly quote: string; readonly day: string };

export type ProblemCode = Problem["code"];

/** One sentence of cause and one of fix. */
export interface Explanation {
  readonly cause: string;
  readonly fix: string;
}

/** The one place that makes words of a problem. */
export function explain(problem: Problem): Explanation {
  switch (problem.code) {
    case "file-missing":
      return { cause: `There is no file ${problem.where}.`, fix: "Check the path." };
    case "file-unreadable":
      return {
        cause: `${problem.where} cannot be read: ${problem.detail}.`,
        fix: "Check the file's permissions and that it is whole.",
      };
    case "file-empty":
      return { cause: `${problem.where} is empty.`, fix: "Give a file that holds a report." };
    case "file-binary":
      return {
        cause: `${problem.where} is not text.`,
        fix: "Give JSON, JSON Lines, text, Markdown, HTML, PDF or a feed.",
      };
    case "file-too-large":
      return {
        cause: `${problem.where} has ${problem.bytes} bytes, more than the limit of ${problem.limit} for one report.`,
        fix: "Split it into reports, one a line, as JSON Lines.",
      };
    case "file-kind-unknown":
      return {
        cause: `The kind of ${problem.where} is not known.`,
        fix: "Use one of the endings .json, .jsonl, .txt, .md, .html, .pdf, .xml.",
      };
    case "json-broken":
      return {
        cause: `Line ${problem.line} of ${problem.where} is not JSON: ${problem.detail}.`,
        fix: "Mend that line; the others were read.",
      };
    case "report-without-text":
      return { cause: `The report in ${problem.where} has no text.`, fix: 'Give it a field "text".' };
    case "report-without-day":
      return {
        cause: `${problem.where} does not say when it was published, so days such as "Thursday" stay unresolved.`,
        fix: "Say it with --published YYYY-MM-DD or a field publishedOn.",
      };
    case "day-invalid":
      return {
        cause: `"${problem.text}" in ${problem.where} is no day of the calendar.`,
        fix: "Write days as YYYY-MM-DD.",
      };
    case "language-unsupported":
      return {
        cause: `${problem.where} is written in "${problem.language}", which asof does not read yet.`,
        fix: "Give an English text or a translation.",
      };
    case "sentence-failed":
      return {
        cause: `One sentence of ${problem.where} (characters ${problem.span.start} to ${problem.span.end}) could not be read: ${problem.detail}.`,
        fix: "The rest was read; please report the sentence.",
      };
    case "ledger-missing":
    case "ledger-not":
    case "ledger-newer":
    case "ledger-damaged":
    case "ledger-busy":
    case "ledger-read-only":
    case "ledger-cannot-open":
    case "disk-full":
    case "exchange-not":
    case "exchange-newer":
    case "exchange-truncated":
    case "entry-broken":
    case "entry-tampered":
    case "entry-orphan":
    case "claim-unknown":
    case "judgement-refused":
      return explainLedgerProblem(problem);
    case "place-row-broken":
      return {
        cause: `Row ${problem.row} of ${problem.where} is not taken: ${problem.detail}.`,
        fix: "Mend that row and import the file again; the good rows were taken.",
      };
    case "voice-unknown":
      return {
        cause: `The ledger has no word of ${problem.where}.`,
        fix: `Ask for one that speaks in it: ${problem.known}.`,
      };
    case "claim-ahead":
      return {
        cause: `${problem.where} tells as done what it dates after its own publication, on ${problem.day}: "${problem.quote}".`,
        fix: "Check the day of publication; until then the claim changes no picture.",
      };
  }
}
