import type { CountryCode } from "../domain/ids.ts";
import type { Atlas } from "./atlas.ts";
import type { Lexicon } from "./lexicon.ts";
import { spansFrom } from "./spans.ts";
import type { PlaceContext } from "./types.ts";
import type { Words } from "./words.ts";

/** Which countries a text is about: those given, then those that its own words name. */
export interface Scope {
  /** Searched with every spelling. Given ones first, then by code, so that texts about the same countries search alike. */
  readonly countries: readonly CountryCode[];
  readonly given: ReadonlySet<CountryCode>;
  /** Given, or what the text is plainly about: there a small place is believed, and other spellings are tried. */
  readonly home: ReadonlySet<CountryCode>;
  /** Equal for texts whose names are looked up in the same countries in the same way. */
  readonly signature: string;
  /** 0 to 1 by country: its share of the best-evidenced country's mentions. */
  readonly share: ReadonlyMap<CountryCode, number>;
}

const MOST_COUNTRIES = 5;
const HOME_SHARE = 0.4;
const GIVEN = 3;
const NAMED = 1.5;
const DEMONYM = 1;
/** A weighty place votes for its country, once however often it is named; the vote is split when several countries have one of that name. */
const PLACE = 0.6;

export function scopeOf(words: Words, atlas: Atlas, lexicon: Lexicon, context: PlaceContext): Scope {
  const given = new Set(context.countries ?? []);
  const votes = new Map<CountryCode, number>([...given].map((country) => [country, GIVEN]));
  const voted = new Set<string>();
  const vote = (country: CountryCode | undefined, count: number) => {
    if (country) votes.set(country, (votes.get(country) ?? 0) + count);
  };
  for (let at = 0; at < words.start.length; at++) {
    if (!words.capital[at]) continue;
    for (const span of spansFrom(words, at)) {
      const { globals, places } = atlas.fame(span.key);
      if (globals) {
        for (const one of globals) {
          const countries = one.place.countries ?? (one.place.country ? [one.place.country] : []);
          for (const country of countries)
            vote(country, (one.role === "demonym" ? DEMONYM : NAMED) / countries.length / globals.length);
        }
        at = span.to;
        break;
      }
      if (places.length === 0) continue;
      if (
        span.from === span.to &&
        (lexicon.has("ordinary", span.key) ||
          lexicon.has("given-name", span.key) ||
          lexicon.has("surname", span.key))
      )
        continue;
      if ([...given].some((country) => atlas.shard(country).has(span.key))) continue;
      if (!voted.has(span.key)) for (const entry of places) vote(entry.country, PLACE / places.length);
      voted.add(span.key);
      at = span.to;
      break;
    }
  }
  if (context.home && !votes.has(context.home)) vote(context.home, 0.3);
  const most = Math.max(...votes.values(), 0.001);
  const share = new Map([...votes].map(([country, count]) => [country, count / most]));
  const found = [...votes]
    .filter(([country, count]) => !given.has(country) && count / most >= 0.12)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MOST_COUNTRIES)
    .map(([country]) => country)
    .sort();
  const home = new Set(given);
  for (const country of found) {
    if ((share.get(country) ?? 0) >= HOME_SHARE && !atlas.knowledge.english.has(country)) home.add(country);
  }
  const countries = [...given, ...found];
  const signature = `${[...given].sort().join("")}/${found.join("")}/${[...home].sort().join("")}`;
  return { countries, given, home, signature, share };
}
