import { type DayNumber, toDay } from "./day-number.ts";
import { dayWithin } from "./day-words.ts";
import type { Evidence } from "./evidence.ts";
import { speakingFor } from "./grade.ts";
import type { RuleId } from "./rules.ts";
import type { Segment } from "./segment.ts";
import type { Grade } from "./types.ts";

/** One sentence: what the state stands on, the rule that decided, and what would change it. */
export function reasonOf(segment: Segment, grade: Grade): string {
  const decided = ruleOf(segment);
  const rule = grade === "stale" ? `${decided}, R9` : decided;
  return `${stated(segment)}: ${ground(segment)} (${rule}); ${wouldChange(segment, grade)}.`;
}

/** R7 counts voices; where there is but one, it decides for being neutral (R20). */
export function ruleOf(segment: Segment): RuleId {
  if (segment.rule !== "R7") return segment.rule;
  const pro = speakingFor(segment);
  if (pro.some((one) => one.interest === "against")) return "R1";
  return segment.voices.two ? "R7" : "R20";
}

function stated({ standing, holder, rival, first, last, from }: Segment): string {
  const since = first === undefined ? "" : ` since ${days(first, last)}`;
  const had = holder ? `, held by ${holder.name} until then` : "";
  switch (standing) {
    case "held":
      return `Held by ${holder!.name}${since}`;
    case "claimed":
      return `Claimed by ${holder!.name}${since}`;
    case "contested":
      return `Fought over${rival ? ` with ${rival.name} inside` : ""}${since}${had}`;
    case "besieged":
      return `Surrounded or attacked from outside${rival ? ` by ${rival.name}` : ""}${since}${holder ? `, held by ${holder.name}` : ""}`;
    case "disputed":
      return rival
        ? `Claimed by ${rival.name}${since} and denied${had}`
        : `Told in contrary ways${since}${had}`;
    case "vacant":
      return `Lost by ${from?.name ?? "its holder"}${since} and in nobody's known hands`;
  }
}

function ground(segment: Segment): string {
  const pro = speakingFor(segment);
  const admitted = pro.find((one) => one.interest === "against");
  if (segment.rule === "R24") return `${told(pro)} that it was taken from it`;
  if (admitted) return `admitted by ${speakerOf(admitted)}`;
  const neutral = pro.filter((one) => one.interest === "neutral");
  const taker = segment.presumed ? ", the taker being inferred" : "";
  const own = pro.find((one) => one.interest === "own");
  if (neutral.length > 0) return `${told(neutral)}${own ? ` and claimed by ${speakerOf(own)}` : ""}${taker}`;
  if (own) return `only ${speakerOf(own)} says so`;
  return pro.length > 0 ? "told by a report that could not verify it" : "equal words contradict each other";
}

function told(evidence: readonly Evidence[]): string {
  const sources = [
    ...new Set(evidence.map(({ report }) => report?.source?.name ?? "an unnamed source")),
  ].sort();
  const [first, second, ...rest] = sources;
  if (second === undefined) return `told by ${first ?? "a report"}`;
  if (rest.length === 0) return `told by ${first} and ${second}`;
  return `told by ${first}, ${second} and ${rest.length} more`;
}

function speakerOf({ claim, report, camp }: Evidence): string {
  const name = claim.speaker?.name ?? report?.source?.name ?? camp ?? "the side concerned";
  return /^(An?|The) \p{Ll}/u.test(name) ? name[0]!.toLowerCase() + name.slice(1) : name;
}

function days(first: DayNumber, last: DayNumber): string {
  return dayWithin(toDay(first), toDay(last));
}

function wouldChange({ standing }: Segment, grade: Grade): string {
  if (grade === "stale")
    return "nothing has been heard for long, and any new report would refresh or change it";
  switch (standing) {
    case "held":
      return grade === "confirmed"
        ? "only neutral word or an admission of a later change would alter it"
        : "a second independent voice or an admission by the loser would confirm it, neutral word to the contrary would alter it";
    case "claimed":
      return "a neutral voice would make it held, a denial disputed";
    case "disputed":
      return "a neutral voice or an admission would settle it";
    case "contested":
      return "neutral word or an admission on who is left there would end it";
    case "besieged":
      return "word of the attackers inside would make it contested";
    case "vacant":
      return "word of anybody there would fill it";
  }
}
