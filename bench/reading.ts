import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { processCli } from "../src/cli/process-cli.ts";
import type { Report } from "../src/domain/report.ts";
import type { Extractor } from "../src/extract/extract.ts";
import { toReport } from "../src/feeds/to-report.ts";
import { type Measurement, median } from "./measurement.ts";

const ROUNDS = 5;
const EXAMPLES = join(import.meta.dirname, "../examples");

export interface Speed {
  readonly sentencesPerSecond: number;
  /** Time of the whole reading over that of `Intl.Segmenter`'s words in the same text. */
  readonly timesTokeniser: number;
}

/** From raw text to claims on one core: reports read with a warm extractor, beside `Intl.Segmenter` on the same texts. */
export function readingSpeed(reports: readonly Report[], extract: Extractor, rounds = ROUNDS): Speed {
  const sentences = reports.reduce((sum, { text }) => sum + sentencesIn(text), 0);
  const words = new Intl.Segmenter("en", { granularity: "word" });
  const read = () => {
    for (const report of reports) extract(report);
  };
  const tokenise = () => {
    let count = 0;
    for (const { text } of reports) for (const _ of words.segment(text)) count++;
    return count;
  };
  read();
  tokenise();
  const took = median(Array.from({ length: rounds }, () => seconds(read)));
  const tokeniser = median(Array.from({ length: rounds }, () => seconds(tokenise)));
  return { sentencesPerSecond: Math.round(sentences / took), timesTokeniser: took / tokeniser };
}

export function bench(): readonly Measurement[] {
  const reports = exampleReports();
  const { sentencesPerSecond, timesTokeniser } = readingSpeed(reports, processCli().extractor());
  const peak = process.resourceUsage().maxRSS / 1024;
  return [
    {
      name: "reading: sentences a second, text to claims",
      value: sentencesPerSecond,
      unit: "/s",
      aim: { atLeast: 3000 },
    },
    {
      name: "reading: time over Intl.Segmenter words",
      value: timesTokeniser,
      unit: "times",
      aim: { atMost: 3 },
    },
    { name: "reading: peak memory", value: peak, unit: "MiB", aim: { atMost: 300 } },
  ];
}

/** The examples, several times over so that a round takes long enough to measure. */
function exampleReports(): readonly Report[] {
  const files = globSync("*/*.json", { cwd: EXAMPLES }).sort();
  const reports = files.flatMap((file) => {
    const fed = toReport(JSON.parse(readFileSync(join(EXAMPLES, file), "utf8")), file, {});
    return fed.flatMap(({ report }) => (report ? [report] : []));
  });
  return Array.from({ length: 10 }, () => reports).flat();
}

function sentencesIn(text: string): number {
  return [...new Intl.Segmenter("en", { granularity: "sentence" }).segment(text)].length;
}

/** Time of this thread on its core, so that other programs on the machine do not count. */
function seconds(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1e6;
}
