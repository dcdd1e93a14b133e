import type { Token } from "../types.ts";
import type { WordClasses } from "./lexicon.ts";
import type { Tagged } from "./tag.ts";

/** The apostrophe of "the insurgents' control". */
export function isPluralOwner(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token;
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  if (token.lower !== "'" || !before?.lower.endsWith("s") || before.end !== token.start) return false;
  return (
    after?.kind === "word" &&
    after.start > token.end &&
    !tokens.slice(0, i - 1).some(({ text }) => text === "'" || text === "‘")
  );
}

/** The commas of "will, however, retake": the verb goes on behind them. */
export function isAroundAdverb(
  tokens: readonly Token[],
  i: number,
  before: readonly Tagged[],
  words: WordClasses,
): boolean {
  if (tokens[i]?.lower !== ",") return false;
  const opens = before[i - 1]?.tag === "auxiliary" && tokens[i + 2]?.lower === ",";
  if (opens) return words.has("adverb", tokens[i + 1]?.lower ?? "");
  return tokens[i - 2]?.lower === "," && before[i - 2]?.tag === "adverb";
}
