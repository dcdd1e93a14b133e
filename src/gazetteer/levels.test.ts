import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { table } from "../../test/table.ts";
import type { CountryCode } from "../domain/ids.ts";
import { readGazetteer } from "../store/read-gazetteer.ts";

const gazetteer = readGazetteer(join(import.meta.dirname, "../.."));

const sameName = table(
  ["country", "name", "sentence", "level"],
  `
  AF | Kunduz | Villages across Kunduz province were emptied before dawn. | province
  AF | Kunduz | Kunduz fell after a night of shelling. | city
  AF | Kunduz | The attackers entered Kunduz at noon. | city
  AF | Herat | The front now runs through the province of Herat. | province
  AF | Herat | Street fighting was heard inside Herat city. | city
  AF | Herat | The rebels seized Herat, a trader said. | city
  AF | Ghazni | Most of Ghazni province has changed hands since spring. | province
  AF | Ghazni | Residents of the city of Ghazni kept to their cellars. | city
  AF | Ghazni | The garrison gave up Ghazni without a shot. | city
  AF | Farah | The governor of Farah province left by helicopter. | province
  AF | Farah | They retook the town of Farah in two hours. | city
  AF | Farah | Farah fell after a night of shelling. | city
  AF | Kunduz | Aid reached Kunduz and Herat provinces only on foot. | province
  AF | Herat | Aid was cut to Kunduz and Herat, both under siege. | city
  SY | Aleppo | Villages across Aleppo governorate were emptied before dawn. | province
  SY | Aleppo | The attackers entered Aleppo at noon. | city
  SY | Aleppo | Street fighting was heard inside Aleppo city. | city
  SY | Homs | The front now runs through the governorate of Homs. | province
  SY | Homs | The rebels seized Homs, a trader said. | city
  SY | Homs | Residents of the city of Homs kept to their cellars. | city
  SY | Raqqa | Most of Raqqa governorate has changed hands since spring. | province
  SY | Raqqa | The garrison gave up Raqqa without a shot. | city
  SY | Raqqa | They retook the town of Raqqa in two hours. | city
  SY | Daraa | The governor of Daraa governorate left by helicopter. | province
  SY | Daraa | Daraa fell after a night of shelling. | city
  SY | Daraa | The attackers entered Daraa at noon. | city
  SY | Aleppo | Aid reached Aleppo and Homs governorates only on foot. | province
  SY | Homs | Aid was cut to Aleppo and Homs, both under siege. | city
  IQ | Basra | Villages across Basra province were emptied before dawn. | province
  IQ | Basra | Street fighting was heard inside Basra city. | city
  IQ | Basra | The rebels seized Basra, a trader said. | city
  IQ | Kirkuk | The front now runs through the province of Kirkuk. | province
  IQ | Kirkuk | Residents of the city of Kirkuk kept to their cellars. | city
  IQ | Kirkuk | The garrison gave up Kirkuk without a shot. | city
  IQ | Najaf | Most of Najaf province has changed hands since spring. | province
  IQ | Najaf | They retook the town of Najaf in two hours. | city
  IQ | Najaf | Najaf fell after a night of shelling. | city
  IQ | Basra | Aid reached Basra and Kirkuk provinces only on foot. | province
  IQ | Kirkuk | Aid was cut to Basra and Kirkuk, both under siege. | city
  UA | Kharkiv | The governor of Kharkiv oblast left by helicopter. | province
  UA | Kharkiv | The attackers entered Kharkiv at noon. | city
  UA | Kharkiv | Street fighting was heard inside Kharkiv city. | city
  UA | Kherson | Villages across Kherson oblast were emptied before dawn. | province
  UA | Kherson | The rebels seized Kherson, a trader said. | city
  UA | Kherson | Residents of the city of Kherson kept to their cellars. | city
  UA | Luhansk | The front now runs through the oblast of Luhansk. | province
  UA | Luhansk | The garrison gave up Luhansk without a shot. | city
  UA | Luhansk | They retook the town of Luhansk in two hours. | city
  UA | Sumy | Most of Sumy oblast has changed hands since spring. | province
  UA | Sumy | Sumy fell after a night of shelling. | city
  UA | Sumy | The attackers entered Sumy at noon. | city
  UA | Kharkiv | Aid reached Kharkiv and Kherson oblasts only on foot. | province
  UA | Kherson | Aid was cut to Kharkiv and Kherson, both under siege. | city
  YE | Taiz | The governor of Taiz governorate left by helicopter. | province
  YE | Taiz | Street fighting was heard inside Taiz city. | city
  YE | Taiz | The rebels seized Taiz, a trader said. | city
  YE | Marib | Villages across Marib governorate were emptied before dawn. | province
  YE | Marib | Residents of the city of Marib kept to their cellars. | city
  YE | Marib | The garrison gave up Marib without a shot. | city
  YE | Ibb | The front now runs through the governorate of Ibb. | province
  YE | Ibb | They retook the town of Ibb in two hours. | city
  YE | Ibb | Ibb fell after a night of shelling. | city
  YE | Taiz | Aid reached Taiz and Marib governorates only on foot. | province
  YE | Marib | Aid was cut to Taiz and Marib, both under siege. | city
  SD | Kassala | Most of Kassala state has changed hands since spring. | province
  SD | Kassala | The attackers entered Kassala at noon. | city
  SD | Kassala | Street fighting was heard inside Kassala city. | city
  SD | Sennar | The governor of Sennar state left by helicopter. | province
  SD | Sennar | The rebels seized Sennar, a trader said. | city
  SD | Sennar | Residents of the city of Sennar kept to their cellars. | city
  SD | Gedaref | Villages across Gedaref state were emptied before dawn. | province
  SD | Gedaref | The garrison gave up Gedaref without a shot. | city
  SD | Gedaref | They retook the town of Gedaref in two hours. | city
  SD | Kassala | Aid reached Kassala and Sennar states only on foot. | province
  SD | Sennar | Aid was cut to Kassala and Sennar, both under siege. | city
  ML | Gao | The front now runs through the region of Gao. | province
  ML | Gao | Gao fell after a night of shelling. | city
  ML | Gao | The attackers entered Gao at noon. | city
  ML | Kidal | Most of Kidal region has changed hands since spring. | province
  ML | Kidal | Street fighting was heard inside Kidal city. | city
  ML | Kidal | The rebels seized Kidal, a trader said. | city
  ML | Mopti | The governor of Mopti region left by helicopter. | province
  ML | Mopti | Residents of the city of Mopti kept to their cellars. | city
  ML | Mopti | The garrison gave up Mopti without a shot. | city
  ML | Gao | Aid reached Gao and Kidal regions only on foot. | province
  ML | Kidal | Aid was cut to Gao and Kidal, both under siege. | city
  NE | Diffa | Villages across Diffa region were emptied before dawn. | province
  NE | Diffa | They retook the town of Diffa in two hours. | city
  NE | Diffa | Diffa fell after a night of shelling. | city
  NE | Agadez | The front now runs through the region of Agadez. | province
  NE | Agadez | The attackers entered Agadez at noon. | city
  NE | Agadez | Street fighting was heard inside Agadez city. | city
  NE | Tillaberi | Most of Tillaberi region has changed hands since spring. | province
  NE | Tillaberi | The rebels seized Tillaberi, a trader said. | city
  NE | Tillaberi | Residents of the city of Tillaberi kept to their cellars. | city
  NE | Diffa | Aid reached Diffa and Agadez regions only on foot. | province
  NE | Agadez | Aid was cut to Diffa and Agadez, both under siege. | city
  MZ | Nampula | The governor of Nampula province left by helicopter. | province
  MZ | Nampula | The garrison gave up Nampula without a shot. | city
  MZ | Nampula | They retook the town of Nampula in two hours. | city
  MZ | Tete | Villages across Tete province were emptied before dawn. | province
  MZ | Tete | Tete fell after a night of shelling. | city
  MZ | Tete | The attackers entered Tete at noon. | city
  MZ | Nampula | Aid reached Nampula and Tete provinces only on foot. | province
  MZ | Tete | Aid was cut to Nampula and Tete, both under siege. | city
  MM | Sagaing | The front now runs through the region of Sagaing. | province
  MM | Sagaing | Street fighting was heard inside Sagaing city. | city
  MM | Sagaing | The rebels seized Sagaing, a trader said. | city
  MM | Magway | Most of Magway region has changed hands since spring. | province
  MM | Magway | Residents of the city of Magway kept to their cellars. | city
  MM | Magway | The garrison gave up Magway without a shot. | city
  MM | Sagaing | Aid reached Sagaing and Magway regions only on foot. | province
  MM | Magway | Aid was cut to Sagaing and Magway, both under siege. | city
  NG | Sokoto | The governor of Sokoto state left by helicopter. | province
  NG | Sokoto | They retook the town of Sokoto in two hours. | city
  NG | Sokoto | Sokoto fell after a night of shelling. | city
  NG | Katsina | Villages across Katsina state were emptied before dawn. | province
  NG | Katsina | The attackers entered Katsina at noon. | city
  NG | Katsina | Street fighting was heard inside Katsina city. | city
  NG | Kano | The front now runs through the state of Kano. | province
  NG | Kano | The rebels seized Kano, a trader said. | city
  NG | Kano | Residents of the city of Kano kept to their cellars. | city
  NG | Sokoto | Aid reached Sokoto and Katsina states only on foot. | province
  NG | Katsina | Aid was cut to Sokoto and Katsina, both under siege. | city
  LY | Sirte | Most of Sirte province has changed hands since spring. | province
  LY | Sirte | The garrison gave up Sirte without a shot. | city
  LY | Sirte | They retook the town of Sirte in two hours. | city
  LY | Derna | The governor of Derna province left by helicopter. | province
  LY | Derna | Derna fell after a night of shelling. | city
  LY | Derna | The attackers entered Derna at noon. | city
  LY | Sirte | Aid reached Sirte and Derna provinces only on foot. | province
  LY | Derna | Aid was cut to Sirte and Derna, both under siege. | city
  LB | Nabatieh | Villages across Nabatieh governorate were emptied before dawn. | province
  LB | Nabatieh | Street fighting was heard inside Nabatieh city. | city
  LB | Nabatieh | The rebels seized Nabatieh, a trader said. | city
`,
);

test("a city and a province of one name are told apart by the words beside it, over twelve countries and more", () => {
  assert.ok(sameName.length >= 120);
  const wrong = sameName.filter(({ country, name, sentence, level }) => {
    const mention = gazetteer
      .findToponyms(sentence, { countries: [country as CountryCode] })
      .find((one) => one.start === sentence.indexOf(name));
    const got = mention?.level === "town" || mention?.level === "village" ? "city" : mention?.level;
    return (
      got !== level ||
      mention?.place?.country !== country ||
      (level === "province") !== mention.place.id.startsWith("unit:")
    );
  });
  assert.deepEqual(wrong, []);
});

const cued = table(
  ["country", "sentence", "name", "level", "why"],
  `
  AF | The Taliban took Nijrab district and burnt its court. | Nijrab | district | the word after it
  AF | The districts of Paghman, Kalakan and Bagrami were lost. | Kalakan | district | the noun of the list
  AF | Of the districts, Qadis was the last to go. | Qadis | district | a small seat, in a text about districts
  AZ | His troops took Shusha, the fortress town on the hill. Villages in Shusha district burned. | Shusha | city | an apposition says that the town is meant
  SY | Warplanes struck western districts of Aleppo. Rebels seized Saraqib. | Saraqib | town | parts of a city are no districts
  AF | A district of Kunduz was lost. | Kunduz | province | what holds districts is the province
  AF | Several districts in Herat changed hands. | Herat | province | what holds districts is the province
  AF | They hold the districts of Ghazni. | Ghazni | province | the districts inside it
  AF | They took the district of Nerkh. | Nerkh | district | the district itself
  SD | Looters came to the village of Gaabo in Gezira state. | Gaabo | village | not known, but plainly a village
  SY | Shells hit the suburb of Jobar. | Jobar | area | a quarter
  AF | Rockets hit Kandahar airport twice. | Kandahar | site | the site's word belongs to the mention
  IQ | Guards fled the Abu Ghraib prison. | Abu Ghraib | site | a site of the table
  AF | The Kabul-Kandahar highway was cut. | Kabul | road | a named road
  AF | Trucks queue at the Islam Qala crossing. | Islam Qala | crossing | a named crossing
  AF | The provincial capital, Kandahar city, was shelled. | Kandahar | city | the word after it
  SD | North Darfur was cut off from the capital. | North Darfur | province | a unit without a town of the name
  ML | Konna, in Mopti region, fell on Thursday. | Konna | town | the town inside the unit
  PH | Clashes went on in Lanao del Sur. | Lanao del Sur | province | second-order units that are called provinces
  BF | The fighters roam Oudalan at will. | Oudalan | province | second-order units that are called provinces
  SO | The garrison left Doolow by road. | Doolow | town | a town of which the packages have the district alone
  UA | Robotyne was retaken. | Robotyne | village | a village of the front
  UA | Shyrokyne was retaken. | Shyrokyne | village | what the new list alone has counts as small
  SS | Fighters left Leer. | Leer | town | the seat of a state that is no more
  SS | Bentiu was flooded. | Bentiu | city | the seat of a state
  PS | Raids went on in the Nur Shams refugee camp. | Nur Shams | town | the camp's words belong to its name
  ML | Konna, in Mopti region, fell on Thursday. | Mopti | province | the region around it
`,
);

test("words beside a name tell its level", () => {
  for (const { country, sentence, name, level, why } of cued) {
    const mention = gazetteer
      .findToponyms(sentence, { countries: [country as CountryCode] })
      .find((one) => one.start === sentence.indexOf(name));
    assert.equal(mention?.level, level, `${sentence} (${why})`);
  }
});
