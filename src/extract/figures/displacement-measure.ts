import type { DisplacementMeasure } from "../../domain/claim.ts";
import { type Counted, word } from "../numbers/numbers-noun.ts";
import type { ReportAnalysis, SentenceAnalysis, Token } from "../types.ts";
import type { View } from "../words/view.ts";
import { leadsAbroad } from "./displacement-border.ts";
import type { Hit, Moving } from "./displacement-counted.ts";

/** "counted 90,000 displaced", "sheltered 450,000 people displaced by the war": those who are there, not those who left. */
export function isCountedThere({ tokens, words }: View, hit: Hit, { from, kind }: Counted): boolean {
  if (hit.row.words !== "displaced") return false;
  const before = tokens.slice(Math.max(0, from - QUANTIFIER), from).map(({ lower }) => lower);
  return before.some((one) => words.has("hosting", one) || (kind === "bare" && words.has("counting", one)));
}

/** Tokens that a quantifier may take before its number. */
const QUANTIFIER = 3;

export interface Context {
  readonly analysis: SentenceAnalysis;
  readonly report: ReportAnalysis;
}

export function measureOf(
  { tokens }: Moving,
  hit: Hit,
  { analysis, report }: Context,
): DisplacementMeasure | undefined {
  const abroad = leadsAbroad(analysis, report, hit.to);
  switch (hit.row.use) {
    case "cross":
      return abroad || word(tokens, hit.to) === "since" ? "refugees" : undefined;
    case "arrive":
      return abroad ? "refugees" : undefined;
    case "return":
      return /^(?:home|to|from)$/.test(word(tokens, hit.to)) && !isBackToBase(tokens, hit.to)
        ? "returnees"
        : undefined;
    default:
  }
  if (
    hit.row.measure === "idps" &&
    tokens
      .slice(Math.max(0, hit.from - 5), hit.from)
      .some(({ lower }) => lower === "left" || lower === "leaving")
  )
    return "newly-displaced";
  if (hit.row.use === "forcing") return abroad ? "refugees" : "newly-displaced";
  if (hit.row.measure === "fled") return abroad ? "refugees" : "newly-displaced";
  if (
    hit.row.measure === "idps" &&
    /^(?:arrived|reached|fled|confirmed|verified|who)$/.test(flowAfter(tokens, hit.to))
  )
    return "newly-displaced";
  if (hit.row.words === "displaced" && isStock(tokens, hit)) return "idps";
  if (hit.row.words === "internally_displaced" && /^been$/.test(word(tokens, hit.from - 1)))
    return "newly-displaced";
  return hit.row.measure;
}

function isBackToBase(tokens: readonly Token[], at: number): boolean {
  return tokens
    .slice(at, at + 4)
    .some(({ lower }) =>
      /^(?:work|duty|base|barracks|power|front|frontline|fighting|talks|normal|service)$/.test(lower),
    );
}

/** The first word after auxiliaries. */
function flowAfter(tokens: readonly Token[], at: number): string {
  let i = at;
  while (/^(?:were|was|have|has|had|been|who)$/.test(word(tokens, i))) i += 1;
  return word(tokens, i);
}

/** "are displaced", "remain displaced", "were already displaced": a state, not a flight. */
function isStock(tokens: readonly Token[], { from, to }: Hit): boolean {
  const before = word(tokens, from - 1);
  if (word(tokens, to) === "internally" && !/^(?:been|were|was)$/.test(before)) return true;
  if (/^(?:are|is|remain|remains|remained|still|already|currently|internally|further|now)$/.test(before))
    return true;
  return before === "be";
}
