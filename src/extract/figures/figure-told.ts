import type { ClaimPlace } from "../../domain/place.ts";
import { inferred, knownPlace } from "../places/claim-place.ts";
import { placesAt } from "../places/place-list.ts";
import { type View, wordAt } from "../words/view.ts";
import { figureFocus } from "./figure-view.ts";

const WHERE = new Set(
  "in at near outside around inside across throughout within along between above below beneath behind to into onto towards toward through against off on over under from of".split(
    " ",
  ),
);
/** These tell where something happened only when nothing else does. */
const WEAK = new Set(
  "to into onto towards toward from of over under through against on off between".split(" "),
);

/** How well the words tell where: 2 a preposition of place, 1 a place as subject or object, 0 a direction or owner. */
type Strength = 0 | 1 | 2;

export interface Candidate {
  readonly place: ClaimPlace;
  readonly at: number;
  readonly strength: Strength;
  /** Several places in a list: no single one is meant. */
  readonly list: boolean;
}

/** Every place that the sentence tells; `prefer` are prepositions that tell the place here, before all others. */
export function placesTold(view: View, prefer?: ReadonlySet<string>): Candidate[] {
  const found: Candidate[] = [];
  for (let i = 0; i < view.tokens.length; i += 1) {
    const preposition =
      WHERE.has(wordAt(view, i)) || prefer?.has(wordAt(view, i)) ? wordAt(view, i) : undefined;
    if (!preposition && !opensPhrase(view, i)) continue;
    const from = preposition ? i + 1 : i;
    if (isActor(view, from)) continue;
    if (preposition && isWholeCountry(view, from)) {
      const place = wholeCountry(view);
      if (place) found.push({ place, at: i, strength: 2, list: false });
      continue;
    }
    const seat = preposition ? capitalAt(view, from) : undefined;
    if (seat) {
      found.push({ place: seat, at: i, strength: 2, list: false });
      continue;
    }
    const [first, ...others] = placesAt(view, { from, to: view.tokens.length }, figureFocus(view));
    if (!first?.place) continue;
    const aimed =
      /^(?:of|on|against)$/.test(preposition ?? "") && view.words.has("aimed", wordAt(view, i - 1));
    const strength = aimed
      ? 2
      : prefer?.has(preposition ?? "")
        ? 2
        : preposition === undefined
          ? 1
          : WEAK.has(preposition)
            ? 0
            : 2;
    const list = others.some(({ place }) => place !== undefined && place.name !== first.place?.name);
    const spoken = strength < 2 && first.place?.level === "site" && first.form === "noun";
    if (spoken) continue;
    if (first.form !== "pronoun") found.push({ place: first.place, at: i, strength, list });
    i = Math.max(i, (others.at(-1) ?? first).words.to - 1);
  }
  return found;
}

/** The country that the report is mainly about. */
export function wholeCountry({ report }: View): ClaimPlace | undefined {
  const code = report.countries[0];
  const place = code && report.gazetteer.country(code);
  return place ? inferred(knownPlace(place, place.name)) : undefined;
}

/** "of Islamic State", "the State of …": names of actors that hold words of places. */
function isActor(view: View, from: number): boolean {
  const first = view.tags[from]?.tag === "determiner" ? from + 1 : from;
  return view.actorAt(first) !== undefined && view.placeAt(first)?.role !== "place";
}

/** "inside the country", "throughout the nation". */
function isWholeCountry(view: View, from: number): boolean {
  return (
    wordAt(view, from) === "the" &&
    /^(?:country|nation)$/.test(wordAt(view, from + 1)) &&
    wordAt(view, from + 2) !== "'s"
  );
}

/** "in the capital": of the province that the sentence names before, else of the country. */
export function capitalAt(view: View, from: number): ClaimPlace | undefined {
  if (wordAt(view, from) !== "the" || wordAt(view, from + 1) !== "capital") return undefined;
  const next = wordAt(view, from + 2);
  const named = view.placeAt(from + 2) ?? (next === "," ? view.placeAt(from + 3) : undefined);
  if (/^(?:of|'s)$/.test(next) || named) return undefined;
  const start = view.tokens[from]?.start ?? 0;
  const province = view.analysis.places.findLast(
    (one) => one.end <= start && one.place?.level === "province",
  );
  const code = view.report.countries[0];
  const unit = province?.place ?? (code && view.report.gazetteer.country(code));
  const seat = unit && view.report.gazetteer.seatOf(unit.id);
  return seat && inferred(knownPlace(seat, "the capital"));
}

/** A noun phrase begins here. */
function opensPhrase(view: View, at: number): boolean {
  const tag = view.tags[at]?.tag;
  if (tag === "determiner" || tag === "possessive") return true;
  if (view.actorAt(at)) return false;
  const before = view.tags[at - 1]?.tag;
  return (
    view.placeAt(at)?.role === "place" && before !== "name" && before !== "noun" && before !== "adjective"
  );
}
