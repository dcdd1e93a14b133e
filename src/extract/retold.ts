import { overlaps } from "../domain/span.ts";
import type { Draft } from "./types.ts";

const FOUGHT: ReadonlySet<string> = new Set(["contested", "besieged", "entered", "repelled"]);

/**
 * Without the clashes and attacks whose words already tell that a place is fought over, entered or defended: "street
 * fighting in the town", "repelled an assault". The annotated reports never have both.
 */
export function withoutRetold(drafts: readonly Draft[]): readonly Draft[] {
  const fought = drafts.filter(
    (draft) => draft.kind === "control" && FOUGHT.has(draft.change) && draft.stage !== "history",
  );
  return drafts.filter(
    (draft) =>
      draft.kind !== "incident" ||
      (draft.type !== "clash" && draft.type !== "attack") ||
      !fought.some(({ quote, sentence }) => sentence === draft.sentence && overlaps(quote, draft.trigger)),
  );
}
