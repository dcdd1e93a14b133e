import type { Quantifier } from "../../domain/claim.ts";
import { isHyphen, type Word, wordAfter, wordBefore } from "./numbers-text.ts";

export interface Quantified {
  readonly quantifier: Quantifier;
  /** Start of the words before, or end of the words after, the number. */
  readonly at: number;
}

/** Last word of a phrase -> the words that must stand before it (nearest last; "" = none needed) and what it means. */
const BEFORE: ReadonlyMap<string, readonly (readonly [string, Quantifier])[]> = new Map(
  Object.entries({
    least: [
      ["at", "at-least"],
      ["at the", "at-least"],
      ["at the very", "at-least"],
    ],
    minimum: [["a", "at-least"]],
    most: [
      ["at", "at-most"],
      ["at the", "at-most"],
    ],
    than: [
      ["no fewer", "at-least"],
      ["no less", "at-least"],
      ["not less", "at-least"],
      ["not fewer", "at-least"],
      ["no more", "at-most"],
      ["not more", "at-most"],
      ["fewer", "at-most"],
      ["less", "at-most"],
      ["more", "more-than"],
      ["greater", "more-than"],
      ["higher", "more-than"],
      ["other", "exact"],
    ],
    over: [["", "more-than"]],
    above: [["", "more-than"]],
    exceeding: [["", "more-than"]],
    exceeds: [["", "more-than"]],
    exceeded: [["", "more-than"]],
    surpassed: [["", "more-than"]],
    passed: [
      ["has", "more-than"],
      ["have", "more-than"],
      ["had", "more-than"],
    ],
    excess: [["in", "more-than"]],
    of: [
      ["in excess", "more-than"],
      ["upwards", "more-than"],
      ["upward", "more-than"],
      ["north", "more-than"],
      ["a total", "exact"],
      ["a minimum", "at-least"],
      ["a maximum", "at-most"],
      ["the order", "about"],
    ],
    at: [["estimated", "about"]],
    nearly: [["", "nearly"]],
    almost: [["", "nearly"]],
    nearing: [["", "nearly"]],
    approaching: [["", "nearly"]],
    to: [
      ["close", "nearly"],
      ["near", "nearly"],
      ["up", "at-most"],
    ],
    some: [["", "about"]],
    about: [["", "about"]],
    around: [["", "about"]],
    roughly: [["", "about"]],
    approximately: [["", "about"]],
    circa: [["", "about"]],
    perhaps: [["", "about"]],
    estimated: [["", "about"]],
    under: [
      ["just", "nearly"],
      ["", "at-most"],
    ],
    below: [["", "at-most"]],
    many: [["as", "at-most"]],
    much: [["as", "at-most"]],
    high: [["as", "at-most"]],
    few: [["as", "at-least"]],
    exactly: [["", "exact"]],
    precisely: [["", "exact"]],
    only: [["", "exact"]],
    just: [["", "exact"]],
  } satisfies Record<string, readonly (readonly [string, Quantifier])[]>),
);

const FILLERS = new Set(["another", "additional", "further", "other", "a", "an"]);
/** "took over 12 districts": the word belongs to the verb. */
const PARTICLE_VERBS = new Set(
  "take takes took taken taking hand hands handed handing turned win won".split(" "),
);

/** The quantifier before a number that begins at `start`: "at least", "more than another", "as many as" … */
export function quantifierBefore(text: string, start: number): Quantified | undefined {
  let word = wordBefore(text, start);
  for (let fillers = 0; word && fillers < 2 && FILLERS.has(word.lower); fillers++)
    word = wordBefore(text, word.start);
  if (!word) return undefined;
  const last = word.lower === "as" ? wordBefore(text, word.start) : word;
  if (!last) return undefined;
  for (const [needed, quantifier] of BEFORE.get(last.lower) ?? []) {
    const at = matchedBefore(text, last, needed);
    if (at !== undefined && !isParticle(text, last)) return widened(text, { quantifier, at });
  }
  return undefined;
}

function matchedBefore(text: string, last: Word, needed: string): number | undefined {
  if (needed === "") return last.start;
  let at = last.start;
  for (const part of needed.split(" ").reverse()) {
    const word = wordBefore(text, at);
    if (word?.lower !== part) return undefined;
    at = word.start;
  }
  return at;
}

function isParticle(text: string, last: Word): boolean {
  if (last.lower !== "over") return false;
  const verb = wordBefore(text, last.start);
  return verb !== undefined && PARTICLE_VERBS.has(verb.lower);
}

const WIDENERS = new Set(["well", "just", "slightly", "an", "far"]);

/** "well over", "an estimated", and a stronger phrase further out: "at least some". */
function widened(text: string, found: Quantified): Quantified {
  const before = wordBefore(text, found.at);
  if (before && WIDENERS.has(before.lower)) return widened(text, { ...found, at: before.start });
  const outer =
    before && BEFORE.has(before.lower) && found.quantifier === "about"
      ? quantifierBefore(text, found.at)
      : undefined;
  return outer ?? found;
}

/** "or so", "or more", "-plus", "+", "at least", "-odd" after a number that ends at `end`. */
export function quantifierAfter(text: string, end: number): Quantified | undefined {
  if (text.charCodeAt(end) === 43) return { quantifier: "at-least", at: end + 1 };
  const hyphen = isHyphen(text.charCodeAt(end));
  const first = wordAfter(text, hyphen ? end + 1 : end);
  if (!first) return undefined;
  if (first.lower === "plus" && hyphen) return { quantifier: "at-least", at: first.end };
  if (first.lower === "odd") return { quantifier: "about", at: first.end };
  const second = wordAfter(text, first.end);
  if (!second) return undefined;
  if (first.lower === "or") {
    if (second.lower === "so") return { quantifier: "about", at: second.end };
    if (second.lower === "more") return { quantifier: "at-least", at: second.end };
    if (second.lower === "fewer" || second.lower === "less") return { quantifier: "at-most", at: second.end };
  }
  if (first.lower === "at" && second.lower === "least") return { quantifier: "at-least", at: second.end };
  return undefined;
}
