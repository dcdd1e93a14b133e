import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ledgerTold, march, type Told, WAR } from "../../test/pictures.ts";
import { table } from "../../test/table.ts";
import { picture } from "./picture.ts";
import { RULES } from "./rules.ts";

/**
 * claims: `WORDS @DAY +TOLD field=value …` split by `;`, an underscore for a space in a value. sees: place state holder
 * grade, a dash for none; nothing where nothing is answered. The days are days of March.
 */
const CASES = table(
  ["rule", "claims", "asOf", "knownAt", "sees", "why"],
  `
  R1 | red gained @3 +4; blue holds @3 +4; blue holds @3 +4; blue lost @3 +4 stance=admitted speaker=Mayor_of_blue | 5 | 5 | held red confirmed | one admission against two neutral voices of the day
  R1 | blue holds @3 +4; red gained @3 +4 stance=admitted speaker=Mayor_of_blue | 5 | 5 | held red confirmed | the enemy's gain is admitted too
  R2 | red gained @3 +4 stance=claimed by=Red_Radio | 5 | 5 | claimed red claimed | nobody else says so
  R2 | blue holds @1 +1; red gained @3 +4 stance=claimed by=Red_Radio | 5 | 5 | claimed red claimed | also where another had it
  R3 | red gained @3 +4 stance=claimed by=Red_Radio; red gained @3 +4 stance=denied by=Blue_Radio | 5 | 5 | disputed - disputed | the loser denies
  R3 | red gained @3 +4 stance=claimed by=Red_Radio; red gained @3 +4 stance=denied by=Blue_Radio; red gained @3 +4 | 5 | 5 | held red confirmed | neutral word of a reliable source with the gainer's own
  R3 | red gained @3 +4; red gained @3 +6 stance=denied by=Blue_Radio | 7 | 7 | held red likely | a denial alone does not refute neutral word
  R4 | blue lost @3 +4 stance=admitted speaker=Spokesman_of_blue; red gained @3 +4 stance=claimed by=Red_Radio | 5 | 5 | held red confirmed | "we moved to better lines" is read as an admitted loss
  R5 | red gained @3 +2 stage=planned | 9 | 9 | | announced, not done
  R5 | red gained @20 +4 | 25 | 25 | | told as done for a day after the publication
  R6 | blue holds @1 +1; red entered @3 +4 | 5 | 5 | contested blue likely | entering is not control
  R6 | red entered @3 +3 stance=admitted speaker=Aide_of_blue; red gained @3 +4 | 5 | 5 | held red likely | an admitted entry is no admitted loss
  R6 | blue lost @2 +2 stance=admitted speaker=Aide_of_blue; green lost @2 +2; red entered @3 +3 stance=admitted speaker=Aide_of_blue | 4 | 4 | held red likely | seen inside an empty place is never more than likely
  R6 | blue holds @1 +1; red gained @3 +4 place=Ford:site | 5 | 5 | held blue likely; site held red likely | the airport is not the town
  R6 | blue holds @1 +1; red gained part @3 +4 | 5 | 5 | contested blue likely | a part is not the whole
  R7 | red gained @3 +4; red gained @3 +5 | 6 | 6 | held red confirmed | two independent voices
  R7 | red gained @3 +4 via=Agency; red gained @3 +5 via=Agency | 6 | 6 | held red likely | two relays of one agency
  R7 | red gained @3 +4 speaker=Ana_Roe stance=said; red gained @3 +5 speaker=Ana_Roe stance=said | 6 | 6 | held red likely | one witness in two papers
  R7 | red gained @3 +4 stance=claimed by=Red_Radio; red gained @3 +5 stance=claimed speaker=Aide_of_red | 6 | 6 | claimed red claimed | one camp is one voice
  R8 | blue holds @1 +1; red besieged @3 +4 | 5 | 5 | besieged blue likely | the enemy is outside
  R8 | blue holds @1 +1; fought @3 +4 | 5 | 5 | contested blue likely | fighting in it
  R8 | blue holds @1 +1; red entered @3 +4; blue repelled @3 +4 | 5 | 5 | held blue confirmed | thrown out the same day
  R9 | red gained @3 +4 | 150 | 150 | held red likely | nothing contrary for five months
  R9 | red gained @3 +4 | 190 | 190 | held red stale | no word for more than 180 days
  R9 | blue holds @1 +1; red besieged @2 +2; blue entered @60 +60 | 61 | 61 | contested - likely | a siege of two months ago no longer tells who has it
  R9 | blue holds @1 +1; red besieged @2 +2; blue entered @9 +9 | 10 | 10 | besieged blue likely | a fresh one does: reinforcements
  R10 | red gained @3 +3; blue gained @5 +5; red gained @7 +7 | 8 | 8 | held red likely | and back again
  R10 | red gained @3 +3; blue gained @5 +5; red gained @7 +7 | 6 | 8 | held blue likely | in between
  R10 | red gained @3 +3; red gained @3 +4; blue gained @3 +4 | 5 | 5 | held red confirmed | two independent voices against one, where nothing tells the order
  R10 | blue holds @1 +1; red gained @3 +3; red lost @3 +4; blue holds @3 +4 | 5 | 5 | held blue confirmed | who lost it again the same day is out
  R11 | | 5 | 5 | | no claim in words, no answer
  R12 | red gained from blue @3 +3; green gained @5 +5 | 6 | 6 | held green likely | a third party takes it
  R13 | red gained @3 +3; blue holds @5 +5 place=Shire:province | 6 | 6 | held red likely; province held blue likely | the province's claim leaves the town as it is
  R14 | red gained @3 +6 | 4 | 5 | | it has fallen, but nobody has said so
  R14 | red gained @3 +6 | 4 | 6 | held red likely | the same day, told later
  R14 | red gained @ +6 | 6 | 6 | held red likely | without a day it holds by its publication
  R14 | red gained @ +6 | 5 | 6 | | and not before
  R14 | red gained @2..6 +7 | 4 | 7 | held red likely | a stretch of days counts from its middle
  R14 | red gained @2..6 +7 | 3 | 7 | | and not before
  R14 | red gained @2..6 +7; red gained @5 +7 stance=claimed by=Red_Radio | 4 | 7 | | a precise word within the stretch gives the day
  R15 | blue gained @3 +4; blue gained @3 +4 stance=claimed by=Blue_Radio | 5 | 5 | held blue confirmed | as for red
  R16 | red gained @3 +4 stance=claimed by=Red_Radio | 30 | 30 | claimed red claimed | where only one camp can be heard, silence says nothing
  R16 | blue holds @1 +1 stance=claimed by=Blue_Radio; red gained @3 +4 stance=claimed by=Red_Radio | 12 | 12 | claimed red likely | one who answers has left it unanswered for a week
  R17 | red gained from blue @3 +3 manner=negotiated; red lost @9 +9 | 10 | 10 | held blue likely | who got it by agreement did not attack it, and loses it to the other side
  R17 | white gained from blue @3 +3 manner=negotiated | 4 | 4 | held white likely | one ally hands over to another
  R18 | red gained @3 +4 stage=history | 5 | 5 | | background gives no current claim
  R18 | red gained @3 +4 stage=threatened | 5 | 5 | | nor does a threat
  R18 | red gained @3 +4 stance=denied | 5 | 5 | | nor does a negation
  R19 | red gained @3 +4 speaker=Aide_of_red stance=said | 5 | 5 | claimed red claimed | a side speaks through a wire
  R19 | red gained @3 +4 by=Red_Radio speaker=a_teacher stance=said | 5 | 5 | held red likely | and a teacher through a side's radio
  R20 | red gained @3 +4 speaker=residents stance=said | 5 | 5 | held red likely | residents are neutral
  R21 | red gained @3 +4 stance=claimed by=Red_Radio; red gained @6 +6 stance=denied by=Red_Radio | 7 | 5 | claimed red claimed | before the correction
  R21 | blue holds @1 +1; red gained @3 +4 stance=claimed by=Red_Radio; red gained @6 +6 stance=denied by=Red_Radio | 4 | 7 | held blue confirmed | a camp that takes its claim back never had it, and admits who has
  R23 | blue lost @3 +4; red gained @3 +4 stance=claimed by=Red_Radio | 5 | 5 | held red confirmed | the loss and the claimant meet
  R23 | blue holds @1 +1; red besieged @2 +2; blue lost @4 +4 | 5 | 5 | held red likely | the besieger takes it
  R23 | blue lost @3 +4 | 5 | 5 | held red likely | the other of two main sides
  R23 | green lost @3 +4 | 5 | 5 | unknown - likely | a third party's loss goes to nobody
  R23 | red gained from blue @3 +3; red lost @4 +4 | 5 | 5 | held blue likely | thrown back within two days
  R23 | red gained from blue @3 +3; red lost @9 +9 | 10 | 10 | unknown - likely | who leaves later what he took leaves it to nobody
  R23 | green lost @3 +3; green holds @5 +5 | 4 | 6 | unknown - likely | who lost it has it again from the day that is told, not from the loss
  R23 | blue lost @3 +3; red gained @8 +8 | 5 | 9 | unknown - likely | a gain told for a later day: the presumed taker was not there yet
  R23 | blue lost @3 +3; red gained @ +8 | 5 | 9 | held red likely | a gain without a day may be the same
  R24 | red gained from blue @3 +4 | 2 | 5 | held blue likely | taking it from blue tells that blue had it
`,
);

for (const [rule, rows] of Map.groupBy(CASES, (row) => row.rule)) {
  test(`${rule}: ${RULES[rule as keyof typeof RULES]}`, () => {
    for (const { claims, asOf, knownAt, sees, why } of rows) {
      const ledger = ledgerTold(claims.split(";").filter(Boolean).map(toTold));
      const { places } = picture(ledger, { asOf: march(asOf), knownAt: march(knownAt) }, WAR);
      const seen = places.map(({ place, state, holder, grade }) => {
        const level = place.level === "town" ? "" : `${place.level} `;
        return `${level}${state} ${holder ?? "-"} ${grade}`;
      });
      assert.equal(seen.join("; "), sees, `${why}: ${claims}`);
    }
  });
}

function toTold(text: string): Told {
  const found = /^\s*(.+?) @(\S*) \+(\d+)(.*)$/.exec(text);
  if (!found) throw new Error(`a claim of the table cannot be read: ${text}`);
  const [, says, on, told, rest] = found;
  const fields = rest!.split(" ").filter(Boolean);
  const more = Object.fromEntries(fields.map((field) => field.replaceAll("_", " ").split("=")));
  return { says: says!, on: on!, told: told!, ...more };
}

test("every rule has its table; the one on figures stands in figures.test.ts", () => {
  const tabled = new Set(CASES.map(({ rule }) => rule));
  assert.deepEqual(
    Object.keys(RULES).filter((rule) => !tabled.has(rule)),
    ["R22"],
  );
});

test("docs/rules.md has a paragraph for every rule of the code, in its words and order", () => {
  const text = readFileSync(new URL("../../docs/rules.md", import.meta.url), "utf8");
  const headings = [...text.matchAll(/^### (R\d+)\. (.+)$/gm)].map(([, id, title]) => [id, title]);
  const wanted = Object.entries(RULES).map(([id, title]) => [id, title[0]!.toUpperCase() + title.slice(1)]);
  assert.deepEqual(headings, wanted);
});
