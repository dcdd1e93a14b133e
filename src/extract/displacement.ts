import type { DisplacementMeasure, Valid } from "../domain/claim.ts";
import { daysBetween } from "../domain/day.ts";
import type { ClaimPlace } from "../domain/place.ts";
import { leadsAbroad } from "./displacement-border.ts";
import { type MovingWord, parseMovingWords } from "./displacement-lexicon.ts";
import { drafted, isTold } from "./figure-draft.ts";
import { wholeCountry } from "./figure-told.ts";
import { figureFocus, figureView, grammarsOf } from "./figure-view.ts";
import type { LexiconTexts } from "./lexicon.ts";
import { type Counted, countedIn, parsePersons, word } from "./numbers-noun.ts";
import { type CountedSentence, elsewhere, isPassive, nouns, objects, subjects } from "./numbers-roles.ts";
import type { PhraseHit } from "./phrase-index.ts";
import { placeAt } from "./place-of.ts";
import type { Draft, Finder, ReportAnalysis, SentenceAnalysis, Token } from "./types.ts";
import type { View } from "./view.ts";

type Hit = PhraseHit<MovingWord>;
type Moving = CountedSentence<MovingWord>;

interface Move {
  readonly counted: Counted;
  readonly measure: DisplacementMeasure;
  readonly hit: Hit;
  readonly end: number;
  readonly basis: string;
}

/** How many fled, stay displaced, came back or were taken out. */
export function displacementFinder(lexicon: LexiconTexts): Finder {
  const words = parseMovingWords(lexicon);
  const persons = parsePersons(lexicon);
  const grammars = grammarsOf(lexicon);
  return (analysis, report) => {
    if (!isTold(analysis) || analysis.numbers.length === 0) return [];
    const { tokens } = analysis.sentence;
    const hits = words.all(tokens);
    if (hits.length === 0) return [];
    const sentence: Moving = { tokens, hits, counted: countedIn(analysis, persons) };
    const found: Move[] = [];
    for (const hit of verbsFirst(hits))
      for (const move of movesOf(sentence, hit, { analysis, report }))
        if (!found.some((other) => other.counted === move.counted)) found.push(move);
    for (const { like, counted } of elsewhere(sentence, found))
      found.push({ ...like, counted, basis: `${like.basis}, in another place` });
    const view = figureView(analysis, report, grammars);
    return found.map((move) => draftOf(move, view));
  };
}

/** "1,200 refugees have returned" tells of a return. */
function verbsFirst(hits: readonly Hit[]): readonly Hit[] {
  const isNoun = ({ row }: Hit) => row.use === "noun";
  return [...hits.filter((hit) => !isNoun(hit)), ...hits.filter(isNoun)];
}

interface Context {
  readonly analysis: SentenceAnalysis;
  readonly report: ReportAnalysis;
}

function movesOf(sentence: Moving, hit: Hit, context: Context): readonly Move[] {
  if (isUnreal(sentence.tokens, hit.from) || isAid(sentence.tokens, hit.to)) return [];
  const stated = statedStock(sentence, hit);
  const counted = stated.length > 0 ? stated : countedBy(sentence, hit);
  const stock = hit.row.measure === "refugees" || hit.row.measure === "returnees" ? hit.row.measure : "idps";
  const measure = stated.length > 0 ? stock : measureOf(sentence, hit, context);
  if (!measure) return [];
  return counted
    .filter((one) => !one.single && one.kind !== "thing" && !HARMED.test(word(sentence.tokens, one.from - 1)))
    .filter(
      (one) => !/_left$/.test(hit.row.words) || (one.kind !== "bare" && !isPost(sentence.tokens, hit.to)),
    )
    .map((one) => ({
      counted: one,
      measure,
      hit,
      end: Math.max(one.to, hit.to),
      basis: `displacement: ${hit.row.words}`,
    }));
}

/** "injuring 12 displaced people" counts the injured. */
const HARMED = /^(?:killing|killed|wounding|wounded|injuring|injured)$/;

function countedBy(sentence: Moving, hit: Hit): readonly Counted[] {
  const accepts = (one: Counted, adjacent: boolean) =>
    one.kind === "persons" || one.kind === "households" || (one.kind === "bare" && adjacent);
  if (word(sentence.tokens, hit.from - 1) === "those") return [];
  if (/_out$/.test(hit.row.words) && !isPassive(sentence.tokens, hit.from))
    return objects(sentence, hit, accepts);
  const within = sentence.counted.find((one) => one.from < hit.from && hit.to < one.to);
  if (within) return hit.row.use === "verb" || hit.row.use === "state" ? [within] : [];
  switch (hit.row.use) {
    case "forcing":
      return objects(sentence, hit, accepts).filter((one) => goesOn(sentence.tokens, one.to));
    case "active":
    case "stock":
      return objects(sentence, hit, accepts);
    case "verb": {
      const found = isPassive(sentence.tokens, hit.from) ? [] : objects(sentence, hit, accepts);
      return found.length > 0 ? found : subjects(sentence, hit, accepts);
    }
    case "noun":
      return nouns(sentence, hit);
    case "intransitive":
    case "state":
    case "cross":
    case "arrive":
    case "return":
      return subjects(sentence, hit, accepts);
  }
}

/** "from their homes", "to flee", "fleeing": what makes "forced 300 people" a flight. */
function goesOn(tokens: readonly Token[], at: number): boolean {
  const next = word(tokens, at);
  const second = word(tokens, at + 1);
  if (next === "from") return /^(?:their|homes?)$/.test(second);
  if (next === "out") return second === "of";
  if (next === "to") return /^(?:flee|leave|abandon|evacuate|escape|move|seek)$/.test(second);
  return /^(?:fleeing|across|towards?)$/.test(next);
}

const UNREAL = new Set(
  "would could might may can should will 'll to if not n't never help helped help".split(" "),
);

const REPORTED_TO = /^(?:reported|believed|said|known|estimated|thought|understood)$/;

function isUnreal(tokens: readonly Token[], from: number): boolean {
  for (let i = from - 1; i >= Math.max(0, from - 3); i -= 1) {
    const before = word(tokens, i);
    if (
      before === "to" &&
      /^(?:reported|believed|said|known|estimated|thought|understood)$/.test(word(tokens, i - 1))
    )
      return false;
    if (before === "to" && REPORTED_TO.test(word(tokens, i - 1))) return false;
    if (UNREAL.has(before)) return true;
    if (!/^(?:be|been|being|have|has|had|also|\w+ly)$/.test(before)) return false;
  }
  return false;
}

const AID = new Set(
  "given received receive got aided assisted fed served supported helped treated registered vaccinated getting receiving protested gathered".split(
    " ",
  ),
);

/** "458 displaced people were given food" counts help, not flight. */
function isAid(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i < at + 4; i += 1) {
    if (AID.has(word(tokens, i))) return true;
    if (!/^(?:were|was|have|has|had|been|are|also|who)$/.test(word(tokens, i))) return false;
  }
  return false;
}

const LINKS = new Set(
  "at to is was are stands stood number numbered numbers reached reaches passed exceeded has of as :".split(
    " ",
  ),
);

/** "the displaced are estimated at 154,000", "the number of those uprooted has passed 3.5 million". */
function statedStock({ tokens, counted }: Moving, hit: Hit): readonly Counted[] {
  const before = word(tokens, hit.from - 1);
  const named =
    before === "the" ||
    /^(?:those|people|of)$/.test(before) ||
    hit.row.use === "noun" ||
    hit.row.use === "state";
  const heads = tokens
    .slice(Math.max(0, hit.from - 5), hit.from)
    .some(({ lower }) => /^(?:number|total|figure|toll)$/.test(lower));
  const numbering = /^(?:number|numbered|total|totalled)$/;
  const own =
    hit.row.use === "noun" && tokens.slice(hit.to, hit.to + 8).some(({ lower }) => numbering.test(lower));
  if (!(before === "the" && hit.row.use === "verb") && !(named && heads) && !own) return [];
  const next = counted.find((one) => one.from >= hit.to);
  if (!next || next.from - hit.to > 10 || next.kind === "thing") return [];
  const last = word(tokens, next.from - 1);
  const verb = tokens
    .slice(next.from, next.to)
    .some(({ lower }) => lower === "passed" || lower === "exceeded");
  return LINKS.has(last) || verb ? [next] : [];
}

function measureOf(
  { tokens }: Moving,
  hit: Hit,
  { analysis, report }: Context,
): DisplacementMeasure | undefined {
  const abroad = leadsAbroad(analysis, report, hit.to);
  switch (hit.row.use) {
    case "cross":
      return abroad || word(tokens, hit.to) === "since" ? "refugees" : undefined;
    case "arrive":
      return abroad ? "refugees" : undefined;
    case "return":
      return /^(?:home|to|from)$/.test(word(tokens, hit.to)) && !isBackToBase(tokens, hit.to)
        ? "returnees"
        : undefined;
    default:
  }
  if (
    hit.row.measure === "idps" &&
    tokens
      .slice(Math.max(0, hit.from - 5), hit.from)
      .some(({ lower }) => lower === "left" || lower === "leaving")
  )
    return "newly-displaced";
  if (hit.row.use === "forcing") return abroad ? "refugees" : "newly-displaced";
  if (hit.row.measure === "fled") return abroad ? "refugees" : "newly-displaced";
  if (
    hit.row.measure === "idps" &&
    /^(?:arrived|reached|fled|confirmed|verified|who)$/.test(flowAfter(tokens, hit.to))
  )
    return "newly-displaced";
  if (hit.row.words === "displaced" && isStock(tokens, hit)) return "idps";
  if (hit.row.words === "internally_displaced" && /^(?:been|were|was)$/.test(word(tokens, hit.from - 1)))
    return "newly-displaced";
  return hit.row.measure;
}

function isBackToBase(tokens: readonly Token[], at: number): boolean {
  return tokens
    .slice(at, at + 4)
    .some(({ lower }) =>
      /^(?:work|duty|base|barracks|power|front|frontline|fighting|talks|normal|service)$/.test(lower),
    );
}

/** "have left their posts". */
function isPost(tokens: readonly Token[], at: number): boolean {
  return (
    /^(?:their|his|the)$/.test(word(tokens, at)) &&
    /^(?:posts?|positions?|jobs?|offices?|work|party|army|ranks|weapons|vehicles|base|outposts?)$/.test(
      word(tokens, at + 1),
    )
  );
}

/** The first word after auxiliaries. */
function flowAfter(tokens: readonly Token[], at: number): string {
  let i = at;
  while (/^(?:were|was|have|has|had|been|who)$/.test(word(tokens, i))) i += 1;
  return word(tokens, i);
}

/** "are displaced", "remain displaced", "were already displaced": a state, not a flight. */
function isStock(tokens: readonly Token[], { from, to }: Hit): boolean {
  const before = word(tokens, from - 1);
  if (word(tokens, to) === "internally" && !/^(?:been|were|was)$/.test(before)) return true;
  if (/^(?:are|is|remain|remains|remained|still|already|currently|internally|further|now)$/.test(before))
    return true;
  return before === "be";
}

/** From so many on, or counted over so many days, a number without a place is the country's. */
const NATIONAL = { persons: 50_000, days: 45 };
const WITHIN: ReadonlySet<string> = new Set(["in", "inside", "within", "across"]);
const TOWARDS: ReadonlySet<string> = new Set(["to", "into", "in", "at", "inside"]);
const FROM: ReadonlySet<string> = new Set(["in", "at", "from", "inside", "across"]);

function draftOf({ counted, measure, hit, basis }: Move, view: View): Draft {
  const { analysis, report } = view;
  const since = analysis.days.find((day) => day.bound === "since")?.valid.from;
  const words =
    counted.from > hit.to + 12
      ? { from: counted.from, to: counted.to }
      : { from: Math.min(counted.from, hit.from), to: Math.max(counted.to, hit.to) };
  const many = (counted.count.best ?? counted.count.low ?? 0) >= NATIONAL.persons;
  const long =
    since !== undefined &&
    report.publishedOn !== undefined &&
    daysBetween(since, report.publishedOn) > NATIONAL.days;
  const national = measure !== "evacuated" && (many || long);
  const host = hostOf(view, hit, measure);
  const valid = since ? asOf(view) : undefined;
  return {
    kind: "displacement",
    measure,
    count: counted.count,
    unit:
      counted.kind === "households" || /_(?:families|households)$/.test(hit.row.words)
        ? "households"
        : "persons",
    ...(counted.who ? { who: counted.who } : {}),
    ...(since ? { since, cumulative: true as const } : {}),
    ...(valid ? { valid } : {}),
    ...drafted(
      view,
      { words, trigger: { from: hit.from, to: hit.to }, at: counted.from > hit.to + 3 ? counted : hit },
      {
        prefer: measure === "newly-displaced" ? FROM : measure === "refugees" ? TOWARDS : WITHIN,
        national,
        wide: true,
        ...(host ? { place: host } : {}),
      },
    ),
    basis,
  };
}

/** "Chad hosts 400,000 refugees" is about Chad; those who return are where the report is. */
function hostOf(view: View, hit: Hit, measure: DisplacementMeasure): ClaimPlace | undefined {
  if (measure === "returnees") return view.tokens[hit.to]?.lower === "from" ? wholeCountry(view) : undefined;
  if (hit.row.use !== "stock") return undefined;
  const subject = view.analysis.clauses.findLast(
    ({ from, to }) => from <= hit.from && hit.from < to,
  )?.subject;
  return subject && placeAt(view, subject, figureFocus(view))?.place;
}

/** A running number holds on the day that it is told for: the other day of the sentence, else the day of publication. */
function asOf({ analysis, report }: View): Valid | undefined {
  const told = analysis.days.findLast(
    ({ bound, valid }) => bound !== "since" && valid.precision === "day" && valid.from !== undefined,
  );
  if (told) return told.valid;
  return report.publishedOn ? { from: report.publishedOn, precision: "day", inferred: true } : undefined;
}
