import type { Span } from "../../domain/span.ts";
import type { Attribution, Sentence } from "../types.ts";

const DOUBT =
  /\b(?:(?:could|can|cannot|can't|were|was|have|has|had|is|are)(?:n't| not|not)?(?: yet| so far)?(?: be| been)?(?: immediately| independently)* (?:verified|confirmed|corroborated|checked)|(?:no|without|awaits?|lacks?) (?:independent|outside|other) (?:confirmation|verification|count|corroboration)|unverified|unconfirmed|not (?:been )?(?:independently )?(?:verified|confirmed))\b/i;

/** Every doubt has one of these. */
const SIGNS = /verif|onfirm|orroborat|checked|independent/i;

const NEGATIVE = /\b(?:not|n't|no|neither|nor|nobody|cannot|unverified|unconfirmed|without|hardly)\b/i;

const FIGURES = /\b(?:figures?|numbers?|tolls?|counts?|totals?|deaths|losses|casualties)\b/i;

/** Direct speech that names no speaker of its own is that of the speaker before it in the paragraph, else after it. */
export function carryQuotes(
  sentences: readonly Sentence[],
  quotes: readonly (readonly boolean[])[],
  found: Attribution[][],
): void {
  const order = [...sentences.keys()];
  for (const index of [...order, ...order.reverse()]) {
    const own = found[index]!;
    const teller = own[0] ?? tellerNear(sentences, found, index);
    if (!teller) continue;
    for (const speech of speeches(sentences[index]!, quotes[index]!)) {
      if (own.some(({ content }) => content.start <= speech.start && speech.start < content.end)) continue;
      own.push({ ...whoOf(teller), content: speech, manner: "say" });
    }
  }
}

/** In the paragraph before and after; a paragraph that opens with a quotation goes on in the words of the one before. */
function tellerNear(
  sentences: readonly Sentence[],
  found: readonly (readonly Attribution[])[],
  index: number,
): Attribution | undefined {
  const { paragraph, tokens } = sentences[index]!;
  const before = sentences[index - 1];
  const after = sentences[index + 1];
  if (before?.paragraph === paragraph && found[index - 1]!.length > 0) return found[index - 1]!.at(-1);
  if (after?.paragraph === paragraph && found[index + 1]!.length > 0) return found[index + 1]![0];
  const alone = after?.paragraph !== paragraph && before?.paragraph === paragraph - 1;
  return alone && tokens[0]?.lower === '"' ? found[index - 1]?.at(-1) : undefined;
}

const PRESENT: ReadonlySet<string> = new Set(["says", "adds", "tells"]);

const OF_THOSE =
  /^(?:with (?:them|these|those)|of (?:them|these|those|the)|among (?:them|the)|(?:some |another |about )?[\w,.-]+ of (?:them|those|the (?:dead|wounded|killed|injured|displaced)))\b/i;

/**
 * A sentence without a speaker of its own goes on in the words of the one before where that is told in the present
 * ("says the mayor") or where it counts among what was told ("Of them forty …").
 */
export function carrySpeech(text: string, sentences: readonly Sentence[], found: Attribution[][]): void {
  let present = false;
  for (const [index, { start, end, paragraph, kind }] of sentences.entries()) {
    if (found[index]!.length > 0) {
      present = sentences[index]!.tokens.some(({ lower }) => PRESENT.has(lower));
      continue;
    }
    const before = sentences[index - 1];
    const prior = before?.paragraph === paragraph && kind === "prose" ? found[index - 1]?.at(-1) : undefined;
    if (prior && (present || OF_THOSE.test(text.slice(start, end)))) {
      found[index]!.push({ ...whoOf(prior), content: { start, end }, manner: "say" });
    } else present = false;
  }
}

const SHORTEST_SPEECH = 4;

/** Quotations that are long enough to be speech and not a word held at arm's length. */
function speeches(sentence: Sentence, quoted: readonly boolean[]): readonly Span[] {
  const found: Span[] = [];
  let from = -1;
  for (let at = 0; at <= quoted.length; at += 1) {
    if (quoted[at] && from < 0) from = at;
    if (quoted[at] || from < 0) continue;
    if (at - from >= SHORTEST_SPEECH) {
      found.push({ start: sentence.tokens[from]!.start, end: sentence.tokens[at - 1]!.end });
    }
    from = -1;
  }
  return found;
}

/** "The figures could not be checked" casts doubt on the figures of its sentence, or of the one before. */
export function markDoubts(text: string, sentences: readonly Sentence[], found: Attribution[][]): void {
  if (!SIGNS.test(text)) return;
  for (const [index, { start, end, paragraph }] of sentences.entries()) {
    const words = text.slice(start, end);
    const doubt = SIGNS.test(words) ? DOUBT.exec(words) : null;
    if (!doubt || !NEGATIVE.test(words)) continue;
    const figures = FIGURES.test(words.slice(Math.max(0, doubt.index - 40), doubt.index + doubt[0].length));
    if (!figures) continue;
    const own = doubt.index > 60;
    const target = own ? index : sentences[index - 1]?.paragraph === paragraph ? index - 1 : -1;
    if (target >= 0) found[target] = found[target]!.map((one) => ({ ...one, figuresDoubted: true as const }));
  }
}

/** For every sentence, whether each token stands within quotation marks; a paragraph's end closes them. */
export function quotedTokens(sentences: readonly Sentence[]): readonly (readonly boolean[])[] {
  let open = false;
  let paragraph = -1;
  return sentences.map((sentence) => {
    if (sentence.paragraph !== paragraph) open = false;
    paragraph = sentence.paragraph;
    return sentence.tokens.map(({ text, lower }) => {
      if (lower !== '"') return open;
      open =
        text === "“" || text === "„" || text === "«" ? true : text === "”" || text === "»" ? false : !open;
      return false;
    });
  });
}

function whoOf({ speaker, own }: Attribution): Pick<Attribution, "speaker" | "own"> {
  return { speaker, ...(own && { own }) };
}
