import type { Stage, Valid } from "../domain/claim.ts";
import { addDays, daysBetween } from "../domain/day.ts";
import type { Clause, DayMention, Draft, ReportAnalysis, SentenceAnalysis } from "./types.ts";

/** So many days before publication an event is background. */
const HISTORY = 365;
/** A report opens with its title and so many paragraphs. */
const LEAD_PARAGRAPHS = 2;
/** What is older than so many days is no news. */
const NEWS_DAYS = 3;

/**
 * When a draft holds: the day told in its clause; else the nearest in its sentence; else the one in force since an earlier
 * sentence of the paragraph; else the one that the report opens with; else the day of publication, inferred.
 */
export function validOf(draft: Draft, report: ReportAnalysis, inForce: Valid | undefined): Valid {
  if (draft.valid) return draft.valid;
  const sentence = report.sentences[draft.sentence];
  const told = sentence && dayFor(draft, sentence);
  const opens = told?.bound === "since" && draft.kind === "control" && !isState(draft);
  if (opens && sentence?.clauses[draft.clause ?? 0]?.opener !== "when") return sinceThen(told, report);
  if (told) return told.valid;
  if (inForce) return { ...inForce, inferred: true };
  if (!report.publishedOn) return { precision: "unknown" };
  return { from: report.publishedOn, precision: "day", inferred: true };
}

/** The mention of a day that governs the draft, if its sentence has one. */
export function dayFor(draft: Draft, sentence: SentenceAnalysis): DayMention | undefined {
  const days = sentence.days.filter(
    (day) => tells(day, draft) && !parted(day, draft, sentence) && isBefore(day, draft, sentence),
  );
  const clause = draft.clause === undefined ? undefined : sentence.clauses[draft.clause];
  const own = clause ? days.filter((day) => isOwn(day, draft.clause ?? 0, sentence)) : [];
  if (clause && isState(draft) && clause.role === "relative" && clause.verb?.tense === "present")
    return nearest(own, draft);
  if (clause && isNow(draft, clause, sentence))
    return nearest(
      own.filter((day) => isClose(day, draft, sentence)),
      draft,
    );
  const before =
    clause?.opener === "when" ? days.filter((day) => !day.bound && endsAt(day, clause, sentence)) : [];
  return (
    nearest(own, draft) ??
    nearest(before, draft) ??
    (clause?.opener === "when" ? beginningOf(sentence, clause) : undefined) ??
    nearest(clause ? days.filter((day) => reaches(day, draft.clause ?? 0, sentence)) : days, draft)
  );
}

/** "which they still hold", "now controls": told of the day of publication, whatever else the sentence dates. */
function isNow(draft: Draft, { from, to, verb }: Clause, { sentence }: SentenceAnalysis): boolean {
  if (!isState(draft) || verb?.tense !== "present") return false;
  return sentence.tokens.slice(from, to).some(({ lower }) => /^(?:still|now|currently)$/.test(lower));
}

/** No mark stands between the day and the event. */
function isClose(day: DayMention, { trigger }: Draft, { sentence }: SentenceAnalysis): boolean {
  const [from, to] = day.start > trigger.end ? [trigger.end, day.start] : [day.end, trigger.start];
  return !sentence.tokens.some(
    ({ start, end, lower }) => start >= from && end <= to && /^[,;:(]$/.test(lower),
  );
}

/** "two weeks after X claimed it": dates the clause that follows and those joined to it, no other. */
function isBefore(day: DayMention, draft: Draft, sentence: SentenceAnalysis): boolean {
  const index = draft.clause;
  if (!day.datesNext || index === undefined) return true;
  const home = sentence.clauses.findIndex((one) => within({ ...day, end: day.start + 1 }, one, sentence));
  const joined = sentence.clauses.slice(home + 2, index + 1);
  return (
    home < 0 ||
    index <= home + 1 ||
    joined.every(({ role }) => /^(?:coordinate|purpose|participle)$/.test(role))
  );
}

/** Within the clause, and not behind an insertion that it is; or behind an insertion that follows it. */
function isOwn(day: DayMention, index: number, sentence: SentenceAnalysis): boolean {
  const clause = sentence.clauses[index];
  const next = sentence.clauses[index + 1];
  if (next && within(day, next, sentence) && isBehindInsertion(day, next, sentence)) return true;
  return clause !== undefined && within(day, clause, sentence) && !isBehindInsertion(day, clause, sentence);
}

/** "took the port, which serves the north, in late 2014": the second comma closes what describes. */
function isBehindInsertion(day: DayMention, { role, from, verb }: Clause, { sentence }: SentenceAnalysis) {
  const { tokens } = sentence;
  if (role !== "relative" || !verb || tokens[from - 2]?.lower !== ",") return false;
  let at = tokens.findIndex((token) => token.end > day.start) - 1;
  if (/^(?:in|on|at|by|during|early|late)$/.test(tokens[at]?.lower ?? "")) at -= 1;
  return tokens[at]?.lower === "," && at >= verb.to;
}

function isApart({ role, verb }: Clause, day: DayMention, { sentence }: SentenceAnalysis): boolean {
  if (role !== "participle") return /^(?:relative|time|condition)$/.test(role);
  const first = verb && sentence.tokens[verb.from];
  return first !== undefined && day.start > first.start;
}

/** "in October, when …": the day stands right before the clause. */
function endsAt(day: DayMention, clause: Clause, { sentence }: SentenceAnalysis): boolean {
  const first = sentence.tokens[clause.from];
  return first !== undefined && first.start - day.end >= 0 && first.start - day.end <= 8;
}

/** "for the first time since 2016, when X was taken": the day from which the words before count. */
function beginningOf(sentence: SentenceAnalysis, clause: Clause): DayMention | undefined {
  const day = sentence.days.find((one) => one.bound === "since" && endsAt(one, clause, sentence));
  if (!day) return undefined;
  const { until: _until, ...valid } = day.valid;
  return { ...day, valid };
}

/** Lengths and frames of time that date nothing: "in a week", "this year". */
const NO_DAY =
  /^(?:(?:so far )?this year|(?:in|within|for) (?:an?|one|several|\w+) (?:day|week|month|year)s?)$/i;

/** A day of another clause tells of this one, unless that clause only describes, conditions or dates something itself. */
function reaches(day: DayMention, index: number, sentence: SentenceAnalysis): boolean {
  const home = sentence.clauses.findIndex((one) => within(day, one, sentence));
  if (home < 0) return true;
  const between = sentence.clauses.slice(Math.min(index, home) + 1, Math.max(index, home) + 1);
  const own = home < index ? [sentence.clauses[home]] : [];
  if (home > index && tellsAnother(sentence.clauses[home] as Clause, sentence)) return false;
  return ![...own, ...(home > index ? between : [])].some((one) => one && isApart(one, day, sentence));
}

/** "X is held, and troops shelled Y on Sunday": a coordinate clause of another subject dates its own event alone. */
function tellsAnother({ role, opener, subject, inherited, verb }: Clause, { sentence }: SentenceAnalysis) {
  const joined = role === "coordinate" && (opener === "and" || opener === "but");
  return (
    joined &&
    subject !== undefined &&
    !inherited &&
    !REPORTS.test(sentence.tokens[verb?.head ?? -1]?.lower ?? "")
  );
}

const REPORTS = /^(?:said|says|told|reported|announced|added|confirmed)$/;

/** "since Monday" and "for two weeks" open an interval, which only a state can fill; "until" closes one. */
function tells(day: DayMention, draft: Draft): boolean {
  if (day.valid.from === undefined || day.bound === "until") return false;
  if (NO_DAY.test(day.text)) return false;
  if (day.datesNext && draft.trigger.start < day.end) return false;
  const counts = draft.kind === "tally" || draft.kind === "displacement";
  if (counts && isLong(day.valid) && UP_TO_NOW.test(day.text)) return false;
  if (day.bound !== "since" || draft.kind === "access") return true;
  return draft.kind === "control" && (isState(draft) || /^since\b/i.test(day.text));
}

function isState(draft: Draft): boolean {
  return draft.kind === "control" && /^(?:holds|besieged|contested)$/.test(draft.change);
}

/** "has seized four since October": on some day from then to publication. */
function sinceThen({ valid }: DayMention, { publishedOn }: ReportAnalysis): Valid {
  if (!publishedOn) return valid;
  return { ...valid, until: addDays(publishedOn, 1) };
}

/** The day told last in the sentences before the draft's in its paragraph. */
export function dayBefore(draft: Draft, { sentences }: ReportAnalysis): Valid | undefined {
  const paragraph = sentences[draft.sentence]?.sentence.paragraph;
  for (let at = draft.sentence - 1; sentences[at]?.sentence.paragraph === paragraph && at >= 0; at -= 1) {
    const told = sentences[at]!.days.findLast(
      ({ valid, bound, datesNext, text }) =>
        !bound && !datesNext && !/\b(?:ago|earlier|before)$/i.test(text) && carries(valid),
    );
    if (told) return told.valid;
  }
  return undefined;
}

/** The day that a report opens with: what it tells without a day happened then. Only while that is news. */
export function leadDay({ sentences, publishedOn }: ReportAnalysis): Valid | undefined {
  const first = sentences[0]?.sentence.paragraph ?? 0;
  const opening = sentences.filter(
    ({ sentence }) => sentence.paragraph <= first + LEAD_PARAGRAPHS && sentence.kind !== "dateline",
  );
  const isNews = (day: DayMention) => {
    if (day.bound || !publishedOn || !day.valid.from || !carries(day.valid)) return false;
    const age = daysBetween(day.valid.from, publishedOn);
    return age >= 0 && age <= NEWS_DAYS;
  };
  return opening.flatMap((one) => one.days.filter((day) => !isAside(day, one))).find(isNews)?.valid;
}

/** The day of a clause that only describes, or tells what lay behind: "the group, which took X on Wednesday, …". */
function isAside(day: DayMention, sentence: SentenceAnalysis): boolean {
  const home = sentence.clauses.find((one) => within(day, one, sentence));
  const before = home?.verb?.tense === "past-perfect";
  return before || (home?.role === "relative" && home.opener !== "when");
}

/** What follows a night or a weekend that was told happened on its last day. */
export function lastDayOf(valid: Valid | undefined): Valid | undefined {
  return valid?.until && valid.precision === "day" ? { ...valid, from: addDays(valid.until, -1) } : valid;
}

/** "in the past week", "so far this year": what is counted in such a time is counted now. */
const UP_TO_NOW = /^(?:in|over|during|within|for|after|since|so far|earlier|this)\b/i;

/** A semicolon parts what is dated from what is not. */
function parted(day: DayMention, { trigger }: Draft, { sentence }: SentenceAnalysis): boolean {
  const from = Math.min(day.end, trigger.end);
  const to = Math.max(day.start, trigger.start);
  return sentence.tokens.some((token) => token.lower === ";" && token.start >= from && token.end <= to);
}

/** Longer than a night or a weekend. */
function isLong({ from, until, precision }: Valid): boolean {
  if (precision !== "day") return true;
  return from !== undefined && until !== undefined && daysBetween(from, until) > 2;
}

/** Whether a day told of one event may be taken for the next one's, too. */
export function carries(valid: Valid): boolean {
  return valid.from !== undefined && !isLong(valid);
}

function within(day: DayMention, clause: Clause, { sentence }: SentenceAnalysis): boolean {
  const first = sentence.tokens[clause.from];
  const last = sentence.tokens[clause.to - 1];
  return first !== undefined && last !== undefined && first.start <= day.start && day.end <= last.end;
}

function nearest(days: readonly DayMention[], { trigger }: Draft): DayMention | undefined {
  const distance = (day: DayMention) =>
    day.start >= trigger.end ? day.start - trigger.end : trigger.start - day.end;
  return [...days].sort((a, b) => distance(a) - distance(b) || a.start - b.start)[0];
}

/** "held X until October": what ended on a day before publication is past. */
export function hasEnded(draft: Draft, { sentences, publishedOn }: ReportAnalysis): boolean {
  if (draft.kind !== "control" || draft.change !== "holds" || !publishedOn) return false;
  const sentence = sentences[draft.sentence];
  const clause = draft.clause === undefined ? undefined : sentence?.clauses[draft.clause];
  if (!sentence || !clause?.verb || !/^(?:past|past-perfect)$/.test(clause.verb.tense)) return false;
  return sentence.days.some(
    ({ bound, valid, ...day }) =>
      bound === "until" &&
      valid.from !== undefined &&
      (valid.until ?? valid.from) <= publishedOn &&
      within({ ...day, valid }, clause, sentence),
  );
}

/** "for two decades it was taken and retaken": an event told of years is no news. */
export function isOfYears(draft: Draft, { sentences, report }: ReportAnalysis): boolean {
  const sentence = sentences[draft.sentence];
  const clause = draft.clause === undefined ? undefined : sentence?.clauses[draft.clause];
  if (!sentence || draft.kind !== "control" || isState(draft) || clause?.verb?.tense !== "past") return false;
  const { start, tokens } = sentence.sentence;
  const at = FOR_YEARS.exec(report.text.slice(start, draft.trigger.start))?.index;
  if (at === undefined) return false;
  const home = sentence.clauses.find(({ from, to }) => {
    const [first, last] = [tokens[from], tokens[to - 1]];
    return first && last && first.start <= start + at && start + at < last.end;
  });
  return home?.role !== "relative";
}

const FOR_YEARS = /\bfor (?:the )?(?:[\w-]+ ){0,3}(?:decades|years|centuries)\b[^.;:]*$/i;

/** A day a year or more before publication makes background of what would be news. */
export function stageAt(stage: Stage, valid: Valid, report: ReportAnalysis): Stage {
  const { publishedOn } = report;
  const live = stage === "done" || stage === "ongoing";
  if (!live || !publishedOn || !valid.from || valid.precision === "unknown") return stage;
  return daysBetween(valid.until ?? valid.from, publishedOn) >= HISTORY ? "history" : stage;
}
