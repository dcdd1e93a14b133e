import type { ControlClaim } from "../domain/claim.ts";
import type { Day } from "../domain/day.ts";
import type { ClaimId } from "../domain/ids.ts";
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

/** Claims that each is compared with: a place may have ten thousand. */
const MAX_COMPARED = 200;

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
  const parts = partsIn(segmentsAt(place, day), place, day);
  const weighed = evidenceOf(place)
    .filter((one) => isKnown({ from: one.knownFrom, until: one.knownUntil }, day))
    .map((one) => entryOf(one, parts.get(one.claim.id)));
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

function entryOf(one: Evidence, part: Part | undefined): TimelineEntry {
  const source = one.report?.source?.name;
  return {
    claim: one.claim,
    day: toDay(one.first),
    publishedOn: toDay(one.published),
    ...(source && { source }),
    reliability: one.reliability,
    credibility: credibilityOf(one, part?.bearing),
    interest: one.interest,
    effect: part?.role ?? "set aside",
    ...(part?.bearing.stretch && { stretch: part.bearing.stretch }),
  };
}

/** A stretch that claims bear on. */
interface Bearing {
  readonly segment: Segment;
  /** The claims that say what it says. */
  readonly voices: readonly Evidence[];
  /** Those of them that may confirm another. */
  readonly others: readonly Evidence[];
  readonly stretch: Assessment | undefined;
}

interface Part {
  readonly bearing: Bearing;
  readonly role: "decides" | "supports" | "contradicts";
}

/** What each claim did, in the first stretch where it did anything; what only presupposes (R24) counts last. */
function partsIn(
  segments: readonly Segment[],
  place: FoldedPlace,
  knownAt: number,
): ReadonlyMap<ClaimId, Part> {
  const parts = new Map<ClaimId, Part>();
  const inOrder = segments.toReversed();
  const presupposed = inOrder.filter(({ rule }) => rule === "R24");
  for (const segment of [...inOrder.filter(({ rule }) => rule !== "R24"), ...presupposed]) {
    const { deciding, supporting, contradicting, start } = segment;
    const voices = listed(deciding, supporting).filter((one) => agrees(one, segment));
    const others = voices.filter(({ interest }) => interest !== "own" && interest !== "rumour");
    const bearing = {
      segment,
      voices,
      others: others.slice(0, MAX_COMPARED),
      stretch: assessmentOn(place, { asOf: start, knownAt }),
    };
    const roles = [
      ["decides", deciding],
      ["supports", supporting],
      ["contradicts", contradicting],
    ] as const;
    for (const [role, list] of roles) {
      for (let at = list; at; at = at.rest) {
        const { id } = at.one.claim;
        if (!parts.has(id)) parts.set(id, { bearing, role });
      }
    }
  }
  return parts;
}

/**
 * The Admiralty digit: 1 confirmed by other voices or admitted, 2 one neutral voice that nothing contradicts, 3 an own
 * claim that nothing contradicts, 4 against a weaker case, 5 against a confirmed one, 6 cannot be judged.
 */
function credibilityOf(one: Evidence, bearing: Bearing | undefined): Credibility {
  if (!bearing || one.interest === "rumour") return 6;
  const { segment, voices, others } = bearing;
  if (!agrees(one, segment) && segment.rule !== "R24") {
    return voices.some(({ interest }) => interest === "against") || voices.length > 1 ? 5 : 4;
  }
  if (one.interest === "against") return 1;
  if (others.some((other) => independent(one, other))) return 1;
  return one.interest === "neutral" ? 2 : 3;
}
