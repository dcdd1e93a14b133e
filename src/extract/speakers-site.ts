import type { SpeakerLexicon } from "./speakers-lexicon.ts";
import type { Token, TokenRange } from "./types.ts";

/** A place in a sentence where somebody's words are told. Ranges are of its tokens, half-open. */
export interface ReportingSite {
  readonly manner: "say" | "claim" | "admit" | "deny" | "doubt";
  /** The words that tell, for example the verb or "according to". */
  readonly at: TokenRange;
  /** Who speaks; absent when the subject of the site before it is meant ("…, but said that"). */
  readonly subject?: TokenRange;
  /** Who handed it on: "AFP quoted …". */
  readonly relay?: TokenRange;
  /** Subject stands after the verb: "said the mayor". */
  readonly inverted: boolean;
  /** Opens with "while", "although": its content ends with its clause. */
  readonly subordinate: boolean;
  readonly needsSpeaker: boolean;
  readonly hearer: boolean;
}

const AUXILIARIES =
  /^(?:as|good|has|have|had|also|later|earlier|then|again|meanwhile|even|only|just|still|already|not|n't|never|publicly|openly|quickly|promptly|immediately|repeatedly|however|did|does|do|will|would|could|might|may|can|officially|first|too|since|now|all|both|separately|independently|all)$/;
const BE = /^(?:is|are|was|were|be|been|being)$/;
const DETERMINERS =
  /^(?:the|a|an|his|her|its|their|this|that|these|those|no|any|some|such|'s|of|by|latest|earlier|to)$/;
const BOUNDARY =
  /^(?:[,;:"“”()[\]—–-]|--|\.\.\.|…|that|which|whom|while|although|though|but|because|as|if|when|where|after|before|since|until|whereas|so|than|yet)$/;
/** Nouns for speakers that a clause may describe: "the charity that employs them". */
const NOUN_BEFORE =
  /^(?:charity|agency|group|organisation|organization|company|man|woman|people|residents?|officials?|ministry|party|mission)$/;
const PRONOUNS = /^(?:he|she|it|they|who|we|i)$/;
const STOPS_INVERTED =
  /^(?:[.;:"?!]|who|which|whose|whom|that|after|as|when|while|adding|saying|but|although|during|amid|because)$/;
const LONGEST_INVERTED = 18;

/** The sites of a sentence in order. `quoted[i]`: token `i` stands within quotation marks. */
export function reportingSites(
  tokens: readonly Token[],
  quoted: readonly boolean[],
  lexicon: SpeakerLexicon,
): readonly ReportingSite[] {
  const found: ReportingSite[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (quoted[at]) continue;
    const site =
      accordingTo(tokens, at) ?? quotedAs(tokens, at) ?? verbSite(tokens, at, lexicon, found.length > 0);
    if (!site) continue;
    found.push(site);
    at = Math.max(at, site.at.to - 1, site.inverted && site.subject ? site.subject.to - 1 : 0);
  }
  return found;
}

/** "according to", "by his account", "in the words of", "citing". */
function accordingTo(tokens: readonly Token[], at: number): ReportingSite | undefined {
  const word = tokens[at]!.lower;
  const base = {
    manner: "say",
    inverted: true,
    subordinate: false,
    needsSpeaker: false,
    hearer: false,
  } as const;
  if (word === "according" && tokens[at + 1]?.lower === "to") {
    return { ...base, at: { from: at, to: at + 2 }, subject: nounPhrase(tokens, at + 2) };
  }
  if (word === "citing" || word === "quoting") {
    const subject = nounPhrase(tokens, at + 1);
    return { ...base, at: { from: at, to: at + 1 }, subject, needsSpeaker: true };
  }
  if (word === "by" || word === "in" || word === "on") {
    const from = at + 1;
    for (let to = from + 1; to < Math.min(tokens.length, from + 7); to += 1) {
      if (BOUNDARY.test(tokens[to]!.lower)) return undefined;
      if (!/^(?:account|accounts|telling|version|words)$/.test(tokens[to]!.lower)) continue;
      const own = tokens[to - 1]!.lower;
      if (own !== "'s" && own !== "'" && !/^(?:his|her|its|their)$/.test(own)) return undefined;
      return { ...base, at: { from: at, to: to + 1 }, subject: { from, to } };
    }
  }
  return undefined;
}

/** "AFP quoted a councillor as saying", "a councillor was quoted by AFP as saying". */
function quotedAs(tokens: readonly Token[], at: number): ReportingSite | undefined {
  if (!/^(?:quoted|quotes|quote|cited|cites)$/.test(tokens[at]!.lower)) return undefined;
  const end = tokens.findIndex(
    (token, index) => index > at && /^(?:saying|telling|declaring)$/.test(token.lower),
  );
  if (end < 0 || end - at > 25) return undefined;
  const as = tokens[end - 1]!.lower === "as" ? end - 1 : end;
  const passive = BE.test(tokens[at - 1]?.lower ?? "") || /^(?:been|,)$/.test(tokens[at - 1]?.lower ?? "");
  const before = subjectBefore(tokens, passive ? at - 1 : at);
  const after = { from: tokens[at + 1]?.lower === "by" ? at + 2 : at + 1, to: as };
  const subject = passive ? before : after;
  const relay = passive ? (after.to > after.from ? after : undefined) : before;
  if (!subject) return undefined;
  return {
    manner: "say",
    at: { from: at, to: end + 1 },
    subject,
    ...(relay && { relay }),
    inverted: false,
    subordinate: false,
    needsSpeaker: false,
    hearer: false,
  };
}

function verbSite(
  tokens: readonly Token[],
  at: number,
  lexicon: SpeakerLexicon,
  follows: boolean,
): ReportingSite | undefined {
  const verb = lexicon.verb(tokens[at]!.lower, tokens[at + 1]?.lower ?? "");
  const prior = tokens[at - 1]?.lower ?? "";
  if (!verb || DETERMINERS.test(prior)) return undefined;
  const next = tokens[at + 1]?.lower ?? "";
  const common = {
    manner: verb.manner,
    at: { from: at, to: at + 1 },
    needsSpeaker: verb.needsSpeaker,
    hearer: verb.hearer,
  };
  const inverted = verb.inverts ? invertedSubject(tokens, at, lexicon) : undefined;
  if (inverted && (!verb.maybeNoun || prior === '"'))
    return { ...common, subject: inverted, inverted: true, subordinate: false };
  if (/ing$/.test(tokens[at]!.lower)) {
    if (!follows && prior !== "statement" && next !== "that") return undefined;
    return { ...common, inverted: false, subordinate: false };
  }
  let last = at - 1;
  while (last >= 0 && AUXILIARIES.test(tokens[last]!.lower)) last -= 1;
  if (BE.test(tokens[last]?.lower ?? "")) return undefined;
  const subject = subjectBefore(tokens, at);
  if (!subject) {
    const shared = follows && /^(?:and|but|,|then)$/.test(tokens[last]?.lower ?? "");
    return shared && !verb.maybeNoun ? { ...common, inverted: false, subordinate: false } : undefined;
  }
  if (verb.maybeNoun && !PRONOUNS.test(tokens[subject.to - 1]!.lower) && !takesContent(next))
    return undefined;
  const opener = tokens[subject.from - 1]?.lower ?? "";
  return {
    ...common,
    subject,
    inverted: false,
    subordinate: /^(?:while|although|though|as|whereas|after|when)$/.test(opener),
  };
}

const takesContent = (next: string): boolean =>
  /^(?:that|to|the|a|an|its|their|they|it|he|she|on|full|complete|total|control|victory|\d.*)$/.test(next) ||
  next === '"';

/** "…, said Colonel X, the commander": a noun phrase after a verb that a mark or the sentence's start precedes. */
function invertedSubject(
  tokens: readonly Token[],
  at: number,
  lexicon: SpeakerLexicon,
): TokenRange | undefined {
  const prior = tokens[at - 1]?.lower;
  if (prior !== undefined && !/^(?:[,":;—–-]|so|--|\?|!)$/.test(prior)) return undefined;
  const first = tokens[at + 1];
  if (first?.kind !== "word") return undefined;
  const named = /^\p{Lu}/u.test(first.text);
  const noun =
    /^(?:the|a|an|his|her|its|their|one|two|three|some|several|another|other|local|residents|officials|witnesses|sources|police)$/;
  const role = [1, 2, 3, 4].some((step) =>
    lexicon.noun(
      tokens.slice(at, at + 9).map((token) => token.lower),
      step,
    ),
  );
  if (!named && !noun.test(first.lower) && !role) return undefined;
  if (prior === undefined && !named) return undefined;
  return nounPhrase(tokens, at + 1);
}

/** From `from` to a stop word or mark; one comma is crossed where an apposition follows it. */
function nounPhrase(tokens: readonly Token[], from: number): TokenRange {
  let to = from;
  let commas = 0;
  while (to < tokens.length && to - from < LONGEST_INVERTED) {
    const word = tokens[to]!.lower;
    if (STOPS_INVERTED.test(word) && to > from) break;
    if (word === ",") {
      const next = tokens[to + 1];
      const apposition =
        next &&
        (/^(?:a|an|the|head|spokesman|spokeswoman|deputy|chief|who)$/.test(next.lower) ||
          /^\p{Lu}/u.test(next.text));
      if (!apposition || commas > 0) break;
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

/** The noun phrase before a verb, its apposition included. */
function subjectBefore(tokens: readonly Token[], verb: number): TokenRange | undefined {
  let to = verb;
  while (to > 0 && AUXILIARIES.test(tokens[to - 1]!.lower)) to -= 1;
  if (to === 0) return undefined;
  if (tokens[to - 1]!.lower === ",") {
    const inner = walkBack(tokens, to - 1);
    if (inner === to - 1 || tokens[inner - 1]?.lower !== ",") return undefined;
    const outer = walkBack(tokens, inner - 1);
    return outer < inner - 1 ? { from: outer, to: to - 1 } : undefined;
  }
  const from = walkBack(tokens, to);
  if (to - from === 1 && tokens[from]!.lower === "who") return antecedent(tokens, from);
  return from < to ? { from, to } : undefined;
}

/** Whom "who" means: the noun phrase before it. */
function antecedent(tokens: readonly Token[], who: number): TokenRange | undefined {
  const to = tokens[who - 1]?.lower === "," ? who - 1 : who;
  const from = walkBack(tokens, to);
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
    if (BOUNDARY.test(word)) break;
    if (word === "and" || word === "or") {
      const other = walkBack(tokens, from - 1);
      const short = from - 1 - other;
      if (from === to || short === 0 || short > 5 || tokens[other - 1]?.lower === ",") break;
      return other;
    }
    from -= 1;
  }
  return from;
}
