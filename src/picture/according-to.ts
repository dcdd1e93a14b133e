import type { CampId } from "../domain/ids.ts";
import type { Voice } from "./independence.ts";

/** One voice alone: the picture as one camp tells it, or from one source only. */
export type AccordingTo =
  | { readonly kind: "camp"; readonly camp: CampId | string }
  | { readonly kind: "source"; readonly source: string };

/** Lets through what the voice says itself; the same rules then hold, so that a camp's own gains stay `claimed`. */
export function saidBy(voice: AccordingTo): (one: Pick<Voice, "camp" | "report">) => boolean {
  switch (voice.kind) {
    case "camp":
      return ({ camp }) => camp === voice.camp;
    case "source":
      return ({ report }) => report?.source?.name === voice.source;
  }
}
