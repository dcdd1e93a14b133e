import type { Sentence, SentenceKind, Token } from "../types.ts";
import type { WordClasses } from "./lexicon.ts";
import { paragraphs } from "./paragraph.ts";
import { tokenise } from "./token.ts";

/** A run of words without an end is cut here, so that no stage meets an endless sentence. */
const LONGEST = 300;
const CLOSERS = new Set(['"', "'", ")", "]", "}"]);
const OPENERS = new Set(['"', "'", "(", "[", "-", "—", "–"]);

/** Cuts a report's text into sentences; datelines, headlines, captions, list lines and page furniture are told apart. */
export function sentences(text: string, words: WordClasses): Sentence[] {
  const found: Sentence[] = [];
  const add = (kind: SentenceKind, paragraph: number, tokens: readonly Token[]) => {
    const first = tokens[0];
    const last = tokens.at(-1);
    if (first && last)
      found.push({ index: found.length, paragraph, kind, tokens, start: first.start, end: last.end });
  };
  for (const [index, paragraph] of paragraphs(text).entries()) {
    if (paragraph.bodyStart > paragraph.start) {
      add("dateline", index, tokenise(text.slice(paragraph.start, paragraph.bodyStart), paragraph.start));
    }
    const tokens = tokenise(text.slice(paragraph.bodyStart, paragraph.end), paragraph.bodyStart);
    let from = 0;
    for (const to of ends(tokens, words)) {
      add(paragraph.kind, index, tokens.slice(from, to));
      from = to;
    }
  }
  return found;
}

/** Indices after the last token of each sentence. */
function ends(tokens: readonly Token[], words: WordClasses): number[] {
  const found: number[] = [];
  let from = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    const after = i + 1 < tokens.length ? endAt(tokens, i, words) : tokens.length;
    if (after === undefined && i - from < LONGEST) continue;
    const end = after ?? i + 1;
    found.push(end);
    from = end;
    i = end - 1;
  }
  return found;
}

function endAt(tokens: readonly Token[], i: number, words: WordClasses): number | undefined {
  const token = tokens[i] as Token;
  const acronym = token.kind === "word" && token.text.endsWith(".");
  if (!acronym && !/^(?:[.!?…]|\.{3,})$/.test(token.text)) return undefined;
  let next = i + 1;
  while (next < tokens.length && isCloser(tokens, next)) next += 1;
  const following = tokens[next];
  if (!following) return tokens.length;
  let first = next;
  while (first < tokens.length && OPENERS.has((tokens[first] as Token).lower)) first += 1;
  const word = tokens[first] ?? following;
  const quoted = next > i + 1;
  return opensSentence(word, token, tokens[i - 1], acronym, quoted, words) ? next : undefined;
}

/** A quotation mark that touches what stands before it. */
function isCloser(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token;
  return CLOSERS.has(token.lower) && token.start === (tokens[i - 1] as Token).end;
}

function opensSentence(
  word: Token,
  mark: Token,
  before: Token | undefined,
  acronym: boolean,
  quoted: boolean,
  words: WordClasses,
): boolean {
  if (/^\p{Ll}/u.test(word.text)) return false;
  if (word.kind === "punctuation" && !/^[•·#@$€£]$/.test(word.text)) return false;
  const starter = words.has("sentence-starter", word.lower);
  if (acronym)
    return /^[ap]\.m\.$/.test(mark.lower)
      ? word.kind === "word" && !words.has("calendar", word.lower)
      : starter;
  if (mark.text !== "." || !before || before.end !== mark.start)
    return mark.text !== "." || !before || before.kind !== "number" || starter || word.kind === "word";
  if (quoted) return true;
  if (/^\p{Lu}$/u.test(before.text)) return starter;
  if (words.has("title", before.lower)) return false;
  if (words.has("abbreviation", before.lower)) return word.kind === "word" && starter;
  return true;
}
