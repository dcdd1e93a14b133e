export const BLOT = "[withheld]";

/** Rewrites text without some names; `undefined` when there are none. */
export interface Blotter {
  readonly text: (text: string) => string;
  /** Where an offset into the old text lies in the new one; an offset within a name goes to the mark's start or end. */
  readonly offsets: (text: string) => (offset: number, side: "start" | "end") => number;
}

/**
 * Finds each name as whole words, in any case, with any white space between its words, or joined as addresses join them
 * ("bahir-ahmadi", "bahir%20ahmadi").
 */
export function blotter(names: readonly string[]): Blotter | undefined {
  const written = [...new Set(names.map((name) => name.trim()).filter((name) => name !== ""))]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((name) =>
      name
        .split(/[\s_-]+/u)
        .map(escaped)
        .join("(?:[\\s\\u00ad\\u200b-\\u200d_+.-]|%20)*"),
    );
  if (written.length === 0) return undefined;
  const found = new RegExp(`(?<![\\p{L}\\p{N}])(?:${written.join("|")})(?![\\p{L}\\p{N}])`, "giu");
  return {
    text: (text) => text.replace(found, BLOT),
    offsets: (text) => {
      const spans = [...text.matchAll(found)].map((hit) => ({
        start: hit.index,
        end: hit.index + hit[0].length,
      }));
      return (offset, side) => {
        let shift = 0;
        for (const { start, end } of spans) {
          if (offset <= start) break;
          if (offset < end) return start + shift + (side === "start" ? 0 : BLOT.length);
          shift += BLOT.length - (end - start);
        }
        return offset + shift;
      };
    },
  };
}

/** Every text within a value rewritten, keys left alone. */
export function blotted<T>(value: T, blot: Blotter): T {
  if (typeof value === "string") return blot.text(value) as T;
  if (Array.isArray(value)) return value.map((one) => blotted(one, blot)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, blotted(one, blot)])) as T;
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
