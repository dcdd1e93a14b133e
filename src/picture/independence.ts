import type { Claim } from "../domain/claim.ts";
import type { CampId } from "../domain/ids.ts";
import type { Report } from "../domain/report.ts";

/** What tells one voice from another. */
export interface Voice {
  readonly claim: Pick<Claim, "id" | "report" | "speaker" | "via" | "quote">;
  readonly report: Report | undefined;
  /** Absent for neutral voices. */
  readonly camp?: CampId | undefined;
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
  const [origin, other] = [originOf(a), originOf(b)];
  const speakers = [nameOf(a), nameOf(b)];
  if (speakers[0] !== undefined && speakers[0] === speakers[1]) return false;
  const twoNamed = speakers[0] !== undefined && speakers[1] !== undefined;
  if (origin === other && !(twoNamed && a.claim.report === b.claim.report)) return false;
  if (a.claim.report === b.claim.report) return true;
  return !sameQuote(a.claim.quote.text, b.claim.quote.text) && !copied(a.report, b.report);
}

/** Whether at least two of the claims are independent. A claim more can only help. */
export function hasTwoVoices(voices: readonly Voice[]): boolean {
  return voices.some((a, i) => voices.some((b, j) => j > i && independent(a, b)));
}

/** Who first put it into the world: the relayed agency, else the source. */
function originOf({ claim, report }: Voice): string {
  return nameKey(claim.via ?? report?.source?.name ?? claim.report);
}

/** The speaker's name when it is a name; "residents" of two papers may be different people. */
function nameOf({ claim }: Voice): string | undefined {
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

function nameKey(name: string): string {
  let known = keys.get(name);
  if (known === undefined) {
    known = key(name);
    keys.set(name, known);
  }
  return known;
}

function sameQuote(a: string, b: string): boolean {
  return a.length >= MIN_QUOTE_LETTERS && key(a) === key(b);
}

const shingled = new WeakMap<Report, ReadonlySet<string>>();

function copied(a: Report | undefined, b: Report | undefined): boolean {
  return a !== undefined && b !== undefined && copyShare(shinglesOf(a), shinglesOf(b)) >= COPY_SHARE;
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
