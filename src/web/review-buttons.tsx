import { useState } from "preact/hooks";
import type { ClaimRow } from "../api/wire.ts";
import { CorrectForm } from "./correct-form.tsx";
import { m } from "./messages.ts";
import { keepReviewerName, reviewerName } from "./reviewer.ts";
import { postJson, Refused } from "./server.ts";
import { usePage } from "./use-page.ts";
import { shortDay } from "./words.ts";

export type Choice = "accept" | "reject" | "correct" | "undo";

/** Decisions about one claim, beside what was decided before. Nothing is shown where nothing may be decided. */
export function ReviewButtons({ row }: { readonly row: ClaimRow }) {
  const page = usePage();
  const [reviewer, setReviewer] = useState(reviewerName());
  const [asking, setAsking] = useState<Choice | undefined>(undefined);
  const [correcting, setCorrecting] = useState(false);
  const [said, setSaid] = useState("");
  const may = page.held.overview?.may.review && !page.where.embed;
  const decide = async (decision: Choice, more: Readonly<Record<string, unknown>> = {}, name = reviewer) => {
    if (name.trim() === "") return setAsking(decision);
    keepReviewerName(name);
    try {
      await postJson("judgements", { claim: row.claim.id, decision, reviewer: name, ...more });
      setSaid(m.review.said);
      setAsking(undefined);
      setCorrecting(false);
      await page.refresh();
    } catch (error) {
      if (error instanceof Refused) setSaid(`${error.problem.title} ${error.problem.detail}`);
      else page.failed(error);
    }
  };
  const { judgements, state } = row.review;
  return (
    <div class="review">
      {judgements.map((made) => (
        <p key={made.id} class={made.undone ? "made undone" : "made"}>
          {m.review.by(m.review.decided[made.kind], made.reviewer, shortDay(made.on))}
          {made.reason && `: ${made.reason}`}
          {made.undone
            ? ` (${m.review.undone})`
            : may && (
                <button
                  type="button"
                  class="link"
                  onClick={() => decide("undo", { judgement: made.id }, made.reviewer)}
                >
                  {m.review.undo}
                </button>
              )}
        </p>
      ))}
      {may && !correcting && (state === "open" || state === "conflict") && (
        <div class="choices">
          <button type="button" data-choice="accept" onClick={() => decide("accept")}>
            {m.review.accept}
          </button>
          <button type="button" data-choice="reject" onClick={() => decide("reject")}>
            {m.review.reject}
          </button>
          <button type="button" data-choice="correct" onClick={() => setCorrecting(true)}>
            {m.review.correct}
          </button>
        </div>
      )}
      {asking && (
        <form
          class="ask-name"
          onSubmit={(event) => {
            event.preventDefault();
            void decide(asking);
          }}
        >
          <label>
            {m.review.reviewer}
            <input
              name="reviewer"
              value={reviewer}
              required
              autocomplete="name"
              onInput={(event) => setReviewer(event.currentTarget.value)}
            />
          </label>
          <button type="submit">
            {m.review.decided[asking as "accept"] ? m.review[asking as "accept"] : m.review.save}
          </button>
          <span class="quiet">{m.review.reviewerNeeded}</span>
        </form>
      )}
      {correcting && (
        <CorrectForm
          claim={row.claim}
          reviewer={reviewer}
          onReviewer={setReviewer}
          onCancel={() => setCorrecting(false)}
          onSave={(fields, reason) => decide("correct", { fields, ...(reason ? { reason } : {}) })}
        />
      )}
      <span role="status" class="said">
        {said}
      </span>
    </div>
  );
}
