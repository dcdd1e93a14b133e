import type { Token } from "../types.ts";
import type { SpeakerReading } from "./speakers-phrase.ts";

/** Speakers of a report so far: whom "he", "the ministry" or a surname takes up. */
export interface SpeakerMemory {
  /** The earlier speaker that a pronoun or a bare surname means. */
  recall(tokens: readonly Token[]): SpeakerReading | undefined;
  /** Keeps a speaker; where his words leave his side open, an earlier one of the same noun lends it. */
  meet(reading: SpeakerReading, tokens: readonly Token[]): SpeakerReading;
}

const AGAIN = /^(?:the|another|other|a|one|this|that|his|her)$/;
const ORDINAL = /^(?:second|third|fourth|another|other|others|same)$/;

export function speakerMemory(): SpeakerMemory {
  const met: SpeakerReading[] = [];
  const latest = (fits: (reading: SpeakerReading) => boolean) => met.findLast(fits);
  return {
    recall(tokens) {
      const words = tokens.filter((token) => token.kind === "word");
      const [only] = words;
      if (!only || words.length > 2) return undefined;
      const word = words.at(-1)!.lower;
      if (words.length === 1 && /^(?:he|she|who|his|her|him)$/.test(word)) return latest((one) => one.person);
      if (words.length === 1 && /^(?:it|its)$/.test(word)) return latest((one) => !one.person);
      if (words.length === 1 && /^(?:they|we|their|them)$/.test(word))
        return latest((one) => !one.person) ?? latest(() => true);
      return latest((one) => one.surname === word);
    },
    meet(reading, tokens) {
      const first = tokens.find((token) => token.kind === "word")?.lower ?? "";
      const again = AGAIN.test(first) && tokens.length <= 4;
      const sequel = tokens.some((token) => ORDINAL.test(token.lower));
      let kept = reading;
      if (reading.open && (again || sequel)) {
        const noun = reading.noun?.replace(/s$/, "");
        const earlier = latest(
          (one) => !one.open && one.noun?.replace(/s$/, "").endsWith(noun ?? "?") === true,
        );
        const definite = first === "the" && !sequel && !reading.surname;
        if (earlier && definite) kept = earlier;
        else if (earlier?.speaker.camp && sequel)
          kept = { ...reading, speaker: { ...reading.speaker, camp: earlier.speaker.camp }, open: false };
      }
      met.push(kept);
      return kept;
    },
  };
}
