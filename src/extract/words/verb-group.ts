import type { Token, VerbGroup } from "../types.ts";
import type { Grammar, Tagged } from "./tag.ts";

/** Auxiliaries, adverbs and the verb that they carry, left to right. */
export function verbGroups(tokens: readonly Token[], tags: readonly Tagged[], grammar: Grammar): VerbGroup[] {
  const groups: VerbGroup[] = [];
  let i = 0;
  while (i < tokens.length) {
    const tag = tags[i]?.tag;
    const group =
      tag === "auxiliary" || tag === "to" || tag === "verb" ? groupAt(tokens, tags, i, grammar) : undefined;
    if (group) groups.push(group);
    i = group ? group.to : i + 1;
  }
  return groups;
}

function groupAt(
  tokens: readonly Token[],
  tags: readonly Tagged[],
  from: number,
  { words }: Grammar,
): VerbGroup {
  const auxiliaries: string[] = [];
  let negated = from > 0 && tags[from - 1]?.tag === "negation";
  let head = from;
  let to = from;
  for (let i = from; i < tokens.length; i += 1) {
    const tag = tags[i]?.tag;
    const word = (tokens[i] as Token).lower;
    if (tag === "negation") negated = true;
    else if (tag === "auxiliary" || (tag === "to" && i === from)) {
      auxiliaries.push(word);
      head = i;
      to = i + 1;
    } else if (tag === "verb") {
      if (auxiliaries.length === 0 || fits(auxiliaries.at(-1) ?? "", tags[i] as Tagged, words)) {
        head = i;
        to = i + 1;
      }
      break;
    } else if (auxiliaries.length > 0 && isAdverbial(tokens, tags, i)) i += 1;
    else if (tag !== "adverb" && !isQuoteMark(tokens, i) && !floats(tokens, tags, i, from)) break;
  }
  return {
    from,
    to,
    head,
    negated: negated || trailingNot(tokens, tags, to),
    ...formOf(tokens, tags, head, auxiliaries, words),
  };
}

/** "is at present held", "was in effect lost": two words for an adverb, before the verb. */
function isAdverbial(tokens: readonly Token[], tags: readonly Tagged[], i: number): boolean {
  const two = `${tokens[i]?.lower} ${tokens[i + 1]?.lower}`;
  return (
    /^(?:at (?:present|last)|in (?:effect|fact|part)|for now|once (?:again|more)|this (?:week|month|year|morning)|last (?:week|month|night|year))$/.test(
      two,
    ) && /^(?:auxiliary|verb)$/.test(tags[i + 2]?.tag ?? "")
  );
}

/** "had all been repulsed", "have both fallen". */
function floats(tokens: readonly Token[], tags: readonly Tagged[], i: number, from: number): boolean {
  return (
    i > from &&
    /^(?:all|both|each)$/.test(tokens[i]?.lower ?? "") &&
    /^(?:auxiliary|verb)$/.test(tags[i + 1]?.tag ?? "")
  );
}

/** "has “fallen”": a quotation mark inside the group. */
function isQuoteMark(tokens: readonly Token[], i: number): boolean {
  return tokens[i]?.lower === '"' && tokens[i]?.end === tokens[i + 1]?.start;
}

/** "fell without a fight" negates the fight, not the fall. */
function trailingNot(tokens: readonly Token[], tags: readonly Tagged[], to: number): boolean {
  return tags[to]?.tag === "negation" && tokens[to]?.lower !== "without";
}

function fits(auxiliary: string, { verb }: Tagged, words: Grammar["words"]): boolean {
  if (!verb) return false;
  const wantsBase = words.has("modal", auxiliary) || words.has("do", auxiliary) || auxiliary === "to";
  return wantsBase ? verb.shape === "base" || verb.shape === "past-participle" : true;
}

function formOf(
  tokens: readonly Token[],
  tags: readonly Tagged[],
  head: number,
  auxiliaries: readonly string[],
  words: Grammar["words"],
) {
  const form = tags[head]?.verb;
  const own = (tokens[head] as Token).lower;
  const carried = form && tags[head]?.tag === "verb" ? auxiliaries : auxiliaries.slice(0, -1);
  const lemma =
    form && tags[head]?.tag === "verb"
      ? form.lemma
      : words.has("be", own)
        ? "be"
        : words.has("have", own)
          ? "have"
          : "do";
  const is = (name: string) => carried.some((word) => words.has(name, word));
  const shape = form?.shape;
  const participle =
    shape === "participle" || shape === "past-participle" || (shape === "base" && carried.length > 0);
  const last = carried.at(-1) ?? "";
  const passive = participle && words.has("be", last);
  const modality = carried.find((word) => words.has("modal", word));
  const progressive = shape === "ing" && is("be");
  return {
    lemma,
    voice: passive ? ("passive" as const) : ("active" as const),
    tense: tenseOf({ carried, own, shape, modality, words, participle }),
    ...(modality ? { modality: plainModal(modality) } : {}),
    progressive,
  };
}

function tenseOf({
  carried,
  own,
  shape,
  modality,
  words,
}: {
  carried: readonly string[];
  own: string;
  shape: string | undefined;
  modality: string | undefined;
  words: Grammar["words"];
  participle: boolean;
}): VerbGroup["tense"] {
  if (modality) return /^(?:will|shall|'ll|wo)$/.test(modality) ? "future" : "present";
  if (carried[0] === "to") return "infinitive";
  if (carried.some((word) => words.has("have", word)))
    return carried.includes("had") || carried.includes("'d") ? "past-perfect" : "perfect";
  const first = carried[0] ?? own;
  if (/^(?:was|were|had|did)$/.test(first)) return "past";
  if (/^(?:am|is|are|have|has|do|does|be|'s|'re|'m|'ve)$/.test(first)) return "present";
  if (/^(?:being|having|been)$/.test(first)) return "participle";
  if (shape === "ing" || shape === "participle") return "participle";
  return shape === "base" || shape === "s" ? "present" : "past";
}

function plainModal(word: string): string {
  if (word === "'ll" || word === "wo") return "will";
  return word === "ca" || word === "cannot" ? "can" : word;
}
