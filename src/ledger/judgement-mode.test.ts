import assert from "node:assert/strict";
import { test } from "node:test";
import { day, judged as entry, gain, judgement, readReport, report } from "../../test/entries.ts";
import { currentClaims } from "./current.ts";
import { judged } from "./judged.ts";
import { type JudgementMode, withJudgements } from "./judgement-mode.ts";
import { ledgerOf } from "./union.ts";

const of = report("Blue took it.");
const claim = gain(of, "blue");
const first = judgement({ kind: "accept", claim: claim.id }, { on: day("2030-01-01") });
const second = judgement({ kind: "reject", claim: claim.id }, { on: day("2030-01-02") });
const ledger = ledgerOf([...readReport(of, [claim]), entry(first), entry(second)]);
const seen = (mode: JudgementMode, knownAt: string) => {
  const shown = withJudgements(ledger, mode);
  return judged(currentClaims(shown), shown.judgements.values(), day(knownAt)).claims.length;
};

test("judgements count from their day, from the beginning, or not at all", () => {
  assert.deepEqual(
    [seen("then", "2021-03-02"), seen("then", "2030-01-01"), seen("then", "2030-01-02")],
    [1, 1, 0],
  );
  assert.equal(seen("all", "2021-03-02"), 0);
  assert.equal(seen("none", "2030-01-02"), 1);
});
