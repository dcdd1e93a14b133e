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

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’ʼ`‘][\p{L}\p{N}\p{M}]+)*/gu;
const POSSESSIVE = /['’]s$/i;
const NOT_ASCII = /[^\u0020-\u007f]/;
const JOINT = /^(?:[ \u00a0]{1,2}|[-‐‑]|['’] )$/;
const INITIAL_JOINT = /^\.(?: |[-‐‑])?$/;

/** The words of a text in order. "U.S. troops" gives u, s, troops, all joined. */
export function wordsOf(text: string): readonly Word[] {
  const found: { start: number; end: number; raw: string; possessive: boolean }[] = [];
  for (const match of text.matchAll(WORD)) {
    const possessive = POSSESSIVE.test(match[0]);
    const raw = possessive ? match[0].slice(0, -2) : match[0];
    found.push({ start: match.index, end: match.index + raw.length, raw, possessive });
  }
  return found.map(({ start, end, raw, possessive }, index) => {
    const next = found[index + 1];
    const gap = next ? text.slice(possessive ? end + 2 : end, next.start) : "";
    const pluralPossessive = !possessive && raw.endsWith("s") && /^['’]/.test(text.slice(end, end + 1));
    return {
      start,
      end,
      key: keyOf(raw),
      possessive: possessive || pluralPossessive,
      letterCase: letterCaseOf(raw),
      joined: next !== undefined && (JOINT.test(gap) || (raw.length === 1 && INITIAL_JOINT.test(gap))),
      hyphen: /[-‐‑]$/.test(gap) && gap.length <= 2,
    };
  });
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
  const first = word[0] ?? "";
  if (first === first.toLowerCase()) return "lower";
  return word.length > 1 && word === word.toUpperCase() ? "upper" : "capital";
}
