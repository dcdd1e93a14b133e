import type { ClaimPlace } from "../../domain/place.ts";
import { inferred, namedPlace } from "../places/claim-place.ts";
import { placesAt } from "../places/place-list.ts";
import type { Clause, TokenRange } from "../types.ts";
import { type Phrase, phraseAt } from "../words/noun-phrase.ts";
import { textOf, type View, wordAt } from "../words/view.ts";
import { runningPlace } from "./figure-running.ts";
import { isLocal } from "./figure-saying.ts";
import { inSense } from "./figure-sense.ts";
import type { Candidate } from "./figure-told.ts";
import { figureFocus } from "./figure-view.ts";

/** What the sentences before speak of, and this one before the token `until`. */
export function placeBefore(view: View, until?: number): ClaimPlace | undefined {
  const spoken = runningPlace(view, { until });
  return spoken && inferred(inSense(view, spoken));
}

/** What a relative clause or "where" hangs on. */
export function hangingPlace(
  view: View,
  own: Clause,
  candidates: readonly Candidate[],
): ClaimPlace | undefined {
  if (own.opener === "where")
    return candidates.findLast(({ at, place }) => at < own.from && isLocal(place))?.place;
  return own.role === "relative" && own.antecedent ? ofAntecedent(view, own.antecedent) : undefined;
}

/** "the southern provinces, which are under attack": what the clause hangs on; unlocated where no name tells. */
function ofAntecedent(view: View, antecedent: TokenRange): ClaimPlace | undefined {
  const phrase = lastPhrase(view, antecedent);
  const noun = phrase && view.placeNouns.get(wordAt(view, phrase.head));
  if (!phrase || !noun?.level) return undefined;
  const known = placesAt(view, { from: phrase.from, to: antecedent.to }, figureFocus(view))[0]?.place;
  if (known && !known.inferred) return known;
  if (noun.level === "site") return undefined;
  const name = plainName(textOf(view, phrase));
  return {
    name,
    toponym: name,
    level: noun.level === "province" ? "area" : noun.level,
    precision: "unlocated",
  };
}

/** The noun phrase that ends the range: in "links the capital with the south, which" the south. */
function lastPhrase(view: View, { from, to }: TokenRange): Phrase | undefined {
  let head = to - 1;
  while (head >= from && !view.placeNouns.has(wordAt(view, head))) head -= 1;
  let found: Phrase | undefined;
  for (let start = head; start >= from; start -= 1) {
    const phrase = phraseAt(view, start, to);
    if (phrase?.head !== head) break;
    found = phrase;
  }
  return found;
}

/** Without article and owner: "the country's southern provinces" is "southern provinces". */
function plainName(text: string): string {
  return text
    .replace(/^(?:the|a|an|its|their)\s+/i, "")
    .replace(/^(?:country|nation|region|province)['’]s\s+/i, "");
}

/** The only crossing that the report names. */
export function onlyCrossing(view: View): ClaimPlace | undefined {
  const named = new Map<string, ClaimPlace>();
  for (const { places } of view.report.sentences)
    for (const mention of places)
      if (mention.role === "place" && mention.level === "crossing")
        named.set(mention.place?.id ?? mention.text, namedPlace(mention));
  const [only] = named.values();
  return only && named.size === 1 ? inferred(only) : undefined;
}
