import type { Day } from "../domain/day.ts";
import type { Problem } from "../domain/problem.ts";
import type { Ledger } from "../ledger/entry.ts";
import { saidBy, voicesIn } from "../picture/according-to.ts";
import { type Change, differenceOf } from "../picture/difference.ts";
import { type Folded, fold } from "../picture/fold.ts";
import { pictureOf } from "../picture/picture.ts";
import type { Picture, PicturePlace, Viewpoint } from "../picture/types.ts";
import { type AskDeps, latestPublished, placesNamed, type Question, viewpointOf } from "./question.ts";

export function foldFor(ledger: Ledger, { accordingTo }: Question, deps: AskDeps): Folded {
  return fold(ledger, deps.fold, accordingTo && saidBy(accordingTo));
}

/** The picture that a question asks for. */
export function ask(ledger: Ledger, question: Question, deps: AskDeps, today: Day): Picture {
  const viewpoint = viewpointOf(question, latestPublished(ledger), today);
  const folded = foldFor(ledger, question, deps);
  const found = answer(folded, question, viewpoint, deps);
  const silent = isSilent(folded) ? voiceProblem(ledger, question, deps) : undefined;
  return silent ? { ...found, problems: [...found.problems, silent] } : found;
}

function isSilent({ places, others, setAside }: Folded): boolean {
  return places.length + others.length + setAside.length === 0;
}

/** Voices that the problem names. */
const MAX_VOICES = 12;

/** What is wrong with asking for a voice that says nothing, not naming it, as it may be withheld; `undefined` where no single voice was asked for. */
export function voiceProblem(ledger: Ledger, { accordingTo }: Question, deps: AskDeps): Problem | undefined {
  if (!accordingTo) return undefined;
  const known = voicesIn(ledger, accordingTo.kind, deps.fold.sources).slice(0, MAX_VOICES).join(", ");
  const where = `the ${accordingTo.kind} that was asked for`;
  return { code: "voice-unknown", where, known };
}

function answer(folded: Folded, question: Question, viewpoint: Viewpoint, deps: AskDeps): Picture {
  const whole = pictureOf(folded, viewpoint, deps.fold.isSeat);
  const wanted = filterOf(folded, question, deps);
  if (!wanted) return whole;
  const about = ({ place }: { readonly place?: PicturePlace }) => place !== undefined && wanted(place);
  return {
    ...whole,
    places: whole.places.filter(about),
    tallies: whole.tallies.filter(about),
    displacement: whole.displacement.filter(about),
    tolls: whole.tolls.filter(about),
    access: whole.access.filter(about),
  };
}

function filterOf(folded: Folded, { country, place }: Question, deps: AskDeps) {
  if (!country && !place) return undefined;
  const ids = place ? new Set(placesNamed(folded, place, deps).map((one) => one.place.id)) : undefined;
  return (one: PicturePlace) => (!country || one.country === country) && (!ids || ids.has(one.id));
}

/** What happened between two days of the world, or was learned between two days of knowledge, or both. */
export function difference(
  ledger: Ledger,
  question: Question & { readonly from: Viewpoint; readonly to: Viewpoint },
  deps: AskDeps,
): readonly Change[] {
  const folded = foldFor(ledger, question, deps);
  const at = (viewpoint: Viewpoint) => answer(folded, question, viewpoint, deps);
  return differenceOf(at(question.from), at(question.to), (id) => deps.fold.actors.actor(id)?.name ?? id);
}
