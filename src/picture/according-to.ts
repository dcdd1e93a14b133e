import type { CampId } from "../domain/ids.ts";
import type { Ledger } from "../ledger/entry.ts";
import type { Voice } from "./independence.ts";
import { speakingCamp } from "./interest.ts";
import { type Sources, sourceKey } from "./sources.ts";

/** One voice alone: the picture as one camp tells it, or from one source only. */
export type AccordingTo =
  | { readonly kind: "camp"; readonly camp: CampId | string }
  | { readonly kind: "source"; readonly source: string };

/** Lets through what the voice says itself; the same rules then hold, so that a camp's own gains stay `claimed`. */
export function saidBy(voice: AccordingTo): (one: Pick<Voice, "camp" | "report">) => boolean {
  switch (voice.kind) {
    case "camp":
      return ({ camp }) => camp === voice.camp;
    case "source": {
      const wanted = sourceKey(voice.source);
      return ({ report }) => report?.source !== undefined && sourceKey(report.source.name) === wanted;
    }
  }
}

/** The voices of one kind that the ledger has, those first that say most. */
export function voicesIn(ledger: Ledger, kind: AccordingTo["kind"], sources: Sources): readonly string[] {
  const counts = new Map<string, number>();
  for (const claim of ledger.claims.values()) {
    const source = ledger.reports.get(claim.report)?.source;
    const voice = kind === "source" ? source?.name : speakingCamp(claim.speaker, sources.campOf(source));
    if (voice !== undefined) counts.set(voice, (counts.get(voice) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([voice]) => voice);
}
