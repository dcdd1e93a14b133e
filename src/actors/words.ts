import type { Span } from "../domain/span.ts";

/** A word of a text, without a possessive ending. */
export interface Word extends Span {
  /** Lower case, without accents and apostrophes: what names are compared by. */
  readonly key: string;
  /** Followed by `'s`, or by an apostrophe after a final s. */
  readonly possessive: boolean;
  readonly letterCase: "lower" | "capital" | "upper";
  /** Only a space or a hyphen stands between this word and the next one. */
  readonly joined: boolean;
  /** A hyphen joins it to the next word. */
  readonly hyphen: boolean;
}

const NOT_ASCII = /[^\u0000-\u007f]/;
const SPACE = 32;
const NO_BREAK_SPACE = 160;
const POINT = 46;
const S = 115;

/** The words of a text in order. "U.S. troops" gives u, s, troops, all joined. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  const length = text.length;
  let at = 0;
  while (at < length) {
    if (!isLetter(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const start = at;
    while (at < length && (isLetter(text.charCodeAt(at)) || isInnerApostrophe(text, at))) at += 1;
    const possessive =
      at - start > 2 && isApostrophe(text.charCodeAt(at - 2)) && (text.charCodeAt(at - 1) | 32) === S;
    const end = possessive ? at - 2 : at;
    const raw = text.slice(start, end);
    const plural = !possessive && (text.charCodeAt(end - 1) | 32) === S && isApostrophe(text.charCodeAt(end));
    const gap = gapAfter(text, plural ? end + 1 : at, end - start === 1);
    words.push({
      start,
      end,
      key: keyOf(raw),
      possessive: possessive || plural,
      letterCase: letterCaseOf(raw),
      joined: gap !== "parted",
      hyphen: gap === "hyphen" || gap === "pointed-hyphen",
    });
  }
  return words;
}

type Gap = "space" | "hyphen" | "pointed" | "pointed-hyphen" | "parted";

/** What stands between a word and the next; a point counts as a joint only after an initial ("U.S. army"). */
function gapAfter(text: string, at: number, initial: boolean): Gap {
  const code = text.charCodeAt(at);
  if (code === SPACE || code === NO_BREAK_SPACE) {
    const next = text.charCodeAt(at + 1);
    return isLetter(next) || (next === SPACE && isLetter(text.charCodeAt(at + 2))) ? "space" : "parted";
  }
  if (isHyphen(code)) return isLetter(text.charCodeAt(at + 1)) ? "hyphen" : "parted";
  if (code !== POINT || !initial) return "parted";
  const next = text.charCodeAt(at + 1);
  if (isLetter(next)) return "pointed";
  if (!isLetter(text.charCodeAt(at + 2))) return "parted";
  return next === SPACE ? "pointed" : isHyphen(next) ? "pointed-hyphen" : "parted";
}

/** Letters and digits of any script; among what is not ASCII all but spaces, marks and punctuation. */
function isLetter(code: number): boolean {
  if (code < 128) {
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  }
  return (
    code >= 0xc0 &&
    code !== 0xd7 &&
    code !== 0xf7 &&
    !(code >= 0x2000 && code <= 0x2bff) &&
    !(code >= 0x3000 && code <= 0x303f)
  );
}

/** ' ’ ‘ ` ʼ */
function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019 || code === 0x2018 || code === 96 || code === 0x2bc;
}

function isInnerApostrophe(text: string, at: number): boolean {
  return isApostrophe(text.charCodeAt(at)) && isLetter(text.charCodeAt(at + 1));
}

function isHyphen(code: number): boolean {
  return code === 45 || code === 0x2010 || code === 0x2011;
}

/** How a word is compared with the words of names. */
export function keyOf(word: string): string {
  const lower = word.toLowerCase();
  if (!NOT_ASCII.test(lower))
    return lower.includes("'") || lower.includes("`") ? lower.replace(/['`]/g, "") : lower;
  return lower
    .normalize("NFD")
    .replace(/[\p{M}'’ʼ`‘]/gu, "")
    .replaceAll("ı", "i")
    .replaceAll("ø", "o")
    .replaceAll("ł", "l");
}

function letterCaseOf(word: string): Word["letterCase"] {
  const first = word.charCodeAt(0);
  if (first >= 97 && first <= 122) return "lower";
  if (first > 127 && word[0] === word[0]?.toLowerCase()) return "lower";
  if (first < 65) return "lower";
  return word.length > 1 && word === word.toUpperCase() ? "upper" : "capital";
}
