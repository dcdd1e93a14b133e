import { type LexiconTexts, parseRows } from "./lexicon.ts";

/** Fewer words tell no language, and such a text is read. */
const FEWEST_WORDS = 12;
/** Texts whose letters are mostly of another script are in no language that is read. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ["ar", /\p{Script=Arabic}/gu],
  ["ru", /\p{Script=Cyrillic}/gu],
  ["zh", /\p{Script=Han}/gu],
  ["my", /\p{Script=Myanmar}/gu],
  ["am", /\p{Script=Ethiopic}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["hi", /\p{Script=Devanagari}/gu],
  ["bn", /\p{Script=Bengali}/gu],
  ["th", /\p{Script=Thai}/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
];
/** Nothing behind the accented letters of Europe but dashes and quotation marks: no other script. */
const LATIN_ONLY = /^[\u0000-\u024f\u2010-\u203a\u20ac]*$/;
/** So many characters of a text are looked at. */
const SAMPLE = 2500;

/** Tells a text's language by script and small words; `undefined` where it has too few words to tell. */
export function languageTeller(lexicon: LexiconTexts): (text: string) => string | undefined {
  const languages = parseRows(lexicon.languages ?? "").map(
    ({ language = "", words = "" }) => [language, new Set(words.split(" "))] as const,
  );
  return (text) => {
    const sample = text.slice(0, SAMPLE);
    const script = scriptOf(sample);
    if (script) return script;
    const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
    if (words.length < FEWEST_WORDS) return undefined;
    const [best] = languages
      .map(([language, small]) => ({ language, count: words.filter((word) => small.has(word)).length }))
      .sort((a, b) => b.count - a.count || (a.language === "en" ? -1 : b.language === "en" ? 1 : 0));
    return best && best.count > 0 ? best.language : undefined;
  };
}

function scriptOf(text: string): string | undefined {
  if (LATIN_ONLY.test(text)) return undefined;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if ((text.match(/\p{Script=Latin}/gu)?.length ?? 0) * 2 >= letters) return undefined;
  return SCRIPTS.find(([, script]) => (text.match(script)?.length ?? 0) > letters / 2)?.[0];
}
