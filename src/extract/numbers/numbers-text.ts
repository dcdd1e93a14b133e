/** A stretch of letters in lower case, or digits, with where it stands. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly lower: string;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isLetter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7)
  );
}

/** A blank on one line: plain, no-break, thin or narrow no-break. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 0xa0 || code === 0x2009 || code === 0x202f;
}

export function isHyphen(code: number): boolean {
  return code === 45 || code === 0x2010 || code === 0x2011 || code === 0x2013;
}

function isWordPart(code: number): boolean {
  return isLetter(code) || isDigit(code);
}

/** The word that begins at `at`, or after one blank or line break there; `undefined` before any mark. */
export function wordAfter(text: string, at: number): Word | undefined {
  let start = at;
  while (start < text.length && (isBlank(text.charCodeAt(start)) || isBreak(text, start))) start++;
  let end = start;
  while (end < text.length && end - start < 30 && isWordPart(text.charCodeAt(end))) end++;
  return end > start ? { start, end, lower: text.slice(start, end).toLowerCase() } : undefined;
}

/** The word that ends at `at`, or before one blank there. */
export function wordBefore(text: string, at: number): Word | undefined {
  let end = at;
  while (end > 0 && (isBlank(text.charCodeAt(end - 1)) || isBreak(text, end - 1))) end--;
  let start = end;
  while (start > 0 && end - start < 30 && isWordPart(text.charCodeAt(start - 1))) start--;
  return end > start ? { start, end, lower: text.slice(start, end).toLowerCase() } : undefined;
}

/** One line break counts as a blank; an empty line ends the paragraph. */
function isBreak(text: string, at: number): boolean {
  return text.charCodeAt(at) === 10 && text.charCodeAt(at - 1) !== 10 && text.charCodeAt(at + 1) !== 10;
}
