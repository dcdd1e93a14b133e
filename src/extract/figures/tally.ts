import type { ClaimPlace } from "../../domain/place.ts";
import { inferred, namedPlace } from "../places/claim-place.ts";
import { placeSpokenOf } from "../places/discourse.ts";
import type { Draft, Finder } from "../types.ts";
import type { LexiconTexts } from "../words/lexicon.ts";
import type { View } from "../words/view.ts";
import { dayOfReport } from "./figure-asof.ts";
import { drafted, isTold } from "./figure-draft.ts";
import { wholeCountry } from "./figure-told.ts";
import { isUnreal } from "./figure-unreal.ts";
import { figureFocus, figureView, grammarsOf } from "./figure-view.ts";
import { type Tallied, talliedIn } from "./tally-count.ts";
import { type HoldingHit, holderOf, holdingOf } from "./tally-holder.ts";
import { parseTallyLexicon } from "./tally-lexicon.ts";
import { raisedTallies } from "./tally-raised.ts";

/** How many districts, capitals or towns, or what share of a country, somebody is said to hold. */
export function tallyFinder(lexicon: LexiconTexts): Finder {
  const tally = parseTallyLexicon(lexicon);
  const grammars = grammarsOf(lexicon);
  return (analysis, report) => {
    if (!isTold(analysis)) return [];
    const found = talliedIn(analysis, tally);
    if (found.length === 0 && analysis.numbers.length === 0) return [];
    const view = figureView(analysis, report, grammars);
    const drafts = found.flatMap((one) => {
      const holding = holdingOf(view, tally, one);
      return isHeld(one, holding, found) &&
        (one.ordinal || !(holding && (isUnreal(view, holding.from) || isDenied(view, holding.from))))
        ? [draftOf(view, one, holding)]
        : [];
    });
    const raised = raisedTallies(view, tally).map((one) => draftOf(view, one, holdingOf(view, tally, one)));
    return [...drafts, ...raised].filter(({ of }) => of !== "");
  };
}

/** So few without a total are news of one day, no tally. */
const FEW = 4;
const STATES =
  /^(?:controls?|holds?|controlled|held|commands?|rules?|governs?|runs?|under_.*|hands|in_the_.*|control_of|has|have|had)$/;

/** A count with its total is a tally of what is held whatever the verb; a bare count needs a word that says so. */
function isHeld(
  { count, total, share, ordinal, of, from }: Tallied,
  holding: HoldingHit | undefined,
  all: readonly Tallied[],
): boolean {
  if (total !== undefined || ordinal) return true;
  if (holding === undefined || of === "neighbourhoods") return false;
  if (/^(?:has|have|had)$/.test(holding.row.words)) return share !== undefined;
  const many =
    (count?.best ?? count?.low ?? count?.high ?? 0) >= FEW ||
    count?.best === 0 ||
    all.some((one) => one.to === from - 1 && one.count !== undefined);
  return share !== undefined || many || STATES.test(holding.row.words);
}

/** "are no longer in rebel hands", "are not in the hands of the rebels". */
function isDenied(view: View, at: number): boolean {
  const before = view.tokens.slice(Math.max(0, at - 5), at).map(({ lower }) => lower);
  return before.some(
    (word, i) => /^(?:not|n't)$/.test(word) || (word === "no" && before[i + 1] === "longer"),
  );
}

type TallyDraft = Extract<Draft, { readonly kind: "tally" }>;

function draftOf(view: View, one: Tallied, holding: HoldingHit | undefined): TallyDraft {
  const actor = holderOf(view, holding, one);
  const place = wholeOf(view, one);
  const valid = isNow(view, one) ? dayOfReport(view) : undefined;
  const near = holding && holding.from >= one.from - 8 && holding.to <= one.to + 8 ? holding : one;
  const words = { from: Math.min(one.from, near.from), to: Math.max(one.to, near.to) };
  return {
    kind: "tally",
    of: one.of || lastUnit(view) || "",
    ...(one.count ? { count: one.count } : {}),
    ...(one.total === undefined ? {} : { total: one.total }),
    ...(one.share ? { share: one.share } : {}),
    ...(actor ? { actor } : {}),
    ...(valid ? { valid } : {}),
    ...drafted(view, { words, trigger: one }, place ? { place } : {}),
    basis: one.ordinal ? "tally: ordinal" : one.share ? "tally: share" : "tally: count",
  };
}

/** "hold", "have been retaken", with no day in the clause: the count on the day of publication. */
function isNow(view: View, { from }: Tallied): boolean {
  const clause = view.analysis.clauses.findLast((one) => one.from <= from && from < one.to);
  if (!clause?.verb || !/^(?:present|perfect)$/.test(clause.verb.tense ?? "")) return false;
  const start = view.tokens[clause.from]?.start ?? 0;
  const end = view.tokens[clause.to - 1]?.end ?? 0;
  const member =
    view.tokens.find(({ lower, start: at }) => at > start && /^(?:including|among)$/.test(lower))?.start ??
    end;
  return !view.analysis.days.some(
    (day) => day.bound !== "since" && day.start >= start && day.end <= Math.min(end, member),
  );
}

/** So many sentences back a tally's unit is looked for: "the tally stands at 18 of 34". */
const UNIT_BACK = 14;

/** What the count is of, when the words leave it to the sentences before. */
function lastUnit({ report, analysis }: View): string | undefined {
  for (let back = 0; back <= UNIT_BACK; back += 1) {
    const text =
      report.sentences[analysis.sentence.index - back]?.sentence.tokens.map(({ lower }) => lower).join(" ") ??
      "";
    if (/\b(?:provincial (?:capital|cent(?:re|er))s?|capitals)\b/.test(text)) return "provincial capitals";
    if (/\bdistricts?\b/.test(text)) return "districts";
  }
  return undefined;
}

/** The whole: a place named beside the unit ("Kandahar's districts", "districts of Herat province"), else the country. */
function wholeOf(view: View, { unit, to, share }: Tallied): ClaimPlace | undefined {
  for (let i = unit.from; i < Math.min(view.tokens.length, to + 4); i += 1) {
    const here = view.tokens[i]?.lower ?? "";
    if (i >= to && !/^(?:of|in|the|across)$/.test(here) && !view.placeAt(i)) break;
    if (
      /^(?:province|region|governorate|state|district|oblast)$/.test(here) &&
      view.tokens[i + 1]?.lower === "'s"
    ) {
      const spoken = placeSpokenOf(
        view,
        i,
        figureFocus(view),
        ({ level }) => level === here || (here !== "district" && (level === "province" || level === "area")),
      );
      if (spoken) return inferred(spoken);
    }
    const mention = view.placeAt(i);
    if (!mention?.place) continue;
    if (mention.role === "demonym" || mention.place.level === "country")
      return countryOf(view, mention.place.country);
    if (share) return namedPlace(mention);
    const province =
      mention.place.level === "province" ? mention.place : view.report.gazetteer.unitOf(mention.place);
    return province ? { ...namedPlace({ ...mention, place: province }, "province") } : namedPlace(mention);
  }
  return wholeBehind(view, to) ?? wholeCountry(view);
}

const REACH = 9;

/** "eleven towns have been retaken in Borno", "30 settlements in all in the Kharkiv region": the unit told behind. */
function wholeBehind(view: View, to: number): ClaimPlace | undefined {
  for (let i = to; i < Math.min(view.tokens.length, to + REACH); i += 1) {
    if (/^[,;:.]$/.test(view.tokens[i]?.lower ?? "")) return undefined;
    if (view.tokens[i]?.lower !== "in") continue;
    const at = view.tags[i + 1]?.tag === "determiner" ? i + 2 : i + 1;
    const mention = view.placeAt(at);
    if (mention?.place && (mention.place.level === "province" || isUnit(view, mention.end)))
      return namedPlace({ ...mention, place: mention.place }, "province");
  }
  return undefined;
}

/** The name is followed by "region" and the like. */
function isUnit(view: View, end: number): boolean {
  const next = view.tokens.find(({ start }) => start >= end)?.lower ?? "";
  return view.placeNouns.get(next)?.level === "province";
}

function countryOf(
  view: View,
  code: Parameters<View["report"]["gazetteer"]["country"]>[0] | undefined,
): ClaimPlace | undefined {
  const place = code && view.report.gazetteer.country(code);
  return place
    ? namedPlace({
        start: 0,
        end: 0,
        text: place.name,
        role: "place",
        place,
        level: "country",
        reason: "",
        rejected: [],
      })
    : wholeCountry(view);
}
