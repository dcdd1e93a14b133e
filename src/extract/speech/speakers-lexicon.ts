import type { Attribution } from "../types.ts";
import { type LexiconTexts, parseRows } from "../words/lexicon.ts";
import { TELLING_WORDS } from "./speakers-told.ts";

export interface ReportingVerb {
  readonly lemma: string;
  readonly manner: Attribution["manner"];
  /** Takes one who hears it: "told reporters that". */
  readonly hearer: boolean;
  /** This form may be a noun: "claims", "reports". */
  readonly maybeNoun: boolean;
  /** Tells words only after a subject that can speak. */
  readonly needsSpeaker: boolean;
  /** Its subject may follow it: "said the mayor". */
  readonly inverts: boolean;
}

export interface SpeakerNoun {
  readonly side: "state" | "neutral" | "open" | "voice";
  /** A person, whom "he" or "she" may take up. */
  readonly person: boolean;
}

export interface SpeakerLexicon {
  /** False where no site of telling can be at this word. */
  mayTell(lower: string): boolean;
  /** By its own form, or with the word after it: "went on". */
  verb(lower: string, next: string): ReportingVerb | undefined;
  /** The longest noun of up to five words that begins at `at`, with the index after it. */
  noun(words: readonly string[], at: number): { readonly noun: SpeakerNoun; readonly to: number } | undefined;
}

const LONGEST_NOUN = 5;

/** Reads `reporting.csv` and `speakers.csv`. */
export function speakerLexicon(texts: LexiconTexts): SpeakerLexicon {
  const verbs = new Map<string, ReportingVerb>();
  for (const row of parseRows(texts.reporting ?? "")) {
    const nouns = new Set((row.noun ?? "").split(" "));
    for (const form of (row.forms ?? "").split(" ")) {
      verbs.set(form, {
        lemma: row.lemma ?? form,
        manner: row.manner as Attribution["manner"],
        hearer: row.hearer === "yes",
        maybeNoun: nouns.has(form),
        needsSpeaker: row.needs === "speaker",
        inverts: row.inverts === "yes",
      });
    }
  }
  const nouns = new Map<string, SpeakerNoun>();
  for (const row of parseRows(texts.speakers ?? "")) {
    nouns.set(row.noun ?? "", { side: row.side as SpeakerNoun["side"], person: row.person === "yes" });
  }
  const pairs = new Set(
    [...verbs.keys()].filter((form) => form.includes("_")).map((form) => form.split("_")[0]),
  );
  const telling = new Set([...TELLING_WORDS, ...[...verbs.keys()].map((form) => form.split("_")[0]!)]);
  const openings = new Set([...nouns.keys()].map((noun) => noun.split(" ")[0]));
  return {
    mayTell: (lower) => telling.has(lower),
    verb: (lower, next) => verbs.get(lower) ?? (pairs.has(lower) ? verbs.get(`${lower}_${next}`) : undefined),
    noun(words, at) {
      if (!openings.has(words[at] ?? "")) return undefined;
      for (let to = Math.min(words.length, at + LONGEST_NOUN); to > at; to -= 1) {
        const noun = nouns.get(words.slice(at, to).join(" "));
        if (noun) return { noun, to };
      }
      return undefined;
    },
  };
}
