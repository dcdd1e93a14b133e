import { addDays, type Day } from "../../domain/day.ts";
import { dateAt, type Interval, MONTHS, oneDay, span, wholeMonth, yearOf } from "./days-calendar.ts";
import { after, before, type DayContext, type DayPhrase, type Hit, phrase } from "./days-reading.ts";

const D = "(\\d{1,2})(?:st|nd|rd|th)?";
const DASH = "\\s?(?:-|–|—|to|and|until|through)\\s?";
const WEEKDAY = /\b(?:sun|mon|tues|wednes|thurs|fri|satur)day,? (?:the )?$/i;
const DATE_BEFORE = new RegExp(`(?:^|[^\\d.,])((?:the )?(?:${D}${DASH})?${D} (?:of )?)$`, "i");
const ORDINALS =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first".split(
    " ",
  );
/** "the thirtieth of October". */
const WORD_BEFORE = new RegExp(`\\b(the (${ORDINALS.join("|")}) of )$`, "i");
const DATE_AFTER = new RegExp(
  `^\\.? ${D}(?:${DASH}${D}(?![\\d%]| (?:people|killed|districts|percent)))?(?![\\d:%]|[.,]\\d)`,
  "i",
);
const YEAR_AFTER =
  /^,? (?:of )?((?:19|20)\d\d)\b(?! ?(?:people|families|civilians|troops|soldiers|fighters|km|metres))/;
const RELATIVE_YEAR = /^,? (?:of )?(last|this) year\b/i;
const MONTH_BEFORE =
  /\b(?:(?:the )?(early|late|mid|middle of|beginning of|start of|end of|first half of|second half of)[ -]|(last|this|next) |(?:in|since|until|till|by|from|during|of|through|between|before|after|for|to|throughout|and) (?:the )?)$/i;
const MONTH_RANGE = /\b([A-Z][a-z]{2,8})(?: and | to |-|–)$/;

/**
 * A month name with a date, a part of a month, or a month. "May" and "March" alone are months only after a word such
 * as "in" or "since". Without a year it lies in the past, or in the future where the words before it say so.
 */
export function monthPhrase(hit: Hit): DayPhrase | undefined {
  const month = MONTHS.indexOf(hit.word.slice(0, 3).toLowerCase()) + 1;
  const dateBefore = before(hit, DATE_BEFORE);
  if (dateBefore) {
    const year = after(hit, YEAR_AFTER);
    const words = dateBefore[1]!;
    const lead = weekdayBefore(hit.text, hit.start - words.length) + words;
    const dates = { first: Number(dateBefore[2] ?? dateBefore[3]), last: Number(dateBefore[3]) };
    return phrase(hit, [lead, year?.[0]], (context) => dated(month, dates, toYear(year), context));
  }
  const wordBefore = before(hit, WORD_BEFORE);
  if (wordBefore) {
    const year = after(hit, YEAR_AFTER);
    const day = ORDINALS.indexOf(wordBefore[2]!.toLowerCase()) + 1;
    return phrase(hit, [wordBefore[1]!, year?.[0]], (context) =>
      dated(month, { first: day, last: day }, toYear(year), context),
    );
  }
  const dateAfter = after(hit, DATE_AFTER);
  if (dateAfter) {
    const year = after({ ...hit, end: hit.end + dateAfter[0].length }, YEAR_AFTER);
    const tail = dateAfter[0] + (year?.[0] ?? "");
    const dates = { first: Number(dateAfter[1]), last: Number(dateAfter[2] ?? dateAfter[1]) };
    return phrase(hit, [weekdayBefore(hit.text, hit.start), tail], (context) =>
      dated(month, dates, toYear(year), context),
    );
  }
  const relative = after(hit, RELATIVE_YEAR);
  const year = relative ? null : after(hit, YEAR_AFTER);
  const lead = before(hit, MONTH_BEFORE);
  if (!lead && !year) return undefined;
  const part = lead?.[1]?.toLowerCase();
  const which = lead?.[2]?.toLowerCase();
  const range = before(hit, MONTH_RANGE);
  const first = range ? MONTHS.indexOf(range[1]!.slice(0, 3).toLowerCase()) + 1 : 0;
  const taken = part || which ? lead?.[0] : first > 0 ? range?.[0] : "";
  return phrase(
    hit,
    [taken, year?.[0] ?? relative?.[0]],
    (context) =>
      monthly({ month, part, which, first }, toYear(year) ?? relativeYear(relative, context), context),
    false,
  );
}

/** "Friday, " before the date that begins at `end`. */
function weekdayBefore(text: string, end: number): string {
  return WEEKDAY.exec(text.slice(Math.max(0, end - 20), end))?.[0] ?? "";
}

const toYear = (match: RegExpExecArray | null): number | undefined => (match ? Number(match[1]) : undefined);

/** "August last year". */
function relativeYear(relative: RegExpExecArray | null, { publishedOn }: DayContext): number | undefined {
  if (!relative || publishedOn === undefined) return undefined;
  return yearOf(publishedOn) - (relative[1]!.toLowerCase() === "last" ? 1 : 0);
}

function dated(
  month: number,
  dates: { readonly first: number; readonly last: number },
  year: number | undefined,
  context: DayContext,
): Interval | undefined {
  const on = (at: number) => {
    const last = dateAt(at, month, dates.last);
    const first = dateAt(at, month, dates.first);
    return last && first && first <= last ? { first, last } : undefined;
  };
  const found = year === undefined ? nearest(context, (at) => on(at)?.last, on) : on(year);
  if (!found) return undefined;
  return found.first === found.last ? oneDay(found.last) : span(found.first, found.last);
}

/** The year that puts a date into the past of publication (a day's slack for the other side of the world). */
function nearest<T>(
  { publishedOn, future }: DayContext,
  dayIn: (year: number) => Day | undefined,
  valueIn: (year: number) => T | undefined,
): T | undefined {
  if (publishedOn === undefined) return undefined;
  const year = yearOf(publishedOn);
  const years = future ? [year, year + 1] : [year + 1, year, year - 1];
  const fits = years.find((at) => {
    const day = dayIn(at);
    if (day === undefined) return false;
    return future ? day >= addDays(publishedOn, -31) : day <= addDays(publishedOn, 1);
  });
  return fits === undefined ? undefined : valueIn(fits);
}

interface MonthWords {
  readonly month: number;
  readonly part: string | undefined;
  readonly which: string | undefined;
  /** Month that a range of months begins with, 0 without one. */
  readonly first: number;
}

function monthly(words: MonthWords, year: number | undefined, context: DayContext): Interval | undefined {
  const { month, part, which, first } = words;
  const ahead = context.future || which === "next";
  const at =
    year ??
    nearest(
      { ...context, future: ahead },
      (y) => dateAt(y, month, 1),
      (y) => y,
    );
  if (at === undefined) return undefined;
  if (first > 0 && first < month) {
    return { ...wholeMonth(at, month), from: wholeMonth(at, first).from };
  }
  return partOfMonth(wholeMonth(at, month), part);
}

/** Early: to the 15th; mid: 11th to 20th; late: from the 16th; its beginning is a day. */
export function partOfMonth(month: Interval, part: string | undefined): Interval {
  const { from, until } = month;
  switch (part) {
    case "early":
    case "first half of":
      return { from, until: addDays(from, 15), precision: "month" };
    case "mid":
    case "middle of":
      return { from: addDays(from, 10), until: addDays(from, 20), precision: "week" };
    case "late":
    case "second half of":
      return { from: addDays(from, 15), until, precision: "month" };
    case "beginning of":
    case "start of":
      return { from, until: addDays(from, 1), precision: "day" };
    case "end of":
      return { from: addDays(until, -3), until, precision: "week" };
    default:
      return month;
  }
}
