import type { Claim, Speaker } from "../src/domain/claim.ts";
import { overlaps, type Span } from "../src/domain/span.ts";
import { dayAgrees } from "./days.ts";
import type { Judges } from "./effect.ts";
import type { GoldClaim } from "./gold.ts";
import { actorOf } from "./strict.ts";

export const FIELDS = ["place", "level", "valid", "actor", "speaker", "stance", "stage", "count"] as const;
export type Field = (typeof FIELDS)[number];

/** One field of one gold claim and the claim it was paired with. */
export interface FieldVerdict {
  readonly field: Field;
  readonly right: boolean;
  readonly gold: GoldClaim;
  readonly claim: Claim;
}

/**
 * Pairs gold and claims by kind and quote alone, each once: the best overlap first, and where one quote says several
 * things, those that agree most. Then judges each field that gold has.
 */
export function judgeFields(
  gold: readonly GoldClaim[],
  claims: readonly Claim[],
  judges: Judges,
): readonly FieldVerdict[] {
  const options = gold
    .filter((g) => !g.optional)
    .flatMap((g) =>
      claims.filter((c) => c.kind === g.kind && overlaps(g.span, c.quote)).map((c) => option(g, c, judges)),
    )
    .sort((a, b) => b.overlap - a.overlap || b.agreeing - a.agreeing);
  const used = new Set<GoldClaim | Claim>();
  return options.flatMap(({ gold: g, claim: c, verdicts }) => {
    if (used.has(g) || used.has(c)) return [];
    used.add(g).add(c);
    return verdicts;
  });
}

function option(gold: GoldClaim, claim: Claim, judges: Judges) {
  const verdicts = FIELDS.flatMap((field): readonly FieldVerdict[] => {
    const right = verdict(field, gold, claim, judges);
    return right === undefined ? [] : [{ field, right, gold, claim }];
  });
  const agreeing = verdicts.filter(({ right }) => right).length;
  return { gold, claim, verdicts, agreeing, overlap: Math.round(10 * share(gold.span, claim.quote)) };
}

/** `undefined`: gold does not have the field. */
function verdict(field: Field, gold: GoldClaim, claim: Claim, judges: Judges): boolean | undefined {
  switch (field) {
    case "place":
      return gold.place?.name ? judges.place.same(gold.place, claim.place) : undefined;
    case "level":
      return gold.place?.name ? gold.place.level === claim.place?.level : undefined;
    case "valid":
      return gold.valid?.from ? dayAgrees(gold.valid, claim.valid, 0) : undefined;
    case "actor":
      return gold.actor ? judges.actor(gold.actor, actorOf(claim)) : undefined;
    case "speaker":
      return sameSpeaker(gold.speaker, claim.speaker);
    case "stance":
      return gold.stance === undefined ? undefined : gold.stance === claim.stance;
    case "stage":
      return gold.stage === undefined ? undefined : gold.stage === claim.stage;
    case "count":
      return gold.count && "count" in claim ? sameCount(gold.count, claim.count) : undefined;
  }
}

/** Share of the two spans' union that both cover. */
function share(a: Span, b: Span): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

const EMPTY = new Set([
  "the",
  "and",
  "for",
  "its",
  "his",
  "her",
  "from",
  "who",
  "with",
  "some",
  "other",
  "several",
]);

/** Nobody on both sides, or a word of name or role in common. */
export function sameSpeaker(gold: string | undefined, claim: Speaker | undefined): boolean {
  if (!gold || !claim) return !gold && !claim;
  const ours = new Set(words(`${claim.name} ${claim.role ?? ""}`));
  return words(gold).some((word) => ours.has(word));
}

function words(text: string): readonly string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [])
    .filter((word) => !EMPTY.has(word))
    .map((word) => word.replace(/s$/, ""));
}

function sameCount(
  gold: NonNullable<GoldClaim["count"]>,
  claim: { low?: number; best?: number } | undefined,
): boolean {
  return claim !== undefined && (gold.best ?? gold.low) === (claim.best ?? claim.low);
}
