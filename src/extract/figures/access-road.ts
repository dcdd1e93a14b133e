import type { ClaimPlace } from "../../domain/place.ts";
import { knownPlace, namedPlace } from "../places/claim-place.ts";
import { type PlaceArgument, placeAt } from "../places/place-of.ts";
import type { TokenRange } from "../types.ts";
import { phraseAt } from "../words/noun-phrase.ts";
import { spanOf, textOf, type View, wordAt } from "../words/view.ts";
import { capitalAt } from "./figure-told.ts";
import { figureFocus } from "./figure-view.ts";

/** The two ends of a road, as names, and the road itself as a place. */
export interface Road {
  readonly from?: string;
  readonly to?: string;
  readonly place?: ClaimPlace;
}

const LINKS = new Set(["linking", "connecting", "links", "joining", "ties", "connects", "joins"]);

/** "the highway linking A with B", "the road between A and B", "from A to B", "the A-B road", "roads into A". */
export function roadOf(view: View, road: TokenRange, end: number): Road {
  const ends = endsOf(view, road, end);
  const near = ends.find((one) => one.place)?.place;
  const [first, second] = ends;
  const noun = wordAt(view, road.to - 1);
  const name =
    first && second
      ? `${first.written ?? first.name}-${second.written ?? second.name} ${noun}`
      : first
        ? `${noun} ${first.preposition ?? "to"} ${first.written ?? first.name}`
        : undefined;
  const place: ClaimPlace | undefined =
    name === undefined
      ? undefined
      : {
          ...(near ? { ...near, precision: "near" as const } : { precision: "unlocated" as const }),
          name,
          toponym: textOf(view, road),
          level: "road",
        };
  const both = first !== undefined && second !== undefined;
  return {
    ...(both && first ? { from: first.name } : {}),
    ...(second
      ? { to: second.name }
      : first && !both && first.preposition === "to"
        ? { to: first.name }
        : {}),
    ...(place ? { place } : {}),
  };
}

interface End {
  readonly name: string;
  /** The name as the text spells it. */
  readonly written?: string;
  readonly place?: ClaimPlace;
  readonly preposition?: string;
}

function endsOf(view: View, road: TokenRange, end: number): readonly End[] {
  const inside = insideName(view, road);
  if (inside.length > 0) return inside;
  let at = road.to;
  while (at < end && /^(?:that|which|,)$/.test(wordAt(view, at))) at += 1;
  const link = wordAt(view, at);
  if (LINKS.has(link) || link === "between" || link === "from") return pairAfter(view, at + 1, end);
  if (/^(?:to|into|towards|out)$/.test(link)) {
    const one = endAt(view, at + 1, end);
    return one ? [{ ...one.end, preposition: link }] : [];
  }
  return [];
}

/** "Mopti-Gao road", "the Gao to Kidal road". */
function insideName(view: View, road: TokenRange): readonly End[] {
  const found: End[] = [];
  for (let i = road.from; i < road.to; i += 1) {
    const mention = view.placeAt(i);
    if (mention?.role !== "place" || (i > road.from && view.placeAt(i - 1) === mention)) continue;
    found.push({ name: mention.place?.name ?? mention.text, place: namedPlace(mention) });
  }
  return found.length === 2 ? found : [];
}

function pairAfter(view: View, at: number, end: number): readonly End[] {
  const first = endAt(view, at, end);
  if (!first) return [];
  const join = wordAt(view, first.to);
  if (!/^(?:and|with|to)$/.test(join)) return [{ ...first.end, preposition: "to" }];
  const second = endAt(view, first.to + 1, end);
  return second ? [first.end, second.end] : [{ ...first.end, preposition: "to" }];
}

/** A place named or described ("the capital", "the country's southern provinces"). */
function endAt(view: View, at: number, end: number): { readonly end: End; readonly to: number } | undefined {
  const phrase = phraseAt(view, at, end);
  if (!phrase) return undefined;
  const capital = capitalOf(view, phrase) ?? capitalAt(view, at);
  if (capital) return { end: { name: capital.name, place: capital }, to: phrase.to };
  const argument = placeAt(view, { from: at, to: end }, figureFocus(view));
  const guessed = argument?.form === "noun" && argument.place?.inferred;
  if (argument?.place && argument.place.level !== "area" && !guessed)
    return { end: endOf(argument), to: argument.words.to };
  const { start } = spanOf(view, phrase);
  const text = view.report.report.text.slice(start, spanOf(view, phrase).end);
  return { end: { name: plain(text) }, to: phrase.to };
}

function endOf({ place, form }: PlaceArgument): End {
  if (!place) throw new Error("the end of a road was taken from words without a place");
  return { name: place.name, place, ...(form === "named" ? { written: place.toponym } : {}) };
}

/** "the Afghan capital": the seat of the people's country. */
function capitalOf(view: View, phrase: TokenRange & { readonly head: number }): ClaimPlace | undefined {
  if (wordAt(view, phrase.head) !== "capital") return undefined;
  const start = view.tokens[phrase.from]?.start ?? 0;
  const end = view.tokens[phrase.head]?.start ?? 0;
  const people = view.analysis.places.find(
    (one) => one.role === "demonym" && one.start >= start && one.end <= end,
  );
  const seat = people?.place && view.report.gazetteer.seatOf(people.place.id);
  return seat && knownPlace(seat, textOf(view, phrase));
}

/** Without article and owner: "the country's southern provinces" -> "southern provinces". */
function plain(text: string): string {
  return text.replace(/^(?:the|a|an|its|their)\s+/i, "").replace(/^(?:country|nation|region)['’]s\s+/i, "");
}
