import type { NumberMention } from "../types.ts";
import type { Core } from "./numbers-core.ts";
import { isBlank, isHyphen, isLetter, wordAfter, wordBefore } from "./numbers-text.ts";

export type Unit = NonNullable<NumberMention["unit"]>;

/** A unit, with where its words end. */
export interface Measured {
  readonly unit: Unit;
  readonly end: number;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

const MONTHS = words(
  "january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec",
);
const LENGTHS = words(
  "km kms kilometre kilometres kilometer kilometers mile miles metre metres meter meters m mi feet foot ft yard yards cm nautical",
);
const MEASURES = words(
  "hectare hectares acre acres sq square tonne tonnes ton tons kg kilo kilos kilograms litre litres liter liters degrees barrel barrels bpd megawatt megawatts mw gallons cubic",
);
const SPANS = words(
  "second seconds minute minutes hour hours day days night nights week weeks weekend month months year years decade decades century centuries",
);
const COINS = words(
  "dollar dollars euro euros pound pounds rupee rupees afghani afghanis cent cents usd eur ruble rubles roubles yuan dinar dinars shekels lira francs hryvnia kyat naira pesos riyals birr",
);
const CALIBRES = words("mm millimetre millimeter calibre caliber");
const CLOCKS = words("am pm a p gmt utc hrs");
const FORMATIONS = words(
  "brigade battalion division corps regiment squadron battalions army armored armoured mechanized mechanised infantry airborne motorized company platoon wing fleet",
);
/** Words that make the number after them a name: "Highway 1", "Resolution 2334". */
const NAMED = words(
  "no number nos resolution article chapter highway route motorway zone camp gate area phase brigade unit battalion division group level section page figure table line block sector point hill boeing airbus covid checkpoint kilometre bus flight operation channel protocol radio rule room chapter annex paragraph bulletin update day type model mark grade sheet ward building apartment school",
);
const DATED = words(
  "in since of by until till from during late early mid before after year through throughout between and spring summer autumn fall winter around",
);
const PERSONS = words(
  "people persons civilians fighters soldiers troops families households prisoners inmates refugees children women men militants rebels homes houses others deaths casualties killed wounded more displaced members police policemen",
);

/** What the number measures when it is not a count; `last` is the second half of a range, else `core` itself. */
export function unitOf(text: string, core: Core, last: Core, start: number): Measured | undefined {
  const { digits, end } = core;
  if (digits && digits.form !== "number") {
    if (digits.form === "clock") return { unit: "time-of-day", end: clockTail(text, end) };
    return { unit: digits.form === "date" ? "date" : "name", end };
  }
  if (isMoneySign(text, core.start)) return { unit: "money", end };
  if (isGluedName(text, core.start)) return { unit: "weapon", end };
  const year = last === core && core.shape === "digits" ? yearPair(text, core) : undefined;
  if (year) return year;
  const measured = after(text, last) ?? before(text, core, start);
  return measured ?? (core.shape === "digits" && last === core ? bareDigits(text, core) : undefined);
}

/** "2014-15", "2014-2016". */
function yearPair(text: string, core: Core): Measured | undefined {
  if (core.value < 1900 || core.value > 2100 || !isHyphen(text.charCodeAt(core.end))) return undefined;
  const second = wordAfter(text, core.end + 1);
  return second && /^(?:\d\d|\d{4})$/.test(second.lower) ? { unit: "year", end: second.end } : undefined;
}

function isMoneySign(text: string, start: number): boolean {
  const at = text.charCodeAt(start - 1) === 32 ? start - 2 : start - 1;
  const sign = text[at];
  return sign === "$" || sign === "€" || sign === "£" || sign === "¥" || sign === "₹" || sign === "₽";
}

/** "B-52", "AK-47", "M23", "T-72": letters joined to the digits. */
function isGluedName(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  if (isLetter(before)) return true;
  return isHyphen(before) && isLetter(text.charCodeAt(start - 2));
}

function after(text: string, core: Core): Measured | undefined {
  const { end } = core;
  const code = text.charCodeAt(end);
  if (code === 37) return { unit: "per-cent", end: end + 1 };
  const hyphen = isHyphen(code);
  const next = wordAfter(text, hyphen ? end + 1 : end);
  if (!next) return undefined;
  const word = next.lower;
  const glued = next.start === end;
  if (core.digits && glued) return gluedTail(word, next.end, core);
  if (word === "per") {
    const cent = wordAfter(text, next.end);
    if (cent?.lower === "cent") return { unit: "per-cent", end: cent.end };
  }
  if (word === "percent" || word === "pc" || word === "pct") return { unit: "per-cent", end: next.end };
  if (core.shape === "ordinal" || core.shape === "fraction") return undefined;
  if (isAge(text, word, next.end)) return { unit: "age", end: next.end };
  if (SPANS.has(word)) return { unit: "duration", end: next.end };
  if (LENGTHS.has(word) && !(word === "m" && hyphen)) return { unit: "distance", end: next.end };
  if (MEASURES.has(word)) return { unit: "measure", end: next.end };
  if (CALIBRES.has(word)) return { unit: "weapon", end: next.end };
  if (COINS.has(word)) return { unit: "money", end: next.end };
  if (CLOCKS.has(word) && (word.length > 1 || text[next.end] === "."))
    return { unit: "time-of-day", end: next.end };
  if (word === "o" && /['’]/.test(text[next.end] ?? "")) return { unit: "time-of-day", end: next.end + 6 };
  if (isMonth(text, next.start, word) && core.value <= 31) return { unit: "date", end: next.end };
  if (FORMATIONS.has(word) && isCapital(text, next.start) && core.digits)
    return { unit: "name", end: next.end };
  if (hyphen && !isRangeEnd(text, end) && word !== "odd" && word !== "plus")
    return { unit: "name", end: next.end };
  return undefined;
}

function isRangeEnd(text: string, hyphenAt: number): boolean {
  return isBlank(text.charCodeAt(hyphenAt + 1));
}

function gluedTail(word: string, end: number, core: Core): Measured {
  if (/^(?:st|nd|rd|th)$/.test(word)) return { unit: "ordinal", end };
  if (/^(?:am|pm|h\d*|hrs)$/.test(word)) return { unit: "time-of-day", end };
  if (LENGTHS.has(word)) return { unit: "distance", end };
  if (word === "mm") return { unit: "weapon", end };
  if (word === "s" && core.value >= 10 && core.value % 10 === 0) return { unit: "year", end };
  if (word === "pc" || word === "pct") return { unit: "per-cent", end };
  return { unit: MEASURES.has(word) ? "measure" : "name", end };
}

function isAge(text: string, word: string, end: number): boolean {
  if (word !== "year" && word !== "years" && word !== "month" && word !== "months") return false;
  return /^[\s-]old\b/.test(text.slice(end, end + 5)) || /^ of age\b/.test(text.slice(end, end + 8));
}

function isMonth(text: string, start: number, word: string): boolean {
  return MONTHS.has(word) && isCapital(text, start);
}

function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 65 && code <= 90;
}

function before(text: string, core: Core, start: number): Measured | undefined {
  const prev = wordBefore(text, start);
  if (!prev) return isBracketedAge(text, core) ? { unit: "age", end: core.end } : undefined;
  const at = { end: core.end };
  if (prev.lower === "aged" || prev.lower === "age") return { unit: "age", ...at };
  if (isMonth(text, prev.start, prev.lower) && core.value <= 31) return { unit: "date", ...at };
  if (core.shape === "ordinal" || core.shape === "fraction") return undefined;
  if (prev.lower === "past" && core.value <= 12) return { unit: "time-of-day", ...at };
  if (NAMED.has(prev.lower) && core.digits && isCapital(text, prev.start)) return { unit: "name", ...at };
  if (prev.lower === "at" && core.value <= 12 && !core.digits && text.charCodeAt(core.end) === 44)
    return { unit: "time-of-day", ...at };
  if (prev.lower === "rs" || prev.lower === "usd") return { unit: "money", ...at };
  return undefined;
}

/** ", 34," after a name. */
function isBracketedAge(text: string, core: Core): boolean {
  if (!core.digits || core.value < 10 || core.value > 99 || text.charCodeAt(core.end) !== 44) return false;
  if (text.charCodeAt(core.start - 2) !== 44) return false;
  const name = wordBefore(text, core.start - 2);
  return name !== undefined && isCapital(text, name.start);
}

function bareDigits(text: string, core: Core): Measured | undefined {
  const { digits, value, end } = core;
  if (digits?.marked || digits?.decimal || value < 1900 || value > 2100 || end - core.start !== 4)
    return undefined;
  const prev = wordBefore(text, core.start);
  const next = wordAfter(text, end);
  if (next && PERSONS.has(next.lower) && !(prev && (DATED.has(prev.lower) || MONTHS.has(prev.lower))))
    return undefined;
  return { unit: "year", end };
}

function clockTail(text: string, end: number): number {
  const next = wordAfter(text, end);
  return next && CLOCKS.has(next.lower) && next.lower.length > 1 ? next.end : end;
}
