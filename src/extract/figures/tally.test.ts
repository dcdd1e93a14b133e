import assert from "node:assert/strict";
import { test } from "node:test";
import { countText, figuresOf } from "../../../test/figures.ts";
import { table } from "../../../test/table.ts";
import type { TallyClaim } from "../../domain/claim.ts";

const tallies = table(
  ["text", "tallies", "why"],
  `
  The M23 has taken 11 of the country's 34 provincial capitals.                     | provincial capitals 11 of 34   | with a total
  The rebels control 18 of 26 districts.                                            | districts 18 of 26             | bare total
  The army holds about 250 of the country's 400 districts.                          | districts ~250 of 400          | with quantifier
  The rebels are estimated to hold over two-thirds of the nation.                   | territory 0.667..              | a share
  The army controls 65 per cent of the country.                                     | territory 0.65..0.65           | per cent
  The front controls up to 40% of the territory.                                    | territory ..0.4                | at most
  The army has control over more than a quarter of Mosul.                           | territory 0.25..               | a share of a named place
  It is the sixth provincial capital to fall in four days.                          | provincial capitals 6          | an ordinal
  It was the ninth township captured since November.                                | districts 9                    | an ordinal with a participle
  More than 20 districts have fallen to the rebels in eight weeks.                  | districts >20                  | fallen
  The capture of the town raises to eight the number of provincial capitals seized. | provincial capitals 8          | raised
  None of the 34 provincial capitals has been seized.                               | provincial capitals 0 of 34    | none is a count here
  The rebels took two more districts on Monday.                                     |                                | news of a day
  People in 31 of the 34 provinces must stay at home.                               |                                | where, not what is held
  They have taken or threatened 11 provincial capitals.                             |                                | a mix
  The rebels could take 11 of 34 provinces.                                         |                                | possible
  Eleven of 14 provincial capitals are no longer in rebel hands.                    |                                | no longer
  The rebels have seized five of the region's main towns.                           | towns 5                        | of the region's
  Fighting was reported in 20 districts.                                            |                                | not held
  Some 65 per cent of the displaced are children.                                   |                                | persons
  All but one of the ten districts were in rebel hands.                             |                                | not ten
  The rebels control half of the city.                                              |                                | a part of a town
  The six districts that the rebels control are calm.                               |                                | told of before
  In all eleven towns have been retaken in Borno.                                   | towns 11                       | in all
  A handful of villages were retaken.                                               |                                | so few that nobody counts
  They published a list of 23 villages liberated since Monday.                      | towns 23                       | a list of
  The third district was quiet.                                                     |                                | an ordinal that counts nothing
`,
);

function shareText({ share }: TallyClaim): string | undefined {
  return share && `${share.low ?? ""}..${share.high ?? ""}`;
}

for (const { text, tallies: expected, why } of tallies)
  test(`a tally is read: "${text}" (${why})`, () => {
    const found = figuresOf("tally", text).map((claim) =>
      [claim.of, claim.count && countText(claim.count), claim.total && `of ${claim.total}`, shareText(claim)]
        .filter((part) => part !== undefined)
        .join(" "),
    );
    assert.equal(found.join("; "), expected);
  });

test("the holder is the subject, or stands after to or by", () => {
  const holders = [
    "The M23 controls 18 of 26 districts.",
    "Eighteen of 26 districts have fallen to the M23.",
    "Eighteen of 26 districts have been captured by the M23.",
    "Eighteen of 26 districts are under M23 control.",
  ].map((text) => figuresOf("tally", text)[0]?.actor?.id);
  assert.deepEqual(holders, ["m23", "m23", "m23", "m23"]);
});
