import { addDays } from "../../domain/day.ts";
import { oneDay, span, WEEKDAYS, weekdayFrom, weekdayUpTo, weekStart } from "./days-calendar.ts";
import { after, before, type DayContext, type DayPhrase, type Hit, phrase } from "./days-reading.ts";

const LEAD = /\b(?:(?:early|late|later)(?: on)? |(?:last|past|this|next|coming|previous|following) )$/i;
const NIGHT_TO =
  /\b(?:in |during |on |over )?the night (?:of |from )?(?:(sunday|monday|tuesday|wednesday|thursday|friday|saturday) )?(?:to|into) $/i;
const RANGE =
  /\b(?:from |between )?(sunday|monday|tuesday|wednesday|thursday|friday|saturday)(?: (?:night|morning|evening))? (?:to|and|until|through) $/i;
const TAIL =
  /^(?: (?:early |late )?(?:morning|afternoon|evening|night|noon|midday|dawn)\b)?(?: (last|this|next) week\b)?/i;

/**
 * A weekday without a date is the latest one up to publication, today included; "last Friday" is never today;
 * where the words before it speak of what is to come, or with "next", it is the first one after.
 */
export function weekdayPhrase(hit: Hit): DayPhrase {
  const weekday = WEEKDAYS.indexOf(hit.word.toLowerCase().replace(/s$/, ""));
  const night = before(hit, NIGHT_TO);
  if (night) return phrase(hit, [night[0], ""], (context) => nightInto(weekday, context));
  const range = before(hit, RANGE);
  const tail = after(hit, TAIL);
  if (range) {
    const first = WEEKDAYS.indexOf(range[1]!.toLowerCase());
    return phrase(hit, [range[0], tail?.[0]], (context) => weekdayRange(first, weekday, context));
  }
  const lead = before(hit, LEAD);
  const which = (lead?.[0] ?? "").trim().toLowerCase();
  const week = tail?.[1]?.toLowerCase();
  return phrase(hit, [lead?.[0], tail?.[0]], (context) => oneWeekday(weekday, which, week, context));
}

function oneWeekday(weekday: number, which: string, week: string | undefined, context: DayContext) {
  const { publishedOn, future } = context;
  if (publishedOn === undefined) return undefined;
  if (week) {
    const monday = addDays(weekStart(publishedOn), week === "last" ? -7 : week === "next" ? 7 : 0);
    return oneDay(addDays(monday, (weekday + 6) % 7));
  }
  if (which === "next" || which === "coming") return oneDay(weekdayFrom(addDays(publishedOn, 1), weekday));
  if (which === "last" || which === "previous") return oneDay(weekdayUpTo(addDays(publishedOn, -1), weekday));
  if (which === "following" && context.anchor)
    return oneDay(weekdayFrom(addDays(context.anchor, 1), weekday));
  return oneDay(future ? weekdayFrom(publishedOn, weekday) : weekdayUpTo(publishedOn, weekday));
}

/** "In the night to Saturday" begins on Friday. */
function nightInto(weekday: number, { publishedOn }: DayContext) {
  if (publishedOn === undefined) return undefined;
  const day = weekdayUpTo(publishedOn, weekday);
  return span(addDays(day, -1), day, "day");
}

function weekdayRange(first: number, last: number, { publishedOn, future }: DayContext) {
  if (publishedOn === undefined) return undefined;
  const end = future ? weekdayFrom(publishedOn, last) : weekdayUpTo(publishedOn, last);
  return span(weekdayUpTo(addDays(end, -1), first), end);
}
