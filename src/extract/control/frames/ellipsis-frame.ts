import { placesAt } from "../../places/place-list.ts";
import { type PlaceArgument, placeAt } from "../../places/place-of.ts";
import type { TokenRange } from "../../types.ts";
import { withoutIntroduction } from "../../words/noun-phrase.ts";
import { type View, wordAt } from "../../words/view.ts";
import { around, type ControlEvent, type Found, type Reading } from "./frame.ts";

/** What the text leaves out: "X fell on Thursday, Y a day later", "so did Y". The event before is told of the new place. */
export function ellipsisEvents(reading: Reading, found: readonly Found[]): Found[] {
  const own = found.filter((one) => "change" in one);
  const last = own.at(-1) ?? reading.focus.last;
  const next = followed(reading, own, last);
  const dated = own.length > 0 || last === undefined ? [] : datedList(reading, last);
  const before = [...own, ...next.filter((one) => "change" in one)].at(-1);
  return [...gapped(reading, own), ...soDid(reading, before), ...next, ...dated];
}

/** "X followed on Tuesday", "Y and Z went first", "X went the same way": names of places whose verb tells no more than that. */
function followed(
  { view, focus }: Reading,
  own: readonly ControlEvent[],
  last: ControlEvent | undefined,
): Found[] {
  const here = view.analysis.sentence.index;
  const near = own.length > 0 || here - (focus.lastAt ?? -9) <= 3;
  if (!last || !near || !/^(?:gained|lost|holds)$/.test(last.change)) return [];
  const change = last.change === "lost" ? "lost" : "gained";
  return view.analysis.clauses.flatMap((clause, index): Found[] => {
    const { verb, subject, rest } = clause;
    if (!verb || !subject || clause.inherited || verb.negated || verb.modality) return [];
    if (
      !/^(?:follow|go)$/.test(verb.lemma) ||
      verb.voice === "passive" ||
      !/^(?:past|perfect|past-perfect)$/.test(verb.tense)
    )
      return [];
    if (rest && rest.to > rest.from && !tellsNoMore(view, rest)) return [];
    const places = placesAt(view, withoutIntroduction(view, subject), focus);
    if (
      places.length === 0 ||
      places.some(({ form, place }) => form !== "named" || place?.level === "country")
    )
      return [];
    return places.map((place) => ({
      ...told(last, place, `${verb.lemma}, as before`),
      change,
      staged: { stage: "done" as const },
      trigger: { from: verb.from, to: verb.to },
      words: around(place.words, verb),
      clause: index,
    }));
  });
}

/** A time, a rank or the same way, and nothing else. */
function tellsNoMore(view: View, { from }: TokenRange): boolean {
  const words = [from, from + 1, from + 2].map((at) => wordAt(view, at));
  return (
    view.dayAt(from) !== undefined ||
    (view.tags[from]?.tag === "preposition" && view.dayAt(from + 1) !== undefined) ||
    /^(?:on|by) the (?:\d+(?:st|nd|rd|th)|\w+(?:th|first|second|third))$/.test(words.join(" ")) ||
    /^(?:first|next|too|soon|suit|also|later|within|hours|days)$/.test(words[0] ?? "") ||
    /^(?:the same way|over the weekend|a day later|shortly after)/.test(words.join(" "))
  );
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
        own.some((one) => one.place?.name === place.place?.name)
      )
        continue;
      found.push(told(event, place, "the same, left out"));
    }
    return found;
  });
}

/** "A on Friday, B on Saturday, C on Sunday", at the start of a sentence or behind a colon, soon after what befell the first. */
function datedList({ view, focus }: Reading, last: ControlEvent): Found[] {
  const near = view.analysis.sentence.index - (focus.lastAt ?? -9) <= 3;
  if (!near || !/^(?:gained|lost)$/.test(last.change)) return [];
  const found: ControlEvent[] = [];
  for (let i = 0; i < view.tokens.length; i += 1) {
    const opens =
      i === 0 || wordAt(view, i - 1) === ":" || (found.length > 0 && /^(?:,|and)$/.test(wordAt(view, i - 1)));
    const place = opens ? placeAt(view, { from: i, to: view.tokens.length }, focus) : undefined;
    if (place?.form !== "named" || place.words.from !== i) continue;
    const at = view.tags[place.words.to]?.tag === "preposition" ? place.words.to + 1 : place.words.to;
    const day = view.dayAt(at);
    if (!day) continue;
    found.push({ ...told(last, place, "as before, in a list"), valid: day.valid, staged: { stage: "done" } });
    i = at;
    while (i + 1 < view.tokens.length && view.dayAt(i + 1) === day) i += 1;
  }
  return found.length > 1 ? found : [];
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
function soDid(reading: Reading, own: ControlEvent | undefined): Found[] {
  const { view, focus } = reading;
  const found: Found[] = [];
  for (let i = 0; i + 2 < view.tokens.length; i += 1) {
    if (
      !/^(?:so|as)$/.test(wordAt(view, i)) ||
      !/^(?:did|do|does|have|has|had|was|were|are|is)$/.test(wordAt(view, i + 1))
    )
      continue;
    const event = own ?? (i <= 1 ? focus.last : undefined);
    if (!event) continue;
    const places = placesAt(view, { from: i + 2, to: view.tokens.length }, focus).filter(
      ({ form }) => form === "named",
    );
    const index = view.analysis.clauses.findIndex((clause) => clause.from <= i + 1 && i + 1 < clause.to);
    for (const place of places)
      found.push({
        ...told(event, place, "so did"),
        trigger: { from: i, to: i + 2 },
        words: around({ from: i, to: i + 2 }, place.words),
        ...(index >= 0 ? { clause: index } : {}),
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
