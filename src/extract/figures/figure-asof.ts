import type { Valid } from "../../domain/claim.ts";
import { addDays, daysBetween } from "../../domain/day.ts";
import { overlaps } from "../../domain/span.ts";
import { findDays } from "../days/days.ts";
import { dayFor } from "../settle-day.ts";
import type { DayMention, Draft, ReportAnalysis, SentenceAnalysis, TokenRange } from "../types.ts";
import type { View } from "../words/view.ts";

/**
 * The day of a figure where it is not that of an event: a number counted since some day holds on the day that it is told for,
 * one counted "at the end of June" on its last day, and the parts of a total over months are of the same months.
 */
export function dayOfFigure(view: View, hit: TokenRange): Valid | undefined {
  if (isCountedSince(view, hit)) return asOf(view);
  const own = statedIn(view.analysis);
  if (own) return own;
  const { days } = view.analysis;
  if (days.length > 0 && days.every((day) => UP_TO_NOW.test(day.text))) return dayOfReport(view);
  return lastOf(view) ?? periodBefore(view) ?? (days.length === 0 ? statedBefore(view) : undefined);
}

/**
 * The only day of the sentence, where none stands in the draft's own clause: "20 were killed and scores wounded in June". Not
 * one that a speaker spoke on, and none of what is only described.
 */
export function onlyDay({ analysis, tokens }: View, draft: Draft): Valid | undefined {
  if (draft.valid || dayFor(draft, analysis)) return undefined;
  const [only, other] = analysis.days.filter(({ valid }) => valid.from !== undefined);
  if (!only || other || only.bound || only.datesNext || UP_TO_NOW.test(only.text)) return undefined;
  const { attributions, clauses } = analysis;
  if (attributions.length > 0 && !attributions.some(({ content }) => overlaps(content, only)))
    return undefined;
  const clause = clauses.findLast(({ from, to }) => {
    const [first, last] = [tokens[from], tokens[to - 1]];
    return first !== undefined && last !== undefined && first.start <= only.start && only.end <= last.end;
  });
  return /^(?:relative|condition|time|purpose)$/.test(clause?.role ?? "") ? undefined : only.valid;
}

/** "60 have been killed and 270 injured": the second is of the day of the first, where it has none of its own. */
export function withSharedDay(analysis: SentenceAnalysis, drafts: readonly Draft[]): readonly Draft[] {
  const found: Draft[] = [];
  for (const draft of drafts) {
    const valid = draft.valid ?? (dayFor(draft, analysis) ? undefined : found.at(-1)?.valid);
    found.push(valid ? { ...draft, valid } : draft);
  }
  return found;
}

/** "in the past week", "in two days of fighting": counted up to the day on which it is told. */
const UP_TO_NOW =
  /^(?:in|over|within|during) (?:the )?(?:(?:past|last|recent) )?(?:[\w-]+ ){0,2}(?:hours?|days?|weeks?|months?)$/i;

/** As `dayOfFigure`, where the days behind the token are of some of those told alone. */
export function dayUntil(view: View, hit: TokenRange, until: number | undefined): Valid | undefined {
  const limit = view.tokens[until ?? view.tokens.length]?.start;
  const { days } = view.analysis;
  if (limit === undefined || days.length === 0 || days.some(({ start }) => start < limit))
    return dayOfFigure(view, hit);
  return dayOfReport(view);
}

/** "have been displaced since the fighting began". */
export function isCountedSince({ tokens, analysis }: View, { from, to }: TokenRange): boolean {
  if (analysis.days.some(({ bound }) => bound === "since")) return true;
  const since = tokens.findIndex(({ lower }) => lower === "since");
  if (since >= to && since - to <= SINCE_REACH && analysis.days.length === 0) return true;
  return (
    since >= 0 && tokens.slice(Math.max(0, from - 4), from).some(({ lower }) => /^(?:have|has)$/.test(lower))
  );
}

/** Tokens between a loss and "since the truce". */
const SINCE_REACH = 8;

/** The day that a sentence tells its numbers for: one outside of "since …", else that of the report. */
export function asOf(view: View): Valid | undefined {
  const { analysis, tokens } = view;
  const since = tokens.find(({ lower }) => lower === "since")?.start ?? Number.POSITIVE_INFINITY;
  const comma =
    tokens.find(({ lower, start }) => lower === "," && start > since)?.start ?? Number.POSITIVE_INFINITY;
  const told = analysis.days.findLast(
    ({ bound, valid, start }) =>
      bound !== "since" && valid.precision === "day" && valid.from && (start < since || start > comma),
  );
  if (told) return told.valid;
  return dayOfReport(view);
}

/** "As of 28 January" of the text before or of the title, else the day of publication: what "is" and "has been" tell. */
export function dayOfReport(view: View): Valid | undefined {
  const { publishedOn } = view.report;
  return statedBefore(view) ?? (publishedOn && { from: publishedOn, precision: "day", inferred: true });
}

/** "As of 8 August": the figures that follow are of then, too. */
function statedIn({ sentence, days }: SentenceAnalysis): Valid | undefined {
  const { tokens } = sentence;
  const at = tokens.findIndex(
    ({ lower }, i) => lower === "as" && /^(?:of|at)$/.test(tokens[i + 1]?.lower ?? ""),
  );
  if (at < 0) return undefined;
  const end = tokens[at + 1]?.end ?? 0;
  return days.find(({ start, valid }) => valid.from && start - end <= 2 && start >= end - 6)?.valid;
}

function statedBefore({ analysis, report }: View): Valid | undefined {
  for (let index = analysis.sentence.index - 1; index >= 0; index -= 1) {
    const before = report.sentences[index];
    const stated = before && statedIn(before);
    if (stated) return { ...stated, inferred: true };
  }
  return statedInTitle(report);
}

const stated = new WeakMap<ReportAnalysis, Valid | null>();

function statedInTitle(report: ReportAnalysis): Valid | undefined {
  const known = stated.get(report);
  if (known !== undefined) return known ?? undefined;
  const title = report.report.title ?? "";
  const day = /\bas (?:of|at)\b/i.test(title)
    ? findDays(title, report.publishedOn).find(({ start }) => /\bas (?:of|at) $/i.test(title.slice(0, start)))
    : undefined;
  const made = day?.valid.from === undefined ? undefined : { ...day.valid, inferred: true as const };
  stated.set(report, made ?? null);
  return made;
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
function isPeriod({ text, valid: { from, until, precision } }: DayMention): boolean {
  if (from === undefined || /\b(?:ago|earlier|before|later|after)\b/i.test(text)) return false;
  return (
    precision === "month" || (precision === "day" && until !== undefined && daysBetween(from, until) > 2)
  );
}
