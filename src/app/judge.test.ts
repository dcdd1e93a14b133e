import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { day, gain, readReport, report } from "../../test/entries.ts";
import { table } from "../../test/table.ts";
import type { PlaceId } from "../domain/ids.ts";
import type { Decision, JudgementId } from "../domain/judgement.ts";
import { standingJudgements } from "../ledger/standing.ts";
import { openLedger } from "../store/ledger.ts";
import { judge } from "./judge.ts";
import { reviewOrder } from "./review-order.ts";
import { withholdPerson, withholdPlace, withholdPosition } from "./withhold.ts";

const folder = mkdtempSync(join(tmpdir(), "asof-judge-"));
after(() => rmSync(folder, { recursive: true }));
let files = 0;
const of = report("Blue took it.");
const claim = gain(of, "blue");
const desk = () => {
  const store = openLedger(join(folder, `${files++}.ledger`), { now: () => "2026-01-02T03:04:05.000Z" });
  store.add(readReport(of, [claim]));
  return { store, today: () => day("2026-01-02") };
};
const accept: Decision = { kind: "accept", claim: claim.id };
const reject: Decision = { kind: "reject", claim: claim.id };

test("a reviewer's later decision takes the place of the earlier, and undo brings it back", () => {
  const deps = desk();
  const say = (decision: Decision) => judge(deps, { decision, reviewer: "ada" }).judgement!;
  const stands = () => standingJudgements(deps.store.judgements()).map((one) => one.id);
  const first = say(reject);
  const second = say(accept);
  assert.deepEqual(stands(), [second.id]);
  say({ kind: "undo", judgement: second.id });
  assert.deepEqual(stands(), [first.id]);
  say({ kind: "undo", judgement: first.id });
  assert.deepEqual(stands(), []);
  const again = say(reject);
  assert.deepEqual(stands(), [again.id]);
  assert.notEqual(again.id, first.id);
});

test("the same decision twice is stored once", () => {
  const deps = desk();
  const [one, two] = [1, 2].map(
    () => judge(deps, { decision: accept, reviewer: "ada", reason: "seen" }).judgement,
  );
  assert.deepEqual(one, two);
  assert.equal(deps.store.judgements().length, 1);
});

const bad = table(
  ["decision", "reviewer", "code", "why"],
  `
  {"kind":"accept","claim":"c_00000000000000000000000000000000"}          | ada | claim-unknown     | no such claim
  {"kind":"accept","claim":"CLAIM"}                                       |     | judgement-refused | by nobody
  {"kind":"guess","claim":"CLAIM"}                                        | ada | judgement-refused | no such decision
  {"kind":"correct","claim":"CLAIM","fields":{}}                          | ada | judgement-refused | nothing corrected
  {"kind":"correct","claim":"CLAIM","fields":{"id":"c_1"}}                | ada | judgement-refused | a fixed field
  {"kind":"correct","claim":"CLAIM","fields":{"change":"flew"}}           | ada | judgement-refused | no such change
  {"kind":"correct","claim":"CLAIM","fields":{"stance":null}}             | ada | judgement-refused | a needed field away
  {"kind":"undo","judgement":"j_00000000000000000000000000000000"}        | ada | judgement-refused | no such judgement
  {"kind":"undo","judgement":"THEIRS"}                                    | ada | judgement-refused | another's judgement
  {"kind":"merge-places","from":"gn:1","into":"gn:1"}                     | ada | judgement-refused | into itself
`,
);

test("a judgement that cannot be is refused and says why", () => {
  const deps = desk();
  const theirs = judge(deps, { decision: accept, reviewer: "ben" }).judgement!.id as JudgementId;
  for (const { decision, reviewer, code, why } of bad) {
    const given = JSON.parse(decision.replace("CLAIM", claim.id).replace("THEIRS", theirs));
    assert.equal(judge(deps, { decision: given, reviewer }).problem?.code, code, why);
  }
  assert.equal(deps.store.judgements().length, 1);
});

test("review takes disputed claims first, then those that alone carry a state, then the newest, and no settled ones", () => {
  const reports = ["a", "b", "c", "d", "e", "f", "g"].map((name, i) =>
    report(`Blue took ${name}.`, { publishedOn: day(`2021-03-0${i + 1}`) }),
  );
  const claims = reports.map((one) => gain(one, "blue"));
  const [disputed, alone, deciding, supporting, settled, older, newer] = claims.map((one) => one.id);
  const deps = desk();
  deps.store.add(reports.map((one) => ({ entry: "report", report: one })));
  deps.store.add(claims.map((one) => ({ entry: "claim", claim: one })));
  for (const [reviewer, kind, id] of [
    ["ada", "accept", disputed],
    ["ben", "reject", disputed],
    ["ada", "accept", settled],
  ] as const) {
    assert.ok(judge(deps, { decision: { kind, claim: id! }, reviewer }).judgement);
  }
  const because = (deciding: string[], supporting: string[]) => ({
    because: { deciding, supporting, contradicting: [] } as never,
  });
  const order = reviewOrder(deps.store.load(), [
    because([deciding!, settled!], [supporting!]),
    because([alone!], []),
  ]);
  assert.deepEqual(
    order.map((item) => [item.claim.id, item.urgency]),
    [
      [disputed, "disputed among reviewers"],
      [alone, "alone carries a state"],
      [deciding, "decides"],
      [supporting, "supports or contradicts"],
      [newer, "live"],
      [older, "live"],
      [claim.id, "live"],
    ],
  );
  assert.equal(order[0]!.conflict.length, 2);
});

test("markings as private carry every form of what they hide", () => {
  assert.deepEqual(withholdPerson("Mira  Volnik"), { kind: "person", names: ["Mira Volnik", "Volnik"] });
  assert.deepEqual(withholdPosition(claim), {
    kind: "position",
    report: of.id,
    place: "gn:1",
    names: ["Exampleton"],
  });
  const also = gain(of, "blue", { place: { ...claim.place!, toponym: "X-ton" } });
  assert.deepEqual(withholdPlace("gn:1" as PlaceId, [claim, also]), {
    kind: "place",
    place: "gn:1",
    names: ["Exampleton", "X-ton"],
  });
});
