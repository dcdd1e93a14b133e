import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { day, gain, judgement, report } from "../../test/entries.ts";
import { aJudgement } from "../../test/ledgers.ts";
import type { ActorId, PlaceId } from "../domain/ids.ts";
import type { Decision, Judgement } from "../domain/judgement.ts";
import { judged } from "./judged.ts";
import { standingJudgements } from "./standing.ts";

const claim = gain(report("Blue took it."), "blue");
const accept: Decision = { kind: "accept", claim: claim.id };
const reject: Decision = { kind: "reject", claim: claim.id };
const correct = (fields: Record<string, unknown>): Decision => ({ kind: "correct", claim: claim.id, fields });
const red = { id: "red" as ActorId, name: "red", mention: "the reds" };
const decide = (...judgements: Judgement[]) => judged([claim], judgements);

test("a rejected claim is left out, an accepted one stays, a corrected one reads differently under its own id", () => {
  assert.deepEqual(decide(judgement(reject)).claims, []);
  assert.deepEqual(decide(judgement(accept)).claims, [claim]);
  const [corrected] = decide(judgement(correct({ actor: red, manner: "force" }))).claims;
  assert.deepEqual(corrected, { ...claim, actor: red, manner: "force" });
  const [without] = decide(judgement(correct({ actor: null }))).claims;
  assert.ok(!("actor" in without!));
});

test("a judgement made after knownAt is left out", () => {
  const late = judgement(reject, { on: day("2021-03-05") });
  assert.deepEqual(judged([claim], [late], day("2021-03-04")).claims, [claim]);
  assert.deepEqual(judged([claim], [late], day("2021-03-05")).claims, []);
});

test("an undone judgement does not stand, before its undoing it did", () => {
  const first = judgement(reject, { on: day("2021-03-05") });
  const undo = judgement({ kind: "undo", judgement: first.id }, { on: day("2021-03-07") });
  assert.deepEqual(judged([claim], [first, undo]).claims, [claim]);
  assert.deepEqual(judged([claim], [first, undo], day("2021-03-06")).claims, []);
});

test("undoing an undo, and undoing what replaced something, bring the earlier back", () => {
  const first = judgement(reject);
  const undo = judgement({ kind: "undo", judgement: first.id });
  const again = judgement({ kind: "undo", judgement: undo.id });
  assert.deepEqual(standingJudgements([first, undo, again]), [first]);
  const second = judgement(accept, { after: first.id });
  assert.deepEqual(standingJudgements([first, second]), [second]);
  const taken = judgement({ kind: "undo", judgement: second.id });
  assert.deepEqual(standingJudgements([first, second, taken]), [first]);
});

test("nobody undoes or replaces what another reviewer judged", () => {
  const first = judgement(reject);
  const undo = judgement({ kind: "undo", judgement: first.id }, { reviewer: "ben" });
  const after = judgement(accept, { reviewer: "ben", after: first.id });
  assert.ok(standingJudgements([first, undo, after]).includes(first));
});

test("two reviewers who differ are shown and neither is applied", () => {
  const both = [judgement(reject), judgement(accept, { reviewer: "ben" })];
  const result = decide(...both);
  assert.deepEqual(result.claims, [claim]);
  assert.deepEqual(new Set(result.conflicts[0]?.judgements), new Set(both));
  const corrections = decide(
    judgement(correct({ manner: "force" })),
    judgement(correct({ manner: "unopposed" }), { reviewer: "ben" }),
  );
  assert.deepEqual([corrections.claims, corrections.conflicts.length], [[claim], 1]);
});

test("two reviewers who correct different fields, or alike, agree", () => {
  const result = decide(
    judgement(correct({ manner: "force" })),
    judgement(correct({ actor: red, manner: "force" }), { reviewer: "ben" }),
  );
  assert.deepEqual(result.claims, [{ ...claim, actor: red, manner: "force" }]);
  assert.deepEqual(result.conflicts, []);
});

test("a correction that leaves no claim is shown and not applied", () => {
  const result = decide(judgement(correct({ change: "flew" })));
  assert.deepEqual([result.claims, result.conflicts.length], [[claim], 1]);
});

test("of one reviewer the later day counts", () => {
  const result = decide(
    judgement(reject, { on: day("2021-03-05") }),
    judgement(accept, { on: day("2021-03-06") }),
  );
  assert.deepEqual([result.claims, result.conflicts], [[claim], []]);
});

const merge = (from: string, into: string): Judgement =>
  judgement({ kind: "merge-places", from: from as PlaceId, into: into as PlaceId });
const at = (id: string, name: string) =>
  gain(report(`Blue took ${name}.`), "blue", {
    place: { ...claim.place!, id: id as PlaceId, name, toponym: name },
  });

test("claims about a merged place count for the place that stays, through a chain of merges", () => {
  const claims = [at("gn:1", "Ford"), at("gn:2", "Forde"), at("gn:3", "Vord")];
  const result = judged(claims, [merge("gn:2", "gn:1"), merge("gn:3", "gn:2")]);
  assert.deepEqual(
    result.claims.map((one) => [one.place?.id, one.place?.name]),
    Array(3).fill(["gn:1", "Ford"]),
  );
  assert.deepEqual(
    result.claims.map((one) => one.place?.toponym),
    ["Ford", "Forde", "Vord"],
  );
});

test("places merged in a circle or into two places are shown and left apart", () => {
  const claims = [at("gn:1", "Ford"), at("gn:2", "Forde")];
  const circle = judged(claims, [merge("gn:1", "gn:2"), merge("gn:2", "gn:1")]);
  assert.deepEqual([circle.claims, circle.conflicts.length], [claims, 2]);
  const twice = judged(claims, [merge("gn:2", "gn:1"), merge("gn:2", "gn:9")]);
  assert.deepEqual([twice.claims, twice.conflicts.length], [claims, 1]);
});

test("law: judged claims do not depend on the order or repetition of judgements", () => {
  const claims = fc
    .sample(aJudgement, 30)
    .flatMap(({ decision }) => ("claim" in decision ? [decision.claim] : []));
  const known = ["blue", "red"].flatMap((actor) =>
    ["Blue took it.", "Red took it."].map((text) => gain(report(text), actor)),
  );
  assert.ok(known.some((one) => claims.includes(one.id)));
  fc.assert(
    fc.property(fc.array(aJudgement, { maxLength: 8 }), (judgements) => {
      const once = judged(known, judgements);
      const again = judged(known, [...judgements.toReversed(), ...judgements]);
      const byId = new Map([...judgements, ...judgements].map((one) => [one.id, one]));
      assert.deepEqual(judged(known, byId.values()).claims, once.claims);
      assert.deepEqual(again.claims, once.claims);
    }),
  );
});
