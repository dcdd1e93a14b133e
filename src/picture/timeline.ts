import type { ControlClaim } from "../domain/claim.ts";
import type { Day } from "../domain/day.ts";
import { assessmentOn } from "./assessment.ts";
import { toDay, toDayNumber } from "./day-number.ts";
import type { Evidence, Interest } from "./evidence.ts";
import type { Folded } from "./fold.ts";
import { evidenceOf, type FoldedPlace, segmentsAt } from "./folded-place.ts";
import { independent } from "./independence.ts";
import { isKnown, type KnownClaim } from "./known.ts";
import { placeKey } from "./place-key.ts";
import { agrees, listed, type Segment } from "./segment.ts";
import type { Sources } from "./sources.ts";
import type { Assessment, Credibility, Reliability, Viewpoint } from "./types.ts";

/** One claim of a place and what it did there. */
export interface TimelineEntry {
  readonly claim: ControlClaim;
  /** Absent for what is set aside and gives no day. */
  readonly day?: Day;
  readonly publishedOn: Day;
  readonly source?: string;
  readonly reliability: Reliability;
  readonly credibility: Credibility;
  /** Absent for what is set aside unweighed. */
  readonly interest?: Interest;
  /** In the stretch that it bears on. */
  readonly effect: "decides" | "supports" | "contradicts" | "set aside";
  /** What the stretch that it bears on answers. */
  readonly stretch?: Assessment;
}

/** Everything that is known of the place by `knownAt`, in order of the days it is about; what has no day comes last. `more` adds what is set aside. */
export function timelineOf(
  place: FoldedPlace,
  { knownAt }: Viewpoint,
  more?: Pick<Folded, "setAside" | "deps">,
): readonly TimelineEntry[] {
  const day = toDayNumber(knownAt);
  const segments = segmentsAt(place, day);
  const weighed = evidenceOf(place)
    .filter((one) => isKnown({ from: one.knownFrom, until: one.knownUntil }, day))
    .map((one) => entryOf(one, segments, place, day));
  const idle = more?.setAside
    .filter((one) => isKnown(one, day) && one.claim.place && placeKey(one.claim.place) === place.key)
    .map((one) => idleEntry(one, more.deps.sources));
  return [...weighed, ...(idle ?? [])].toSorted(inOrder);
}

/** By day, publication and report, then as the report tells them. */
function inOrder(a: TimelineEntry, b: TimelineEntry): number {
  const key = ({ day, publishedOn, claim }: TimelineEntry) => `${day ?? "~"} ${publishedOn} ${claim.report}`;
  const [first, second] = [key(a), key(b)];
  if (first !== second) return first < second ? -1 : 1;
  return a.claim.quote.start - b.claim.quote.start || (a.claim.id < b.claim.id ? -1 : 1);
}

function idleEntry({ claim, report, published }: KnownClaim<ControlClaim>, sources: Sources): TimelineEntry {
  const { from } = claim.valid;
  return {
    claim,
    ...(from && { day: from }),
    publishedOn: toDay(published),
    ...(report?.source && { source: report.source.name }),
    reliability: sources.reliabilityOf(report?.source),
    credibility: 6,
    effect: "set aside",
  };
}

function entryOf(
  one: Evidence,
  segments: readonly Segment[],
  place: FoldedPlace,
  known: number,
): TimelineEntry {
  const roles = segments.toReversed().flatMap((segment) => {
    const role = roleIn(segment, one);
    return role ? [{ segment, role }] : [];
  });
  const main = roles.find(({ segment }) => segment.rule !== "R24") ?? roles[0];
  const stretch = main && assessmentOn(place, { asOf: main.segment.start, knownAt: known });
  const source = one.report?.source?.name;
  return {
    claim: one.claim,
    day: toDay(one.first),
    publishedOn: toDay(one.published),
    ...(source && { source }),
    reliability: one.reliability,
    credibility: credibilityOf(one, main?.segment),
    interest: one.interest,
    effect: main?.role ?? "set aside",
    ...(stretch && { stretch }),
  };
}

function roleIn(segment: Segment, one: Evidence): "decides" | "supports" | "contradicts" | undefined {
  const same = (other: Evidence) => other.claim.id === one.claim.id;
  if (listed(segment.deciding).some(same)) return "decides";
  if (listed(segment.supporting).some(same)) return "supports";
  return listed(segment.contradicting).some(same) ? "contradicts" : undefined;
}

/**
 * The Admiralty digit: 1 confirmed by other voices or admitted, 2 one neutral voice that nothing contradicts, 3 an own
 * claim that nothing contradicts, 4 against a weaker case, 5 against a confirmed one, 6 cannot be judged.
 */
export function credibilityOf(one: Evidence, segment: Segment | undefined): Credibility {
  if (!segment || one.interest === "rumour") return 6;
  const voices = listed(segment.deciding, segment.supporting).filter((other) => agrees(other, segment));
  if (!agrees(one, segment) && segment.rule !== "R24") {
    return voices.some(({ interest }) => interest === "against") || voices.length > 1 ? 5 : 4;
  }
  if (one.interest === "against") return 1;
  if (
    voices.some((other) => other.interest !== "own" && other.interest !== "rumour" && independent(one, other))
  )
    return 1;
  return one.interest === "neutral" ? 2 : 3;
}
