import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { table } from "../../test/table.ts";
import type { CountryCode } from "../domain/ids.ts";
import { readGazetteer } from "../store/read-gazetteer.ts";
import type { ToponymMention } from "./types.ts";

const gazetteer = readGazetteer(join(import.meta.dirname, "../.."));

function found(text: string, country = ""): readonly ToponymMention[] {
  return gazetteer.findToponyms(text, { countries: country ? [country as CountryCode] : [] });
}

const guarded = table(
  ["country", "text", "word", "why"],
  `
  AF | Ismail Khan told reporters that talks went on. | Khan | a person's name
  AF | Commander Ahmad Massoud spoke at length. | Massoud | a person with a title
  US | Jordan Smith said that Jordan would stay. | Jordan | a person of the report
  GB | Nothing moved in March or in May. | March | a month
  GB | Nothing moved in March or in May. | May | a month
  US | Reading the order took an hour. | Reading | an ordinary word at the start
  US | Union leaders met the mayor. | Union | an ordinary word at the start
  US | Mobile phones were cut off. | Mobile | an ordinary word at the start
  SO | Al Shabaab denied it. | Shabaab | an organisation
  SY | Islamic State took the ridge. | State | an organisation
  UA | Kherson Times wrote of it. | Kherson | part of a paper's name
  LB | The Geneva Conventions forbid it. | Geneva | part of a treaty's name
  SD | General Abdel Fattah al-Burhan spoke. | Burhan | a person with a title
  IQ | The Shiite villages were spared. | Shiite | an adjective
  SS | The fund paid US$10,000 a household. | US | money
  QA | Tests by the DOH found nothing. | DOH | letters that stand for an office
  PH | The exercises under NATO went on. | NATO | letters that stand for an alliance
  US | He taught at the University of Aden for years. | University | an ordinary word before "of"
  US | The United States Department of Defense denied it. | United States | part of an office's name
  GB | The office for Food and Rural Affairs wrote to farms. | Affairs | an ordinary word after a capital
`,
);

test("persons, months, ordinary words and organisations are no places", () => {
  for (const { country, text, word, why } of guarded) {
    const at = text.indexOf(word);
    const taken = found(text, country).filter(
      (one) => one.role === "place" && one.start <= at && at < one.end,
    );
    assert.deepEqual(
      taken.map((one) => one.text),
      [],
      `${text} (${why})`,
    );
  }
});

const roles = table(
  ["text", "word", "role", "why"],
  `
  Kabul said the road was open. | Kabul | metonym | a capital that speaks
  It was Damascus that signed; Damascus denied the rest. | Damascus | place | no verb of speech follows at once
  Moscow accused its neighbour of shelling. | Moscow | metonym | a capital that accuses
  Shells fell on Kabul. | Kabul | place | a capital that is hit
  Syrian troops left. | Syrian | demonym | a people
  The Afghan army left. | Afghan | demonym | a people
  Fighting reached Sudan. | Sudan | place | a country
`,
);

test("a capital that speaks is an actor, a people is context, neither is the place of a claim", () => {
  for (const { text, word, role, why } of roles) {
    const mention = found(text).find((one) => one.start === text.indexOf(word));
    assert.equal(mention?.role, role, `${text} (${why})`);
  }
});

const resolved = table(
  ["country", "text", "name", "place", "why"],
  `
   | Tripoli was shelled, a Libyan officer said. | Tripoli | Tripoli, LY | the people named tells the country
   | Tripoli was tense, the Lebanese army said. | Tripoli | Tripoli, LB | the people named tells the country
   | Konna, in Mali's Mopti region, fell. | Konna | Konna, ML | inside the unit named
   | Sudan's army lost Tawila. | Tawila | Tawila, SD | a small place of the country of the text
   | The Ukrainian army left Bohdanivka and Ivanivske near Bakhmut in Donetsk region. | Ivanivske | Ivanivske, UA | a small place of the country of the text
  AF | Herat's Guzara district was retaken. | Guzara | Guzarah, AF | inside the owner named, under another spelling
  AF | Fighters entered Qandahar. | Qandahar | Kandahar, AF | by sound inside the country
  MM | Resistance forces took Namkham and Lwejel. | Namkham | Namhkam, MM | a press spelling
  SY | They took the villages of Latamneh and Kfar Zeita. | Kfar Zeita | Kafr Zita, SY | by edits inside the country
   | In Georgia, Russian tanks reached Gori. | Georgia | Georgia, GE | the country beside a Russian army
   | Atlanta, Georgia, was quiet. | Georgia | Georgia, US | the state that holds the city
   | Rebels in eastern Congo moved again. | Congo | Democratic Republic of the Congo, CD | the larger Congo, where nothing tells
   | Fighting spread in northern Côte d'Ivoire. | Côte | Ivory Coast, CI | a small d' before the capital
  YE | They shelled Mansoura and Crater in Aden. | Mansoura | al-Mansoura, YE | a quarter there before a city abroad
  YE | The joint forces pushed past Kilo 16. | Kilo | Kilo 16, YE | a name that ends in a number
  CD | Kibati and Nyanzale were calm. | Kibati | Kibati, CD | a village that the packages lack
`,
);

test("homonyms are told apart by the countries, units and spellings of the text", () => {
  for (const { country, text, name, place, why } of resolved) {
    const mention = found(text, country).find((one) => one.start === text.indexOf(name));
    assert.equal(`${mention?.place?.name}, ${mention?.place?.country}`, place, `${text} (${why})`);
  }
});

test("a name that is plainly a place's but not known is told with its level and the unit around it", () => {
  const text = "Looters came to the village of Gaabrik, in Gezira state, Sudan.";
  const mention = found(text).find((one) => one.text === "Gaabrik");
  assert.equal(mention?.role, "place");
  assert.equal(mention?.level, "village");
  assert.equal(mention?.place, undefined);
  assert.equal(mention?.inside?.name, "Gezira");
});

test("offsets are those of the text, and mentions stand in order and apart", () => {
  const text = "KABUL — “Herat’s” airport, Mazār-e Sharīf and Balkh’s Chimtal district; İzmir; Tel Aviv.";
  const mentions = found(text);
  assert.ok(mentions.length >= 5);
  mentions.forEach((one, i) => {
    assert.equal(text.slice(one.start, one.end), one.text);
    assert.ok(i === 0 || (mentions[i - 1]?.end ?? 0) <= one.start);
  });
});

test("a text without words, or of marks alone, names nothing", () => {
  for (const text of ["", " ", "\n\n", "…—“”", "12 345", "🙂🙂"]) assert.deepEqual(found(text), []);
});
