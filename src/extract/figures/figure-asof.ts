import type { Valid } from "../../domain/claim.ts";
import { addDays, daysBetween } from "../../domain/day.ts";
import { findDays } from "../days/days.ts";
import type { DayMention, ReportAnalysis, SentenceAnalysis, TokenRange } from "../types.ts";
import type { View } from "../words/view.ts";

/**
 * The day of a figure where it is not that of an event: a number counted since some day holds on the day that it is told for,
 * one counted "at the end of June" on its last day, and the parts of a total over months are of the same months.
 */
export function dayOfFigure(view: View, hit: TokenRange): Valid | undefined {
  if (isCountedSince(view, hit)) return asOf(view);
  return (
    lastOf(view) ??
    periodBefore(view) ??
    (view.analysis.days.length === 0 && statedDay(view.report) ? asOf(view) : undefined)
  );
}

/** "have been displaced since the fighting began". */
export function isCountedSince({ tokens, analysis }: View, { from }: TokenRange): boolean {
  if (analysis.days.some(({ bound }) => bound === "since")) return true;
  const since = tokens.findIndex(({ lower }) => lower === "since");
  return (
    since >= 0 && tokens.slice(Math.max(0, from - 4), from).some(({ lower }) => /^(?:have|has)$/.test(lower))
  );
}

/** The day that a sentence tells its numbers for: one outside of "since …", else that of the report. */
export function asOf({ analysis, report, tokens }: View): Valid | undefined {
  const since = tokens.find(({ lower }) => lower === "since")?.start ?? Number.POSITIVE_INFINITY;
  const comma =
    tokens.find(({ lower, start }) => lower === "," && start > since)?.start ?? Number.POSITIVE_INFINITY;
  const told = analysis.days.findLast(
    ({ bound, valid, start }) =>
      bound !== "since" && valid.precision === "day" && valid.from && (start < since || start > comma),
  );
  if (told) return told.valid;
  const from = statedDay(report) ?? report.publishedOn;
  return from ? { from, precision: "day", inferred: true } : undefined;
}

const stated = new WeakMap<ReportAnalysis, Valid["from"] | null>();

/** "as of 28 January" in the title: all numbers without a day are of then. */
function statedDay(report: ReportAnalysis): Valid["from"] {
  const known = stated.get(report);
  if (known !== undefined) return known ?? undefined;
  const title = report.report.title ?? "";
  const day = /\bas (?:of|at)\b/i.test(title)
    ? findDays(title, report.publishedOn).find(({ start }) => /\bas (?:of|at) $/i.test(title.slice(0, start)))
    : undefined;
  stated.set(report, day?.valid.from ?? null);
  return day?.valid.from;
}

const LAST = /^(?:(?:at|by|as of) )?the end of\b/i;

/** "at the end of June": what is counted then is counted on its last day. */
function lastOf({ analysis }: View): Valid | undefined {
  const day = analysis.days.find(({ text, valid }) => LAST.test(text) && valid.until !== undefined);
  return day?.valid.until && { from: addDays(day.valid.until, -1), precision: "day" };
}

/** So many sentences back. */
const REACH = 2;

/** The months that the sentence before counts over, where the sentence itself tells no day. */
function periodBefore({ analysis, report }: View): Valid | undefined {
  if (analysis.days.length > 0) return undefined;
  const { index, paragraph } = analysis.sentence;
  for (let at = index - 1; at >= Math.max(0, index - REACH); at -= 1) {
    const before = report.sentences[at];
    if (!before || before.sentence.paragraph !== paragraph) return undefined;
    if (before.days.length > 0) return periodOf(before);
  }
  return undefined;
}

function periodOf({ sentence: { tokens }, days, numbers }: SentenceAnalysis): Valid | undefined {
  const since = tokens.find(({ lower }) => lower === "since")?.start ?? Number.POSITIVE_INFINITY;
  const [only, other] = days.filter(({ bound }) => bound === undefined);
  if (!only || other || only.start > since || numbers.length === 0 || !isPeriod(only)) return undefined;
  return { ...only.valid, inferred: true };
}

/** Months or years, or days enough to be counted over. */
function isPeriod({ valid: { from, until, precision } }: DayMention): boolean {
  if (from === undefined) return false;
  return (
    precision === "month" || (precision === "day" && until !== undefined && daysBetween(from, until) > 2)
  );
}
