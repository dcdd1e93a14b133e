import type { ActorRef } from "../../domain/claim.ts";
import type { ClaimPlace } from "../../domain/place.ts";
import { isPassive } from "../numbers/numbers-roles.ts";
import type { DayMention, Draft, Finder } from "../types.ts";
import type { LexiconTexts } from "../words/lexicon.ts";
import type { PhraseHit } from "../words/phrase-index.ts";
import { type View, wordAt } from "../words/view.ts";
import { parseAccessLexicon, type StatusWord } from "./access-lexicon.ts";
import { airportsOf, placeAround, placeOfTarget } from "./access-place.ts";
import { leadsNowhere, type Road, roadsOf } from "./access-road.ts";
import { joinedTo, type Target, targetOf } from "./access-target.ts";
import { byActor, gainerSoFar, stateOf, subjectActor } from "./figure-actor.ts";
import { dayOfReport } from "./figure-asof.ts";
import { drafted, isTold } from "./figure-draft.ts";
import { isUnreal } from "./figure-unreal.ts";
import { figureView, grammarsOf } from "./figure-view.ts";

type Hit = PhraseHit<StatusWord>;

/** Roads, crossings, airports, areas and aid that are opened, restricted, closed or cut. */
export function accessFinder(lexicon: LexiconTexts): Finder {
  const access = parseAccessLexicon(lexicon);
  const grammars = grammarsOf(lexicon);
  return (analysis, report) => {
    if (!isTold(analysis)) return [];
    const hits = access.statuses.all(analysis.sentence.tokens);
    if (hits.length === 0) return [];
    const view = figureView(analysis, report, grammars);
    return hits.flatMap((hit) => {
      const target = isNotSo(view, hit) ? undefined : targetOf(view, access, hit);
      if (!target) return [];
      return [target, ...joinedTo(view, access, target)].flatMap((one) =>
        fits(view, hit, one) ? draftsOf(view, hit, one) : [],
      );
    });
  };
}

const OFTEN =
  /^(?:several|many|\w+) times\b|^(?:repeatedly|twice|periodically|sporadically|frequently)\b|^\w+ (?:years|months) ago/;

/** Told as possible, denied or conditional, or of many times; "would remain open" tells how it is. */
function isNotSo(view: View, { from, to }: Hit): boolean {
  const clause = view.analysis.clauses.findLast((one) => one.from <= from && from < one.to);
  const outer = clause?.parent === undefined ? undefined : view.analysis.clauses[clause.parent];
  if (clause?.role === "condition" || (clause?.role === "content" && outer?.role === "condition"))
    return true;
  if (/^(?:remain|stay)$/.test(wordAt(view, from - 1)) && /^(?:would|will|'ll)$/.test(wordAt(view, from - 2)))
    return false;
  if (/^(?:ending|lifting|ended|lifted|end|lift)$/.test(wordAt(view, from - 2))) return true;
  if (
    OFTEN.test(
      view.tokens
        .slice(to, to + 3)
        .map(({ lower }) => lower)
        .join(" "),
    )
  )
    return true;
  return isUnreal(view, from);
}

/** The target only describes another thing: "the border dispute". */
const OTHER_NOUN =
  /^(?:disputes?|issues?|guards?|police|talks|officials?|staff|workers|tax|agency|agencies|accidents?|deaths?|projects?|wars?|policy|policies|questions?|negotiations)$/;
const CUTTABLE = new Set(["road"]);
const RUNNING =
  /^(?:stopped|suspended|suspending|halted|halting|resumed|resumes|resuming|suspension|cancelled|canceled|grounded|restored)$/;
const AID_ONLY =
  /^(?:stranded|turn_back|hampered|hampering|impeded|obstructed|obstructing|denied|held_up|turned_back)$/;

/** Only roads are cut, only what runs is suspended, only aid is hampered; "opened the road to the capital" is a picture. */
function fits(view: View, hit: Hit, { target, word, from, to: end }: Target): boolean {
  const { row, to } = hit;
  if (row.status === "cut" && !CUTTABLE.has(target)) return false;
  if (target === "road" && leadsNowhere(view, { from, to: end })) return false;
  if (OTHER_NOUN.test(wordAt(view, end))) return false;
  if (RUNNING.test(row.words) && !view.words.has("what-runs", word)) return false;
  if (AID_ONLY.test(row.words) && target !== "aid") return false;
  if (word.startsWith("convoy") && row.status === "open") return false;
  if (word === "crossing" && wordAt(view, end) === "of") return false;
  if (/^(?:operating|functioning|working)$/.test(row.words)) {
    const copula = /^(?:is|are|was|were)$/.test(wordAt(view, hit.from - 1));
    const runs = /^(?:airport|crossing)$/.test(target) || /^ports?$/.test(word);
    if (!copula || !runs || hit.from - end > 1) return false;
  }
  if (/^(?:fire|talks|negotiations|accounts?|doors?)$/.test(wordAt(view, to))) return false;
  const after = wordAt(view, end);
  return !(
    row.status === "open" &&
    target === "road" &&
    row.use !== "state" &&
    from >= to &&
    /^(?:to|for)$/.test(after)
  );
}

function draftsOf(view: View, hit: Hit, target: Target): Draft[] {
  const listed = target.target === "airport" ? airportsOf(view, target) : [];
  if (listed.length > 1) return listed.map((place) => draftOf(view, hit, { target, road: {}, place }));
  const roads: readonly Road[] = target.target === "road" ? roadsOf(view, target, view.tokens.length) : [{}];
  return roads.flatMap((road) => {
    const place = road.place ?? placeOfTarget(view, target) ?? placeAround(view, hit, target);
    return isNowhere(place, target) ? [] : [draftOf(view, hit, { target, road, place })];
  });
}

/** A single road or crossing somewhere in the country. */
function isNowhere(place: ClaimPlace | undefined, { target, word }: Target): boolean {
  return place?.level === "country" && place.inferred === true && target === "road" && !word.endsWith("s");
}

interface Where {
  readonly target: Target;
  readonly road: Road;
  readonly place: ClaimPlace | undefined;
}

function draftOf(view: View, hit: Hit, { target, road, place }: Where): Draft {
  const actor = actorOf(view, hit, target);
  const said = target.pronoun ?? target;
  const words = { from: Math.min(hit.from, said.from), to: Math.max(hit.to, said.to) };
  const both = view.tokens
    .slice(hit.from, hit.to + 14)
    .some(
      ({ lower }, i, all) => lower === "both" && /^(?:directions|sides|ways)$/.test(all[i + 1]?.lower ?? ""),
    );
  const valid = isNow(view, hit) ? dayOfReport(view) : undefined;
  return {
    kind: "access",
    target: target.target,
    status: isPartial(view, hit, target) ? "restricted" : hit.row.status,
    ...(actor ? { actor } : {}),
    ...(both ? { direction: "both" } : {}),
    ...(road.from ? { from: road.from } : {}),
    ...(road.to ? { to: road.to } : {}),
    ...(valid ? { valid } : {}),
    ...drafted(view, { words, trigger: hit }, place ? { place } : {}),
    basis: `access: ${hit.row.words} (${hit.row.use})`,
  };
}

const HOURS =
  /\b(?:from|between) \S+ (?:a\.?m\.?|p\.?m\.?|o'clock|to|and)\b|\bfor (?:two|three|a few|several|\d+) hours\b/;

function after(view: View, at: number): string {
  return view.tokens
    .slice(at, at + 12)
    .map(({ lower }) => lower)
    .join(" ");
}

/** "open to lorries, to holders of papers", "open only to", "from 6 a.m. to 6 p.m.", "foot traffic is suspended": not for all, or not always. */
function isPartial(view: View, { row, to }: Hit, target: Target): boolean {
  if (row.status === "closed") {
    if (
      target.target === "aid" &&
      /^(?:in|to) (?:parts|some|several|areas)\b/.test(after(view, Math.max(to, target.to)))
    )
      return true;
    if (target.target === "aid") return row.words === "blocked" && !/^corridors?$/.test(target.word);
    return (
      target.word === "traffic" &&
      /^(?:foot|pedestrian|civilian|passenger)$/.test(wordAt(view, target.to - 2))
    );
  }
  if (row.status !== "open") return false;
  const behind = after(view, to).split(" ");
  const second = behind.findIndex(
    (word, i) => i > 0 && word === "to" && /^(?:,|and)$/.test(behind[i - 1] ?? ""),
  );
  if (behind[0] === "only" || (behind[0] === "to" && (behind[1] === "only" || second > 0))) return true;
  return row.use === "state" && HOURS.test(behind.slice(0, 8).join(" "));
}

/** "is open", "remains closed", "has been reopened", with no day told beside it: the state on the day of publication. */
function isNow(view: View, { from }: Hit): boolean {
  const isMark = ({ lower }: { readonly lower: string }) => /^[,;:]$/.test(lower);
  const opening = view.tokens.findLastIndex((token, i) => i < from && isMark(token));
  const closing = view.tokens.findIndex((token, i) => i > from && isMark(token));
  const own = view.analysis.clauses.findLast((one) => one.from <= from && from < one.to);
  const start = view.tokens[Math.max(opening + 1, own?.from ?? 0)]?.start ?? 0;
  const end = view.tokens[closing < 0 ? view.tokens.length - 1 : closing]?.end ?? 0;
  const isDated = (day: DayMention) =>
    day.start >= start && day.end <= end && !/^for /.test(day.valid.basis ?? "");
  if (view.analysis.days.some(isDated)) return false;
  const before = wordAt(view, from - 1);
  if (/^(?:is|are|remain|remains|stay|stays|'s)$/.test(before)) return true;
  return before === "been" && /^(?:has|have)$/.test(wordAt(view, from - 2));
}

function actorOf(view: View, hit: Hit, target: Target): ActorRef | undefined {
  const by = byActor(view, hit);
  if (by || hit.row.use === "whole") return by ?? subjectActor(view, hit);
  const side = sideOf(view, target);
  if (side) return side;
  const active = isDone(view, hit, target);
  const declared =
    /^(?:airspace|airport|border|road)$/.test(wordAt(view, hit.from - 1)) && isDeclared(view, hit);
  const own = active || declared ? subjectActor(view, hit) : undefined;
  return own ?? (active && hit.row.status === "cut" ? gainerSoFar(view) : undefined);
}

/** "the Russian side of the crossing is closed". */
function sideOf(view: View, { from, target }: Target): ActorRef | undefined {
  if (target !== "crossing") return undefined;
  const of = [from - 1, from - 2].find((i) => wordAt(view, i) === "of");
  const people = of !== undefined && wordAt(view, of - 1) === "side" ? view.placeAt(of - 2) : undefined;
  return people?.role === "demonym" ? stateOf(view, people) : undefined;
}

/** Somebody does it to the target: its subject is another. */
function isDone(view: View, { row, from, to }: Hit, target: Target): boolean {
  if ((row.use !== "verb" && row.use !== "active") || isPassive(view.tokens, from)) return false;
  if (target.from >= to || row.use === "active") return true;
  const clause = view.analysis.clauses.findLast((one) => one.from <= from && from < one.to);
  const object = /^(?:it|them)$/.test(wordAt(view, to)) || clause?.role === "relative";
  const own = clause?.subject && target.from < clause.subject.to && clause.subject.from < target.to;
  return object && !own;
}

/** "declared the airspace closed". */
function isDeclared(view: View, { from }: Hit): boolean {
  const clause = view.analysis.clauses.findLast((one) => one.from <= from && from < one.to);
  return clause?.verb?.lemma === "declare" && clause.verb.voice === "active";
}
