import type { ActorRef } from "../domain/claim.ts";
import type { ActorId } from "../domain/ids.ts";
import { toRef } from "./actor-of.ts";
import type { Draft, ReportAnalysis } from "./types.ts";

type ControlDraft = Draft & { readonly kind: "control" };

const TAKEN_BACK =
  /^control: (?:retake|recapture|recover|regain|reclaim|liberate|the (?:recapture|retaking|liberation))\b/;

/**
 * Who took what "fell" or "was overrun", where the words do not say: whoever the report says gained this place; else its only
 * gainer; else the only armed group that it names. What was taken back may be anybody's. No guess between two.
 */
export function presumeActors<T>(drafts: readonly (Draft | T)[], report: ReportAnalysis): (Draft | T)[] {
  const control = drafts.filter((one): one is ControlDraft => isControl(one));
  const gainers = control.filter(
    ({ change, actor, stage }) => change === "gained" && actor && stage === "done",
  );
  return drafts.map((draft) => {
    if (!isControl(draft) || draft.actor) return draft;
    const actor =
      draft.change === "gained" || draft.change === "entered" || draft.change === "besieged"
        ? taker(draft, control, gainers, report)
        : undefined;
    return actor ? { ...draft, actor } : draft;
  });
}

function isControl<T>(draft: Draft | T): draft is ControlDraft {
  return typeof draft === "object" && draft !== null && "kind" in draft && draft.kind === "control";
}

function taker(
  draft: ControlDraft,
  all: readonly ControlDraft[],
  gainers: readonly ControlDraft[],
  report: ReportAnalysis,
): ActorRef | undefined {
  const back = TAKEN_BACK.test(draft.basis);
  const here = all.filter(
    ({ change, place, basis }) =>
      /^(?:gained|holds|entered)$/.test(change) &&
      place?.name === draft.place?.name &&
      TAKEN_BACK.test(basis) === back,
  );
  const ofPlace = only(here);
  if (ofPlace || back) return ofPlace;
  return only(gainers.filter(({ basis }) => !TAKEN_BACK.test(basis))) ?? onlyGroup(report);
}

/** The actor of them all, if it is one. */
function only(drafts: readonly ControlDraft[]): ActorRef | undefined {
  const actors = new Map<ActorId, ActorRef>();
  for (const { actor } of drafts) if (actor) actors.set(actor.id, actor);
  return actors.size === 1 ? [...actors.values()][0] : undefined;
}

function onlyGroup({ sentences }: ReportAnalysis): ActorRef | undefined {
  const groups = new Map<ActorId, ActorRef>();
  for (const mention of sentences.flatMap(({ actors }) => actors)) {
    const ref = toRef(mention);
    if (ref && (mention.actor?.kind === "armed-group" || mention.actor?.kind === "militia"))
      groups.set(ref.id, groups.get(ref.id) ?? ref);
  }
  return groups.size === 1 ? [...groups.values()][0] : undefined;
}
