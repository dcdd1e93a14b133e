import type { Token, TokenRange } from "../types.ts";

export const AUXILIARIES =
  /^(?:as|good|has|have|had|also|later|earlier|then|again|meanwhile|even|only|just|still|already|not|n't|never|publicly|openly|long|quickly|promptly|immediately|repeatedly|however|did|does|do|will|would|could|might|may|can|officially|first|too|since|now|all|both|separately|independently|all)$/;
export const BOUNDARY =
  /^(?:[,;:"“”()[\]—–-]|--|\.\.\.|…|that|which|whom|while|although|though|but|because|as|if|when|where|after|before|since|until|whereas|so|than|yet)$/;
/** Nouns for speakers that a clause may describe: "the charity that employs them". */
const NOUN_BEFORE =
  /^(?:charity|agency|group|organisation|organization|company|m[ae]n|wom[ae]n|people|residents?|witness(?:es)?|sources?|doctors?|medics?|activists?|officers?|soldiers?|fighters?|officials?|ministry|party|mission)$/;
const STOPS_INVERTED =
  /^(?:[.;:"?!]|who|which|whose|whom|that|after|as|when|while|adding|saying|but|although|during|amid|because)$/;
const LONGEST_INVERTED = 18;
const LONGEST_APPOSITION = 18;

/**
 * From `from` to a stop word or mark; one comma is crossed where an apposition follows it, which at the opening of a
 * sentence a second comma must close.
 */
export function nounPhrase(tokens: readonly Token[], from: number, opensSentence = false): TokenRange {
  let to = from;
  let commas = 0;
  while (to < tokens.length && to - from < LONGEST_INVERTED) {
    const word = tokens[to]!.lower;
    const abbreviated = word === "." && ABBREVIATED.test(tokens[to - 1]?.lower ?? "");
    if (STOPS_INVERTED.test(word) && to > from && !abbreviated) break;
    if (word === ",") {
      const next = tokens[to + 1];
      const apposition = next && isApposition(tokens, to + 1);
      const open =
        opensSentence && !tokens.slice(to + 1, to + LONGEST_APPOSITION).some(({ lower }) => lower === ",");
      if (!apposition || commas > 0 || open) break;
      commas += 1;
    }
    if (
      /^(?:in|on|at)$/.test(word) &&
      /^(?:a|monday|tuesday|wednesday|thursday|friday|saturday|sunday|twitter|facebook)$/.test(
        tokens[to + 1]?.lower ?? "",
      )
    )
      break;
    if (/^(?:he|she|it|they|there|had|has|have|was|were|is|are|on)$/.test(word) && to > from) break;
    to += 1;
  }
  return { from, to };
}

const ABBREVIATED = /^(?:col|gen|lt|maj|brig|capt|sgt|dr|mr|mrs|ms|sen|gov|st|rev|prof)$/;
const OFFICE =
  /^(?:spokes(?:man|woman|person)|commander|head|chief|leader|official|resident|member|officer|governor|mayor|director|minister)$/;

/** "…, a teacher", "…, Mayor of X", "…, the front's military spokesman". */
function isApposition(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at]!;
  if (/^(?:a|an|the|deputy|who)$/.test(first.lower) || /^\p{Lu}/u.test(first.text)) return true;
  return tokens.slice(at, at + 5).some(({ lower }) => OFFICE.test(lower));
}

/** The noun phrase before a verb, its apposition included. */
export function subjectBefore(tokens: readonly Token[], verb: number): TokenRange | undefined {
  let to = verb;
  while (to > 0 && AUXILIARIES.test(tokens[to - 1]!.lower)) to -= 1;
  if (to === 0) return undefined;
  if (tokens[to - 1]!.lower === ")") to = bracketOpening(tokens, to) ?? to;
  if (tokens[to - 1]!.lower === ",") {
    const comma = commaBefore(tokens, to - 1);
    if (comma === undefined) return undefined;
    const inner = walkBack(tokens, comma);
    const outer = nameBefore(tokens, inner) ?? inner;
    return outer < comma ? { from: outer, to: to - 1 } : undefined;
  }
  const from = walkBack(tokens, to);
  if (to - from === 1 && tokens[from]!.lower === "who") return antecedent(tokens, from);
  if (from === to && tokens[to - 1]!.lower === "which") return antecedent(tokens, to - 1);
  if (from < to && opensRelative(tokens, from)) return antecedent(tokens, from - 1);
  const name = nameBefore(tokens, from);
  if (name !== undefined) return { from: name, to };
  return from < to ? { from, to } : undefined;
}

/** Where a short pair of brackets opens that ends before `to`: "the Sudan Liberation Army (SLA) said". */
function bracketOpening(tokens: readonly Token[], to: number): number | undefined {
  for (let at = to - 2; at > 0 && to - at <= LONGEST_BRACKETS; at -= 1)
    if (tokens[at]!.lower === "(") return at;
  return undefined;
}

const LONGEST_BRACKETS = 6;

/** "the force that has been fighting for X said": what stands before the verb describes who speaks. */
function opensRelative(tokens: readonly Token[], at: number): boolean {
  return (
    /^(?:that|which|who)$/.test(tokens[at - 1]?.lower ?? "") &&
    /^(?:has|have|had|is|are|was|were)$/.test(tokens[at]?.lower ?? "")
  );
}

/** "Ann Lee, a spokeswoman for the agency said": where the name begins whose apposition no comma closes. */
function nameBefore(tokens: readonly Token[], from: number): number | undefined {
  if (tokens[from - 1]?.lower !== "," || !/^(?:a|an|the|its)$/.test(tokens[from]?.lower ?? ""))
    return undefined;
  const start = walkBack(tokens, from - 1);
  const length = from - 1 - start;
  const named = tokens.slice(start, from - 1).every(({ text }) => /^\p{Lu}/u.test(text));
  if (isLongName(tokens, start, from - 1)) return start;
  return named && length >= 2 && length <= 5 ? start : undefined;
}

/** The comma that opens the apposition ending at the comma `close`. */
function commaBefore(tokens: readonly Token[], close: number): number | undefined {
  for (let at = close - 1; at > 0 && close - at < LONGEST_APPOSITION; at -= 1) {
    const word = tokens[at]!.lower;
    if (word === ",") return close - at > 1 ? at : undefined;
    if (/^[;:"]$/.test(word)) return undefined;
  }
  return undefined;
}

const OPENS_NOUN = /^(?:for|by|with|to|from|against|among|between|over|on)$/;

/** Whom "who" means: the noun phrase before it. */
function antecedent(tokens: readonly Token[], who: number): TokenRange | undefined {
  const to = tokens[who - 1]?.lower === "," ? who - 1 : who;
  let from = walkBack(tokens, to);
  for (let at = to - 1; at > from; at -= 1) {
    const owner = tokens[at]!.lower === "of" && /^(?:the|a|an|its)$/.test(tokens[at + 1]?.lower ?? "");
    if (owner || OPENS_NOUN.test(tokens[at]!.lower)) from = at + 1;
  }
  return from < to ? { from, to } : undefined;
}

/** The start of the phrase that ends before `to`; "and" is crossed only between two short nouns. */
function walkBack(tokens: readonly Token[], to: number): number {
  let from = to;
  while (from > 0) {
    const word = tokens[from - 1]!.lower;
    if (
      /^(?:that|which|who)$/.test(word) &&
      from > 1 &&
      to - from >= 1 &&
      NOUN_BEFORE.test(tokens[from - 2]!.lower)
    ) {
      from -= 1;
      continue;
    }
    const opening = word === ")" ? bracketOpening(tokens, from) : undefined;
    if (opening !== undefined) {
      from = opening;
      continue;
    }
    const demonstrative = word === "that" && tokens[from - 2]?.lower === ",";
    if (BOUNDARY.test(word) && !demonstrative) break;
    if (word === "and" || word === "or") {
      const other = walkBack(tokens, from - 1);
      const short = from - 1 - other;
      if (from === to || short === 0 || (short > 5 && !isLongName(tokens, other, from - 1))) break;
      return other;
    }
    from -= 1;
  }
  return from;
}

/** "The ethnic National Democratic Alliance Army (NDAA)": capitals, but for an article and a word. */
function isLongName(tokens: readonly Token[], from: number, to: number): boolean {
  const words = tokens.slice(from, to).filter(({ kind }) => kind === "word");
  return words.length > 3 && words.filter(({ text }) => !/^\p{Lu}/u.test(text)).length <= 1;
}
