import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Claim } from "../src/domain/claim.ts";
import { isLive } from "../src/domain/claim.ts";
import { overlaps, type Span } from "../src/domain/span.ts";
import type { Judges } from "./effect.ts";
import { sameSpeaker } from "./fields.ts";
import { folded } from "./places.ts";
import { actorOf } from "./strict.ts";

/** A row of `gold/seed.jsonl`: the fields that a claim over the quoted words must have, or what must not be claimed. */
export interface SeedRow {
  readonly n: number;
  readonly kind: string;
  readonly quoteIncludes: string;
  readonly negative?: true;
  readonly optional?: true;
  readonly [field: string]: unknown;
}

export interface SeedResult {
  readonly row: SeedRow;
  readonly right: boolean;
  /** What is wrong with the nearest claim; empty when the row is right. */
  readonly wrong: readonly string[];
  readonly nearest?: Claim;
}

/** The founding report was published on this day; its file does not say so. */
export const SEED_PUBLISHED = "2021-08-12";

export function readSeed(shared: string): { readonly text: string; readonly rows: readonly SeedRow[] } {
  const file = globSync("seed/*.txt", { cwd: shared })[0];
  if (!file) throw new Error(`there is no founding report in ${shared}/seed`);
  const rows = readFileSync(join(shared, "gold/seed.jsonl"), "utf8").trim().split("\n");
  return { text: readFileSync(join(shared, file), "utf8"), rows: rows.map((row) => JSON.parse(row)) };
}

export function scoreSeed(
  rows: readonly SeedRow[],
  text: string,
  claims: readonly Claim[],
  judges: Judges,
): readonly SeedResult[] {
  return rows.map((row) => {
    const start = text.indexOf(row.quoteIncludes);
    const span = { start, end: start + row.quoteIncludes.length };
    return row.negative ? negative(row, span, claims) : positive(row, span, claims, judges);
  });
}

const OF_NO_THREAT = new Set(["holds", "repelled"]);

/** Rows that say what must not be told: no live control claim over the words; none at all that takes the place named. */
function negative(row: SeedRow, span: Span, claims: readonly Claim[]): SeedResult {
  const live = claims.filter((claim) => claim.kind === "control").filter(isLive);
  const stray = live.find(
    (claim) =>
      !OF_NO_THREAT.has(claim.change) &&
      (overlaps(span, claim.quote) || (row.place !== undefined && claim.place?.name === row.place)),
  );
  return stray
    ? { row, right: false, wrong: [String(row.expect)], nearest: stray }
    : { row, right: true, wrong: [] };
}

function positive(row: SeedRow, span: Span, claims: readonly Claim[], judges: Judges): SeedResult {
  const tried = claims
    .filter((claim) => claim.kind === row.kind && overlaps(span, claim.quote))
    .map((claim) => ({ claim, wrong: differences(row, claim, judges) }))
    .sort((a, b) => a.wrong.length - b.wrong.length);
  const best = tried[0];
  if (!best)
    return { row, right: row.optional === true, wrong: row.optional ? [] : ["no claim over these words"] };
  return {
    row,
    right: row.optional === true || best.wrong.length === 0,
    wrong: row.optional ? [] : best.wrong,
    nearest: best.claim,
  };
}

type Check = (want: unknown, claim: Loose, judges: Judges, row: SeedRow) => boolean;
// biome-ignore lint/suspicious/noExplicitAny: the row names the fields
type Loose = Readonly<Record<string, any>>;

const equal =
  (field: string): Check =>
  (want, claim) =>
    claim[field] === want;

/** How each field of a row is compared; fields that stand here alone are judged. */
const CHECKS: Readonly<Record<string, Check>> = {
  change: equal("change"),
  type: equal("type"),
  measure: equal("measure"),
  status: equal("status"),
  target: equal("target"),
  extent: equal("extent"),
  unit: equal("unit"),
  since: equal("since"),
  cumulative: equal("cumulative"),
  total: equal("total"),
  stance: equal("stance"),
  stage: equal("stage"),
  of: (want, claim) => folded(String(want)) === folded(String(claim.of)),
  actor: (want, claim, judges) => judges.actor(String(want), actorOf(claim as unknown as Claim)),
  place: (want, claim, judges, row) =>
    judges.place.strict(
      { name: String(want), ...(row.level !== undefined && { level: String(row.level) }) },
      claim.place,
    ),
  valid: (want, claim) => claim.valid.from === want,
  speaker: (want, claim) => sameSpeaker(String(want), claim.speaker),
  speakerCamp: (want, claim) => claim.speaker?.camp === want,
  count: (want, claim) => (claim.count?.best ?? claim.count?.low ?? claim.count?.high) === want,
  quantifier: (want, claim) => claim.count?.quantifier === want,
  shareLow: (want, claim) => Math.abs((claim.share?.low ?? 0) - Number(want)) < 0.01,
  cause: (want, claim) => folded(String(claim.cause ?? "")).includes(folded(String(want))),
  from: (want, claim) => sharesWord(want, claim.from),
  to: (want, claim) => sharesWord(want, claim.to),
};

function differences(row: SeedRow, claim: Claim, judges: Judges): readonly string[] {
  const loose = claim as unknown as Loose;
  return Object.entries(row)
    .filter(([field, want]) => CHECKS[field] && !CHECKS[field](want, loose, judges, row))
    .map(([field, want]) => `${field} is ${show(loose[field])}, not ${show(want)}`);
}

function show(value: unknown): string {
  if (value === undefined) return "absent";
  const { name, level, from } = value as { name?: string; level?: string; from?: string };
  if (name) return level ? `${name} (${level})` : name;
  return from ?? (typeof value === "string" ? value : JSON.stringify(value));
}

function sharesWord(want: unknown, have: unknown): boolean {
  const ours = new Set(
    String(have ?? "")
      .toLowerCase()
      .match(/[a-z]{4,}/g),
  );
  return (
    String(want)
      .toLowerCase()
      .match(/[a-z]{4,}/g) ?? []
  ).some((word) => ours.has(word));
}
