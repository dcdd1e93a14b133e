import type { Claim } from "../src/domain/claim.ts";
import { fieldScores, type ReportResult, ROWS, type RowName, rowScores, trapScore } from "./corpus.ts";
import { FIELDS } from "./fields.ts";
import { type GoldClaim, mainOf } from "./gold.ts";
import type { SeedResult } from "./seed.ts";
import { actorOf } from "./strict.ts";

export function printScores(title: string, results: readonly ReportResult[]): string {
  const scores = rowScores(results);
  const rows = ROWS.map((row) => {
    const { p, r, f1, gold } = scores[row];
    return `  ${row.padEnd(13)} ${[p, r, f1].map((value) => value.toFixed(3).padStart(7)).join("")} ${String(gold).padStart(6)}`;
  });
  const traps = trapScore(results);
  return [
    `${title} (${results.length} reports)`,
    "                     P      R     F1   gold",
    ...rows,
    `  traps passed ${traps.passed} of ${traps.of}`,
    "",
  ].join("\n");
}

export function printFields(results: readonly ReportResult[]): string {
  const scores = fieldScores(results);
  return `Fields over claims matched on quote and kind\n${FIELDS.map((field) => `  ${field.padEnd(9)} ${scores[field].toFixed(3)}`).join("\n")}\n`;
}

export function printSeed(results: readonly SeedResult[]): string {
  const missed = results.filter(({ right }) => !right);
  return [
    `Seed: ${results.length - missed.length} of ${results.length} rows right`,
    ...missed.flatMap(({ row, wrong, nearest }) => [
      `  row ${row.n} ${row.kind} "${row.quoteIncludes}": ${wrong.join("; ")}`,
      ...(nearest ? [`    nearest: ${describeClaim(nearest)}`] : []),
    ]),
    "",
  ].join("\n");
}

/** Misses and extras of one row of the scores, with what the other side said about the same words. */
export function printMisses(row: RowName, results: readonly ReportResult[], limit: number): string {
  const lines = results.flatMap((result) => [
    ...result.rows[row].missed.map((gold) =>
      [
        `- ${result.report.id} missed: ${describeGold(gold)}`,
        ...result.claims
          .filter((claim) => sameKind(row, claim.kind) && gold.span.start < claim.quote.end)
          .filter((claim) => claim.quote.start < gold.span.end)
          .map((claim) => `    has: ${describeClaim(claim)}`),
        ...passedIn(result, gold).map(({ text, why }) => `    passed over “${text}”: ${why}`),
      ].join("\n"),
    ),
    ...result.rows[row].extra.map((claim) =>
      [
        `+ ${result.report.id} extra: ${describeClaim(claim)}`,
        ...result.report.gold
          .filter((gold) => sameKind(row, gold.kind) && gold.span.start < claim.quote.end)
          .filter((gold) => claim.quote.start < gold.span.end)
          .map((gold) => `    gold: ${describeGold(gold)}`),
      ].join("\n"),
    ),
  ]);
  return [`${row}: ${lines.length} misses (-) and extras (+)`, ...lines.slice(0, limit), ""].join("\n");
}

/** Why gold of one row was missed, in kinds with their number: the table to work by. */
export function printCauses(row: RowName, results: readonly ReportResult[]): string {
  const causes = causesOf(row, results);
  const total = causes.reduce((sum, { n }) => sum + n, 0);
  const lines = causes.map(({ cause, n }) => `${String(n).padStart(5)}  ${cause}`);
  return [`${row}: ${total} missed`, ...lines, ""].join("\n");
}

/** The most frequent first. */
export function causesOf(
  row: RowName,
  results: readonly ReportResult[],
): readonly { readonly cause: string; readonly n: number }[] {
  const causes = results.flatMap((result) =>
    result.rows[row].missed.map((gold) => causeOf(row, result, gold)),
  );
  const counted = [...Map.groupBy(causes, (cause) => cause)].map(([cause, all]) => ({
    cause,
    n: all.length,
  }));
  counted.sort((a, b) => b.n - a.n || (a.cause < b.cause ? -1 : 1));
  return counted;
}

function causeOf(row: RowName, result: ReportResult, gold: GoldClaim): string {
  const over = result.claims.filter(
    (claim) => gold.span.start < claim.quote.end && claim.quote.start < gold.span.end,
  );
  const own = over.filter((claim) => sameKind(row, claim.kind));
  if (own.length > 0) {
    const wrong = new Set(own.flatMap((claim) => differences(result, gold, claim)));
    return `a claim, but other: ${[...wrong].sort().join(", ") || "its effect, its denial or its stage"}`;
  }
  const passed = passedIn(result, gold)[0];
  if (passed) return `passed over: ${passed.why}`;
  return over.length > 0 ? `only a claim of another kind: ${over[0]!.kind}` : "no event word seen";
}

function differences(result: ReportResult, gold: GoldClaim, claim: Claim): readonly string[] {
  return result.fields
    .filter((verdict) => verdict.gold === gold && verdict.claim === claim && !verdict.right)
    .map(({ field }) => field);
}

function passedIn({ passed }: ReportResult, { span }: GoldClaim) {
  return passed.filter((one) => span.start < one.span.end && one.span.start < span.end);
}

export function printTraps(results: readonly ReportResult[], limit: number): string {
  const lines = results.flatMap(({ report, sprung }) =>
    sprung.map(({ trap, claim }) => `! ${report.id} trap: ${trap.why}\n    has: ${describeClaim(claim)}`),
  );
  return [`traps: ${lines.length} sprung`, ...lines.slice(0, limit), ""].join("\n");
}

export function printFieldErrors(field: string, results: readonly ReportResult[], limit: number): string {
  const lines = results.flatMap(({ report, fields }) =>
    fields
      .filter((verdict) => verdict.field === field && !verdict.right)
      .map(
        ({ gold, claim }) =>
          `~ ${report.id}\n    gold: ${describeGold(gold)}\n    has: ${describeClaim(claim)}`,
      ),
  );
  return [`${field}: ${lines.length} wrong`, ...lines.slice(0, limit), ""].join("\n");
}

function sameKind(row: RowName, kind: string): boolean {
  return row === kind || (row === "effect" && kind === "control");
}

function describeGold(gold: GoldClaim): string {
  const { place, valid, count } = gold;
  return [
    gold.kind,
    gold.main,
    gold.actor ?? "-",
    gold.recipient && `> ${gold.recipient}`,
    place ? `@ ${place.name ?? "?"}/${place.admin1 ?? "-"}/${place.level}` : "@ -",
    valid?.from ? `${valid.from}${valid.until ? `..${valid.until}` : ""} ${valid.precision}` : "no day",
    count && `n=${JSON.stringify(count)}`,
    `${gold.stance}/${gold.stage}`,
    gold.speaker ? `by ${gold.speaker}` : "",
    `"${oneLine(gold.quote)}"`,
  ]
    .filter(Boolean)
    .join(" ");
}

function describeClaim(claim: Claim): string {
  const { place, valid, speaker } = claim;
  return [
    claim.kind,
    mainOf(claim),
    actorOf(claim)?.id ?? "-",
    "recipient" in claim && claim.recipient ? `> ${claim.recipient.id}` : "",
    place
      ? `@ ${place.name}/${place.admin1 ?? "-"}/${place.level}${place.inferred ? " inferred" : ""}`
      : "@ -",
    valid.from ? `${valid.from}${valid.until ? `..${valid.until}` : ""} ${valid.precision}` : "no day",
    "count" in claim && claim.count ? `n=${JSON.stringify(claim.count)}` : "",
    `${claim.stance}/${claim.stage}`,
    speaker ? `by ${speaker.name}` : "",
    claim.basis ? `[${claim.basis}]` : "",
    `"${oneLine(claim.quote.text)}"`,
  ]
    .filter(Boolean)
    .join(" ");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
