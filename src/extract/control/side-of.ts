import type { ActorRef } from "../../domain/claim.ts";
import { type View, wordAt } from "../words/view.ts";

/** "Ukrainian hands", "the Ukrainian flag": the forces of the people that the adjective names. */
export function peoplesForces(view: View, at: number): ActorRef | undefined {
  const word = view.tokens[at]?.text ?? "";
  if (view.placeAt(at)?.role !== "demonym") return undefined;
  const { actors, countries, publishedOn } = view.report;
  const actor = actors.byName(`${word} forces`, { countries, ...(publishedOn ? { publishedOn } : {}) });
  return actor && { id: actor.id, name: actor.name, mention: word };
}

/** "government control", "rebel hands": whom the report means by such forces. */
export function sidesForces(view: View, at: number): ActorRef | undefined {
  const word = wordAt(view, at);
  if (!view.words.has("side-noun", word)) return undefined;
  const { actors, countries, publishedOn } = view.report;
  const known = view.report.sentences
    .flatMap((one) => one.actors)
    .find((one) => one.actor && one.generic && one.text.toLowerCase().includes(word));
  const actor =
    known?.actor ?? actors.byName(`${word} forces`, { countries, ...(publishedOn ? { publishedOn } : {}) });
  return actor ? { id: actor.id, name: actor.name, mention: word } : undefined;
}
