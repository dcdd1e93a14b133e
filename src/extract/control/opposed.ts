import type { ActorMention } from "../../actors/types.ts";
import { actorInSentence } from "../speech/spoken-actors.ts";
import type { Phrase } from "../words/noun-phrase.ts";
import { type View, wordAt } from "../words/view.ts";

/**
 * "Anti-government troops", "tribal gunmen", "forces opposed to the president", "men fighting the army", "the rebel faction said its forces":
 * a plain word for armed men whom the words around set against, or apart from, those it would mean alone.
 */
export function isSetApart(view: View, phrase: Phrase, mention: ActorMention): boolean {
  return (
    (mention.generic && isAgainst(view, phrase)) ||
    isOfUnknown(view, phrase) ||
    isOfRebel(view, phrase, mention)
  );
}

function isAgainst(view: View, { from, to }: Phrase): boolean {
  for (let i = from; i < to; i += 1)
    if (/^(?:anti(?:-.*)?|breakaway|tribal|local)$/.test(wordAt(view, i))) return true;
  const next = wordAt(view, to);
  if (/^(?:opposed|hostile|opposing)$/.test(next)) return true;
  return /^(?:fighting|battling|against)$/.test(next) && wordAt(view, to + 1) !== "alongside";
}

/** "A rebel leader said his forces": not the state's. */
function isOfRebel(view: View, { from }: Phrase, { actor }: ActorMention): boolean {
  if (actor?.kind !== "state-forces" || !/^(?:his|her|their|our|my)$/.test(wordAt(view, from))) return false;
  const at = view.tokens[from]?.start ?? 0;
  return view.analysis.attributions.some(
    ({ content, speaker }) =>
      content.start <= at &&
      at < content.end &&
      /\b(?:rebel|insurgent|guerrilla|militia|separatist|opposition)\b/i.test(speaker.name),
  );
}

/** "Its forces" of a group that is named and not known. */
function isOfUnknown(view: View, { from }: Phrase): boolean {
  if (!/^(?:its|their)$/.test(wordAt(view, from))) return false;
  const owner = actorInSentence(view, from);
  return owner !== undefined && owner.actor === undefined;
}

/** "Troops from the African Union Mission (AMISOM)", "they (the rebels)": whom the brackets name. */
export function bracketed(view: View, phrase: Phrase): ActorMention | undefined {
  let at = phrase.to;
  const names = /^(?:from|of)$/.test(wordAt(view, at));
  while (names && at < phrase.to + 9 && /^(?:preposition|determiner|name|to)$/.test(view.tags[at]?.tag ?? ""))
    at += 1;
  if (wordAt(view, at) !== "(") return undefined;
  const first = view.tags[at + 1]?.tag === "determiner" ? at + 2 : at + 1;
  const mention = view.actorAt(first);
  let end = first;
  while (mention && view.actorAt(end) === mention) end += 1;
  return wordAt(view, end) === ")" ? mention : undefined;
}
