import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Position } from "../src/domain/place.ts";
import { nameKey } from "../src/gazetteer/fold.ts";
import type { Gazetteer, Place, ToponymMention } from "../src/gazetteer/types.ts";
import { distanceKm } from "../src/geo/distance.ts";
import { readGazetteer } from "../src/store/read-gazetteer.ts";

/** Shares are of all gold toponyms; a name that the recogniser misses counts as wrong. */
export interface GeoScore {
  readonly recognitionP: number;
  readonly recognitionR: number;
  readonly recognitionF1: number;
  /** Spans that overlap, not only those that are equal. */
  readonly overlapF1: number;
  readonly endToEnd161km: number;
  readonly endToEnd25km: number;
  readonly gold: number;
}

export interface GeoMiss {
  readonly kind: "missed" | "extra" | "wrong";
  readonly text: string;
  readonly near: string;
  readonly got?: string;
}

interface GoldToponym {
  readonly start: number;
  readonly end: number;
  readonly phrase: string;
  readonly lat?: number;
  readonly lon?: number;
  readonly name?: string;
  readonly fcode?: string;
  readonly country?: string;
  readonly admin1?: string;
  readonly page?: string;
}

interface GoldText {
  readonly text: string;
  readonly toponyms: readonly GoldToponym[];
}

/** TR-News marks adjectives of peoples, GeoVirus does not. */
const CORPORA = [
  { name: "trnews", demonyms: true },
  { name: "geovirus", demonyms: false },
] as const;

/** The `geo` part of CONTRACT §5. Countries and first-order units count by code or name, everything else by distance. */
export function evaluateGeo(
  sharedRoot: string,
  gazetteer: Gazetteer,
  onMiss: (corpus: string, miss: GeoMiss) => void = () => {},
): Readonly<Record<string, GeoScore>> {
  return Object.fromEntries(
    CORPORA.map(({ name, demonyms }) => {
      const lines = readFileSync(join(sharedRoot, "geo", `${name}.jsonl`), "utf8")
        .trim()
        .split("\n");
      const texts = lines.map((line) => JSON.parse(line) as GoldText);
      return [name, scoreCorpus(texts, gazetteer, demonyms, (miss) => onMiss(name, miss))];
    }),
  );
}

function scoreCorpus(
  texts: readonly GoldText[],
  gazetteer: Gazetteer,
  demonyms: boolean,
  onMiss: (miss: GeoMiss) => void,
): GeoScore {
  let gold = 0;
  let found = 0;
  let exact = 0;
  let overlapping = 0;
  let near = 0;
  let close = 0;
  for (const { text, toponyms } of texts) {
    const mentions = gazetteer.findToponyms(text, {}).filter((one) => demonyms || one.role !== "demonym");
    gold += toponyms.length;
    found += mentions.length;
    const used = new Set<ToponymMention>();
    for (const wanted of toponyms) {
      const same = mentions.find((one) => one.start === wanted.start && nameEnd(one) === wanted.end);
      const mention =
        same ??
        mentions.find((one) => !used.has(one) && one.start < wanted.end && wanted.start < nameEnd(one));
      const around = text.slice(Math.max(0, wanted.start - 30), wanted.end + 30).replaceAll("\n", " ");
      if (same) exact++;
      if (!mention) {
        onMiss({ kind: "missed", text: wanted.phrase, near: around });
        continue;
      }
      used.add(mention);
      overlapping++;
      if (isRight(wanted, mention.place, 161, gazetteer)) near++;
      else onMiss({ kind: "wrong", text: wanted.phrase, near: around, got: told(mention.place) });
      if (isRight(wanted, mention.place, 25, gazetteer)) close++;
    }
    for (const mention of mentions) {
      if (used.has(mention)) continue;
      const around = text.slice(Math.max(0, mention.start - 30), mention.end + 30).replaceAll("\n", " ");
      onMiss({ kind: "extra", text: mention.text, near: around, got: told(mention.place) });
    }
  }
  const p = exact / Math.max(1, found);
  const r = exact / Math.max(1, gold);
  return {
    recognitionP: round(p),
    recognitionR: round(r),
    recognitionF1: round((2 * p * r) / Math.max(1e-9, p + r)),
    overlapF1: round((2 * overlapping) / Math.max(1, found + gold)),
    endToEnd161km: round(near / Math.max(1, gold)),
    endToEnd25km: round(close / Math.max(1, gold)),
    gold,
  };
}

/** Where gold names a country or a first-order unit, a place of that code is right wherever its point stands. */
function isRight(gold: GoldToponym, place: Place | undefined, km: number, gazetteer: Gazetteer): boolean {
  if (!place) return false;
  const title = nameKey(
    gold.name ?? decodeURIComponent(gold.page?.split("/").at(-1) ?? "").replaceAll("_", " "),
  );
  if (place.level === "country") {
    const code = gazetteer.candidates(title, {}).find((one) => one.place.level === "country")?.place.country;
    if (code !== undefined) return code === place.country;
  }
  if (place.level === "province" && gold.fcode === "ADM1" && gold.country) {
    const country = gazetteer.candidates(gold.country, {})[0]?.place.country;
    const here = nameKey(place.name);
    if (
      country === place.country &&
      [gold.name, gold.admin1, gold.phrase].some((name) => name && nameKey(name).startsWith(here))
    )
      return true;
  }
  if (place.level === "area" && title === nameKey(place.name)) return true;
  if (place.level === "province" && gold.page && title === nameKey(place.name) && withinKm(gold, place, 2500))
    return true;
  return withinKm(gold, place, km);
}

function withinKm(gold: GoldToponym, place: Position, km: number): boolean {
  return (
    gold.lat !== undefined &&
    gold.lon !== undefined &&
    distanceKm({ lat: gold.lat, lon: gold.lon }, place) <= km
  );
}

function nameEnd(mention: ToponymMention): number {
  return mention.nameEnd ?? mention.end;
}

function told(place: Place | undefined): string {
  return place
    ? `${place.name}, ${place.admin1 ?? ""}, ${place.country ?? ""} (${place.level})`
    : "abstained";
}

const round = (share: number) => Math.round(share * 1000) / 1000;

if (process.argv[1] === import.meta.filename) {
  const root = join(import.meta.dirname, "..");
  const shared = process.env.ASOF_SHARED ?? join(root, "..", "shared");
  const misses: string[] = [];
  const scores = evaluateGeo(shared, readGazetteer(root), (corpus, miss) => {
    misses.push(`${corpus}\t${miss.kind}\t${miss.text}\t${miss.got ?? ""}\t${miss.near}`);
  });
  process.stdout.write(`${JSON.stringify(scores, undefined, 2)}\n`);
  if (process.argv.includes("--misses")) process.stdout.write(`${misses.join("\n")}\n`);
}
