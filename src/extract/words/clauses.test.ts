import assert from "node:assert/strict";
import { test } from "node:test";
import { table } from "../../../test/table.ts";
import { readLexicon } from "../../store/read-data.ts";
import type { Token, TokenRange } from "../types.ts";
import { clauses } from "./clauses.ts";
import { grammarOf } from "./grammar.ts";
import { tag } from "./tag.ts";
import { tokenise } from "./token.ts";

const grammar = grammarOf(readLexicon());

/** Clauses as "role: subject | verb voice tense", a subject taken over in brackets. */
function parse(text: string): string {
  const tokens = tokenise(text, 0);
  return clauses(tokens, tag(tokens, [], grammar), grammar)
    .map(({ role, subject, inherited, verb }) => {
      const own = words(tokens, subject);
      const negated = verb?.negated ? " not" : "";
      return `${role}: ${inherited ? `(${own})` : own} ${verb?.lemma} ${verb?.voice} ${verb?.tense}${negated}`;
    })
    .join("; ");
}

function words(tokens: readonly Token[], range: TokenRange | undefined): string {
  return range
    ? tokens
        .slice(range.from, range.to)
        .map(({ text }) => text)
        .join(" ")
    : "-";
}

const cases = table(
  ["text", "clauses", "why"],
  `
  The rebels took the town.                          | main: The rebels take active past                    | plain
  The town was taken by rebels.                      | main: The town take passive past                     | passive
  The town fell without a fight.                     | main: The town fall active past                        | the fight is negated, not the fall
  The town has not been taken.                       | main: The town take passive perfect not              | negated perfect passive
  Rebels will take the town.                         | main: Rebels take active future                      | future
  The rebels took A and burned B.                    | main: The rebels take active past; coordinate: (The rebels) burn active past | two verbs, one subject
  The town was lost and recovered.                   | main: The town lose passive past; coordinate: (The town) recover passive past | one auxiliary for two participles
  The town, which rebels took, is quiet.             | relative: rebels take active past; main: (The town) be active present | interrupted by a relative clause
  The troops who guarded the dam fled.               | relative: (The troops) guard active past; main: (The troops) flee active past | subject relative
  The town captured by rebels is quiet.              | participle: (The town) capture passive participle; main: (The town) be active present | reduced relative
  Troops, backed by tanks, retook the village.       | participle: (Troops) backed passive participle; main: (Troops) retake active past | inserted participle
  He said that the army had left.                    | main: He say active past; content: the army leave active past-perfect | content
  He said the army had left.                         | main: He say active past; content: the army leave active past-perfect | content without that
  If the town falls, the war is lost.                | condition: the town fall active present; main: the war lose passive present | condition
  The army left after rebels took the town.          | main: The army leave active past; time: rebels take active past | time
  They fought to take the town.                      | main: They fight active past; purpose: (They) take active infinitive | purpose
  They swept north, taking the town.                 | main: They sweep active past; participle: (They) take active participle | participle
  Captured on Monday, the town is quiet.             | participle: - capture passive participle; main: the town be active present | participle before its subject
  The capture of the town was denied.                | main: The capture of the town deny passive past      | a noun that looks like a verb
  Rebels control the town.                           | main: Rebels control active present                  | a verb that looks like a noun
  Rebels in the north control most of the town.      | main: Rebels in the north control active present     | plural before a preposition
  The town is all but lost.                          | main: The town lose passive present                  | all but
  A quiet day.                                       | fragment: - undefined undefined undefined            | no verb
`,
);

test("clauses have their subject, voice and tense", () => {
  assert.deepEqual(
    cases.map(({ text, why }) => `${parse(text)} | ${why}`),
    cases.map(({ clauses: expected, why }) => `${expected} | ${why}`),
  );
});
