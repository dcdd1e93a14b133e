import assert from "node:assert/strict";
import { test } from "node:test";
import { table } from "../../test/table.ts";
import { controls, read } from "../../test/told.ts";

const COLUMNS = ["text", "claims", "why"] as const;

/** Runs a table of texts, all published on Wednesday 26 June 2024, against their control claims. */
function holds(name: string, rows: string): void {
  test(name, () => {
    const cases = table(COLUMNS, rows);
    assert.deepEqual(
      cases.map(({ text, why }) => `${controls(text)} | ${why}`),
      cases.map(({ claims, why }) => `${claims} | ${why}`),
    );
  });
}

test("1. both are kept: what happened, and who says it", () => {
  const cases = table(
    ["text", "speaker", "claim", "why"],
    `
    Washington said the RSF had taken Nyala.                      | Washington      | gained @ Nyala said    | a state tells, it does not accuse
    Residents said on Monday that the RSF had seized Nyala.       | Residents       | gained @ Nyala said    | unnamed speakers
    The army said its forces had withdrawn from Nyala.            | army            | lost @ Nyala admitted  | a camp about its own loss
    The RSF said it had captured Nyala.                           | RSF             | gained @ Nyala claimed | a camp about its own gain
    The RSF seized Nyala on Monday.                               | -               | gained @ Nyala reported | the report's own voice
  `,
  );
  for (const { text, speaker, claim, why } of cases) {
    const [first] = read(text).claims.filter(({ kind }) => kind === "control");
    assert.ok(first && "change" in first, why);
    assert.equal(`${first.change} @ ${first.place?.name} ${first.stance}`, claim, why);
    assert.ok(
      speaker === "-" ? !first.speaker : first.speaker?.name.includes(speaker),
      `${why}: ${first.speaker?.name}`,
    );
  }
});

holds(
  "2. a loss is its own claim and names no taker",
  `
  The army withdrew from Nyala on Monday.                       | lost saf @ Nyala                 | withdrew
  The army pulled out of Nyala on Monday.                       | lost saf @ Nyala                 | pulled out
  The army abandoned Nyala on Monday.                           | lost saf @ Nyala                 | abandoned
  The army fled Nyala on Monday.                                | lost saf @ Nyala                 | fled
  The army lost Nyala on Monday.                                | lost saf @ Nyala                 | lost
  The army lost Nyala to the RSF on Monday.                     | gained rsf > saf @ Nyala         | lost to: one claim of gain
  The RSF was driven out of Nyala on Monday.                    | lost rsf @ Nyala                 | driven out, by nobody named
  The army drove the RSF out of Nyala on Monday.                | gained saf > rsf @ Nyala         | driven out by an actor
  In Zalingei, the capital of Central Darfur, the army withdrew. | lost saf @ Zalingei             | the place is told before, with what it is
  The army's withdrawal from Nyala surprised many.              | lost saf @ Nyala                 | noun
`,
);

holds(
  "3. what is captured must be a place",
  `
  The RSF captured fighters in Nyala on Monday.                 |                                  | men
  The RSF captured weapons and vehicles near Nyala.             |                                  | things
  The video captured headlines in Nyala.                        |                                  | headlines
  The RSF captured an army base in Nyala on Monday.             | gained rsf @ Nyala:site          | a site is told by its town
  The RSF captured the police headquarters in Nyala on Monday.  | gained rsf @ Nyala:site          | a site named by its town
  The RSF captured the town of Kutum on Monday.                 | gained rsf @ Kutum               | place noun and name
  The RSF took part in talks about Nyala.                       |                                  | took part
  Prices in Nyala fell on Monday.                               |                                  | prices fall
  A soldier fell in Nyala on Monday.                            |                                  | a man falls
`,
);

holds(
  "4. stage: what is planned, tried, feared or past is no news of control",
  `
  The RSF plans to capture Nyala.                               | gained rsf @ Nyala (planned)     | plan
  The RSF vowed to retake Nyala.                                | gained rsf @ Nyala (planned)     | vow
  The RSF tried to capture Nyala on Monday.                     | gained rsf @ Nyala (attempted)   | try
  The RSF will capture Nyala within days.                       | gained rsf @ Nyala (planned)     | future
  The RSF could capture Nyala.                                  | gained rsf @ Nyala (forecast)    | possibility
  If the RSF captures Nyala, the war is lost.                   | gained rsf @ Nyala (forecast)    | condition
  The RSF did not capture Nyala.                                |                                  | negation
  The RSF failed to capture Nyala.                              |                                  | failure
  Has the RSF captured Nyala?                                   |                                  | question
  The RSF briefly captured Nyala on Monday.                     |                                  | no lasting gain
  The RSF captured Nyala in 2015.                               | gained rsf @ Nyala (history)     | history
  The RSF launched an offensive to capture Nyala.               | gained rsf @ Nyala (attempted)   | purpose
  The RSF managed to capture Nyala on Monday.                   | gained rsf @ Nyala               | managed: it happened
  The army was forced to withdraw from Nyala on Monday.         | lost saf @ Nyala                 | forced: it happened
  Nyala became the first city to fall to the RSF.               | gained rsf @ Nyala               | the first to fall has fallen
`,
);

holds(
  "5. the place stands in the clause, or is carried over, or is absent; never the dateline",
  `
  KHARTOUM, June 26 - The RSF captured an army base on Monday.  |                                  | the dateline is no place
  The RSF attacked Nyala. It captured the city on Monday.       | gained rsf @ Nyala               | carried over
  The RSF retook Xyrwad. The army withdrew from Nyala.        | gained rsf @ Xyrwad; lost saf @ Nyala | an unknown name empties nothing
`,
);

holds(
  "6. actors go by many names",
  `
  The Rapid Support Forces captured Nyala on Monday.            | gained rsf @ Nyala               | full name
  Sudanese forces captured Nyala on Monday.                     | gained saf @ Nyala               | demonym and noun
  The Sudanese army recaptured Nyala on Monday.                 | gained saf @ Nyala               | the army of a country
  The RSF shelled Nyala. The paramilitary group then captured the city. | gained rsf @ Nyala       | generic noun
`,
);

holds(
  "7. lists are as many claims",
  `
  The RSF captured Nyala, Zalingei and Geneina on Monday.       | gained rsf @ El Geneina; gained rsf @ Nyala; gained rsf @ Zalingei | three places
  Nyala and Zalingei fell to the RSF on Sunday.                 | gained rsf @ Nyala; gained rsf @ Zalingei | two subjects
  The RSF captured two towns, Kutum and Kabkabiya, on Monday.   | gained rsf @ Kabkabiya; gained rsf @ Kutum | the members of a number
  The RSF captured two other towns, Kutum and Kabkabiya.        | gained rsf @ Kabkabiya; gained rsf @ Kutum | and of another number
  The RSF captured Nyala in the south and Geneina in the west.  | gained rsf @ El Geneina; gained rsf @ Nyala | with where each lies
  The RSF captured Nyala and besieged El Fasher.                | besieged rsf @ El Fasher; gained rsf @ Nyala | two verbs
  Nyala fell to the RSF on Sunday, Zalingei a day later.        | gained rsf @ Nyala; gained rsf @ Zalingei | what is left out
`,
);

holds(
  "8. descriptions are names",
  `
  The RSF captured the capital of South Darfur on Monday.       | gained rsf @ Nyala               | seat of a unit
  Fighting spread in South Darfur. The RSF captured the provincial capital. |                      | which one is not told
`,
);

holds(
  "9. cue words tell the town from its unit",
  `
  The RSF captured Kassala on Monday.                            | gained rsf @ Kassala              | without a cue the town
  The RSF captured Kassala state on Monday.                      | gained rsf @ Kassala:province     | with a cue the unit
`,
);

holds(
  "10. euphemisms of loss are losses",
  `
  The army repositioned its forces from Nyala on Monday.        | lost saf @ Nyala                 | repositioned
  The army made a tactical withdrawal from Nyala on Monday.     | lost saf @ Nyala                 | tactical withdrawal
  The army redeployed from Nyala on Monday.                     | lost saf @ Nyala                 | redeployed
`,
);

holds(
  "phrases of holding, entering, besieging, fighting and beating back",
  `
  Nyala is in the hands of the RSF.                             | holds rsf @ Nyala                | hands
  Nyala remains under the control of the RSF.                   | holds rsf @ Nyala                | control
  The town of Kutum fell into the hands of the RSF on Monday.   | gained rsf @ Kutum               | fell into hands
  Nyala came under the control of the RSF on Monday.            | gained rsf @ Nyala               | came under control
  The RSF is in full control of Nyala.                          | holds rsf @ Nyala                | in control of
  Nyala is under siege by the RSF.                              | besieged rsf @ Nyala             | siege
  The RSF entered Nyala on Monday.                              | entered rsf @ Nyala              | entered
  RSF fighters are in the centre of Nyala.                      | entered rsf @ Nyala              | inside
  Street fighting in Nyala went on.                             | contested - @ Nyala (ongoing)    | street fighting
  The army repelled an attack on Nyala on Monday.               | repelled saf @ Nyala             | repelled
  Nyala, which the RSF captured on Monday, is quiet.            | gained rsf @ Nyala               | relative clause
  Nyala, captured by the RSF on Monday, is quiet.               | gained rsf @ Nyala               | participle
  The capture of Nyala by the RSF shocked many.                 | gained rsf @ Nyala               | noun
  The RSF's capture of Nyala shocked many.                      | gained rsf @ Nyala               | noun with owner
  The army handed Nyala over to the RSF on Monday.              | gained rsf > saf @ Nyala         | handed over
`,
);

holds(
  "what is left out is told by what stands before",
  `
  The RSF is in Nyala. Its defenders pulled out.                | lost - @ Nyala                   | people of the place that is spoken of
  In Nyala the greater part is ours, said an RSF spokesman.     | holds rsf @ Nyala                | a part of the place put first
  Nyala is no longer in the army's hands.                       | lost saf @ Nyala                 | no longer held is lost
  Nyala slipped out of government hands on Thursday.            | lost saf @ Nyala                 | out of somebody's hands
  Nyala belongs to the RSF.                                     | holds rsf @ Nyala                | whose it is
  The RSF attacked Nyala and Zalingei. Both had fallen by Monday. | gained rsf @ Nyala; gained rsf @ Zalingei | both of the two that were named
  Nyala was lost on Monday and recovered the same day.          | gained saf @ Nyala; lost saf @ Nyala | two verbs share "was"
  The agency lists Nyala and Zalingei as recaptured.            | gained saf @ Nyala; gained saf @ Zalingei | a participle after what is listed
  The seat of North Darfur is in the hands of the RSF.          | holds rsf @ El Fasher            | the seat of a province is its capital
  The RSF took Nyala on Friday. Zalingei followed on Sunday.    | gained rsf @ Nyala; gained rsf @ Zalingei | what followed went the same way
  A district of North Darfur was taken by the RSF.              |                                  | one of many that is not told
  The RSF entered Nyala. An official confirmed the loss.        | entered rsf @ Nyala; lost saf @ Nyala | the loss of the place that is spoken of
  The RSF entered Nyala. By night they had the airport.         | entered rsf @ Nyala; holds rsf @ Nyala:site | they have the place itself
  The RSF attacked Nyala. By night the fighters had been pushed back. | repelled saf > rsf @ Nyala       | driven from the place that is spoken of
  The RSF declared the town of Nyala captured.                  | gained rsf @ Nyala               | a participle after what is declared
  Nyala, which the RSF continues to hold, is quiet.             | holds rsf @ Nyala                | the object of an infinitive in a relative clause
  The RSF was confident after Nyala and Zalingei, which fell in May. | gained - @ Nyala; gained - @ Zalingei | a relative clause is told of the names before it
  Three towns - Nyala, Zalingei and El Geneina - were wrested from the army on Friday. | gained rsf > saf @ El Geneina; gained rsf > saf @ Nyala; gained rsf > saf @ Zalingei | members between dashes
  Attacks on Nyala and Zalingei had all been repulsed by the army. | repelled saf @ Nyala; repelled saf @ Zalingei | "all" inside the verb
`,
);
