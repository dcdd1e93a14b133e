import assert from "node:assert/strict";
import { test } from "node:test";
import { figuresOf, placeText } from "../../../test/figures.ts";
import { table } from "../../../test/table.ts";

const incidents = table(
  ["text", "incidents", "why"],
  `
  The M23 attacked an army base in Goma.                              | attack m23          | a verb with a place
  An army base in Goma was attacked by the M23.                       | attack m23          | passive
  The M23 ambushed a convoy near Goma.                                | attack m23          | a convoy
  The minister attacked the decision.                                 |                     | words attack too
  M23 rebels clashed with the army in Goma.                           | clash m23           | a verb
  Heavy fighting broke out in Goma on Monday.                         | clash -             | a noun that happens
  There were clashes in Goma.                                         | clash -             | there were
  Witnesses heard gunfire in Goma.                                    | clash -             | heard
  The town fell after two days of fighting.                           | clash -             | after days of
  There was no fighting in Goma.                                      |                     | denied
  There was hardly a battle.                                          |                     | denied in other words
  Talks to end the fighting continued.                                |                     | the fighting is only spoken of
  They were ready for battle.                                         |                     | only spoken of
  Warplanes bombed a market in Idlib.                                 | air-strike -        | bombed
  The regime carried out 200 air strikes.                             | air-strike -        | carried out
  Troops backed by air strikes entered the town.                      |                     | only a means
  A drone hit a vehicle in Kabul.                                     | air-strike -        | a drone as subject
  Rockets hit the airport in Erbil.                                   | shelling -          | rockets as subject
  The army shelled a village near Goma.                               | shelling fardc      | shelled
  A car bomb exploded at a market in Baghdad.                         | bombing -           | a noun that happens
  An explosion rocked Baghdad.                                        | bombing -           | rocked
  Gunmen shot dead Karim Nasser in Baghdad.                           | killing -           | a person by name, nobody knows who did it
  Gunmen kidnapped 12 workers.                                        | abduction -         | kidnapped
  Police arrested four men.                                           | arrest              | arrested
  The fighters stormed the prison and freed its inmates.              | prison-break        | one break, not an attack as well
  The ministry released a statement.                                  |                     | a statement is no person
  Shops and banks were looted.                                        | looting -           | looted
  Residents protested in Goma.                                        | protest -           | protested
  The two sides agreed a ceasefire on Monday.                         | agreement -         | agreed
  The two sides agreed a trade deal on Monday.                        |                     | another deal
  The army deployed 2,000 troops to Goma.                             | deployment fardc    | troops
  Rebels could attack Goma.                                           |                     | possible
  Rebels planned to attack Goma.                                      |                     | planned
  If rebels attack Goma, people will flee.                            |                     | a condition
  The army repelled an attack on Goma.                                |                     | the control claim tells it
  A suicide bomber killed a policeman in Baghdad.                     | bombing             | not by aircraft
  Rockets were fired at the airport in Erbil.                         | shelling            | fired at
  Thousands have fled since the fighting began in Goma.               |                     | the fighting only dates the flight
  An old bridge was destroyed in Goma.                                | destruction         | what is built
  A Ukrainian drone hit an oil depot in Belgorod.                     | air-strike ukraine  | whose drone
  Goma was attacked in 2012.                                          |                     | background of a year
  The M23 mounted two heavy attacks on army posts near Goma.          | attack m23          | the noun of a verb that carries out
  The M23 targeted a telecom tower in Goma.                           | attack m23          | a tower is attacked too
  An attack on a bus near Goma killed nine people.                    | attack -            | a noun that kills
  Army jets have bombarded villages around Goma.                      | air-strike fardc    | by what flies
  A military helicopter shot at two villages near Goma.               | air-strike          | by what flies
  The Saudi-led coalition killed 40 men in air raids near Marib.                | air-strike saudi-led-coalition | who kills in raids raids
  Five M23 fighters were killed in raids near Goma.                   | attack fardc        | those killed do not raid, the other side does
  Gunmen targeted the home of a lawmaker in Goma.                     | attack -            | nobody knows who
  Talks on how to prevent attacks on Goma went on.                    |                     | only spoken of
  A drone launched by the M23 struck a market in Goma.                | air-strike m23      | who launched it
  Goma was hit by rockets on Friday.                                  | shelling -          | hit by a weapon
  The assault set off heavy clashes near Goma.                        | clash -             | set off
  Ten people were killed in a week of fighting.                       |                     | the cause of a toll
  The army fought with the M23 near Goma on Monday.                   | clash fardc         | with an enemy, at a place
  The men had fought in the war.                                      |                     | no fight of its own
  A chief who protested was killed.                                   |                     | one man is no protest
  Two suicide car bomb attacks struck police posts in Baghdad.        | bombing -           | what is before the attack
  The M23 fired mortars at an army base near Goma.                    | shelling m23        | weapons fired at something
  M23 rebels killed ten soldiers near Goma.                           | attack m23          | a group, a number, a place
  M23 rebels killed ten villagers near Goma.                          | killing m23         | civilians
  They welcomed the ceasefire agreement reached last week in Goma.    |                     | told of before
  No group has so far claimed the attacks in Goma.                    |                     | nobody did
  A heart attack killed the mayor of Goma on Tuesday.                 |                     | no fight
  A strike by teachers in Goma went on.                               |                     | no fight
  The minister launched an attack on the budget in Goma.              |                     | words attack too
  The M23 stormed the central prison in Goma and released inmates.    | prison-break m23    | released by force
  No group claimed responsibility for the attack in Goma.             |                     | nobody did
`,
);

const wheres = table(
  ["text", "wheres", "why"],
  `
  Clashes broke out in Goma, Bukavu and Uvira on Monday.               | clash Bukavu; clash Goma; clash Uvira   | each place of a list
  A car bomb exploded at a market in Baghdad.                          | bombing Baghdad            | a market is of the town
  The M23 attacked the airport in Goma.                                | attack Goma:site           | an airport is a site
  In Kharkiv, officials reported air strikes on Monday.                | air-strike Kharkiv         | the sentence opens with it
  In Odesa troops shelled a station where people waited for a train to Kyiv. | shelling Odesa:site  | "to" is no place of it
  Gunmen kidnapped a priest from Bukavu.                               | abduction Bukavu           | from where
  A suicide bomber struck in Baghdad on Monday. Islamic State claimed responsibility for the attack. | bombing Baghdad; bombing Baghdad | what was told before is claimed
  The army and the M23 fought in Goma. Street fighting in Goma went on. |                           | fighting inside a place is told by control
`,
);

for (const { text, wheres: expected, why } of wheres)
  test(`an incident is placed: "${text}" (${why})`, () => {
    const found = figuresOf("incident", text)
      .map((claim) => `${claim.type} ${placeText(claim)}`)
      .sort();
    assert.equal(found.join("; "), expected);
  });

test("those killed in clashes with somebody clashed with him", () => {
  const [claim] = figuresOf(
    "incident",
    "Ten M23 rebels were killed in clashes with the army near Goma on Monday.",
  );
  assert.deepEqual([claim?.actor?.id, claim?.recipient?.id], ["m23", "fardc"]);
});

for (const { text, incidents: expected, why } of incidents)
  test(`an incident is read: "${text}" (${why})`, () => {
    const full = `The war in the Democratic Republic of the Congo went on.\n\n${text}`;
    const setting = /Goma|M23/.test(text) ? full : text;
    const found = figuresOf("incident", setting).map(({ type, actor }) =>
      expected.includes(" ") ? `${type} ${actor?.id ?? "-"}` : type,
    );
    assert.equal(found.join("; "), expected);
  });
