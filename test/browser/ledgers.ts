import type { Claim, ClaimContent } from "../../src/domain/claim.ts";
import type { Day } from "../../src/domain/day.ts";
import type { Report, Source } from "../../src/domain/report.ts";
import type { Entry, Ledger } from "../../src/ledger/entry.ts";
import { claimId, readingId, reportId } from "../../src/ledger/id.ts";
import { ledgerOf } from "../../src/ledger/union.ts";

/** What a test says of a claim; the quote is found in the report's text. */
export interface SaidClaim {
  readonly kind: Claim["kind"];
  readonly quote: string;
  readonly [field: string]: unknown;
}

export interface SaidReport {
  readonly source: Source;
  readonly publishedOn?: string;
  readonly title: string;
  readonly text: string;
  readonly claims: readonly SaidClaim[];
}

export function ledgerFrom(reports: readonly SaidReport[]): Ledger {
  return ledgerOf(reports.flatMap(entriesFrom));
}

function entriesFrom(said: SaidReport): readonly Entry[] {
  const content: Omit<Report, "id"> = {
    text: said.text,
    title: said.title,
    source: said.source,
    ...(said.publishedOn ? { publishedOn: said.publishedOn as Day } : {}),
    language: "en",
  };
  const report: Report = { id: reportId(content), ...content };
  const claims = said.claims.map((one) => claimFrom(one, report));
  const reading = { report: report.id, extractor: "rules@1", claims: claims.map((c) => c.id).sort() };
  return [
    { entry: "report", report },
    ...claims.map((claim) => ({ entry: "claim" as const, claim })),
    { entry: "reading", reading: { id: readingId(reading), ...reading } },
  ];
}

function claimFrom({ quote, ...fields }: SaidClaim, report: Report): Claim {
  const start = report.text.indexOf(quote);
  if (start < 0) throw new Error(`the report does not say "${quote}"`);
  const content = {
    report: report.id,
    quote: { start, end: start + quote.length, text: quote },
    valid: report.publishedOn ? { from: report.publishedOn, precision: "day" } : { precision: "unknown" },
    stance: "reported",
    stage: "done",
    extractor: "rules@1",
    ...fields,
  } as unknown as ClaimContent;
  return { id: claimId(content), ...content } as Claim;
}

/** A made-up war in a made-up part of Chad: no place of it is real, so that no test leans on the gazetteer. */
const TOWNS = {
  amba: {
    id: "test:amba",
    name: "Amba",
    toponym: "Amba",
    country: "TD",
    admin1: "North",
    level: "city",
    lon: 18.2,
    lat: 17.1,
    precision: "exact",
  },
  borel: {
    id: "test:borel",
    name: "Borel",
    toponym: "Borel",
    country: "TD",
    admin1: "North",
    level: "town",
    lon: 19.6,
    lat: 16.2,
    precision: "exact",
  },
  dunes: {
    id: "test:dunes",
    name: "Port of Dunes",
    toponym: "Port of Dunes",
    country: "TD",
    admin1: "West",
    level: "crossing",
    lon: 15.2,
    lat: 14.4,
    precision: "exact",
  },
  kasr: {
    id: "test:kasr",
    name: "قصر النهر",
    toponym: "قصر النهر",
    country: "TD",
    admin1: "South",
    level: "city",
    lon: 16.4,
    lat: 9.6,
    precision: "exact",
  },
  myint: {
    id: "test:myint",
    name: "မြင့်မို",
    toponym: "မြင့်မို",
    country: "TD",
    admin1: "South",
    level: "town",
    lon: 18.1,
    lat: 10.4,
    precision: "exact",
  },
  weldiya: {
    id: "test:weldiya",
    name: "ወልድያ",
    toponym: "ወልድያ",
    country: "TD",
    admin1: "East",
    level: "town",
    lon: 21.2,
    lat: 12.4,
    precision: "exact",
  },
  north: {
    id: "test:north",
    name: "North",
    toponym: "the north",
    country: "TD",
    level: "province",
    lon: 18.8,
    lat: 18.6,
    precision: "province",
  },
} as const;

const LEAGUE = { id: "river-league", name: "River League", mention: "the League" };
const ARMY = { id: "national-army", name: "National Army", mention: "the army" };
const GUARD = { id: "lake-guard", name: "Lake Guard", mention: "the Guard" };
const WIRE: Source = { name: "Plain Wire", kind: "wire" };
const PAPER: Source = { name: "Amba Courier", kind: "local" };
const MINISTRY: Source = { name: "Ministry of Defence", kind: "ministry", camp: "national-army" as never };

/** Nine days, seven places of five levels, sources that disagree, one hostile report, names in four scripts. */
export function smallLedger(): Ledger {
  return ledgerFrom([
    {
      source: WIRE,
      publishedOn: "2031-03-02",
      title: "Army still in Amba",
      text: "The army was in control of Amba on Sunday, residents told Plain Wire.\n\nAt Borel, ninety kilometres to the east, League fighters had closed every road and the garrison lived on what it had stored.\n\nAid workers counted about 12,000 people who had left Borel since the start of the year.",
      claims: [
        {
          kind: "control",
          change: "holds",
          actor: ARMY,
          place: TOWNS.amba,
          quote: "The army was in control of Amba on Sunday",
          speaker: { name: "residents" },
          stance: "said",
        },
        {
          kind: "control",
          change: "besieged",
          actor: LEAGUE,
          recipient: ARMY,
          place: TOWNS.borel,
          quote: "League fighters had closed every road",
        },
        {
          kind: "displacement",
          measure: "idps",
          unit: "persons",
          count: { best: 12000, quantifier: "about" },
          since: "2031-01-01",
          cumulative: true,
          place: TOWNS.borel,
          quote: "about 12,000 people who had left Borel since the start of the year",
          speaker: { name: "aid workers" },
          stance: "said",
        },
      ],
    },
    {
      source: PAPER,
      publishedOn: "2031-03-04",
      title: "The League comes to town",
      text: "League fighters took Borel on Monday without a shot, two shopkeepers said. The mayor of Borel admitted that the town had been given up.\n\nBy evening they had entered the first streets of Amba. At least 14 soldiers were killed there.",
      claims: [
        {
          kind: "control",
          change: "gained",
          actor: LEAGUE,
          recipient: ARMY,
          place: TOWNS.borel,
          manner: "unopposed",
          valid: { from: "2031-03-03", precision: "day", basis: "on Monday" },
          quote: "League fighters took Borel on Monday without a shot",
          speaker: { name: "two shopkeepers" },
          stance: "said",
        },
        {
          kind: "control",
          change: "lost",
          actor: ARMY,
          place: TOWNS.borel,
          valid: { from: "2031-03-03", precision: "day" },
          quote: "the town had been given up",
          speaker: { name: "mayor of Borel", camp: "national-army" },
          stance: "admitted",
        },
        {
          kind: "control",
          change: "entered",
          actor: LEAGUE,
          recipient: ARMY,
          place: TOWNS.amba,
          quote: "they had entered the first streets of Amba",
        },
        {
          kind: "toll",
          measure: "killed",
          count: { low: 14, quantifier: "at-least" },
          who: "soldiers",
          place: TOWNS.amba,
          quote: "At least 14 soldiers were killed there",
        },
      ],
    },
    {
      source: MINISTRY,
      publishedOn: "2031-03-05",
      title: "Statement on Amba",
      text: "Our forces hold Amba and have thrown the attackers back. Reports that the town was lost are false. The crossing at Port of Dunes is closed.",
      claims: [
        {
          kind: "control",
          change: "holds",
          actor: ARMY,
          place: TOWNS.amba,
          quote: "Our forces hold Amba",
          speaker: { name: "Ministry of Defence", camp: "national-army" },
          stance: "claimed",
        },
        {
          kind: "access",
          target: "crossing",
          status: "closed",
          place: TOWNS.dunes,
          quote: "The crossing at Port of Dunes is closed",
          stance: "said",
        },
      ],
    },
    {
      source: WIRE,
      publishedOn: "2031-03-07",
      title: "Amba falls",
      text: "Amba fell to the League on Thursday after four days of fighting, a hospital director and a UN official said. <img src=x onerror=\"document.title='owned'\"> <script>document.title='owned'</script>\n\nThe Lake Guard said that it had taken Port of Dunes. The League now has 2 of 5 provincial capitals.\n\nIn the south the army held قصر النهر, and မြင့်မို, while at ወልድያ both sides claimed the market.",
      claims: [
        {
          kind: "control",
          change: "gained",
          actor: LEAGUE,
          recipient: ARMY,
          place: TOWNS.amba,
          valid: { from: "2031-03-06", precision: "day", basis: "on Thursday" },
          manner: "force",
          quote: "Amba fell to the League on Thursday after four days of fighting",
          speaker: { name: "a hospital director and a UN official" },
          stance: "said",
        },
        {
          kind: "control",
          change: "gained",
          actor: GUARD,
          place: TOWNS.dunes,
          quote: "it had taken Port of Dunes",
          speaker: { name: "Lake Guard", camp: "lake-guard" },
          stance: "claimed",
        },
        {
          kind: "tally",
          of: "provincial capitals",
          count: { best: 2, quantifier: "exact" },
          total: 5,
          actor: LEAGUE,
          quote: "The League now has 2 of 5 provincial capitals",
        },
        {
          kind: "control",
          change: "holds",
          actor: ARMY,
          place: TOWNS.kasr,
          quote: "the army held قصر النهر",
        },
        { kind: "control", change: "holds", actor: ARMY, place: TOWNS.myint, quote: "မြင့်မို" },
        {
          kind: "control",
          change: "contested",
          actor: ARMY,
          recipient: LEAGUE,
          place: TOWNS.weldiya,
          quote: "at ወልድያ both sides claimed the market",
        },
      ],
    },
    {
      source: PAPER,
      publishedOn: "2031-03-10",
      title: "Families on the road",
      text: "Some 30,000 people have left Amba since it fell, the town's relief office said, more than the 21,000 counted on Saturday. The road from Amba to Borel is cut. In the north the League rules.",
      claims: [
        {
          kind: "displacement",
          measure: "newly-displaced",
          unit: "persons",
          count: { best: 30000, low: 21000, high: 30000, quantifier: "about" },
          place: TOWNS.amba,
          quote: "Some 30,000 people have left Amba since it fell",
          speaker: { name: "relief office" },
          stance: "said",
        },
        {
          kind: "access",
          target: "road",
          status: "cut",
          from: "Amba",
          to: "Borel",
          place: TOWNS.amba,
          quote: "The road from Amba to Borel is cut",
        },
        {
          kind: "control",
          change: "holds",
          actor: LEAGUE,
          place: TOWNS.north,
          quote: "In the north the League rules",
        },
      ],
    },
  ]);
}

/** `count` places on a grid over Chad, half of which change hands on each of three days. */
export function largeLedger(count: number): Ledger {
  const days = ["2031-05-01", "2031-05-02", "2031-05-03"];
  return ledgerFrom(
    days.map((day, turn) => {
      const names = Array.from({ length: count }, (_, i) => `Village ${i}`);
      const text = names.map((name) => `${name} is held.`).join("\n");
      return {
        source: WIRE,
        publishedOn: day,
        title: `Lists of ${day}`,
        text,
        claims: names
          .map((name, i) => ({
            kind: "control" as const,
            change: "gained",
            actor: (i + turn) % 2 === 0 && turn < 2 ? LEAGUE : ARMY,
            place: gridPlace(name, i, count),
            quote: `${name} is held`,
          }))
          .filter((_, i) => turn === 0 || i % 2 === turn % 2),
      };
    }),
  );
}

function gridPlace(name: string, i: number, count: number) {
  const columns = Math.ceil(Math.sqrt(count));
  const [column, row] = [i % columns, Math.floor(i / columns)];
  const lon = Math.round((14.5 + (8.5 * column) / columns) * 1e4) / 1e4;
  const lat = Math.round((9 + (12 * row) / columns) * 1e4) / 1e4;
  return {
    id: `test:v${i}`,
    name,
    toponym: name,
    country: "TD",
    admin1: "Grid",
    level: "village",
    lon,
    lat,
    precision: "exact",
  };
}
