import type { ClaimRow } from "../api/wire.ts";

type Quoted = Pick<ClaimRow, "claim">;

/** A stretch of a report with the claims that quote all of it. */
export interface Piece {
  readonly text: string;
  readonly rows: readonly Quoted[];
}

/** The text cut wherever a quote begins or ends, each piece with the claims that quote it. */
export function piecesOf(text: string, rows: readonly Quoted[]): readonly Piece[] {
  const cuts = new Set([0, text.length]);
  for (const { claim } of rows) cuts.add(claim.quote.start).add(claim.quote.end);
  const inOrder = [...cuts].filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b);
  const byStart = [...rows].sort((a, b) => a.claim.quote.start - b.claim.quote.start);
  const pieces: Piece[] = [];
  let open: readonly Quoted[] = [];
  let next = 0;
  for (let i = 0; i + 1 < inOrder.length; i++) {
    const [start, end] = [inOrder[i]!, inOrder[i + 1]!];
    const begun = next;
    while (next < byStart.length && byStart[next]!.claim.quote.start <= start) next++;
    open = [...open, ...byStart.slice(begun, next)].filter(({ claim }) => claim.quote.end > start);
    pieces.push({ text: text.slice(start, end), rows: open });
  }
  return pieces;
}
