import { createActors } from "../src/actors/create-actors.ts";
import type { Claim, ClaimKind, Count } from "../src/domain/claim.ts";
import type { Day } from "../src/domain/day.ts";
import type { ReportId } from "../src/domain/ids.ts";
import { createExtractor, type Extractor } from "../src/extract/extract.ts";
import { PACKAGE_FOLDER, readActorFiles, readLexicon } from "../src/store/read-data.ts";
import { readGazetteer } from "../src/store/read-gazetteer.ts";

let extractor: Extractor | undefined;

/** The claims of one kind that the real extractor reads in a text, in order of their quotes. */
export function figuresOf<Kind extends ClaimKind>(
  kind: Kind,
  text: string,
  publishedOn = "2024-05-10",
): readonly Extract<Claim, { readonly kind: Kind }>[] {
  extractor ??= createExtractor({
    gazetteer: readGazetteer(PACKAGE_FOLDER),
    actors: createActors(readActorFiles()),
    lexicon: readLexicon(),
  });
  const report = { id: "r_figures" as ReportId, text, publishedOn: publishedOn as Day };
  const { claims, problems } = extractor(report);
  const failed = problems.find(({ code }) => code === "sentence-failed");
  if (failed) throw new Error(`a sentence could not be read: ${JSON.stringify(failed)}`);
  return claims.filter((claim): claim is Extract<Claim, { readonly kind: Kind }> => claim.kind === kind);
}

/** "12", "12+" (at least), ">12", "~12", "<=12", "up to 12", "10-15". */
export function countText({ low, best, high, quantifier }: Count): string {
  switch (quantifier) {
    case "exact":
      return `${best}`;
    case "at-least":
      return `${best}+`;
    case "more-than":
      return `>${best}`;
    case "about":
      return `~${best}`;
    case "nearly":
      return `<${high}`;
    case "at-most":
      return `<=${high}`;
    default:
      return `${low}-${high}`;
  }
}

/** The place's name, with its level unless it is a settlement. */
export function placeText({ place }: Pick<Claim, "place">): string {
  if (!place) return "-";
  return /^(?:city|town|village)$/.test(place.level) ? place.name : `${place.name}:${place.level}`;
}
