import { type Counted, word } from "../numbers/numbers-noun.ts";
import { type CountedSentence, isPassive, nouns, objects, subjects } from "../numbers/numbers-roles.ts";
import type { Token } from "../types.ts";
import type { PhraseHit } from "../words/phrase-index.ts";
import type { MovingWord } from "./displacement-lexicon.ts";

export type Hit = PhraseHit<MovingWord>;
export type Moving = CountedSentence<MovingWord>;

/** "injuring 12 displaced people" counts the injured. */
export const HARMED = /^(?:killing|killed|wounding|wounded|injuring|injured)$/;

export function countedBy(sentence: Moving, hit: Hit): readonly Counted[] {
  const accepts = (one: Counted, adjacent: boolean) =>
    one.kind === "persons" || one.kind === "households" || (one.kind === "bare" && adjacent);
  if (word(sentence.tokens, hit.from - 1) === "those") return [];
  if (/_out$/.test(hit.row.words) && !isPassive(sentence.tokens, hit.from))
    return objects(sentence, hit, accepts);
  const within = sentence.counted.find((one) => one.from < hit.from && hit.to < one.to);
  if (within) return hit.row.use === "verb" || hit.row.use === "state" ? [within] : [];
  switch (hit.row.use) {
    case "forcing":
      return objects(sentence, hit, accepts).filter((one) => goesOn(sentence.tokens, one.to));
    case "active":
    case "stock":
      return objects(sentence, hit, accepts);
    case "verb": {
      const found = isPassive(sentence.tokens, hit.from) ? [] : objects(sentence, hit, accepts);
      return found.length > 0 ? found : subjects(sentence, hit, accepts);
    }
    case "noun":
      return nouns(sentence, hit);
    case "intransitive":
    case "state":
    case "cross":
    case "arrive":
    case "return":
      return subjects(sentence, hit, accepts);
  }
}

/** "from their homes", "to flee", "fleeing": what makes "forced 300 people" a flight. */
function goesOn(tokens: readonly Token[], at: number): boolean {
  const next = word(tokens, at);
  const second = word(tokens, at + 1);
  if (next === "from") return /^(?:their|homes?)$/.test(second);
  if (next === "out") return second === "of";
  if (next === "to") return /^(?:flee|leave|abandon|evacuate|escape|move|seek)$/.test(second);
  return /^(?:fleeing|across|towards?)$/.test(next);
}

const LINKS = new Set(
  "at to is was are stands stood number numbered numbers reached reaches passed exceeded has of as :".split(
    " ",
  ),
);

/** "the displaced are estimated at 154,000", "the number of those uprooted has passed 3.5 million". */
export function statedStock({ tokens, counted }: Moving, hit: Hit): readonly Counted[] {
  const before = word(tokens, hit.from - 1);
  const named =
    before === "the" ||
    /^(?:those|people|of)$/.test(before) ||
    hit.row.use === "noun" ||
    hit.row.use === "state";
  const heads = tokens
    .slice(Math.max(0, hit.from - 5), hit.from)
    .some(({ lower }) => /^(?:number|total|figure|toll)$/.test(lower));
  const numbering = /^(?:number|numbered|total|totalled)$/;
  const own =
    hit.row.use === "noun" && tokens.slice(hit.to, hit.to + 8).some(({ lower }) => numbering.test(lower));
  if (!(before === "the" && hit.row.use === "verb") && !(named && heads) && !own) return [];
  const next = counted.find((one) => one.from >= hit.to);
  if (!next || next.from - hit.to > 10 || next.kind === "thing") return [];
  const last = word(tokens, next.from - 1);
  const verb = tokens
    .slice(next.from, next.to)
    .some(({ lower }) => lower === "passed" || lower === "exceeded");
  return LINKS.has(last) || verb ? [next] : [];
}

/** "have left their posts". */
export function isPost(tokens: readonly Token[], at: number): boolean {
  return (
    /^(?:their|his|the)$/.test(word(tokens, at)) &&
    /^(?:posts?|positions?|jobs?|offices?|work|party|army|ranks|weapons|vehicles|base|outposts?)$/.test(
      word(tokens, at + 1),
    )
  );
}
