import assert from "node:assert/strict";
import { test } from "node:test";
import { countText, figuresOf } from "../../../test/figures.ts";
import { table } from "../../../test/table.ts";

const moves = table(
  ["text", "moves", "why"],
  `
  Nearly 400,000 people have been displaced in Sudan since January.                  | newly-displaced <400000            | a flow
  Fighting displaced an estimated 50,000 people in Nyala.                            | newly-displaced ~50000             | active
  Some 2.9 million people are displaced inside Sudan.                                | idps ~2900000                      | a stock
  The displaced are estimated at 154,000.                                            | idps ~154000                       | a stated stock
  The number of internally displaced people has passed 3.5 million.                  | idps >3500000                      | a stated stock
  About 3,960 families fled their homes in El Fasher.                                | newly-displaced ~3960 households   | families
  Scores of families were on the move.                                               | newly-displaced 40-99 households   | on the move
  Attacks have forced more than 54,000 people from their homes.                      | newly-displaced >54000             | forced from their homes
  The shelling forced 300 people to flee.                                            | newly-displaced 300                | forced to flee
  The army forced 300 people to dig.                                                 |                                    | forced to something else
  About 1.4 million people have crossed the border into Chad from Sudan.             | refugees ~1400000                  | over a border
  More than 2,000 people fled Sudan to Chad.                                         | refugees >2000                     | to another country
  Chad hosts 400,000 Sudanese refugees.                                              | refugees 400000                    | a stock of the host
  Since Monday 1,200 refugees have returned home.                                    | returnees 1200                     | home
  Twelve soldiers returned to base.                                                  |                                    | no returnees
  More than 120 civilians were evacuated from Bakhmut.                               | evacuated >120                     | taken out
  Some 111,900 people have been flown out since 14 April.                            | evacuated ~111900                  | flown out
  The agency gave food to 458 displaced people.                                      | idps 458                           | displaced people that were met
  In Nyala, 458 displaced people were given food.                                    |                                    | a number of help
  No more than 300 people should be displaced.                                       |                                    | wished for
  Health workers are unpaid, and several have left their posts.                      |                                    | posts are no homes
  About 250,000 – 300,000 people have fled Wad Medani.                               | newly-displaced 250000-300000      | a range with a spaced dash
  Shelling left nearly 96,000 displaced people since September.                      | newly-displaced <96000             | left displaced
  The strike hit a camp, injuring 12 displaced people.                               |                                    | the injured are counted
  Twelve soldiers were killed in an attack carried out near Goma.                    |                                    | an attack is carried out
  More than 6,500 people have fled Ukraine.                                          | refugees >6500                     | out of the report's own country
  Some 17,350 households (over 121,000 people) have been displaced.                  | newly-displaced ~17350 households  | brackets say the same in persons
  Over 5,200 people have been displaced, some 3,200 of them within Aden.             | newly-displaced >5200; newly-displaced ~3200 | some of them
  The agency still counts about 115,000 displaced.                                   | idps ~115000                       | those who are there
  The town sheltered 20,000 people displaced by the war.                             | idps 20000                         | those who are there
  Since May 35,000 people have been identified as displaced.                         | newly-displaced 35000              | told of them, not done to them
  Some 60,000 people left the camp.                                                  | newly-displaced ~60000             | left a place
  Thirty thousand people have left the country.                                      | refugees 30000                     | left the country
  Three refugees were killed in a twin blast.                                        |                                    | the dead are counted
  Dozens died in a strike on a camp for people displaced by the war.                 |                                    | not those who died
  No one was displaced.                                                              |                                    | none is no number
`,
);

for (const { text, moves: expected, why } of moves)
  test(`displacement is read: "${text}" (${why})`, () => {
    const found = figuresOf("displacement", text).map(({ measure, count, unit }) =>
      [measure, countText(count), unit === "households" ? unit : undefined].filter(Boolean).join(" "),
    );
    assert.equal(found.join("; "), expected);
  });

test("a count since a day holds on the day of publication and tells when it began", () => {
  const [claim] = figuresOf(
    "displacement",
    "Since 1 January 2024, some 300,000 people have been displaced in Sudan.",
  );
  assert.equal(claim?.since, "2024-01-01");
  assert.equal(claim?.cumulative, true);
  assert.equal(claim?.valid.from, "2024-05-10");
  assert.equal(claim?.place?.level, "country");
});

test("what is counted at the end of a month is counted on its last day", () => {
  const [claim] = figuresOf(
    "displacement",
    "The agency counted 54,400 displaced people at the end of April.",
  );
  assert.equal(claim?.valid.from, "2024-04-30");
});

test("a flight that may come is a forecast", () => {
  const [claim] = figuresOf("displacement", "Up to 515,000 people could be displaced.");
  assert.equal(claim?.stage, "forecast");
});

const dated = table(
  ["text", "days", "why"],
  `
  As of 2 May, 2,700 people had fled. Some 300 were evacuated from Taiz.             | 2024-05-02 2024-05-02 | what follows is of then, too
  Fighting went on in Taiz on Tuesday. Some 900 people have fled in the past week.   | 2024-05-10            | counted up to the day of the report
  Fighting ended in Taiz on Tuesday. The agency still counts 115,000 displaced.      | 2024-05-10            | those who are there now
  More than a million people have fled, 300 of them on Monday.                       | 2024-05-10 2024-05-06 | a part has its own day
`,
);

for (const { text, days, why } of dated)
  test(`displacement has its day: "${text}" (${why})`, () => {
    assert.equal(
      figuresOf("displacement", text)
        .map(({ valid }) => valid.from)
        .join(" "),
      days,
    );
  });

test("who left the country left it from all over", () => {
  const [claim] = figuresOf(
    "displacement",
    "Shells fell on Goma. Thirty thousand people have left the country.",
  );
  assert.equal(claim?.place?.level, "country");
});
