import { createActors } from "../src/actors/create-actors.ts";
import type { Claim, ControlClaim } from "../src/domain/claim.ts";
import type { Day } from "../src/domain/day.ts";
import type { ReportId } from "../src/domain/ids.ts";
import { createExtractor, type Extraction } from "../src/extract/extract.ts";
import { PACKAGE_FOLDER, readActorFiles, readLexicon } from "../src/store/read-data.ts";
import { readGazetteer } from "../src/store/read-gazetteer.ts";

const extract = createExtractor({
  gazetteer: readGazetteer(PACKAGE_FOLDER),
  actors: createActors(readActorFiles()),
  lexicon: readLexicon(),
});

/** What the real extractor reads in a text published on a day. */
export function read(text: string, publishedOn = "2024-06-26"): Extraction {
  return extract({ id: "r_test" as ReportId, text, publishedOn: publishedOn as Day });
}

/**
 * Control claims as "gained rsf > saf @ Nyala", in order of their names, parted by "; ". A level that is not a settlement
 * follows the place, a stage that is not "done" follows in brackets, "!" marks a denial.
 */
export function controls(text: string, publishedOn?: string): string {
  const claims = read(text, publishedOn).claims.filter(isControl);
  return [...new Set(claims.map(short))].sort().join("; ");
}

function isControl(claim: Claim): claim is ControlClaim {
  return claim.kind === "control";
}

function short({ change, actor, recipient, place, stage, stance }: ControlClaim): string {
  const from = recipient ? ` > ${recipient.id}` : "";
  const level = place && !/^(?:city|town|village)$/.test(place.level) ? `:${place.level}` : "";
  const staged = stage === "done" ? "" : ` (${stage})`;
  return `${stance === "denied" ? "!" : ""}${change} ${actor?.id ?? "-"}${from} @ ${place?.name ?? "-"}${level}${staged}`;
}
