import type { DisplacementMeasure, Stage } from "../../domain/claim.ts";
import { daysBetween } from "../../domain/day.ts";
import type { ClaimPlace } from "../../domain/place.ts";
import type { Counted } from "../numbers/numbers-noun.ts";
import { shareBehind } from "../numbers/numbers-shares.ts";
import { placeAt } from "../places/place-of.ts";
import type { Draft } from "../types.ts";
import type { View } from "../words/view.ts";
import type { Hit } from "./displacement-counted.ts";
import { asOf, dayUntil, isCountedSince } from "./figure-asof.ts";
import { drafted } from "./figure-draft.ts";
import { wholeCountry } from "./figure-told.ts";
import { figureFocus } from "./figure-view.ts";

export interface Move {
  readonly counted: Counted;
  readonly measure: DisplacementMeasure;
  readonly hit: Hit;
  readonly end: number;
  readonly basis: string;
  readonly stage?: Stage;
}

/** From so many on, or counted over so many days, a number without a place is the country's. */
const NATIONAL = { persons: 50_000, days: 45 };
const WITHIN: ReadonlySet<string> = new Set(["in", "inside", "within", "across"]);
const TOWARDS: ReadonlySet<string> = new Set(["to", "into", "in", "at", "inside"]);
const FROM: ReadonlySet<string> = new Set(["in", "at", "from", "inside", "across"]);

/** "The town shelters 20,000" tells of displaced persons, "Chad shelters 20,000" and "20,000 refugees" of refugees. */
export function isShelteredAtHome(view: View, hit: Hit, { from, to }: Counted): boolean {
  if (hit.row.use !== "stock" || view.tokens.slice(from, to + 2).some(({ lower }) => ABROAD.test(lower)))
    return false;
  const host = hostOf(view, hit, "refugees");
  return host?.level !== "country" || host.country === view.report.countries[0];
}

const ABROAD = /^(?:refugees?|asylum|asylum-seekers)$/;

/** The claim of a move, with the place and the day that it is told for. */
export function draftOf({ counted, measure, hit, basis, stage }: Move, view: View): Draft {
  const { analysis, report } = view;
  const since = analysis.days.find((day) => day.bound === "since")?.valid.from;
  const words =
    counted.from > hit.to + 12
      ? { from: counted.from, to: counted.to }
      : { from: Math.min(counted.from, hit.from), to: Math.max(counted.to, hit.to) };
  const many = (counted.count.best ?? counted.count.low ?? counted.count.high ?? 0) >= NATIONAL.persons;
  const long =
    since !== undefined &&
    report.publishedOn !== undefined &&
    daysBetween(since, report.publishedOn) > NATIONAL.days;
  const national = measure !== "evacuated" && (many || long);
  const host = hostOf(view, hit, measure);
  const until = shareBehind(view.tokens, Math.max(counted.to, hit.to));
  const isStock = measure === "idps" && view.analysis.days.length === 0;
  const valid = isStock || isRunning(view, hit) ? asOf(view) : dayUntil(view, hit, until);
  return {
    kind: "displacement",
    measure,
    count: counted.count,
    unit:
      counted.kind === "households" || /_(?:families|households)$/.test(hit.row.words)
        ? "households"
        : "persons",
    ...(counted.who ? { who: counted.who } : {}),
    ...(since ? { since, cumulative: true as const } : {}),
    ...(valid ? { valid } : {}),
    ...(stage ? { stage } : {}),
    ...drafted(
      view,
      { words, trigger: { from: hit.from, to: hit.to }, at: counted.from > hit.to + 3 ? counted : hit },
      {
        prefer: measure === "newly-displaced" ? FROM : measure === "refugees" ? TOWARDS : WITHIN,
        national,
        ...(until === undefined ? {} : { until }),
        wide: true,
        ...(host ? { place: host } : {}),
      },
    ),
    basis,
  };
}

/** "Chad hosts 400,000 refugees" is about Chad; those who return are where the report is. */
function hostOf(view: View, hit: Hit, measure: DisplacementMeasure): ClaimPlace | undefined {
  if (measure === "returnees") return view.tokens[hit.to]?.lower === "from" ? wholeCountry(view) : undefined;
  if (measure === "refugees" && leavesCountry(view, hit.to)) return wholeCountry(view);
  if (hit.row.use !== "stock") return undefined;
  const subject = view.analysis.clauses.findLast(
    ({ from, to }) => from <= hit.from && hit.from < to,
  )?.subject;
  return subject && placeAt(view, subject, figureFocus(view))?.place;
}

/** "have left the country": the one that they left. */
function leavesCountry({ tokens }: View, at: number): boolean {
  const [first, second] = [tokens[at]?.lower, tokens[at + 1]?.lower];
  return tokens[at - 1]?.lower === "country" || (first === "the" && second === "country");
}

/** "have been displaced": no other day is told. */
function isRunning(view: View, hit: Hit): boolean {
  if (isCountedSince(view, hit)) return true;
  const before = view.tokens.slice(Math.max(0, hit.from - 2), hit.to);
  return view.analysis.days.length === 0 && before.some(({ lower }) => /^(?:have|has)$/.test(lower));
}
