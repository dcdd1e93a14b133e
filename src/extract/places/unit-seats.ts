import type { Phrase } from "../words/noun-phrase.ts";
import { type View, wordAt } from "../words/view.ts";
import { type Described, endOf, seat } from "./described-place.ts";

/** "the provincial centres of A and B": the seat of each of the units that are named. */
export function seatsIn(view: View, phrase: Phrase, to: number): Described[] {
  if (!isSeats(view, phrase) || wordAt(view, phrase.to) !== "of") return [];
  const found: Described[] = [];
  for (let i = phrase.to + 1; i < to; i += 1) {
    const mention = view.placeAt(i);
    if (!mention) {
      if (!/^(?:,|and)$/.test(wordAt(view, i))) break;
      continue;
    }
    const end = endOf(view, i);
    const one = mention.place && seat(view, phrase, mention.place);
    if (one) found.push({ ...one, words: { from: found.length === 0 ? phrase.from : i, to: end } });
    i = end - 1;
  }
  return found.length > 1 ? found : [];
}

function isSeats(view: View, { from, head }: Phrase): boolean {
  if (/^(?:capitals|seats)$/.test(wordAt(view, head))) return true;
  return (
    /^(?:centres|centers)$/.test(wordAt(view, head)) &&
    head > from &&
    /^(?:provincial|regional|state|district)$/.test(wordAt(view, head - 1))
  );
}
