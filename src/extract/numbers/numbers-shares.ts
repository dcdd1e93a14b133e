import type { Token } from "../types.ts";
import type { Counted } from "./numbers-noun.ts";
import { word } from "./numbers-noun.ts";

interface Counting {
  readonly tokens: readonly Token[];
  readonly counted: readonly Counted[];
}

/** Something told of a counted noun; `end` is the token behind both. */
interface Taken {
  readonly counted: Counted;
  readonly end: number;
}

/** What is told of one number and holds of another, too. */
export interface Share<T extends Taken> {
  readonly like: T;
  readonly counted: Counted;
}

/**
 * "Five died in Homs and two in Hama", "1,411 to Mauritania, 848 to Niger", "5,200 fled, 3,200 of them within the province":
 * the same told of another place or time.
 */
export function elsewhere<T extends Taken>(
  { tokens, counted }: Counting,
  taken: readonly T[],
): readonly Share<T>[] {
  const found: Share<T>[] = [];
  let last: T | undefined;
  let end = 0;
  for (const one of counted) {
    const own = taken.find((other) => other.counted === one);
    if (own) {
      last = own;
      end = own.end;
      continue;
    }
    if (!last) continue;
    const gap = one.from - end;
    if (!(gap <= NEXT && isListed(tokens, one)) && !(gap <= SHARE && isShare(tokens, one))) continue;
    found.push({ like: last, counted: one });
    end = one.to + 2;
  }
  return found;
}

/** So many tokens behind what is told at most. */
const NEXT = 7;
const SHARE = 16;

function isListed(tokens: readonly Token[], one: Counted): boolean {
  return (
    one.kind === "bare" &&
    /^(?:in|to|from|into|at)$/.test(word(tokens, one.to)) &&
    /^\p{Lu}/u.test(tokens[one.to + 1]?.text ?? "") &&
    /^(?:and|,|:)$/.test(word(tokens, one.from - 1))
  );
}

/** Where the words behind `at` begin to tell of some of those told ("…, most of them from X", "…, three of them on Monday"). */
export function shareBehind(tokens: readonly Token[], at: number): number | undefined {
  for (let i = at; i < tokens.length; i += 1) {
    if (word(tokens, i) !== ",") continue;
    if (word(tokens, i + 1) === "including" && tokens.slice(i + 2, i + 6).some(isNumber)) return i;
    for (let of = i + 2; of <= i + QUANTIFIER + 3; of += 1)
      if (word(tokens, of) === "of" && PRONOUN.test(word(tokens, of + 1))) return i;
  }
  return undefined;
}

function isNumber({ kind, lower }: Token): boolean {
  return kind === "number" || NUMBER_WORD.test(lower);
}

const NUMBER_WORD =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands|millions?)$/;
const PRONOUN = /^(?:them|whom|these|those)$/;

/** "3,200 of them within the province", "three of them from an air strike". */
function isShare(tokens: readonly Token[], { to }: Counted): boolean {
  return (
    word(tokens, to - 2) === "of" &&
    PRONOUN.test(word(tokens, to - 1)) &&
    /^(?:in|within|at|near|from|since|on|during|by|to|into|across|inside)$/.test(word(tokens, to))
  );
}

/**
 * "At 327, of whom 44 were civilians", "462 were killed: 241 soldiers, 150 rebels and 71 civilians": the parts of a number by
 * who they were. `isPerson` tells nouns of persons.
 */
export function partsBehind<T extends Taken>(
  { tokens, counted }: Counting,
  taken: readonly T[],
  isPerson: (word: string) => boolean,
): readonly Share<T>[] {
  const found: Share<T>[] = [];
  for (const one of counted) {
    const like = taken.findLast(({ end, counted: whole }) => end <= one.from && whole !== one);
    if (!like || taken.some(({ counted: own }) => own === one)) continue;
    const who = whoTheyWere(tokens, one, isPerson);
    if (who) found.push({ like, counted: { ...one, to: one.to + 2, kind: "persons", noun: who, who } });
    else if (isInBreakdown({ tokens, counted }, one, like)) found.push({ like, counted: one });
  }
  return found;
}

/** "of whom 44 were civilians", "28 of these were soldiers". */
function whoTheyWere(
  tokens: readonly Token[],
  one: Counted,
  isPerson: (word: string) => boolean,
): string | undefined {
  const before = word(tokens, one.from - 2) === "of" && PRONOUN.test(word(tokens, one.from - 1));
  const inside = word(tokens, one.to - 2) === "of" && PRONOUN.test(word(tokens, one.to - 1));
  const noun = word(tokens, one.to + 1);
  return (before || inside) && /^(?:were|was|are)$/.test(word(tokens, one.to)) && isPerson(noun)
    ? noun
    : undefined;
}

/** Behind a colon, each part behind a comma or "and"; what speakers say may stand between. */
function isInBreakdown({ tokens, counted }: Counting, one: Counted, { end }: Taken): boolean {
  if (one.kind !== "persons" || one.single) return false;
  const colon = tokens.findIndex(({ lower }, i) => i >= end && lower === ":");
  if (colon < 0 || colon >= one.from || tokens.slice(colon, one.from).some(({ lower }) => lower === ";"))
    return false;
  const first = counted.find(({ from }) => from > colon);
  const opens = first !== undefined && first.from - colon <= QUANTIFIER;
  return (
    opens && tokens.slice(one.from - QUANTIFIER, one.from).some(({ lower }) => /^(?::|,|and)$/.test(lower))
  );
}

/** Tokens that a quantifier may take before its number. */
const QUANTIFIER = 3;
