import type { Span } from "../domain/span.ts";

export interface Mark extends Span {
  /** Stands inside the brackets: "1" for `[1: … :1]`. */
  readonly label: string;
}

/** A text with its marked spans in brackets that carry their label, so that they may nest and cross. */
export function markedText(text: string, marks: readonly Mark[]): string {
  const cuts = marks.flatMap(({ start, end, label }) => [
    { at: start, closes: false, length: end - start, words: `[${label}: ` },
    { at: end, closes: true, length: end - start, words: ` :${label}]` },
  ]);
  cuts.sort(
    (a, b) => a.at - b.at || Number(b.closes) - Number(a.closes) || lengthOrder(a, b) || textOrder(a, b),
  );
  let from = 0;
  const parts: string[] = [];
  for (const { at, words } of cuts) {
    parts.push(text.slice(from, at), words);
    from = at;
  }
  return parts.join("") + text.slice(from);
}

type Cut = { readonly closes: boolean; readonly length: number; readonly words: string };

/** The longer span opens first and closes last. */
function lengthOrder(a: Cut, b: Cut): number {
  return a.closes ? a.length - b.length : b.length - a.length;
}

function textOrder(a: Cut, b: Cut): number {
  return a.words < b.words ? -1 : a.words > b.words ? 1 : 0;
}
