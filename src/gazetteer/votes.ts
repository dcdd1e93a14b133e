import type { CountryCode } from "../domain/ids.ts";
import type { Reading } from "./readings.ts";
import type { Choice } from "./resolve.ts";
import type { Words } from "./words.ts";

/** What the sure choices of a text say of where its other names lie. */
export interface Votes {
  readonly countries: ReadonlyMap<CountryCode, number>;
  readonly units: ReadonlyMap<string, number>;
  readonly fixed: readonly Reading[];
}

export const NO_VOTES: Votes = { countries: new Map(), units: new Map(), fixed: [] };
/** Lead in score from which a choice is sure enough to vote. */
const SURE_LEAD = 2;
/** Places kept for nearness; a long list would make every place near. */
const MOST_FIXED = 40;

export function votesOf(choices: readonly Choice[]): Votes {
  const countries = new Map<CountryCode, number>();
  const units = new Map<string, number>();
  const fixed: Reading[] = [];
  const seen = new Set<string>();
  for (const { found, chosen, ranked } of choices) {
    if (!chosen || found.demonym || seen.has(chosen.place.id)) continue;
    seen.add(chosen.place.id);
    const { country, admin1Code } = chosen.place;
    const rival = ranked[1];
    const sure =
      !rival ||
      (ranked[0]?.score ?? 0) - rival.score > SURE_LEAD ||
      rival.reading.place.admin1Code === admin1Code;
    if (!country || !sure) continue;
    countries.set(country, (countries.get(country) ?? 0) + 1);
    if (admin1Code && chosen.kind !== "country")
      units.set(`${country}.${admin1Code}`, (units.get(`${country}.${admin1Code}`) ?? 0) + 1);
    if (chosen.kind === "P" && chosen.match === "exact") fixed.push(chosen);
  }
  return { countries, units, fixed: fixed.slice(0, MOST_FIXED) };
}

/** Characters back to which a unit just named still tells where the next names lie. */
const LATELY = 250;

/** The first-order unit named last before a mention, as "AF.26". */
export function latelyNamed(words: Words, choices: readonly Choice[], at: number): string | undefined {
  const start = words.start[choices[at]?.found.span.from ?? 0] ?? 0;
  for (let i = at - 1; i >= 0; i--) {
    const choice = choices[i];
    if (!choice || start - (words.end[choice.found.span.to] ?? 0) > LATELY) return undefined;
    const place = choice.chosen?.place;
    if (
      choice.chosen?.kind === "U" ||
      (place?.seatOf === "province" && choice.found.span.from === choice.found.span.to)
    )
      return `${place?.country}.${place?.admin1Code}`;
  }
  return undefined;
}
