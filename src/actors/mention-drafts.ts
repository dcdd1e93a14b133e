import type { CountryCode } from "../domain/ids.ts";
import type { ActorRow, NounRow, StateRow } from "./actor-rows.ts";
import {
  DETERMINERS,
  endsNounPhrase,
  GRIP,
  HELD,
  INDEFINITES,
  isAgent,
  LOYAL,
  OWNERS,
} from "./mention-words.ts";
import type { Hit, Meaning, NameTrie } from "./name-trie.ts";
import type { Word } from "./words.ts";

/** What a mention says of itself, before the report is asked whom a generic one means. */
export type Sense =
  | { readonly kind: "named"; readonly actor: ActorRow; readonly person?: true }
  | { readonly kind: "state"; readonly state: StateRow; readonly part: "state" | "forces" }
  | {
      readonly kind: "generic";
      readonly nouns: readonly NounRow[];
      /** A demonym before it: "Syrian rebels". */
      readonly country?: CountryCode;
      /** The possessive before it: "our forces", "its fighters". */
      readonly owner?: string;
    };

/** Words `from` to `to` (half-open) name somebody. */
export interface MentionDraft {
  readonly from: number;
  readonly to: number;
  readonly sense: Sense;
}

interface Found {
  readonly hit: Hit;
  readonly meaning: Meaning;
}

/** A run of nouns that ends in one that can act: "special forces", "army troops". */
interface Chain {
  readonly to: number;
  readonly nouns: readonly NounRow[];
}

/** The mentions of a text in order: names, peoples and states with the nouns that belong to them, bare nouns. */
export function mentionDrafts(
  words: readonly Word[],
  trie: NameTrie,
  choose: (meanings: readonly Meaning[]) => Meaning | undefined,
): readonly MentionDraft[] {
  const found = new Map<number, Found>();
  for (const hit of trie.hits(words, (meanings) => choose(meanings) !== undefined)) {
    const meaning = choose(hit.meanings);
    if (meaning) found.set(hit.from, { hit, meaning });
  }
  const drafts: MentionDraft[] = [];
  let done = 0;
  for (const at of found.keys()) {
    if (at < done) continue;
    const draft = draftAt(words, found, at);
    if (!draft) continue;
    drafts.push(draft);
    done = draft.to;
  }
  return drafts;
}

function draftAt(
  words: readonly Word[],
  found: ReadonlyMap<number, Found>,
  at: number,
): MentionDraft | undefined {
  const { hit, meaning } = found.get(at)!;
  const next = linkAfter(words, found, hit.to);
  if (meaning.kind !== "noun" && next === "drop") return undefined;
  const from = before(words, at, "pro") ? at - 1 : at;
  if (meaning.kind !== "noun" && before(words, at, "anti")) return undefined;
  const chain = words[hit.to - 1]!.joined ? chainAfter(words, found, hit.to) : undefined;
  switch (meaning.kind) {
    case "actor":
      return { from, to: chain?.to ?? hit.to, sense: { kind: "named", actor: meaning.actor } };
    case "leader":
      return {
        from,
        to: chain?.to ?? hit.to,
        sense: { kind: "named", actor: meaning.actor, ...(!chain && { person: true }) },
      };
    case "demonym":
    case "people":
    case "country":
    case "capital":
    case "organ":
      return stateDraft(words, found, { from, at, to: hit.to, meaning, chain });
    case "noun":
      return nounDraft(words, found, at, meaning.noun);
  }
}

interface StatePart {
  readonly from: number;
  readonly at: number;
  readonly to: number;
  readonly meaning: Extract<Meaning, { state: StateRow }>;
  readonly chain: Chain | undefined;
}

function stateDraft(
  words: readonly Word[],
  found: ReadonlyMap<number, Found>,
  part: StatePart,
): MentionDraft | undefined {
  const { state, kind } = part.meaning;
  if (part.chain) {
    const { nouns, to } = part.chain;
    if (words[to - 1]!.joined && found.get(to)?.meaning.kind === "actor") return undefined;
    const side = nouns.at(-1)!.side;
    if (side === "forces" || side === "government") {
      const whole = side === "government" ? "state" : "forces";
      return { from: part.from, to, sense: { kind: "state", state, part: whole } };
    }
    return {
      from: part.from,
      to,
      sense: { kind: "generic", nouns, country: state.country },
    };
  }
  const followedByName = words[part.to - 1]!.joined && found.get(part.to)?.meaning.kind === "actor";
  if (followedByName) return undefined;
  const sense = { kind: "state", state } as const;
  const prior = words[part.at - 1];
  const article = prior?.joined === true && prior.key === "the";
  switch (kind) {
    case "people":
      return article ? { ...part, sense: { ...sense, part: "forces" } } : undefined;
    case "demonym":
      if (sharesNoun(words, found, part.to)) return { ...part, sense: { ...sense, part: "forces" } };
      return article && endsNounPhrase(words, part.to)
        ? { ...part, sense: { ...sense, part: "forces" } }
        : undefined;
    case "organ":
      return { ...part, sense: { ...sense, part: "state" } };
    case "country":
      return isAgent(words, part.at, part.to) ? { ...part, sense: { ...sense, part: "state" } } : undefined;
    case "capital":
      return undefined;
  }
}

/** "French and Malian troops": the noun after the second people is the first one's, too. */
function sharesNoun(words: readonly Word[], found: ReadonlyMap<number, Found>, to: number): boolean {
  if (words[to]?.key !== "and" || !words[to]!.joined) return false;
  const other = found.get(to + 1);
  const people = other?.meaning.kind === "demonym" && words[other.hit.to - 1]!.joined;
  const chain = people ? chainAfter(words, found, other.hit.to) : undefined;
  return chain?.nouns.at(-1)?.side === "forces";
}

function nounDraft(
  words: readonly Word[],
  found: ReadonlyMap<number, Found>,
  at: number,
  noun: NounRow,
): MentionDraft | undefined {
  if (noun.role === "link-keep" || noun.role === "link-drop") return undefined;
  const after = words[at]!.joined ? (words[at + 1]?.key ?? "") : "";
  if (words[at]!.hyphen ? HELD.has(after) : noun.side !== "either" && GRIP.has(after)) {
    const side = noun.side === "government" ? "forces" : noun.side;
    return { from: at, to: at + 1, sense: { kind: "generic", nouns: [{ ...noun, side }] } };
  }
  const chain = chainAfter(words, found, at);
  if (!chain) return undefined;
  const name = words[chain.to - 1]!.joined ? found.get(chain.to) : undefined;
  if (name?.meaning.kind === "actor") {
    return { from: at, to: name.hit.to, sense: { kind: "named", actor: name.meaning.actor } };
  }
  const whose = loyalTo(words, found, chain.to);
  if (whose) return { from: at, to: whose.to, sense: whose.sense };
  const prior = at > 0 && words[at - 1]!.joined ? words[at - 1]!.key : "";
  const head = chain.nouns.at(-1)!;
  const definite = DETERMINERS.has(prior);
  if (head.needs === "name" && chain.nouns.length === 1) return undefined;
  const plain = chain.nouns.length === 1 || chain.nouns[0]!.side === "either" || INDEFINITES.has(prior);
  if (head.needs === "article" && !definite && plain) return undefined;
  return {
    from: definite ? at - 1 : at,
    to: chain.to,
    sense: { kind: "generic", nouns: chain.nouns, ...(OWNERS.has(prior) && { owner: prior }) },
  };
}

/** "forces loyal to General X", "troops allied with the Y": the words after the nouns say whose they are. */
function loyalTo(
  words: readonly Word[],
  found: ReadonlyMap<number, Found>,
  at: number,
): { to: number; sense: Sense } | undefined {
  if (!words[at - 1]?.joined || !LOYAL.has(words[at]?.key ?? "")) return undefined;
  for (let index = at + 1; index <= at + 6 && words[index - 1]?.joined; index++) {
    const other = found.get(index);
    if (other?.meaning.kind === "actor" || other?.meaning.kind === "leader") {
      const noun = chainAfter(words, found, other.hit.to);
      return { to: noun?.to ?? other.hit.to, sense: { kind: "named", actor: other.meaning.actor } };
    }
  }
  return undefined;
}

function chainAfter(
  words: readonly Word[],
  found: ReadonlyMap<number, Found>,
  from: number,
): Chain | undefined {
  const nouns: NounRow[] = [];
  let best: Chain | undefined;
  let at = from;
  while (at === from || words[at - 1]!.joined) {
    const next = found.get(at);
    if (next?.meaning.kind !== "noun" || next.meaning.noun.role === "link-drop") break;
    nouns.push(next.meaning.noun);
    at = next.hit.to;
    if (next.meaning.noun.role === "head") best = { to: at, nouns: [...nouns] };
  }
  return best;
}

function linkAfter(
  words: readonly Word[],
  found: ReadonlyMap<number, Found>,
  at: number,
): "drop" | undefined {
  const next = found.get(at);
  const linked =
    words[at - 1]!.hyphen && next?.meaning.kind === "noun" && next.meaning.noun.role === "link-drop";
  return linked ? "drop" : undefined;
}

function before(words: readonly Word[], at: number, prefix: string): boolean {
  const prior = words[at - 1];
  return prior?.hyphen === true && prior.key === prefix;
}
