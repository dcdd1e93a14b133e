import { type View, wordAt } from "../words/view.ts";

/** `possible`: it may come to be; `not`: denied, planned, wished for or prevented. */
export type Reality = "told" | "possible" | "not";

/** Words of a verb group that may stand between an event word and what makes it unreal. */
const BETWEEN =
  /^(?:be|been|being|have|has|had|is|are|was|were|also|and|or|now|already|still|yet|remain|remained|stay|\w+ly)$/;
const REACH = 4;

/**
 * How the event word at the token is told ("could be cut", "were not killed", "no longer held", "failed to free"). "Was
 * reported to have fled" and "managed to flee" are told as done.
 */
export function realityAt(view: View, at: number): Reality {
  for (let i = at - 1; i >= Math.max(0, at - REACH); i -= 1) {
    const before = wordAt(view, i);
    if (before === "to") {
      if (view.tags[i]?.tag !== "to") return "told";
      if (!view.words.has("done-to", wordAt(view, i - 1))) return "not";
      i -= 1;
    } else if (view.words.has("possible", before)) return "possible";
    else if (view.words.has("unreal", before)) return "not";
    else if (before === "longer" && wordAt(view, i - 1) === "no") return "not";
    else if (!BETWEEN.test(before)) return "told";
  }
  return "told";
}

export function isUnreal(view: View, at: number): boolean {
  return realityAt(view, at) !== "told";
}
