import { placesAt } from "../../places/place-list.ts";
import { type PlaceArgument, placeAt } from "../../places/place-of.ts";
import { wordAt } from "../../words/view.ts";
import { around, type ControlEvent, type Found, type Reading } from "./frame.ts";

/** What the text leaves out: "X fell on Thursday, Y a day later", "so did Y". The event before is told of the new place. */
export function ellipsisEvents(reading: Reading, found: readonly Found[]): Found[] {
  const own = found.filter((one) => "change" in one);
  return [...gapped(reading, own), ...soDid(reading, own.at(-1) ?? reading.focus.last)];
}

/** A comma or "and", a name and a time, with no verb, behind an event whose place is its subject. */
function gapped(reading: Reading, own: readonly ControlEvent[]): Found[] {
  const { view, focus } = reading;
  return own.flatMap((event) => {
    const clause = event.clause === undefined ? undefined : view.analysis.clauses[event.clause];
    if (!clause?.rest || !/^(?:gained|lost)$/.test(event.change)) return [];
    const found: ControlEvent[] = [];
    for (let i = clause.rest.from; i < clause.rest.to; i += 1) {
      if (!/^(?:,|and)$/.test(wordAt(view, i))) continue;
      const place = placeAt(view, { from: i + 1, to: clause.rest.to }, focus);
      if (
        place?.form !== "named" ||
        !isTime(reading, place.words.to) ||
        place.place?.name === event.place?.name
      )
        continue;
      found.push(told(event, place, "the same, left out"));
    }
    return found;
  });
}

function isTime({ view }: Reading, at: number): boolean {
  if (view.dayAt(at) || view.dayAt(at + 1)) return true;
  return (
    /^(?:a|two|three|hours|days|the|one)$/.test(wordAt(view, at)) &&
    /^(?:later|earlier|after|before|next|previous|following)$/.test(
      `${wordAt(view, at + 1)}`.replace(/^(?:day|days|week|weeks|hours?)$/, wordAt(view, at + 2)),
    )
  );
}

/** "so did Y", "as did Y and Z", "so have X and Y". */
function soDid(reading: Reading, event: ControlEvent | undefined): Found[] {
  const { view, focus } = reading;
  if (!event) return [];
  const found: Found[] = [];
  for (let i = 0; i + 2 < view.tokens.length; i += 1) {
    if (
      !/^(?:so|as)$/.test(wordAt(view, i)) ||
      !/^(?:did|do|does|have|has|had|was|were|are|is)$/.test(wordAt(view, i + 1))
    )
      continue;
    const places = placesAt(view, { from: i + 2, to: view.tokens.length }, focus).filter(
      ({ form }) => form === "named",
    );
    const own = view.analysis.clauses.findIndex((clause) => clause.from <= i + 1 && i + 1 < clause.to);
    for (const place of places)
      found.push({
        ...told(event, place, "so did"),
        trigger: { from: i, to: i + 2 },
        words: around({ from: i, to: i + 2 }, place.words),
        ...(own >= 0 ? { clause: own } : {}),
      });
  }
  return found;
}

function told(event: ControlEvent, place: PlaceArgument, basis: string): ControlEvent {
  return {
    ...event,
    ...(place.place ? { place: place.place } : {}),
    trigger: place.words,
    words: place.words,
    basis: `${event.basis}, ${basis}`,
  };
}
