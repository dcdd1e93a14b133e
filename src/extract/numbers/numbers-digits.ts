import { isBlank, isDigit, isLetter } from "./numbers-text.ts";

/** A number in digits. `marked`: it has thousand marks, so it is no year. `loose`: digits that are no number. */
export interface Digits {
  readonly end: number;
  readonly value: number;
  readonly marked: boolean;
  readonly decimal: boolean;
  readonly form: "number" | "clock" | "date" | "phone" | "score";
}

/**
 * Reads digits at `start`: "1,234", "1 234" (any blank), "1'234", "1.234.567", "1,50,000", "2.5", "2,5 million",
 * "14:05", "22/7", "2021-08-12". A single "1.234" counts as thousands unless a unit that takes decimals follows.
 */
export function readDigits(text: string, start: number): Digits {
  let at = start;
  while (isDigit(text.charCodeAt(at))) at++;
  const first = at - start;
  if (text.charCodeAt(start - 1) === 43) {
    return { end: phoneEnd(text, at), value: 0, marked: false, decimal: false, form: "phone" };
  }
  let value = Number(text.slice(start, at));
  const mark = text.charCodeAt(at);
  if (mark === 58 && first <= 2 && digitsAt(text, at + 1) === 2)
    return { end: clockEnd(text, at + 3), value, marked: false, decimal: false, form: "clock" };
  if ((mark === 47 || mark === 45) && isDigit(text.charCodeAt(at + 1))) {
    const end = chainEnd(text, at, mark);
    const parts = text.slice(start, end).split(mark === 47 ? "/" : "-");
    if (parts.length > 2 || mark === 47)
      return { end, value, marked: false, decimal: false, form: mark === 47 ? "date" : dateOrPhone(parts) };
  }
  let marked = false;
  while (first <= 3 && isThousandMark(text, at, marked)) {
    const group = digitsAt(text, at + 1);
    if (!(group === 3 || (group === 2 && text.charCodeAt(at) === 44 && indianTail(text, at)))) break;
    value = value * 10 ** group + Number(text.slice(at + 1, at + 1 + group));
    at += 1 + group;
    marked = true;
  }
  const decimals = decimalDigits(text, at);
  if (decimals > 0) {
    value += Number(`0.${text.slice(at + 1, at + 1 + decimals)}`);
    return { end: at + 1 + decimals, value: rounded(value), marked, decimal: true, form: "number" };
  }
  if (!marked && first >= 8) return { end: at, value, marked, decimal: false, form: "phone" };
  return { end: at, value, marked, decimal: false, form: "number" };
}

function digitsAt(text: string, at: number): number {
  let end = at;
  while (end - at < 10 && isDigit(text.charCodeAt(end))) end++;
  return end - at;
}

function phoneEnd(text: string, at: number): number {
  let end = at;
  while (
    isDigit(text.charCodeAt(end)) ||
    (isBlank(text.charCodeAt(end)) && isDigit(text.charCodeAt(end + 1)))
  )
    end++;
  return end;
}

function clockEnd(text: string, at: number): number {
  return text.charCodeAt(at) === 58 && digitsAt(text, at + 1) === 2 ? at + 3 : at;
}

function chainEnd(text: string, at: number, mark: number): number {
  let end = at;
  while (text.charCodeAt(end) === mark && isDigit(text.charCodeAt(end + 1)))
    end += 1 + digitsAt(text, end + 1);
  return end;
}

function dateOrPhone(parts: readonly string[]): Digits["form"] {
  return parts.length === 3 &&
    parts.every((part) => part.length === 2 || part.length === 4 || part.length === 1)
    ? "date"
    : "phone";
}

/** A full stop is a thousand mark when it comes again or when nothing after takes decimals. */
function isThousandMark(text: string, at: number, marked: boolean): boolean {
  const code = text.charCodeAt(at);
  if (!isDigit(text.charCodeAt(at + 1))) return false;
  if (code === 44 || code === 39 || code === 0x2019) return true;
  if (isBlank(code)) return digitsAt(text, at + 1) === 3 && !isLetter(text.charCodeAt(at + 4));
  if (code !== 46 || digitsAt(text, at + 1) !== 3) return false;
  return marked || text.charCodeAt(at + 4) === 46 || !takesDecimals(text, at + 4);
}

function takesDecimals(text: string, at: number): boolean {
  return /^(?:\d|[\s ]?(?:%|per\s?cent|million|billion|thousand|crore|lakh|kilomet|km|miles?\b|m\b|met|degrees|tonn))/.test(
    text.slice(at, at + 12),
  );
}

/** Indian grouping ends in three: "1,50,000". */
function indianTail(text: string, at: number): boolean {
  return /^(?:,\d\d)+,\d{3}(?!\d)/.test(text.slice(at, at + 16));
}

function decimalDigits(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const count = digitsAt(text, at + 1);
  if (code === 46) return count > 0 && text.charCodeAt(at + 1 + count) !== 46 ? count : 0;
  if (code !== 44 || count === 0 || count > 2) return 0;
  return /^\s?(?:million|billion|thousand|per\s?cent|%)/.test(text.slice(at + 1 + count, at + 14 + count))
    ? count
    : 0;
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
