import type { ComponentChildren } from "preact";
import type { ClaimRow } from "../api/wire.ts";
import { m } from "./messages.ts";
import { usePage } from "./use-page.ts";
import { claimWords, nameOf, shortDay } from "./words.ts";

/** One claim: what it says, its quote between the words around it, who says it, and how far to trust it. */
export function ClaimCard({
  row,
  children,
}: {
  readonly row: ClaimRow;
  readonly children?: ComponentChildren;
}) {
  const page = usePage();
  const { claim, source, review } = row;
  const { overview } = page.held;
  const day = claim.valid.from;
  return (
    <article class={`card ${review.state}`} data-claim={claim.id}>
      <header>
        <span class="kind">{m.claim.kind[claim.kind]}</span>
        <strong>
          {claim.place && <bdi>{claim.place.name}</bdi>} {claimWords(claim)}
        </strong>
        <span class={`stance stance-${claim.stance}`} title={m.claim.stanceMeaning[claim.stance]}>
          {m.claim.stance[claim.stance]}
        </span>
        {claim.stage !== "done" && <span class="stage">{m.claim.stage[claim.stage]}</span>}
        {row.effect === "set aside" && (
          <span class="stage" title={m.claim.setAsideMeaning}>
            {m.claim.setAside}
          </span>
        )}
        {review.state !== "open" && <span class="reviewed">{m.review.states[review.state]}</span>}
      </header>
      <blockquote dir="auto">
        {row.before}
        <mark>{claim.quote.text}</mark>
        {row.after}
      </blockquote>
      <footer>
        <span>
          <bdi>{claim.speaker?.name ?? m.claim.ownVoice}</bdi>
          {claim.speaker?.camp && ` (${nameOf(overview, claim.speaker.camp)})`}
          {claim.via && `, ${m.claim.via(claim.via)}`}
        </span>
        {source && (
          <span>
            <bdi>{source.name}</bdi> <Letter letter={source.letter} digit={row.credibility} />
          </span>
        )}
        <span>{row.publishedOn ? m.claim.published(shortDay(row.publishedOn)) : m.claim.undated}</span>
        {day && <span>{m.claim.valid(shortDay(day))}</span>}
        {row.copies && row.copies.length > 0 && <span>{m.claim.copies(row.copies.join(", "))}</span>}
        <button
          type="button"
          class="link"
          onClick={() => page.move({ report: claim.report, claim: claim.id })}
        >
          {m.claim.inReport}
        </button>
      </footer>
      {children}
    </article>
  );
}

function Letter({
  letter,
  digit,
}: {
  readonly letter?: string | undefined;
  readonly digit?: number | undefined;
}) {
  if (!letter && !digit) return null;
  const code = `${letter ?? "–"}${digit ?? ""}`;
  return (
    <abbr class="letter" title={m.claim.letter(code)}>
      {code}
    </abbr>
  );
}
