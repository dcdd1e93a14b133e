import type { ClaimPlace } from "../../domain/place.ts";
import type { ReportAnalysis, Token } from "../types.ts";

const COUNTS =
  /^(?:a|an|the|another|one|two|three|four|five|six|seven|eight|nine|ten|dozen|more|several|other|these|those|its|no|each|every|all|\d+)$/;

/**
 * Whether bare names of towns mean their districts here: the report counts districts as what is taken ("two districts", "the
 * district", "district centre"), and more often than it speaks of towns and villages. Districts of a city count for nothing.
 */
export function speaksOfDistricts({ sentences }: ReportAnalysis): boolean {
  let districts = 0;
  let settlements = 0;
  for (const { sentence } of sentences) {
    sentence.tokens.forEach((token, i) => {
      const before = sentence.tokens[i - 1]?.lower ?? "";
      if (/^districts?$/.test(token.lower)) {
        if (COUNTS.test(before) && !isOfCity(sentence.tokens, i)) districts += 1;
      } else if (/^(?:towns?|villages?|settlements?|neighbou?rhoods?)$/.test(token.lower)) settlements += 1;
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
  return !isSeat && /^(?:town|village)$/.test(place.level) ? { ...place, level: "district" } : place;
}
