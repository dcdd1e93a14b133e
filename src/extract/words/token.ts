import type { Token } from "../types.ts";

const MARKS = "\\p{L}\\p{M}\\p{N}";
/** Acronyms with dots, numbers with thousands and decimal marks, words with inner hyphens and apostrophes, dots in a row, one mark. */
const PIECE = new RegExp(
  `(?:\\p{L}\\.){2,}|[${MARKS}]+(?:[.,]\\d+(?=[^${MARKS}]|$))*(?:['’ʼ‑-][${MARKS}]+)*|\\.{2,}|--+|[^\\s]`,
  "gu",
);
const NUMBER = /^\d+(?:[.,]\d+)*$/;
const WORD = /[\p{L}\p{N}]/u;
const CLITIC = /^(.+?)(n['’]t|['’](?:s|ll|ve|re|d|m))$/iu;
const QUOTES: Readonly<Record<string, string>> = {
  "’": "'",
  ʼ: "'",
  "‘": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
};

/** Splits `text`, a part of a report that begins at `offset`, without losing where each piece stands. */
export function tokenise(text: string, offset: number): Token[] {
  const tokens: Token[] = [];
  for (const found of text.matchAll(PIECE)) {
    const piece = found[0];
    const start = offset + found.index;
    const clitic = piece.length < 40 && /['’]/.test(piece) ? CLITIC.exec(piece) : null;
    if (clitic?.[1] && clitic[2]) {
      tokens.push(toToken(clitic[1], start), toToken(clitic[2], start + clitic[1].length));
    } else tokens.push(toToken(piece, start));
  }
  return tokens;
}

function toToken(text: string, start: number): Token {
  const kind = NUMBER.test(text) ? "number" : WORD.test(text) ? "word" : "punctuation";
  return { text, lower: fold(text), kind, start, end: start + text.length };
}

/** Lower case with plain quotation marks and hyphens. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’ʼ‘“”„«»]/g, (mark) => QUOTES[mark] ?? mark)
    .replace(/‑/g, "-");
}
