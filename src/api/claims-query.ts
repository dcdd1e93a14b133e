import type { Claim } from "../domain/claim.ts";
import type { Source } from "../domain/report.ts";
import { picturePlace } from "../picture/place-key.ts";
import type { Desk } from "./desk.ts";
import { reviewState } from "./rows.ts";

/** What narrows the claims ledger; absent fields let everything pass. */
export interface ClaimFilter {
  /** Words that must all stand in the quote, a name or the source. */
  readonly q?: string | undefined;
  readonly kind?: string | undefined;
  readonly place?: string | undefined;
  readonly actor?: string | undefined;
  readonly source?: string | undefined;
  readonly stance?: string | undefined;
  readonly stage?: string | undefined;
  /** Admiralty letter of the source. */
  readonly letter?: string | undefined;
  readonly review?: string | undefined;
  /** Days of publication, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export function findClaims(
  desk: Desk,
  filter: ClaimFilter,
  letterOf: (source: Source | undefined) => string,
): readonly Claim[] {
  const words = folded(filter.q ?? "")
    .split(/\s+/)
    .filter((word) => word !== "");
  return desk.claims.filter((claim) => {
    const report = desk.ledger.reports.get(claim.report);
    const day = report?.publishedOn;
    if (filter.kind && claim.kind !== filter.kind) return false;
    if (filter.place && (!claim.place || picturePlace(claim.place).id !== filter.place)) return false;
    if (filter.stance && claim.stance !== filter.stance) return false;
    if (filter.stage && claim.stage !== filter.stage) return false;
    if (filter.source && report?.source?.name !== filter.source) return false;
    if (filter.letter && letterOf(report?.source) !== filter.letter) return false;
    if (filter.actor && !actorsOf(claim).includes(filter.actor)) return false;
    if (filter.from && (day === undefined || day < filter.from)) return false;
    if (filter.to && (day === undefined || day > filter.to)) return false;
    if (filter.review && reviewState(desk, claim) !== filter.review) return false;
    return words.length === 0 || words.every((word) => textOf(claim, report?.source?.name).includes(word));
  });
}

function actorsOf(claim: Claim): readonly string[] {
  const actor = "actor" in claim ? claim.actor?.id : undefined;
  const recipient = "recipient" in claim ? claim.recipient?.id : undefined;
  return [actor, recipient].filter((id) => id !== undefined);
}

function textOf(claim: Claim, source: string | undefined): string {
  const actor = "actor" in claim ? claim.actor?.name : undefined;
  const { quote, place, speaker } = claim;
  return folded([quote.text, place?.name, place?.toponym, speaker?.name, actor, source].join("\n"));
}

/** Case and marks of letters make no difference to a search. */
function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
