import type { AccessTarget } from "../../domain/claim.ts";
import { isPassive } from "../numbers/numbers-roles.ts";
import type { TokenRange } from "../types.ts";
import type { PhraseHit } from "../words/phrase-index.ts";
import { type View, wordAt } from "../words/view.ts";
import type { AccessLexicon, StatusWord } from "./access-lexicon.ts";

/** What is open or closed, and the words that name it. */
export interface Target extends TokenRange {
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
      return behind(view, lexicon, hit.from);
    case "state":
      return isStated(view, hit.from) ? behind(view, lexicon, hit.from) : undefined;
    case "noun":
      return wordAt(view, hit.to) === "of"
        ? ahead(view, lexicon, hit.to + 1)
        : ownBefore(view, lexicon, hit.from);
    case "verb": {
      const passive = isPassive(view.tokens, hit.from);
      return (
        (passive ? undefined : ahead(view, lexicon, hit.to)) ??
        (isActiveOnly(view, hit, passive) ? undefined : behind(view, lexicon, hit.from))
      );
    }
  }
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
    if (/^(?:in|to|from|for|with|by|at|until|during|on)$/.test(here) && i > at) return undefined;
    const found = targetAt(view, lexicon, i, at);
    if (found) return found.target === "none" ? undefined : toTarget(view, found);
  }
  return undefined;
}

/** The last target of the subject: the one whose phrase reaches the word over prepositional phrases and auxiliaries. */
function behind(view: View, lexicon: AccessLexicon, at: number): Target | undefined {
  let found: ReturnType<typeof targetAt>;
  for (let i = at - 1; i >= Math.max(0, at - 22); i -= 1) {
    const here = wordAt(view, i);
    if (
      STOPS.has(here) ||
      (view.tags[i]?.tag === "verb" && !lexicon.targets.at(view.tokens, i) && i < at - 4)
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

/** A target word, or a name that the gazetteer knows as a crossing. */
function targetAt(view: View, lexicon: AccessLexicon, at: number, from: number): Found | undefined {
  const hit = lexicon.targets.at(view.tokens, at);
  if (hit) return { from, to: hit.to, target: hit.row.target, word: wordAt(view, hit.to - 1) };
  const mention = view.placeAt(at);
  if (mention?.role !== "place" || mention.level !== "crossing") return undefined;
  let to = at + 1;
  while (view.placeAt(to) === mention) to += 1;
  return { from: at, to, target: "crossing", word: "crossing" };
}

/** "the road's closure", "its closure", "the border closure". */
function ownBefore(view: View, lexicon: AccessLexicon, at: number): Target | undefined {
  if (/^(?:its|their|the|a)$/.test(wordAt(view, at - 1))) {
    const spoken = behind(view, lexicon, at - 1) ?? earlier(view, lexicon, at - 1);
    return spoken;
  }
  return behind(view, lexicon, at);
}

function earlier(view: View, lexicon: AccessLexicon, at: number): Target | undefined {
  for (let i = at - 1; i >= 0; i -= 1) {
    const found = targetAt(view, lexicon, i, i);
    if (found && found.target !== "none") return toTarget(view, found);
  }
  return undefined;
}

const BORDER = /^(?:border|frontier|crossing|customs|borders)$/;

/** Gates, checkpoints, trade and traffic count at a border only; a border word or crossing must stand in the sentence. */
function toTarget(view: View, found: Found): Target | undefined {
  const { target } = found;
  if (target === "none") return undefined;
  const atBorder = ["gate", "gates", "checkpoint", "trade", "traffic"].includes(found.word);
  if (!atBorder) return { ...found, target };
  const near =
    view.tokens.some(({ lower }) => BORDER.test(lower)) ||
    view.analysis.places.some(({ level, role }) => role === "place" && level === "crossing");
  return near ? { ...found, target } : undefined;
}
