import assert from "node:assert/strict";
import { test } from "node:test";
import { table } from "../../test/table.ts";
import type { Day } from "../domain/day.ts";
import type { CountryCode } from "../domain/ids.ts";
import { readActorFiles } from "../store/read-data.ts";
import { createActors } from "./create-actors.ts";

const actors = createActors(readActorFiles());

/** Own sentences on the wars of thirty years, with the names, adjectives and leaders by which the press calls who fights. */
const wars = table(
  ["country", "on", "text", "mentions"],
  `
  TD | 2006-04-13 | FUC rebels entered the capital. | FUC rebels=fuc
  TD | 2008-02-02 | Chadian rebels entered the capital; the rebels held the square. | Chadian rebels=chadian-rebels, the rebels=chadian-rebels
  TD | 2008-02-02 | UFDD fighters left, and forces loyal to President Deby came. | UFDD fighters=ufdd, forces loyal to President Deby=chadian-forces
  LR | 2003-07-19 | LURD rebels shelled the port; MODEL took Buchanan. Taylor's men fled. | LURD rebels=lurd, MODEL=model-liberia, Taylor's men=liberian-forces
  LR | 1990-07-02 | Charles Taylor's rebels took the port. | Charles Taylor's rebels=npfl
  HR | 1995-05-01 | Krajina Serbs shelled Zagreb. Serb fighters left Okucani as Croatian troops came. | Krajina Serbs=krajina-serbs, Serb fighters=krajina-serbs, Croatian troops=croatian-forces
  HR | 1995-08-05 | Rebel Serbs fled, and the Croatian army took Knin. | Rebel Serbs=krajina-serbs, Croatian army=croatian-forces
  BA | 1995-07-11 | Bosnian Serb forces took the town. The Serbs expelled the Muslims. | Bosnian Serb forces=bosnian-serbs, Serbs=bosnian-serbs, Muslims=bosnian-army
  BA | 1993-05-01 | HVO soldiers and the mainly Muslim Bosnian army fought. | HVO soldiers=bosnian-croats, Bosnian army=bosnian-army
  BA | 1995-09-15 | Mladic's forces left; government forces took Bosansko Petrovac with Croat forces. | Mladic's forces=bosnian-serbs, government forces=bosnian-army, Croat forces=bosnian-croats
  XK | 1998-07-20 | KLA guerrillas took Orahovac. Serbian police and Yugoslav army units replied. The guerrillas left. | KLA guerrillas=kla, Serbian police=serbian-forces, Yugoslav army units=serbian-forces, The guerrillas=kla
  RU | 1996-08-08 | Chechen rebels held the station. Maskhadov's men and the separatists fought federal forces. | Chechen rebels=chechen-separatists, Maskhadov's men=chechen-separatists, the separatists=chechen-separatists, federal forces=russia
  RU | 2000-01-08 | Basayev's fighters entered Argun; the rebels left. | Basayev's fighters=chechen-separatists, the rebels=chechen-separatists
  SL | 1999-01-07 | RUF rebels and AFRC soldiers entered the east; Ecomog troops and Kamajors fought. | RUF rebels=ruf, AFRC soldiers=afrc-sierra-leone, Ecomog troops=ecomog, Kamajors=kamajors
  CI | 2002-10-07 | Rebels took Daloa. Forces Nouvelles fighters hold Bouake. | Rebels=forces-nouvelles, Forces Nouvelles fighters=forces-nouvelles
  CI | 2011-03-30 | Republican Forces took Soubre; pro-Gbagbo forces left. Invisible Commandos hold Abobo. | Republican Forces=forces-nouvelles, pro-Gbagbo forces=gbagbo-forces, Invisible Commandos=invisible-commandos
  CD | 1997-03-15 | Laurent Kabila's rebels took Kisangani. The AFDL said Zairean soldiers fled. Mobutu's army left. | Laurent Kabila's rebels=afdl, AFDL=afdl, Zairean soldiers=zairean-forces, Mobutu's army=zairean-forces
  CD | 1998-08-25 | RCD rebels took Kisangani; Bemba's MLC came later, with Ugandan troops. | RCD rebels=rcd, MLC=mlc, Ugandan troops=ugandan-forces
  CD | 2018-03-01 | CODECO fighters and FRPI militiamen attacked. Twirwaneho men fled from the FARDC. | CODECO fighters=codeco, FRPI militiamen=frpi, Twirwaneho men=twirwaneho, FARDC=fardc
  CD | 2024-02-05 | Wazalendo took the hill from M23. | Wazalendo=wazalendo, M23=m23
  CD | 2012-11-20 | M23 rebels took the airport; government troops left. | M23 rebels=m23, government troops=fardc
  RW | 1994-07-04 | The RPF took Kigali. The Hutu-led government forces left. Rwandan rebels advanced. | RPF=rpf, Hutu-led government forces=rwandan-government-forces, Rwandan rebels=rpf
  BI | 2000-12-28 | FNL rebels attacked. CNDD-FDD held the hill. | FNL rebels=fnl-burundi, CNDD-FDD=cndd-fdd
  SO | 2006-06-05 | Islamic Courts militia took Mogadishu from the warlords. | Islamic Courts militia=islamic-courts, warlords=arpct
  SO | 2006-12-28 | Ethiopian troops and the transitional government entered; the Islamists left. | Ethiopian troops=ethiopian-government, transitional government=somali-government, the Islamists=islamic-courts
  SO | 2009-01-26 | Ahlu Sunna fighters took Dhusamareb from al Shabaab. | Ahlu Sunna fighters=ahlu-sunna, al Shabaab=al-shabaab
  SO | 2023-08-25 | Macawisley militiamen and Danab commandos entered. | Macawisley militiamen=maawisley, Danab commandos=somali-government
  ET | 2023-08-03 | Fano fighters entered Lalibela; the militia holds the airport. | Fano fighters=fano, the militia=fano
  ET | 2021-07-10 | Tigrayan fighters took Alamata. Amhara forces left with Eritrean soldiers. OLA rebels hold Gimbi. | Tigrayan fighters=tplf, Amhara forces=amhara-forces, Eritrean soldiers=eritrean-forces, OLA rebels=ola
  ET | 1999-02-26 | Eritrean troops left Badme; Ethiopian forces took it. | Eritrean troops=eritrean-forces, Ethiopian forces=ethiopian-government
  DJ | 1991-11-20 | FRUD rebels hold the north. | FRUD rebels=frud
  AO | 1999-10-20 | UNITA rebels lost Bailundo; Savimbi's men fled from the Angolan army. | UNITA rebels=unita, Savimbi's men=unita, Angolan army=angolan-forces
  CG | 1997-10-14 | Cobra militiamen took the airport; Sassou's men hold the port. | Cobra militiamen=cobra-militia, Sassou's men=cobra-militia
  NE | 2008-02-01 | MNJ rebels took Tanout. Tuareg rebels left. | MNJ rebels=mnj-niger, Tuareg rebels=mnj-niger
  ML | 2007-09-10 | Ag Bahanga's men besieged Tinzaouatene. Tuareg rebels shot at a plane. | Ag Bahanga's men=atnm, Tuareg rebels=atnm
  DZ | 2005-05-01 | GSPC fighters ambushed soldiers. | GSPC fighters=aqim, soldiers=algerian-forces
  MZ | 2016-05-01 | Renamo gunmen held Gorongosa. | Renamo gunmen=renamo
  ML | 2023-11-14 | The CSP left Kidal. FLA fighters came back later. JNIM fighters besiege Timbuktu. | CSP=cma, FLA fighters=cma, JNIM fighters=jnim
  BF | 2022-11-01 | VDP volunteers held the town; jihadists attacked. | VDP volunteers=vdp
  LY | 2022-08-27 | Forces of the 444 Brigade and the Stability Support Apparatus fought. Bashagha's allies left. | 444 Brigade=brigade-444, Stability Support Apparatus=ssa-libya
  EG | 2015-07-01 | Islamic State fighters attacked Sheikh Zuweid. | Islamic State fighters=sinai-province
  YE | 1994-07-07 | Southern forces lost Aden to northern troops. | Southern forces=southern-yemen-1994
  YE | 2009-11-05 | Houthi rebels took the hill; Saudi forces shelled it. Saleh's troops left. | Houthi rebels=houthis, Saudi forces=saudi-forces, Saleh's troops=yemeni-government
  YE | 2015-04-02 | Houthi forces and troops loyal to Ali Abdullah Saleh entered Crater. | Houthi forces=houthis, troops loyal to Ali Abdullah Saleh=saleh-forces
  YE | 2019-08-10 | Southern Transitional Council forces took the palace. Security Belt forces hold Aden. | Southern Transitional Council forces=stc, Security Belt forces=stc
  YE | 2025-12-03 | STC forces took Seiyun; Hadramawt tribes hold the oilfield. | STC forces=stc, Hadramawt tribes=hadramawt-tribes
  YE | 2022-01-10 | The Giants Brigades took Bayhan. Marib tribesmen and joint forces advanced. | Giants Brigades=yemen-giants-brigades, Marib tribesmen=marib-tribes, joint forces=yemen-joint-forces
  YE | 2011-05-29 | Ansar al-Sharia took Zinjibar; army troops left. | Ansar al-Sharia=aqap, army troops=yemeni-government
  SY | 2018-03-23 | Jaysh al-Islam holds Douma; Faylaq al-Rahman left. Assad's forces advanced. | Jaysh al-Islam=jaish-al-islam, Faylaq al-Rahman=faylaq-al-rahman, Assad's forces=syrian-government
  SY | 2025-07-16 | Druze fighters retook the city from Bedouin gunmen; Syrian government forces left. | Druze fighters=suwayda-druze, Bedouin gunmen=syrian-bedouin, Syrian government forces=syrian-transitional-government
  IQ | 2003-04-05 | US troops took the airport from Saddam's forces. Fedayeen fought. British forces hold Basra. | US troops=us-forces, Saddam's forces=iraqi-government, Fedayeen=fedayeen-saddam, British forces=uk-forces
  IQ | 2004-04-08 | The Mahdi Army took Kut; Sadr's militia left. | Mahdi Army=mahdi-army, Sadr's militia=mahdi-army
  IQ | 2014-06-12 | Kurdish forces took Kirkuk after the army left. Peshmerga fighters hold it. | Kurdish forces=peshmerga, Peshmerga fighters=peshmerga
  IQ | 2014-08-05 | Kurdish peshmerga troops lost Sinjar. The peshmerga left. | Kurdish peshmerga troops=peshmerga, peshmerga=peshmerga
  LB | 2000-05-23 | The South Lebanon Army left; Hezbollah guerrillas took the posts. | South Lebanon Army=sla-lebanon, Hezbollah guerrillas=hezbollah
  LB | 2006-07-25 | Israeli troops took Bint Jbeil. | Israeli troops=israel
  LB | 2007-05-21 | Fatah al-Islam militants hold the camp. | Fatah al-Islam militants=fatah-al-islam
  PS | 2007-06-14 | Hamas fighters took the compound from Fatah. | Hamas fighters=hamas, Fatah=fatah
  GE | 1993-09-27 | Abkhaz separatists took Sukhumi. Abkhaz rebels came; Georgian troops left. | Abkhaz separatists=abkhazia, Abkhaz rebels=abkhazia, Georgian troops=georgia
  GE | 2008-08-08 | South Ossetian rebels shelled it. Ossetian fighters left. | South Ossetian rebels=south-ossetia, Ossetian fighters=south-ossetia
  AZ | 1993-04-03 | Karabakh Armenians took Kelbajar. Armenian forces held it. The Azeri army left. | Karabakh Armenians=artsakh, Armenian forces=armenia, Azeri army=azerbaijan
  UA | 2014-08-25 | Separatist fighters took Novoazovsk. The DPR held it; Kiev's forces left. | Separatist fighters=pro-russian-separatists, DPR=dpr, Kiev's forces=ukraine
  MD | 1992-06-20 | Dniester guards took Bendery from Moldovan troops. | Dniester guards=transnistria, Moldovan troops=moldovan-forces
  AF | 1996-09-27 | Taliban fighters took Kabul; Massoud's forces left. Dostum's men came. | Taliban fighters=taliban, Massoud's forces=northern-alliance, Dostum's men=junbish
  AF | 2001-11-10 | Northern Alliance fighters took Mazar. Dostum's forces entered. The opposition took it. | Northern Alliance fighters=northern-alliance, Dostum's forces=junbish, opposition=northern-alliance
  PK | 2009-05-01 | Taliban militants took Buner; the army came. | Taliban militants=pakistani-taliban, the army=pakistani-forces
  PK | 2025-01-09 | Baloch separatists held Zehri; BLA fighters left. TTP gunmen came. | Baloch separatists=bla, BLA fighters=bla, TTP gunmen=pakistani-taliban
  IN | 2023-11-01 | Kuki militants took the post from Meitei fighters; Assam Rifles came. | Kuki militants=kuki-militants, Meitei fighters=meitei-militants, Assam Rifles=indian-forces
  LK | 2000-04-22 | LTTE fighters took Elephant Pass. Tamil Tigers hold it. The Tigers said so. | LTTE fighters=ltte, Tamil Tigers=ltte
  NP | 2004-03-21 | Maoist rebels took Beni; Maoists left. The Royal Nepalese Army came. | Maoist rebels=nepal-maoists, Maoists=nepal-maoists, Royal Nepalese Army=royal-nepalese-army
  MM | 2024-04-11 | KNLA fighters and PDF units took Myawaddy; the junta left. Karen rebels hold it. | KNLA fighters=knla, PDF units=pdf, the junta=myanmar-military, Karen rebels=knla
  MM | 2024-01-05 | The Brotherhood Alliance took Laukkai; Kokang troops entered; the regime fled. Ta'ang fighters took Namhsan. | Brotherhood Alliance=three-brotherhood-alliance, Kokang troops=mndaa, the regime=myanmar-military, Ta'ang fighters=tnla
  PH | 2013-09-10 | MNLF rebels took villages; Misuari's men hold them. | MNLF rebels=mnlf, Misuari's men=mnlf
  ID | 2003-05-20 | GAM rebels left; Indonesian troops took it. | GAM rebels=gam-aceh, Indonesian troops=indonesian-forces
  TL | 1999-09-06 | Pro-Indonesian militiamen burned Dili. Falintil guerrillas stayed. Interfet troops came. | Pro-Indonesian militiamen=pro-indonesia-militias, Falintil guerrillas=falintil, Interfet troops=interfet
  ID | 2023-02-08 | TPNPB fighters burned a plane. Papuan rebels left. | TPNPB fighters=free-papua-movement, Papuan rebels=free-papua-movement
  CO | 2002-05-02 | FARC guerrillas and AUC paramilitaries fought. The rebels left. | FARC guerrillas=farc, AUC paramilitaries=auc-colombia, The rebels=farc
  HT | 2004-02-22 | Rebels took Cap-Haitien; Philippe's men hold it. Guy Philippe's rebels left. | Rebels=haiti-rebels-2004, Guy Philippe's rebels=haiti-rebels-2004
  HT | 2024-03-01 | Gangs attacked the airport; Viv Ansanm holds it. | Gangs=haitian-gangs, Viv Ansanm=haitian-gangs
  MX | 2023-09-24 | Sinaloa Cartel gunmen entered Frontera Comalapa; CJNG left. | Sinaloa Cartel gunmen=sinaloa-cartel, CJNG=cjng
  SD | 2008-05-10 | JEM rebels entered Omdurman; SLA fighters stayed. Darfur rebels left. | JEM rebels=jem, SLA fighters=slm, Darfur rebels=darfur-rebels
  SD | 1997-01-12 | SPLA rebels took Kurmuk. Garang's men left. | SPLA rebels=spla-sudan, Garang's men=spla-sudan
  SD | 2011-06-07 | SPLM-N fighters took it. | SPLM-N fighters=splm-n
  SD | 2024-11-01 | Kaikal's forces left. Sudan Shield fighters took Tamboul. | Kaikal's forces=sudan-shield, Sudan Shield fighters=sudan-shield
  SS | 2011-11-11 | SSLA rebels attacked Mayom. | SSLA rebels=south-sudan-liberation-movement
  SS | 2014-04-15 | Machar's men took Bentiu; the SPLA left. Troops loyal to Riek Machar hold it. White Army fighters came. | Machar's men=spla-io, SPLA=sspdf, Troops loyal to Riek Machar=spla-io, White Army fighters=white-army
  SS | 2025-03-04 | White Army fighters took Nasir; the SSPDF left. | White Army fighters=white-army, SSPDF=sspdf
  CF | 2013-03-24 | Seleka rebels took Bangui; Bozize's men left. South African troops fought. | Seleka rebels=seleka, Bozize's men=faca, South African troops=south-african-forces
  CF | 2021-01-10 | CPC rebels attacked; 3R fighters hold Koui; Russian mercenaries came. | CPC rebels=cpc, 3R fighters=3r, Russian mercenaries=wagner
  NG | 2014-08-07 | Boko Haram militants took Gwoza; troops left. | Boko Haram militants=boko-haram, troops=nigerian-army
  NG | 2021-04-25 | ISWAP fighters took Mainok. | ISWAP fighters=iswap
  CM | 2022-03-01 | Amba Boys attacked; separatist fighters left. | Amba Boys=ambazonia, separatist fighters=ambazonia
  MK | 2001-06-25 | NLA guerrillas hold Aracinovo; ethnic Albanian rebels left; Macedonian forces came. | NLA guerrillas=nla-macedonia, ethnic Albanian rebels=nla-macedonia, Macedonian forces=macedonian-forces
  TJ | 1992-12-10 | Tajik opposition fighters left Dushanbe. | Tajik opposition fighters=tajik-opposition
  PE | 1992-07-20 | Shining Path guerrillas attacked. | Shining Path guerrillas=shining-path
  GW | 1998-06-10 | Mane's troops hold the barracks; Senegalese troops shelled it. | Mane's troops=mane-junta, Senegalese troops=senegalese-forces
  KM | 2008-03-25 | Bacar's men fled; African Union forces took Mutsamudu. | Bacar's men=anjouan-forces, African Union forces=amisom
  KH | 2025-07-24 | Cambodian troops shelled; Thai forces took the hill. | Cambodian troops=cambodian-forces, Thai forces=thai-forces
  SY | 2013-04-21 | Hezbollah fighters took Qusair. Syrian rebels left. Turkish-backed rebels held Jarablus. | Hezbollah fighters=hezbollah, Syrian rebels=syrian-rebels, Turkish-backed rebels=sna
  IL | 2023-10-07 | Hamas gunmen entered Sderot. Israeli forces retook it. Palestinian militants left. | Hamas gunmen=hamas, Israeli forces=israel, Palestinian militants=palestinian-militants
  KW | 1990-08-02 | Iraqi troops took Kuwait City. | Iraqi troops=iraqi-government
  TR | 2016-03-10 | PKK militants held Nusaybin; Turkish forces took it. | PKK militants=pkk, Turkish forces=turkish-forces
  TH | 2013-02-13 | BRN insurgents attacked a base; marines repelled it. | BRN insurgents=brn-patani
`,
);

test("the armed actors of thirty years are known by the names that the press uses", () => {
  for (const { country, on, text, mentions } of wars) {
    const found = actors.findActors(text, {
      countries: [country as CountryCode],
      publishedOn: on as Day,
    });
    for (const wanted of mentions.split(", ")) {
      const [name = "", id] = wanted.split("=");
      const mention = found.find((one) => one.text.toLowerCase().includes(name.toLowerCase()));
      assert.equal(mention?.actor?.id, id, `${country} ${on}: ${name}`);
    }
  }
});
