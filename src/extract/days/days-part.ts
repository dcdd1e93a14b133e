import { addDays, type Day } from "../../domain/day.ts";
import {
  type Interval,
  monthOf,
  monthStart,
  oneDay,
  span,
  weekStart,
  wholeMonth,
  wholeYear,
  yearOf,
} from "./days-calendar.ts";
import { partOfMonth } from "./days-month.ts";
import { after, before, type DayContext, type DayPhrase, type Hit, phrase } from "./days-reading.ts";
import { partOfYear } from "./days-year.ts";

export type Unit = "hour" | "day" | "week" | "month" | "year";

const POINTING =
  /\b(?:(?:(so far|earlier|later|early|late|mid|middle of|beginning of|start of|end of|first half of|second half of)[ -](?:in )?)?(?:the )?(this|last|past|next|same|that|previous|following|current) |(?:the )?(start|beginning|end|middle|turn|first half|second half) of (?:the |this |last )?|(?:the) (?:very )?)$/i;

/** "earlier this week", "last month", "the start of the year", "the previous day", "the same day". */
export function calendarPhrase(hit: Hit, unit: Unit): DayPhrase | undefined {
  const found = before(hit, POINTING);
  if (!found) return undefined;
  const part = (found[1] ?? (found[3] ? `${found[3]} of` : undefined))?.toLowerCase();
  const lastYear = /\b(last) $/i.test(found[0]) ? "last" : undefined;
  const which = found[2]?.toLowerCase() ?? lastYear;
  if (unit === "hour") return which === "last" || which === "past" ? hours(hit, found[0]) : undefined;
  if (unit === "day") return dayPointed(hit, found[0], which);
  if (!which && !found[3]) return undefined;
  return phrase(
    hit,
    [found[0], ""],
    ({ publishedOn }) => publishedOn && calendarPart(publishedOn, unit, which, part),
    false,
  );
}

function hours(hit: Hit, lead: string): DayPhrase {
  return phrase(
    hit,
    [lead, ""],
    ({ publishedOn }) => publishedOn && span(addDays(publishedOn, -1), publishedOn, "day"),
  );
}

function dayPointed(hit: Hit, lead: string, which: string | undefined): DayPhrase | undefined {
  if (which === undefined) {
    const tail = after(hit, /^ (before|after|earlier|later)\b(?! (?:yesterday|tomorrow))/i);
    if (!tail) return earlierInDay(hit, lead);
    const shift = /before|earlier/i.test(tail[1]!) ? -1 : 1;
    return phrase(hit, [lead, tail[0]], (context) => fromAnchor(context, shift));
  }
  const shift =
    which === "previous" || which === "last" ? -1 : which === "next" || which === "following" ? 1 : 0;
  return phrase(hit, [lead, ""], (context) => fromAnchor(context, shift));
}

function earlierInDay(hit: Hit, lead: string): DayPhrase | undefined {
  const found = before(
    { ...hit, start: hit.start - lead.length },
    /\b(?:earlier|later|early|late) (?:in|on) ?$/i,
  );
  if (!found) return undefined;
  return phrase(hit, [`${found[0]}${lead}`, ""], ({ publishedOn, anchor }) => {
    const day = anchor ?? publishedOn;
    return day && oneDay(day);
  });
}

function fromAnchor({ publishedOn, anchor }: DayContext, shift: number): Interval | undefined {
  const base = anchor ?? publishedOn;
  return base && oneDay(addDays(base, shift));
}

function calendarPart(
  publishedOn: Day,
  unit: "week" | "month" | "year",
  which: string | undefined,
  part: string | undefined,
): Interval | undefined {
  const step =
    which === "last" || which === "past" || which === "previous"
      ? -1
      : which === "next" || which === "following"
        ? 1
        : 0;
  const tillNow = step === 0 && (part === undefined || part === "so far" || part === "earlier");
  const whole = wholeUnit(publishedOn, unit, step);
  if (tillNow && which !== undefined) return { ...whole, until: addDays(publishedOn, 1) };
  if (unit === "week") return whole;
  const named = part?.replace("turn of", "start of");
  if (unit === "month") return partOfMonth(whole, named);
  if (named === "start of" || named === "beginning of") {
    return { from: whole.from, until: addDays(whole.from, 1), precision: "day" };
  }
  return partOfYear(yearOf(whole.from), yearOf(whole.from), named);
}

function wholeUnit(publishedOn: Day, unit: "week" | "month" | "year", step: number): Interval {
  switch (unit) {
    case "week": {
      const from = addDays(weekStart(publishedOn), 7 * step);
      return { from, until: addDays(from, 7), precision: "week" };
    }
    case "month": {
      const from = monthStart(publishedOn, step);
      return wholeMonth(yearOf(from), monthOf(from));
    }
    case "year":
      return wholeYear(yearOf(publishedOn) + step);
  }
}

/** "this spring", "last summer", "in the summer": seasons as in `partOfYear`. */
export function seasonPhrase(hit: Hit): DayPhrase | undefined {
  const found = before(hit, /\b(?:(this|last|next) |in (?:the )?|since (?:the )?)$/i);
  if (!found || after(hit, /^(?: of)? (?:19|20)\d\d/)) return undefined;
  const which = found[1]?.toLowerCase();
  const season = hit.word.toLowerCase();
  return phrase(
    hit,
    [found[0], ""],
    ({ publishedOn }) => {
      if (publishedOn === undefined) return undefined;
      const year = yearOf(publishedOn) + (which === "next" ? 1 : 0);
      const own = partOfYear(year, year, season);
      const begun =
        own !== undefined && own.from <= publishedOn && !(which === "last" && publishedOn < own.until);
      return begun || which === "next" ? own : partOfYear(year - 1, year - 1, season);
    },
    false,
  );
}
