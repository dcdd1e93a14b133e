import type { Claim, Valid } from "../domain/claim.ts";
import { daysBetween } from "../domain/day.ts";
import { overlaps } from "../domain/span.ts";
import { claimId } from "../ledger/id.ts";
import { EXTRACTOR } from "./extractor-id.ts";
import { withPresumedActor, withRetaker } from "./settle-actor.ts";
import {
  carries,
  dayBefore,
  dayFor,
  hasEnded,
  isOfYears,
  lastDayOf,
  leadDay,
  stageAt,
  validOf,
} from "./settle-day.ts";
import { sidesOf } from "./settle-sides.ts";
import { type LossWords, lossWords, type StanceContext, stanceOf } from "./speech/stance.ts";
import type { Clause, Draft, ReportAnalysis } from "./types.ts";
import type { LexiconTexts } from "./words/lexicon.ts";

/** Gives drafts their day, speaker, stance, stage and id. Claims come in order of their quotes. */
export function settler(
  lexicon: LexiconTexts,
): (drafts: readonly Draft[], report: ReportAnalysis) => Claim[] {
  const losses = lossWords(lexicon);
  return (drafts, report) => {
    const claims = new Map<string, Claim>();
    const ordered = [...drafts].sort(
      (a, b) => a.trigger.start - b.trigger.start || a.quote.start - b.quote.start,
    );
    const told = new Map<string, Valid>();
    const lead = leadDay(report);
    const sides = sidesOf(drafts, report);
    let last: { readonly paragraph: number; readonly valid: Valid } | undefined;
    for (const draft of ordered) {
      const sentence = report.sentences[draft.sentence];
      const paragraph = sentence?.sentence.paragraph ?? -1;
      const inForce = isPresent(draft, report)
        ? undefined
        : lastDayOf((last?.paragraph === paragraph ? last.valid : dayBefore(draft, report)) ?? lead);
      const same = sameEvent(draft);
      const valid = validOf(draft, report, (same ? told.get(same) : undefined) ?? inForce);
      const dated = sentence && dayFor(draft, sentence) && carries(valid);
      if (dated) last = { paragraph, valid };
      if (dated && same && !told.has(same)) told.set(same, valid);
      const known =
        isOld(valid, report) && !isLasting(draft, valid, report)
          ? withRetaker(draft, report, sides)
          : withPresumedActor(draft, report, sides);
      const claim = settle(known, valid, report, losses);
      if (!claims.has(claim.id)) claims.set(claim.id, claim);
    }
    return [...claims.values()].sort((a, b) => a.quote.start - b.quote.start || (a.id < b.id ? -1 : 1));
  };
}

/** Days; the sides of today's fighting need not be those of an older event. */
const SAME_FIGHT = 30;

function isOld({ from }: Valid, { publishedOn }: ReportAnalysis): boolean {
  return from !== undefined && publishedOn !== undefined && daysBetween(from, publishedOn) > SAME_FIGHT;
}

/** A siege that began long ago and goes on is today's. */
function isLasting(draft: Draft, { until }: Valid, { publishedOn }: ReportAnalysis): boolean {
  const besieges = draft.kind === "control" && draft.change === "besieged";
  return besieges && until !== undefined && publishedOn !== undefined && until >= publishedOn;
}

/** Names a gain or loss of a place, which a report tells more than once; undefined for what may come again. */
function sameEvent(draft: Draft): string | undefined {
  if (draft.kind !== "control" || !/^(?:gained|lost)$/.test(draft.change) || !draft.place) return undefined;
  return `${draft.change} ${draft.actor?.id ?? ""} ${draft.place.id ?? draft.place.name} ${draft.place.level}`;
}

/** "remained in the hands of", "was still held". */
function isStill({ verb, from, to }: Clause, { sentence }: Draft, { sentences }: ReportAnalysis): boolean {
  const tokens = sentences[sentence]?.sentence.tokens.slice(from, to) ?? [];
  return verb?.lemma === "remain" || tokens.some(({ lower }) => lower === "still");
}

/** "holds", "is in the hands of": told of the day of publication, whatever day came before. */
function isPresent(draft: Draft, report: ReportAnalysis): boolean {
  const clause =
    draft.clause === undefined ? undefined : report.sentences[draft.sentence]?.clauses[draft.clause];
  const stays =
    draft.kind === "control" &&
    draft.change === "holds" &&
    clause !== undefined &&
    isStill(clause, draft, report);
  return stays || (clause?.verb?.tense === "present" && clause.verb.modality === undefined);
}

function settle(draft: Draft, valid: Valid, analysis: ReportAnalysis, losses: LossWords): Claim {
  const { report, sentences } = analysis;
  const {
    quote,
    trigger,
    sentence,
    clause: _clause,
    negated: _negated,
    actorUntold: _untold,
    ...said
  } = draft;
  const told = sentences[sentence]?.attributions.find((one) => overlaps(one.content, trigger));
  const content = {
    ...said,
    report: report.id,
    ...(report.ref === undefined ? {} : { reportRef: report.ref }),
    quote: { start: quote.start, end: quote.end, text: report.text.slice(quote.start, quote.end) },
    valid,
    ...(told ? { speaker: told.speaker } : {}),
    ...(told?.via === undefined ? {} : { via: told.via }),
    stance: stanceOf(draft, told, stanceContext(draft, analysis, losses)),
    stage:
      hasEnded(draft, analysis) || isOfYears(draft, analysis)
        ? "history"
        : stageAt(draft.stage ?? "done", valid, analysis),
    extractor: EXTRACTOR,
  } as Omit<Claim, "id">;
  return { ...content, id: claimId(content as Parameters<typeof claimId>[0]) } as Claim;
}

/** Whose enemy is who depends on the country of the place, else of the report. */
function stanceContext(draft: Draft, analysis: ReportAnalysis, losses: LossWords): StanceContext {
  const { actors, countries, publishedOn, report, sentences } = analysis;
  const country = draft.place?.country ?? countries[0];
  const { start, end } = sentences[draft.sentence]?.sentence ?? draft.quote;
  const from = Math.max(start, draft.trigger.start - WORDS_AROUND);
  const words = report.text.slice(from, Math.min(end, draft.trigger.end + WORDS_AROUND)).toLowerCase();
  return { actors, words, losses, ...(country && { country }), ...(publishedOn && { on: publishedOn }) };
}

/** Characters on each side of an event in which its victims are told. */
const WORDS_AROUND = 60;
