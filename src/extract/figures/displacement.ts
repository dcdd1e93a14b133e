import { countedIn, word } from "../numbers/numbers-noun.ts";
import { parsePersons } from "../numbers/numbers-persons.ts";
import { elsewhere } from "../numbers/numbers-shares.ts";
import type { Finder, Token } from "../types.ts";
import type { LexiconTexts } from "../words/lexicon.ts";
import type { View } from "../words/view.ts";
import { countedBy, HARMED, type Hit, isPost, type Moving, statedStock } from "./displacement-counted.ts";
import { draftOf, isShelteredAtHome, type Move } from "./displacement-draft.ts";
import { parseMovingWords } from "./displacement-lexicon.ts";
import { isCountedThere, measureOf } from "./displacement-measure.ts";
import { isTold } from "./figure-draft.ts";
import { realityAt } from "./figure-unreal.ts";
import { figureView, grammarsOf } from "./figure-view.ts";

/** How many fled, stay displaced, came back or were taken out. */
export function displacementFinder(lexicon: LexiconTexts): Finder {
  const words = parseMovingWords(lexicon);
  const persons = parsePersons(lexicon);
  const grammars = grammarsOf(lexicon);
  return (analysis, report) => {
    if (!isTold(analysis) || analysis.numbers.length === 0) return [];
    const { tokens } = analysis.sentence;
    const hits = words.all(tokens);
    if (hits.length === 0) return [];
    const view = figureView(analysis, report, grammars);
    const sentence: Moving = { tokens, hits, counted: countedIn(analysis, persons) };
    const found: Move[] = [];
    for (const hit of verbsFirst(hits))
      for (const move of movesOf(sentence, hit, view))
        if (!found.some((other) => other.counted === move.counted)) found.push(move);
    for (const { like, counted } of elsewhere(sentence, found))
      found.push({ ...like, counted, basis: `${like.basis}, in another place` });
    return found.map((move) => draftOf(move, view));
  };
}

/** "1,200 refugees have returned" tells of a return. */
function verbsFirst(hits: readonly Hit[]): readonly Hit[] {
  const isNoun = ({ row }: Hit) => row.use === "noun";
  return [...hits.filter((hit) => !isNoun(hit)), ...hits.filter(isNoun)];
}

function movesOf(sentence: Moving, hit: Hit, view: View): readonly Move[] {
  const reality = realityAt(view, hit.from);
  if (reality === "not" || isAid(view, hit.to)) return [];
  const stated = statedStock(sentence, hit);
  const counted = stated.length > 0 ? stated : countedBy(sentence, hit);
  const stock = hit.row.measure === "refugees" || hit.row.measure === "returnees" ? hit.row.measure : "idps";
  const measure = stated.length > 0 ? stock : measureOf(sentence, hit, view);
  if (!measure) return [];
  return counted
    .filter((one) => !one.single && one.kind !== "thing" && !HARMED.test(word(sentence.tokens, one.from - 1)))
    .filter((one) => hit.row.use !== "noun" || !isHarmed(sentence.tokens, one.to))
    .filter(
      (one) =>
        !/_left$/.test(hit.row.words) ||
        ((one.kind !== "bare" || word(sentence.tokens, one.to - 1) === "them") &&
          !isPost(sentence.tokens, hit.to)),
    )
    .map((one) => ({
      counted: one,
      measure: isCountedThere(view, hit, one) || isShelteredAtHome(view, hit, one) ? "idps" : measure,
      hit,
      end: Math.max(one.to, hit.to),
      basis: `displacement: ${hit.row.words}`,
      ...(reality === "possible" ? { stage: "forecast" as const } : {}),
    }));
}

/** "Three refugees were killed" counts the dead. */
function isHarmed(tokens: readonly Token[], at: number): boolean {
  let i = at;
  while (/^(?:were|was|have|has|had|been|are|being|also)$/.test(word(tokens, i))) i += 1;
  return (
    i > at &&
    /^(?:killed|wounded|injured|hurt|dead|shot|missing|arrested|abducted|kidnapped)$/.test(word(tokens, i))
  );
}

/** "458 displaced people were given food" counts help, not flight. */
function isAid({ words, tokens }: View, at: number): boolean {
  for (let i = at; i < at + 4; i += 1) {
    if (words.has("aid-given", word(tokens, i))) return true;
    if (!/^(?:were|was|have|has|had|been|are|also|who)$/.test(word(tokens, i))) return false;
  }
  return false;
}
