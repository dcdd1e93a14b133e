import { useEffect, useRef } from "preact/hooks";
import type { ClaimRow, ReportFull } from "../api/wire.ts";
import { m } from "./messages.ts";
import { piecesOf } from "./pieces.ts";
import { latestOf, useAnswer, usePage } from "./use-page.ts";
import { claimWords, shortDay } from "./words.ts";

/** The whole report with every quote marked; the one asked for in a stronger mark and brought into view. */
export function ReportDialog({ id }: { readonly id: string }) {
  const page = usePage();
  const answer = useAnswer<ReportFull>(`reports/${encodeURIComponent(id)}`);
  const dialog = useRef<HTMLDialogElement>(null);
  const value = latestOf(answer);
  useEffect(() => {
    const element = dialog.current!;
    if (!element.open) element.showModal();
    return () => element.close();
  }, []);
  useEffect(() => {
    dialog.current?.querySelector("mark.asked")?.scrollIntoView({ block: "center" });
  }, [value, page.where.claim]);
  const close = () => page.move({ report: undefined, claim: undefined });
  return (
    <dialog
      ref={dialog}
      class="report"
      aria-labelledby="report-title"
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      {...{ closedby: "any" }}
    >
      <div class="report-sheet">
        <button type="button" class="close" aria-label={m.report.close} onClick={close}>
          ×
        </button>
        <h2 id="report-title" dir="auto">
          {value?.report.title ?? (value ? m.report.untitled : m.report.title)}
        </h2>
        {answer.is === "refused" && <p class="quiet">{answer.error.problem.title}</p>}
        {!value && answer.is === "loading" && <p class="quiet">{m.report.loading}</p>}
        {value && (
          <>
            <p class="quiet">
              {[
                value.report.source,
                value.report.publishedOn && shortDay(value.report.publishedOn),
                m.report.claims(value.claims.length),
              ]
                .filter(Boolean)
                .join(" · ")}
              {value.report.url && <OriginalAddress url={value.report.url} />}
            </p>
            <MarkedText text={value.report.text} rows={value.claims} asked={page.where.claim} />
          </>
        )}
      </div>
    </dialog>
  );
}

/** Text, never a link: asof sends nobody to the net by itself. */
function OriginalAddress({ url }: { readonly url: string }) {
  return (
    <>
      {" · "}
      {m.report.source}: <span class="address">{url}</span>
    </>
  );
}

export function MarkedText(props: {
  readonly text: string;
  readonly rows: readonly Pick<ClaimRow, "claim">[];
  readonly asked?: string | undefined;
}) {
  return (
    <div class="report-text" dir="auto" lang="en">
      {piecesOf(props.text, props.rows).map((piece, index) =>
        piece.rows.length === 0 ? (
          piece.text
        ) : (
          <mark
            key={index}
            class={piece.rows.some(({ claim }) => claim.id === props.asked) ? "asked" : ""}
            title={piece.rows
              .map(
                ({ claim }) => `${m.claim.kind[claim.kind]}: ${claim.place?.name ?? ""} ${claimWords(claim)}`,
              )
              .join("\n")}
          >
            {piece.text}
          </mark>
        ),
      )}
    </div>
  );
}
