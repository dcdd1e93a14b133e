import { addDays, type Day } from "../../domain/day.ts";
import { addMonths, type Interval, oneDay, smallNumber, span, wholeYear, yearOf } from "./days-calendar.ts";
import { calendarPhrase, type Unit } from "./days-part.ts";
import { after, before, type DayPhrase, type Hit, phrase } from "./days-reading.ts";

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
const NTH = /\b(?:in|on|into|entered|enters) (?:its|their|the|a) (\w+) (?:straight |consecutive )?$/i;
const DAYS: Readonly<Record<Unit, number>> = { hour: 0, day: 1, week: 7, month: 30, year: 365 };

/** A phrase about days, weeks, months or years: counted back or forth, a period up to now, or a part of the calendar. */
export function unitPhrase(hit: Hit): DayPhrase | undefined {
  const word = hit.word.toLowerCase().replace(/s$/, "");
  if (word === "decade") return decadesAgo(hit);
  const unit = word as Unit;
  return (
    shifted(hit, unit) ??
    theOneBefore(hit, unit) ??
    period(hit, unit) ??
    nth(hit, unit) ??
    calendarPhrase(hit, unit)
  );
}

/** "a decade ago", "two decades earlier": years before publication. */
function decadesAgo(hit: Hit): DayPhrase | undefined {
  const counted = before(hit, COUNTED);
  const shift = after(hit, /^ (ago|earlier)\b/i);
  const count = counted ? smallNumber(counted[1]!) : 1;
  if (!shift || count === undefined) return undefined;
  return phrase(
    hit,
    [counted?.[0], shift[0]],
    ({ publishedOn }) => publishedOn && wholeYear(yearOf(publishedOn) - 10 * count),
    false,
  );
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
  const found = phrase(hit, [counted[0], shift[0]], ({ publishedOn, anchor, beside }) => {
    const fromPublication = word === "ago" || word === "from now" || word === "previously";
    const told = datesNext ? beside : anchor;
    const base = fromPublication ? publishedOn : (told ?? publishedOn);
    if (base === undefined) return undefined;
    const rounded = word === "ago" && (unit !== "week" || count > 1 || counted[0].split(" ").length > 2);
    const vague = rounded || !/^(?:an?|one|two|three|four|five|six|\d+)$/i.test(counted[1]!);
    return shiftBy(base, ahead ? count : -count, unit, vague);
  });
  return datesNext ? { ...found, anchors: false, datesNext: true } : found;
}

/** "had been captured the week before": before the day told last. */
function theOneBefore(hit: Hit, unit: Unit): DayPhrase | undefined {
  const lead = before(hit, /\bthe $/i);
  const shift = after(hit, /^ before(?=[,.;:!?"”)]|$)/i);
  if (!lead || !shift || unit === "hour") return undefined;
  return phrase(hit, [lead[0], shift[0]], ({ publishedOn, anchor }) => {
    const base = anchor ?? publishedOn;
    return base === undefined ? undefined : shiftBy(base, -1, unit, unit === "week");
  });
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
