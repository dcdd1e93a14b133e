export type VerbShape = "base" | "s" | "past" | "participle" | "past-participle" | "ing";

export interface VerbForm {
  readonly lemma: string;
  readonly shape: VerbShape;
}

export interface VerbRow {
  readonly lemma: string;
  /** Irregular forms; absent for regular verbs. */
  readonly past?: string;
  readonly participle?: string;
}

/** Every inflected form of the verbs, so that a word of a text is looked up and not guessed. */
export function verbForms(rows: readonly VerbRow[]): ReadonlyMap<string, VerbForm> {
  const forms = new Map<string, VerbForm>();
  const add = (form: string, lemma: string, shape: VerbShape) => {
    if (!forms.has(form)) forms.set(form, { lemma, shape });
  };
  for (const { lemma, past, participle } of rows) {
    if (past) {
      add(past, lemma, past === participle ? "past-participle" : "past");
      if (participle) add(participle, lemma, "participle");
    } else for (const form of suffixed(lemma, "ed")) add(form, lemma, "past-participle");
    add(lemma, lemma, "base");
    add(thirdPerson(lemma), lemma, "s");
    for (const form of suffixed(lemma, "ing")) add(form, lemma, "ing");
  }
  return forms;
}

function thirdPerson(lemma: string): string {
  if (/(?:[sxz]|[cs]h|o)$/.test(lemma)) return `${lemma}es`;
  return /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`;
}

/** With and without a doubled last consonant, since English and American spelling differ. */
function suffixed(lemma: string, suffix: "ed" | "ing"): string[] {
  if (suffix === "ing" && lemma.endsWith("ie")) return [`${lemma.slice(0, -2)}ying`];
  if (lemma.endsWith("e") && !(suffix === "ing" && /(?:ee|oe|ye)$/.test(lemma)))
    return [lemma.slice(0, -1) + suffix];
  if (suffix === "ed" && /[^aeiou]y$/.test(lemma)) return [`${lemma.slice(0, -1)}ied`];
  const plain = lemma + suffix;
  return /[^aeiou][aeiou][bdglmnprt]$/.test(lemma) ? [plain, lemma + lemma.slice(-1) + suffix] : [plain];
}
