import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { table } from "../../../test/table.ts";
import { readLexicon } from "../../store/read-data.ts";
import { grammarOf } from "./grammar.ts";
import { sentences } from "./sentence.ts";

const { words } = grammarOf(readLexicon());

/** Sentences of a text parted by " / ", those that are not prose with their kind before them. */
function split(text: string): string {
  return sentences(text, words)
    .map(({ kind, start, end }) => (kind === "prose" ? "" : `${kind}: `) + text.slice(start, end))
    .join(" / ");
}

const splits = table(
  ["text", "sentences", "why"],
  `
  The town fell. The army left.                          | The town fell. / The army left.                          | plain
  The town fell! Did the army leave? It did.             | The town fell! / Did the army leave? / It did.           | other marks
  Gen. Omar Sadiq left. His men stayed.                  | Gen. Omar Sadiq left. / His men stayed.                  | rank
  Lt. Col. Aden Farah spoke. Nobody heard.               | Lt. Col. Aden Farah spoke. / Nobody heard.               | two ranks
  Brig. Gen. A. K. Haidari left. The base fell.          | Brig. Gen. A. K. Haidari left. / The base fell.          | ranks and initials
  Maj. Sara Noor said so. It was true.                   | Maj. Sara Noor said so. / It was true.                   | rank
  Capt. Idris fled. Sgt. Bello stayed.                   | Capt. Idris fled. / Sgt. Bello stayed.                   | ranks at both ends
  Mr. Haddad and Mrs. Haddad fled. Dr. Amin stayed.      | Mr. Haddad and Mrs. Haddad fled. / Dr. Amin stayed.      | titles
  Prof. Lind met Sen. Ruiz. They agreed.                 | Prof. Lind met Sen. Ruiz. / They agreed.                 | titles
  Gov. Okello resigned. The seat is empty.               | Gov. Okello resigned. / The seat is empty.               | title
  St. Mary church was hit. Nobody died.                  | St. Mary church was hit. / Nobody died.                  | saint
  The U.N. said so. The army did not.                    | The U.N. said so. / The army did not.                    | acronym inside
  He works for the U.N. The army does not.               | He works for the U.N. / The army does not.               | acronym at the end
  U.S. troops left. They went home.                      | U.S. troops left. / They went home.                      | acronym before its noun
  The U.S. Army left. It went home.                      | The U.S. Army left. / It went home.                      | acronym before a name
  D.R. Congo protested. Rwanda denied it.                | D.R. Congo protested. / Rwanda denied it.                | acronym of a country
  It began at 5 a.m. on Monday. Then it stopped.         | It began at 5 a.m. on Monday. / Then it stopped.         | hour before a day
  It began at 5 a.m. Monday. Then it stopped.            | It began at 5 a.m. Monday. / Then it stopped.            | hour before a weekday
  It began at 5 p.m. The troops had gone.                | It began at 5 p.m. / The troops had gone.                | hour at the end
  It began at 5 p.m. GMT. The troops had gone.           | It began at 5 p.m. GMT. / The troops had gone.           | hour before a zone
  On Aug. 12 the town fell. It was hot.                  | On Aug. 12 the town fell. / It was hot.                  | month
  On 12 Sept. 2014 it fell. It was hot.                  | On 12 Sept. 2014 it fell. / It was hot.                  | month before a year
  It fell in Dec. The army left.                         | It fell in Dec. / The army left.                         | month at the end
  Some 1.5 million fled. More will.                      | Some 1.5 million fled. / More will.                      | decimal point
  Some 12,500 fled. More will.                           | Some 12,500 fled. / More will.                           | thousands mark
  It costs 3.2 per cent. Prices rise.                    | It costs 3.2 per cent. / Prices rise.                    | decimal point
  The town fell in 2014. The army left in 2015.          | The town fell in 2014. / The army left in 2015.          | year at the end
  They took gate no. 7. It was shut.                     | They took gate no. 7. / It was shut.                     | number sign
  Abu Omar Jr. was hurt. He lives.                       | Abu Omar Jr. was hurt. / He lives.                       | junior
  Delta Oil Co. closed. Its men left.                    | Delta Oil Co. closed. / Its men left.                    | company
  Rice, oil, etc. ran out. People left.                  | Rice, oil, etc. ran out. / People left.                  | et cetera
  Some groups, e.g. the Tigers, left. Others did not.    | Some groups, e.g. the Tigers, left. / Others did not.    | for example
  They waited ... then they ran. Nobody fell.            | They waited ... then they ran. / Nobody fell.            | dots inside
  They waited... Then they ran.                          | They waited... / Then they ran.                          | dots at the end
  They waited… Then they ran.                            | They waited… / Then they ran.                            | one sign for dots
  "The town fell," he said. "We left."                   | "The town fell," he said. / "We left."                   | straight quotation marks
  “The town fell.” He left.                              | “The town fell.” / He left.                              | closing mark goes with its sentence
  “The town fell. We left,” he said.                     | “The town fell. / We left,” he said.                     | a quotation of two sentences
  ‘It is ours.’ The army denied it.                      | ‘It is ours.’ / The army denied it.                      | single marks
  «It is ours.» The army denied it.                      | «It is ours.» / The army denied it.                      | angle marks
  He fell (in 2014.) The army left.                      | He fell (in 2014.) / The army left.                      | bracket
  The town (pop. 4,000) fell. The army left.             | The town (pop. 4,000) fell. / The army left.             | unknown short word before a number inside brackets
  It is 40 km. from here. The road is cut.               | It is 40 km. from here. / The road is cut.               | unit, small letter follows
  The war is over. now they rest.                        | The war is over. now they rest.                          | no capital, no new sentence
  Fighters took A1. They held B2.                        | Fighters took A1. / They held B2.                        | letters with digits
  The road to St. Louis is cut. Trucks wait.             | The road to St. Louis is cut. / Trucks wait.             | abbreviation before a name
  He met J. Banda. They spoke.                           | He met J. Banda. / They spoke.                           | initial
  Plan B. The army left.                                 | Plan B. / The army left.                                 | letter before a common opening
  It fell at last!!! People cheered.                     | It fell at last!!! / People cheered.                     | marks in a row
  Has it fallen?! Nobody knows.                          | Has it fallen?! / Nobody knows.                          | two marks
  It fell.\\n\\nThe army left.                             | It fell. / The army left.                                | paragraphs
  It fell\\n\\nThe army left.                              | headline: It fell / The army left.                       | a line without a full stop is a heading
  - Kidal fell.\\n- Gao fell.                             | list: - Kidal fell. / list: - Gao fell.                  | list lines
  • Two towns fell on Monday                             | list: • Two towns fell on Monday                         | list line without a full stop
  1. Kidal fell.\\n2. Gao fell.                           | list: 1. / list: Kidal fell. / list: 2. / list: Gao fell. | numbered lines
  KABUL, Aug 10 — The town fell.                         | dateline: KABUL, Aug 10 — / The town fell.               | dateline with a day
  KABUL, Afghanistan (AP) — The town fell.               | dateline: KABUL, Afghanistan (AP) — / The town fell.     | dateline with country and agency
  BEIRUT (Reuters) - The town fell.                      | dateline: BEIRUT (Reuters) - / The town fell.            | dateline with agency
  Goma, DR Congo – The town fell.                        | dateline: Goma, DR Congo – / The town fell.              | small letters
  (Reuters) - The town fell.                             | dateline: (Reuters) - / The town fell.                   | agency alone
  NAIROBI, Kenya, Dec. 12 (Xinhua) -- The town fell.     | dateline: NAIROBI, Kenya, Dec. 12 (Xinhua) -- / The town fell. | all of it
  Photo: soldiers in the town on Monday.                 | caption: Photo: soldiers in the town on Monday.          | caption
  Soldiers in Gao. [File: Ana Lima/Reuters]              | caption: Soldiers in Gao. / caption: [File: Ana Lima/Reuters] | credit at the end
  Read more: Rebels take port\\n\\nThe army left.          | noise: Read more: Rebels take port / The army left.      | link to another text
  ALSO READ\\n\\nRebels take the port\\n\\nThe army left.    | noise: ALSO READ / noise: Rebels take the port / The army left. | related headlines after the link
  Subscribe to our newsletter.                           | noise: Subscribe to our newsletter.                      | page furniture
  the town fell and\\nthe army left.                      | the town fell and the army left.                         | a line goes on with a small letter
`,
);

test("hard places to split a text into sentences", () => {
  assert.ok(splits.length >= 60);
  const read = splits.map(({ text, why }) => `${split(text).replace(/\s+/g, " ")} | ${why}`);
  assert.deepEqual(
    read,
    splits.map(({ sentences: expected, why }) => `${expected} | ${why}`),
  );
});

test("law: sentences lie in order in the text and their tokens say what stands there", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      let end = 0;
      for (const sentence of sentences(text, words)) {
        assert.ok(sentence.start >= end);
        for (const token of sentence.tokens) assert.equal(text.slice(token.start, token.end), token.text);
        end = sentence.end;
      }
    }),
  );
});
