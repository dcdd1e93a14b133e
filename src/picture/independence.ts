import type { Claim } from "../domain/claim.ts";
import type { CampId } from "../domain/ids.ts";
import type { Report } from "../domain/report.ts";

/** What tells one voice from another. */
export interface Voice {
  readonly claim: Pick<Claim, "id" | "report" | "speaker" | "via" | "quote">;
  readonly report: Report | undefined;
  /** Absent for neutral voices. */
  readonly camp?: CampId | undefined;
  /** Who first put it into the world: the relayed agency, else the source; as names are compared. */
  readonly origin: string;
  /** The speaker, when told by name; "residents" of two papers may be different people. */
  readonly named: string | undefined;
}

/** Words in a row that make a shingle. */
const SHINGLE_WORDS = 5;
/** Share of the shorter text's shingles in the longer one from which the two are one text. */
const COPY_SHARE = 0.6;
/** Texts and quotes shorter than this are alike by chance. */
const MIN_SHINGLES = 12;
const MIN_QUOTE_LETTERS = 60;

/**
 * R7: two claims come from different voices. One camp is one voice; so is one named speaker, one source's own words, one
 * agency under several relays, and one text printed twice.
 */
export function independent(a: Voice, b: Voice): boolean {
  if (a.camp !== undefined || b.camp !== undefined) return a.camp !== b.camp;
  if (a.claim.id === b.claim.id) return false;
  if (a.named !== undefined && a.named === b.named) return false;
  const twoNamed = a.named !== undefined && b.named !== undefined;
  if (a.origin === b.origin && !(twoNamed && a.claim.report === b.claim.report)) return false;
  if (a.claim.report === b.claim.report) return true;
  return !sameQuote(a.claim.quote, b.claim.quote) && !copied(a.report, b.report);
}

/** As many claims as each is compared with: of one origin and speaker, and of all. A place may have ten thousand. */
const COMPARED_ALIKE = 8;
const COMPARED = 32;

/** Whether at least two of the claims are independent. A claim more can only help. */
export function hasTwoVoices(voices: readonly Voice[]): boolean {
  let compared: readonly Voice[] = [];
  for (const one of voices) {
    for (const other of compared) if (independent(one, other)) return true;
    compared = toCompare(compared, one);
  }
  return voices.length > COMPARED_ALIKE && hasTwoNamedInOneReport(voices);
}

/** The voices that the next one is compared with. */
export function toCompare<One extends Voice>(compared: readonly One[], one: One): readonly One[] {
  if (compared.length >= COMPARED) return compared;
  let alike = 0;
  for (const { origin, named } of compared) if (origin === one.origin && named === one.named) alike++;
  return alike < COMPARED_ALIKE ? [...compared, one] : compared;
}

/** Two people quoted by name in one report are two voices, however often its source speaks. */
function hasTwoNamedInOneReport(voices: readonly Voice[]): boolean {
  const heard = new Map<string, Voice>();
  for (const one of voices) {
    if (one.named === undefined) continue;
    const other = heard.get(one.claim.report);
    if (other && independent(one, other)) return true;
    heard.set(one.claim.report, other ?? one);
  }
  return false;
}

export function originOf({ claim, report }: Pick<Voice, "claim" | "report">): string {
  return nameKey(claim.via ?? report?.source?.name ?? claim.report);
}

export function namedSpeaker({ claim }: Pick<Voice, "claim">): string | undefined {
  const name = claim.speaker?.name;
  if (name === undefined) return undefined;
  let capital = capitals.get(name);
  if (capital === undefined) {
    capital = /\p{Lu}/u.test(name);
    capitals.set(name, capital);
  }
  return capital ? nameKey(name) : undefined;
}

const capitals = new Map<string, boolean>();
const keys = new Map<string, string>();

/** A name as names are compared: its words in small letters. */
export function nameKey(name: string): string {
  let known = keys.get(name);
  if (known === undefined) {
    known = key(name);
    keys.set(name, known);
  }
  return known;
}

type Quote = Claim["quote"];

const quoteKeys = new WeakMap<Quote, string>();

function sameQuote(a: Quote, b: Quote): boolean {
  return a.text.length >= MIN_QUOTE_LETTERS && quoteKey(a) === quoteKey(b);
}

/** A place's quotes are compared many times over. */
function quoteKey(quote: Quote): string {
  let known = quoteKeys.get(quote);
  if (known === undefined) {
    known = key(quote.text);
    quoteKeys.set(quote, known);
  }
  return known;
}

const shingled = new WeakMap<Report, ReadonlySet<string>>();

/** Letters below which no text has shingles enough. */
const MIN_LETTERS = 2 * (MIN_SHINGLES + SHINGLE_WORDS) - 3;

function copied(a: Report | undefined, b: Report | undefined): boolean {
  if (!a || !b || a.text.length < MIN_LETTERS || b.text.length < MIN_LETTERS) return false;
  return copyShare(shinglesOf(a), shinglesOf(b)) >= COPY_SHARE;
}

function copyShare(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [short, long] = a.size <= b.size ? [a, b] : [b, a];
  if (short.size < MIN_SHINGLES) return 0;
  let shared = 0;
  for (const shingle of short) if (long.has(shingle)) shared++;
  return shared / short.size;
}

function shinglesOf(report: Report): ReadonlySet<string> {
  let so = shingled.get(report);
  if (!so) {
    const words = key(report.text).split(" ");
    const last = words.length - SHINGLE_WORDS;
    so = new Set(
      Array.from({ length: Math.max(0, last + 1) }, (_, i) => words.slice(i, i + SHINGLE_WORDS).join(" ")),
    );
    shingled.set(report, so);
  }
  return so;
}

function key(text: string): string {
  return (
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(" ") ?? ""
  );
}
