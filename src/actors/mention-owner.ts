import type { CountryCode } from "../domain/ids.ts";
import type { ActorRow, StateRow } from "./actor-rows.ts";
import { chainAfter, type Found } from "./mention-chain.ts";
import type { Sense } from "./mention-drafts.ts";
import { BACKED, LOYAL } from "./mention-words.ts";
import type { Word } from "./words.ts";

/** "forces loyal to General X", "troops allied with the Y": the words after the nouns say whose they are. */
export function loyalTo(
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

/** "the armed forces of Armenia", "the defence ministry in Moscow": the state after the nouns says whose they are. */
export function stateAfter(
  words: readonly Word[],
  found: ReadonlyMap<number, Found>,
  at: number,
): { to: number; state: StateRow } | undefined {
  const link = words[at - 1]?.joined && words[at]?.joined ? words[at]!.key : "";
  if (link !== "of" && link !== "in") return undefined;
  const name = words[at + 1]?.key === "the" ? at + 2 : at + 1;
  const other = found.get(name);
  const meaning = other?.meaning;
  const told = link === "of" ? meaning?.kind === "country" : meaning?.kind === "capital";
  return told && other && meaning && "state" in meaning
    ? { to: link === "of" ? other.hit.to : at, state: meaning.state }
    : undefined;
}

/** "fighters backed by X", "X-backed fighters": who stands behind those whom the nouns name. */
export function backerOf(
  words: readonly Word[],
  found: ReadonlyMap<number, Found>,
  from: number,
  to: number,
): Backer | undefined {
  const after = words[to - 1]?.joined && BACKED.has(words[to]?.key ?? "") && words[to + 1]?.key === "by";
  const name = words[to + 2]?.key === "the" ? to + 3 : to + 2;
  if (after) return backer(found.get(name));
  const link = found.get(from - 1);
  if (link?.meaning.kind !== "noun" || link.meaning.noun.role !== "link-drop") return undefined;
  for (let at = from - 2; at >= from - 1 - LONGEST_NAME && words[at]?.joined; at--) {
    const prior = found.get(at);
    if (prior?.hit.to === from - 1) return backer(prior);
  }
  return undefined;
}

export type Backer = { readonly actor: ActorRow } | { readonly country: CountryCode };

/** Words of the longest name of a backer that stands before "-backed". */
const LONGEST_NAME = 3;

function backer(found: Found | undefined): Backer | undefined {
  const meaning = found?.meaning;
  if (!meaning || meaning.kind === "noun") return undefined;
  return "state" in meaning ? { country: meaning.state.country } : { actor: meaning.actor };
}
