import type { IncidentType } from "../../domain/claim.ts";
import type { ClaimPlace } from "../../domain/place.ts";
import { inferred } from "../places/claim-place.ts";
import type { Draft, ReportAnalysis } from "../types.ts";
import { type View, wordAt } from "../words/view.ts";
import { subjectActor } from "./figure-actor.ts";
import { placesTold } from "./figure-told.ts";
import type { IncidentHit } from "./incident-lexicon.ts";

type IncidentDraft = Extract<Draft, { readonly kind: "incident" }>;

const told = new WeakMap<ReportAnalysis, IncidentDraft[]>();
const CLAIMABLE: ReadonlySet<IncidentType> = new Set([
  "attack",
  "bombing",
  "shelling",
  "air-strike",
  "killing",
  "abduction",
  "prison-break",
]);

/** Remembers what somebody may claim responsibility for. */
export function rememberIncident({ report }: View, draft: Draft): void {
  if (draft.kind !== "incident" || !CLAIMABLE.has(draft.type)) return;
  told.set(report, [...(told.get(report) ?? []), draft].slice(-8));
}

/** "claimed responsibility for the attack": what was told before of an attack, in its kind and place. */
export function claimedAt(
  view: View,
  hit: IncidentHit,
): { readonly type: IncidentType; readonly place?: ClaimPlace } | undefined {
  if (isNobodys(view, hit)) return undefined;
  const claimant = subjectActor(view, hit)?.id;
  const known = told.get(view.report)?.findLast(({ actor }) => !actor || !claimant || actor.id === claimant);
  const type = byNoun(view, hit) ?? known?.type ?? hit.row.type;
  const named = placesTold(view).some(
    ({ at, place }) => at >= hit.to && place.level !== "country" && place.level !== "area",
  );
  return { type, ...(known?.place && !named ? { place: inferred(known.place) } : {}) };
}

/** "No group has claimed responsibility". */
function isNobodys(view: View, hit: IncidentHit): boolean {
  const clause = view.analysis.clauses.findLast(({ from, to }) => from <= hit.from && hit.from < to);
  const first = Math.min(
    clause?.subject?.from ?? hit.from,
    clause?.from ?? hit.from,
    Math.max(0, hit.from - 8),
  );
  return view.tokens
    .slice(first, hit.from)
    .some(({ lower }) => /^(?:no|nobody|none|no-one|neither|not|n't|never|yet)$/.test(lower));
}

/** The noun claimed says its kind by itself, but for the plain "attack". */
function byNoun(view: View, { from, to }: IncidentHit): IncidentType | undefined {
  for (let i = from; i < Math.min(view.tokens.length, to + 6); i += 1) {
    const here = wordAt(view, i);
    if (/^(?:bombings?|blasts?|explosions?)$/.test(here)) return "bombing";
    if (/^(?:killings?|assassinations?|murders?)$/.test(here)) return "killing";
    if (/^(?:abductions?|kidnappings?)$/.test(here)) return "abduction";
    if (/^(?:raids?|assaults?|ambush|ambushes)$/.test(here)) return "attack";
  }
  return undefined;
}
