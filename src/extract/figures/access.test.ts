import assert from "node:assert/strict";
import { test } from "node:test";
import { figuresOf } from "../../../test/figures.ts";
import { table } from "../../../test/table.ts";

const ways = table(
  ["text", "ways", "why"],
  `
  Goma airport is closed.                                                 | airport closed                    | a state
  The army closed the border with Chad on Monday.                         | crossing closed                   | active
  The crossing was reopened on Friday.                                    | crossing open                     | passive
  The border posts remain open.                                           | crossing open                     | remain
  Rebels blocked the main road to Goma.                                   | road closed                       | blocked
  The fighting cut the road between Goma and Bukavu.                      | road cut Goma-Bukavu              | cut, with both ends
  Flights were suspended on Sunday.                                       | airport closed                    | flights
  Commercial flights have resumed at Goma airport.                        | airport open                      | resumed
  Humanitarian work was suspended in Nyala.                               | aid closed                        | aid
  The governor imposed a curfew in Goma.                                  | area restricted                   | a curfew
  The road to the airport was passable again.                             | road open                         | passable
  The closure of the Torkham crossing hurt traders.                       | crossing closed                   | a noun
  The crossing is open only to traders.                                   | crossing restricted               | open to some
  Lebanon shut all its land crossings.                                    | crossing closed                   | all of a country
  The humanitarian corridor from Aleppo was blocked again.                | aid closed                        | the longer name counts
  The police closed the shops.                                            |                                   | shops are no way
  Soldiers opened fire on the road.                                       |                                   | fire is opened
  The victory opened the road to the capital.                             |                                   | a figure of speech
  The border could be closed.                                             |                                   | possible
  The army did not close the road.                                        |                                   | denied
  The Goma-Sake-Masisi road is impassable.                                | road closed Goma-Masisi           | a name of places
  The roads to Goma and Bukavu were closed.                               | road closed; road closed          | each road of a list
  The M5 between Aleppo and Damascus was cut.                             | road cut Aleppo-Damascus          | a road by its number
  Rebels cut the Damascus to Aleppo highway.                              | road cut Damascus-Aleppo          | a road by its ends
  The army took the road, which it closed on Monday.                      | road closed                       | the relative clause hangs on the road
  The Rafah crossing — the only way out — has been closed since Tuesday.  | crossing closed                   | words between dashes
  Torkham, he said, would remain open. The crossing would remain closed.  | crossing closed                   | how it is, told by somebody
  The airport was hit. It is closed to flights.                           | airport closed                    | it
  The crossing is open from 6 a.m. to 6 p.m.                              | crossing restricted               | open for hours
  Aid convoys were blocked at a checkpoint.                               | aid restricted                    | convoys that are stopped
  Border guards opened fire.                                              |                                   | fire is opened
  If the road remains closed, people will starve.                         |                                   | a condition
  The crossing has been closed several times this year.                   |                                   | of many times
  They waited after the border closure.                                   |                                   | only dates something else
  The road to peace is open.                                              |                                   | a figure of speech
  The border dispute was closed by the court.                             |                                   | another noun
  Aid was cut by half.                                                    |                                   | only roads are cut
`,
);

for (const { text, ways: expected, why } of ways)
  test(`a way is read: "${text}" (${why})`, () => {
    const found = figuresOf("access", text).map((claim) => {
      const ends = claim.from && claim.to ? ` ${claim.from}-${claim.to}` : "";
      return `${claim.target} ${claim.status}${ends}`;
    });
    assert.equal(found.join("; "), expected);
  });

test("who closes a way is the subject, or stands after by", () => {
  const active = figuresOf("access", "The M23 rebels closed the road to Goma.", "2024-05-10");
  const passive = figuresOf("access", "The road to Goma was blocked by the M23 rebels.", "2024-05-10");
  assert.deepEqual([active[0]?.actor?.id, passive[0]?.actor?.id], ["m23", "m23"]);
});
