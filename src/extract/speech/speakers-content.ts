import type { Span } from "../../domain/span.ts";
import type { Token } from "../types.ts";
import type { ReportingSite } from "./speakers-site.ts";

const TIME_OR_WAY =
  /^(?:on|in|by|to|at|late|early|from|via|over|during|through|yesterday|today|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|again|separately|later|there|here|with|when|under|without|earlier|this|last|flatly|simply|bluntly|laconically|speaking|standing)$/;
const MARK = /^(?:[.,;:"?!—–]|--|-|\.\.\.|…)$/;

/** The words that a site tells, as spans of the text; `floor` is the first token that no earlier site has claimed. */
export function contentOf(
  tokens: readonly Token[],
  sites: readonly ReportingSite[],
  index: number,
): readonly Span[] {
  const site = sites[index]!;
  const end = tokens.length;
  const opening = Math.min(
    site.at.from,
    site.subject?.from ?? site.at.from,
    site.relay?.from ?? site.at.from,
  );
  const closing = Math.max(site.at.to, site.subject?.to ?? 0);
  const floor = floorOf(tokens, sites, index, opening);
  const next = sites[index + 1];
  const ceiling = next ? Math.max(closing, clauseStart(tokens, next, closing)) : end;
  const before = spanOf(tokens, floor, opening);
  if (site.inverted) {
    const resumed = resumption(tokens, site, closing, ceiling);
    const after = resumed === undefined ? undefined : spanOf(tokens, resumed, ceiling);
    return [words(tokens, floor, opening) > 1 ? before : undefined, after].filter(
      (span) => span !== undefined,
    );
  }
  const rest = afterHearer(tokens, site);
  const stop = nextMark(tokens, rest, ceiling);
  const claims = tokens[rest]?.lower === "to" && tokens[rest + 1]?.lower === "have";
  const empty =
    stop === rest || (!claims && TIME_OR_WAY.test(tokens[rest]?.lower ?? "") && !hasThat(tokens, rest, stop));
  const marked = opening > 0 && MARK.test(tokens[opening - 1]!.lower);
  if (empty && marked && words(tokens, floor, opening) > 1) {
    const mark = tokens[stop]?.lower ?? "";
    const background = /^(?:which|who|where|whose)$/.test(tokens[stop + 1]?.lower ?? "");
    const goesOn = /^[,:;"]$/.test(mark) && !background && !startsSite(next, stop + 1, tokens);
    const after = goesOn ? spanOf(tokens, stop, ceiling) : undefined;
    return [before, after].filter((span) => span !== undefined);
  }
  const last = site.subordinate ? Math.min(ceiling, nextComma(tokens, rest + 3, ceiling)) : ceiling;
  const after = spanOf(tokens, rest, last);
  const quoteBefore =
    tokens[opening - 1]?.lower === '"' ||
    (tokens[opening - 1]?.lower === "," && tokens[opening - 2]?.lower === '"');
  return [quoteBefore ? before : undefined, after].filter((span) => span !== undefined);
}

/** Where the words before a site begin: after the last semicolon, and after all that earlier sites told. */
function floorOf(
  tokens: readonly Token[],
  sites: readonly ReportingSite[],
  index: number,
  opening: number,
): number {
  const prior = sites[index - 1];
  let floor = prior ? Math.max(prior.at.to, prior.subject?.to ?? 0) : 0;
  for (let at = floor; at < opening; at += 1) if (tokens[at]!.lower === ";") floor = at + 1;
  if (!prior) return floor;
  const comma = tokens.findIndex((token, at) => at >= floor && at < opening && /^[,;:"]$/.test(token.lower));
  return comma < 0 ? floor : comma;
}

/** The next site's clause begins at the mark or conjunction before its subject. */
function clauseStart(tokens: readonly Token[], next: ReportingSite, least: number): number {
  let start = Math.min(next.at.from, next.subject?.from ?? next.at.from, next.relay?.from ?? next.at.from);
  while (
    start > least &&
    /^(?:and|but|while|although|though|as|after|when|[,;—–-])$/.test(tokens[start - 1]!.lower)
  )
    start -= 1;
  const postposed = next.inverted || MARK.test(tokens[next.at.to]?.lower ?? ".");
  if (!postposed || next.subject === undefined) return start;
  for (let at = start - 1; at > least; at -= 1) if (/^[;,]$/.test(tokens[at]!.lower)) return at;
  return start;
}

function startsSite(next: ReportingSite | undefined, at: number, tokens: readonly Token[]): boolean {
  if (!next) return false;
  const start = Math.min(next.at.from, next.subject?.from ?? next.at.from);
  return start - at <= 2 && start >= at - 1 && tokens[at] !== undefined;
}

function afterHearer(tokens: readonly Token[], site: ReportingSite): number {
  let at = site.at.to;
  if (site.hearer) {
    const that = tokens.findIndex(
      (token, index) => index >= at && index < at + 12 && /^(?:that|of|[,:;."])$/.test(token.lower),
    );
    if (that >= 0) at = that;
    else return Math.min(tokens.length, at + 1);
  }
  return tokens[at]?.lower === "that" ? at + 1 : at;
}

/**
 * Where the words told go on after a speaker that follows his verb: after a colon or semicolon, in a quotation, in a
 * clause that a conjunction joins, and at once where nothing was told before.
 */
function resumption(
  tokens: readonly Token[],
  site: ReportingSite,
  closing: number,
  ceiling: number,
): number | undefined {
  const mark = tokens[closing]?.lower ?? "";
  const next = tokens[closing + 1]?.lower ?? "";
  if (mark === '"' || (mark === "," && (next === '"' || /^(?:and|but|while|although|though)$/.test(next))))
    return closing;
  if (site.at.from === 0 || tokens[site.at.from]?.lower === "according") {
    return /^(?:which|who|where)$/.test(next) ? undefined : closing;
  }
  for (let at = closing; at < ceiling; at += 1) if (/^[:;]$/.test(tokens[at]!.lower)) return at;
  return undefined;
}

function nextMark(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from; at < to; at += 1) if (MARK.test(tokens[at]!.lower)) return at;
  return to;
}

function nextComma(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from; at < to; at += 1) if (tokens[at]!.lower === ",") return at;
  return to;
}

function hasThat(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (tokens[at]!.lower === "that") return true;
  return false;
}

function words(tokens: readonly Token[], from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (tokens[at]!.kind !== "punctuation") count += 1;
  return count;
}

function spanOf(tokens: readonly Token[], from: number, to: number): Span | undefined {
  return words(tokens, from, to) > 0 ? { start: tokens[from]!.start, end: tokens[to - 1]!.end } : undefined;
}
