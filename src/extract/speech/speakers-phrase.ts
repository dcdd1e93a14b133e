import type { Speaker } from "../../domain/claim.ts";
import type { ActorId } from "../../domain/ids.ts";
import type { Token } from "../types.ts";
import { type SpeakerContext, sidesOf } from "./speakers-side.ts";

/** Somebody who speaks, as far as his words can be told from a phrase. */
export interface SpeakerReading {
  readonly speaker: Speaker;
  /** The actor for whom he speaks, where the words name it. */
  readonly own?: ActorId;
  /** "he" and "she" may take it up; else "it" or "they". */
  readonly person: boolean;
  /** Last word of a personal name, in lower case, by which later sentences call him. */
  readonly surname?: string;
  /** The noun that tells what he is: "spokesman", "official". */
  readonly noun?: string;
  /** False where no word of the phrase names anyone that can speak. */
  readonly known: boolean;
  /** Neither camp nor neutral is told: "the spokesman", "a second official". */
  readonly open: boolean;
}

const LEADING =
  /^(?:and|but|while|yet|so|still|meanwhile|however|then|later|earlier|also|though|although|as|when|after|because|that|if|or|now|there|too|both)$/;
const TIME =
  /^(?:(?:sun|mon|tues|wednes|thurs|fri|satur)day|january|february|march|april|may|june|july|august|september|october|november|december|day|night|morning|evening|afternoon|week|month|year|today|yesterday|hours|days)$/;
const WAYS =
  /^(?:statement|tweet|post|message|video|letter|telephone|phone|text|press|news|televised|speech|interview|briefing)$/;
const PREPOSITIONS = new Set(["in", "on", "at", "from", "for", "by", "to", "with", "near"]);
const PARTICLES = new Set([
  "al",
  "el",
  "ag",
  "bin",
  "ibn",
  "de",
  "van",
  "von",
  "da",
  "ben",
  "abu",
  "ould",
  "ul",
]);
const TITLES =
  /^(?:mr|mrs|ms|dr|gen|col|lt|maj|capt|general|colonel|lieutenant|major|captain|brigadier|admiral|president|minister|sheikh|mullah|haji|hajji|governor|mayor|prime|foreign|defence|defense|interior|commander|spokesman|spokeswoman|sir|prince|king|imam|lieutenant-general|lieutenant-colonel|brigadier-general|major-general|ayatollah|senator|vice)\.?$/i;
/** "Rebels fighting the president": what follows tells whom the speakers are against. */
const AIMS = /^(?:intent|opposed|fighting|battling|seeking|trying|bent|hostile)$/;
const LONGEST_NAME = 90;

/** Reads a noun phrase (with its apposition) as a speaker; undefined when it is empty. */
export function readSpeaker(tokens: readonly Token[], context: SpeakerContext): SpeakerReading | undefined {
  const phrase = trimmed(tokens, context);
  const first = phrase[0];
  const last = phrase.at(-1);
  if (!first || !last) return undefined;
  const told = sidesOf(phrase, context);
  const name = personalName(phrase, context);
  const whole = textOf(phrase).slice(0, LONGEST_NAME);
  const role = name ? roleOf(phrase.filter((token) => !name.includes(token))) : "";
  const speaker: Speaker = {
    name: name ? textOf(name) : whole.replace(/^the /i, ""),
    ...(role && { role }),
    ...(told.camp && { camp: told.camp }),
  };
  return {
    speaker,
    ...(told.own && { own: told.own }),
    person: told.person || name !== undefined,
    ...(name && { surname: name.at(-1)!.lower }),
    ...(told.noun && { noun: told.noun }),
    known: told.known || name !== undefined || isAcronym(phrase),
    open: told.open,
  };
}

/** The words beside a name, without titles of courtesy and what the name's removal leaves bare. */
function roleOf(rest: readonly Token[]): string {
  const words = textOf(rest).replace(/^(?:(?:mr|mrs|ms|the|a|an)\b[.,]? ?)+/i, "");
  return words.replace(/^[,.\s]+|[,\s]+$/g, "").slice(0, LONGEST_NAME);
}

/** Without conjunctions and places that lead ("In Kabul the ministry") and without marks at the ends. */
function trimmed(tokens: readonly Token[], { mentionAt }: SpeakerContext): readonly Token[] {
  let from = 0;
  let to = tokens.length;
  while (to > 1 && (TIME.test(tokens[to - 1]!.lower) || BESIDE_TIME.test(tokens[to - 1]!.lower))) to -= 1;
  while (from < to && (tokens[from]!.kind === "punctuation" || LEADING.test(tokens[from]!.lower))) from += 1;
  for (let at = from; at < Math.min(from + 6, to - 1); at += 1) {
    const sent = isSent(tokens, at);
    if (sent && tokens.slice(from, at).some((token) => mentionAt(token))) return tokens.slice(from, at);
    if (TIME.test(tokens[at]!.lower)) from = at + 1;
  }
  if (PREPOSITIONS.has(tokens[from]?.lower ?? "")) {
    const next = tokens.findIndex(
      (token, at) => at > from && at < to && /^(?:the|a|an|its|their|his)$/.test(token.lower),
    );
    from = Math.max(next, from + 1);
  }
  while (to > from && (tokens[to - 1]!.kind === "punctuation" || /^['’]s?$/.test(tokens[to - 1]!.lower)))
    to -= 1;
  for (let at = from + 1; at < to - 1; at += 1) {
    const next = tokens[at + 1]!.lower;
    if (AIMS.test(tokens[at]!.lower)) return tokens.slice(from, at);
    const way =
      tokens[at]!.lower === "in" && /^(?:a|an)$/.test(next) && WAYS.test(tokens[at + 2]?.lower ?? "");
    if (way || (tokens[at]!.lower === "on" && TIME.test(next))) return tokens.slice(from, at);
  }
  return tokens.slice(from, to);
}

const BESIDE_TIME = /^(?:late|early|on|last|this|past)$/;

/** "Rwandan forces deployed last month to help": where the clause begins that only describes who speaks. */
function isSent(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.text ?? "";
  const next = tokens[at + 1]?.lower ?? "";
  return (
    /^(?:deployed|sent|dispatched|stationed|based|trained|posted)$/.test(word) && !/^(?:the|a|an)$/.test(next)
  );
}

/** "OCHA", "the IOM": an office that goes by its letters. */
function isAcronym(phrase: readonly Token[]): boolean {
  const last = phrase.at(-1);
  return phrase.length <= 2 && last !== undefined && /^\p{Lu}{3,}$/u.test(last.text);
}

/** The longest run of capitals that names no place, people or fighter: two words, or one after a title. */
function personalName(phrase: readonly Token[], context: SpeakerContext): readonly Token[] | undefined {
  let best: readonly Token[] = [];
  let run: Token[] = [];
  let titled = false;
  const close = () => {
    while (run.length > 0 && PARTICLES.has(run.at(-1)!.lower)) run.pop();
    if (run.length > best.length && (run.length > 1 || titled)) best = run;
    run = [];
  };
  let where = false;
  for (const [index, token] of phrase.entries()) {
    if (/^(?:in|at|near|around|across|along)$/.test(token.lower)) where = true;
    else if (token.kind === "punctuation" || TITLES.test(token.text)) where = false;
    if (/^['’]s?$/.test(token.lower) && index < phrase.length - 1) run = [];
    const capital =
      token.kind === "word" && /^\p{Lu}/u.test(token.text) && token.text !== token.text.toUpperCase();
    if (capital && TITLES.test(token.text)) {
      close();
      titled = true;
    } else if (capital && !where && isName(token, context)) run.push(token);
    else if (run.length > 0 && PARTICLES.has(token.lower)) run.push(token);
    else {
      close();
      titled = /^(?:president|minister|spokesman|spokeswoman|governor|general|mayor)$/.test(token.lower);
    }
  }
  close();
  return best.length > 0 ? best : undefined;
}

function isName(token: Token, context: SpeakerContext): boolean {
  if (context.countriesNamed(token.text).length > 0) return false;
  if (context.lexicon.noun([token.lower], 0)) return false;
  const mention = context.mentionAt(token);
  if (mention && !mention.person) return false;
  return !NOT_NAME.test(token.lower);
}

const NOT_NAME =
  /^(?:the|a|an|its|his|her|their|two|three|four|some|one|national|ministry|council|front|army|movement|united|nations|command|corps|western|northern|southern|eastern|local|provincial|another|other|both|officials|islamic|human|rights|foreign|security|defence|defense|interior|health|oil|corporation|radio|news|press|agency|media|international|central|supreme|general|joint|chiefs|staff|department|office|mission|programme|program|organisation|organization|party|committee|union|group|brigade|battalion|according)$/;

export function textOf(tokens: readonly Token[]): string {
  let text = "";
  let end = -1;
  for (const token of tokens) {
    text += end >= 0 && token.start > end ? ` ${token.text}` : token.text;
    end = token.end;
  }
  return text.replace(/^[\s,]+|[\s,]+$/g, "").replace(/ ,/g, ",");
}
