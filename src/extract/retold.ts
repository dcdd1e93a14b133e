import { overlaps } from "../domain/span.ts";
import type { Draft } from "./types.ts";

const FOUGHT: ReadonlySet<string> = new Set(["contested", "besieged", "entered", "repelled"]);

/**
 * Without the clashes and attacks whose words already tell that a place is fought over, entered or defended: "street
 * fighting in the town", "repelled an assault". The annotated reports never have both.
 */
export function withoutRetold(drafts: readonly Draft[]): readonly Draft[] {
  const control = drafts.flatMap((draft) => (draft.kind === "control" ? [draft] : []));
  return drafts.filter(
    (draft) =>
      draft.kind !== "incident" ||
      (draft.type !== "clash" && draft.type !== "attack") ||
      !control.some(
        (one) =>
          one.sentence === draft.sentence &&
          (overlaps(one.trigger, draft.trigger) ||
            (FOUGHT.has(one.change) && one.stage !== "history" && overlaps(one.quote, draft.trigger))),
      ),
  );
}
