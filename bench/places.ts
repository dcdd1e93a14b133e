import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CountryCode, PlaceId } from "../src/domain/ids.ts";
import type { Gazetteer } from "../src/gazetteer/types.ts";
import { readGazetteer } from "../src/store/read-gazetteer.ts";
import type { Measurement } from "./measurement.ts";

const ROOT = join(import.meta.dirname, "..");
const SITUATION: readonly CountryCode[] = ["AF", "PK", "IR", "TJ", "UZ", "TM"] as CountryCode[];
const ROUNDS = 5;
const MEGABYTE = 1e6;

/** The recogniser with its resolver, beside the splitter of the engine on the same text in the same run. */
export function bench(): readonly Measurement[] {
  const texts = exampleTexts();
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const startup = median(() => elapsed(() => readGazetteer(ROOT)));
  const before = heap();
  const gazetteer = readGazetteer(ROOT);
  const recognise = () => {
    for (const text of texts) gazetteer.findToponyms(text, { countries: ["AF" as CountryCode] });
  };
  touch(gazetteer, SITUATION);
  recognise();
  const situation = heap() - before;
  const segmenter = new Intl.Segmenter("en", { granularity: "word" });
  const speed = bytes / MEGABYTE / (median(() => elapsed(recognise)) / 1000);
  const reference =
    bytes /
    MEGABYTE /
    (median(() => elapsed(() => texts.map((text) => [...segmenter.segment(text)].length))) / 1000);
  touch(gazetteer, allCountries());
  const world = heap() - before;
  return [
    { name: "gazetteer: start-up", value: startup, unit: "ms", aim: { atMost: 150 } },
    { name: "toponyms found and resolved", value: speed, unit: "MB/s", aim: { atLeast: 5 } },
    { name: "Intl.Segmenter on the same text", value: reference, unit: "MB/s" },
    {
      name: "gazetteer: memory with one situation's countries",
      value: situation,
      unit: "MB",
      aim: { atMost: 60 },
    },
    { name: "gazetteer: memory with every country", value: world, unit: "MB", aim: { atMost: 120 } },
  ];
}

function exampleTexts(): readonly string[] {
  const files = globSync("examples/**/*.json", { cwd: ROOT }).sort();
  const texts = files.flatMap((file) => {
    const { text } = JSON.parse(readFileSync(join(ROOT, file), "utf8")) as { readonly text?: string };
    return text ? [text] : [];
  });
  return Array.from({ length: 20 }, () => texts).flat();
}

function touch(gazetteer: Gazetteer, countries: readonly CountryCode[]): void {
  for (const country of countries) gazetteer.place(`unit:${country}.0` as PlaceId);
}

function allCountries(): readonly CountryCode[] {
  return globSync("*.tsv", { cwd: join(ROOT, "dist", "gazetteer") }).map(
    (file) => file.slice(0, 2) as CountryCode,
  );
}

function heap(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MEGABYTE;
}

function elapsed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function median(measure: () => number): number {
  const times = Array.from({ length: ROUNDS }, measure).sort((a, b) => a - b);
  return times[Math.floor(ROUNDS / 2)] ?? 0;
}
