import { type Counted, word } from "../numbers/numbers-noun.ts";
import {
  type CountedSentence,
  hasOtherObject,
  isPassive,
  nouns,
  objects,
  subjects,
} from "../numbers/numbers-roles.ts";
import type { PhraseHit } from "../words/phrase-index.ts";
import type { TollWord } from "./toll-lexicon.ts";

export type TollHit = PhraseHit<TollWord>;
export type TollSentence = CountedSentence<TollWord>;

/** The counted persons that a toll word takes, the nearest first; empty where it takes none. */
export function personsOf(sentence: TollSentence, hit: TollHit): readonly Counted[] {
  const within = sentence.counted.find((one) => one.from < hit.from && hit.to < one.to);
  if (within) return within.kind === "persons" && hit.row.use !== "noun" ? [within] : [];
  if (hit.row.measure === "surrendered" && isPassive(sentence.tokens, hit.from)) return [];
  const accepts = (one: Counted, adjacent: boolean) => isLossOf(hit, one, adjacent);
  switch (hit.row.use) {
    case "lost":
      return objects(sentence, hit, (one) => one.kind === "persons" && !one.single);
    case "active": {
      const named = sentence.counted.find((one) => one.from < hit.from && one.to === hit.from + 1);
      if (named && hit.row.words.endsWith("_of")) return [named];
      return objects(sentence, hit, accepts);
    }
    case "verb": {
      const found = isPassive(sentence.tokens, hit.from) ? [] : objects(sentence, hit, accepts);
      if (found.length > 0 || hasOtherObject(sentence, hit)) return found;
      return [...subjects(sentence, hit, accepts), ...companions(sentence, hit)];
    }
    case "intransitive":
    case "state":
      return subjects(sentence, hit, accepts);
    case "noun":
      return nouns(sentence, hit);
    case "stated":
      return [];
  }
}

/** "was killed along with seven soldiers". */
function companions({ tokens, counted }: TollSentence, { to }: TollHit): readonly Counted[] {
  if (!/^(?:along|together)$/.test(word(tokens, to)) || word(tokens, to + 1) !== "with") return [];
  return counted.filter((one) => one.from === to + 2 && one.kind === "persons");
}

/** Whether the counted noun can suffer this: a person for all, any noun but known things for deaths and wounds. */
function isLossOf({ row }: TollHit, one: Counted, adjacent: boolean): boolean {
  if (one.kind === "persons") return true;
  if (one.kind === "households") return row.measure === "killed";
  if (one.kind === "bare") return adjacent;
  const bodily = row.measure === "killed" || row.measure === "wounded" || row.measure === "casualties";
  return bodily && adjacent && one.never !== true;
}
