import { foldKey } from "./fold.ts";
import type { Lexicon } from "./lexicon.ts";
import { GAP, type Words } from "./words.ts";

/** A run of words that may be a name: indices into the words, both inclusive. */
export interface NameSpan {
  readonly from: number;
  readonly to: number;
  readonly key: string;
}

/** Longest names in words: "Hayat Tahrir", "Sayyid Ahmad bin Salih al Kabir". */
const MOST_WORDS = 6;
const JOINING = new Set([
  "e", "i", "y", "ye", "yi", "wa", "al", "el", "ul", "ash", "as", "ar", "az", "ad", "an", "at", "ez", "es", "er", "ed", "en", "et", "us", "os",
  "de", "du", "des", "da", "do", "dos", "del", "of", "and", "the", "la", "le", "les", "los", "las", "sur", "sous", "lez", "am", "im", "an", "der", "auf", "upon", "on", "bin", "ibn", "di", "den", "en", "a", "au", "aux", "d", "l", "o",
]); // biome-ignore format: one line a group reads better
const ARTICLES = new Set([
  "al",
  "el",
  "ul",
  "ash",
  "as",
  "ar",
  "az",
  "ad",
  "an",
  "at",
  "ez",
  "es",
  "er",
  "ed",
  "en",
  "et",
  "us",
]);

/** Words in small letters, and numbers ("Kilo 16"), that names of roads, sites and areas end in; such a run counts only when the gazetteer has it whole. */
const TAILS = new Set(
  "air airbase barracks castle airfield airport area base border bridge camp centre center checkpoint corridor crossing dam desert field forest garrison gate highway hospital island islands motorway mountain mountains nuclear oil oilfield pass peninsula plain plains plant port prison quarter refinery refugee region river road square state steel terminal valley".split(
    " ",
  ),
);

/** True when a name may begin here: a capital, or an article tied by a hyphen to a capital ("al-Asabaa"). */
export function startsName(words: Words, at: number): boolean {
  if (words.capital[at]) return !isMoney(words, at);
  if (!words.capital[at + 1] || words.gap[at] === GAP.hyphen) return false;
  const key = words.key(at);
  const gap = words.gap[at + 1];
  return gap === GAP.hyphen ? ARTICLES.has(key) : gap === GAP.space && (key === "al" || key === "el");
}

/** The runs that begin at a word, longest first; each ends in a capital or a number, or in a part tied by a hyphen. */
export function spansFrom(words: Words, at: number): readonly NameSpan[] {
  const found = known.get(words) ?? [];
  if (found.length === 0) known.set(words, found);
  found[at] ??= longestFirst(words, at);
  return found[at];
}

/** Scope and recogniser ask for the same runs. */
const known = new WeakMap<Words, (readonly NameSpan[])[]>();

/** Runs of words met before, as a tree over words: a run met again needs no new text for its key. */
interface Run {
  readonly key: string;
  next?: Map<string, Run>;
}

const names: Run = { key: "" };
const MOST_RUNS = 100_000;
let runs = 0;

function nodeOf(before: Run, word: string): Run {
  const known = before.next?.get(word);
  if (known) return known;
  if (++runs > MOST_RUNS) {
    names.next?.clear();
    runs = 0;
  }
  const run: Run = { key: before.key === "" ? word : `${before.key} ${word}` };
  before.next ??= new Map();
  before.next.set(word, run);
  return run;
}

function longestFirst(words: Words, at: number): readonly NameSpan[] {
  const spans: NameSpan[] = [];
  let node = nodeOf(names, words.key(at));
  if (words.capital[at]) spans.push({ from: at, to: at, key: node.key });
  let to = at;
  while (to - at < MOST_WORDS - 1) {
    if (words.possessive[to] && !words.capital[to + 1]) break;
    const next = to + 1;
    const gap = words.gap[next];
    if (gap !== GAP.space && gap !== GAP.hyphen) break;
    const word = words.key(next);
    const capital = words.capital[next] ?? false;
    const tail = gap === GAP.space && (TAILS.has(word) || isShortNumber(word));
    if (!capital && gap !== GAP.hyphen && !tail && !JOINING.has(word)) break;
    if (words.possessive[to]) break;
    node = nodeOf(node, word);
    to = next;
    if (capital || tail || gap === GAP.hyphen) spans.push({ from: at, to, key: node.key });
  }
  return spans.reverse();
}

const DOLLAR = 36;

/** "US$10,000" is no country. */
function isMoney(words: Words, at: number): boolean {
  return (
    words.text.charCodeAt(words.end[at] ?? 0) === DOLLAR ||
    words.text.charCodeAt((words.start[at] ?? 0) - 1) === DOLLAR
  );
}

function isShortNumber(word: string): boolean {
  return word.length <= 3 && word.charCodeAt(0) <= 57 && word.charCodeAt(word.length - 1) <= 57;
}

/** The whole run of capitals that a span lies in, by spaces and hyphens. */
export function runAround(words: Words, span: NameSpan): { readonly from: number; readonly to: number } {
  let { from, to } = span;
  while (from > 0 && words.gap[from] === GAP.space && words.capital[from - 1] && !words.possessive[from - 1])
    from--;
  while (words.gap[to + 1] === GAP.space && words.capital[to + 1] && !words.possessive[to]) to++;
  return { from, to };
}

/**
 * Words that the text uses for persons: those of a run that a given name or a title opens, so that a bare
 * "Jordan" after "Jordan Smith" or "General Jordan" is no country.
 */
export function personWords(words: Words, lexicon: Lexicon): ReadonlySet<string> {
  const persons = new Set<string>();
  for (let at = 0; at < words.start.length; at++) {
    if (!words.capital[at]) continue;
    const key = words.key(at);
    const opens = lexicon.has("given-name", key) || lexicon.has("title", key);
    if (!opens) continue;
    let to = at;
    while (
      words.gap[to + 1] === GAP.space &&
      !words.possessive[to] &&
      (words.capital[to + 1] || BETWEEN.has(words.key(to + 1)))
    )
      to++;
    const title = lexicon.has("title", key);
    if (to === at) continue;
    for (let i = title ? at + 1 : at; i <= to; i++) if (words.capital[i]) persons.add(words.key(i));
    at = to;
  }
  return persons;
}

const BETWEEN = new Set(["al", "el", "bin", "ibn", "van", "von", "de", "da", "ul", "ur"]);

/** The key without particles is long enough to be told from an ordinary word. */
export function foldable(key: string): boolean {
  return key.includes(" ") && foldKey(key).length >= 4;
}
