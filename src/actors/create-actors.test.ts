import assert from "node:assert/strict";
import { test } from "node:test";
import { table } from "../../test/table.ts";
import type { Day } from "../domain/day.ts";
import type { ActorId, CountryCode } from "../domain/ids.ts";
import { readActorFiles } from "../store/read-data.ts";
import { parseGroups, parseSituations } from "./actor-rows.ts";
import { createActors } from "./create-actors.ts";

const actors = createActors(readActorFiles());

const mentions = table(
  ["country", "on", "text", "mentions", "why"],
  `
  UA | 2022-09-11 | Ukrainian troops reached the river.                | Ukrainian troops=ukraine              | demonym and noun of forces
  UA | 2022-09-11 | Moscow's forces fell back from the bank.           | Moscow's forces=russia                | a capital that possesses forces
  UA | 2022-09-11 | The rebels, backed by Moscow, dug in.              | The rebels=pro-russian-separatists    | the only camp of the situation against the government
  UA | 2015-02-17 | Russian-backed rebels shelled the station.         | Russian-backed rebels=pro-russian-separatists | the backer is not the actor
  ML | 2023-11-14 | Malian soldiers and Wagner fighters drove in.      | Malian soldiers=mali-army, Wagner fighters=wagner | two actors in one subject
  SY | 2016-12-10 | The Syrian army took the old quarter.              | Syrian army=syrian-government         | the article before a name stays outside
  SY | 2025-01-05 | Government troops drove along the coast.           | Government troops=syrian-transitional-government | who governs depends on the day
  CD | 2025-01-27 | M23 took the airport; the group denied looting.    | M23=m23, the group=m23                | the group is the one named last
  SD | 2024-05-02 | The RSF shelled a camp; the army answered.         | RSF=rsf, the army=saf                 | the army is the country's
  SD | 2024-05-02 | Hemedti's men and Burhan's forces met again.       | Hemedti's men=rsf, Burhan's forces=saf | commanders stand for their forces
  NG | 2015-01-09 | It is not known what is left there.                |                                       | "is" is not the Islamic State
  IQ | 2014-06-12 | IS seized the refinery.                            | IS=islamic-state                      | capitals make it a name
  MM | 2023-11-01 | AA fighters entered the port.                      | AA fighters=arakan-army               | a short name in its own country
  FR | 2023-11-01 | AA fighters entered the port.                      | fighters=                             | the same letters elsewhere
  LY | 2020-06-05 | Forces loyal to General Haftar withdrew.           | Forces loyal to General Haftar=lna    | the words after the noun say whose
  LY | 2020-06-05 | A militia held the gate.                           |                                       | an indefinite militia is nobody known
  FR | 2020-06-05 | He lives in Ukraine.                               |                                       | a country after a preposition is a place
  FR | 2022-02-25 | Ukraine shot down a jet.                           | Ukraine=ukraine                       | a country that acts
  AF | 2021-06-01 | Anti-Taliban militias manned a post.               | Anti-Taliban militias=anti-taliban-militia | the enemy in a name is not the actor
  YE | 2018-06-14 | The Saudi-led coalition bombed the port; the coalition said so. | Saudi-led coalition=saudi-led-coalition, the coalition=saudi-led-coalition | a coalition
  SD | 2024-05-02 | The port is in government hands.                   | government=saf                        | a holder told by an adjective
  ML | 2013-01-22 | French and Malian troops drove in.                 | French=french-forces, Malian troops=mali-army | a noun for two peoples
  SO | 2015-09-06 | The Islamist group al-Shabaab left.                | Islamist group al-Shabaab=al-shabaab | a noun before the name
  SD | 2024-05-02 | He met Burhan. Police closed the road.             | Burhan=saf, Police=saf                | a noun of the next sentence is its own
  FR | 2024-10-02 | They fought in southern Lebanon.                   |                                       | a part of a country is a place
  SY | 2015-05-01 | Rebel-held districts were hit.                     | Rebel=syrian-rebels                   | a holder told by an adjective
  AZ | 2020-10-16 | The armed forces of Armenia shelled the town.      | The armed forces of Armenia=armenia    | whose army it is stands after it
  UA | 2022-09-10 | The defence ministry in Moscow said so.            | The defence ministry=russia           | a ministry in a foreign capital is that state's
  UA | 2022-09-10 | Ukrainian commanders said nothing.                 | Ukrainian commanders=ukraine          | commanders of a people are its army's
  YE | 2018-06-19 | Houthis left. Yemeni fighters backed by the UAE came. | Houthis=houthis, Yemeni fighters=, UAE=united-arab-emirates | the backer's camp is not the enemy's
  YE | 2018-06-19 | Houthis left; Emirati-backed fighters came.        | Houthis=houthis, fighters=            | the same with a hyphen
  CD | 2025-01-27 | The town was lost to fighters backed by Rwanda.    | fighters=m23, Rwanda=rwanda            | the group that leads the backer's camp
  NG | 2014-11-14 | The insurgents left.                               | The insurgents=boko-haram             | a group not yet parted is the only camp
  SO | 2022-09-14 | Insurgents left, and Macawisley men came.          | Insurgents=al-shabaab, Macawisley men=maawisley | one of the two main camps
  IQ | 2015-05-18 | Coalition aircraft bombed the bridge.              | Coalition aircraft=us-led-coalition   | the situation's only coalition
  YE | 2018-06-19 | The Saudi-led coalition spoke; coalition officers said so. | Saudi-led coalition=saudi-led-coalition, coalition officers=saudi-led-coalition | officers of a coalition
  LK | 2009-01-02 | The LTTE left; the rebels' administration fell.    | LTTE=ltte, the rebels' administration=ltte | rebels may have an administration
  IQ | 2017-07-06 | Islamic State shot at peshmerga; the group fled.   | Islamic State=islamic-state, peshmerga=peshmerga, the group=islamic-state | a militia beside it is not the group
  UA | 2022-09-10 | Foreign fighters left the town.                    | Foreign fighters=                     | foreigners may be on any side
`,
);

test("actors are found by name, by people and noun, and generic words by the report", () => {
  for (const row of mentions) {
    const context = { countries: [row.country as CountryCode], publishedOn: row.on as Day };
    const found = actors.findActors(row.text, context);
    const told = found.map((mention) => `${mention.text}=${mention.actor?.id ?? ""}`).join(", ");
    assert.equal(told, row.mentions, row.why);
    for (const mention of found) assert.equal(mention.text, row.text.slice(mention.start, mention.end));
  }
});

const camps = table(
  ["actor", "where", "on", "camp", "why"],
  `
  french-forces    | ML | 2013-01-20 | mali-government | the situation says with whom they fight there
  french-forces    | TD | 2012-01-01 | france          | elsewhere a state's forces are its camp
  pakistani-forces | AF | 2021-08-12 | pakistan        | in the situation's country, but no part of it
  wagner           | LY | 2020-01-10 | lna             | one group, another camp in each war
  wagner           | UA | 2023-01-10 | russia          | the same group
  m23              |    |            | m23             | without a place its own camp
  peshmerga        | IQ | 2017-10-16 | kurdistan-region | a short war between allies is asked before the long one
  some-new-group   | IQ | 2017-10-16 | some-new-group  | an unknown actor is its own camp
`,
);

test("the camp of an actor follows the situation of the place and day", () => {
  for (const { actor, where, on, camp, why } of camps) {
    const found = actors.campOf(
      actor as ActorId,
      (where || undefined) as CountryCode | undefined,
      (on || undefined) as Day | undefined,
    );
    assert.equal(found, camp, why);
  }
});

test("every actor that a situation names exists, and no id has two rows", () => {
  const files = readActorFiles();
  for (const situation of files.situations.flatMap(parseSituations)) {
    for (const camp of situation.camps) {
      const unknown = camp.actors.filter((id) => actors.actor(id) === undefined);
      assert.deepEqual(unknown, [], `${situation.id} ${camp.id}`);
    }
  }
  const ids = files.groups.flatMap(parseGroups).map((group) => group.actor.id);
  assert.equal(new Set(ids).size, ids.length);
});

test("at least 150 armed actors of many wars are known", () => {
  const rows = readActorFiles().groups.flatMap(parseGroups);
  const armed = rows.filter(({ actor }) => actor.kind === "armed-group" || actor.kind === "militia");
  assert.ok(armed.length >= 150, `only ${armed.length}`);
});

test("an id or a name alone gives its actor", () => {
  assert.equal(actors.byName("taliban")?.id, "taliban");
  assert.equal(actors.byName("Free Syrian Army")?.id, "syrian-rebels");
  assert.equal(actors.byName("nobody at all"), undefined);
});
