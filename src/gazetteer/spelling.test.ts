import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { table } from "../../test/table.ts";
import type { CountryCode } from "../domain/ids.ts";
import { readGazetteer } from "../store/read-gazetteer.ts";
import { nameKey } from "./fold.ts";
import type { Place } from "./types.ts";

const gazetteer = readGazetteer(join(import.meta.dirname, "../.."));

const spellings = table(
  ["country", "place", "written"],
  `
  AF | Lashkar Gah | Lashkargah, Lashkar-Gah, Lashkergah, Lashkar Gaah
  AF | Qala-e Naw | Qala-i-Naw, Qala e Now, Qalat-e Naw, Qala-e-Nau, Qala-i-Now, Qal'a-e-Naw
  AF | Mazar-e Sharif | Mazar-i-Sharif, Mazar-e-Sharif, Mazar e Sharif, Mazari Sharif, Mazare Sharif
  AF | Sheberghan | Shiberghan, Shebargan, Sheberghān, Shibarghan
  AF | Pul-e Khumri | Pul-i-Khumri, Puli Khumri, Pol-e Khomri, Pul-e-Khumri, Pole Khumri
  AF | Maymana | Maimana, Maimanah, Meymaneh, Maymanah
  AF | Taloqan | Taluqan, Taleqan, Taloqaan, Talukan
  AF | Tarin Kot | Tarinkot, Tirin Kot, Tarin Kowt, Tareen Kot, Terin Kot
  AF | Firozkoh | Feroz Koh, Chaghcharan, Firuzkoh, Ferozkoh
  AF | Mehtarlam | Mihtarlam, Mehtar Lam, Mehterlam, Mehtarlaam
  AF | Sharana | Sharan
  AF | Maidan Shahr | Maidan Shar, Maydan Shahr, Maidanshahr
  AF | Spin Boldak | Spin Buldak, Spinboldak, Spin-Boldak
  AF | Gereshk | Girishk, Geresk, Grishk
  SY | Deir ez-Zor | Deir al-Zor, Deir Ezzor, Deir ez-Zour, Dayr az-Zawr, Deir Azzour, Deir al Zour
  SY | Hasakah | Hasaka, Hassakeh, al-Hasakah, Hasakeh, al-Hassaka, Al Hasaka
  SY | Qamishli | Qamishlo, Kamishli, al-Qamishli, Qameshli, Qamishly
  SY | Sweida | Suweida, Suwayda, as-Suwayda, Swaida, Suwaida
  SY | Daraa | Deraa, Dara'a, Dar'a, Dera'a
  SY | Maarat al-Numan | Maaret al-Numan, Maarrat al-Nu'man, Ma'arat an-Numan, Maarat Numan, Maarat al-Nuaman
  SY | Jisr al-Shughour | Jisr ash-Shughur, Jisr al-Shughur, Jisr al Shoghour, Jisr ash-Shughour
  SY | Albu Kamal | Abu Kamal, al-Bukamal, Bukamal, Albukamal, Boukamal
  SY | Tabqa | al-Tabqa, Tabqah, al-Thawra, Tabka
  SY | Palmyra | Tadmur, Tadmor
  SY | Khan Sheikhoun | Khan Shaykhun, Khan Sheikhun, Khan Shaikhoun, Khan Shaykhoun
  SY | Saraqib | Saraqeb, Saraqueb, Sarakib
  SY | Manbij | Membij, Minbij, Manbej
  SY | Kobani | Kobane, Ayn al-Arab, Ain al-Arab, Kobanî
  SY | Sukhna | Sukhnah, al-Sukhna, as-Sukhnah, Sukhneh
  SY | Tal Abyad | Tel Abyad, Tell Abyad, Tal Abyadh
  SY | Kafr Nabl | Kafranbel, Kfar Nabl, Kafr Nabel
  SY | Douma | Duma
  IQ | Fallujah | Falluja, al-Fallujah, Faluja, Fallouja
  IQ | Ramadi | ar-Ramadi, al-Ramadi, Ramady
  IQ | Tal Afar | Tel Afar, Tall Afar, Telafar, Tal-Afar
  IQ | Baiji | Bayji, Beiji, Baijee
  IQ | Baquba | Ba'quba, Baqubah, Baqouba, Ba'qubah
  IQ | Al-Qaim | al-Qa'im, Qaim, al-Qaem
  IQ | Hawija | Hawijah, al-Hawija, Haweeja
  IQ | Qayyarah | Qayyara, Qayara, Gayara, al-Qayyarah
  IQ | Sulaymaniyah | Sulaimaniya, Suleimaniya, Slemani, Sulaimaniyah
  IQ | Tuz Khurmatu | Tuz Khormato, Tuz Khurmato, Tuzkhurmatu, Tuz
  IQ | Samarra | Samara, Samarraa
  IQ | Sinjar | Shingal, Shengal, Sindjar
  UA | Kyiv | Kiev, Kyyiv
  UA | Kharkiv | Kharkov, Harkiv
  UA | Odesa | Odessa
  UA | Sievierodonetsk | Severodonetsk, Sieverodonetsk, Syevyerodonetsk
  UA | Lysychansk | Lisichansk, Lysichansk, Lysychans'k
  UA | Avdiivka | Avdeevka, Avdeyevka, Avdiyivka
  UA | Sloviansk | Slovyansk, Slavyansk, Slaviansk
  UA | Kostiantynivka | Konstantinovka, Kostiantinivka
  UA | Zaporizhzhia | Zaporizhia, Zaporozhye, Zaporizhzhya
  UA | Huliaipole | Gulyaipole, Hulyaipole, Huliaypole
  UA | Bakhmut | Artemivsk, Artyomovsk, Artemovsk
  UA | Izium | Izyum, Izum
  UA | Kupiansk | Kupyansk, Kupiyansk
  UA | Balakliia | Balakliya, Balakleya, Balaklia
  UA | Berdiansk | Berdyansk, Berdians'k
  SD | El Fasher | al-Fashir, El-Fasher, Al Fasher, al-Fasher, El Fashir
  SD | El Geneina | Geneina, al-Junaynah, El-Geneina, al-Geneina, Al Junaina
  SD | El Obeid | al-Obeid, El-Obeid, al-Ubayyid, Al Obeid
  SD | Wad Medani | Wad Madani, Medani, Wad-Medani, Wad Madany
  SD | El Daein | Ed Daein, al-Daein, Ad Du'ayn, El-Daein
  SD | Zalingei | Zalinge, Zalengei, Zalinjay
  SD | Gedaref | Gadarif, al-Qadarif, Gadaref, El Gedaref
  SD | Damazin | Ed Damazin, ad-Damazin, al-Damazin
  SD | El Nahud | En Nahud, an-Nuhud, Nahud, al-Nahud
  SD | Kadugli | Kaduqli, Kadogli
  SD | Singa | Sinja, Sinjah
  SD | Umm Rawaba | Um Rawaba, Umm Ruwaba, Um Ruwaba
  SS | Malakal | Malakaal
  SS | Bentiu | Bentyu
  SS | Pibor | Pibor Post
  SS | Rubkona | Rubkuai
  ET | Mekelle | Mekele, Mek'ele, Makalle
  ET | Woldia | Weldiya, Weldia, Woldiya
  ET | Dessie | Dese, Desse
  ET | Gondar | Gonder
  ET | Shire | Inda Selassie, Endaselassie, Shire Endaselassie
  ET | Alamata | Alamatta
  ET | Humera | Humara, Setit Humera
  ET | Mai Kadra | Mai-Kadra, Maikadra, May Kadra
  CD | Kitchanga | Kitshanga, Kichanga
  CD | Mongbwalu | Mongwalu, Mangbwalu
  CD | Kanyabayonga | Kanya Bayonga
  CD | Masisi | Masisi Centre
  CD | Bunagana | Bunaganna
  CD | Rutshuru | Rutchuru
  MM | Laukkai | Laukkaing, Laogai, Laukai
  MM | Naypyidaw | Nay Pyi Taw, Naypyitaw, Naypyidaw city
  MM | Myawaddy | Myawadi, Myawady
  MM | Hpakant | Phakant, Hpakan
  MM | Kyaukphyu | Kyaukpyu, Kyauk Phyu
  MM | Ponnagyun | Ponna Kyun
  MM | Kengtung | Kyaing Tong
  MM | Nawnghkio | Naungcho, Nawngkhio
  MM | Namhkam | Namkham, Nanhkan
  YE | Hodeidah | Hodeida, al-Hudaydah, Hudaydah, Al Hodeidah, Hudaida
  YE | Taiz | Taizz, Ta'iz, Ta'izz
  YE | Marib | Ma'rib, Maarib, Mareb
  YE | Saada | Sa'ada, Sa'dah, Sadah, Saadah
  YE | Sanaa | Sana'a, San'a
  YE | Dhale | al-Dhale, Dhalea, Ad Dali
  YE | Lawdar | Lodar, Loder, Lowdar
  YE | Mukalla | al-Mukalla, Al Mukallah
  YE | Zinjibar | Zanjibar, Zinjubar
  LY | Misrata | Misratah, Misurata
  LY | Sirte | Sirt, Surt
  LY | Benghazi | Bengazi, Banghazi
  LY | Ajdabiya | Ajdabia, Ajdabiyah
  LY | Tarhuna | Tarhouna, Tarhunah
  LY | Gharyan | Gharian, Garian
  LY | Zawiya | Zawiyah, al-Zawiya, Zawia
  LY | Zuwara | Zuwarah, Zuara, Zwara
  LY | Bani Walid | Beni Walid, Bani Waleed
  LY | Brega | Marsa el Brega, al-Burayqah, Mersa Brega
  LY | Tawergha | Tawargha, Taworgha
  ML | Timbuktu | Tombouctou, Timbuctoo
  ML | Sevare | Sévaré
  ML | Menaka | Ménaka
  ML | Aguelhok | Aguelhoc, Aguel'hoc
  ML | Segou | Ségou
  ML | Tinzaouaten | Tin-Zaouatene, Tinzaouatene, Tinzawaten
  ML | Gao | Gaô
  BF | Djibo | Djibô
  BF | Arbinda | Aribinda
  BF | Barsalogho | Barsalgho, Barsalogo
  BF | Fada N'Gourma | Fada Ngourma, Fada, Fada-Ngourma
  NE | Tillaberi | Tillabery, Tillabéri
  NE | N'Guigmi | Nguigmi
  NE | Tera | Téra
  NG | Maiduguri | Maidugari
  NG | Gwoza | Gwozah
  NG | Malam Fatori | Mallam Fatori, Malumfatori
  NG | Jibia | Jibiya
  NG | Benisheikh | Beneshek, Benisheik
  SO | Beledweyne | Beledweyn, Baladweyne, Belet Weyne, Beletweyne, Beledwayne
  SO | Bulo Burde | Buloburde, Buulobarde, Bulo Burte
  SO | Galkayo | Galkacyo, Gaalkacyo, Galkaio
  SO | Las Anod | Laascaanood, Lasanod, Las Anood
  SO | Dhusamareb | Dhusamareeb, Dusamareb, Dhuusamarreeb
  SO | Haradhere | Harardhere, Xarardheere, Haradheere
  SO | Bardhere | Baardheere, Bardera
  SO | Kismayo | Kismayu, Kismaayo, Chisimayu
  SO | Baraawe | Barawe, Brava, Barawa
  SO | Beled Hawo | Bula Hawo, Beled-Hawo, Belet Hawo
  MZ | Mocimboa da Praia | Mocímboa da Praia, Mocimboa
  MZ | Muidumbe | Muidumbi
  CF | Kaga-Bandoro | Kaga Bandoro
  CF | Ndele | Ndélé
  CF | Bambari | Bambary
  PK | Miranshah | Miran Shah, Miramshah, Miram Shah
  PK | Datta Khel | Dattakhel
  PK | Landi Kotal | Landikotal
  AZ | Stepanakert | Khankendi, Xankendi
  AZ | Shusha | Shushi
  AZ | Kalbajar | Kelbajar, Karvachar, Kelbadjar
  AZ | Fuzuli | Fizuli
  AZ | Aghdam | Agdam
  LB | Bint Jbeil | Bent Jbeil, Bint Jubayl, Bint Jbail
  LB | Aita al-Shaab | Ayta ash-Shaab, Aita ash Shaab
  LB | Marjayoun | Marjeyoun, Marj Uyun
  PS | Khan Younis | Khan Yunis, Khan Yunus, Khan Younes
  PS | Jabalia camp | Jabaliya camp, Jabalia refugee camp
  PS | Deir al-Balah | Deir el-Balah, Deir el Balah
  LK | Mullaitivu | Mullaittivu, Mullaithivu
  LK | Kilinochchi | Killinochchi, Kilinochi
  LK | Puthukkudiyiruppu | Puthukudiyiruppu
  TD | Adre | Adré
  TD | Bol | Bôl
  HT | Petion-Ville | Pétionville, Pétion-Ville, Petionville
  HT | Cite Soleil | Cité Soleil, Cité-Soleil
  GE | Tskhinvali | Tskhinval
  GE | Akhalgori | Leningor
  CM | Kousseri | Kusseri
  CM | Mora | Morra
  IN | Srinagar | Shrinagar
  IN | Shopian | Shupiyan, Shopiyan
`,
);

const SETTLED = new Set(["city", "town", "village", "area"]);

function settlement(name: string, country: string): Place | undefined {
  const found = gazetteer.candidates(name, { countries: [country as CountryCode] });
  return found.find(({ place }) => place.country === country && SETTLED.has(place.level))?.place;
}

test("three hundred press spellings over a dozen wars find their place and no other", () => {
  const cases = spellings.flatMap(({ country, place, written }) =>
    written.split(", ").map((text) => ({ country, place, text })),
  );
  assert.ok(cases.length >= 300);
  const wrong = cases.filter(({ country, place, text }) => {
    const meant = settlement(place, country);
    return !meant || nameKey(meant.name) !== nameKey(place) || settlement(text, country)?.id !== meant.id;
  });
  assert.deepEqual(wrong, []);
});

const strangers = table(
  ["country", "written", "why"],
  `
  SY | Latamport | no Syrian place sounds so
  AF | Springfield | a name of another country
  UA | Manchester | a name of another country
  SD | Brandtville | no Sudanese place sounds so
  PK | Marwan | another consonant is another place
  ML | Wolverton | no Malian place sounds so
  YE | Karlstadt | no Yemeni place sounds so
  IQ | Montpellier | no Iraqi place sounds so
`,
);

test("a name that nothing in the country resembles finds nothing there", () => {
  for (const { country, written, why } of strangers)
    assert.equal(settlement(written, country), undefined, why);
});
