import type { ActorRow, Alias, NounRow, StateRow } from "./actor-rows.ts";
import { keyOf, type Word, wordsOf } from "./words.ts";

/** What a run of words may mean before the context is asked. */
export type Meaning =
  | { readonly kind: "actor"; readonly actor: ActorRow; readonly alias: Alias }
  | { readonly kind: "leader"; readonly actor: ActorRow; readonly alias: Alias }
  | { readonly kind: "demonym" | "people" | "country" | "capital" | "organ"; readonly state: StateRow }
  | { readonly kind: "noun"; readonly noun: NounRow };

interface Entry {
  readonly meaning: Meaning;
  /** Case that each word must at least have; so "IS" is not "is". */
  readonly cases: readonly Word["letterCase"][];
}

interface Node {
  readonly next: Map<string, Node>;
  readonly entries: Entry[];
}

/** Words `from` to `to` (half-open) of a text and all that they may mean, by their longest match. */
export interface Hit {
  readonly from: number;
  readonly to: number;
  readonly meanings: readonly Meaning[];
}

export interface NameTrie {
  /** Hits in order, none overlapping; at each word the longest name wins of those that may be meant. */
  hits(words: readonly Word[], mayBeMeant?: (meanings: readonly Meaning[]) => boolean): readonly Hit[];
}

/** All names in one tree of words: one pass over a text finds them, however many there are. */
export function nameTrie(names: readonly (readonly [name: string, meaning: Meaning])[]): NameTrie {
  const root: Node = { next: new Map(), entries: [] };
  for (const [name, meaning] of names) add(root, name, meaning);
  return {
    hits(words, mayBeMeant = () => true) {
      const found: Hit[] = [];
      let at = 0;
      while (at < words.length) {
        const hit = root.next.has(words[at]!.key) ? longest(root, words, at, mayBeMeant) : undefined;
        if (hit) found.push(hit);
        at = hit ? hit.to : at + 1;
      }
      return found;
    },
  };
}

function add(root: Node, name: string, meaning: Meaning): void {
  const words = wordsOf(name);
  let node = root;
  for (const word of words) {
    const key = keyOf(word.key);
    let next = node.next.get(key);
    if (!next) {
      next = { next: new Map(), entries: [] };
      node.next.set(key, next);
    }
    node = next;
  }
  if (node !== root) node.entries.push({ meaning, cases: words.map((word) => word.letterCase) });
}

function longest(
  root: Node,
  words: readonly Word[],
  from: number,
  mayBeMeant: (meanings: readonly Meaning[]) => boolean,
): Hit | undefined {
  let node: Node | undefined = root;
  let best: Hit | undefined;
  for (let at = from; at < words.length; at++) {
    node = node.next.get(words[at]!.key);
    if (!node) break;
    if (node.entries.length > 0) {
      const meanings = node.entries.filter((entry) => fits(entry, words, from)).map((entry) => entry.meaning);
      if (meanings.length > 0 && mayBeMeant(meanings)) best = { from, to: at + 1, meanings };
    }
    if (!words[at]!.joined) break;
  }
  return best;
}

/**
 * A name in capitals of up to three letters must stand in capitals ("IS"), a longer one at least begin with one
 * ("Isis"); a capital of the name is one in the text; small words and small letters match any case.
 */
function fits(entry: Entry, words: readonly Word[], from: number): boolean {
  return entry.cases.every((wanted, index) => {
    const word = words[from + index]!;
    if (wanted === "lower" || SMALL_WORDS.has(word.key)) return true;
    if (wanted === "upper" && word.key.length <= 3) return word.letterCase === "upper";
    return word.letterCase !== "lower";
  });
}

const SMALL_WORDS: ReadonlySet<string> = new Set([
  "al",
  "ad",
  "an",
  "as",
  "ash",
  "ar",
  "el",
  "ag",
  "of",
  "the",
]);
