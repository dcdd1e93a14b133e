import type { AccessTarget } from "../../domain/claim.ts";
import { isPassive } from "../numbers/numbers-roles.ts";
import type { TokenRange } from "../types.ts";
import type { PhraseHit } from "../words/phrase-index.ts";
import { type View, wordAt } from "../words/view.ts";
import type { AccessLexicon, StatusWord } from "./access-lexicon.ts";

/** What is open or closed, and the words that name it. */
export interface Target extends TokenRange {
  /** The pronoun that stands for it. */
  readonly pronoun?: TokenRange;
  readonly target: AccessTarget;
  readonly word: string;
}

type Hit = PhraseHit<StatusWord>;

/** The thing that a word of opening or closing is about; `undefined` when it is about anything else. */
export function targetOf(view: View, lexicon: AccessLexicon, hit: Hit): Target | undefined {
  switch (hit.row.use) {
    case "whole":
      return { from: hit.from, to: hit.to, target: "area", word: "curfew" };
    case "active":
      return ahead(view, lexicon, hit.to);
    case "intransitive":
      return subject(view, lexicon, hit);
    case "state":
      return isStated(view, hit.from) ? subject(view, lexicon, hit) : undefined;
    case "noun":
      return wordAt(view, hit.to) === "of"
        ? ahead(view, lexicon, hit.to + 1)
        : ownBefore(view, lexicon, hit.from);
    case "verb": {
      const passive = isPassive(view.tokens, hit.from) || isStated(view, hit.from);
      const object = passive ? undefined : ahead(view, lexicon, hit.to);
      if (object) return object;
      if (!passive && /^(?:it|them)$/.test(wordAt(view, hit.to))) return meantBefore(view, lexicon, hit.to);
      if (isActiveOnly(view, hit, passive)) return undefined;
      return subject(view, lexicon, hit);
    }
  }
}

/** What stands before the word, what its relative clause hangs on, or what "it" means. */
function subject(view: View, lexicon: AccessLexicon, hit: Hit): Target | undefined {
  const clause = view.analysis.clauses.findLast(({ from, to }) => from <= hit.from && hit.from < to);
  const pronoun =
    clause?.subject &&
    clause.subject.to - clause.subject.from === 1 &&
    /^(?:it|they)$/.test(wordAt(view, clause.subject.from));
  if (pronoun) return meantBefore(view, lexicon, clause.subject?.from ?? hit.from);
  const hung = clause?.role === "relative" ? clause.antecedent : undefined;
  return behind(view, lexicon, hit.from) ?? (hung && behind(view, lexicon, hung.to));
}

const LOOK_BACK = 2;

/** The last thing named before in the sentence or the two sentences before: what "it" means. */
function meantBefore(view: View, lexicon: AccessLexicon, at: number): Target | undefined {
  const own = earlier(view, lexicon, at);
  if (own) return { ...own, pronoun: { from: at, to: at + 1 } };
  const here = view.analysis.sentence.index;
  for (let back = 1; back <= LOOK_BACK; back += 1) {
    const before = view.report.sentences[here - back];
    if (!before) return undefined;
    const { tokens } = before.sentence;
    for (let i = tokens.length - 1; i >= 0; i -= 1) {
      const hit = lexicon.targets.at(tokens, i);
      if (hit && /^(?:road|crossing|airport)$/.test(hit.row.target) && !isPlural(tokens[hit.to - 1]?.lower))
        return {
          from: at,
          to: at + 1,
          target: hit.row.target as AccessTarget,
          word: tokens[hit.to - 1]?.lower ?? "",
        };
    }
  }
  return undefined;
}

function isPlural(word: string | undefined): boolean {
  return word?.endsWith("s") ?? false;
}

/** "Gunmen closed the shops": an object stands there that is no target. */
function isActiveOnly(view: View, hit: Hit, passive: boolean): boolean {
  return (
    !passive &&
    /^(?:determiner|possessive|number|name)$/.test(view.tags[hit.to]?.tag ?? "") &&
    !view.dayAt(hit.to)
  );
}

const COPULAS = new Set(
  "is are was were be been being remain remains remained stay stays stayed still again now currently fully kept keep keeps keeping reported also not yet 's left".split(
    " ",
  ),
);

function isStated(view: View, at: number): boolean {
  return COPULAS.has(wordAt(view, at - 1));
}

const STOPS = new Set([
  ";",
  ":",
  "that",
  "which",
  "who",
  "when",
  "while",
  "after",
  "before",
  "because",
  "if",
  "but",
  "said",
  "says",
  "(",
  ")",
  '"',
]);

/** The target in the noun phrase that begins at `at`. */
function ahead(view: View, lexicon: AccessLexicon, at: number): Target | undefined {
  for (let i = at; i < Math.min(view.tokens.length, at + 9); i += 1) {
    const here = wordAt(view, i);
    if (
      STOPS.has(here) ||
      here === "," ||
      (view.tags[i]?.tag === "verb" && !lexicon.targets.at(view.tokens, i))
    )
      return undefined;
    if (here === "to" && view.placeAt(i - 1) && view.placeAt(i + 1)) continue;
    if (/^(?:in|to|from|for|with|by|at|until|during|on)$/.test(here) && i > at) return undefined;
    const found = targetAt(view, lexicon, i, at);
    if (found) return found.target === "none" ? undefined : toTarget(view, found);
  }
  return undefined;
}

const DASH = /^(?:—|–|--)$/;
const LINKING = /^(?:linking|connecting|leading|joining|running)$/;

/** "closed the airport and all roads": what is joined to the object. */
export function joinedTo(view: View, lexicon: AccessLexicon, { to }: Target): readonly Target[] {
  if (wordAt(view, to) !== "and") return [];
  for (let i = to + 1; i < to + 5; i += 1) {
    if (view.tags[i]?.tag === "verb" && !lexicon.targets.at(view.tokens, i)) return [];
    const found = targetAt(view, lexicon, i, to + 1);
    const target = found && toTarget(view, found);
    if (target) return [target];
  }
  return [];
}

/** The last target of the subject: the one whose phrase reaches the word over prepositional phrases and auxiliaries. */
function behind(view: View, lexicon: AccessLexicon, at: number): Target | undefined {
  let found: ReturnType<typeof targetAt>;
  for (let i = at - 1; i >= Math.max(0, at - 30); i -= 1) {
    const here = wordAt(view, i);
    if (DASH.test(here)) {
      const opening = view.tokens.findLastIndex(({ lower }, j) => j < i && DASH.test(lower));
      if (opening < 0) break;
      i = opening;
      continue;
    }
    if (
      STOPS.has(here) ||
      (view.tags[i]?.tag === "verb" &&
        !LINKING.test(here) &&
        !lexicon.targets.at(view.tokens, i) &&
        i < at - 4)
    )
      break;
    const one = targetAt(view, lexicon, i, i);
    const wider = one && found && one.from < found.from && one.to >= found.to;
    if (one && (!found || wider || isHeadOf(view, one, found))) found = one;
  }
  return found && found.target !== "none" ? toTarget(view, found) : undefined;
}

/** In "the road to the airport" the road is meant: its phrase goes on with a preposition that leads to the other. */
function isHeadOf(view: View, one: TokenRange, inner: TokenRange): boolean {
  const next = wordAt(view, one.to);
  if (one.to > inner.from) return false;
  for (let i = one.to; i < inner.from; i += 1)
    if (wordAt(view, i) === "," || wordAt(view, i) === "and") return false;
  return /^(?:to|from|between|of|in|at|into|with|on|linking|connecting|leading)$/.test(next);
}

type Found = TokenRange & { readonly target: AccessTarget | "none"; readonly word: string };

/** A target word, or a name that the gazetteer knows as a crossing or a road. */
function targetAt(view: View, lexicon: AccessLexicon, at: number, from: number): Found | undefined {
  const hit = lexicon.targets.at(view.tokens, at);
  if (hit) return { from, to: hit.to, target: hit.row.target, word: wordAt(view, hit.to - 1) };
  const mention = view.placeAt(at);
  if (mention?.role !== "place" || (mention.level !== "crossing" && mention.level !== "road"))
    return undefined;
  let to = at + 1;
  while (view.placeAt(to) === mention) to += 1;
  return { from: at, to, target: mention.level, word: mention.level };
}

/** "the road's closure", "announced its closure", "the border closure"; "after the closure" tells nothing new. */
function ownBefore(view: View, lexicon: AccessLexicon, at: number): Target | undefined {
  const owner = wordAt(view, at - 1);
  if (/^(?:its|their|the)$/.test(owner)) {
    const told = /^(?:announced|ordered|declared|confirmed|forced|forcing|decreed)$/.test(
      wordAt(view, at - 2),
    );
    if (!told && wordAt(view, at + 1) !== "by") return undefined;
    return earlier(view, lexicon, at - 1) ?? meantBefore(view, lexicon, at - 1);
  }
  const first = owner === "'s" ? at - 2 : at - 1;
  const found = lexicon.targets.at(view.tokens, first) ? targetAt(view, lexicon, first, first) : undefined;
  const told = wordAt(view, view.tags[first - 1]?.tag === "determiner" ? first - 2 : first - 1);
  const background = /^(?:of|after|following|for|to|since|during|from|by|with|despite)$/.test(told);
  return found && !background ? toTarget(view, found) : undefined;
}

function earlier(view: View, lexicon: AccessLexicon, at: number): Target | undefined {
  for (let i = at - 1; i >= 0; i -= 1) {
    const found = targetAt(view, lexicon, i, i);
    if (found && found.target !== "none") return toTarget(view, found);
  }
  return undefined;
}

const BORDER = /^(?:border|frontier|crossing|customs|borders)$/;

/** Gates, posts, checkpoints, trade and traffic count at a border only; a border word or crossing must stand nearby. */
function toTarget(view: View, found: Found): Target | undefined {
  const { target } = found;
  if (target === "none") return undefined;
  const atBorder = ["gate", "gates", "checkpoint", "post", "trade", "traffic"].includes(found.word);
  if (!atBorder) return { ...found, target };
  const here = view.analysis.sentence.index;
  const near = view.report.sentences
    .slice(Math.max(0, here - LOOK_BACK), here + 1)
    .some(
      ({ sentence, places }) =>
        sentence.tokens.some(({ lower }) => BORDER.test(lower)) ||
        places.some(({ level, role }) => role === "place" && level === "crossing"),
    );
  return near ? { ...found, target } : undefined;
}
