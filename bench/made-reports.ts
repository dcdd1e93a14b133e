import type { Claim } from "../src/domain/claim.ts";
import { addDays, dayOf } from "../src/domain/day.ts";
import type { ActorId, CountryCode, PlaceId } from "../src/domain/ids.ts";
import type { Report } from "../src/domain/report.ts";
import type { Fed } from "../src/feeds/fed.ts";
import { claimId, reportId } from "../src/ledger/id.ts";

export const CLAIMS_PER_REPORT = 10;
const COUNTRIES = 40;
const PLACES_PER_COUNTRY = 500;
const DAYS = 1500;
const FIRST_DAY = dayOf(2020, 1, 1);
const SIDES = ["blue", "red", "green"];
const CHANGES = ["gained", "holds", "contested", "lost"] as const;

/** Report number `i` of a made-up world: ten sentences about towns of one country, a claim in each. */
export function madeReport(i: number): Report {
  const content = {
    text: Array.from({ length: CLAIMS_PER_REPORT }, (_, k) => sentence(i, k)).join(" "),
    title: `Dispatch ${i}`,
    source: { name: `Paper ${i % 60}` },
    url: `https://example.org/${i}`,
    publishedOn: addDays(FIRST_DAY, Math.floor((i * DAYS) / 100_000) % DAYS),
    language: "en",
  };
  return { id: reportId(content), ...content };
}

function sentence(i: number, k: number): string {
  const { town, side, change } = saying(i, k);
  return `In dispatch ${i} a resident of ${town} said on the telephone that the ${side} side had ${change} the town; ${remarks(i, k)}.`;
}

const WORDS =
  "market school bridge road river lorry night morning smoke queue bread water phone gate wall roof dog field crossing clinic wedding train petrol rumour shutter lamp courtyard ditch flag uniform".split(
    " ",
  );
const REMARKS = 12;

/** Words by lot, so that no two reports are one text. */
function remarks(i: number, k: number): string {
  let lot = i * CLAIMS_PER_REPORT + k + 1;
  return Array.from({ length: REMARKS }, () => {
    lot = Math.imul(lot ^ (lot >>> 15), 0x2c1b3c6d) ^ (lot >>> 12);
    return WORDS[(lot >>> 0) % WORDS.length];
  }).join(" ");
}

function saying(i: number, k: number) {
  const country = i % COUNTRIES;
  const number = (i * 7 + k * 131) % PLACES_PER_COUNTRY;
  return {
    country,
    number,
    town: `Town ${country}-${number}`,
    side: SIDES[(i + k) % SIDES.length]!,
    change: CHANGES[(i + 3 * k) % CHANGES.length]!,
  };
}

/** What an extractor would find in `madeReport(i)`, without the time it takes. */
export function madeClaims(report: Report, extractor = "rules@1"): readonly Claim[] {
  const i = Number(report.title!.split(" ")[1]);
  let start = 0;
  return Array.from({ length: CLAIMS_PER_REPORT }, (_, k) => {
    const text = sentence(i, k);
    const { country, number, town, side, change } = saying(i, k);
    const content = {
      report: report.id,
      kind: "control" as const,
      change,
      quote: { start, end: start + text.length, text },
      place: {
        id: `gn:${country * PLACES_PER_COUNTRY + number + 1}` as PlaceId,
        name: town,
        toponym: town,
        country: codeOf(country),
        admin1: `Province ${number % 20}`,
        level: "town" as const,
        lon: -170 + country * 8 + (number % 25) * 0.1,
        lat: -40 + (number % 80),
        precision: "exact" as const,
      },
      valid: { from: report.publishedOn!, until: addDays(report.publishedOn!, 1), precision: "day" as const },
      speaker: { name: "a resident", role: "resident" },
      actor: { id: side as ActorId, name: side, mention: `the ${side} side` },
      stance: "said" as const,
      stage: "done" as const,
      extractor,
      basis: "made",
    };
    start += text.length + 1;
    return { id: claimId(content), ...content };
  });
}

export function codeOf(country: number): CountryCode {
  return `${String.fromCharCode(65 + (country % 26))}${country < 26 ? "X" : "Y"}` as CountryCode;
}

export async function* madeFeed(from: number, until: number): AsyncGenerator<Fed> {
  for (let i = from; i < until; i++) {
    if (i % 50 === 0) await new Promise(setImmediate);
    yield { report: madeReport(i), where: `made-${i}` };
  }
}
