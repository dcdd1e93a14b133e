import type { Stage } from "../../domain/claim.ts";
import type { Clause } from "../types.ts";
import { type View, wordAt } from "../words/view.ts";
import type { ControlLexicon } from "./control-lexicon.ts";

/** The stage of an event, or why it is none: the words negate it, deny it or only ask. */
export type Staged = { readonly stage: Stage } | { readonly not: "negated" | "denied" | "brief" | "asked" };

const DONE: Staged = { stage: "done" };

/** Tense, modality, negation, condition, purpose, plan, threat and forecast of the event that the clause's verb tells. */
export function stageOfClause(view: View, index: number, lexicon: ControlLexicon): Staged {
  if (view.tokens.at(-1)?.text === "?") return { not: "asked" };
  return stageOf(view, index, lexicon, 0);
}

function stageOf(view: View, index: number, lexicon: ControlLexicon, depth: number): Staged {
  const clause = view.analysis.clauses[index];
  const verb = clause?.verb;
  if (!clause || !verb || depth > 6) return DONE;
  if (verb.negated) return { not: "negated" };
  if (isBrief(view, verb.from, verb.to)) return { not: "brief" };
  if (isUnknown(view, clause)) return { not: "negated" };
  if (isOpen(view, clause)) return { not: "asked" };
  if (isFormer(view, verb.from, verb.head)) return { stage: "history" };
  if (isHelped(view, clause)) return { stage: "planned" };
  const own = stageOfVerb(verb, clause);
  if (own !== undefined) return own;
  const outer = () => (clause.parent === undefined ? DONE : stageOf(view, clause.parent, lexicon, depth + 1));
  if (verb.tense === "infinitive") return governed(view, index, lexicon, outer);
  if (clause.role === "participle") return participle(view, clause, lexicon, outer);
  if (clause.role === "content") return content(view, clause, lexicon);
  if (clause.role === "coordinate" && sharesModal(view, clause)) return outer();
  if (
    clause.role === "time" &&
    /^(?:when|once|until|till)$/.test(clause.opener ?? "") &&
    hangsOnFuture(view, index)
  )
    return { stage: "forecast" };
  if (
    clause.role === "time" &&
    verb.tense === "present" &&
    /^(?:when|once|until|till|before|after|while|as)$/.test(clause.opener ?? "")
  )
    return verb.progressive || clause.opener === "as" || clause.opener === "while"
      ? { stage: "ongoing" }
      : { stage: "forecast" };
  return verb.progressive ? { stage: "ongoing" } : DONE;
}

/** "has no information that X was taken", "without any sign of X having fallen". */
function isUnknown(view: View, { from }: Clause): boolean {
  if (!/^(?:that|of)$/.test(wordAt(view, from - 1))) return false;
  if (
    !/^(?:information|evidence|indications?|knowledge|confirmation|signs?|proof|word)$/.test(
      wordAt(view, from - 2),
    )
  )
    return false;
  const before = [wordAt(view, from - 3), wordAt(view, from - 4)];
  return before.some((word) => /^(?:no|any|without|little)$/.test(word));
}

/** "once held", "had once overrun". */
function isFormer(view: View, from: number, head: number): boolean {
  for (let i = from - 1; i < head; i += 1) if (/^(?:once|formerly)$/.test(wordAt(view, i))) return true;
  return false;
}

/** "to help militiamen recapture it": the base form behind the object of "help" or "let". */
function isHelped(view: View, { role, verb, parent }: Clause): boolean {
  const outer = parent === undefined ? undefined : view.analysis.clauses[parent]?.verb;
  if (outer && /^(?:past|past-perfect|perfect)$/.test(outer.tense)) return false;
  const bare = verb !== undefined && verb.from === verb.head && view.tags[verb.head]?.verb?.shape === "base";
  return role === "content" && bare && /^(?:help|let|enable|make)$/.test(outer?.lemma ?? "");
}

/** "It was not clear (exactly) when the towns changed hands". */
function isOpen(view: View, { from }: Clause): boolean {
  let at = from - 1;
  while (at > 0 && !/^(?:when|whether|if|how|who|why)$/.test(wordAt(view, at + 1)) && from - at < 3) at -= 1;
  if (!/^(?:when|whether|if|how|who|why)$/.test(wordAt(view, at + 1))) return false;
  while (at > 0 && view.tags[at]?.tag === "adverb") at -= 1;
  const not = [at - 1, at - 2].some((i) => /^(?:not|n't|never)$/.test(wordAt(view, i)));
  return (
    /^(?:unclear|unknown|uncertain)$/.test(wordAt(view, at)) ||
    (not && /^(?:clear|known|certain|say|said)$/.test(wordAt(view, at)))
  );
}

/** "there would be talks when X had been recovered". */
function hangsOnFuture(view: View, index: number): boolean {
  return view.analysis.clauses
    .slice(0, index)
    .some(({ verb }) => verb?.modality === "would" || verb?.modality === "will");
}

function stageOfVerb(verb: NonNullable<Clause["verb"]>, clause: Clause): Staged | undefined {
  if (verb.modality === "will" || verb.modality === "shall") return { stage: "planned" };
  if (verb.modality) return { stage: "forecast" };
  if (clause.role === "condition") return { stage: "forecast" };
  return undefined;
}

/** "briefly captured", "almost took". */
function isBrief(view: View, from: number, to: number): boolean {
  for (let i = from - 1; i <= to; i += 1) {
    const word = wordAt(view, i);
    if (/^(?:briefly|temporarily|momentarily)$/.test(word) || (i < to && /^(?:almost|nearly)$/.test(word)))
      return true;
  }
  return false;
}

/** An infinitive has the stage of what governs it; alone it tells a purpose. "the first city to fall" is done. */
function governed(view: View, index: number, lexicon: ControlLexicon, outer: () => Staged): Staged {
  const clause = view.analysis.clauses[index] as Clause;
  const at = (clause.verb as NonNullable<Clause["verb"]>).from;
  if (isNthToDo(view, at)) return outer();
  const parent = clause.parent === undefined ? undefined : view.analysis.clauses[clause.parent];
  const before = view.tags[at - 1]?.verb?.lemma ?? wordAt(view, at - 1);
  if (parent?.verb?.negated && parent.verb.to === at) return { not: "negated" };
  if (wordAt(view, at - 1) === "yet") return { not: "negated" };
  const governing =
    lexicon.stages.get(before) ??
    lexicon.stages.get(wordAt(view, at - 1)) ??
    (parent?.verb ? lexicon.stages.get(parent.verb.lemma) : undefined);
  if (governing === undefined) return { stage: parent?.verb?.lemma === "be" ? "planned" : "planned" };
  return asStaged(governing, outer);
}

function asStaged(governing: string, outer: () => Staged): Staged {
  switch (governing) {
    case "done":
      return outer();
    case "negated":
      return { not: "negated" };
    case "denied":
      return { not: "denied" };
    default:
      return { stage: governing as Stage };
  }
}

/** "the first provincial capital to fall", "the only town to be taken", "the largest city to be captured". */
function isNthToDo(view: View, to: number): boolean {
  for (let i = to - 1; i >= Math.max(0, to - 9); i -= 1) {
    const word = wordAt(view, i);
    if (word === "next") return false;
    if (view.dayAt(i)) continue;
    if (
      /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|latest|last|only|largest|biggest)$/.test(
        word,
      )
    )
      return true;
    if (view.tags[i]?.tag === "verb" || word === ",") return false;
  }
  return false;
}

/** "after capturing" happened; "aimed at capturing", "accused of seizing" need not have. */
function participle(view: View, clause: Clause, lexicon: ControlLexicon, outer: () => Staged): Staged {
  const before = clause.verb ? wordAt(view, clause.verb.from - 1) : "";
  const governor = clause.verb ? wordAt(view, clause.verb.from - 2) : "";
  if (/^(?:without|from|despite|before)$/.test(before))
    return before === "before" ? outer() : { not: "negated" };
  if (/^(?:of|for|at|to|towards|on|about)$/.test(before)) {
    const governing = lexicon.stages.get(view.tags[(clause.verb?.from ?? 0) - 2]?.verb?.lemma ?? governor);
    return governing ? asStaged(governing, outer) : { stage: "planned" };
  }
  const lemma = clause.verb?.lemma ?? "";
  const parent = clause.parent === undefined ? undefined : view.analysis.clauses[clause.parent];
  if (parent?.verb && parent.verb.to === clause.verb?.from && lexicon.stages.has(parent.verb.lemma) && lemma)
    return asStaged(lexicon.stages.get(parent.verb.lemma) ?? "done", outer);
  const staged = outer();
  return "stage" in staged && staged.stage === "ongoing" ? DONE : staged;
}

/** What is feared, denied or hoped is told by the verb above. */
function content(view: View, clause: Clause, lexicon: ControlLexicon): Staged {
  const parent = clause.parent === undefined ? undefined : view.analysis.clauses[clause.parent];
  const governing = parent?.verb ? lexicon.stages.get(parent.verb.lemma) : undefined;
  const own: Staged = clause.verb?.progressive ? { stage: "ongoing" } : DONE;
  if (parent?.verb?.negated) return { not: "negated" };
  if (parent?.role === "condition" && parent.verb && parent.verb.to >= clause.from - 1)
    return { stage: "forecast" };
  if (governing === "denied") return { not: "denied" };
  if (governing === "forecast" || governing === "threatened") return { stage: governing };
  if (governing === "planned" && /^(?:hope|expect|want|demand)$/.test(parent?.verb?.lemma ?? ""))
    return { stage: "forecast" };
  return own;
}

/** "will attack and capture", "to attack and capture": a bare base form after "and". */
function sharesModal(view: View, clause: Clause): boolean {
  const verb = clause.verb;
  if (!verb || clause.parent === undefined || !clause.inherited) return false;
  const parent = view.analysis.clauses[clause.parent]?.verb;
  const open = parent?.modality !== undefined || parent?.tense === "infinitive" || parent?.tense === "future";
  return open && view.tags[verb.head]?.verb?.shape === "base" && verb.from === verb.head;
}
