import { parseDay } from "../../domain/day.ts";
import { dateAt, type Interval, oneDay, span, wholeYear } from "./days-calendar.ts";
import { after, before, type DayPhrase, type Hit, phrase } from "./days-reading.ts";

const LEAD =
  /(?:\b(?:(?:the )?(early|late|mid|middle of|beginning of|start of|end of|first half of|second half of|spring of|summer of|autumn of|winter of|spring|summer|autumn|fall|winter)(?: in)?[ -]|(?:in|since|until|till|by|from|during|of|through|between|before|after|for|to|and|the|its|back in|around|the year|year) (?:about )?)|\()$/i;
const NOT_A_YEAR =
  /^(?:[-–]?(?:km|mm|strong|metre|meter)| (?:people|families|households|civilians|troops|soldiers|fighters|men|km|kilometres|kilometers|metres|houses|prisoners|displaced|US|American|others|refugees|migrants|vehicles|dollars|children|women)\b|[.,:]\d|%)/;
const RANGE_AFTER = /^(?:-|–| to | and )((?:19|20)\d\d|\d\d)(?!\d|-)/;
const ISO_AFTER = /^-(\d\d)-(\d\d)\b/;
const DOTTED_BEFORE = /(?:^|[^\d.])(\d{1,2})[./](\d{1,2})[./]$/;

/** A year after a word that makes it one ("in 2016", "mid-2022", "the 2015 truce"), or a date in figures. */
export function yearPhrase(hit: Hit): DayPhrase | undefined {
  const year = Number(hit.word);
  const iso = after(hit, ISO_AFTER);
  if (iso) {
    return phrase(hit, ["", iso[0]], () => {
      const day = parseDay(hit.word + iso[0]);
      return day && oneDay(day);
    });
  }
  const dotted = before(hit, DOTTED_BEFORE);
  if (dotted) {
    const lead = dotted[0].replace(/^\D/, "");
    return phrase(hit, [lead, ""], () => figures(year, Number(dotted[1]), Number(dotted[2])));
  }
  const lead = before(hit, LEAD);
  if (!lead || after(hit, NOT_A_YEAR)) return undefined;
  const part = lead[1]?.toLowerCase();
  const range = after(hit, RANGE_AFTER);
  const last = range ? toLastYear(year, range[1]!) : year;
  return phrase(hit, [part ? lead[0] : "", range?.[0]], () => partOfYear(year, last, part), false);
}

function toLastYear(first: number, text: string): number {
  const last = text.length === 2 ? Math.floor(first / 100) * 100 + Number(text) : Number(text);
  return Math.max(last, first);
}

/** Day before month, as most of the world writes; the other way only where that gives no date. */
function figures(year: number, first: number, second: number): Interval | undefined {
  const day =
    (second <= 12 ? dateAt(year, second, first) : undefined) ??
    (first <= 12 ? dateAt(year, first, second) : undefined);
  return day && oneDay(day);
}

/** Months (first, count) of the parts of a year; seasons of the northern half of the world, winter as its January to March. */
const PARTS: Readonly<Record<string, readonly [number, number]>> = {
  early: [1, 4],
  "beginning of": [1, 1],
  "start of": [1, 1],
  mid: [5, 4],
  "middle of": [5, 4],
  late: [9, 4],
  "end of": [12, 1],
  "first half of": [1, 6],
  "second half of": [7, 6],
  spring: [3, 3],
  summer: [6, 3],
  autumn: [9, 3],
  fall: [9, 3],
  winter: [1, 3],
};

export function partOfYear(year: number, last: number, part: string | undefined): Interval | undefined {
  const months =
    part === undefined ? undefined : PARTS[part.replace(/(spring|summer|autumn|winter) of/, "$1")];
  if (!months) return { ...wholeYear(last), from: wholeYear(year).from };
  const [month, count] = months;
  const from = dateAt(year, month, 1);
  const end = dateAt(year, month + count - 1, 28);
  if (!from || !end) return undefined;
  const until = month + count - 1 === 12 ? wholeYear(year).until : dateAt(year, month + count, 1);
  return until && { ...span(from, end), until, precision: "month" };
}
