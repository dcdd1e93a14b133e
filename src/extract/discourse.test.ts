import assert from "node:assert/strict";
import { test } from "node:test";
import { table } from "../../test/table.ts";
import { controls } from "../../test/told.ts";

/** What words mean by what stands around them in the report, in our own words; each row was read wrong once. */
const cases = table(
  ["published", "text", "claims", "why"],
  `
  2016-12-08 | Aleppo, the country's largest city before the war, was captured by Syrian government troops. | gained syrian-government @ Aleppo | "before" opens no clause when a comma closes it
  2016-12-08 | Homs, whose old quarters burned when they last ruled it, was captured by Syrian government troops. | gained syrian-government @ Homs | a clause inside a closed insertion
  2021-04-05 | Mozambique's army regained control of Palma, the gas town in Cabo Delgado province that Islamist insurgents overran on 24 March. | gained is-mozambique @ Palma; gained mozambican-government @ Palma | a name needs no restrictive clause
  2015-07-23 | Coalition planes flew over the Anad air base, north of Aden, which remains under Houthi control. | holds houthis @ Al-Anad air base:site | what lies north of a place is not beside it
  2014-04-15 | Rebels captured Bentiu, a spokesman told reporters in Juba. An attack on the town had been repulsed on Monday, he said. | gained spla-io @ Bentiu; repelled sspdf @ Bentiu | where words are told
  2021-06-29 | "Mekelle is in our hands," a spokesman for the Tigray People's Liberation Front said.            | holds tplf @ Mekelle         | our hands are the speaker's
  2012-09-29 | Al-Shabaab withdrew from Kismayo, the last big town in their hands.                               | lost al-shabaab @ Kismayo    | what is left is held no more
  2021-10-31 | Tigrayan forces captured Dessie and Kombolcha. The government denied the loss of either.       | !lost ethiopian-government @ Dessie; !lost ethiopian-government @ Kombolcha; gained tplf @ Dessie; gained tplf @ Kombolcha | either is both
  2023-12-19 | In White Nile state Kosti came under RSF control on Monday night.                              | gained rsf @ Kosti           | a name behind a noun put first
  2015-03-25 | The Anad base near Aden was overrun by Houthi fighters. Al-Masirah, the Houthis' channel, reported its capture. | gained houthis @ Al-Anad:site | who tells is no place
  2013-03-24 | The Seleka rebels broke an agreement of January. On Friday it captured Damara.                  | gained seleka @ Damara       | it is whom the sentence before was about
  2021-07-04 | For two decades Panjwai in Afghanistan was cleared by foreign troops and abandoned.            | gained afghan-government @ Panjwai:district (history); lost - @ Panjwai:district (history) | what is told of years
  2023-01-25 | Ukraine's military conceded on Wednesday, two weeks after Russia claimed the town, that its troops had left Soledar. | lost ukraine @ Soledar | an insertion between who tells and his words
  2018-06-20 | The Saudi-led coalition declared on Wednesday that its forces had taken the airport of Hodeidah. | gained saudi-led-coalition @ Hodeidah:site | its forces are the teller's
  2011-08-20 | Libyan rebels captured Zliten. A spokesman said his troops fell back in Brega, losing part of the oil port to Gaddafi's forces. | gained gaddafi-forces > libyan-rebels @ Brega:site; gained libyan-rebels @ Zliten | the port is where the sentence plays
  2011-08-20 | Libyan rebels seized parts of the North African state.                                         |                              | a state told by where it lies
  2011-08-20 | Brega in Libya has repeatedly changed hands.                                                   |                              | often taken and retaken
  2009-05-31 | Capturing Mingora in Pakistan has been a goal of the army.                                     |                              | a gerund that is a subject is an aim
  1999-10-20 | It was not clear when the Angolan towns of Bailundo and Andulo changed hands.                  |                              | what is not clear is asked
  2023-10-27 | The Rapid Support Forces seized Nyala, the capital of South Darfur and the country's second-largest city. | gained rsf @ Nyala | the second half of a description
  2017-07-06 | Iraqi troops took the Makkawi quarter of Mosul.                                                 | gained iraqi-government @ Makkawi:area | a quarter is told by its own name
  2024-11-30 | Syrian rebels entered Aleppo and took the Salaheddine quarter.                                 | entered syrian-rebels @ Aleppo; gained syrian-rebels @ Salaheddin:area | a quarter is no province of its name
  1998-11-05 | Mitu in Colombia was calm. Soldiers retook the town of Mitu on the border which was overrun by the FARC on Sunday. | gained colombian-government @ Mitu; gained farc @ Mitu | a relative clause behind a nearer noun
  2023-12-19 | The army said it would not abandon Wad Madani.                                                 |                              | a refusal is no denied loss
  2015-07-22 | The air force bombed the hills to help soldiers recapture the port of Aden.                    | gained yemeni-government @ Aden:site (planned) | what one is helped to do is to come
  2021-08-20 | A film about the siege of Sarajevo opened in Herat.                                            |                              | a film tells no news
  2015-05-20 | Islamic State once held Ramadi in Iraq.                                                        |  | once is no more
  2016-08-11 | Militias seized the Islamic State's headquarters in Sirte, Libya.                              | gained - > islamic-state @ Sirte:site | nobody seizes what is his own
  2016-08-11 | Libyan pro-government forces captured the headquarters of Islamic State (IS) in Sirte.         | gained gna > islamic-state @ Sirte:site | whose a site is, and where
  2024-08-05 | A rebel army, the Myanmar National Democratic Alliance Army (MNDAA), took the 68th Brigade's base in Lashio. | gained mndaa @ Lashio:site | whom an apposition names
  2024-08-05 | Rebels rejoiced as an ethnic group, the Arakan Army (AA), captured Paletwa in Chin State. | gained arakan-army @ Paletwa | two commas between "as" and its verb
  2024-08-05 | The capture of Lashio by the MNDAA is the army's worst defeat since the coup in 2021.          | gained mndaa @ Lashio | what happened since then did not happen then
  2024-08-05 | Lashio in Shan State is the largest town to be captured by the MNDAA. | gained mndaa @ Lashio | the largest to be captured is captured
  2021-08-08 | Rwandan troops sent in July to help Mozambique's army fight jihadists said on Sunday they had captured Mocimboa da Praia. | gained rwandan-forces @ Mocimboa da Praia | who was sent is who speaks
  2021-08-08 | The Rwandan force said it had helped the Mozambican army retake Awasse.                         | gained mozambican-government @ Awasse | what one was helped to do is done
  2021-08-09 | The retaking of Mocimboa da Praia in Mozambique is a success for the 1,000-strong Rwandan force that landed last month. | gained mozambican-government @ Mocimboa da Praia | a relative clause dates its own
  2023-01-25 | Ukraine was calm. Melitopol, under Russian control since March, was calm, too.                 | holds russia @ Melitopol | what stands between commas is a state
  2022-07-03 | Kyiv retook Kupiansk on Friday.                                                                 | gained ukraine @ Kupiansk | a capital that takes is a government
  2015-05-20 | In Palmyra, Syria, people hid. A driver saw lorries leave in the direction of Homs. Islamic State entered the city. | entered islamic-state @ Palmyra | where lorries go is not where the report is
  2025-02-23 | The siege of El Obeid in Sudan was lifted on Sunday.                                            |  | a siege that ended
  2025-02-15 | M23 rebels entered Bukavu, residents said, after taking Kavumu.                                 | entered m23 @ Bukavu; gained m23 @ Kavumu | those who tell do not take
  2025-01-28 | Troops left Nyabibwe in North Kivu after M23 rebels seized the village of Lombaxa nearby.       | gained m23 @ Lombaxa; lost fardc @ Nyabibwe | the village of a name that nobody knows
  2024-12-08 | Syrian rebels took Hama a week earlier. Latakia remained in the hands of the Syrian army.       | gained syrian-rebels @ Hama; holds syrian-government @ Latakia | what remains does so now
  2023-09-20 | Nagorno-Karabakh's separatist authorities said Getavan was lost.                                | lost artsakh @ Getavan | who tells a loss has lost
  2011-08-06 | Al-Shabaab left Mogadishu, Somalia. Its pickups drove towards Afgooye and Balad. The stadium, its largest base, is empty. | lost al-shabaab @ Mogadishu; lost al-shabaab @ Mogadishu:site | where two roads go is not where the report is
  2015-10-01 | Afghan forces said they had retaken Kunduz. The Taliban denied this, saying its men still held the city. | gained afghan-government @ Kunduz; holds taliban @ Kunduz | who denies goes on saying
  2014-06-11 | Islamic State overran Tikrit in Iraq on Wednesday, a day after it seized Mosul. Samarra was still held by the army. | gained islamic-state @ Mosul; gained islamic-state @ Tikrit; holds iraqi-government @ Samarra | what is still held is held now
  1999-01-06 | Fighters of the Revolutionary United Front fought their way into Freetown.                       | entered ruf @ Freetown | a way fought into a town
  2022-03-03 | Russian troops captured the port of Kherson, the first big city to fall, Ukraine's interior ministry said. | gained russia @ Kherson | a port that is called a city
  2022-03-03 | Russian troops have captured Kherson in Ukraine. Moscow had claimed it on Wednesday.             | gained russia @ Kherson | what lay behind dates no lead
  2011-08-22 | Libyan rebels entered Tripoli on Sunday and by morning held most of the capital.                  | entered libyan-rebels @ Tripoli; holds libyan-rebels @ Tripoli | a time is no subject
  2013-06-05 | The Syrian army took Qusair. Hours later, Syrian rebels seized the Quneitra crossing.             | gained syrian-government @ Qusayr; gained syrian-rebels @ Quneitra crossing:crossing | hours later are no subject
  2020-10-17 | Azerbaijan's president announced the capture of Fizuli.                                          | gained azerbaijan @ Fuzuli | who announces has taken
  2020-10-17 | Azerbaijan and Armenia are at war. Hadrut had been taken, Baku said.                             | gained azerbaijan @ Hadrut | a state tells of its own
  2015-04-03 | Al Qaeda fighters stormed Mukalla in Yemen on Thursday. By Friday tribal gunmen had driven them out of the city. | entered al-qaeda @ Mukalla; lost al-qaeda @ Mukalla | tribal gunmen are nobody known
  1998-08-13 | Rebels backed by Rwandan and Ugandan troops captured Matadi in Congo.                            | gained rcd @ Matadi | those who back do not take
  1995-07-11 | Bosnian Serb forces overran Srebrenica, sending thousands of people fleeing.                     | gained bosnian-serbs @ Srebrenica | who is sent fleeing
  2008-08-11 | Russian troops are in Georgia. Georgia said Gori had been occupied.                              | holds - @ Gori | no state tells so of its own
  2024-01-12 | Ukraine's military pushed Russian troops back near Robotyne and repelled attacks around Avdiivka. | repelled ukraine > russia @ Robotyne; repelled ukraine @ Avdiivka | attacks around a town
  2012-11-20 | Two hundred Congolese soldiers left Goma on Monday to reinforce Sake.                            |  | some go, others stay
  2012-11-20 | The Congolese army left a garrison in Goma.                                                      |  | who leaves others there has not left
  2023-11-05 | The Rapid Support Forces took the army base in El Geneina, the capital of West Darfur.           | gained rsf @ El Geneina:site | the town of a site is not taken with it
  `,
);

for (const { published, text, claims, why } of cases) {
  test(`${why}: ${text}`, () => {
    assert.equal(controls(text, published), claims);
  });
}
