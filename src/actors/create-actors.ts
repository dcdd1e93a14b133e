import type { Day } from "../domain/day.ts";
import type { ActorId } from "../domain/ids.ts";
import {
  type ActorFiles,
  type ActorRow,
  type Alias,
  type GroupRow,
  type NounRow,
  parseGovernments,
  parseGroups,
  parseNouns,
  parseSituations,
  parseStates,
  type StateRow,
} from "./actor-rows.ts";
import { campsOf } from "./camps.ts";
import { type Cast, castOf, type Named, type Resolved } from "./cast.ts";
import { governments, holdsOn } from "./governments.ts";
import { type MentionDraft, mentionDrafts } from "./mention-drafts.ts";
import { type Meaning, nameTrie } from "./name-trie.ts";
import { type GenericRoom, resolveGeneric } from "./resolve-generic.ts";
import type { ActorContext, ActorMention, Actors } from "./types.ts";
import { type Word, wordsOf } from "./words.ts";

/** Actors from the texts of the data files; throws where a row is malformed, as the files are ours. */
export function createActors(files: ActorFiles): Actors {
  const groups = files.groups.flatMap(parseGroups);
  const states = parseStates(files.states);
  const government = governments(states, parseGovernments(files.governments));
  const byId = new Map<ActorId, ActorRow>();
  for (const actor of [...government.actors, ...groups.map((group) => group.actor)])
    byId.set(actor.id, actor);
  const camps = campsOf(files.situations.flatMap(parseSituations), (id) => byId.get(id));
  const trie = nameTrie([
    ...groups.flatMap(groupNames),
    ...states.flatMap(stateNames),
    ...parseNouns(files.nouns).map((noun) => [noun.noun, { kind: "noun", noun }] as const),
    ...parseGovernments(files.governments).flatMap((row) =>
      row.leaders.map(
        (text) => [text, leader(row.forces, { text, local: false, ...daysOfRow(row) })] as const,
      ),
    ),
  ]);
  const room: GenericRoom = {
    actor: (id) => byId.get(id),
    governments: government,
    camps,
    umbrellas: groups.map((group) => group.actor).filter((actor) => actor.kind === "generic"),
  };

  function findActors(text: string, context: ActorContext): readonly ActorMention[] {
    const words = wordsOf(text);
    const drafts = mentionDrafts(words, trie, (meanings) => chooseMeaning(meanings, context));
    const settled = drafts.map((draft) => settle(room, draft, context));
    const named: readonly Named[] = drafts.flatMap((draft, index) => {
      const actor = settled[index]?.actor;
      return actor ? [{ actor, at: draft.from }] : [];
    });
    const cast = castOf(named);
    return drafts.map((draft, index) =>
      toMention(text, words, draft, settled[index] ?? resolve(room, draft, cast, context)),
    );
  }

  return {
    actor: (id) => byId.get(id),
    findActors,
    campOf: camps.campOf,
    camps: camps.camps,
    governmentOf: government.of,
    countriesNamed: (text) =>
      trie
        .hits(wordsOf(text))
        .flatMap((hit) => hit.meanings)
        .flatMap((meaning) => ("state" in meaning ? [meaning.state.country] : [])),
    byName(name, context = { countries: [] }) {
      const exact = byId.get(name as ActorId);
      if (exact) return exact;
      return findActors(name, context).find((mention) => mention.actor)?.actor as ActorRow | undefined;
    },
  };
}

/** What names and patterns settle by themselves; undefined for a generic mention. */
function settle(room: GenericRoom, { sense }: MentionDraft, context: ActorContext): Resolved | undefined {
  switch (sense.kind) {
    case "named":
      return { actor: sense.actor, reason: `a name of ${sense.actor.name}` };
    case "state": {
      const found = room.governments.of(sense.state.country, context.publishedOn);
      return {
        ...(found && { actor: found[sense.part] }),
        reason: `${sense.part} of ${sense.state.country}`,
      };
    }
    case "generic":
      return undefined;
  }
}

function resolve(room: GenericRoom, draft: MentionDraft, cast: Cast, context: ActorContext): Resolved {
  if (draft.sense.kind !== "generic") throw new Error("only generic mentions are left to resolve");
  return resolveGeneric(room, draft.sense, draft.from, cast, context);
}

function toMention(
  text: string,
  words: readonly Word[],
  draft: MentionDraft,
  resolved: Resolved,
): ActorMention {
  const start = words[draft.from]!.start;
  const end = words[draft.to - 1]!.end;
  return {
    start,
    end,
    text: text.slice(start, end),
    ...(resolved.actor && { actor: resolved.actor }),
    generic: draft.sense.kind === "generic",
    ...(draft.sense.kind === "named" && draft.sense.person && { person: true as const }),
    reason: resolved.reason,
  };
}

/** Of several actors with one name: one of the day, of the report's countries; a local name needs them. */
function chooseMeaning(meanings: readonly Meaning[], context: ActorContext): Meaning | undefined {
  if (meanings.length === 1 && meanings[0]!.kind !== "actor" && meanings[0]!.kind !== "leader")
    return meanings[0];
  let best: Meaning | undefined;
  let bestRank = -1;
  for (const meaning of meanings) {
    const rank = rankOf(meaning, context);
    if (rank > bestRank) [best, bestRank] = [meaning, rank];
  }
  return best;
}

/** -1: cannot be meant; higher is better. */
function rankOf(meaning: Meaning, context: ActorContext): number {
  if (meaning.kind !== "actor" && meaning.kind !== "leader") return 1;
  const { actor, alias } = meaning;
  const place = actor.countries.findIndex((country) => context.countries.includes(country));
  if (alias.local && place < 0) return -1;
  if (context.publishedOn && !validOn(alias, context.publishedOn)) return -1;
  const main = context.countries[0];
  return place < 0 ? 0 : main !== undefined && actor.countries.includes(main) ? 3 : 2;
}

function validOn(alias: Alias, on: Day): boolean {
  return (alias.from === undefined && alias.until === undefined) || holdsOn(alias, on);
}

function daysOfRow({
  from,
  until,
}: {
  readonly from?: Day;
  readonly until?: Day;
}): Pick<Alias, "from" | "until"> {
  return { ...(from && { from }), ...(until && { until }) };
}

function leader(actor: ActorRow, alias: Alias): Meaning {
  return { kind: "leader", actor, alias };
}

function groupNames({ actor, aliases, leaders }: GroupRow): readonly (readonly [string, Meaning])[] {
  return [
    ...aliases.flatMap((alias) =>
      spellings(alias.text).map((text) => [text, { kind: "actor", actor, alias }] as const),
    ),
    ...leaders.map((alias) => [alias.text, leader(actor, alias)] as const),
  ];
}

/** "US Army" is also written "U.S. Army". */
function spellings(name: string): readonly string[] {
  const dotted = name.replace(/\b(?:UN|US|UK|AU|EU)(?=[ -]|$)/g, (letters) => `${[...letters].join(".")}.`);
  return dotted === name ? [name] : [name, dotted];
}

function stateNames(state: StateRow): readonly (readonly [string, Meaning])[] {
  return [
    ...state.names.map((name) => [name, { kind: "country", state }] as const),
    ...state.demonyms.map((name) => [name, { kind: "demonym", state }] as const),
    ...state.demonyms
      .filter((name) => /[ni]$/.test(name))
      .map((name) => [`${name}s`, { kind: "people", state }] as const),
    ...state.capitals.map((name) => [name, { kind: "capital", state }] as const),
    ...state.organs.map((name) => [name, { kind: "organ", state }] as const),
  ];
}

export type { ActorFiles, NounRow };
