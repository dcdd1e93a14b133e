import type { Lexicon } from "./lexicon.ts";
import { type NameSpan, runAround } from "./spans.ts";
import { GAP, type Words } from "./words.ts";

/** What the guards know of the text besides the span. */
export interface GuardContext {
  readonly words: Words;
  readonly lexicon: Lexicon;
  readonly persons: ReadonlySet<string>;
  /** True for words that are themselves names of places or peoples, so that they may stand beside one. */
  readonly placeLike: (key: string) => boolean;
}

export const ORGANISATION_PART = "part of an organisation's name";

/** Why the span is no place name here; `undefined` when nothing speaks against it. */
export function veto(span: NameSpan, weight: number, context: GuardContext): string | undefined {
  const { words, lexicon } = context;
  const single = span.from === span.to;
  const first = words.key(span.from);
  if (single && lexicon.has("calendar", span.key)) return "a day or month";
  if (!single && first === "the" && !words.capital[span.to] && lexicon.cues.has(words.key(span.to))) {
    return "an ordinary noun";
  }
  const located =
    locativeBefore(words, lexicon, span.from) || commaPlaceAfter(context, span) || isCued(context, span);
  if (lexicon.has("organisation", span.key)) return "an organisation";
  const title = words.titleCase(span.from);
  if (single && lexicon.has("ordinary", span.key) && weight < 9 && !isShortName(words, span)) {
    const of = words.key(span.to + 1);
    if (atStart(words, span.from) || title || !located || weight < 4 || of === "of" || of === "for")
      return "an ordinary word";
  }
  if (single && lexicon.has("title", span.key)) return "a title";
  if (title) return personAround(span, context) ? "part of a person's name" : undefined;
  const before = span.from > 0 && words.gap[span.from] === GAP.space ? span.from - 1 : -1;
  if (before >= 0 && words.capital[before] && !words.possessive[before]) {
    const reason = beforeVeto(before, context);
    if (reason) return reason;
  } else if (
    before >= 0 &&
    lexicon.has("title", words.key(before)) &&
    !lexicon.has("locative", words.key(before))
  ) {
    const gap = words.gap[span.from];
    if (gap === GAP.space && !single) return "a person with a title";
    if (gap === GAP.space && weight < 6) return "a person with a title";
  }
  if (
    before > 0 &&
    isParticle(words.key(before)) &&
    words.gap[before] === GAP.space &&
    words.capital[before - 1]
  )
    return "part of a longer name";
  const after = words.gap[span.to + 1] === GAP.space && !words.possessive[span.to] ? span.to + 1 : -1;
  if (after >= 0 && words.capital[after]) {
    const reason = afterVeto(after, span, context);
    if (reason) return reason;
  }
  if (words.gap[span.from] === GAP.hyphen && words.capital[span.from - 1] && weight < 5)
    return "part of a longer name";
  if (single && context.persons.has(first) && !located) return "a person of the report";
  if (single && (lexicon.has("given-name", first) || lexicon.has("surname", first)) && !located && weight < 7)
    return "a person's name";
  return undefined;
}

/** "Mocimboa da Praia" is not Praia. */
function isParticle(key: string): boolean {
  return /^(?:da|do|dos|das|de|di|du|del)$/.test(key);
}

function beforeVeto(before: number, context: GuardContext): string | undefined {
  const { words, lexicon } = context;
  const key = words.key(before);
  if (lexicon.has("direction", key) || lexicon.has("calendar", key) || lexicon.has("function", key))
    return undefined;
  if (lexicon.cues.has(key)) return undefined;
  if (atStart(words, before) && (lexicon.has("ordinary", key) || lexicon.has("locative", key)))
    return undefined;
  if (lexicon.has("title", key)) return "a person with a title";
  if (context.placeLike(key)) return undefined;
  return lexicon.has("given-name", key) ? "part of a person's name" : "part of a longer name";
}

function afterVeto(after: number, span: NameSpan, context: GuardContext): string | undefined {
  const { words, lexicon } = context;
  const key = words.key(after);
  if (key === "department" && words.key(after + 1) === "of") return ORGANISATION_PART;
  if (lexicon.cues.has(key) || lexicon.has("calendar", key) || lexicon.has("title", key)) return undefined;
  if (lexicon.has("part-of-organisation", key)) return ORGANISATION_PART;
  if (lexicon.has("site-modifier", key) || lexicon.has("direction", key)) return undefined;
  if (lexicon.has("organisation", key) || context.placeLike(key)) return undefined;
  const run = runAround(words, span);
  if (lexicon.has("given-name", words.key(run.from)) || lexicon.has("given-name", key))
    return "part of a person's name";
  return lexicon.has("ordinary", key) ? undefined : "part of a longer name";
}

function personAround(span: NameSpan, context: GuardContext): boolean {
  const { words, lexicon } = context;
  const before = span.from - 1;
  return before >= 0 && words.gap[span.from] === GAP.space && lexicon.has("given-name", words.key(before));
}

/** "in X", "captured X", "the town of X"; also over "the", a direction or an adjective of one word. */
export function locativeBefore(words: Words, lexicon: Lexicon, at: number): boolean {
  let before = at - 1;
  for (let steps = 0; steps < 3 && before >= 0; steps++) {
    const gap = words.gap[before + 1];
    if (gap !== GAP.space && gap !== GAP.hyphen) return false;
    const key = words.key(before);
    if (lexicon.has("locative", key)) return true;
    if (key === "of") return before > 0 && lexicon.cues.has(words.key(before - 1));
    if (
      !lexicon.has("direction", key) &&
      key !== "the" &&
      key !== "nearby" &&
      key !== "neighbouring" &&
      key !== "neighboring"
    )
      return false;
    before--;
  }
  return false;
}

/** "Ann township": a small word of level follows. */
function isCued({ words, lexicon }: GuardContext, span: NameSpan): boolean {
  const next = span.to + 1;
  if (words.gap[next] !== GAP.space || words.capital[next] || words.possessive[span.to]) return false;
  return lexicon.cues.has(words.key(next));
}

/** "X, Y" where Y is a known place. */
function commaPlaceAfter(context: GuardContext, span: NameSpan): boolean {
  const { words } = context;
  return (
    words.gap[span.to + 1] === GAP.comma &&
    words.capital[span.to + 1] === true &&
    context.placeLike(words.key(span.to + 1))
  );
}

export function atStart(words: Words, at: number): boolean {
  if (at === 0) return true;
  const gap = words.gap[at];
  if (gap === GAP.sentence || gap === GAP.start) return true;
  return (
    gap === GAP.other &&
    /["“‘(]\s*$/.test(words.text.slice(Math.max(0, (words.start[at] ?? 0) - 2), words.start[at]))
  );
}

/** "US", "UK", "DRC": capitals that no ordinary word has. */
export function isShortName(words: Words, span: NameSpan): boolean {
  const text = words.text.slice(words.start[span.from], words.end[span.to]);
  return text.length < 5 && text.length > 1 && text === text.toUpperCase() && !words.titleCase(span.from);
}
