import type { Span } from "../../domain/span.ts";
import type { SentenceKind } from "../types.ts";

export interface Paragraph extends Span {
  readonly kind: Exclude<SentenceKind, "dateline">;
  /** End of the dateline that opens the paragraph; equal to `start` when there is none. */
  readonly bodyStart: number;
}

const DATE =
  "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.? \\d{1,2}(?:,? \\d{4})?|\\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?(?: \\d{4})?)";
const CAPITALS = "\\p{Lu}[\\p{Lu}\\p{M}.'’/-]*(?: \\p{Lu}[\\p{Lu}\\p{M}.'’/-]*){0,4}";
const NAME = "\\p{Lu}[\\p{L}\\p{M}.'’-]+(?: (?:\\p{Lu}|al-|el-|de |du )[\\p{L}\\p{M}.'’-]*){0,3}";
const AGENCY = "[(\\[][^)\\]\\n]{2,40}[)\\]]";
const DASH = "(?:—|–|--|-|:)";
/** "KABUL, Aug 10 — ", "Beirut, Lebanon (AP) – ", "(Reuters) - ". */
const DATELINES = [
  `^${CAPITALS}(?:,? ${NAME}\\.?)?(?:[,;]? ${DATE})?(?:,? ${AGENCY})?(?:[,;]? ${DATE})?\\s*${DASH}\\s+`,
  `^${NAME}(?:, ${NAME}\\.?)?(?: \\[${NAME}\\])?(?:[,;]? ${DATE}|,? ${AGENCY}){1,2}\\s*${DASH}\\s+`,
  `^${NAME}, ${NAME}\\.?\\s*(?:—|–|--)\\s+(?=\\p{Lu}|["“])`,
  `^${AGENCY}\\s*${DASH}\\s+`,
].map((source) => new RegExp(source, "u"));

const BULLET = /^(?:[-*•·–—▪●]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+/;
const NOISE =
  /^(?:read (?:more|also|next|this)|also (?:read|see)|see also|related|more (?:on|from|in)|watch(?: (?:live|now|video|:)|:)|listen|click|subscribe|sign up|log in|follow us|share (?:this|on)|advertisement|recommended|most (?:read|popular|viewed)|trending|top stories|editor['’]s (?:pick|choice)|don['’]t miss|continue reading|story continues|copyright|©|all rights reserved|in other news|you may (?:also )?like|newsletter|https?:\/\/|www\.)/i;
const CAPTION =
  /^\W?(?:photo|image|picture|pictured|caption|file(?: photo)?|in this (?:\w+ ){0,4}(?:photo|image|picture)|photograph)\b|(?:\b(?:AP|Reuters|AFP|Getty|EPA|Anadolu|Xinhua) ?(?:Photo|Images?)\b[^.]*|[[(](?:photo|file|image)[^\])]*[\])])\W*$/i;
const SENTENCE_INSIDE = /\p{Ll}{3}[.!?]["'”’)\]]*\s+["'“‘(]?\p{Lu}/u;
const FULL_STOP = /[.!?…]["'”’)\]]*$/;

/** Blank lines part paragraphs; a line break does too, unless the text is wrapped by lines. */
export function paragraphs(text: string): Paragraph[] {
  const found: Paragraph[] = [];
  let afterNoise = false;
  const spans = blocks(text);
  const stopped = spans.some(({ end }) => FULL_STOP.test(text.slice(end - 6, end)));
  for (const span of spans) {
    const body = text.slice(span.start, span.end);
    const kind = kindOf(body, afterNoise, stopped);
    afterNoise = kind === "noise";
    const bodyStart = span.start + (kind === "prose" || kind === "headline" ? datelineLength(body) : 0);
    found.push({ ...span, kind: bodyStart > span.start ? "prose" : kind, bodyStart });
  }
  return found;
}

/** `stopped`: the text has full stops, so that a short line without one is no sentence. */
function kindOf(body: string, afterNoise: boolean, stopped: boolean): Paragraph["kind"] {
  const head = body.slice(0, 120);
  if (NOISE.test(head)) return "noise";
  if (body.length < 600 && CAPTION.test(body)) return "caption";
  const complete = FULL_STOP.test(body.slice(-6));
  if (BULLET.test(head)) return afterNoise && !complete ? "noise" : "list";
  const short = body.length < 160 && !/[:;,]$/.test(body) && !SENTENCE_INSIDE.test(body);
  if (stopped && !complete && short) return afterNoise ? "noise" : "headline";
  return "prose";
}

function datelineLength(body: string): number {
  const head = body.slice(0, 140);
  for (const form of DATELINES) {
    const match = form.exec(head);
    if (match && /\p{L}/u.test(match[0])) return match[0].length;
  }
  return 0;
}

/** Trimmed spans of text between breaks. */
function blocks(text: string): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const part of text.split(/(\n[^\S\n]*\n\s*)/)) {
    const wrapped = isWrapped(part);
    let lineAt = at;
    let joined: Span | undefined;
    for (const line of part.split("\n")) {
      const span = trimmed(text, lineAt, lineAt + line.length);
      lineAt += line.length + 1;
      if (!span) continue;
      const goesOn = joined && (wrapped || /^\p{Ll}/u.test(text.slice(span.start, span.start + 2)));
      if (joined && goesOn) joined = { start: joined.start, end: span.end };
      else {
        if (joined) spans.push(joined);
        joined = span;
      }
    }
    if (joined) spans.push(joined);
    at += part.length;
  }
  return spans;
}

/** Three or more lines of nearly one length, most of them ending in mid-sentence. */
function isWrapped(part: string): boolean {
  const lines = part.split("\n").map((line) => line.trim());
  const inner = lines.slice(0, -1);
  if (inner.length < 2) return false;
  const long = inner.filter((line) => line.length >= 40 && line.length <= 130).length;
  const open = inner.filter((line) => !FULL_STOP.test(line)).length;
  return long >= inner.length * 0.8 && open >= inner.length * 0.6;
}

function trimmed(text: string, from: number, to: number): Span | undefined {
  let start = from;
  let end = Math.min(to, text.length);
  while (start < end && /[\s\u0000-\u001f\ufeff]/.test(text.charAt(start))) start += 1;
  while (end > start && /[\s\u0000-\u001f\ufeff]/.test(text.charAt(end - 1))) end -= 1;
  return start < end ? { start, end } : undefined;
}
