import type { CountryCode } from "../domain/ids.ts";
import type { ActorRow, NounRow, StateRow } from "./actor-rows.ts";
import { type Chain, chainAfter, type Found } from "./mention-chain.ts";
import { type Backer, backerOf, loyalTo, stateAfter } from "./mention-owner.ts";
import { DETERMINERS, endsNounPhrase, GRIP, HELD, INDEFINITES, isAgent, OWNERS } from "./mention-words.ts";
import type { Meaning, NameTrie } from "./name-trie.ts";
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
      /** Who stands behind them: "fighters backed by X". */
      readonly backer?: Backer;
    };

/** Words `from` to `to` (half-open) name somebody. */
export interface MentionDraft {
  readonly from: number;
  readonly to: number;
  readonly sense: Sense;
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
      if (words[hit.to - 1]!.joined && KIN.test(words[hit.to]?.key ?? "")) return undefined;
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

/** "al-Qaeda affiliate X": the one it belongs to is not meant. */
const KIN = /^(?:affiliates?|offshoots?|allies|ally|proxy|proxies)$/;

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
    const backer = backerOf(words, found, part.at, to);
    return {
      from: part.from,
      to,
      sense: { kind: "generic", nouns, country: state.country, ...(backer && { backer }) },
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
  const state = STATES_OWN.has(head.side) ? stateAfter(words, found, chain.to) : undefined;
  if (state) {
    const part = head.side === "government" ? "state" : "forces";
    return { from: definite ? at - 1 : at, to: state.to, sense: { kind: "state", state: state.state, part } };
  }
  const backer = backerOf(words, found, at, chain.to);
  const plain = chain.nouns.length === 1 || chain.nouns[0]!.side === "either" || INDEFINITES.has(prior);
  if (head.needs === "article" && !definite && plain) return undefined;
  return {
    from: definite ? at - 1 : at,
    to: chain.to,
    sense: {
      kind: "generic",
      nouns: chain.nouns,
      ...(OWNERS.has(prior) && { owner: prior }),
      ...(backer && { backer }),
    },
  };
}

/** Sides of nouns that a state may have: "the army of X", not "the rebels of X". */
const STATES_OWN: ReadonlySet<NounRow["side"]> = new Set(["forces", "government"]);

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
