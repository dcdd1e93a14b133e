import { addDays, daysBetween, weekdayOf } from "../../domain/day.ts";
import { oneDay, span } from "./days-calendar.ts";
import { after, before, type DayContext, type DayPhrase, type Hit, phrase } from "./days-reading.ts";

const THIS_LEAD =
  /\b(?:(early|earlier|late|later) )?(this|last|that|the same|the previous|the following|the next|yesterday|tomorrow) (?:early |late )?$/i;
const IN_LEAD =
  /\b(?:(?:later |earlier )?(?:in|during|through|throughout|over|by|at|before|after|until|since) (?:the )?(?:early |late )?(?:hours of the )?|a )$/i;
const NIGHT_DATES = /^(?: (?:of|from|between|to))/i;
const WEEKDAY_AHEAD = /^ (?:of |on )?(?:sun|mon|tues|wednes|thurs|fri|satur)day/i;
const WEEKDAY_BEFORE = /(?:sun|mon|tues|wednes|thurs|fri|satur)day(?:'s|’s)? (?:early |late )?$/i;

/** "today", "yesterday", "tomorrow", "nowadays". */
export function todayPhrase(hit: Hit): DayPhrase {
  const word = hit.word.toLowerCase();
  const eve = before(hit, /\bthe day (before|after) $/i);
  const shift = word === "yesterday" ? -1 : word === "tomorrow" ? 1 : 0;
  const more = eve ? (eve[1]!.toLowerCase() === "before" ? -1 : 1) : 0;
  const tail = after(hit, /^(?:['’]s)? (?:early |late )?(?:morning|afternoon|evening|night)\b/i);
  return phrase(
    hit,
    [eve?.[0], tail?.[0]],
    ({ publishedOn }) => publishedOn && oneDay(addDays(publishedOn, shift + more)),
  );
}

/** "overnight" is the night before publication, or before a day told shortly before it; "tonight" the one after. */
export function nightlyPhrase(hit: Hit): DayPhrase {
  const tonight = hit.word.toLowerCase() === "tonight";
  return phrase(hit, ["", ""], ({ publishedOn, anchor }) => {
    if (publishedOn === undefined || tonight) return publishedOn && oneDay(publishedOn);
    const age = anchor ? daysBetween(anchor, publishedOn) : 0;
    const morning = anchor && age > 1 && age <= ANCHOR_DAYS ? anchor : publishedOn;
    return span(addDays(morning, -1), morning, "day");
  });
}

/**
 * A part of a day: "this morning" and "last night" count from publication, "that night" from the day told last,
 * "in the evening" from that day if one was told, else from publication. A night without its weekday is two days.
 */
export function partOfDayPhrase(hit: Hit): DayPhrase | undefined {
  if (before(hit, WEEKDAY_BEFORE) || after(hit, WEEKDAY_AHEAD) || after(hit, NIGHT_DATES)) return undefined;
  const night = /night/i.test(hit.word) && !/mid/i.test(hit.word);
  const pointing = before(hit, THIS_LEAD);
  if (pointing) {
    const which = pointing[2]!.toLowerCase();
    return phrase(hit, [pointing[0], ""], (context) => pointed(which, night, context));
  }
  const lead = before(hit, IN_LEAD);
  if (!lead) return undefined;
  const anchored = !/a $/i.test(lead[0]);
  return phrase(
    hit,
    [lead[0], ""],
    ({ publishedOn, anchor }) => {
      const near = anchor && publishedOn && daysBetween(anchor, publishedOn) <= ANCHOR_DAYS;
      if (anchored && near && !night) return oneDay(anchor);
      if (anchored && near && anchor !== publishedOn) return span(anchor, addDays(anchor, 1), "day");
      if (publishedOn === undefined) return undefined;
      return night ? span(addDays(publishedOn, -1), publishedOn, "day") : oneDay(publishedOn);
    },
    false,
  );
}

function pointed(which: string, night: boolean, { publishedOn, anchor }: DayContext) {
  const base = anchor ?? publishedOn;
  switch (which) {
    case "this":
      return publishedOn && oneDay(publishedOn);
    case "last":
      return (
        publishedOn &&
        (night ? span(addDays(publishedOn, -1), publishedOn, "day") : oneDay(addDays(publishedOn, -1)))
      );
    case "yesterday":
      return publishedOn && oneDay(addDays(publishedOn, -1));
    case "tomorrow":
      return publishedOn && oneDay(addDays(publishedOn, 1));
    case "the previous":
      return base && oneDay(addDays(base, -1));
    case "the following":
    case "the next":
      return base && oneDay(addDays(base, 1));
    default:
      return base && oneDay(base);
  }
}

/** "in the evening" takes up a day told before it only while that is news. */
const ANCHOR_DAYS = 3;
const WEEKEND_LEAD = /\b(?:(?:over|at|during|in) )?(the|this|last|next|the past|a) $/i;

/** The latest Saturday and Sunday that have begun; "last weekend" is not the one that publication falls into. */
export function weekendPhrase(hit: Hit): DayPhrase {
  const lead = before(hit, WEEKEND_LEAD);
  const which = lead?.[1]?.toLowerCase() ?? "the";
  return phrase(hit, [lead?.[0], ""], ({ publishedOn, future }) => {
    if (publishedOn === undefined) return undefined;
    const sinceSaturday = (weekdayOf(publishedOn) + 1) % 7;
    const back = which === "last" && sinceSaturday < 2 ? sinceSaturday + 7 : sinceSaturday;
    const ahead = which === "next" || (future && which !== "last" && sinceSaturday > 1);
    const saturday = addDays(publishedOn, ahead ? 7 - sinceSaturday : -back);
    return span(saturday, addDays(saturday, 1), "day");
  });
}
