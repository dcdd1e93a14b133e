import assert from "node:assert/strict";
import { test } from "node:test";
import { table } from "../../../test/table.ts";
import { readLexicon } from "../../store/read-data.ts";
import { grammarOf } from "./grammar.ts";

const { forms } = grammarOf(readLexicon());

const cases = table(
  ["form", "lemma", "shape", "why"],
  `
  seized     | seize    | past-participle | e is dropped
  seizing    | seize    | ing             | e is dropped
  seizes     | seize    | s               | plain s
  besieged   | besiege  | past-participle | e is dropped
  pushes     | push     | s               | es
  carries    | carry    | s               | y
  carried    | carry    | past-participle | y
  repelled   | repel    | past-participle | doubled
  controlled | control  | past-participle | doubled
  stopping   | stop     | ing             | doubled
  fell       | fall     | past            | irregular
  fallen     | fall     | participle      | irregular
  overran    | overrun  | past            | irregular
  took       | take     | past            | irregular
  withdrawn  | withdraw | participle      | irregular
  held       | hold     | past-participle | irregular, one form
  fleeing    | flee     | ing             | ee stays
  dying      | die      | ing             | ie
  freed      | free     | past-participle | ee
`,
);

test("every inflection of a verb is known", () => {
  for (const { form, lemma, shape, why } of cases)
    assert.deepEqual(forms.get(form), { lemma, shape }, `${form}: ${why}`);
});
