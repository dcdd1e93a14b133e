import assert from "node:assert/strict";
import { test } from "node:test";
import { countText, figuresOf, placeText } from "../../../test/figures.ts";
import { table } from "../../../test/table.ts";

const tolls = table(
  ["text", "tolls", "why"],
  `
  The strike killed 12 people.                                                | killed 12                     | active
  At least 12 civilians were killed in the strike.                            | killed 12+ civilians          | passive
  Twelve people killed, 30 wounded, medics said.                              | killed 12; wounded 30         | participles after their numbers
  The blast killed 12 people and wounded 30.                                  | killed 12; wounded 30         | two losses, the second without a noun
  The blast killed 12 people and wounded 30, among them 5 children.           | killed 12; wounded 30; wounded 5 children | a part of the last count
  Shelling left 10 people dead.                                               | killed 10                     | left dead
  The attack left 40 dead and 35 wounded.                                     | killed 40; wounded 35         | bare numbers
  The death toll rose to 41.                                                  | killed 41                     | a stated total
  Officials put the number of dead at more than 100.                          | killed >100                   | a stated total with quantifier
  Other sources put the death toll at eight.                                  | killed 8                      | a stated total in a word
  The bombing caused 11 deaths and 38 injuries.                               | killed 11; wounded 38         | counted nouns
  At least 313 civilians and 239 soldiers were killed.                        | killed 313+ civilians; killed 239+ soldiers | the quantifier holds for both
  At least 27 children were killed and 136 wounded.                           | killed 27+ children; wounded 136+ | also over a joined verb
  The raid killed or wounded more than 60 people.                             | casualties >60                | one number for both
  Militants killed three soldiers and two civilians were hurt.                | killed 3 soldiers; wounded 2 civilians | the second has its own verb
  Fourteen members of the security forces are dead.                           | killed 14 members of the security forces | whom the members belong to
  A policeman was killed.                                                     | killed 1 policeman            | one without a number
  A man and a boy were wounded.                                               | wounded 2 man and boy         | single persons make one count
  Her husband was killed in the raid.                                         | killed 1 husband              | one of a family
  Gunmen shot dead Karim Nasser in the street.                                | killed 1 Karim Nasser         | one by name
  Several of them died.                                                       | killed 2-9                    | several
  Hundreds of soldiers laid down their arms.                                  | surrendered 200-999 soldiers  | surrender
  More than 100 soldiers surrendered.                                         | surrendered >100 soldiers     | surrender
  Rebels captured 15 soldiers.                                                | captured 15 soldiers          | persons are captured
  Rebels captured 15 villages.                                                |                               | villages are not persons
  Another 15 men are missing.                                                 | missing 15 men                | a state
  The gunmen freed 200 inmates.                                               | freed 200 inmates             | freed
  The ministry released 12 videos.                                            |                               | videos are not persons
  Five people died in Aleppo and two in Homs.                                 | killed 5; killed 2            | the same told of another place
  There were 498 children, and likely hundreds more, who have died of hunger. | killed 498 children           | an aside stands between
  The commander was killed along with seven soldiers.                         | killed 7 soldiers             | companions
  The report counted the killing of 85 people.                                | killed 85                     | a noun with its persons
  Several others were hurt, an officer said.                                  | wounded 2-9                   | the speaker is not hurt
  Four of his brother's children were killed.                                 | killed 4 brother's children   | whose children
  The blast killed a guard and wounded two more.                              | killed 1 guard; wounded 2     | two more
  No one was killed.                                                          |                               | none is no number
  No deaths have been reported.                                               |                               | none is no number
  There were no casualties.                                                   |                               | none is no number
  The strike could kill 12 people.                                            |                               | possible
  They threatened to kill 12 hostages.                                        |                               | threatened
  If 12 people were killed, it was a crime.                                   |                               | a condition
  In a village of 300 people gunmen killed the mayor.                         |                               | the number counts others
  The attack killed dozens of goats and two cows.                             |                               | animals
  Twelve towns were captured.                                                 |                               | towns
  The 12-year-old was hurt.                                                   |                               | an age
  In 2015 the army captured the hill.                                         |                               | a year
  At least 17 people from one family were killed.                             | killed 17+                    | the family is not counted
  Nine villagers, including 3 children and 5 women, died.                     | killed 9 villagers; killed 3 children | parts between commas
  Officials said 27 civilians, eight of them children, had died.              | killed 27 civilians; killed 8 children | parts, the other way
  Officials said 27 civilians, eight children among them, had died.           | killed 27 civilians; killed 8 children | parts, a third way
  It put the number of people killed at 327, of whom 44 were civilians.       | killed 327; killed 44 civilians | who some of them were
  Doctors counted 22 deaths, three of them from shelling.                     | killed 22; killed 3           | how some of them died
  At least 462 people were killed: 241 soldiers, 150 rebels and 71 civilians. | killed 462+; killed 241 soldiers; killed 150 rebels; killed 71 civilians | a breakdown
  There were 63 civilian casualties and 12 fatalities.                        | casualties 63 civilian casualties; killed 12 | losses of whom
  At least 21 civilian deaths have been verified.                             | killed 21+ civilian deaths    | deaths of whom
  The army lost two Burundians on Friday.                                     | killed 2 Burundians           | lost men
  Sixteen donkeys were killed.                                                |                               | animals
  One officer in an accompanying car was killed.                              | killed 1 officer              | the car is not killed
  The party lost 12 seats.                                                    |                               | lost things
  Two people, a resident and a guard, were killed in clashes.                 | killed 2                      | who they were stands between
  The ministry put the number of prisoners at 145.                            | captured 145                  | a stated number of prisoners
  At least 462 people were killed: three days of shelling, 40 houses lost.    | killed 462+                   | no breakdown
`,
);

for (const { text, tolls: expected, why } of tolls)
  test(`a toll is read: "${text}" (${why})`, () => {
    const found = figuresOf("toll", text).map(({ measure, count, who }) =>
      [measure, countText(count), who].filter((part) => part !== undefined).join(" "),
    );
    assert.equal(found.join("; "), expected);
  });

const settings = table(
  ["text", "toll", "why"],
  `
  A trader died of a heart attack while he waited at the gate in Aden.              | Aden, heart attack      | no violence, and the cause says so
  Twenty people were killed in an air strike on Taiz on Monday.                     | Taiz, air strike        | a strike
  Twenty people were killed when a car bomb exploded at a market in Baghdad.        | Baghdad, bombing        | a market is a part of its town
  In Mosul, 30 civilians were killed.                                               | Mosul, -                | a place before
  Fighting broke out in Goma on Monday. At least 20 people were killed.             | Goma, -                 | a place spoken of
  Twelve soldiers were killed in Goma, a doctor in Bukavu said.                     | Goma, -                 | where the speaker stands is no place
  Clashes broke out in Goma on Monday. A doctor in Bukavu said help was needed. At least 20 people were killed.  | Goma, -  | where a speaker is is no place
  Shelling of Goma went on. In Kigali, ministers said they knew of it. Nine people were killed.          | Goma, -  | nor where those who spoke are
  Fighting over Taiz, a city 200 km south of Sanaa, killed 90 people.               | Taiz, clashes           | a distance is measured from elsewhere
  Doctors counted 120 bodies in Goma's hospitals.                                   | Goma, -                 | the owner of what is no place
  In the provinces of Homs and Idlib 27 children were killed.                       | provinces of Homs and Idlib:area, - | no single one of a list
  Shelling killed 27 people in northern Idlib.                                      | northern Idlib:area, shelling | a part without a name of its own
  Taiz, west of Aden, was bombed on Monday. Two soldiers were killed there.         | Taiz, -                 | there is where the sentence before is
  The army lost Goma. About 2,000 died in that town, residents of Bukavu said.      | Goma, -                 | that town
  Planes bombed Maarshurin in rebel-held Idlib. Nine people were killed.            | Maar Shurin, -          | not the unit around it
  Troops fought in Goma. Thousands of people have been killed in a year of war.     | Democratic Republic of the Congo:country, - | what has gone on for long is the country's
  Hospitals in Goma have admitted at least 700 wounded since April.                 | Goma, -                 | taken in, not confessed
  Shells hit Goma. Sixty people have been killed in our country.                    | Democratic Republic of the Congo:country, - | our country
  Shells hit Goma. Between 3 and 20 April 112 civilians were killed.                | Goma, -                 | weeks are no war
  Homs was hit the worst (30 killed), followed by Hama (8 killed).                  | Homs, -                 | brackets belong to the place before them
  The village of Bibi was raided. Two of his men were killed at Bibi.               | Bibi, -                 | a village once is a village
  Shells hit Goma. The envoy left Bukavu. Nine soldiers were killed.                | Goma, -                 | where somebody left from is no place
  Doctors in Goma counted 22 deaths, three of them from a strike on Sake.           | Goma, strike            | where some of them died
  Since January, 1,659 civilians have been killed in Sudan.                         | Sudan:country, -        | a country
`,
);

for (const { text, toll, why } of settings)
  test(`a toll has its place and cause: "${text}" (${why})`, () => {
    const [first] = figuresOf("toll", text);
    assert.ok(first);
    assert.equal(`${placeText(first)}, ${first.cause ?? "-"}`, toll);
  });

test("a running total says so, and since when", () => {
  const [toll] = figuresOf("toll", "Since 1 May 2024, some 200 civilians have been killed in Sudan.");
  assert.equal(toll?.cumulative, true);
  assert.equal(toll?.since, "2024-05-01");
});

const dated = table(
  ["text", "days", "why"],
  `
  At least 472 people have been killed since the vote in November, a ministry said.          | 2024-05-10 | counted up to the day of the report
  The UN said on Tuesday that 90 people have been killed since the beginning of May.         | 2024-05-07 | to the day on which it was told
  The office counted 1,659 dead between January and April. Another 468 were wounded.         | 2024-01-01 2024-01-01 | its parts are of the same months
  In April 1,659 people were killed, up by half on the same period of 2023.                  | 2024-04-01 | what is compared dates nothing
  At least 20 people were killed and scores wounded in a blast in Taiz in March.             | 2024-03-01 2024-03-01 | one day for both
  The office counts 60 killed and 270 wounded since the truce.                               | 2024-05-10 2024-05-10 | both are counted up to now
  Fighters retook the hill two months ago. Gunmen killed three soldiers.                     | 2024-05-10 | an old day does not go on
  At least 64 people were killed in an air strike on Togoga a week ago.                      | 2024-05-03 | to the day
`,
);

for (const { text, days, why } of dated)
  test(`a toll has its day: "${text}" (${why})`, () => {
    assert.equal(
      figuresOf("toll", text)
        .map(({ valid }) => valid.from)
        .join(" "),
      days,
    );
  });
