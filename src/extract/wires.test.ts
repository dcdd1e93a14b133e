import assert from "node:assert/strict";
import { test } from "node:test";
import { table } from "../../test/table.ts";
import { createActors } from "../actors/create-actors.ts";
import type { Claim, ControlClaim } from "../domain/claim.ts";
import { isLive } from "../domain/claim.ts";
import type { Day } from "../domain/day.ts";
import type { ReportId } from "../domain/ids.ts";
import { PACKAGE_FOLDER, readActorFiles, readLexicon } from "../store/read-data.ts";
import { readGazetteer } from "../store/read-gazetteer.ts";
import { createExtractor } from "./extract.ts";

const extract = createExtractor({
  gazetteer: readGazetteer(PACKAGE_FOLDER),
  actors: createActors(readActorFiles()),
  lexicon: readLexicon(),
});

/** Live control claims as "gained rsf > saf @ Nyala"; a level that is not a settlement follows the place, "!" marks a denial. */
function told(text: string, publishedOn: string): readonly string[] {
  const report = { id: "r_wire" as ReportId, text, publishedOn: publishedOn as Day };
  const { claims } = extract(report);
  return [...new Set(claims.filter(isControl).filter(isLive).map(short))].sort();
}

function isControl(claim: Claim): claim is ControlClaim {
  return claim.kind === "control";
}

function short(claim: ControlClaim): string {
  const { change, actor, place, stance } = claim;
  const level = place && !/^(?:city|town|village)$/.test(place.level) ? `:${place.level}` : "";
  return `${stance === "denied" ? "!" : ""}${change} ${actor?.id ?? "-"} @ ${place?.name ?? "-"}${level}`;
}

/** How wires of many wars say it, in our own words; each row was read wrong once, or guards a rule that was. */
const cases = table(
  ["published", "text", "claims", "why"],
  `
  2024-06-26 | The RSF has since taken over most of Khartoum.                                                  | gained rsf @ Khartoum        | "since" inside a verb group is an adverb
  2024-06-26 | The RSF took Nyala in October. It has also taken control of Zalingei.                           | gained rsf @ Nyala; gained rsf @ Zalingei | "it" is the group that acted last
  2025-01-28 | Fighters of the M23 movement entered Goma on Monday.                                            | entered m23 @ Goma           | members of a movement
  2025-01-28 | Sake, 25 km to the west of Goma, fell to the M23 rebels last Thursday.                          | gained m23 @ Sake            | an apposition between the town and its verb
  2023-10-27 | The Rapid Support Forces, which have fought the army since April, said they had seized Nyala.   | gained rsf @ Nyala           | "they" are the speaker, not the enemy of the relative clause
  2013-10-30 | The Congolese army retook Bunagana, a town on the Ugandan border, on Wednesday.                 | gained fardc @ Bunagana      | the army is the one that was named
  2015-05-18 | The government announced a new offensive to retake Anbar province.                              |                              | an offensive to retake is a plan
  2015-05-18 | Officials promised that Ramadi would be retaken within days.                                    |                              | a promise
  2025-10-26 | Capture of El Fasher would give the RSF all of Darfur.                                          |                              | a condition without an article
  2022-10-05 | The villages of Lyubymivka, Bilyaivka and Mala Oleksandrivka were liberated by Ukrainian troops. | gained ukraine @ Bilyayivka; gained ukraine @ Lyubymivka; gained ukraine @ Mala Oleksandrivka | names that the gazetteer lacks are places by their noun
  2022-10-05 | Russia still controls Kherson city, the regional capital.                                       | holds russia @ Kherson       | a state as holder
  2022-11-11 | Bakhmut is in Ukrainian hands.                                                                  | holds ukraine @ Bakhmut      | a demonym as holder
  2013-03-26 | Bangui's airport is held by French troops, who were sent to protect it in December.             | holds french-forces @ Bangui:site | the relative clause has a day of its own
  2012-10-02 | Al-Shabab announced that it had withdrawn from Kismayo.                                         | lost al-shabaab @ Kismayo    | "it" in the content of a statement
  2016-12-13 | A rebel official denied that Aleppo had fallen.                                                 | !gained syrian-government @ Aleppo | the content is what is denied
  2015-07-23 | An attempt to storm the Anad air base on Tuesday failed.                                        |                              | an attempt that failed
  2023-12-19 | The fall of Wad Medani has not been announced by either side.                                   |                              | not announced
  2024-12-06 | The government denied that its troops had pulled out of Homs.                                   | !lost syrian-government @ Homs | a denied loss
  2017-05-25 | Gunmen occupied a hospital in Marawi and burned a jail.                                         | gained - @ Marawi City:site       | a site carries its town
  2015-05-18 | The militants seized a large store of weapons in Ramadi.                                        |                              | weapons are no place
  2016-12-13 | Syrian government forces and allied militias captured Palmyra on Monday.                        | gained syrian-government @ Palmyra | "allied" is no verb
  2012-10-02 | Kenyan and Somali government troops moved into the centre of Kismayo on Tuesday.                | entered somali-government @ Kismayo | two peoples share a noun
  2023-10-27 | In El Fasher the army still holds its base.                                                     | holds saf @ El Fasher:site   | a place put first without a comma
  2021-04-05 | Mocimboa da Praia, a port in Mozambique, has been occupied by the insurgents since August.      | holds is-mozambique @ Mocimboa da Praia | occupied since: a state
  2014-03-19 | The rebels left Malakal. They will, however, retake the town soon, a rebel spokesman said.        | lost spla-io @ Malakal             | the commas around "however" part no verb
  2022-10-05 | He said the villages of Lyubymivka, Bilyaivka and Mala Oleksandrivka had been liberated by Ukrainian troops. | gained ukraine @ Bilyayivka; gained ukraine @ Lyubymivka; gained ukraine @ Mala Oleksandrivka | a list behind "said"
  2023-10-27 | The Rapid Support Forces that have been fighting Sudan's army for months said they had seized Nyala. | gained rsf @ Nyala         | a relative clause without commas
  2015-05-18 | The government had announced last month a new offensive to retake Anbar province.               |                              | "last" of a month is no ordinal
  2021-08-15 | The Taliban said that they do not intend to enter Kabul by force.                               |                              | a plan that is denied
  2020-02-25 | Syrian forces, supported by Russian air strikes, pressing north against the rebels, captured Kafranbel. | gained syrian-government @ Kafr Nabl | two participles between the subject and its verb
  2012-07-08 | "We took Rutshuru before noon," said Colonel Jean Mbarak of the M23 rebel movement.         | gained m23 @ Rutshuru        | a colonel of the rebels
  2012-07-08 | The mission said it had no information that the M23 rebels had entered Rutshuru.            |                              | what nobody knows of
  2018-06-19 | Houthi rebels captured the port city of Hodeidah, which has about 600,000 people, in late 2014. |                          | a day behind an insertion
  2021-05-26 | Reports that insurgents had captured Palma were false.                                      | !gained - @ Palma            | reports that were false
  2014-03-20 | The government of South Sudan denied reports alleging rebel forces had recaptured Malakal.   | !gained spla-io @ Malakal          | reports that are denied
  2014-10-31 | The South Sudanese army dismissed as false claims by rebels that they are in full control of Bentiu. |                     | whoever "they" are, it is refuted
  2016-10-24 | Iraqi forces were able to take back the town of Rutba.                                       | gained iraqi-government @ Rutba | able to: done
  2014-01-30 | Seleka fighters attacked Sibut, about 180 km (110 miles) north of Bangui, and took full control of the town. | gained seleka @ Sibut | a bracket opens no clause
  2009-01-02 | Tiger rebels captured Kilinochchi in Sri Lanka a decade ago.                                 |                              | decades are years
  2015-06-05 | Somali troops fought al-Shabaab near Baidoa. Residents said they had left Dinsoor.           |                              | residents speak of themselves
  2008-08-14 | Abkhazian separatist fighters drove Georgian troops out of the Kodori Gorge.                 | gained abkhazia @ Kodori Gorge:area | one separatist is not the other
  2021-08-06 | Forces from Ethiopia's Tigray region took control of Lalibela.                               | gained - @ Lalibela          | a region's forces are not the state's
  2017-03-12 | Islamic State controlled Mosul until October 2016.                                           |                              | what was held until a day
  2014-02-20 | A spokesman in South Sudan said gunmen had merely made a withdrawal from parts of Malakal.   | lost spla-io @ Malakal             | who withdrew is told, though not by name
  2024-11-30 | Insurgents entered Aleppo for the first time since 2016, when government forces retook the city. | entered - @ Aleppo        | since a year, when
  2017-07-09 | Iraqi troops recaptured the last district of Tal Afar held by Islamic State.                 | gained iraqi-government @ Tal Afar:district | who held it holds it no more
  2020-11-09 | The president said his army had captured Shusha.                                                | gained azerbaijan @ Shusha   | whose army it is
  2017-01-23 | Iraqi forces have taken complete control of the eastern bank of Mosul. | gained iraqi-government @ Mosul | "complete" before a noun is no verb, and a bank is part of a city
  2015-04-02 | The Houthi fighters had not yet advanced into Lahij. | | "yet" behind "not" joins no clauses
  2014-10-29 | Anti-government troops captured Nasir in South Sudan. | gained - @ Nasir | set against those whom the noun would mean
  2014-04-22 | Forces opposed to the government in Juba overran Bentiu. | gained - @ Bentiu | the same, told behind the noun
  2014-11-11 | Troops from the African Union Mission in Somalia (AMISOM) withdrew from Ragi Ele. | lost amisom @ Ragi Ele | the brackets say whose troops
  1996-11-05 | The rebels captured an outpost in eastern Zaire. | | no site hangs on a country
  2019-08-20 | A town in Idlib province that fell to the rebels on Monday was quiet. | | what fell is the town, which is not named
  2014-10-29 | South Sudan's rebel faction said its forces are in control of Bentiu. | holds - @ Bentiu | "its" forces are those of an unknown group
  2025-01-29 | The army's bases in Goma remain encircled. | besieged - @ Goma:site | "remain" and a participle tell a state
  2015-03-25 | Yemeni officers said their soldiers had been withdrawn from Lahij. | lost yemeni-government @ Lahij | those who are moved are those who leave
  2015-05-17 | Of the towns in the Iraqi west only Haditha and Rutba are still in government hands. | holds iraqi-government @ Haditha; holds iraqi-government @ Rutba | a phrase in front of the names
  2013-01-11 | The M23 movement said it had captured Rutshuru and that Goma too was in its hands. | gained m23 @ Rutshuru; holds m23 @ Goma | "its" hands
  2024-11-30 | If true, that would put the whole of Idlib province in their hands. | | "that would" is a pronoun and its verb
  2021-08-22 | Mali is cut in two. Still in army hands: Bamako, Mopti and Konna. | holds mali-army @ Bamako; holds mali-army @ Konna; holds mali-army @ Mopti | a list behind a colon
  2022-10-05 | Three towns – Kupiansk, Izium and Balakliya – were under Ukrainian control again. | holds ukraine @ Balakliia; holds ukraine @ Izium; holds ukraine @ Kupiansk | a list between dashes
  1997-03-16 | We can announce tonight the capture of Kindu, a rebel spokesman said. | gained afdl @ Kindu | what can be announced has happened
  2015-02-21 | Six towns, among them Bama and Gwoza, were recaptured by Nigerian troops. | gained nigerian-army @ Bama; gained nigerian-army @ Gwoza | "among them" opens a list
  2015-02-21 | The army said Gwoza is yet to be entered. | | "yet to" is not done
  2015-02-21 | The Nigerian town of Dikwa was captured by troops of Chad. | gained chadian-forces @ Dikwa | whose troops the country tells
  2024-11-30 | HTS fighters controlled more than half of Aleppo. | holds hts @ Aleppo | a measure before the part
  2025-01-28 | M23 fighters have been present in most neighbourhoods of Goma, witnesses said. | entered m23 @ Goma | present in a city's quarters
  2015-02-01 | The assault on Maiduguri was crushed by Nigerian soldiers. | repelled nigerian-army @ Maiduguri | an assault that was crushed
  2012-09-29 | Kenyan officers said mines had been cleared from the port of Kismayo. | | mines are weapons
  2011-03-30 | Pro-Gbagbo soldiers manned the port of San Pedro. | holds gbagbo-forces @ San-Pedro:site | who mans it holds it
  2012-11-20 | In Ivory Coast, Duekoue was still contested on Wednesday. | contested - @ Duekoue | told by the adjective
  2014-07-05 | The Ukrainian flag flew over Sloviansk on Saturday. | holds ukraine @ Sloviansk | whose flag flies has the place
  2014-10-07 | The black flag of Islamic State was raised over Kobane in Syria. | gained islamic-state @ Kobani | whose flag is raised takes it
  2014-10-07 | The Ukrainian flag was flown at half-mast over the stadium in Lyon. | | a flag where no war is
  2020-11-08 | Azerbaijan said it had retaken four districts: Jabrayil on Oct. 4, Fuzuli on Oct. 17, Zangilan on Oct. 20 and Gubadli on Oct. 25. | gained azerbaijan @ Fuzuli:district; gained azerbaijan @ Jabrayil:district; gained azerbaijan @ Gubadli:district; gained azerbaijan @ Zangilan:district | the members of a plural of districts
  2015-05-20 | Syrian soldiers remained only in the prison in Palmyra. | holds syrian-government @ Palmyra:site | who remains has it still
  2025-03-21 | The army broke the siege of El Obeid in February. | | a siege that is broken
  2015-05-17 | Islamic State fighters overran the last pockets held by Iraqi soldiers in Ramadi. | gained islamic-state @ Ramadi | pockets of the place behind "in"
  2012-09-29 | Ethiopian troops took the Somali town of Beledweyne, together with the villages of Halgan and Jalalaqsi. | gained ethiopian-government @ Beledweyne; gained ethiopian-government @ Halgan; gained ethiopian-government @ Jalalaqsi | "together with" goes on with the list
  2021-10-31 | Tigrayan fighters said they were "firmly in control" of Kombolcha. | holds tplf @ Kombolcha | a quotation mark before "of"
  2013-03-24 | President Francois Bozize fled Bangui on Sunday. | | a president is no force
  2014-07-05 | Kramatorsk airfield was never lost by Ukrainian troops. | holds ukraine @ Kramatorsk:site | what was never lost is held
  2021-06-29 | Amhara officials in Ethiopia said the state would never give up Humera. | | a vow is no holding
  2011-03-30 | Ivory Coast is at war. On the western axis Soubre, 130 km from San Pedro, fell to the Republican Forces. | gained forces-nouvelles @ Soubre | a phrase and an apposition around the name
  2012-11-20 | Goma airport, which peacekeepers share, had come under the control of the M23. | gained m23 @ Goma airport:site | a verb at the end of a relative clause
  2024-11-30 | A war monitor based in Britain, which watches Syria, said HTS and its allies controlled Aleppo. | holds hts @ Aleppo | "based" describes, and "its allies" go on with the subject
  2021-10-31 | Severe fighting was under way in Dessie, a spokesman in Addis Ababa said. | contested - @ Dessie | fighting in a town that goes on
  2014-04-15 | Malakal in South Sudan is at present held by the government. | holds south-sudan-government @ Malakal | two words that are one adverb
  2023-01-25 | Ukraine's general staff reported attacks repelled near Bakhmut and Lyman. | repelled ukraine @ Bakhmut; repelled ukraine @ Lyman | a participle behind "reported"
  2023-11-13 | Myanmar is at war. The spokesman of the junta admitted that Chinshwehaw was no longer under control. | lost myanmar-military @ Chinshwehaw | whose control, nobody says
  2015-05-17 | Syrian soldiers have been surrounded in Palmyra since Monday. | besieged - @ Palmyra | soldiers who are surrounded
  2023-11-13 | In Chin state the Chin Liberation Army stormed Rihkhawdar in Myanmar. | entered - @ Rihkhawdar | an armed group by its own name
  2024-01-05 | Street vendors were trapped in Khartoum for days. | | civilians who are trapped
  2011-03-29 | Rebels in Ivory Coast seized Daloa from Gbagbo's troops. They also took Duekoue. | gained forces-nouvelles @ Daloa; gained forces-nouvelles @ Duekoue | "they" are who took, not from whom
  2014-11-13 | Mubi in Nigeria was the biggest town under the group's control. | | what it was, not whose it is
  2011-03-29 | The rebels of Ivory Coast have this week opened two fronts, seizing Bondoukou in the east and Daloa in the west. | gained forces-nouvelles @ Bondoukou; gained forces-nouvelles @ Daloa | a day between "have" and its verb
  1997-03-16 | Kisangani in Zaire was calm and in rebel hands Sunday. | holds afdl @ Kisangani | "hands" is no verb before a day
  2006-11-26 | A rebel leader in Chad said his forces had withdrawn from Abeche. | lost - @ Abeche | his forces are not the state's
  2006-11-26 | Chad is at war. Abeche, about 700 km east of N'Djamena, and the nearby town of Biltine were captured by rebels. | gained chadian-rebels @ Abeche; gained chadian-rebels @ Biltine | a distance between two members
  1997-03-16 | Kisangani, Zaire's third-largest city and the last major outpost of the army in the east, fell to rebels. | gained afdl @ Kisangani | told of the city again
  2000-05-18 | Ethiopian troops captured Barentu, taking full control of the western front. | gained ethiopian-government @ Barentu | control of what is told
  2000-05-19 | Fighting went on at Barentu. The government in Asmara said its troops had withdrawn. | lost eritrea @ Barentu | where the government sits is not where its troops were
  2022-10-05 | Marines hoisted a Ukrainian flag above Davydiv Brid. | gained ukraine @ Davydiv Brid | a flag above a village
  2023-11-13 | On the border with India the Chin Liberation Army in Myanmar stormed Rihkhawdar. | entered - @ Rihkhawdar | a phrase without a comma in front of the subject
  2020-10-17 | As a result of the operation of Azerbaijan's army the town of Fuzuli was liberated. | gained azerbaijan @ Fuzuli | the same, with an article
  2021-08-08 | The provincial centres of Kunduz and Takhar in Afghanistan fell to the Taliban. | gained taliban @ Kunduz; gained taliban @ Taloqan | the seats of the units that are named
  2025-01-28 | The road from Goma was open, with M23 checkpoints at Kibumba and Rugari. | holds m23 @ Kibumba; holds m23 @ Rugari | whose checkpoints stand there
  2025-01-28 | Gunmen attacked M23 checkpoints at Kibumba, north of Goma. | | checkpoints that are attacked
  2018-06-20 | Both Durayhimi and Tuhayta in Yemen are claimed by either side. | contested - @ Al-Tuhayta; contested - @ Durayhimi | claimed by both
  2023-01-25 | In Ukraine, Russian units were advancing inside Bakhmut. | entered russia @ Bakhmut | advancing inside
  2014-11-14 | Nigerian officers said Mubi was free again. | gained - @ Mubi | free, and nothing more
  2014-11-14 | Entry to the fair in Yola was free on Sunday. | | nothing to pay
  2024-08-05 | Darfur is at war. Nyala is still the RSF's. | holds rsf @ Nyala | whose it is still
  2012-09-29 | The Kenyan base in Kismayo was empty on Sunday. | lost kenyan-forces @ Kismayo:site | a base that is empty
  2012-09-29 | The streets of Kismayo were empty on Sunday. | | streets that are empty
  2023-05-01 | The Indian flag flew over the stadium in Paris at the Olympic Games. | | flags of all peoples
  2023-05-01 | Soldiers were deployed in the streets of Paris before the march. | | what the report itself tells of guards
  2014-09-08 | Nigerian warplanes bombed the militants after they stormed Bama. | entered - @ Bama | one or the other
  2011-03-29 | "We could not keep Daloa," a soldier in Ivory Coast said. | | what could not be kept is not held
  2006-11-26 | "We still control Biltine," said Yaya Djerou, a commander in Chad. | holds chadian-forces @ Biltine | "we" of a commander
  2016-12-12 | A rebel official in Syria acknowledged the loss of Aleppo. | lost syrian-rebels @ Aleppo | who admits a loss has lost
  2023-12-19 | The Rapid Support Forces (RSF) announced that they had taken Nyala. | gained rsf @ Nyala | a short name in brackets before the verb
  2012-09-29 | Kenya's army left its base in Somalia. Its spokesman said Kismayo was under its control. | holds kenyan-forces @ Kismayo | "its" in the words of its spokesman
  2015-05-21 | Islamic State fighters tightened their grip on Palmyra in Syria. | holds islamic-state @ Palmyra | who tightens his grip has it
  2009-01-03 | Kilinochchi in Sri Lanka has been under Tiger control for years. | holds - @ Kilinochchi | a name that the actors lack is not the state's
  2009-01-03 | The president called the army's capture of Kilinochchi in Sri Lanka a victory. | gained sri-lankan-army @ Kilinochchi | "called it" is no call for it
  2008-08-23 | Georgian forces are back in control in Gori. | holds georgia @ Gori | in control in
  2017-05-29 | Philippine forces control Marawi, except for some areas where the gunmen hold out. | holds philippine-government @ Marawi City | where others hold
  2012-04-03 | Rebels in Mali took three towns. Kidal on Friday, Gao on Saturday, Timbuktu on Sunday: it went fast. | gained northern-rebels @ Gao; gained northern-rebels @ Kidal; gained northern-rebels @ Timbuktu | names and days alone, of what was told before
  2021-06-21 | Five districts in Afghanistan have passed to the Taliban. Chal and Yangi Qala went over the weekend; so did Ishkamish. | gained taliban @ Chal:district; gained taliban @ Ishkamish:district; gained taliban @ Yangi Qalah:district | names that follow a number of places
  2012-04-03 | Markets in Mali opened again: Kidal on Friday, Gao on Saturday. | | nothing was taken before
  `,
);

for (const { published, text, claims, why } of cases) {
  test(`${why}: ${text}`, () => {
    const wanted = claims === "" ? [] : claims.split(";").map((claim) => claim.trim());
    assert.deepEqual(told(text, published), [...wanted].sort());
  });
}
