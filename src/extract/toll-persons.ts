import { type Counted, word } from "./numbers-noun.ts";
import type { PhraseHit } from "./phrase-index.ts";
import type { TollWord } from "./toll-lexicon.ts";
import type { Token } from "./types.ts";

export type TollHit = PhraseHit<TollWord>;

export interface TollSentence {
  readonly tokens: readonly Token[];
  readonly counted: readonly Counted[];
  readonly hits: readonly TollHit[];
}

const BE = new Set("be is are was were been being 's 're got get gets".split(" "));
const LIGHT = new Set(
  "be is are was were been being 's 're got has have had also already reportedly then all both later now still either feared believed confirmed reported presumed known thought found left lying who which that have had not".split(
    " ",
  ),
);
const OBJECT_STARTS = new Set(
  "a an the his her their its our my this that these those him them us many most some him it".split(" "),
);
const BARRIERS = new Set([
  ";",
  ":",
  "(",
  ")",
  '"',
  "—",
  "–",
  "that",
  "when",
  "after",
  "before",
  "while",
  "because",
  "if",
  "although",
  "though",
  "but",
  "said",
  "says",
  "as",
]);

/** The counted persons that a toll word takes, the nearest first; empty where it takes none. */
export function personsOf(sentence: TollSentence, hit: TollHit): readonly Counted[] {
  const within = sentence.counted.find((one) => one.from < hit.from && hit.to < one.to);
  if (within) return within.kind === "persons" && hit.row.use !== "noun" ? [within] : [];
  if (hit.row.measure === "surrendered" && isPassive(sentence.tokens, hit.from)) return [];
  switch (hit.row.use) {
    case "active":
      return objects(sentence, hit);
    case "verb": {
      const found = isPassive(sentence.tokens, hit.from) ? [] : objects(sentence, hit);
      return found.length > 0 || hasOtherObject(sentence, hit) ? found : subjects(sentence, hit);
    }
    case "intransitive":
    case "state":
      return subjects(sentence, hit);
    case "noun":
      return nouns(sentence, hit);
    case "stated":
      return [];
  }
}

export function isPassive(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 4); i -= 1) {
    const before = word(tokens, i);
    if (BE.has(before)) return true;
    if (!isAdverb(before) && before !== "not") return false;
  }
  return false;
}

function isAdverb(token: string): boolean {
  return LIGHT.has(token) || (token.length > 4 && token.endsWith("ly"));
}

/** An object that is not counted follows: "killed the mayor". */
function hasOtherObject({ tokens }: TollSentence, { from, to }: TollHit): boolean {
  if (isPassive(tokens, from)) return false;
  const next = tokens[to];
  if (!next || next.kind === "punctuation") return false;
  return (
    OBJECT_STARTS.has(next.lower) || (/^\p{Lu}/u.test(next.text) && !/^\p{Lu}\p{Ll}+day$/u.test(next.text))
  );
}

function objects(sentence: TollSentence, hit: TollHit): readonly Counted[] {
  const { tokens, counted } = sentence;
  let at = hit.to;
  while (isAdverb(word(tokens, at)) || /^(?:at|off|up)$/.test(word(tokens, at))) {
    if (counted.some(({ from }) => from === at)) break;
    at += 1;
  }
  const first = counted.find(({ from }) => from === at);
  return first && isLossOf(hit, first, true)
    ? [first, ...chainRight(sentence, first), ...parts(sentence, first)]
    : [];
}

function subjects(sentence: TollSentence, hit: TollHit): readonly Counted[] {
  const { counted } = sentence;
  for (let i = counted.length - 1; i >= 0; i -= 1) {
    const one = counted[i] as Counted;
    if (one.to > hit.from || one.part) continue;
    if (!reaches(sentence, one, hit)) return [];
    return isLossOf(hit, one, isNextTo(sentence, one, hit))
      ? [one, ...chainLeft(sentence, one), ...parts(sentence, one)]
      : [];
  }
  return [];
}

function nouns({ counted, tokens }: TollSentence, { from, to, row }: TollHit): readonly Counted[] {
  const found = counted.find(
    (one) => (one.from < from && one.to === to) || (one.to === from && one.kind === "bare"),
  );
  if (!found || (row.measure === "killed" && word(tokens, found.number - 1) === "no")) return [];
  return [found];
}

/** Nothing between the persons and the word starts another clause. */
function reaches({ tokens, hits, counted }: TollSentence, one: Counted, hit: TollHit): boolean {
  let commas = 0;
  for (let i = one.to; i < hit.from; i += 1) {
    const part = counted.find((other) => other.part && other.from === i);
    if (part) i = part.to;
    const between = word(tokens, i);
    if (i >= hit.from) return true;
    if (BARRIERS.has(between) || (/^(?:and|or)$/.test(between) && one.kind === "bare")) return false;
    if (between === ",") commas += 1;
    if (hits.some((other) => other.from === i && other.row.measure !== hit.row.measure)) return false;
  }
  return one.kind === "persons" ? commas === 0 || commas === 2 : true;
}

/** Only auxiliaries and adverbs stand between. */
function isNextTo({ tokens }: TollSentence, one: Counted, hit: TollHit): boolean {
  for (let i = one.to; i < hit.from; i += 1) if (!isAdverb(word(tokens, i))) return false;
  return true;
}

const NO_PERSONS = new Set(
  "animals cattle goats sheep dogs livestock birds cows horses camels elephants towns villages cities districts provinces bases posts outposts checkpoints vehicles tanks weapons houses buildings positions settlements ships aircraft helicopters drones rockets missiles days hours times percent places areas points attacks incidents cases".split(
    " ",
  ),
);

/** Whether the counted noun can suffer this: a person for all, any noun but known things for deaths and wounds. */
function isLossOf({ row }: TollHit, one: Counted, adjacent: boolean): boolean {
  if (one.kind === "persons") return true;
  if (one.kind === "households") return row.measure === "killed";
  if (one.kind === "bare") return adjacent;
  const bodily = row.measure === "killed" || row.measure === "wounded" || row.measure === "casualties";
  return bodily && adjacent && !NO_PERSONS.has(one.noun ?? "");
}

/** "313 civilians and 239 soldiers were killed". */
function chainLeft(sentence: TollSentence, from: Counted): readonly Counted[] {
  const before = sentence.counted.filter(
    (one) => one.to <= from.from && isLink(sentence.tokens, one.to, from.from),
  );
  const next = before.find((one) => one.kind === "persons");
  return next ? [next, ...chainLeft(sentence, next)] : [];
}

/** "killed three soldiers and two civilians", but not "killed three soldiers and two civilians were hurt". */
function chainRight(sentence: TollSentence, from: Counted): readonly Counted[] {
  const { tokens, counted, hits } = sentence;
  const next = counted.find((one) => one.from >= from.to && isLink(tokens, from.to, one.from));
  if (next?.kind !== "persons" || next.part) return [];
  const taken = hits.some((hit) => hit.from >= next.to && isNextTo(sentence, next, hit));
  return taken ? [] : [next, ...chainRight(sentence, next)];
}

function isLink(tokens: readonly Token[], from: number, to: number): boolean {
  const between = tokens
    .slice(from, to)
    .map((token) => token.lower)
    .join(" ");
  return /^(?:and|,|, and|and also|plus|as well as|along with)$/.test(between);
}

const GROUPS = new Set(["children", "women", "civilians", "minors", "boys", "girls"]);

/** "…, among them 5 children": of those just counted. */
function parts({ counted, tokens }: TollSentence, from: Counted): readonly Counted[] {
  return counted.filter(
    (one) =>
      one.part &&
      !one.single &&
      GROUPS.has(one.noun ?? "") &&
      one.from >= from.to &&
      one.from - from.to <= 4 &&
      !tokens.slice(from.to, one.from).some((token) => BARRIERS.has(token.lower)),
  );
}
