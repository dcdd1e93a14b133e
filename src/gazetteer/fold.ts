/**
 * Spelling keys, each looser than the one before. Two names meet under a key when their keys are equal.
 * The cascade of design §5: outside a known country only `nameKey` may be used.
 */

const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ə: "a",
  ǝ: "a",
  ŋ: "n",
  ɓ: "b",
  ɗ: "d",
  ƙ: "k",
  ƴ: "y",
  ɛ: "e",
  ɔ: "o",
  ħ: "h",
};
const ASCII_WORDS = /^[A-Za-z0-9]+$/;
const ASCII = /^[\x00-\x7f]*$/;
const QUOTES = new Set([..."'`\""].map((char) => char.charCodeAt(0)));
const MARKS = /\p{M}/gu;
/** Apostrophes, ayn and hamza in the forms that press and GeoNames use. */
const APOSTROPHES = /['’‘`´ʻʼʾʿ′ʹ“”"]/g;
const PARTICLES = new Set([
  "e", "i", "y", "ye", "yi", "o", "wa", "va",
  "al", "el", "ul", "il", "ol", "l",
  "ash", "esh", "as", "es", "os", "us", "ar", "er", "ur", "az", "ez", "uz", "ad", "ed", "ud", "an", "en", "un", "at", "et", "ut", "ath", "adh",
  "de", "du", "des", "da", "do", "dos", "del", "of", "the", "la", "le", "les",
]); // biome-ignore format: one line a group reads better

/** Lower case, without marks, apostrophes and punctuation; words joined by one space. Empty when nothing Latin is left. */
export function nameKey(name: string): string {
  if (ASCII_WORDS.test(name)) return name.toLowerCase();
  if (ASCII.test(name)) return asciiKey(name.toLowerCase());
  let out = "";
  let gap = false;
  for (const char of name.normalize("NFD").replace(MARKS, "").replace(APOSTROPHES, "").toLowerCase()) {
    const letter = (char >= "a" && char <= "z") || (char >= "0" && char <= "9") ? char : LETTERS[char];
    if (letter === undefined) {
      gap = out !== "";
      continue;
    }
    if (gap) out += " ";
    gap = false;
    out += letter;
  }
  return out;
}

/** "Ivanivs'ke", "Arkhangel'sk"; not "N'Djamena", "Ta'izz", "Mek'ele". */
const SOFT_SIGN = /(?<=\p{Ll}[b-df-hj-np-tv-xz])'(?=[b-df-hj-np-tv-xz\s-]|$)/giu;

function asciiKey(name: string): string {
  let out = "";
  let from = -1;
  for (let at = 0; at <= name.length; at++) {
    const code = name.charCodeAt(at);
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) {
      if (from < 0) from = at;
      continue;
    }
    if (from >= 0) out += name.slice(from, at);
    from = -1;
    if (!QUOTES.has(code) && out !== "" && !out.endsWith(" ")) out += " ";
  }
  return out.trimEnd();
}

/** As English press writes it: without marks and without ayn and hamza, which GeoNames keeps. */
export function plainName(name: string): string {
  const plain = name
    .normalize("NFD")
    .replace(MARKS, "")
    .replace(/[‘`´ʻʼʾʿ′ʹ]/g, "")
    .replace(/’/g, "'")
    .replace(SOFT_SIGN, "")
    .replace(/[ßæœøłđðþıəǝŋɓɗƙƴɛɔħ]/gi, (char) => {
      const letters = LETTERS[char.toLowerCase()] ?? char;
      return char === char.toLowerCase() ? letters : letters.charAt(0).toUpperCase() + letters.slice(1);
    });
  return plain.trim() || name;
}

/**
 * Without spaces, particles and the free choices of romanisation: "al-Asabaa" and "Asaba", "Guzarah" and "Guzara",
 * "Sayghan" and "Saighan", "Kafr Nabouda" and "Kafr Nabuda".
 */
export function foldKey(key: string): string {
  const words = key.split(" ");
  const kept = words.length === 1 ? words : words.filter((word) => !PARTICLES.has(word));
  return (kept.length === 0 ? words : kept)
    .map((word) => word.replace(/(?<=[aeiou])h$/, ""))
    .join("")
    .replace(/ou|oo/g, "u")
    .replace(/ee/g, "i")
    .replace(/iy(?=[aeiou])/g, "i")
    .replace(/(?<=[aeiou])y(?![aeiou])/g, "i")
    .replace(/(.)\1+/g, "$1");
}

/** Consonant classes of romanised Arabic, Persian, Pashto, Russian: q=k=kh, gh=g, w=v, sh=ch=zh=j, dh=d, th=t, h dropped, doubles once. */
export function consonantKey(fold: string): string {
  return fold
    .replace(/(?<=.)(?:ah|eh)$/, "a")
    .replace(/shch|sch|tch|sh|ch|zh|dzh|dj/g, "j")
    .replace(/ph/g, "f")
    .replace(/kh|q|ck|k|c/g, "k")
    .replace(/gh/g, "g")
    .replace(/dh/g, "d")
    .replace(/th/g, "t")
    .replace(/ts|z/g, "s")
    .replace(/w|v/g, "v")
    .replace(/y/g, "i")
    .replace(/h/g, "")
    .replace(/(.)\1+/g, "$1");
}

/** Consonants alone, with the first letter kept when it is a vowel. */
export function skeletonKey(consonants: string): string {
  const first = /^[aeiou]/.test(consonants) ? "a" : "";
  return first + consonants.replace(/[aeiou]/g, "").replace(/(.)\1+/g, "$1");
}

/** Levenshtein distance; any number above `limit` means "more than limit". */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const step = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      const value = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + step);
      next.push(value);
      if (value < least) least = value;
    }
    if (least > limit) return limit + 1;
    row = next;
  }
  return row[b.length] ?? 0;
}
