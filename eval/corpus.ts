import type { Claim, ClaimKind } from "../src/domain/claim.ts";
import type { PassedOver } from "../src/extract/types.ts";
import { type Counts, NONE, plus, ratio, score } from "./counts.ts";
import { type Judges, scoreEffect } from "./effect.ts";
import { FIELDS, type Field, type FieldVerdict, judgeFields } from "./fields.ts";
import type { GoldClaim, GoldReport } from "./gold.ts";
import { scoreStrict } from "./strict.ts";
import { type SprungTrap, sprungTraps } from "./traps.ts";

export const KINDS = ["control", "access", "displacement", "toll", "tally", "incident"] as const;
/** What a row of the scores is about: the effect of control claims, or a kind by the strict rule. */
export const ROWS = ["effect", ...KINDS] as const satisfies readonly ("effect" | ClaimKind)[];
export type RowName = (typeof ROWS)[number];

export interface RowResult {
  readonly counts: Counts;
  readonly missed: readonly GoldClaim[];
  readonly extra: readonly Claim[];
}

export interface ReportResult {
  readonly report: GoldReport;
  readonly claims: readonly Claim[];
  /** Event words that the extractor saw and left. */
  readonly passed: readonly PassedOver[];
  readonly rows: Readonly<Record<RowName, RowResult>>;
  readonly fields: readonly FieldVerdict[];
  readonly sprung: readonly SprungTrap[];
}

/** What the extractor made of a report, as far as it is scored. */
export type ReadReport = Pick<ReportResult, "claims" | "passed">;

export function scoreReport(
  report: GoldReport,
  { claims, passed }: ReadReport,
  judges: Judges,
): ReportResult {
  const strict = (kind: ClaimKind) =>
    scoreStrict(
      report.gold.filter((gold) => gold.kind === kind),
      claims.filter((claim) => claim.kind === kind),
      judges,
    );
  return {
    report,
    claims,
    passed,
    rows: {
      effect: scoreEffect(report.gold, claims, judges),
      control: strict("control"),
      access: strict("access"),
      displacement: strict("displacement"),
      toll: strict("toll"),
      tally: strict("tally"),
      incident: strict("incident"),
    },
    fields: judgeFields(report.gold, claims, judges),
    sprung: sprungTraps(report, claims, judges),
  };
}

export function rowScores(results: readonly ReportResult[]) {
  return Object.fromEntries(
    ROWS.map((row) => [row, score(results.map((r) => r.rows[row].counts).reduce(plus, NONE))]),
  ) as Record<RowName, ReturnType<typeof score>>;
}

export function fieldScores(results: readonly ReportResult[]): Record<Field, number> {
  const verdicts = results.flatMap((result) => result.fields);
  return Object.fromEntries(
    FIELDS.map((field) => {
      const own = verdicts.filter((verdict) => verdict.field === field);
      return [field, ratio(own.filter(({ right }) => right).length, own.length)];
    }),
  ) as Record<Field, number>;
}

export function trapScore(results: readonly ReportResult[]) {
  const of = results.reduce((sum, result) => sum + result.report.traps.length, 0);
  return { passed: of - results.reduce((sum, result) => sum + result.sprung.length, 0), of };
}
