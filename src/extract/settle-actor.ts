import type { ActorRef } from "../domain/claim.ts";
import type { ActorId } from "../domain/ids.ts";
import { overlaps } from "../domain/span.ts";
import { placeKey, type Sides, TAKES } from "./settle-sides.ts";
import type { Attribution, Draft, ReportAnalysis } from "./types.ts";

/** The draft's words and those right behind. */
function wordsAround({ quote }: Draft, { report }: ReportAnalysis): string {
  return report.text.slice(quote.start, quote.end + 90).split(/[.;]\s/)[0] ?? "";
}

const RETAKES =
  /\b(?:re-?(?:took|tak(?:e|en|ing)|captur(?:e|ed|ing)|gain(?:ed|ing)?|cover(?:ed|ing|y)|claim(?:ed|ing)|conquer(?:ed|ing)|conquest)|back|again)\b/i;
const REGAINED = /\b(?:retook|retak|recaptur|regain|recover|reclaim|liberat|freed)/i;
/** What falls is told as a loss by whoever governs. */
const FALLS = /\b(?:f(?:all|ell|allen)|occupied)\b/i;
const CLEARS = /\b(?:liberat|cleans|cleared|freed|purged)/i;
const ASSAULTS: ReadonlySet<string> = new Set(["attack", "clash", "prison-break"]);

/**
 * Fills in who gains, loses or attacks where the words do not tell ("the town fell", "it was lost"): the report's taker,
 * for a retaking the government, for a liberation the speaker's own side. A recipient is never his own taker.
 */
export function withPresumedActor(draft: Draft, report: ReportAnalysis, sides: Sides): Draft {
  if (draft.kind === "access" && draft.status === "cut" && !draft.actor && sides.taker)
    return { ...draft, actor: sides.taker };
  if (draft.kind === "access" && draft.status === "closed" && !draft.actor) {
    const orders =
      /\buntil further notice\b/i.test(wordsAround(draft, report)) && speakersSide(draft, report);
    return orders ? { ...draft, actor: orders } : draft;
  }
  if (draft.kind === "tally" && !draft.actor) {
    const back = REGAINED.test(wordsAround(draft, report));
    const holder = back ? sides.government : sides.taker;
    return holder ? { ...draft, actor: holder } : draft;
  }
  if ((draft.kind !== "control" && draft.kind !== "incident") || draft.actor || draft.actorUntold)
    return draft;
  const presumed = draft.kind === "control" ? forControl(draft, report, sides) : forAssault(draft, sides);
  if (!presumed || (draft.recipient && areAllies(presumed, draft.recipient, report))) return draft;
  return { ...draft, actor: presumed };
}

/** Of older events the sides need not be today's: only a retaking tells who took, the government. */
export function withRetaker(draft: Draft, report: ReportAnalysis, { government }: Sides): Draft {
  if (draft.kind !== "control" || draft.change !== "gained" || draft.actor || draft.actorUntold) return draft;
  const retaken = RETAKES.test(wordsOf(draft, report));
  if (!retaken || !government || (draft.recipient && areAllies(government, draft.recipient, report)))
    return draft;
  return { ...draft, actor: government };
}

function wordsOf({ trigger }: Draft, { report }: ReportAnalysis): string {
  return report.text.slice(trigger.start, trigger.end + 6);
}

function areAllies(a: ActorRef, b: ActorRef, { actors, countries, publishedOn }: ReportAnalysis): boolean {
  const camp = (ref: ActorRef) => actors.campOf(ref.id, countries[0], publishedOn);
  return a.id === b.id || camp(a) === camp(b);
}

function forControl(
  draft: Extract<Draft, { kind: "control" }>,
  report: ReportAnalysis,
  { taker, government, gainedByGovernment, gainers, losers }: Sides,
): ActorRef | undefined {
  const told = draft.change === "lost" && draft.place ? losers.get(draft.place.name) : undefined;
  if (told) return told;
  const denies = draft.change === "lost" && draft.negated ? speakersSide(draft, report) : undefined;
  if (denies) return denies;
  const admits = tellingOf(draft, report)?.manner === "admit" && !draft.negated;
  const confessor = admits ? speakersSide(draft, report) : undefined;
  if (confessor && draft.change === "lost") return confessor;
  if (confessor && TAKES.has(draft.change) && !RETAKES.test(wordsOf(draft, report)))
    return confessor.id === government?.id ? taker : government;
  if (draft.change === "lost" && draft.place && gainedByGovernment.has(draft.place.name)) return taker;
  if (draft.change === "repelled" && !draft.recipient && !draft.negated) {
    const repels = speakersSide(draft, report);
    if (repels) return repels;
  }
  const teller = speakersSide(draft, report);
  const other = teller && government && !areAllies(teller, government, report) ? teller : undefined;
  if (draft.change === "lost" && other && !draft.recipient) return other;
  if (draft.change === "besieged" && other) return undefined;
  if (draft.change === "lost" || draft.change === "repelled") {
    return draft.recipient && taker && draft.recipient.id !== taker.id ? taker : government;
  }
  if (draft.change === "holds") return FALLS.test(wordsOf(draft, report)) ? undefined : teller;
  if (!TAKES.has(draft.change)) return undefined;
  const speaker = teller;
  const words = wordsOf(draft, report);
  if (draft.negated && speaker && !RETAKES.test(words))
    return [taker, government].find((side) => side && !areAllies(speaker, side, report));
  const ownFall = (speaker?.id === government?.id || (taker && isState(taker, report))) && FALLS.test(words);
  const ownTaking =
    speaker && (isGroup(speaker, report) || (taker && isState(taker, report)) || isAnnounced(draft, report));
  if (ownTaking && !draft.recipient && !ownFall) return speaker;
  if (speaker && draft.stage === "planned") return speaker;
  if (CLEARS.test(words)) return speaker ?? government;
  if (RETAKES.test(words)) return government;
  if (speaker && taker && areAllies(speaker, taker, report)) return speaker;
  if (!taker && draft.place && !draft.place.inferred) return gainers.get(placeKey(draft.place));
  if (draft.recipient && taker && draft.recipient.id === taker.id) return government;
  const gainer = draft.place && gainers.get(placeKey(draft.place));
  return gainer && taker && areAllies(gainer, taker, report) ? gainer : taker;
}

/** "announced the capture of X": his own side's, whoever he is. */
function isAnnounced({ trigger, basis }: Draft, { report }: ReportAnalysis): boolean {
  if (!/^the (?:capture|seizure|conquest|taking) of/.test(basis)) return false;
  return /\b(?:announc|claim|declar|proclaim|celebrat)\w*\b[^.;:]*$/i.test(
    report.text.slice(Math.max(0, trigger.start - 60), trigger.start),
  );
}

function isState(ref: ActorRef, { actors }: ReportAnalysis): boolean {
  return /^state/.test(actors.actor(ref.id)?.kind ?? "");
}

/** A group that speaks of what was taken took it itself; a state's officials tell their losses so. */
function isGroup(speaker: ActorRef, { actors }: ReportAnalysis): boolean {
  const kind = actors.actor(speaker.id)?.kind;
  return kind === "armed-group" || kind === "militia";
}

function forAssault(
  draft: Extract<Draft, { kind: "incident" }>,
  { taker, government, flyer }: Sides,
): ActorRef | undefined {
  if (draft.type === "air-strike") return draft.means === "drone" ? undefined : flyer;
  const victim = draft.recipient?.id;
  if (HITS.has(draft.type) && victim && taker && government) {
    if (victim === government.id) return taker;
    if (victim === taker.id) return government;
  }
  return ASSAULTS.has(draft.type) ? taker : undefined;
}

/** Who is hit tells who hits, where two sides fight. */
const HITS: ReadonlySet<string> = new Set(["attack", "shelling", "clash", "bombing"]);

/** For whom he speaks who tells the draft; else who leads his camp, or is named most where the report does not name him. */
function speakersSide(draft: Draft, report: ReportAnalysis): ActorRef | undefined {
  const told = tellingOf(draft, report);
  const camp = told?.speaker.camp;
  const country = report.countries[0];
  if (!camp || !country) return undefined;
  const members = report.actors.camps(country, report.publishedOn).find((one) => one.id === camp)?.actors;
  const id = told.own ?? (members && leadOf(members, report));
  const actor = id && report.actors.actor(id);
  return actor && { id: actor.id, name: actor.name, mention: told.speaker.name };
}

function leadOf(members: readonly ActorId[], { actors, sentences }: ReportAnalysis): ActorId | undefined {
  const lead = members[0];
  if (!lead || !/^(?:armed-group|militia|generic)$/.test(actors.actor(lead)?.kind ?? "")) return lead;
  const named = sentences
    .flatMap((sentence) => sentence.actors.flatMap(({ actor }) => (actor ? [actor.id] : [])))
    .filter((id) => members.includes(id));
  if (named.includes(lead)) return lead;
  const counts = [...Map.groupBy(named, (id) => id)].sort((a, b) => b[1].length - a[1].length);
  return counts[0]?.[0] ?? lead;
}

function tellingOf({ sentence, trigger }: Draft, { sentences }: ReportAnalysis): Attribution | undefined {
  return sentences[sentence]?.attributions.find((one) => overlaps(one.content, trigger));
}
