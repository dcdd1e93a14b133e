import { nameKey } from "./fold.ts";

/** What stands between a word and the one before it. */
export const GAP = { start: 0, space: 1, hyphen: 2, comma: 3, other: 4, sentence: 5 } as const;

/** The words of a text as columns: one entry a word in each. */
export interface Words {
  readonly text: string;
  readonly start: readonly number[];
  /** Without a possessive ending. */
  readonly end: readonly number[];
  readonly gap: readonly number[];
  readonly capital: readonly boolean[];
  readonly possessive: readonly boolean[];
  /** The folded word; "" outside the text. */
  readonly key: (at: number) => string;
  /** The line's words are capitalised throughout, so capitals say nothing. */
  readonly titleCase: (at: number) => boolean;
}

const ABBREVIATIONS = new Set([
  "st",
  "ste",
  "mt",
  "ft",
  "sgt",
  "gen",
  "col",
  "lt",
  "maj",
  "capt",
  "dr",
  "mr",
  "mrs",
  "ms",
  "gov",
  "sen",
  "rep",
]);
/** Letters from which a headline in title case raises every word. */
const LONG_WORD = 5;
const FULL_STOP = 46;
const keys = new Map<string, string>();

/** Splits into words with offsets; hyphens split, apostrophes inside do not, "U.S." is one word. */
export function scanWords(text: string): Words {
  const start: number[] = [];
  const end: number[] = [];
  const gap: number[] = [];
  const capital: boolean[] = [];
  const possessive: boolean[] = [];
  const own: string[] = [];
  const size = text.length;
  let at = 0;
  let before = 0;
  while (at < size) {
    if (!isWordCode(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const from = at;
    at = wordEnd(text, at);
    let until = at;
    let owned = false;
    const last = text.charCodeAt(until - 1);
    if (until - from > 2 && (last === 115 || last === 83) && isApostrophe(text.charCodeAt(until - 2))) {
      until -= 2;
      owned = true;
    } else if (last === 115 && isApostrophe(text.charCodeAt(at)) && !isWordCode(text.charCodeAt(at + 1)))
      owned = true;
    gap.push(start.length === 0 ? GAP.start : gapOf(text, before, from, start, end));
    start.push(from);
    end.push(until);
    possessive.push(owned);
    capital.push(isUpper(text, from));
    before = at;
  }
  return {
    text,
    start,
    end,
    gap,
    capital,
    possessive,
    key: (i) => {
      const known = own[i];
      if (known !== undefined) return known;
      if (start[i] === undefined) return "";
      const key = keyOf(text.slice(start[i], end[i]));
      own[i] = key;
      return key;
    },
    titleCase: lineCase(text, start, end, gap, capital),
  };
}

function wordEnd(text: string, from: number): number {
  let at = from + 1;
  for (;;) {
    const code = text.charCodeAt(at);
    if (isWordCode(code)) at++;
    else if (isApostrophe(code) && isWordCode(text.charCodeAt(at + 1))) at += 2;
    else if (code === 46 && dotted(text, from, at)) at++;
    else return at;
  }
}

/** Inside or at the end of "U.S." and "D.R.C.". */
function dotted(text: string, from: number, dot: number): boolean {
  if (dot - from !== 1 && text.charCodeAt(dot - 2) !== 46) return false;
  if (!isAsciiUpper(text.charCodeAt(dot - 1))) return false;
  const next = text.charCodeAt(dot + 1);
  if (isAsciiUpper(next) && (text.charCodeAt(dot + 2) === 46 || !isWordCode(text.charCodeAt(dot + 2))))
    return true;
  return dot - from > 1;
}

function gapOf(
  text: string,
  from: number,
  to: number,
  start: readonly number[],
  end: readonly number[],
): number {
  const first = text.charCodeAt(from);
  if (to - from === 1) {
    if (first === 32 || first === 0xa0) return GAP.space;
    if (first === 45 || first === 0x2010 || first === 0x2011 || first === 0x2013) return GAP.hyphen;
    return first === 10 ? GAP.sentence : first === 44 ? GAP.comma : GAP.other;
  }
  if (to - from === 2 && first === 44) return GAP.comma;
  let sentence = false;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 33 || code === 63) return GAP.sentence;
    if (code === 46 || code === 0x2026) sentence = true;
  }
  if (!sentence)
    return first === 32 && to - from === 2 && text.charCodeAt(from + 1) === 32 ? GAP.space : GAP.other;
  const previous = text.slice(start.at(-1), end.at(-1)).toLowerCase();
  return to - from === 2 && ABBREVIATIONS.has(previous) ? GAP.space : GAP.sentence;
}

function lineCase(
  text: string,
  start: readonly number[],
  end: readonly number[],
  gap: readonly number[],
  capital: readonly boolean[],
): (at: number) => boolean {
  let from = -1;
  let until = -1;
  let answer = false;
  return (at) => {
    if (at >= from && at < until) return answer;
    from = at;
    while (from > 0 && gap[from] !== GAP.sentence) from--;
    until = at + 1;
    while (until < gap.length && gap[until] !== GAP.sentence) until++;
    let long = 0;
    answer = true;
    for (let i = from; i < until; i++) {
      if ((end[i] ?? 0) - (start[i] ?? 0) < LONG_WORD) continue;
      long++;
      if (!capital[i]) answer = false;
    }
    answer &&= long >= 3 && text.charCodeAt(end[until - 1] ?? 0) !== FULL_STOP;
    return answer;
  };
}

function keyOf(word: string): string {
  const known = keys.get(word);
  if (known !== undefined) return known;
  if (keys.size > 50_000) keys.clear();
  const key = nameKey(word);
  keys.set(word, key);
  return key;
}

/** Also "d'Ivoire" and "l'Est". */
function isUpper(text: string, at: number): boolean {
  let code = text.charCodeAt(at);
  if (isApostrophe(code)) code = text.charCodeAt(at + 1);
  if ((code === 100 || code === 108) && isApostrophe(text.charCodeAt(at + 1)))
    return isAsciiUpper(text.charCodeAt(at + 2));
  if (code < 128) return isAsciiUpper(code);
  const char = String.fromCharCode(code);
  return char !== char.toLowerCase();
}

const isAsciiUpper = (code: number) => code >= 65 && code <= 90;
const isApostrophe = (code: number) =>
  code === 39 ||
  code === 0x2019 ||
  code === 0x2018 ||
  code === 0x2bf ||
  code === 0x2be ||
  code === 0x60 ||
  code === 0x2bb ||
  code === 0x2bc;
const isWordCode = (code: number) =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  (code >= 0xc0 &&
    code < 0x2000 &&
    code !== 0xd7 &&
    code !== 0xf7 &&
    code !== 0x2bf &&
    code !== 0x2be &&
    code !== 0x2bb &&
    code !== 0x2bc) ||
  (code >= 0x2c00 && code < 0xfe00);
