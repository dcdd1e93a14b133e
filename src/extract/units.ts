import type { ClaimPlace } from "../domain/place.ts";
import type { ReportAnalysis, Token } from "./types.ts";

/**
 * Whether bare names of small places mean their districts here: the report speaks of districts as what is taken, and more often than of towns and villages. The districts of a city ("the city's districts") count for nothing.
 */
export function speaksOfDistricts({ sentences }: ReportAnalysis): boolean {
  let districts = 0;
  let settlements = 0;
  for (const { sentence } of sentences) {
    sentence.tokens.forEach((token, i) => {
      if (/^districts?$/.test(token.lower) && !isOfCity(sentence.tokens, i)) districts += 1;
      else if (/^(?:towns?|villages?|settlements?)$/.test(token.lower)) settlements += 1;
    });
  }
  return districts >= 1 && districts > settlements;
}

/** "the first district", "the city's districts", "the third, tenth and eleventh districts". */
function isOfCity(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]?.lower ?? "";
  if (
    /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|\d+(?:st|nd|rd|th)|police|city|residential|business|central)$/.test(
      before,
    )
  )
    return true;
  return tokens.slice(Math.max(0, i - 4), i).some(({ lower }) => lower === "city");
}

/** A town that is no seat of a province stands for its district. */
export function asDistrict(place: ClaimPlace, isSeat: boolean): ClaimPlace {
  return !isSeat && /^(?:town|village|city)$/.test(place.level) ? { ...place, level: "district" } : place;
}
