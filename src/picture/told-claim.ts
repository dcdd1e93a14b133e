import { type Claim, isLive } from "../domain/claim.ts";
import { type DayNumber, toDayNumber } from "./day-number.ts";
import { type Interest, WEIGHT } from "./evidence.ts";
import { hasTwoVoices, namedSpeaker, originOf, type Voice } from "./independence.ts";
import { speakingCamp } from "./interest.ts";
import { isKnown, type KnownClaim } from "./known.ts";
import type { Sources } from "./sources.ts";
import type { Grade, Reliability, Viewpoint } from "./types.ts";
import { whenOf } from "./when.ts";

/** A live claim of another kind than control, with what weighs it. */
export interface ToldClaim<Kind extends Claim = Claim> extends Voice {
  readonly claim: Kind;
  readonly interest: Interest;
  readonly reliability: Reliability;
  readonly first: DayNumber;
  readonly last: DayNumber;
  readonly published: DayNumber;
}

/** Claims of one kind that are known and speak of days up to the one asked about, in order of day, publication and id. */
export function toldClaims<Kind extends Claim["kind"]>(
  claims: readonly KnownClaim[],
  kind: Kind,
  { asOf, knownAt }: Viewpoint,
  sources: Sources,
): readonly ToldClaim<Extract<Claim, { kind: Kind }>>[] {
  type One = Extract<Claim, { kind: Kind }>;
  const [day, known] = [toDayNumber(asOf), toDayNumber(knownAt)];
  return claims
    .filter((one) => one.claim.kind === kind && isLive(one.claim) && isKnown(one, known))
    .flatMap((one) => {
      const when = whenOf(one.claim.valid, one.report?.publishedOn);
      if (!when || when.first > day || one.claim.stance === "denied") return [];
      return [{ ...toTold(one as KnownClaim<One>, sources), first: when.first, last: when.last }];
    })
    .sort(inOrder);
}

export function toVoice<Kind extends Claim>(
  { claim, report }: KnownClaim<Kind>,
  { sources }: { readonly sources: Sources },
) {
  const camp = speakingCamp(claim.speaker, sources.campOf(report?.source));
  return {
    claim,
    report,
    ...(camp && { camp }),
    origin: originOf({ claim, report }),
    named: namedSpeaker({ claim }),
  };
}

function toTold<Kind extends Claim>(known: KnownClaim<Kind>, sources: Sources) {
  const { claim, report, published } = known;
  return {
    ...toVoice(known, { sources }),
    interest: interestIn(claim),
    reliability: sources.reliabilityOf(report?.source),
    published,
  };
}

function interestIn({ stance }: Claim): Interest {
  switch (stance) {
    case "admitted":
      return "against";
    case "claimed":
    case "denied":
      return "own";
    case "unverified":
      return "rumour";
    case "reported":
    case "said":
      return "neutral";
  }
}

function inOrder(a: ToldClaim, b: ToldClaim): number {
  return a.first - b.first || a.published - b.published || (a.claim.id < b.claim.id ? -1 : 1);
}

/** The ladder of DESIGN 6 for what is no question of holding. */
export function toldGrade(agreeing: readonly ToldClaim[]): Grade {
  const neutral = agreeing.filter(({ interest }) => interest === "neutral");
  if (agreeing.some(({ interest }) => interest === "against") || hasTwoVoices(neutral)) return "confirmed";
  return neutral.length > 0 ? "likely" : "claimed";
}

export function weightOf({ interest }: ToldClaim): number {
  return WEIGHT[interest];
}
