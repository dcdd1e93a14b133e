import { addDays, type Day } from "../domain/day.ts";
import {
  addMonths,
  type Interval,
  monthOf,
  monthStart,
  oneDay,
  smallNumber,
  span,
  weekStart,
  wholeMonth,
  wholeYear,
  yearOf,
} from "./days-calendar.ts";
import { partOfMonth } from "./days-month.ts";
import { after, before, type DayContext, type DayPhrase, type Hit, phrase } from "./days-reading.ts";
import { partOfYear } from "./days-year.ts";

type Unit = "hour" | "day" | "week" | "month" | "year";

const NUMBER =
  "(an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|twenty-four|forty-eight|seventy-two|(?:a )?few|several|(?:a )?couple of|some|many|\\d{1,3})";
const ABOUT =
  "(?:(?:about|around|nearly|almost|at least|more than|less than|fewer than|over|only|just|barely|some|under) )?";
const COUNTED = new RegExp(`\\b${ABOUT}${NUMBER}[ -](?:full |straight |consecutive )?$`, "i");
const SHIFT_AFTER = /^ (ago|later|earlier|before|after|afterwards|on|prior|previously|from now)\b/i;
const PERIOD = new RegExp(
  `\\b((?:in|over|during|within|for|after|throughout|across)) (?:the )?(?:(past|last|recent|coming|next|previous) )?(?:${ABOUT}${NUMBER} )?(?:(?:past|last|recent|full|straight) )?$`,
  "i",
);
const POINTING =
  /\b(?:(?:(so far|earlier|later|early|late|mid|middle of|beginning of|start of|end of|first half of|second half of)[ -](?:in )?)?(?:the )?(this|last|past|next|same|that|previous|following|current) |(?:the )?(start|beginning|end|middle|turn|first half|second half) of (?:the |this |last )?|(?:the) (?:very )?)$/i;
const NTH = /\b(?:in|on|into|entered|enters) (?:its|their|the|a) (\w+) (?:straight |consecutive )?$/i;
const DAYS: Readonly<Record<Unit, number>> = { hour: 0, day: 1, week: 7, month: 30, year: 365 };

/** A phrase about days, weeks, months or years: counted back or forth, a period up to now, or a part of the calendar. */
export function unitPhrase(hit: Hit): DayPhrase | undefined {
  const unit = hit.word.toLowerCase().replace(/s$/, "") as Unit;
  return shifted(hit, unit) ?? period(hit, unit) ?? nth(hit, unit) ?? calendar(hit, unit);
}

/** "three days ago" counts from publication; "later", "earlier", "before", "after" from the day told last. */
function shifted(hit: Hit, unit: Unit): DayPhrase | undefined {
  const counted = before(hit, COUNTED);
  const shift = counted && after(hit, SHIFT_AFTER);
  const count = counted ? smallNumber(counted[1]!) : undefined;
  if (!counted || !shift || count === undefined) return undefined;
  const word = shift[1]!.toLowerCase();
  const alone = /^(?:[,.;:!?"”)]|$)/.test(hit.text.slice(hit.end + shift[0].length).trimStart());
  const datesNext = word === "after" && !alone;
  const ahead = /^(?:later|afterwards|on|from now)$/.test(word) || (word === "after" && alone);
  const found = phrase(hit, [counted[0], shift[0]], ({ publishedOn, anchor }) => {
    const fromPublication = word === "ago" || word === "from now" || word === "previously";
    const base = fromPublication || datesNext ? publishedOn : (anchor ?? publishedOn);
    if (base === undefined) return undefined;
    const vague = word === "ago" || !/^(?:an?|one|two|three|four|five|six|\d+)$/i.test(counted[1]!);
    return shiftBy(base, ahead ? count : -count, unit, vague);
  });
  return datesNext ? { ...found, anchors: false, datesNext: true } : found;
}

/** Days exactly; weeks exactly unless `vague`; months and years as such. */
function shiftBy(base: Day, count: number, unit: Unit, vague: boolean): Interval {
  switch (unit) {
    case "hour":
      return count < 0 && count > -12 ? oneDay(base) : oneDay(addDays(base, Math.round(count / 24)));
    case "day":
      return oneDay(addDays(base, count));
    case "week": {
      const day = addDays(base, 7 * count);
      return vague ? { from: addDays(day, -3), until: addDays(day, 4), precision: "week" } : oneDay(day);
    }
    case "month": {
      const from = addMonths(base, count);
      return { from, until: addMonths(from, 1), precision: "month" };
    }
    case "year":
      return wholeYear(yearOf(base) + count);
  }
}

/** "in the past two weeks", "within 72 hours", "for days", "in recent weeks": up to publication. */
function period(hit: Hit, unit: Unit): DayPhrase | undefined {
  const found = before(hit, PERIOD);
  if (!found) return undefined;
  const word = found[1]!.toLowerCase();
  const which = found[2]?.toLowerCase();
  const counted = found[3];
  const plural = /s$/i.test(hit.word);
  if (!counted && !which && !(plural && word === "for")) return undefined;
  if (which === "coming" || which === "next") return ahead(hit, found[0], unit, counted);
  if (!counted && which === "last" && !plural && word !== "over" && word !== "during") return undefined;
  if (unit === "hour" && counted && (smallNumber(counted) ?? 0) < 12) return undefined;
  const count = counted
    ? (smallNumber(counted) ?? 1)
    : plural
      ? which === "recent" && unit === "week"
        ? 4
        : 3
      : 1;
  const taken = phrase(
    hit,
    [found[0], ""],
    ({ publishedOn }) =>
      publishedOn && periodUpTo(publishedOn, { count, unit, word, withToday: !which && word !== "after" }),
    false,
  );
  return word === "after" ? { ...taken, datesNext: true } : taken;
}

interface Period {
  readonly count: number;
  readonly unit: Unit;
  readonly word: string;
  /** "for four days" counts today, "in the past four days" does not. */
  readonly withToday: boolean;
}

function periodUpTo(publishedOn: Day, { count, unit, word, withToday }: Period): Interval {
  const last = word === "after" ? addDays(publishedOn, -1) : publishedOn;
  switch (unit) {
    case "hour":
      return span(addDays(publishedOn, -Math.max(1, Math.round(count / 24))), last, "day");
    case "day": {
      const back = withToday ? Math.max(1, count - 1) : count;
      return span(addDays(publishedOn, -back), last);
    }
    case "week":
      return span(addDays(publishedOn, -7 * count), last);
    case "month":
      return span(addMonths(publishedOn, -count), last, "month");
    case "year":
      return span(addMonths(publishedOn, -12 * count), last, "year");
  }
}

function ahead(hit: Hit, lead: string, unit: Unit, counted: string | undefined): DayPhrase {
  const days = (counted ? (smallNumber(counted) ?? 1) : 1) * Math.max(1, DAYS[unit]);
  return phrase(
    hit,
    [lead, ""],
    ({ publishedOn }) => publishedOn && span(publishedOn, addDays(publishedOn, days)),
    false,
  );
}

/** "in its sixth day": began five days before publication. */
function nth(hit: Hit, unit: Unit): DayPhrase | undefined {
  const found = before(hit, NTH);
  const count = found ? smallNumber(found[1]!) : undefined;
  if (!found || count === undefined || count < 2) return undefined;
  return phrase(
    hit,
    [found[0], ""],
    ({ publishedOn }) =>
      publishedOn && span(addDays(publishedOn, -Math.max(1, DAYS[unit]) * (count - 1)), publishedOn),
    false,
  );
}

/** "earlier this week", "last month", "the start of the year", "the previous day", "the same day". */
function calendar(hit: Hit, unit: Unit): DayPhrase | undefined {
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
