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

const called = new WeakMap<ReportAnalysis, ReadonlySet<string>>();

/** Names that the report calls a town or a city somewhere ("X, the fortress town", "the town of X"); in lower case. */
export function calledTowns(report: ReportAnalysis): ReadonlySet<string> {
  const known = called.get(report);
  if (known) return known;
  const names = report.sentences.flatMap(({ sentence, places }) =>
    places
      .filter(({ role, start, end }) => role === "place" && isCalledTown(sentence.tokens, start, end))
      .map(({ text }) => text.toLowerCase()),
  );
  const found = new Set(names);
  called.set(report, found);
  return found;
}

const TOWN = /^(?:town|city|port|village)$/;

function isCalledTown(tokens: readonly Token[], start: number, end: number): boolean {
  const first = tokens.findIndex((token) => token.end > start);
  const behind = tokens.findIndex((token) => token.start >= end);
  const before = tokens[first - 1]?.lower === "of" ? first - 2 : first - 1;
  if (TOWN.test(tokens[before]?.lower ?? "")) return true;
  if (behind < 0 || tokens[behind]?.lower !== "," || !/^(?:the|a|an)$/.test(tokens[behind + 1]?.lower ?? ""))
    return false;
  return tokens.slice(behind + 2, behind + 6).some(({ lower }, i, all) => {
    const parted = all.slice(0, i).some((token) => /^(?:,|of|in|and|that|which|near|on)$/.test(token.lower));
    return !parted && TOWN.test(lower);
  });
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
