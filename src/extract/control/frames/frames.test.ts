import assert from "node:assert/strict";
import { test } from "node:test";
import { table } from "../../../../test/table.ts";
import { controls, read } from "../../../../test/told.ts";

/** Each row is a kind of sentence that was read wrong once, in our own words, published on Wednesday 26 June 2024. */
const cases = table(
  ["text", "claims", "why"],
  `
  The RSF captured several towns, including Kutum and Kabkabiya.              | gained rsf @ Kabkabiya; gained rsf @ Kutum | members of a plural
  The army now has control of only two cities: Nyala and Zalingei.            | holds saf @ Nyala; holds saf @ Zalingei     | members after a colon
  No part of Nyala is in the hands of the RSF.                                |                                 | none of a place
  The army left Nyala, and the RSF moved in.                                  | entered rsf @ Nyala; lost saf @ Nyala | the place of the clause before
  The RSF was fighting the army in Nyala and took control on Monday.          | contested rsf @ Nyala (ongoing); gained rsf @ Nyala | control, without of what
  The army withdrew from Nyala, allowing the RSF to take it.                  | gained rsf @ Nyala; lost saf @ Nyala | the object of allow acts, and what was allowed was done
  The army has regained full control of Kutum, a town located in North Darfur. | gained saf @ Kutum              | a participle after the object
  Nyala, in the state that bears the name of the south, was captured by the RSF. | gained rsf @ Nyala           | a long way from subject to verb
  The RSF, which besieged Nyala for weeks, captured it on Monday.             | besieged rsf @ Nyala; gained rsf @ Nyala | "it" is what was besieged
  Reports of the capture of Nyala by the RSF were false.                      | !gained rsf @ Nyala             | hearsay is denied
  The RSF would capture Nyala when the rains had ended.                       | gained rsf @ Nyala (forecast)   | would
  The RSF was about to capture Nyala.                                         | gained rsf @ Nyala (forecast)   | about to
  The army ordered its troops to withdraw from Nyala.                         | lost saf @ Nyala (planned)      | ordered, not done
  The army announced that it was withdrawing from Nyala.                      | lost saf @ Nyala (ongoing)      | in progress
  Vehicles that were captured in Nyala stood in the street.                   |                                 | things in a relative clause
  The town of Kutum has changed hands several times since May.                |                                 | taken and retaken
  Most of Nyala has been seized by the RSF.                                   | gained rsf @ Nyala              | a part of it
  The RSF took over the airport of Nyala on Monday.                           | gained rsf @ Nyala:site         | site of a town
  The RSF took the police station and the market in Nyala on Monday.          | gained rsf @ Nyala:site         | two sites of one town
  The RSF has Nyala, the army Zalingei.                                       | holds rsf @ Nyala               | to have is to hold
  The army has bases in Nyala.                                                |                                 | to have bases is not
  The army was trying to push the RSF back in Nyala.                          | contested - @ Nyala (ongoing)   | an attempt to push back
  Heavy fighting was reported near Nyala.                                     |                                 | near is not inside
  The RSF raised its flag over the market of Nyala on Monday.                 | gained rsf @ Nyala:site         | flag
  The RSF seized the initiative in Nyala.                                     |                                 | no place
  Nyala is theirs, the RSF said.                                              | holds rsf @ Nyala               | theirs
  A flood took Kutum on Monday.                                               |                                 | no taker
`,
);

test("kinds of sentences that were read wrong once", () => {
  assert.deepEqual(
    cases.map(({ text, why }) => `${controls(text)} | ${why}`),
    cases.map(({ claims, why }) => `${claims} | ${why}`),
  );
});

test("an event word that makes no claim is handed on with the reason", () => {
  const { passed } = read("The RSF captured weapons in Nyala. Is the RSF holding Zalingei?");
  assert.deepEqual(
    passed.filter(({ text }) => /captured|holding/.test(text)).map(({ text, why }) => `${text}: ${why}`),
    ["captured: what it is about is no place", "holding: asked"],
  );
});
