import type { Span } from "../../domain/span.ts";
import type { Token } from "../types.ts";
import type { WordClasses } from "./lexicon.ts";
import { isAroundAdverb, isPluralOwner } from "./tag-mark.ts";
import type { VerbForm } from "./verb-forms.ts";

/** What a word does in its sentence, as far as the clauses need to know. */
export type Tag =
  | "name"
  | "noun"
  | "number"
  | "determiner"
  | "pronoun"
  | "possessive"
  | "preposition"
  | "conjunction"
  | "subordinator"
  | "relative"
  | "that"
  | "auxiliary"
  | "to"
  | "negation"
  | "adverb"
  | "verb"
  | "adjective"
  | "mark";

export interface Tagged {
  readonly tag: Tag;
  readonly verb?: VerbForm;
  /** The preposition "of", which ties more closely than the others. */
  readonly isOf?: true;
}

export interface Grammar {
  readonly words: WordClasses;
  readonly forms: ReadonlyMap<string, VerbForm>;
}

/** `names` are mentions of places and actors: no word of theirs is a verb. */
export function tag(tokens: readonly Token[], names: readonly Span[], grammar: Grammar): Tagged[] {
  const tags: Tagged[] = [];
  let at = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    while (at < names.length && (names[at] as Span).end <= token.start) at += 1;
    const name = names[at];
    const inside = name !== undefined && name.start < token.end && token.start < name.end;
    tags.push(inside && token.lower !== "'s" ? { tag: "name" } : tagOne(tokens, i, tags, grammar));
  }
  return tags;
}

function tagOne(tokens: readonly Token[], i: number, before: readonly Tagged[], grammar: Grammar): Tagged {
  const token = tokens[i] as Token;
  const { words } = grammar;
  const word = token.lower;
  if (token.kind === "number") return { tag: "number" };
  if (token.kind === "punctuation" && isAroundAdverb(tokens, i, before, words)) return { tag: "adverb" };
  if (token.kind === "punctuation") return { tag: isPluralOwner(tokens, i) ? "possessive" : "mark" };
  const previous = tokens[i - 1]?.lower ?? "";
  const next = tokens[i + 1];
  if (word === "'s") return { tag: isPronounBeforeIs(previous) ? "auxiliary" : "possessive" };
  if (word === "may" && token.text === "May" && i > 0) return { tag: "name" };
  if (words.has("modal", word) && (previous === "that" || !words.has("article", previous)))
    return { tag: "auxiliary" };
  if (["be", "have", "do"].some((name) => words.has(name, word))) return { tag: "auxiliary" };
  if (words.has("negation", word) && word !== "no") return { tag: "negation" };
  if (isAllBut(tokens, i)) return { tag: "adverb" };
  if (word === "to") return { tag: next && isInfinitive(tokens, i + 1, grammar) ? "to" : "preposition" };
  if (word === "including") return { tag: "preposition" };
  if (word === "that") return { tag: "that" };
  if (word === "yet" && /^(?:auxiliary|negation)$/.test(before[i - 1]?.tag ?? "")) return { tag: "adverb" };
  if (words.has("conjunction", word)) return { tag: "conjunction" };
  if (words.has("possessive", word)) return { tag: "possessive" };
  if (words.has("relative", word)) return { tag: "relative" };
  if (word === "since" && before[i - 1]?.tag === "auxiliary") return { tag: "adverb" };
  if (words.has("adjective-ed", word) && next?.kind === "word" && !isFunctionWord(next.lower, words))
    return { tag: "adjective" };
  if (word === "lay" && next && words.has("preposition", next.lower))
    return { tag: "verb", verb: { lemma: "lie", shape: "past" } };
  if (words.has("never-verb", word)) return { tag: "noun" };
  if (word === "free" && /^(?:of|from)$/.test(next?.lower ?? "") && before[i - 1]?.tag !== "to")
    return { tag: "adjective" };
  if (word === "nearby" && !(next?.kind === "word" && !isFunctionWord(next.lower, words)))
    return { tag: "adverb" };
  const form = grammar.forms.get(word) ?? grammar.forms.get(word.replace(/^re-/, "re"));
  if (form) return tagVerb(form, tokens, i, before, grammar);
  if (words.has("subordinator", word) || words.has("condition", word)) return { tag: "subordinator" };
  if (words.has("determiner", word)) return { tag: "determiner" };
  if (words.has("subject-pronoun", word) || words.has("object-pronoun", word)) return { tag: "pronoun" };
  if (words.has("preposition", word))
    return word === "of" ? { tag: "preposition", isOf: true } : { tag: "preposition" };
  if (words.has("adverb", word) || (word.length > 4 && word.endsWith("ly"))) return { tag: "adverb" };
  if (/^\p{Lu}/u.test(token.text) && i > 0) return { tag: "name" };
  if (word.length > 4 && word.endsWith("ed"))
    return tagVerb({ lemma: word, shape: "past-participle" }, tokens, i, before, grammar);
  if (word.length > 5 && word.endsWith("ing"))
    return tagVerb({ lemma: word, shape: "ing" }, tokens, i, before, grammar);
  return { tag: "noun" };
}

/** "all but lost", "anything but safe". */
function isAllBut(tokens: readonly Token[], i: number): boolean {
  const at = tokens[i]?.lower === "but" ? i - 1 : i;
  const after = tokens[at + 2]?.lower ?? "";
  return (
    tokens[at]?.lower === "all" &&
    tokens[at + 1]?.lower === "but" &&
    /(?:ed|en|st|lost|cut|gone)$/.test(after)
  );
}

function isPronounBeforeIs(word: string): boolean {
  return /^(?:it|he|she|that|there|what|who|here|where|this)$/.test(word);
}

/** A base form follows, over adverbs: "to fully control". */
function isInfinitive(tokens: readonly Token[], from: number, { words, forms }: Grammar): boolean {
  for (let i = from; i < Math.min(from + 3, tokens.length); i += 1) {
    const word = (tokens[i] as Token).lower;
    if (words.has("adverb", word) || word.endsWith("ly")) continue;
    const capital = /^\p{Lu}/u.test((tokens[i] as Token).text);
    return (
      !capital &&
      (forms.get(word)?.shape === "base" ||
        ["be", "have", "do"].includes(word) ||
        (forms.get(word)?.shape === "past-participle" && forms.get(word)?.lemma === word))
    );
  }
  return false;
}

/** Verb, noun or adjective, by the words around. */
function tagVerb(
  form: VerbForm,
  tokens: readonly Token[],
  i: number,
  before: readonly Tagged[],
  grammar: Grammar,
): Tagged {
  const { words } = grammar;
  const verb: Tagged = { tag: "verb", verb: form };
  const left = skipAdverbs(before, i - 1);
  const tagLeft = before[left]?.tag;
  const next = tokens[i + 1];
  const nextWord = next?.lower ?? "";
  if (tagLeft === "auxiliary" || tagLeft === "to")
    return form.shape === "base" || form.shape === "s"
      ? baseAfter(tokens[left]?.lower ?? "", verb, words)
      : verb;
  if (form.shape === "past") return verb;
  const nominal = tagLeft === "determiner" || tagLeft === "possessive" || tagLeft === "adjective";
  if (form.shape === "past-participle" || form.shape === "participle" || form.shape === "ing") {
    const beforeNoun = next !== undefined && next.kind === "word" && !isFunctionWord(nextWord, words);
    if (beforeNoun && (nominal || words.has("adjective-ing", tokens[i]?.lower ?? "")))
      return { tag: "adjective" };
    if (
      form.shape === "ing" &&
      words.has("noun-ing", tokens[i]?.lower ?? "") &&
      tagLeft !== undefined &&
      tagLeft !== "mark" &&
      !(next && opensObject(next, words))
    )
      return { tag: "noun" };
    if (nominal && form.shape === "ing") return { tag: "noun", verb: form };
    if (nominal && form.shape === "past-participle" && form.lemma === tokens[i]?.lower)
      return { tag: "noun", verb: form };
    if (tagLeft === "preposition" && form.shape !== "ing") return { tag: "adjective" };
    return verb;
  }
  if (nominal || tagLeft === "preposition" || tagLeft === "number") return { tag: "noun", verb: form };
  if (tagLeft === "relative" || tagLeft === "that" || tagLeft === "pronoun") return verb;
  if (form.shape === "base" && NEVER_NOUN.test(form.lemma) && tagLeft !== undefined) return verb;
  if (describesNext(form, before[i - 1], next, words)) return { tag: "adjective" };
  const subject = tokens[left]?.lower ?? "";
  const nounLeft = tagLeft === "noun" || tagLeft === "name";
  const agrees =
    form.shape === "base" ? isPlural(subject, tagLeft) : tagLeft === "name" || !subject.endsWith("s");
  const fits = nounLeft
    ? agrees || (form.shape === "base" && hasPluralSubject(tokens, before, left))
    : tagLeft !== undefined || form.shape !== "base";
  if (form.shape === "s" && nextWord === "to" && tokens[i + 2]?.lower === "have" && fits) return verb;
  if (!words.has("noun-verb", form.lemma))
    return fits && !(tagLeft === "name" && form.shape === "base" && bareNoun(next, words))
      ? verb
      : { tag: "noun", verb: form };
  if (nounLeft && agrees && before[left - 1]?.tag === "relative" && nextWord === ",") return verb;
  const object =
    next !== undefined &&
    !words.has("calendar", nextWord) &&
    (nextWord !== "that" || words.has("telling-verb", form.lemma)) &&
    (opensObject(next, words) || (form.shape === "s" && nextWord === "to"));
  return object && fits && (nounLeft || tagLeft === "conjunction" || tagLeft === "adverb")
    ? verb
    : { tag: "noun", verb: form };
}

/** Base forms that are no nouns, whatever stands before them ("the base at the airport and those in the town remain"). */
const NEVER_NOUN = /^(?:remain|become|belong|seem|retain|appear|continue)$/;

const TAKES_BASE = /^(?:let|help|make|see|watch|hear|feel|dare|go|come)$/;

/** "took complete control", "regained secure borders": right behind another verb, and a noun follows. */
function describesNext(
  form: VerbForm,
  left: Tagged | undefined,
  next: Token | undefined,
  words: WordClasses,
): boolean {
  const lemma = left?.tag === "verb" ? left.verb?.lemma : undefined;
  return (
    form.shape === "base" &&
    lemma !== undefined &&
    !TAKES_BASE.test(lemma) &&
    next?.kind === "word" &&
    !/^\p{Lu}/u.test(next.text) &&
    !isFunctionWord(next.lower, words)
  );
}

/** "rebels in the north control": the plural noun stands before a preposition. */
function hasPluralSubject(tokens: readonly Token[], tags: readonly Tagged[], from: number): boolean {
  for (let i = from; i > Math.max(0, from - 8); i -= 1) {
    const tag = tags[i]?.tag ?? "mark";
    if (tag === "preposition") {
      const noun = tags[i - 1]?.tag;
      if ((noun === "noun" || noun === "name") && isPlural(tokens[i - 1]?.lower ?? "", noun))
        return wordIsLast(tokens, i - 1);
      continue;
    }
    if (!/^(?:noun|name|determiner|adjective|possessive|number)$/.test(tag)) return false;
  }
  return false;
}

function wordIsLast(tokens: readonly Token[], i: number): boolean {
  return tokens[i]?.kind === "word";
}

/** A plain noun follows: "Russian air power", where the form is a noun itself. */
function bareNoun(next: Token | undefined, words: WordClasses): boolean {
  return next?.kind === "word" && !opensObject(next, words) && !isFunctionWord(next.lower, words);
}

function opensObject(next: Token, words: WordClasses): boolean {
  const named = ["article", "determiner", "possessive", "partitive", "place-pronoun"].some((name) =>
    words.has(name, next.lower),
  );
  return named || next.kind === "number" || /^\p{Lu}/u.test(next.text);
}

/** After "will" or "to" a base form is a verb; after "is" it is a noun ("is control"). */
function baseAfter(auxiliary: string, verb: Tagged, words: WordClasses): Tagged {
  if (words.has("be", auxiliary) || words.has("have", auxiliary))
    return {
      ...verb,
      tag: verb.verb?.shape === "base" && isItsOwnParticiple(verb.verb.lemma) ? "verb" : "noun",
    };
  return verb;
}

/** "has become", "had overrun": the participle looks like the base form. */
function isItsOwnParticiple(lemma: string): boolean {
  return /(?:come|run)$/.test(lemma);
}

function isPlural(word: string, tag: Tag | undefined): boolean {
  return (
    tag === "name" || word.endsWith("s") || /^(?:people|men|women|troops|police|militia|taliban)$/.test(word)
  );
}

function isFunctionWord(word: string, words: WordClasses): boolean {
  return (
    [
      "preposition",
      "conjunction",
      "determiner",
      "possessive",
      "relative",
      "subordinator",
      "be",
      "have",
      "modal",
      "subject-pronoun",
      "adverb",
      "negation",
    ].some((name) => words.has(name, word)) ||
    word === "to" ||
    word === "that"
  );
}

function skipAdverbs(tags: readonly Tagged[], from: number): number {
  let i = from;
  while (i >= 0 && (tags[i]?.tag === "adverb" || tags[i]?.tag === "negation")) i -= 1;
  return i;
}
