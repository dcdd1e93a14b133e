import type { Valid } from "../../domain/claim.ts";
import type { Day } from "../../domain/day.ts";
import { addDays } from "../../domain/day.ts";
import type { DayMention } from "../types.ts";
import type { Interval } from "./days-calendar.ts";
import { feastPhrase } from "./days-feast.ts";
import { monthPhrase } from "./days-month.ts";
import { seasonPhrase } from "./days-part.ts";
import type { DayPhrase, Hit } from "./days-reading.ts";
import { nightlyPhrase, partOfDayPhrase, todayPhrase, weekendPhrase } from "./days-relative.ts";
import { unitPhrase } from "./days-unit.ts";
import { weekdayPhrase } from "./days-weekday.ts";
import { yearPhrase } from "./days-year.ts";

type Reader = (hit: Hit) => DayPhrase | undefined;

/** Every phrase of time has one of these words; nothing else of the text is looked at. */
const KEYWORD =
  /\b(?:((?:sun|mon|tues|wednes|thurs|fri|satur)days?)|(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)|((?:19|20)\d\d)|(today|yesterday|tomorrow)|(overnight|tonight)|(nights?|morning|afternoon|evening|nightfall|midnight|noon|midday|dawn|dusk|daybreak)|(weekend)|(hours?|days?|weeks?|months?|years?|decades?)|(spring|summer|autumn|winter)|(christmas))\b/gi;
const READERS: readonly Reader[] = [
  weekdayPhrase,
  monthPhrase,
  yearPhrase,
  todayPhrase,
  nightlyPhrase,
  partOfDayPhrase,
  weekendPhrase,
  (hit) => feastPhrase(hit) ?? unitPhrase(hit),
  seasonPhrase,
  feastPhrase,
];
const FUTURE =
  /\b(?:will|shall|won['’]t|due|expected to|set to|scheduled|plan(?:s|ned|ning)? to|(?:is|are|was|were) to|going to|about to|threaten(?:s|ed)? to|vow(?:s|ed)? to|would(?! have)|deadline|ultimatum|to begin|to start|until|must)\b[^.;!?\n]*$/i;
const SINCE =
  /\b(since|starting|beginning|ever since)(?: (?:on|in|about|around|at least|the night of|early|late))? $/i;
/** "since the coup in 2021": what is told since then is not told of then. */
const SINCE_EVENT =
  /\bsince (?:the|a|an|its|their|last) (?:[\w'-]+ ){0,3}(?:coup|war|conflict|uprising|revolution|rebellion|revolt|insurgency|invasion|ceasefire|truce|election|offensive|outbreak|agreement|deal|takeover)s? (?:(?:began|started|erupted|broke out|here|there) )?(?:in |on |of )?$/i;
/** "since the rebels came on Saturday": no day that the text goes on from. */
const SINCE_THEN = /\bsince (?:\w+ ){1,8}$/i;
/** "the men who had held it had left on Thursday": told as what lay behind. */
const BACKGROUND = /\bhad (?:\w+ )*?(?:left|gone|fled|been|\w+ed)\b[^.;!?\n]*$/i;
/** "for three weeks" began then and goes on. */
const LASTING = /^for /i;
/** "than in 2020", "up on the same period of last year": a day that only compares dates nothing. */
const COMPARED =
  /\b(?:than(?: in| on)?|compared (?:to|with)(?: those (?:in|of))?|(?:same|corresponding) (?:period|time|months?)(?: of| in)?) $/i;
const COMPARED_REACH = 40;
const UNTIL = /\b(until|till|up to|through)(?: (?:on|in|about|around|at least|early|late))? $/i;
const FUTURE_REACH = 90;
/** Longer than any two paragraphs of news. */
const FARTHEST_ANCHOR = 3000;

/**
 * Every phrase of time in the text in order, resolved against the day of publication. Without that day only absolute
 * dates resolve; the others keep their words with `precision: "unknown"`.
 */
export function findDays(text: string, publishedOn: Day | undefined): readonly DayMention[] {
  const mentions: DayMention[] = [];
  let anchor: { readonly day: Day; readonly paragraph: number } | undefined;
  let done = 0;
  for (const match of text.matchAll(KEYWORD)) {
    if (match.index < done) continue;
    const kind = match.slice(1).findIndex((group) => group !== undefined);
    const hit = { text, start: match.index, end: match.index + match[0].length, word: match[0] };
    if (kind === 1 && match[0][0] === match[0][0]?.toLowerCase()) continue;
    const found = READERS[kind]!(hit);
    if (!found || COMPARED.test(text.slice(Math.max(0, found.start - COMPARED_REACH), found.start))) continue;
    const paragraph = anchor ? paragraphsBetween(text, anchor.paragraph, found.start) : 0;
    const last = mentions.at(-1);
    const beside = last && /^, ?$/.test(text.slice(last.end, found.start)) ? last.valid.from : undefined;
    const interval = found.resolve({
      ...(beside && { beside }),
      ...(publishedOn && { publishedOn }),
      ...(anchor && paragraph < 2 && { anchor: anchor.day }),
      future: isFuture(text, found.start),
    });
    const mention = toMention(text, found, interval, publishedOn);
    replaceCovered(mentions, mention);
    mentions.push(mention);
    const lead = text.slice(Math.max(0, found.start - 90), found.start);
    const aside = mention.bound === "until" || SINCE_THEN.test(lead) || BACKGROUND.test(lead);
    if (interval?.precision === "day" && found.anchors && !aside)
      anchor = { day: interval.from, paragraph: found.start };
    done = found.end;
  }
  return mentions;
}

function toMention(
  text: string,
  found: DayPhrase,
  interval: Interval | undefined,
  publishedOn: Day | undefined,
): DayMention {
  const lead = text.slice(Math.max(0, found.start - 30), found.start);
  const since = SINCE.exec(lead);
  const sinceEvent = SINCE_EVENT.test(text.slice(Math.max(0, found.start - 90), found.start));
  const until = since ? null : UNTIL.exec(lead);
  const start = since ? found.start - since[0].length : found.start;
  const basis = text.slice(start, found.end);
  const valid: Valid = interval
    ? { ...bounded(interval, since !== null || sinceEvent, publishedOn), basis }
    : { precision: "unknown", basis };
  return {
    start,
    end: found.end,
    text: basis,
    valid,
    ...(found.datesNext && { datesNext: true as const }),
    ...(since || sinceEvent || LASTING.test(basis)
      ? { bound: "since" as const }
      : until
        ? { bound: "until" as const }
        : {}),
  };
}

/** What began then reaches to publication. */
function bounded(interval: Interval, since: boolean, publishedOn: Day | undefined): Interval {
  if (!since || publishedOn === undefined) return interval;
  const until = addDays(publishedOn, 1);
  return until > interval.from ? { ...interval, until } : interval;
}

function isFuture(text: string, start: number): boolean {
  return FUTURE.test(text.slice(Math.max(0, start - FUTURE_REACH), start));
}

/** A phrase that takes in the words of earlier ones ("Friday, June 18") stands for them. */
function replaceCovered(mentions: DayMention[], next: DayMention): void {
  while (mentions.length > 0 && mentions.at(-1)!.end > next.start) mentions.pop();
}

function paragraphsBetween(text: string, from: number, to: number): number {
  if (to - from > FARTHEST_ANCHOR) return 2;
  return text.slice(from, to).split("\n\n").length - 1;
}
