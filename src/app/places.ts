import type { Candidate, Place, ToponymMention } from "../gazetteer/types.ts";

/** One line a toponym: the words, the choice, the level and the kind of match; with `explain` the reason and what was not chosen. */
export function placeLines(mentions: readonly ToponymMention[], explain: boolean): readonly string[] {
  return mentions.flatMap((mention) => {
    const line = `${mention.text}  ${choiceWords(mention)}`;
    if (!explain) return [line];
    const rejected = mention.rejected.map(candidateWords).join("; ");
    return [line, `    ${mention.reason}`, ...(rejected ? [`    not: ${rejected}`] : [])];
  });
}

function choiceWords(mention: ToponymMention): string {
  const { place, match, role, level, inside } = mention;
  const kind = role === "place" ? level : `${role} (${level})`;
  const doubt = mention.levelAmbiguous ? ", or the unit of that name" : "";
  if (!place) return `${kind}: not located${inside ? `, inside ${inside.name}` : ""}`;
  return `${kind}${doubt}: ${placeWords(place)} [${place.id}, ${match ?? "exact"}]`;
}

function candidateWords({ place, match }: Candidate): string {
  return `${placeWords(place)} (${place.level}, ${match})`;
}

/** "Kunduz, Kunduz, AF at 36.729, 68.857". */
function placeWords(place: Place): string {
  const where = [
    place.name,
    place.admin1 === place.name && place.level === "province" ? undefined : place.admin1,
    place.country,
  ];
  return `${where.filter(Boolean).join(", ")} at ${place.lat}, ${place.lon}`;
}
